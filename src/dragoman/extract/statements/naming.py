"""What somebody calls a thing in quoted words, by whatever verb.

'Went after Ruiz as a “leech”', 'sold the levy as “a gift”', 'used the word “war”': the
quotation marks tell that the words are his. They are attributions of an attitude, no
statements: the verb does not tell what he does by them.
"""

from collections.abc import Iterable, Iterator

from dragoman.extract.statements.quoted_lists import find_list_end
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.sources import source_of
from dragoman.model.annotation import Quotation
from dragoman.model.syntax import Sentence

_USES = frozenset({"use", "utter", "employ", "invoke", "coin", "repeat", "borrow"})
_WORDS = frozenset(
    {"phrase", "word", "term", "expression", "slogan", "epithet", "formula", "label"}
)
# "As" stands so many words before the marks at most: "as a wholly “hollow” gesture".
_NEAR = 4
# The longest word that a title does not write large: "of", "and", "the".
_SMALL = 3
# What the thing is attacked by: "went after Ruiz", "railed against Ruiz as".
_AIMED = frozenset({"after", "at", "against"})


def find_naming(
    reading: Reading, index: int, known: Iterable[Attribution]
) -> Iterator[Attribution]:
    """Yield what is called something in quoted words, where no rule has read it.

    Args:
        reading: The document.
        index: Index of the sentence.
        known: What rules have found up to this sentence.
    """
    sentence = reading.sentences[index]
    start, end = sentence.start, sentence.end
    here = [one for one in known if one.sentence == index]
    for quotation in reading.quotations_in(start, end):
        if quotation.outer_start < start or quotation.outer_end > end:
            continue
        if any(one.holds(quotation.start) for one in known):
            continue
        opening = sentence.token_at(quotation.start)
        if opening is None:
            continue
        found = _worded(sentence, opening)
        if found is None and not _is_title(reading, quotation):
            found = _called(sentence, opening)
        if found is None:
            continue
        verb, first = found
        if any(one.cue == verb for one in here):
            continue
        if not is_said(sentence, verb, reading.lexicon) or sentence.is_passive(verb):
            continue
        source = source_of(sentence, verb)
        if source is None or reading.quotation_at(sentence[verb].start) is not None:
            continue
        stretch = (
            min(sentence[first].start, quotation.outer_start),
            find_list_end(reading, quotation, end),
        )
        yield Attribution(
            sentence=index,
            cue=verb,
            cue_span=(sentence[verb].start, sentence[verb].end),
            source=source,
            source_sentence=index,
            content=(stretch,),
            frame="as",
            act=None,
        )


def _is_title(reading: Reading, quotation: Quotation) -> bool:
    """Tell a name, as which something is known: 'played him as “The Red Fox”'."""
    words = reading.document.text[quotation.start : quotation.end].split()
    return all(word[0].isupper() or len(word) <= _SMALL for word in words)


def _called(sentence: Sentence, opening: int) -> tuple[int, int] | None:
    """Return the verb and the first word of "Ruiz as a “leech”", whom it calls so."""
    places = range(opening - 1, max(opening - 1 - _NEAR, 0), -1)
    case = next((i for i in places if sentence[i].text.lower() == "as"), None)
    if case is None or sentence[case - 1].text.lower() in {",", "such", "as", "well"}:
        return None
    for verb in range(case - 2, -1, -1):
        token = sentence[verb]
        if token.upos != "VERB":
            continue
        called = next(
            (
                child
                for child in sentence.children(verb, "obj", "obl")
                if verb < child < case
                and (
                    sentence[child].deprel == "obj" or sentence.case_of(child) in _AIMED
                )
            ),
            None,
        )
        if called is None:
            return None
        first = sentence.subtree(called)[0]
        if sentence[called].deprel == "obl":
            first += 1
        return (verb, first) if first > verb else None
    return None


def _worded(sentence: Sentence, opening: int) -> tuple[int, int] | None:
    """Return the verb of 'used the word “war”'; the marks hold the content."""
    for noun in range(opening - 1, max(opening - 3, 0), -1):
        token = sentence[noun]
        verb = token.head
        if token.lemma.lower() in _WORDS and token.deprel == "obj" and verb < noun:
            return (verb, opening) if sentence[verb].lemma in _USES else None
    return None
