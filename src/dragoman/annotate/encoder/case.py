"""Headlines in capitals or title case, as running text for the model.

The model reads lower case nearly as well as running text, and capitals hardly at
all: of the names in sentences put into capitals it finds a quarter, of the same in
lower case nine tenths of what it finds in running text. Capitals restored to some of
the words (names known from tables or from the rest of the document) were measured:
they make it worse, since a word in lower case beside them is then no name. So all
is lowered but acronyms in title case, and what then shows no capitals is read once
more for its names, with capitals on all words but small ones (``in_title_case``). A
name that stands alone ("KARIMA BELLAL") has no small words beside it and is read as
names are written. Offsets do not change: the model is shown other words than stand in
the text.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.resources import files

from dragoman.annotate.encoder.lemmas import read_lemma_table
from dragoman.data.tables import fold_key, organizations

_LEAST_WORDS = 4
_SHORT = 3
# A text of so many words at most, in capitals and none of them common, is a signature
# or a caption; words of so many letters in it are hardly acronyms.
_MOST_ALONE = 6
_LONG = 5
_SHOUTED = 0.7
# Title case leaves small words; a list of names has no common words in capitals.
_COMMON = 0.34
_SPOKEN = frozenset({"AND", "ARE", "FOR", "HAS", "IS", "NOT", "THE", "YOU"})
_SMALL = frozenset(
    {"about", "after", "against", "amid", "among", "before", "between", "during",
     "from", "into", "near", "onto", "over", "than", "that", "through", "toward",
     "towards", "under", "until", "upon", "when", "while", "with", "within", "without"}
)  # fmt: skip
# Those that title case always leaves.
_CLOSED = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by",
     "with", "from", "as", "is", "was", "be"}
)  # fmt: skip
# Short words that title case writes in capitals: verbs and pronouns.
_TALKING = frozenset(
    {"met", "won", "led", "ran", "saw", "hit", "set", "put", "got",
     "has", "had", "did", "who", "he", "she", "it", "his", "her", "its", "we", "our"}
)  # fmt: skip


def running_case(words: list[str]) -> list[str]:
    """Return the words as the model reads them best, the same number."""
    if is_shouted(words):
        return [_lowered(word) for word in words]
    if is_titled(words):
        return [word if _is_acronym(word) else _lowered(word) for word in words]
    if len(words) <= _MOST_ALONE and all(map(str.isupper, filter(str.isalpha, words))):
        return [_titled(word) for word in words]
    return words


def in_title_case(words: Sequence[str]) -> list[str] | None:
    """Return words that show no capitals, but of acronyms, in title case.

    ``None`` where some word shows one, or none could.
    """
    if any(word[0].isupper() and not _is_acronym(word) for word in words):
        return None
    if not any(map(str.islower, words)):
        return None
    return [
        word if place and word in _CLOSED else _capital(word)
        for place, word in enumerate(words)
    ]


def is_shouted(words: Collection[str]) -> bool:
    """Tell whether a text is written in capitals."""
    if not any(map(str.isupper, words)):
        return False
    letters = [word for word in words if len(word) > 1 and word.isalpha()]
    if len(letters) < _LEAST_WORDS:
        # "TALKS FAIL"; "UN, NATO" is no shouting.
        return all(word.isupper() for word in letters) and any(
            word.lower() in common_words() or word in _SPOKEN for word in letters
        )
    return sum(map(str.isupper, letters)) >= _SHOUTED * len(letters)


def is_titled(words: Collection[str]) -> bool:
    """Tell whether a text is written in title case: all but its small words."""
    longer = []
    for word in words:
        if len(word) > _SHORT and word.isalpha():
            if word.islower() and word not in _SMALL:
                return False  # Running text shows it soon.
            longer.append(word)
    if not _TALKING.isdisjoint(words):
        return False  # "Deputy Minister of Foreign Affairs X met Y": running text
    capital = [word.lower() for word in longer if word[0].isupper()]
    if len(capital) < _LEAST_WORDS:
        return False
    return sum(word in common_words() for word in capital) >= _COMMON * len(capital)


def _lowered(word: str) -> str:
    """Return a word in lower case; as it stands if that has another length: "İ"."""
    lower = word.lower()
    return lower if len(lower) == len(word) else word


def _titled(word: str) -> str:
    """Return a long word in capitals as a name is written: "DOE" and "UNESCO" stay."""
    long = len(word) >= _LONG and word.isalpha()
    if not long or fold_key(word) in organizations():
        return word
    return word[0] + _lowered(word[1:])


def _capital(word: str) -> str:
    """Return a word with its first letter in capitals; "ß" has no such."""
    first = word[0].title()
    return first + word[1:] if len(first) == 1 else word


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return the words of the language, base forms and inflected ones."""
    table = files("dragoman.data").joinpath("model", "lemmas.tsv")
    kinds = read_lemma_table(table).values()
    return frozenset().union(*kinds, *(kind.values() for kind in kinds))
