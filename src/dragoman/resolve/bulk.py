"""A million names at once: which of them are one person's, by the names alone.

For lists without texts around them. Names of one sound fall together by a signature;
names that share two words by their consonants are compared; clusters that a pair of
names keeps apart are not joined. What a name lacks of another's words is joined only
where a single cluster fits.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dragoman.data.tables import given_name_forms
from dragoman.text.name_likeness import sound
from dragoman.text.name_score import compare_person_names
from dragoman.text.person_names import key_of, split_person

# A block of more names is compared with its neighbours in order only.
_MAX_BLOCK, _WINDOW = 24, 6
_MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a name.

    Attributes:
        text: As it is written.
        keys: Consonants of its words.
        signature: Equal for names that sound the same.
    """

    text: str
    keys: tuple[str, ...]
    signature: str


def cluster_names(names: Sequence[str]) -> list[int]:
    """Return the cluster of each name: the place of its first name in text order.

    >>> cluster_names(["Sergei Lapshin", "Ana Lee", "Sergey Lapshin"])
    [0, 1, 0]
    """
    read = [_read(name) for name in names]
    forms: dict[str, _Name] = {}
    for name in read:
        known = forms.get(name.signature)
        if known is None or name.text < known.text:
            forms[name.signature] = name
    joined = _Joined(forms)
    parts: defaultdict[str, set[str]] = defaultdict(set)
    pairs = sorted(
        (one.signature, other.signature) for one, other in _candidates(forms.values())
    )
    for one, other in pairs:
        found = _compare(forms[one], forms[other])
        if found == "one":
            joined.join(one, other)
        elif found == "part":
            short, long = sorted((one, other), key=lambda key: (len(key), key))
            parts[short].add(long)
        elif found == "two":
            joined.keep_apart(one, other)
    for short in sorted(parts):
        homes = {joined.root(long) for long in parts[short]}
        if len(homes) == 1:
            joined.join(short, homes.pop())
    first: dict[str, int] = {}
    return [
        first.setdefault(joined.root(name.signature), n) for n, name in enumerate(read)
    ]


def propose_pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that are worth comparing, by their words."""
    forms = {name: _read(name) for name in names}
    return [(one.text, other.text) for one, other in _candidates(forms.values())]


def decide(one: str, other: str) -> str | None:
    """Tell by names alone: ``one`` person, ``two``, ``part`` of the other, or ``None``.

    >>> decide("Sergei Lapshin", "Sergey Lapshin")
    'one'
    """
    left, right = _read(one), _read(other)
    return "one" if left.signature == right.signature else _compare(left, right)


class _Joined:
    """Clusters of signatures with what must stay apart."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._parent = {form: form for form in forms}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)

    def root(self, form: str) -> str:
        while self._parent[form] != form:
            self._parent[form] = form = self._parent[self._parent[form]]
        return form

    def join(self, one: str, other: str) -> None:
        left, right = sorted((self.root(one), self.root(other)))
        if left == right or right in self._apart[left]:
            return
        self._parent[right] = left
        for enemy in self._apart.pop(right, set()):
            self._apart[enemy].discard(right)
            self.keep_apart(left, enemy)

    def keep_apart(self, one: str, other: str) -> None:
        left, right = self.root(one), self.root(other)
        if left != right:
            self._apart[left].add(right)
            self._apart[right].add(left)


@lru_cache(maxsize=1 << 18)
def _read(name: str) -> _Name:
    words = split_person(name)
    sounds = sorted(sound(word) for word in words.words)
    # Father and son are told by the order of the words, namesakes by the mark.
    order = " ".join(words.words) if words.kinship else ""
    return _Name(
        name,
        tuple(key_of(word) for word in words.words),
        "|".join((*sounds, words.generation, order)),
    )


def _candidates(forms: Collection[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield the pairs of names that share two words by their consonants."""
    blocks: defaultdict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: form.signature):
        for key in _block_keys(form.keys):
            blocks[key].append(form)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        for one, other in _pair_up(block):
            pair = (one.signature, other.signature)
            if pair not in seen:
                seen.add(pair)
                yield one, other
    yield from _initials(forms)


def _initials(forms: Collection[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield names with an initial and what it may stand for: "J. Marsh"."""
    initials: defaultdict[tuple[str, str], list[_Name]] = defaultdict(list)
    full: defaultdict[tuple[str, str], list[_Name]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: form.signature):
        if len(form.keys) > 1:
            filed = initials if len(form.keys[0]) == 1 else full
            filed[form.keys[-1], form.keys[0][:1]].append(form)
    for key, some in sorted(initials.items()):
        for one in some[:_MAX_BLOCK]:
            for other in full[key][:_MAX_BLOCK]:
                yield one, other


def _pair_up(block: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    width = len(block) if len(block) <= _MAX_BLOCK else _WINDOW
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + width]:
            yield one, other


def _block_keys(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    words = keys[:_MAX_WORDS]
    found = {tuple(sorted(pair)) for pair in combinations(words, 2)}
    # "Amir-Tabrizi" and "Amirtabrizi".
    for at in range(len(words) - 1):
        joined = words[at] + words[at + 1]
        found |= {
            tuple(sorted((joined, word)))
            for n, word in enumerate(words)
            if n not in {at, at + 1}
        }
    return found


def _compare(one: _Name, other: _Name) -> str | None:
    """Tell one person from two; ``None`` where the names do not say."""
    if _surely_two(one.keys, other.keys):
        return "two"
    found = compare_person_names(one.text, other.text)
    if found.automatic and not found.has("word_initial"):
        return "part" if found.has("extra_any") else "one"
    if found.contained or (found.automatic and found.has("word_initial")):
        return "part"
    return "two" if found.differ and found.probability < _TWO else None


_TWO = 0.1


def _surely_two(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell at a glance: both have a word that begins like none of the other's."""
    return _stands_out(one, other) and _stands_out(other, one)


def _stands_out(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    starts = {key[:1] for key in other}
    return any(
        key[:1] not in starts and len(key) > 1 and not _has_forms(key) for key in one
    )


@lru_cache(maxsize=1 << 16)
def _has_forms(key: str) -> bool:
    return key in _form_keys()


@lru_cache(maxsize=1)
def _form_keys() -> frozenset[str]:
    """Return the keys of given names that have short or foreign forms."""
    return frozenset(key_of(name) for name in given_name_forms())
