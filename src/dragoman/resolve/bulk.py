"""A million names at once: which of them are one person's, by the names alone.

For lists without texts around them. It is the resolver of a case with all of the
evidence but the names taken out: the same comparison, the same settling, the same
verdicts, but for names that say less (``_judge``). Only where candidates come from is
its own: names of one sound fall together first, and names that share two words by
their consonants are compared, in memory. Everything is done to all names at each
step, in rows of numbers.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

import numpy as np

from dragoman.model.judgement import Judgement
from dragoman.resolve.bulk_blocks import NameBlocks, neighbours
from dragoman.resolve.bulk_distinct import find_distinct
from dragoman.resolve.bulk_settle import Joinable, Joins, settle_names
from dragoman.resolve.persons import judge_names
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.text.name_features import surely_differ
from dragoman.text.name_pairs import NamePairs
from dragoman.text.name_score import Comparison, compare_words_of_persons
from dragoman.text.name_table import NameTable
from dragoman.text.person_names import split_person
from dragoman.text.pieces import cut_lines
from dragoman.text.word_table import Flags, Ints

_SAME, _OTHER = 1, -1
_TWO = different(0.0, "different names", silent=True)


def cluster_names(names: Sequence[str]) -> list[int]:
    """Return the cluster of each name: the place of its first name in text order.

    >>> cluster_names(["Sergei Lapshin", "Ana Lee", "Sergey Lapshin"])
    [0, 1, 0]
    """
    with _collector_paused():
        return _cluster(names)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the collector of cycles from walking through all names again and again.

    Nothing here makes cycles; the walks took half the time of a million names, and
    more with each name.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _cluster(names: Sequence[str]) -> list[int]:
    firsts, spelt = find_distinct(names)
    forms, form_of = _gather_forms(NameTable([names[n] for n in firsts.tolist()]))
    root = _join(NamePairs(forms), *NameBlocks(forms).likely_pairs())
    clusters = root[form_of]
    # The first of the names, which are in the order of the list.
    labels = np.zeros(len(root), dtype=np.int64)
    labels[clusters[::-1]] = firsts[::-1]
    found: list[int] = labels[clusters][spelt].tolist()
    return found


def _gather_forms(table: NameTable) -> tuple[NameTable, Ints]:
    """Return what stands for the names of each sound, and the place of each name's.

    Forms are in the order of their sounds; the one that comes first in the alphabet
    stands for all names of one sound.
    """
    leading, rest = table.sounds()
    order = np.argsort(leading)
    new = np.append(True, np.diff(leading[order]) != 0)[: len(order)]
    # Of those that open alike the rest tells.
    ordered = rest[order]
    other = np.append(False, np.diff(ordered) != 0)[: len(order)] & ~new
    if other.any():
        run = np.cumsum(new) - 1
        mixed = np.flatnonzero(np.isin(run, run[other]))
        some = order[mixed]
        order[mixed] = some[np.lexsort((rest[some], leading[some]))]
        new |= np.append(True, np.diff(rest[order]) != 0)
    form_of = np.empty(len(table), dtype=np.int64)
    form_of[order] = np.cumsum(new) - 1
    starts = np.flatnonzero(new)
    chosen = order[starts]
    sizes = np.diff(starts, append=len(order))
    several = np.repeat(sizes > 1, sizes)
    if several.any():
        some = order[several]
        names = cut_lines([table.name(place) for place in some.tolist()])
        heads = np.cumsum(sizes[sizes > 1]) - sizes[sizes > 1]
        chosen[sizes > 1] = some[names.least(np.arange(len(some)), heads)]
    return table.take(chosen), form_of


def _join(pairs: NamePairs, ones: Ints, others: Ints) -> Ints:
    """Return for each name another that is joined with it, one for each cluster."""
    lots = _Verdicts(pairs, ones, others)
    joined = lots.judgements == _SAME
    ones, others = ones[joined], others[joined]
    root = _components(pairs.count, ones, others)
    # What is joined through others is compared as well: it may be kept apart.
    first, second = _within(root)
    inner = _Verdicts(pairs, first, second)
    apart = inner.judgements == _OTHER
    disputed = np.zeros(pairs.count, dtype=np.bool_)
    disputed[root[first[apart]]] = True
    disputed[root[ones[lots.weak[joined]]]] = True
    # A name that says less and the only one that it fits are one.
    disputed &= np.bincount(root[ones], minlength=pairs.count) > 1
    some = np.flatnonzero(joined)[disputed[root[ones]]]
    settled = settle_names(lots.joinable(some), Joins(first[apart], second[apart]))
    # Where nothing is kept apart and nothing says less, all that is joined is one.
    found = np.where(disputed[root], np.arange(pairs.count), root)
    again = _components(pairs.count, *settled)
    return np.where(disputed[root], again, found)


class _Verdicts:
    """Verdicts on pairs of forms.

    Attributes:
        judgements: ``_SAME``, ``_OTHER`` or 0, shape ``(n,)``.
        weak: Whether the verdict holds only while a single cluster fits.
    """

    def __init__(self, pairs: NamePairs, ones: Ints, others: Ints) -> None:
        self._ones, self._others = ones, others
        compared = pairs.compare(ones, others)
        verdicts = [_judge(one, "") for one in compared.comparisons]
        # The last one is of names that surely differ.
        verdicts.append(_TWO)
        which = compared.which
        values = np.array([_value(one) for one in verdicts], dtype=np.int64)
        self.judgements = values[which]
        weak = [one is not None and one.weak is not None for one in verdicts]
        self.weak: Flags = np.array(weak)[which]
        scores = [0.0 if one is None else one.score for one in verdicts]
        self._scores = np.array(scores)[which]
        self._lengths = pairs.lengths

    def joinable(self, some: Ints) -> Joinable:
        """Return some of the pairs as settling takes them."""
        ones, others = self._ones[some], self._others[some]
        lengths = self._lengths[ones], self._lengths[others]
        shorter = np.where(lengths[1] < lengths[0], others, ones)
        weak = np.where(self.weak[some], shorter, -1)
        return Joinable(ones, others, self._scores[some], weak)


# How what a name that says less does say may differ from the other name.
_SAID_OTHERWISE = ("word_spelling", "two_sure", "extra_first", "extra_last")


def _judge(names: Comparison, shorter: str) -> Verdict | None:
    """Judge two names of a list.

    Who says less must say the same: among many names there is always one more that is
    spelt a little like it, or bears another surname, and no office tells them apart.
    """
    verdict = judge_names(names, shorter)
    if verdict is None or verdict.weak is None or names.automatic:
        return verdict
    if names.has(*_SAID_OTHERWISE):
        return unsure(verdict.score, *verdict.reasons)
    return verdict


def _value(verdict: Verdict | None) -> int:
    if verdict is None:
        return 0
    values = {Judgement.POSITIVE: _SAME, Judgement.NEGATIVE: _OTHER}
    return values.get(verdict.judgement, 0)


def _components(count: int, ones: Ints, others: Ints) -> Ints:
    """Return the least name that each hangs together with.

    Args:
        count: How many names there are.
        ones: Names that are joined, by their places, shape ``(n,)``.
        others: Those that they are joined with, shape ``(n,)``.
    """
    root = np.arange(count, dtype=np.int64)
    while len(ones):
        least = np.minimum(root[ones], root[others])
        for ends in (root[ones], root[others]):
            np.minimum.at(root, ends, least)
        while not np.array_equal(root, above := root[root]):
            root = above
        open_ = root[ones] != root[others]
        ones, others = ones[open_], others[open_]
    return root


def _within(root: Ints) -> tuple[Ints, Ints]:
    """Pair the names that are joined to one another, through others or by themselves.

    Args:
        root: For each name one that stands for all that it is joined to.
    """
    order = np.argsort(root, kind="stable")
    ones, others = neighbours(root[order])
    return order[ones], order[others]


def propose_pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that are worth comparing, by their words."""
    forms, _ = _gather_forms(NameTable(sorted(set(names))))
    ones, others = NameBlocks(forms).all_pairs()
    pairs = zip(ones.tolist(), others.tolist(), strict=True)
    return [(forms.name(a), forms.name(b)) for a, b in pairs]


def judge_pairs(
    pairs: Sequence[tuple[str, str]], read: NameTable | None = None
) -> list[Verdict | None]:
    """Tell of many pairs of names what ``judge_pair`` tells of each.

    Args:
        pairs: The names.
        read: All of them, each once, where they were read before.
    """
    with _collector_paused():
        return _judge_pairs(pairs, read)


def _judge_pairs(
    pairs: Sequence[tuple[str, str]], read: NameTable | None
) -> list[Verdict | None]:
    listed = list(chain.from_iterable(pairs))
    table = NameTable(list(dict.fromkeys(listed))) if read is None else read
    numbers = table.numbers()
    flat = np.fromiter(map(numbers.__getitem__, listed), np.int64, len(listed))
    ones, others = flat[::2], flat[1::2]
    compared = NamePairs(table).compare(ones, others)
    verdicts = [*(_judge(one, "") for one in compared.comparisons), _TWO]
    found = list(map(verdicts.__getitem__, compared.which.tolist()))
    weak = np.array([one is not None and one.weak is not None for one in verdicts])
    asked = np.flatnonzero(weak[compared.which])
    lengths = table.lengths[ones[asked]], table.lengths[others[asked]]
    for n, *each in zip(
        asked.tolist(), *(some.tolist() for some in lengths), strict=True
    ):
        verdict = found[n]
        if verdict is not None:
            shorter = _shorter(*pairs[n], *each)
            found[n] = same(verdict.score, *verdict.reasons, weak=shorter)
    return found


def judge_pair(one: str, other: str) -> Verdict | None:
    """Tell by two names alone what the resolver makes of them.

    >>> judge_pair("Sergei Lapshin", "Sergey Lapshin").judgement.value
    'positive'
    """
    words, others = split_person(one), split_person(other)
    if surely_differ(words, others):
        return _TWO
    found = compare_words_of_persons(words, others)
    return _judge(found, _shorter(one, other, len(words.joined), len(others.joined)))


def _shorter(one: str, other: str, length: int, other_length: int) -> str:
    return one if (length, one) < (other_length, other) else other
