"""Which names of persons name the same one: surnames, other spellings, aliases."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import TypeAlias

from dragoman.annotate.names.drafts import ChainDraft, Name, found_chain
from dragoman.data.tables import all_given_names
from dragoman.model.annotation import Schema
from dragoman.text.names import is_part_of, sound_words
from dragoman.text.person_names import GENERATIONS

# Code points between "X and his son, X Jr."; farther apart they may be one man.
_BESIDE = 80
Namesakes: TypeAlias = tuple[set[str], set[tuple[str, str]]]
_CACHE_SIZE = 8192
_LEAST_NEAR = 5  # letters of a sound key
# Letters that one and the same name is spelt with; a glide comes and goes.
_EITHER_WAY = tuple(
    (re.compile(old), new)
    for old, new in (
        ("e", "a"), ("u", "o"), ("e", "i"), ("ai", "e"), ("(?<=[aeou])i(?=[aeou])", "")
    )
)  # fmt: skip
# Names of families that stand before a given name, and are given names elsewhere.
_FAMILIES = frozenset({"kim", "jung", "min", "lin", "jin", "yang"})
_SYLLABLE = 4  # letters of a given name behind them, at most
# "Abu Yazan" is the father of Yazan.
_KINDRED = frozenset({"abu", "abou", "um", "umm", "oum", "bin", "ibn", "bint"})


def join_persons(
    names: list[Name],
    aliases: list[tuple[str, str]],
    namesakes: Namesakes,
    chains: list[ChainDraft],
    homes: dict[str, list[int]],
) -> None:
    """Join names of persons into chains.

    Args:
        names: Distinct names of persons.
        aliases: Pairs of keys, a name and what stands in brackets behind it.
        namesakes: Keys of full names that two persons bear; surnames, each with a
            fuller name of somebody else.
        chains: Gets the chains.
        homes: Gets for each key the chains that it may belong to.
    """
    shared, apart = namesakes
    spellings = _Spellings()
    for name in sorted(names, key=lambda n: (-len(sound_words(n.text)), n.first)):
        parts = sound_words(name.text)
        fitting = [
            home
            for home in spellings.find(parts)
            if not _of_other_generation(name, chains[home])
            and not any((name.key, one.key) in apart for one in chains[home].names)
        ]
        if not fitting and len(parts) == 1:
            near = spellings.find_near(parts[0])
            fitting = near if len(near) == 1 else []
        homes[name.key] = fitting
        if not fitting:
            homes[name.key] = [
                found_chain(Schema.PERSON, name, chains)
                for _ in range(2 if name.key in shared else 1)
            ]
            for home in homes[name.key]:
                spellings.add(home, parts)
        elif len(fitting) == 1:
            chain = chains[fitting[0]]
            chain.names.append(name)
            chain.first = min(chain.first, name.first)
            if len(parts) > 1:
                spellings.add(fitting[0], parts)
    _merge_aliases(aliases, chains, homes)
    for chain in chains:
        if chain.schema is Schema.PERSON:
            chain.gender = _gender_of(chain)


class _Spellings:
    """The names of persons in sound keys, by the chains that bear them."""

    def __init__(self) -> None:
        self._names: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
        # Chains by the words of their names, those with initials apart; and by the
        # consonants of all words.
        self._by_word: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._shortened: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._by_shape: defaultdict[tuple[str, ...], dict[int, None]] = defaultdict(
            dict
        )
        # Chains by how else their surnames may be spelt, once one is looked for.
        self._by_spelling: defaultdict[tuple[int, str], dict[int, None]] = defaultdict(
            dict
        )
        self._new: list[tuple[int, str]] = []

    def add(self, chain: int, parts: tuple[str, ...]) -> None:
        """Note a name of a chain."""
        self._names[chain].append(parts)
        by_word = self._shortened if _has_initials(parts) else self._by_word
        for word in parts:
            by_word[word][chain] = None
        self._by_shape[tuple(map(skeleton, parts))][chain] = None
        self._new += [(chain, surname) for surname in parts[-1:]]

    def find(self, parts: tuple[str, ...]) -> list[int]:
        """Return the chains of which a name may be another form.

        Without initials, all its words stand in the other one, or all its consonants;
        with them, one word stands in both at least.
        """
        whole = [self._by_word.get(word, {}) for word in parts]
        if not _has_initials(parts):
            # Of thousands of one given name, those who share the surname.
            whole = [min(whole, key=len, default={})]
        tried = dict.fromkeys(
            chain
            for chains in (
                *whole,
                self._by_shape.get(tuple(map(skeleton, parts)), {}),
                *(self._shortened.get(word, {}) for word in parts),
            )
            for chain in chains
        )
        return [
            chain
            for chain in tried
            if any(may_be_same(parts, other) for other in self._names[chain])
        ]

    def find_near(self, surname: str) -> list[int]:
        """Return the chains that have a surname that clerks write another way."""
        for chain, other in self._new:
            for spelling in enumerate(_spell_either_way(other)):
                self._by_spelling[spelling][chain] = None
        self._new.clear()
        tried = dict.fromkeys(
            chain
            for spelling in enumerate(_spell_either_way(surname))
            for chain in self._by_spelling.get(spelling, ())
        )
        return [
            chain
            for chain in tried
            if any(are_near(surname, other[-1]) for other in self._names[chain])
        ]


def _has_initials(parts: tuple[str, ...]) -> bool:
    return any(len(word) == 1 for word in parts)


def _of_other_generation(name: Name, chain: ChainDraft) -> bool:
    """Tell father and son: "X and his son, X Jr.", "X Sr. met X Jr."."""
    mine = _generation(name)
    for other in chain.names:
        theirs = _generation(other)
        full = len(name.words) > 1 + bool(mine) and len(other.words) > 1 + bool(theirs)
        if mine == theirs or not full:
            continue
        if (mine and theirs) or abs(name.first - other.first) <= _BESIDE:
            return True
    return False


def _generation(name: Name) -> str:
    last = name.words[-1].rstrip(".")
    return last if last in GENERATIONS else ""


def _merge_aliases(
    aliases: list[tuple[str, str]],
    chains: list[ChainDraft],
    homes: dict[str, list[int]],
) -> None:
    """Read "X [also known as Y]": the names of Y go to the chain of X."""
    for long, short in aliases:
        left, right = homes.get(long), homes.get(short)
        if not left or not right or len(left) > 1 or len(right) > 1 or left == right:
            continue
        into, gone = chains[left[0]], chains[right[0]]
        if into.schema is not gone.schema or into.schema is not Schema.PERSON:
            continue
        for name in gone.names:
            homes[name.key] = left
        into.names.extend(gone.names)
        gone.names = []


def _gender_of(chain: ChainDraft) -> str | None:
    """Return the gender that given name, patronymic or kinship word show."""
    for name in chain.names:
        words = name.words
        if len(words) < 2:
            continue
        if any(word in {"bin", "ibn", "ould"} for word in words[1:]):
            return "m"
        if "bint" in words[1:]:
            return "f"
        for word in words[1:]:
            if word.endswith(("ovich", "evich")):
                return "m"
            if word.endswith(("ovna", "evna", "yevna")):
                return "f"
        if words[0] in _FAMILIES and len(words[1].partition("-")[0]) <= _SYLLABLE:
            continue  # "Kim Jong-un" is no woman called Kim
        found = all_given_names().get(words[0]) or all_given_names().get(
            words[0].partition("-")[0]
        )
        if found is not None:
            return found
    return None


def may_be_same(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether a name in sound keys can be another form of a longer one."""
    if part == whole:
        return True
    if len(part) < len(whole):
        return is_part_of(part, whole) and not _is_child(part, whole)
    if len(part) != len(whole) or len(part) < 2:
        return False
    if is_part_of(part, whole):
        return True
    # The same spelt another way: all words alike in their consonants, the family
    # name or the given name the same.
    same = sum(a == b for a, b in zip(part, whole, strict=True))
    alike = all(
        a == b or _are_spellings(a, b) for a, b in zip(part, whole, strict=True)
    )
    return alike and same >= len(part) - 1


def _is_child(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether a name is a longer one without the kinship in it."""
    return any(
        word in _KINDRED and tuple(whole[n + 1 :]) == part
        for n, word in enumerate(whole[:-1])
    )


def _are_spellings(one: str, other: str) -> bool:
    """Tell whether two sound keys have the same consonants, and more than a syllable.

    A syllable has but its vowel to tell it by: "Thinh" is not "Thanh".
    """
    consonants = skeleton(one)
    if len(consonants) < 2 or consonants != skeleton(other):
        return False
    return max(len(one), len(other)) - len(consonants) > 1


def are_near(one: str, other: str) -> bool:
    """Tell whether two surnames differ in one letter that clerks write either way.

    Enough for a bare surname that nobody else in the document bears.

    >>> are_near("saraji", "seraji"), are_near("hamid", "hamad")
    (True, False)
    """
    short = min(len(one), len(other)) < _LEAST_NEAR
    if one == other or short or one[-1] != other[-1]:
        return False
    ways = zip(_spell_either_way(one), _spell_either_way(other), strict=True)
    return any(mine == theirs for mine, theirs in ways)


def _spell_either_way(word: str) -> list[str]:
    """Return a sound key as it is with each pair of letters that are one for clerks."""
    return [old.sub(new, word) for old, new in _EITHER_WAY]


@lru_cache(maxsize=_CACHE_SIZE)
def skeleton(word: str) -> str:
    """Return the consonants of a sound key.

    >>> skeleton("mohamad")
    'mhmd'
    """
    return "".join(c for c in word if c not in "aeiou")
