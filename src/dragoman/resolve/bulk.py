"""A million names at once: which of them are one person's, by the names alone.

For lists without texts around them. It is the resolver of a case with all of the
evidence but the names taken out: the same comparison, the same verdicts, the same
settling. Only where candidates come from is its own: names of one sound fall together
first, and names that share two words by their consonants are compared, in memory.
"""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

import numpy as np

from dragoman.model.judgement import Judgement
from dragoman.resolve.persons import judge_names
from dragoman.resolve.settle import Pair, settle
from dragoman.resolve.verdict import Verdict, different
from dragoman.text.name_features import surely_differ
from dragoman.text.name_glance import Ints, NameGlance
from dragoman.text.name_score import compare_words_of_persons
from dragoman.text.person_names import (
    PersonWords,
    pair_keys,
    split_person,
    split_persons,
)

# A block of more names is compared with its neighbours only, those first of which both
# words sound alike.
_MAX_BLOCK, _WINDOW = 24, 3


@dataclass(frozen=True, slots=True)
class _Name:
    """What stands for all names of one sound.

    Attributes:
        id: The first of them in the order of the alphabet.
        words: It, taken apart.
        signature: Equal for names of one sound.
    """

    id: str
    words: PersonWords
    signature: str


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
    # The later of equal names first, so that the place of the first one stays.
    first = dict(zip(reversed(names), range(len(names) - 1, -1, -1), strict=True))
    signatures: dict[str, str] = {}
    chosen: dict[str, _Name] = {}
    for form in _read(list(first)):
        name = form.id
        known = chosen.setdefault(form.signature, form)
        signatures[name] = known.signature
        if name < known.id:
            chosen[known.signature] = form
    forms = sorted(chosen.values(), key=lambda form: form.signature)
    root = {form.id: form.id for form in forms}
    for edge in settle(list(_judge_all(forms)), (), _Nothing(), "auto:names"):
        if edge.judgement is Judgement.POSITIVE:
            root[_find(edge.right, root)] = _find(edge.left, root)
    home = {signature: _find(form.id, root) for signature, form in chosen.items()}
    least: dict[str, int] = {}
    for name, place in first.items():
        one = home[signatures[name]]
        least[one] = min(place, least.get(one, place))
    places = {name: least[home[signatures[name]]] for name in first}
    return list(map(places.__getitem__, names))


def _judge_all(forms: Sequence[_Name]) -> Iterator[Pair[_Name]]:
    """Yield what joins names, and what keeps apart names that something joins."""
    ones, others = _candidates(forms)
    differ = NameGlance(form.words for form in forms).surely_differ(ones, others)
    joined = np.zeros(len(forms), dtype=np.bool_)
    for at in np.flatnonzero(~differ).tolist():
        one, other = forms[ones[at]], forms[others[at]]
        verdict = _compare(one.id, one.words, other.id, other.words)
        if verdict is None or verdict.judgement is Judgement.UNSURE:
            continue
        if verdict.judgement is Judgement.NEGATIVE:
            differ[at] = True
        else:
            joined[[ones[at], others[at]]] = True
            yield one, other, verdict
    for at in np.flatnonzero(differ & joined[ones] & joined[others]).tolist():
        yield forms[ones[at]], forms[others[at]], _TWO


def _find(form: str, root: dict[str, str]) -> str:
    while root[form] != form:
        root[form] = form = root[root[form]]
    return form


def propose_pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that are worth comparing, by their words."""
    forms = {form.signature: form for form in _read(sorted(set(names)))}
    ordered = sorted(forms.values(), key=lambda form: form.signature)
    ones, others = (places.tolist() for places in _candidates(ordered))
    return [(ordered[a].id, ordered[b].id) for a, b in zip(ones, others, strict=True)]


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


def _read(names: Sequence[str]) -> Iterator[_Name]:
    for name, words in zip(names, split_persons(names), strict=True):
        yield _Name(name, words, _sign(words))


def _sign(words: PersonWords) -> str:
    sounds = sorted([word.sound for word in words.parts])
    # Father and son are told by the order of the words, namesakes by the mark.
    order = " ".join(words.words) if words.kinship else ""
    return "|".join((*sounds, words.generation, order))


def _candidates(forms: Sequence[_Name]) -> tuple[Ints, Ints]:
    """Return the places of names that share two words by their consonants, as pairs.

    Each pair comes once, the first name before the other.
    """
    numbers: dict[tuple[str, str], int] = {}
    sounds: dict[str, int] = {}
    rows: list[int] = []
    for place, form in enumerate(forms):
        for key, heard in pair_keys(form.words).items():
            rows.append(numbers.setdefault(key, len(numbers)))
            rows.append(sounds.setdefault(heard, len(sounds)))
            rows.append(place)
    keys, heard_as, places = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    order = np.lexsort((places, heard_as, keys))
    ones, others = _neighbours(keys[order], places[order])
    ones, others = np.minimum(ones, others), np.maximum(ones, others)
    initials = np.array(list(_initials(forms)), dtype=np.int64).reshape(-1, 2)
    ones = np.concatenate((ones, initials[:, 0]))
    others = np.concatenate((others, initials[:, 1]))
    pairs = np.unique(ones * len(forms) + others)
    return pairs // max(1, len(forms)), pairs % max(1, len(forms))


def _neighbours(keys: Ints, places: Ints) -> tuple[Ints, Ints]:
    """Pair the places under each key; in a large block only those that are near.

    Args:
        keys: In order, shape ``(n,)``.
        places: Those most alike side by side under each key, shape ``(n,)``.
    """
    _, first, sizes = np.unique(keys, return_index=True, return_counts=True)
    reach = np.repeat(np.where(sizes > _MAX_BLOCK, _WINDOW, sizes), sizes)
    left = np.repeat(first + sizes, sizes) - np.arange(len(keys)) - 1
    reach = np.minimum(reach, left)
    ones, others = [places[:0]], [places[:0]]
    for distance in range(1, int(reach.max(initial=0)) + 1):
        at = np.flatnonzero(reach >= distance)
        ones.append(places[at])
        others.append(places[at + distance])
    return np.concatenate(ones), np.concatenate(others)


def _initials(forms: Sequence[_Name]) -> Iterator[tuple[int, int]]:
    """Yield names with an initial and what each may stand for: "J. Marsh"."""
    initials: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    full: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        words = form.words.parts
        if len(words) > 1:
            filed = initials if words[0].size == 1 else full
            filed[words[-1].key, words[0].text[:1]].append(place)
    for key, some in sorted(initials.items()):
        for one in some[:_MAX_BLOCK]:
            for other in full.get(key, ())[:_MAX_BLOCK]:
                yield min(one, other), max(one, other)


_TWO = different(0.0, "different names", silent=True)


def _compare(
    one: str, words: PersonWords, other: str, others: PersonWords
) -> Verdict | None:
    found = compare_words_of_persons(words, others)
    sizes = len(words.joined), len(others.joined)
    shorter = one if (sizes[0], one) < (sizes[1], other) else other
    return judge_names(found, shorter)
