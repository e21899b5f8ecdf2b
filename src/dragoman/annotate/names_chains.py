"""Which names of a document name the same: full and short forms, acronyms, spellings.

Works on *distinct* names, so it costs the square of nothing: look-ups by words.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.annotate.names_types import Evidence
from dragoman.data.tables import (
    NameWords,
    all_given_names,
    capitals,
    countries,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    places,
)
from dragoman.model.annotation import Schema
from dragoman.text.names import (
    is_part_of,
    may_abbreviate,
    sound_words,
    words_of,
)
from dragoman.text.person_names import GENERATIONS

_SYNONYMS = {
    "politburo": ("political", "bureau"),
    "defense": ("defence",),
    "organisation": ("organization",),
    "labor": ("labour",),
    "center": ("centre",),
    "programme": ("program",),
}
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "&"})
# Code points between "X and his son, X Jr."; farther apart they may be one man.
_BESIDE = 80
_KIND_WORDS = frozenset(
    {
        "state",
        "province",
        "region",
        "governorate",
        "county",
        "district",
        "oblast",
        "city",
    }
)
_PLACE_TYPES = {
    "country": "state",
    "city": "city",
    "region": "region",
    "facility": "facility",
}
_BODY_TYPES = {
    kind: kind
    for kind in (
        "party",
        "armed_group",
        "government_body",
        "international_organization",
        "media",
        "organization",
    )
}
_MINISTRY = frozenset({"ministry", "department"})
_MINISTRY_NOISE = _MINISTRY | _SMALL | {"affairs", "national", "relations", "external"}


@dataclass(slots=True)
class Name:
    """A distinct name of the document with all its evidence.

    Attributes:
        key: Folded.
        text: As it stands first.
        words: Folded words.
        evidence: Points for each kind.
        schema: The kind decided for, ``None`` if it names nothing.
        first: Offset of the first mention.
        count: Number of mentions.
        alias: Whether it is given as another name of somebody.
        subtypes: How often the reading model gives it each finer type.
    """

    key: str
    text: str
    words: tuple[str, ...]
    evidence: Evidence
    first: int
    count: int = 0
    schema: Schema | None = None
    alias: bool = False
    subtypes: Counter[str] = field(default_factory=Counter)

    def subtype(self, allowed: Mapping[str, str]) -> tuple[str, ...]:
        """Return the finer type told most often, as a list of none or one.

        Args:
            allowed: The types of the ontology by those of the model.
        """
        told = [(n, kind) for kind, n in self.subtypes.items() if kind in allowed]
        return (allowed[max(told)[1]],) if told else ()


@dataclass(slots=True)
class ChainDraft:
    """A chain while it is being built.

    Attributes:
        schema: Coarse kind.
        names: Its names, first the fullest.
        types: Finer kinds.
        country: ISO 3166 alpha-2 code.
        gender: ``f``, ``m`` or ``None``.
        first: Offset of the first mention.
        members: Numbers of the chains that a plural stands for.
    """

    schema: Schema
    names: list[Name] = field(default_factory=list)
    types: tuple[str, ...] = ()
    country: str | None = None
    gender: str | None = None
    first: int = 0
    members: tuple[int, ...] = ()


def link_names(
    names: list[Name], aliases: list[tuple[str, str]], words: NameWords
) -> tuple[list[ChainDraft], dict[str, list[int]]]:
    """Join names into chains.

    Args:
        names: Distinct names with their kinds decided.
        aliases: Pairs of keys, a name and what stands in brackets behind it.
        words: Vocabulary.

    Returns:
        The chains, and for each key the indices of the chains that it may belong
        to: one, or several for a surname that two persons share.
    """
    chains: list[ChainDraft] = []
    homes: dict[str, list[int]] = {}
    kinds = {
        schema: [name for name in names if name.schema is schema] for schema in Schema
    }
    _join_places(kinds[Schema.PLACE], words, chains, homes)
    _join_organizations(kinds[Schema.ORGANIZATION], aliases, words, chains, homes)
    _join_persons(kinds[Schema.PERSON], aliases, chains, homes)
    return chains, homes


def _found(schema: Schema, name: Name, chains: list[ChainDraft]) -> int:
    chains.append(ChainDraft(schema, [name], first=name.first))
    return len(chains) - 1


# ---------------------------------------------------------------- places


def _join_places(
    names: list[Name],
    words: NameWords,
    chains: list[ChainDraft],
    homes: dict[str, list[int]],
) -> None:
    known: dict[object, int] = {}
    keys = {name.key for name in names}
    for name in sorted(names, key=lambda n: n.first):
        key = name.key
        bare = " ".join(name.words[:-1])
        if name.words[-1] in _KIND_WORDS and bare in keys and key not in places():
            # "Borno" and "Borno State"
            key = bare
        code = country_names().get(key)
        place = places().get(key)
        identity: object = key
        if code is not None:
            identity = ("state", code)
        elif place is not None and (place.kind != "city" or key in capitals()):
            identity = (place.kind, fold_key(place.name))
        home = known.get(identity)
        if home is None:
            home = _found(Schema.PLACE, name, chains)
            known[identity] = home
            chain = chains[home]
            if code is not None:
                chain.types, chain.country = ("state",), code
            elif place is not None:
                chain.types, chain.country = (place.kind,), place.country
            else:
                kind = next(
                    (
                        words.places[w]
                        for w in reversed(name.words)
                        if w in words.places
                    ),
                    None,
                )
                chain.types = (kind,) if kind else name.subtype(_PLACE_TYPES)
        else:
            chains[home].names.append(name)
        homes[name.key] = [home]


# ---------------------------------------------------------------- organisations


def organization_words(name: Name) -> tuple[str, ...]:
    """Return the words that tell an organisation, in one spelling for variants."""
    found: list[str] = []
    for word in words_of(name.text.replace("’s", "").replace("'s", "")):
        if word not in _SMALL:
            found.extend(_SYNONYMS.get(word, (word,)))
    return tuple(found)


def _join_organizations(
    names: list[Name],
    aliases: list[tuple[str, str]],
    words: NameWords,
    chains: list[ChainDraft],
    homes: dict[str, list[int]],
) -> None:
    by_identity: dict[object, int] = {}
    bracketed = {short: long for long, short in aliases}
    later: list[Name] = []
    ordered = sorted(names, key=lambda n: (-len(n.words), n.first))
    for name in ordered:
        if name.key in bracketed and bracketed[name.key] != name.key:
            later.append(name)
            continue
        home = _home_of_organization(name, chains, by_identity)
        if home is None:
            home = _found(Schema.ORGANIZATION, name, chains)
            _describe_organization(chains[home], name, words)
        else:
            chains[home].names.append(name)
        homes[name.key] = [home]
        for identity in _identities(name):
            by_identity.setdefault(identity, home)
    for name in later:
        long = homes.get(bracketed[name.key])
        if long is None:
            home = _home_of_organization(name, chains, by_identity)
            if home is None:
                home = _found(Schema.ORGANIZATION, name, chains)
                _describe_organization(chains[home], name, words)
            else:
                chains[home].names.append(name)
            homes[name.key] = [home]
        else:
            chains[long[0]].names.append(name)
            homes[name.key] = long


def _identities(name: Name) -> list[object]:
    """Return keys under which shorter and other forms of the name are found."""
    found: list[object] = []
    known = find_organization(name.text, name.key)
    if known is not None:
        found.append(("known", known.name))
    parts = organization_words(name)
    found.append(parts)
    if parts and parts[0] in demonyms():
        found.append(("stripped", parts[1:]))
    if len(parts) > 2:
        found.append(("tail", parts[1:]))
    if " of " in name.key:
        front = name.key.partition(" of ")[0]
        if len(front.split()) > 1:
            found.append(tuple(words_of(front.replace("'s", ""))))
    if set(parts) & _MINISTRY:
        found.append(_ministry(parts))
    return [identity for identity in found if identity]


def _ministry(
    parts: tuple[str, ...],
) -> tuple[str, str | None, frozenset[str]]:
    """The Foreign Ministry of a country is its Ministry of Foreign Affairs."""
    country = next((demonyms()[p] for p in parts if p in demonyms()), None)
    topic = frozenset(
        p for p in parts if p not in _MINISTRY_NOISE and p not in demonyms()
    )
    return ("ministry", country, topic or frozenset({"foreign"}))


def _home_of_organization(
    name: Name, chains: list[ChainDraft], by_identity: dict[object, int]
) -> int | None:
    for identity in _identities(name):
        if (
            isinstance(identity, tuple)
            and identity
            and identity[0] in {"tail", "stripped"}
        ):
            continue
        home = by_identity.get(identity)
        if home is not None:
            return home
    parts = organization_words(name)
    home = by_identity.get(("stripped", parts))
    if home is not None:
        return home
    if set(parts) & _MINISTRY:
        _, country, topic = _ministry(parts)
        same = [
            home
            for identity, home in by_identity.items()
            if isinstance(identity, tuple)
            and len(identity) == 3
            and identity[0] == "ministry"
            and identity[2] == topic
            and (country is None or identity[1] is None)
        ]
        if len(set(same)) == 1:
            return same[0]
    home = by_identity.get(("tail", parts))
    if home is not None and len(parts) > 1:
        return home
    if len(parts) == 1 and name.text.isupper():
        fitting = [
            index
            for index, chain in enumerate(chains)
            if chain.schema is Schema.ORGANIZATION
            and any(
                len(n.words) > 1 and may_abbreviate(name.text, n.text)
                for n in chain.names
            )
        ]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _describe_organization(chain: ChainDraft, name: Name, words: NameWords) -> None:
    known = find_organization(name.text, name.key)
    if known is not None:
        chain.types, chain.country = known.types, known.country
        return
    core = name.key.partition(" of ")[0].partition(" for ")[0].split()
    kinds = next(
        (words.organizations[w] for w in reversed(core) if w in words.organizations), ()
    )
    chain.types = kinds[:2] or name.subtype(_BODY_TYPES)
    parts = name.key.split()
    chain.country = next((demonyms()[p] for p in parts if p in demonyms()), None)
    if chain.country is None and " of " in name.key:
        tail = name.key.rpartition(" of ")[2].removeprefix("the ")
        chain.country = country_names().get(tail)


# ---------------------------------------------------------------- persons


def _join_persons(
    names: list[Name],
    aliases: list[tuple[str, str]],
    chains: list[ChainDraft],
    homes: dict[str, list[int]],
) -> None:
    by_letter: defaultdict[str, list[int]] = defaultdict(list)
    sounds: dict[int, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda n: (-len(sound_words(n.text)), n.first)):
        parts = sound_words(name.text)
        letters = dict.fromkeys(word[0] for word in parts)
        tried = dict.fromkeys(home for letter in letters for home in by_letter[letter])
        fitting = [
            home
            for home in tried
            if any(may_be_same(parts, other) for other in sounds[home])
            and not _of_other_generation(name, chains[home])
        ]
        homes[name.key] = fitting
        if not fitting:
            home = _found(Schema.PERSON, name, chains)
            sounds[home] = [parts]
            for letter in letters:
                by_letter[letter].append(home)
            homes[name.key] = [home]
        elif len(fitting) == 1:
            chain = chains[fitting[0]]
            chain.names.append(name)
            chain.first = min(chain.first, name.first)
            if len(parts) > 1:
                sounds[fitting[0]].append(parts)
    _merge_aliases(aliases, chains, homes)
    for chain in chains:
        if chain.schema is Schema.PERSON:
            chain.gender = _gender_of(chain)


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
        found = all_given_names().get(words[0]) or all_given_names().get(
            words[0].partition("-")[0]
        )
        if found is not None:
            return found
    return None


def display_name(chain: ChainDraft) -> str | None:
    """Return the name to show: the fullest, not an acronym, not in capitals."""
    if not chain.names:
        return None
    if chain.types == ("state",) and chain.country is not None:
        common = countries()[chain.country].names
        for name in chain.names:
            if name.text == common[0]:
                return name.text
        return min(chain.names, key=lambda n: n.first).text

    def rank(name: Name) -> tuple[bool, bool, int, int, int, int]:
        shouted = name.text.isupper() and len(name.text) > 1
        whole = sum(len(word.rstrip(".")) > 1 for word in name.words)
        if chain.schema is Schema.PLACE:
            whole = 0
        return (
            not shouted,
            not name.alias,
            whole,
            # Of the spellings of one name the usual one, not the longest.
            name.count if chain.schema is Schema.PERSON and whole > 1 else 0,
            len(name.text) if whole else 0,
            -name.first,
        )

    return max(chain.names, key=rank).text


def may_be_same(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether a name in sound keys can be another form of a longer one."""
    if part == whole:
        return True
    if len(part) < len(whole):
        return is_part_of(part, whole)
    if len(part) != len(whole) or len(part) < 2:
        return False
    if is_part_of(part, whole):
        return True
    # The same spelt another way: all words alike in their consonants, the family
    # name or the given name the same.
    same = sum(a == b for a, b in zip(part, whole, strict=True))
    alike = all(
        a == b or (skeleton(a) == skeleton(b) and len(skeleton(a)) > 1)
        for a, b in zip(part, whole, strict=True)
    )
    return alike and same >= len(part) - 1


def skeleton(word: str) -> str:
    """Return the consonants of a sound key.

    >>> skeleton("mohamad")
    'mhmd'
    """
    return "".join(c for c in word if c not in "aeiou")
