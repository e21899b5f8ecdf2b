"""Names of organisations in comparable form: core words, country, acronym."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import (
    country_names,
    demonyms,
    fold_key,
    name_words,
    organization_words,
    organizations,
)
from dragoman.text.name_likeness import latin
from dragoman.text.names import SMALL_WORDS, initials_of, words_of

_LEGAL_PHRASES = re.compile(
    r"\b(?:(?:public|open|closed) )?"
    r"(?:joint[ -]stock|limited(?: liability)?) company\b",
    re.IGNORECASE,
)
# A word to how names are compared: as other words, or in one spelling.
SPELLINGS = {
    "politburo": ("political", "bureau"),
    "defence": ("defense",),
    "organisation": ("organization",),
    "labour": ("labor",),
    "centre": ("center",),
    "programme": ("program",),
    "intl": ("international",),
    "govt": ("government",),
    "dept": ("department",),
    "univ": ("university",),
}
MINISTRY = frozenset({"ministry", "department"})
# What every state has one of; other names of common words are names of their own.
_ORGANS = MINISTRY | {"parliament", "army", "police", "government", "cabinet"}
_ORGANS |= {"senate", "navy", "presidency", "congress", "assembly", "court", "forces"}
_ORGANS |= {"staff", "embassy", "secretariat", "treasury", "chamber", "house", "force"}
MINISTRY_NOISE = SMALL_WORDS | MINISTRY
MINISTRY_NOISE |= {"affairs", "relations", "external", "national", "mfa"}
# "(PIJ)" repeats the name; "(Hong Kong)" is part of it.
_BRACKETS = re.compile(r"\s*\([A-Z][A-Za-z.-]{0,8}\)")
_SINGLE_LETTERS = re.compile(r"\b(?:\w\.){2,}|\b\w\.\w\b\.?")
_JOINTS = re.compile(r"[,&()/]")
_MAX_ACRONYM = 8
# "al-Fajr Movement"
_ARTICLE = re.compile(r"\b(?:[AaEe]l|[Aa](?:sh?|[nrtdz]))-(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name of an organisation taken apart.

    Attributes:
        text: The name as it is written.
        words: Folded core words: no small words, legal forms, country adjectives.
        countries: Codes of the countries that the name itself gives.
        known: Entry of the shipped table that bears the name, ``None`` if none.
        acronym: Its letters, if it is an acronym, else ``""``.
        generic: Whether every country has one of it ("Foreign Ministry").
        ministry: What a ministry is for, empty for anything else.
        owners: Words that tell whose ministry it is, where no table knows them.
        initials: Acronyms that may stand for it.
    """

    text: str
    words: tuple[str, ...]
    countries: frozenset[str]
    known: str | None
    acronym: str
    generic: bool
    ministry: frozenset[str]
    owners: frozenset[str]
    initials: tuple[str, ...]


@lru_cache(maxsize=65536)
def parse_organization(name: str) -> OrganizationName:
    """Take the name of an organisation apart.

    >>> parse_organization("Iran's Ministry of Foreign Affairs").ministry
    frozenset({'foreign'})
    >>> sorted(parse_organization("Iranian Foreign Ministry").countries)
    ['IR']
    """
    plain = _BRACKETS.sub("", latin(name)).strip() or latin(name)
    key = fold_key(plain).removeprefix("the ")
    known = organizations().get(key)
    countries, rest = _without_countries(_spell(plain))
    letters = re.sub(r"[^A-Za-z]", "", plain)
    single = len(plain.split()) == 1 and len(letters) <= _MAX_ACRONYM
    acronym = letters.lower() if single and letters.isupper() else ""
    ministry: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    if not MINISTRY.isdisjoint(rest):
        topic = frozenset(word for word in rest if word not in MINISTRY_NOISE)
        owners = topic - name_words().portfolios
        ministry = (topic - owners) or frozenset({"foreign"})
    every = "".join(word[0] for word in words_of(plain) if word[0].isalpha())
    initials = (initials_of(plain), every) if len(rest) > 1 else ()
    return OrganizationName(
        text=name,
        words=rest,
        countries=countries,
        known=None if known is None else known.name,
        acronym=acronym,
        generic=known is None and _is_generic(rest) and not acronym,
        ministry=ministry,
        owners=owners,
        initials=tuple(dict.fromkeys(i for i in initials if len(i) > 1)),
    )


def _spell(name: str) -> list[str]:
    """Return the words in one spelling, small words and legal forms left out."""
    name = _ARTICLE.sub("", name)
    name = _LEGAL_PHRASES.sub(" ", re.sub(r"['’]s?(?!\w)", "", name))
    name = _SINGLE_LETTERS.sub(lambda found: found.group().replace(".", ""), name)
    words = words_of(_JOINTS.sub(" ", name))
    forms = organization_words().form_words
    found: list[str] = []
    for word in words:
        if word not in SMALL_WORDS and word not in forms:
            found.extend(SPELLINGS.get(word, (word,)))
    return found or list(words)


def _without_countries(words: list[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Split off adjectives and names of countries, if anything else is left.

    A country behind the name of a firm ("Santander Chile") belongs to the name.
    """
    codes: set[str] = set()
    kept: list[str] = []
    organ = not _ORGANS.isdisjoint(words)
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            piece = " ".join(words[at : at + size])
            code = demonyms().get(piece)
            if code is None and (at == 0 or organ):
                code = country_names().get(piece)
            if code is not None and at + size <= len(words):
                codes.add(code)
                at += size
                break
        else:
            kept.append(words[at])
            at += 1
    if not kept:
        return frozenset(), tuple(words)
    return frozenset(codes), tuple(kept)


def _is_generic(words: tuple[str, ...]) -> bool:
    vocabulary = name_words()
    return not _ORGANS.isdisjoint(words) and all(
        word in vocabulary.organizations
        or word in vocabulary.portfolios
        or word in vocabulary.modifiers
        for word in words
    )


def country_of(name: str | None) -> str | None:
    """Return the country that a name of a body or state gives, ``None`` if none.

    >>> country_of("Iran")
    'IR'
    """
    if not name:
        return None
    whole = country_names().get(fold_key(name).removeprefix("the "))
    if whole is not None:
        return whole
    found = parse_organization(name).countries
    return next(iter(found)) if len(found) == 1 else None
