"""Idioms that tell an act: "took aim at the levy", "poured scorn on the plan"."""

from dragoman.extract.statements.clauses import Found, subtree
from dragoman.extract.statements.lexicon import Frames, Lexicon
from dragoman.extract.statements.order import first_word
from dragoman.model.syntax import OBJECTS, Sentence

_SELF = ("self", "selves")


def find_idiom(
    sentence: Sentence, verb: int, lexicon: Lexicon
) -> tuple[Frames, Found] | None:
    """Return frames and content of an idiom with an object and a phrase.

    Args:
        sentence: The sentence.
        verb: A verb with which idioms begin.
        lexicon: Where idioms are listed: verb, what goes with it, preposition.
    """
    known = lexicon.idioms.get(sentence[verb].lemma)
    if known is None or sentence.is_passive(verb):
        return None
    for goes_with, preposition, act in known:
        holder = _companion(sentence, verb, goes_with)
        if holder is None:
            continue
        for phrase in (
            *sentence.children(verb, "obl", "advcl"),
            *sentence.children(holder, "nmod", "acl"),
        ):
            case = first_word(sentence, phrase)
            behind = phrase > holder and sentence[case].text.lower() == preposition
            if behind and case != phrase:
                inside = subtree(sentence, phrase) - {case}
                frame = f"idiom-{preposition}"
                return {frame: act}, Found(frame, inside, phrase)
    return None


def _companion(sentence: Sentence, verb: int, goes_with: str) -> int | None:
    """Return the noun or the particle that makes an idiom of a verb."""
    if goes_with == "self":
        own = sentence.children(verb, *OBJECTS)
        return next((c for c in own if sentence[c].text.endswith(_SELF)), None)
    for child in sentence.children(verb, *OBJECTS):
        if child > verb and sentence[child].lemma.lower() == goes_with:
            return child
    after = verb + 1
    particle = after < len(sentence) and sentence[after].text.lower() == goes_with
    return after if particle and sentence[after].upos in {"ADP", "ADV"} else None
