"""The tables that ship: countries, places, organisations, words of names.

Each is read once and held as dictionaries for look-up. Keys are *folded*: without
diacritics, lower case, straight apostrophes (``fold_key``).
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import filterfalse

from dragoman.data.place_table import Place, PlaceTable
from dragoman.data.word_yaml import read_yaml

_MARKS = str.maketrans(
    {"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"}
    | {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ß": "ss"}
    | {"æ": "ae", "Æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e", "Ə": "e"}
    # Nobody sees them: soft hyphen, zero widths, joiners, byte order mark.
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def fold_key(text: str) -> str:
    """Fold a name for look-up: no diacritics, lower case, straight apostrophes.

    What has no width goes as well.

    >>> fold_key("Asunción")
    'asuncion'
    >>> fold_key("N’Djamena")
    "n'djamena"
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_MARKS))
    if not decomposed.isascii():
        decomposed = "".join(filterfalse(unicodedata.combining, decomposed))
    return decomposed.lower()


@dataclass(frozen=True, slots=True)
class Country:
    """A state or a territory that acts like one.

    Attributes:
        code: ISO 3166 alpha-2.
        name: Common English name.
        names: All names, the common one first.
        adjectives: "Bolivian", "Argentine" ...
        people: Nouns for a national, singular.
        capitals: English names of the seat of government.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A widely known organisation.

    Attributes:
        name: Usual name.
        names: All names, the usual one first.
        types: Finer kinds.
        country: ISO 3166 alpha-2, ``None`` if of no state or of several.
        wiki: Title of its article in the English Wikipedia, ``None`` if not certain.
        wikidata: Its item, ``None`` if not certain.
    """

    name: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    country: str | None
    wiki: str | None
    wikidata: str | None


def _text(table: str) -> str:
    # ``read_text`` also looks for the line ends of other systems, for as long as all
    # else takes.
    return files("dragoman.data").joinpath(table).read_bytes().decode("utf-8")


def read_rows(table: str) -> Iterator[list[str]]:
    """Yield the fields of each row of a TSV table, comments left out."""
    for line in _text(table).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _list(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


@cache
def countries() -> dict[str, Country]:
    """Countries by ISO 3166 alpha-2 code."""
    return {
        code: Country(
            code,
            name,
            tuple(dict.fromkeys((name, *_list(others)))),
            _list(adjectives),
            _list(people),
            _list(capitals),
        )
        for code, name, others, adjectives, people, capitals in read_rows(
            "countries.tsv"
        )
    }


@cache
def country_names() -> dict[str, str]:
    """Codes by folded name of the country."""
    found: dict[str, str] = {}
    for country in countries().values():
        for name in country.names:
            found.setdefault(fold_key(name), country.code)
    return found


@cache
def demonyms() -> dict[str, str]:
    """Codes by folded adjective or noun of nationality, plural nouns too."""
    found: dict[str, str] = {}
    for country in countries().values():
        for word in (*country.adjectives, *country.people):
            key = fold_key(word)
            found.setdefault(key, country.code)
            if word in country.people and not key.endswith(("s", "ese", "men")):
                found.setdefault(key + "s", country.code)
    return found


@cache
def capitals() -> dict[str, str]:
    """Codes by folded name of the capital."""
    return {
        fold_key(capital): country.code
        for country in reversed(countries().values())
        for capital in country.capitals
    }


@cache
def places() -> PlaceTable:
    """Regions, waters and cities by folded name; the most populous bears it."""
    return PlaceTable(_regions_and_capitals(), _text("place_names.tsv"))


@cache
def namesakes() -> dict[str, dict[str, int]]:
    """Thousands of inhabitants by state, of cities whose name others bear elsewhere."""
    return {
        key: {
            country: int(count)
            for country, _, count in (one.partition(":") for one in _list(bearers))
        }
        for key, bearers, _ in read_rows("place_namesakes.tsv")
        if bearers
    }


@cache
def twin_names() -> frozenset[str]:
    """Folded names that several cities of one state bear."""
    return frozenset(key for key, _, twin in read_rows("place_namesakes.tsv") if twin)


def _regions_and_capitals() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for name, others, code, kind in read_rows("regions.tsv"):
        place = Place(name, kind, code or None, 0)
        for each in (name, *_list(others)):
            found.setdefault(fold_key(each), place)
    for country in countries().values():
        for capital in country.capitals:
            place = Place(capital, "city", country.code, 100)
            found.setdefault(fold_key(capital), place)
    return found


@cache
def region_names() -> frozenset[str]:
    """Folded names of regions and waters."""
    return frozenset(
        fold_key(each)
        for name, others, *_ in read_rows("regions.tsv")
        for each in (name, *_list(others))
    )


@cache
def state_letters() -> frozenset[str]:
    """How American papers shorten their states behind a town: "Va.", "N.H."."""
    return frozenset(
        each
        for _, others, code, _ in read_rows("regions.tsv")
        for each in _list(others)
        if code == "US" and each.endswith(".")
    )


@cache
def organizations() -> dict[str, Organization]:
    """Widely known organisations by folded name."""
    found: dict[str, Organization] = {}
    for name, others, types, code, wiki, wikidata in read_rows("organizations.tsv"):
        known = Organization(
            name,
            (name, *_list(others)),
            _list(types),
            code or None,
            wiki or None,
            wikidata or None,
        )
        for each in known.names:
            found.setdefault(fold_key(each), known)
    return found


def find_organization(text: str, key: str) -> Organization | None:
    """Return a known organisation, or ``None``; short names must match in case.

    >>> find_organization("Is", "is") is None
    True
    """
    known = organizations().get(key)
    if known is None or len(key) > 5 or " " in key:
        return known
    return known if text in known.names else None


@cache
def given_names() -> dict[str, str]:
    """Return given names that only men (``m``) or only women (``f``) bear."""
    raw: dict[str, list[str]] = read_yaml(_text("given_names.yaml"))
    return {fold_key(name): gender for gender, names in raw.items() for name in names}


@cache
def all_given_names() -> dict[str, str]:
    """Return ``given_names`` and those of the United States, with who bears them.

    For reading a text; names are compared with the narrower table.
    """
    american = {row[0]: row[1] for row in read_rows("given_names_us.tsv")}
    return american | given_names()


@cache
def given_name_forms() -> dict[str, dict[int, str]]:
    """Return the groups of each folded given name, and its part in each.

    The part is ``head`` or ``short`` in a group of short forms, ``tongue`` in a
    group of one name in several languages.
    """
    found: dict[str, dict[int, str]] = {}
    for group, (kind, *names) in enumerate(read_rows("given_name_forms.tsv")):
        for n, name in enumerate(names):
            part = "head" if kind == "short" and n == 0 else kind
            found.setdefault(name, {}).setdefault(group, part)
    return found


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of ``names_en.yaml``, folded.

    Attributes:
        honorifics: Word to gender, ``n`` for either.
        titles: Head noun of an office to gender.
        modifiers: What stands before such a head.
        ranks: Heads of military ranks, which nobody holds for a term.
        before_ranks: What makes an office of a rank: "Inspector General".
        portfolios: What stands behind "minister of".
        status: Word to ``former``, ``acting``, ``designate`` or ``current``.
        organizations: Head noun of an organisation's name to finer types.
        places: Head noun of a place's name to finer type.
        not_entities: Head nouns of events, texts and ideas.
        peoples: Adjectives and nouns of peoples and faiths.
        owners: Nouns whose plural possessive opens a name.
        person_verbs: Lemmas of what persons do.
        same_office: Office to the one that stands for its line.
        describes: Noun that describes a known organisation to finer types.
        by_name: Those that with a capital mean only a body whose name has them.
        beside: Further nouns that say beside a name that it is that of a body or page.
        makers: Who makes or sells something: a person, or a firm.
        armed: Words before such a noun that say that the body bears arms.
        humans: Nouns for human beings that are no titles.
        passing: Titles that say what somebody is for once.
        occupations: Titles that a text may give somebody without telling of them first.
        place_openers: First words of place names.
        things: Nouns before the name of a ship, a weapon, a work.
        organization_openers: First words of names of organisations.
        context: Words around a name that tell what it is, by what they tell.
        place_cases: Word before a name to points for a place.
        means: Title that stands alone to what else it can mean.
    """

    honorifics: dict[str, str]
    titles: dict[str, str]
    modifiers: frozenset[str]
    ranks: frozenset[str]
    before_ranks: frozenset[str]
    portfolios: frozenset[str]
    status: dict[str, str]
    organizations: dict[str, tuple[str, ...]]
    places: dict[str, str]
    not_entities: frozenset[str]
    peoples: frozenset[str]
    owners: frozenset[str]
    person_verbs: frozenset[str]
    same_office: dict[str, str]
    describes: dict[str, tuple[str, ...]]
    by_name: frozenset[str]
    beside: frozenset[str]
    makers: frozenset[str]
    armed: frozenset[str]
    humans: frozenset[str]
    passing: frozenset[str]
    occupations: frozenset[str]
    place_openers: frozenset[str]
    things: frozenset[str]
    organization_openers: frozenset[str]
    context: dict[str, frozenset[str]]
    place_cases: dict[str, float]
    means: dict[str, frozenset[str]]

    def is_body(self, word: str) -> bool:
        """Tell whether a common noun describes a body that has officers."""
        kinds = self.organizations.get(word, ("media",))
        return word in self.describes or kinds != ("media",)

    def is_rank(self, title: str) -> bool:
        """Tell a rank from an office: "Major General", not "Inspector General".

        Args:
            title: Words of an office, folded.
        """
        words = title.replace("-", " ").split()
        ranked = bool(words) and words[-1].rstrip(".") in self.ranks
        return ranked and self.before_ranks.isdisjoint(words)


@lru_cache(maxsize=16384)
def office_wording(title: str) -> str:
    """Return an office in the wording that stands for it and its synonyms.

    >>> office_wording("Minister of Foreign Affairs")
    'foreign minister'
    """
    key = fold_key(title)
    return name_words().same_office.get(key, key)


@dataclass(frozen=True, slots=True)
class OrganizationVocabulary:
    """The words of ``organization_words.yaml``, folded.

    Attributes:
        legal_forms: Legal form to its kind.
        form_words: Single words of legal forms, those left out that tell a name apart.
        only_forms: Words that are legal forms and nothing else.
        numbers: Word to figures.
        roman: Roman number to figures.
        english: Word of another language to the English one.
        common: Words that tell what a body is, not which.
    """

    legal_forms: dict[str, str]
    form_words: frozenset[str]
    only_forms: frozenset[str]
    numbers: dict[str, str]
    roman: dict[str, str]
    english: dict[str, str]
    common: frozenset[str]


@cache
def organization_words() -> OrganizationVocabulary:
    """Return the words of names of organisations in several languages."""
    raw = read_yaml(_text("organization_words.yaml"))
    forms = {fold_key(form): line[0] for line in raw["legal_forms"] for form in line}
    return OrganizationVocabulary(
        legal_forms=forms,
        form_words=frozenset(form for form in forms if " " not in form)
        .union(raw["parts_of_forms"])
        .difference(fold_key(form) for form in raw["telling_forms"]),
        only_forms=frozenset(raw["only_forms"]),
        numbers={word: str(number) for word, number in raw["numbers"].items()},
        roman={word: str(number) for word, number in raw["roman"].items()},
        english={
            fold_key(word): english
            for english, words in raw["english"].items()
            for word in words
        },
        common=frozenset(raw["common"]),
    )


def _words(entries: list[str]) -> list[str]:
    """Split entries at commas: the long lists are kept several to a line."""
    return [
        fold_key(word.strip())
        for entry in entries
        for word in entry.split(",")
        if word.strip()
    ]


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in _words(words)}


@cache
def name_words() -> NameWords:
    """Return the words that tell what a name names."""
    raw = read_yaml(_text("names_en.yaml"))
    organization_heads: dict[str, list[str]] = {}
    for kind, words in raw["organizations"].items():
        for word in _words(words):
            kinds = organization_heads.setdefault(word, [])
            if kind not in kinds:
                kinds.append(kind)
    return NameWords(
        honorifics=_by_word(raw["honorifics"]),
        titles=_by_word(raw["titles"]),
        modifiers=frozenset(_words(raw["title_modifiers"])),
        ranks=frozenset(_words(raw["ranks"])),
        before_ranks=frozenset(_words(raw["before_ranks"])),
        portfolios=frozenset(_words(raw["portfolios"])),
        status=_by_word(raw["status"]),
        organizations={
            word: tuple(kinds) for word, kinds in organization_heads.items()
        },
        places=_by_word(raw["places"]),
        not_entities=frozenset(_words(raw["not_entities"])),
        peoples=frozenset(_words(raw["peoples"])),
        owners=frozenset(_words(raw["collective_owners"])),
        person_verbs=frozenset(_words(raw["person_verbs"])),
        same_office={office: line[0] for line in raw["same_office"] for office in line},
        describes={
            word: tuple(kinds) for word, kinds in raw["describes_organization"].items()
        },
        by_name=frozenset(_words(raw["describes_by_name"])),
        beside=frozenset(_words(raw["describes_beside"])),
        makers=frozenset(_words(raw["describes_makers"])),
        armed=frozenset(_words(raw["describes_armed"])),
        humans=frozenset(_words(raw["humans"])),
        passing=frozenset(raw["passing"]),
        occupations=frozenset(raw["occupations"]),
        place_openers=frozenset(_words(raw["place_openers"])),
        things=frozenset(_words(raw["things"])),
        organization_openers=frozenset(_words(raw["organization_openers"])),
        context={
            name: frozenset(_words(listed)) for name, listed in raw["context"].items()
        },
        place_cases=raw["place_cases"],
        means={
            title: frozenset(_words(listed)) for title, listed in raw["means"].items()
        },
    )
