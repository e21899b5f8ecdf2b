"""Which names of a document name the same: full and short forms, acronyms, spellings.

Works on *distinct* names, so it costs the square of nothing: look-ups by words.
"""

from typing import NamedTuple

from dragoman.annotate.names.drafts import ChainDraft, Name, found_chain
from dragoman.annotate.names.persons import Namesakes, join_persons
from dragoman.annotate.names.thinned import thinned
from dragoman.data.tables import (
    NameWords,
    capitals,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    places,
)
from dragoman.model.annotation import Schema
from dragoman.text.names import SMALL_WORDS, is_of_initials, words_of
from dragoman.text.organization_names import MINISTRY, MINISTRY_NOISE, SPELLINGS

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
_NOBODY = -1


def link_names(
    names: list[Name],
    aliases: list[tuple[str, str]],
    namesakes: Namesakes,
    words: NameWords,
) -> tuple[list[ChainDraft], dict[str, list[int]]]:
    """Join names into chains.

    Args:
        names: Distinct names with their kinds decided.
        aliases: Pairs of keys, a name and what stands in brackets behind it.
        namesakes: Keys of full names that two persons bear; surnames, each with a
            fuller name of somebody else.
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
    join_persons(kinds[Schema.PERSON], aliases, namesakes, chains, homes)
    return chains, homes


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
            home = found_chain(Schema.PLACE, name, chains)
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


def spelled_words(name: Name) -> tuple[str, ...]:
    """Return the words that tell an organisation, in one spelling for variants."""
    found: list[str] = []
    for word in words_of(name.text.replace("’s", "").replace("'s", "")):
        if word not in SMALL_WORDS:
            found.extend(SPELLINGS.get(word, (word,)))
    return tuple(found)


def _join_organizations(
    names: list[Name],
    aliases: list[tuple[str, str]],
    words: NameWords,
    chains: list[ChainDraft],
    homes: dict[str, list[int]],
) -> None:
    by_identity: dict[object, int] = {}
    state = _state_of_dateline(chains)
    bracketed = {short: long for long, short in aliases}
    later: list[Name] = []
    ordered = sorted(names, key=lambda n: (-len(n.words), n.first))
    for name in ordered:
        if name.key in bracketed and bracketed[name.key] != name.key:
            later.append(name)
            continue
        home = _settle_organization(name, words, chains, by_identity, state)
        homes[name.key] = [home]
        for identity in (*_identities(name), *_short_forms(name)):
            by_identity.setdefault(identity, home)
        for short in thinned(name.key, words):
            # Nobody's where two bodies have it.
            if by_identity.setdefault(("thinned", short), home) != home:
                by_identity["thinned", short] = _NOBODY
    for name in later:
        long = homes.get(bracketed[name.key])
        if long is None:
            home = _settle_organization(name, words, chains, by_identity, state)
            homes[name.key] = [home]
        else:
            chains[long[0]].names.append(name)
            homes[name.key] = long


def _state_of_dateline(chains: list[ChainDraft]) -> str | None:
    """Return the state of capitals in capitals, if it is one: "SEOUL, 19 Feb.".

    From other towns others are reported on: "GENEVA, 3 May".
    """
    states = set()
    for chain in chains:
        for name in chain.names:
            if name.text.isupper() and chain.types == ("city",):
                states.add(capitals().get(name.key))
    return states.pop() if len(states) == 1 else None


def _is_at_home(name: Name, chain: ChainDraft, state: str | None) -> bool:
    """Tell the Foreign Ministry of a report from Seoul from the Chinese one.

    What is named without a state, before the one of another state is, is that of the
    place that is reported from.
    """
    if state is None or chain.country in {None, state}:
        return False
    parts = set(spelled_words(name))
    named = demonyms().keys() & parts
    body = MINISTRY & parts or "government_body" in chain.types
    first = min(one.first for one in chain.names)
    return bool(body) and not named and " of " not in name.key and name.first < first


def _settle_organization(
    name: Name,
    words: NameWords,
    chains: list[ChainDraft],
    by_identity: dict[object, int],
    state: str | None,
) -> int:
    """Add a name to the chain of its body, a new one if it is the first."""
    home = _home_of_organization(name, chains, by_identity)
    own = home is not None and _is_at_home(name, chains[home], state)
    if home is None or own:
        home = found_chain(Schema.ORGANIZATION, name, chains)
        _describe_organization(chains[home], name, words)
        if own:
            chains[home].country = state
    else:
        chains[home].names.append(name)
    return home


class _Ministry(NamedTuple):
    """What tells a ministry: its land or, where none is told, what it calls itself.

    "The Foreign Ministry" of a state is its Ministry of Foreign Affairs, but not "the
    Department of Foreign Affairs" of another.
    """

    country: str | None
    heads: frozenset[str]
    topic: frozenset[str]


def _identities(name: Name) -> list[object]:
    """Return what other forms of the name share with it."""
    found: list[object] = []
    known = find_organization(name.text, name.key)
    if known is not None:
        found.append(("known", known.name))
    parts = spelled_words(name)
    found.append(parts)
    if " of " in name.key:
        front = name.key.partition(" of ")[0]
        if len(front.split()) > 1:
            found.append(tuple(words_of(front.replace("'s", ""))))
    ministry = _find_ministry(parts)
    if ministry is not None:
        found.append(ministry)
    return [identity for identity in found if identity]


def _short_forms(name: Name) -> list[object]:
    """Return keys under which shorter forms of the name are found."""
    parts = spelled_words(name)
    found: list[object] = []
    if parts and parts[0] in demonyms():
        found.append(("stripped", parts[1:]))
    if len(parts) > 2:
        found.append(("tail", parts[1:]))
    return found


def _find_ministry(parts: tuple[str, ...]) -> _Ministry | None:
    heads = MINISTRY & set(parts)
    if not heads:
        return None
    country = next((demonyms()[p] for p in parts if p in demonyms()), None)
    topic = frozenset(
        p for p in parts if p not in MINISTRY_NOISE and p not in demonyms()
    )
    told = frozenset() if country else heads
    return _Ministry(country, told, topic or frozenset({"foreign"}))


def _home_of_organization(
    name: Name, chains: list[ChainDraft], by_identity: dict[object, int]
) -> int | None:
    for identity in _identities(name):
        home = by_identity.get(identity)
        if home is not None:
            return home
    parts = spelled_words(name)
    home = by_identity.get(("stripped", parts))
    if home is not None:
        return home
    home = _home_of_ministry(parts, by_identity)
    if home is not None:
        return home
    home = by_identity.get(("tail", parts))
    if home is not None and len(parts) > 1:
        return home
    home = by_identity.get(("thinned", words_of(name.key)), _NOBODY)
    if home != _NOBODY:
        return home
    acronym = len(parts) == 1 and name.text.isupper()
    return _home_of_acronym(name.text, chains) if acronym else None


def _home_of_ministry(
    parts: tuple[str, ...], by_identity: dict[object, int]
) -> int | None:
    """Return the only ministry of the same topic, if one of the two tells its land."""
    ministry = _find_ministry(parts)
    if ministry is None:
        return None
    same = {
        home
        for other, home in by_identity.items()
        if isinstance(other, _Ministry)
        and other.topic == ministry.topic
        and (other.country is None) != (ministry.country is None)
    }
    return same.pop() if len(same) == 1 else None


def _home_of_acronym(text: str, chains: list[ChainDraft]) -> int | None:
    """Return the only body that has a name of several words with these initials."""
    fitting = [
        index
        for index, chain in enumerate(chains)
        if chain.schema is Schema.ORGANIZATION
        and any(
            len(one.words) > 1 and is_of_initials(text, one.text) for one in chain.names
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _describe_organization(chain: ChainDraft, name: Name, words: NameWords) -> None:
    known = find_organization(name.text, name.key)
    if known is not None:
        chain.types, chain.country = known.types, known.country
        return
    core = name.key.partition(" of ")[0].partition(" for ")[0].split()
    kinds = next(
        (words.organizations[w] for w in reversed(core) if w in words.organizations), ()
    )
    if not words.context["press_words"].isdisjoint(core):
        kinds = ("media",)
    chain.types = kinds[:2] or name.subtype(_BODY_TYPES)
    parts = name.key.split()
    chain.country = next((demonyms()[p] for p in parts if p in demonyms()), None)
    if chain.country is None and " of " in name.key:
        tail = name.key.rpartition(" of ")[2].removeprefix("the ")
        chain.country = country_names().get(tail)
