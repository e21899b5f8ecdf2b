"""Labels that open what is told under them: "Gao: Fighters raided", "7 Feb – Talks".

Digests, situation reports and chronicles go place by place or day by day. Two such
labels with a known place, or with a day, make a list; then what stands alike before
the same mark is one too, also a village that no table knows. One place before a colon
is a dateline, and a name that comes again is a speaker in a transcript.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import country_names, fold_key, places
from dragoman.model.document import Block, BlockKind
from dragoman.text.dates_lexicon import DAYS, MONTHS, WEEKDAYS

_FEWEST = 2
_MANY = 3  # labels alike, of which one place is known
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
# What opens an item of a list.
BULLET = r"(?:[■•▪▸►➤●◦*] ?|[–—-] |\(?\d{1,2}[.)] )"
_BULLET = f"{BULLET}?"
_NAME = (
    rf"(?:[Tt]he )?(?:{_UPPER}\. )?{_UPPER}[\w'’]*"
    rf"(?:[ -](?:al-|el-|of |de |du |and |& )?{_UPPER}[\w'’]*){{0,3}}"
)
_DAYS = (
    rf"(?:\d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})? )?{_UPPER}[a-z]{{2,8}}\.?"
    rf"(?:\s?[–-]\s?{_UPPER}[a-z]{{2,8}}\.?)?(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{4}}"
)
_ASIDE = r"(?: (?:township|district|province|region|city|town|county|camp))?"
_ASIDE += r"(?: \([^()\n]{2,30}\))?"
_MARK = (
    rf"(?P<mark>\s?:(?=\s)|\s(?:[–—]|--?)(?=\s)|\.(?= {_UPPER}))"
    r"\s+(?P<quote>[\"“‘'«„]?)(?=\w|[\"“«„])"
)
_LABEL = re.compile(rf"{_BULLET}(?P<words>{_DAYS}|{_NAME}){_ASIDE}{_MARK}")
_INLINE = re.compile(rf"(?<=[.!?;”\"')] )(?:■ )?(?={_UPPER}|\d)")
_ITEM = re.compile(r"(?<=[.!?;”\"')] )[■•▪▸►➤●◦] ?(?=[\w\"“«„])")
_DAY_WORDS = frozenset({*MONTHS, *WEEKDAYS, *DAYS})
_PARTS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text.

    Attributes:
        start: Where it begins, its bullet with it.
        end: Where its words end.
        after: Where what it opens begins, behind the mark.
        kind: ``day``, ``place`` if it is a known one, or nothing.
    """

    start: int
    end: int
    after: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    label: Label
    words: str
    mark: str
    quoted: bool


def find_labels(text: str, blocks: Sequence[Block]) -> tuple[Label, ...]:
    """Return the labels of a text in order; nothing if it is no list.

    >>> from dragoman.model.document import BlockKind
    >>> told = "Lima: Police shot two. Quito: Nothing new."
    >>> [told[one.start : one.end] for one in
    ...  find_labels(told, [Block(BlockKind.PARAGRAPH, 0, len(told))])]
    ['Lima', 'Quito']
    """
    return _find_labels(text, tuple(blocks))


# Asked for by one step after another, always of the same document.
@lru_cache(maxsize=1)
def _find_labels(text: str, blocks: tuple[Block, ...]) -> tuple[Label, ...]:
    found = [one for block in blocks for one in _candidates(text, block)]
    counted = Counter(one.words for one in found)
    chosen: list[Label] = []
    for kind, likes in (("day", _is_day), ("place", _is_alike)):
        for mark in (":", "–", "."):
            alike = [one for one in found if one.mark == mark and likes(one)]
            alike = [one for one in alike if counted[one.words] == 1]
            known = sum(one.label.kind == kind for one in alike)
            if known >= _FEWEST or (known and len(alike) >= _MANY):
                chosen += [one.label for one in alike]
    return tuple(sorted(set(chosen), key=lambda label: label.start))


def find_items(text: str, start: int, end: int) -> list[int]:
    """Return where items begin that are set in one paragraph, with bullets between.

    >>> find_items("• Calm in Gao. • Two died.", 0, 26)
    [15]
    """
    return [one.start() for one in _ITEM.finditer(text, start, end)]


def _is_day(one: _Candidate) -> bool:
    return one.label.kind == "day"


def _is_alike(one: _Candidate) -> bool:
    return one.label.kind != "day" and not one.quoted


def _candidates(text: str, block: Block) -> Iterator[_Candidate]:
    if block.kind not in _KINDS:
        return
    starts = [block.start]
    starts += [one.start() for one in _INLINE.finditer(text, block.start, block.end)]
    end = -1
    for start in starts:
        label = _LABEL.match(text, start, block.end) if start >= end else None
        if label is None:
            continue
        end = label.end()
        words, mark = label["words"], label["mark"].strip()
        if mark == "." and start > block.start:
            continue
        yield _Candidate(
            Label(start, label.start("mark"), label.start("quote"), _kind(words)),
            words.casefold(),
            mark if mark in ":." else "–",
            bool(label["quote"]),
        )


def _kind(words: str) -> str:
    """Return whether words are a day, a place that is known, or neither."""
    parts = [part.casefold() for part in _PARTS.findall(words)]
    if _DAY_WORDS.issuperset(parts):
        return "day"
    key = fold_key(words)
    bare = key.removeprefix("the ")
    known = key in places() or bare in places() or bare in country_names()
    return "place" if known else ""
