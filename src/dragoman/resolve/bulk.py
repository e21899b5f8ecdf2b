"""A million names at once: which of them are one person's, by the names alone.

For lists without texts around them. It is the resolver of a case with all of the
evidence but the names taken out: the same comparison, the same verdicts, the same
settling. Only where candidates come from is its own: names of one sound fall together
first, and names that share two words by their consonants are compared, in memory.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

import numpy as np

from dragoman.model.judgement import Judgement
from dragoman.resolve.bulk_blocks import NameBlocks, neighbours
from dragoman.resolve.persons import judge_names
from dragoman.resolve.settle import Pair, settle
from dragoman.resolve.verdict import Verdict, different
from dragoman.text.name_features import surely_differ
from dragoman.text.name_glance import Ints, NameGlance
from dragoman.text.name_score import compare_words_of_persons
from dragoman.text.person_names import (
    PersonWords,
    split_person,
    split_persons,
)


@dataclass(frozen=True, slots=True)
class _Name:
    """What stands for all names of one sound.

    Attributes:
        id: The first of them in the order of the alphabet.
        words: It, taken apart.
    """

    id: str
    words: PersonWords


class _Nothing:
    """A case in which nothing was judged yet."""

    def canonicals(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Find every name alone."""
        return {one: one for one in identifiers}

    def apart(self, canonicals: Iterable[str]) -> list[tuple[str, str]]:
        """Find nothing kept apart."""
        del canonicals
        return []


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
    numbers: dict[str, int] = {}
    spelt = [numbers.setdefault(name, len(numbers)) for name in names]
    forms, form_of = _gather_forms(list(numbers))
    places = {form.id: place for place, form in enumerate(forms)}
    root = list(range(len(forms)))
    for edge in settle(list(_judge_all(forms)), (), _Nothing(), "auto:names"):
        if edge.judgement is Judgement.POSITIVE:
            one, other = places[edge.left], places[edge.right]
            root[_find(other, root)] = _find(one, root)
    lots = np.array([_find(place, root) for place in root], dtype=np.int64)
    clusters = lots[form_of][np.array(spelt, dtype=np.int64)]
    _, firsts, which = np.unique(clusters, return_index=True, return_inverse=True)
    labels: list[int] = firsts[which].tolist()
    return labels


def _gather_forms(names: Sequence[str]) -> tuple[list[_Name], Ints]:
    """Return what stands for the names of each sound, and the place of each name's."""
    chosen: dict[str, _Name] = {}
    numbers: list[int] = []
    order: dict[str, int] = {}
    for name, words in zip(names, split_persons(names), strict=True):
        signature = _sign(words)
        numbers.append(order.setdefault(signature, len(order)))
        known = chosen.get(signature)
        if known is None or name < known.id:
            chosen[signature] = _Name(name, words)
    ordered = sorted(order)
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[[order[signature] for signature in ordered]] = np.arange(len(order))
    return [chosen[signature] for signature in ordered], ranks[numbers]


def _judge_all(forms: Sequence[_Name]) -> Iterator[Pair[_Name]]:
    """Yield what joins names, and what keeps apart names that something joins."""
    ones, others = NameBlocks([form.words for form in forms]).likely_pairs()
    # Most names meet none that is likely to be theirs.
    met, places = np.unique(np.concatenate((ones, others)), return_inverse=True)
    ones, others = places[: len(ones)], places[len(ones) :]
    forms = [forms[place] for place in met.tolist()]
    glance = NameGlance(form.words for form in forms)
    root = list(range(len(forms)))
    open_ = ~glance.surely_differ(ones, others)
    for one, other in zip(ones[open_].tolist(), others[open_].tolist(), strict=True):
        verdict = _judge(forms[one], forms[other])
        if verdict is not None and verdict.judgement is Judgement.POSITIVE:
            root[_find(other, root)] = _find(one, root)
            yield forms[one], forms[other], verdict
    ones, others = _within(root)
    differ = glance.surely_differ(ones, others)
    for at, apart in enumerate(differ.tolist()):
        one, other = forms[ones[at]], forms[others[at]]
        verdict = _TWO if apart else _judge(one, other)
        if verdict is not None and verdict.judgement is Judgement.NEGATIVE:
            yield one, other, verdict


def _within(root: list[int]) -> tuple[Ints, Ints]:
    """Pair the names that are joined to one another, through others or by themselves.

    Args:
        root: For each name another that it is joined to; itself for one of each lot.
    """
    roots = np.array([_find(place, root) for place in root], dtype=np.int64)
    order = np.argsort(roots, kind="stable")
    ones, others = neighbours(roots[order])
    return order[ones], order[others]


def _find(place: int, root: list[int]) -> int:
    while root[place] != place:
        root[place] = place = root[root[place]]
    return place


def propose_pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that are worth comparing, by their words."""
    ordered, _ = _gather_forms(sorted(set(names)))
    ones, others = NameBlocks([form.words for form in ordered]).all_pairs()
    pairs = zip(ones.tolist(), others.tolist(), strict=True)
    return [(ordered[a].id, ordered[b].id) for a, b in pairs]


def judge_pairs(
    pairs: Sequence[tuple[str, str]], read: Mapping[str, PersonWords] | None = None
) -> list[Verdict | None]:
    """Tell of many pairs of names what ``judge_pair`` tells of each.

    Args:
        pairs: The names.
        read: All of them as ``split_persons`` reads them, where that was done before.
    """
    names = {name: n for n, name in enumerate(dict.fromkeys(chain(*pairs)))}
    words = [read[name] for name in names] if read else split_persons(list(names))
    places = np.array([(names[a], names[b]) for a, b in pairs], dtype=np.int64)
    differ = NameGlance(words).surely_differ(places[:, 0], places[:, 1])
    return [
        _TWO if apart else _compare(one, words[names[one]], other, words[names[other]])
        for apart, (one, other) in zip(differ.tolist(), pairs, strict=True)
    ]


def judge_pair(one: str, other: str) -> Verdict | None:
    """Tell by two names alone what the resolver makes of them.

    >>> judge_pair("Sergei Lapshin", "Sergey Lapshin").judgement.value
    'positive'
    """
    words, others = split_person(one), split_person(other)
    if surely_differ(words, others):
        return _TWO
    return _compare(one, words, other, others)


def _judge(one: _Name, other: _Name) -> Verdict | None:
    return _compare(one.id, one.words, other.id, other.words)


def _sign(words: PersonWords) -> str:
    sounds = sorted([word.sound for word in words.parts])
    # Father and son are told by the order of the words, namesakes by the mark.
    order = " ".join(words.words) if words.kinship else ""
    return "|".join((*sounds, words.generation, order))


_TWO = different(0.0, "different names", silent=True)


def _compare(
    one: str, words: PersonWords, other: str, others: PersonWords
) -> Verdict | None:
    found = compare_words_of_persons(words, others)
    sizes = len(words.joined), len(others.joined)
    shorter = one if (sizes[0], one) < (sizes[1], other) else other
    return judge_names(found, shorter)
