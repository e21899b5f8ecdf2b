"""Who it was that an office spoke: "the premier said ... X made the remarks in Y"."""

from collections.abc import Iterator, Sequence

from dragoman.annotate.names.reading import Reading
from dragoman.annotate.names.sequences import Sequence as Name
from dragoman.annotate.offices.held import Held
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence
from dragoman.text.sayings import SAYING

_REMARKS = frozenset(
    {"remark", "comment", "statement", "announcement", "accusation", "allegation"}
    | {"appeal", "warning", "assertion", "pledge", "demand", "criticism"}
)
_POINTING = frozenset({"the", "these", "this", "those"})
_MAKING = frozenset({"make", "deliver"})
# As far as the sentence may lie behind the one it takes up.
_BACK = 2  # sentences


def name_speakers(
    reading: Reading, sentences: Sequence[Sentence], found: dict[int, list[Held]]
) -> None:
    """Give an office that spoke without a name the one who "made the remarks".

    Not where the one who made them is named with another office of his own.
    """
    for number, sentence in enumerate(sentences):
        for remark in sentence.find_lemmas(_REMARKS):
            person = next(_name_made_by(reading, number, sentence, remark), None)
            if person is None:
                continue
            own = {
                held.phrase.word
                for held in found.get(number, ())
                if any(holder is person for holder in held.holders)
            }
            for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
                spoke = [
                    held
                    for held in found.get(back, ())
                    if _spoke(reading, sentences[back], held)
                ]
                if len(spoke) == 1 and own <= {spoke[0].phrase.word}:
                    spoke[0].holders, spoke[0].how = [person], "apposition"
                if spoke:
                    break


def _name_made_by(
    reading: Reading, number: int, sentence: Sentence, remark: int
) -> Iterator[Name]:
    """Yield X of "X made the remarks"."""
    for token in _makers(sentence, remark):
        place = sentence[token].start
        for spot in reading.spots:
            covers = spot.sentence == number and spot.start <= place < spot.end
            if covers and reading.chains[spot.chain].schema is Schema.PERSON:
                yield spot.sequence


def _makers(sentence: Sentence, remark: int) -> list[int]:
    token = sentence[remark]
    pointing = any(
        sentence[child].text.lower() in _POINTING
        for child in sentence.children(remark, "det")
    )
    if not pointing or token.deprel != "obj":
        return []
    made = sentence[token.head].lemma.lower() in _MAKING
    # "made the remarks public" was done by another than who spoke
    if not made or sentence.children(token.head, "xcomp", "ccomp"):
        return []
    return sentence.children(token.head, "nsubj")


def _spoke(reading: Reading, sentence: Sentence, held: Held) -> bool:
    """Tell whether an office without a holder is the subject of a verb of saying."""
    if held.how != "alone" or held.holders or held.phrase.plural:
        return False
    unit = reading.units[held.phrase.sentence][held.phrase.head]
    token = sentence[unit.last]
    while token.deprel == "compound" and token.head >= 0:
        token = sentence[token.head]
    above = sentence[token.head] if token.head >= 0 else None
    return (
        above is not None and token.deprel == "nsubj" and above.lemma.lower() in SAYING
    )
