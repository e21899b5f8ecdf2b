"""Which frames a verb has in the lexicon, its particle counted in."""

from dragoman.extract.statements.lexicon import Frames
from dragoman.extract.statements.reading import Reading
from dragoman.extract.statements.sources import is_let_known, stray_particle
from dragoman.model.syntax import Sentence

_WISHES = frozenset({"want", "wish", "demand", "ask"})
_CLEAR = frozenset({"clear", "plain", "known"})
# "Shot back that": answered.
_RETORTING = frozenset({"shoot", "fire", "hit", "snap", "bite", "strike"})
_LIABLE = frozenset({"responsible", "accountable", "liable", "answerable"})


def frames_of(reading: Reading, sentence: Sentence, verb: int) -> Frames | None:
    """Return the frames of a verb, its particle counted in."""
    lemma = sentence[verb].lemma.lower()
    particle = sentence.child(verb, "compound:prt")
    if particle is not None:
        lemma = f"{lemma}_{sentence[particle].text.lower()}"
    elif is_let_known(sentence, verb):
        lemma = "let_know"
    else:
        stray = stray_particle(sentence, verb)
        if stray is not None:
            frames = reading.lexicon.verbs.get(
                f"{lemma}_{sentence[stray].text.lower()}"
            )
            if frames is not None and "object" in frames:
                return frames
        lemma = _with_next(sentence, verb, lemma)
    return reading.lexicon.verbs.get(lemma)


def _with_next(sentence: Sentence, verb: int, lemma: str) -> str:
    """Return "make_clear" and the like, of a verb and what goes with it."""
    after = sentence[verb + 1].text.lower() if verb + 1 < len(sentence) else ""
    if lemma == "know" and sentence[verb].deprel == "xcomp":
        asked = sentence[sentence[verb].head].lemma in _WISHES
        return "want_to_know" if asked else lemma
    if lemma == "put" and after == "it":
        return "put_it"
    if lemma == "thanks":
        return "thank"
    if lemma == "hold":
        held = sentence.child(verb, "xcomp")
        liable = held is not None and sentence[held].lemma in _LIABLE
        return "hold_responsible" if liable else lemma
    if lemma == "make" and (after in _CLEAR or _is_made(sentence, verb, after)):
        return "make_clear"
    if lemma == "speak" and after == "out":
        return "speak_out"
    if lemma in _RETORTING and after == "back":
        return "retort"
    if lemma == "take" and after == "credit":
        return "take_credit"
    return lemma


def _is_made(sentence: Sentence, verb: int, after: str) -> bool:
    """Tell "made it clear that"."""
    told = sentence[verb + 2].text.lower() if verb + 2 < len(sentence) else ""
    return after == "it" and told in _CLEAR
