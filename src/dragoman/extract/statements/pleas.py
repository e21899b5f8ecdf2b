"""Pleas before a court: "pleaded not guilty to two counts"."""

from dragoman.extract.statements.clauses import Found, subtree
from dragoman.extract.statements.order import first_word
from dragoman.model.syntax import Sentence
from dragoman.text.calendar_names import CALENDAR

_PLEAS = frozenset({"guilty", "innocent"})


def find_plea(sentence: Sentence, verb: int) -> Found | None:
    """Read "pleaded guilty to theft", which admits, and "not guilty", which denies."""
    for place in range(verb + 1, min(verb + 4, len(sentence))):
        word = sentence[place].text.lower()
        if word not in _PLEAS:
            continue
        denied = word == "innocent" or sentence[place - 1].text.lower() == "not"
        tokens = subtree(sentence, place) | frozenset(range(verb + 1, place + 1))
        for child in sentence.children(verb, "obl", "advcl", "ccomp", "xcomp"):
            if child > place and sentence[first_word(sentence, child)].text == "to":
                tokens |= subtree(sentence, child)
        for day in tuple(tokens):
            if sentence[day].text in CALENDAR and sentence.children(day, "case"):
                tokens -= subtree(sentence, day)  # "to two counts on Tuesday"
        return Found("plea-not" if denied else "plea", tokens, place)
    return None
