"""How a document writes its words: in lower case, like names, in title case."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.annotate.encoder.case import is_shouted, is_titled
from dragoman.annotate.names.units import Unit


@dataclass(slots=True)
class Lexicon:
    """What the whole document shows of its words.

    Attributes:
        lower: How often a word stands in lower case.
        capital: How often it stands capitalised where grammar does not ask for it.
    """

    lower: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)

    def is_name_word(self, key: str) -> bool:
        """Tell whether the document writes the word like a name elsewhere."""
        return self.capital[key] > self.lower[key]


def read_lexicon(sentences: Iterable[list[Unit]], titlecase: Iterable[bool]) -> Lexicon:
    """Count the words of a document by how they are written.

    Args:
        sentences: The units of each.
        titlecase: Whether each is written in title case (``is_title_case``).
    """
    lexicon = Lexicon()
    for units, capitals in zip(sentences, titlecase, strict=True):
        if capitals:
            continue
        for unit in units:
            if not unit.word:
                continue
            if not unit.capital:
                lexicon.lower[unit.key] += 1
            elif not unit.initial:
                lexicon.capital[unit.key] += 1
    return lexicon


def is_title_case(units: list[Unit]) -> bool:
    """Tell whether a sentence is written in title case or in capitals."""
    texts = [u.text for u in units]
    if is_shouted(texts) or is_titled(texts):
        return True
    words = [u for u in units if u.word and len(u.key) > 3 and u.key[0].isalpha()]
    if len(words) < 4:
        return False
    if any(u.upos in {"VERB", "AUX"} and u.word and not u.capital for u in units):
        return False
    if units[-1].text == "." and not all(u.capital for u in words):
        return False
    shouted = [u for u in words if u.text.isupper()]
    if units[0] in shouted and len(shouted) <= 3 < len(units) < 16:
        # "SEOUL, March 19 (Hanbit News) --" by itself.
        return not any(u.text in {"(", "–", "—", "--", "-"} for u in units)
    return sum(u.capital for u in words) >= 0.8 * len(words)
