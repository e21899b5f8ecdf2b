"""Puts other names into reports of the corpus, with all annotations in their places.

Every name of a swapped entity changes together: "Anna Lindqvist", "Lindqvist" and
"LINDQVIST" become "Leyla Öztürk", "Öztürk" and "ÖZTÜRK"; an acronym is made anew from
the new name; given names go with the pronouns of the report. Nicknames stay. Adjectives
of place are not marked and stay too: a swapped report may speak of "the Qasmiyan
government" of Kuwait.
"""

import difflib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus_reader import Extent, Mention, Quote, Report

NAMES = Path(__file__).parent / "names.tsv"
# Chance that an entity of a type is swapped, and the row of names.tsv it draws from.
SHARES = {
    "person": 0.9,
    "city": 0.7,
    "country": 0.5,
    "region": 0.5,
    "party": 0.6,
    "armed_group": 0.6,
    "media": 0.6,
    "government_body": 0.3,
}
_ROWS = {
    "city": "city",
    "country": "country",
    "region": "region",
    "party": "party",
    "armed_group": "armed",
    "media": "media",
    "government_body": "body",
}
# Bodies whose name ends in, or holds, a common noun take "the", others do not.
_COMMON = frozenset(
    {
        "agency",
        "alliance",
        "army",
        "authority",
        "board",
        "brigade",
        "brigades",
        "bureau",
    }
    | {"corps", "council", "court", "department", "force", "forces", "front", "group"}
    | {
        "house",
        "league",
        "ministry",
        "movement",
        "office",
        "party",
        "resistance",
        "union",
    }
)
_WOMEN = (
    "Fatima|Layla|Rania|Hanan|Amal|Nadia|Shirin|Zahra|Maryam|Nasrin|Tzipi|"
    "Ayelet|Noa|Miri|Rivka|Maria|Olga|Natalia|Svetlana|Jing|Mei|Hui|Ji-woo|"
    "Thanh|Amina|Ngozi|Fatou|Wanjiru|Aisha|María|Ana|Lucía|Gabriela|"
    "Fernanda|Camila|Priya|Sunita|Khalida|Meral|Leyla|Sarah|Emily|Angela|"
    "Giorgia|Anna|Mette|Ursula|Catherine|Sheikh Hasina"
)
FEMALE = frozenset(_WOMEN.split("|"))
_SHE = frozenset({"she", "her", "hers", "herself"})
_HE = frozenset({"he", "him", "his", "himself"})
_VARIANT_SHARE = 0.08
_VARIANTS = (
    ("al-", "Al-"),
    ("Al-", "al-"),
    ("ou", "u"),
    ("ee", "i"),
    ("kh", "h"),
    ("ı", "i"),
)


@dataclass(frozen=True, slots=True)
class _Edit:
    extent: Extent
    new: str


class NameTable:
    """Names by kind and origin, from ``names.tsv``."""

    def __init__(self, path: Path = NAMES) -> None:
        self.given: dict[str, list[str]] = {}
        self.family: dict[str, list[str]] = {}
        self.whole: dict[str, list[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            kind, origin, names = line.split("\t")
            table = {"given": self.given, "family": self.family}.get(kind, self.whole)
            table[origin] = names.split("|")


def swap_names(report: Report, table: NameTable, seed: int) -> Report:
    """Return the report with other names.

    The same report, table and seed give the same result, whatever was swapped before.
    """
    chance = random.Random(f"{seed} {report.id}")
    edits: list[_Edit] = []
    taken: set[str] = set()
    for entity, kind in report.entities.items():
        names = _names_of(report, entity)
        if not names or chance.random() >= SHARES.get(kind, 0.0):
            continue
        if kind == "person":
            edits.extend(_swap_person(report, names, table, chance))
        else:
            edits.extend(
                _swap_whole(report, names, table.whole[_ROWS[kind]], chance, taken)
            )
    return _apply(report, edits)


def _names_of(report: Report, entity: str) -> list[Mention]:
    """Return the names of an entity that hold no other mark."""
    return [
        mention
        for mention in report.mentions
        if mention.entities == (entity,)
        and mention.kind == "name"
        and not any(_holds(mention.extent, other) for other in _extents(report))
    ]


def _holds(outer: Extent, inner: Extent) -> bool:
    return outer != inner and outer.start <= inner.start and inner.end <= outer.end


def _extents(report: Report) -> Iterator[Extent]:
    yield from (one.extent for one in report.mentions)
    yield from (one.extent for one in report.roles)
    yield from (one.extent for one in report.times)
    for event in report.events:
        yield from event.triggers
    for quote in report.quotes:
        yield from (*quote.content, *quote.cues, *quote.sources)


def _words(report: Report, extent: Extent) -> str:
    return report.text[extent.start : extent.end]


def _swap_person(
    report: Report, names: list[Mention], table: NameTable, chance: random.Random
) -> Iterator[_Edit]:
    written = [_words(report, mention.extent) for mention in names]
    full = max(written, key=lambda name: (len(name.split()), len(name)))
    parts = full.split()
    short = [name for name in written if len(name.split()) < len(parts)]
    # Chinese, Korean, Vietnamese and Hungarian style: the family name comes first.
    family_first = sum(
        full.casefold().startswith(one.casefold()) for one in short
    ) > sum(full.casefold().endswith(one.casefold()) for one in short)
    origin = chance.choice(sorted(table.given))
    suited = _suited(report, names[0].entities[0], table.given[origin])
    given, family = chance.choice(suited), chance.choice(table.family[origin])
    ordered = f"{family} {given}" if family_first else f"{given} {family}"
    for mention, name in zip(names, written, strict=True):
        new = _fit_person(
            name, full, (given, family, ordered), family_first=family_first
        )
        if new is not None:
            if chance.random() < _VARIANT_SHARE:
                new = _respell(new, chance)
            yield _Edit(mention.extent, _case_like(name, new))


def _suited(report: Report, entity: str, given: list[str]) -> list[str]:
    """Return the given names that go with the pronouns of a person."""
    pronouns = {
        _words(report, mention.extent).casefold()
        for mention in report.mentions
        if mention.entities == (entity,) and mention.kind == "pronoun"
    }
    she, he = bool(pronouns & _SHE), bool(pronouns & _HE)
    return given if she == he else [name for name in given if (name in FEMALE) == she]


def _fit_person(
    name: str, full: str, new: tuple[str, str, str], *, family_first: bool
) -> str | None:
    """Return what stands for one way to write a name, ``None`` for nicknames."""
    given, family, ordered = new
    folded, whole = name.casefold(), full.casefold()
    if len(full.split()) == 1:
        return family if _alike(folded, whole) else None
    if _alike(folded, whole):
        return ordered
    if whole.startswith(folded + " "):
        return family if family_first else given
    if whole.endswith((" " + folded, "-" + folded)) or _alike(
        folded, whole.split()[-1]
    ):
        return given if family_first else family
    return None


def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.8


def _respell(name: str, chance: random.Random) -> str:
    fitting = [pair for pair in _VARIANTS if pair[0] in name]
    return name.replace(*chance.choice(fitting), 1) if fitting else name


def _case_like(old: str, new: str) -> str:
    letters = [letter for letter in old if letter.isalpha()]
    return new.upper() if len(letters) > 1 and all(map(str.isupper, letters)) else new


def _swap_whole(
    report: Report,
    names: list[Mention],
    pool: list[str],
    chance: random.Random,
    taken: set[str],
) -> Iterator[_Edit]:
    written = [_words(report, mention.extent) for mention in names]
    full = max(written, key=lambda name: (not _is_acronym(name), len(name)))
    articled = any(
        report.text[: one.extent.start].lower().endswith("the ") for one in names
    )
    fitting = [
        name
        for name in pool
        if name not in taken
        and not _is_acronym(name)
        and articled == _takes_article(name)
        # A short form needs a long one behind it.
        and (len(name.split()) > 1 or len(set(map(str.casefold, written))) == 1)
    ]
    if not fitting:
        return
    new = chance.choice(fitting)
    taken.add(new)
    for mention, name in zip(names, written, strict=True):
        if name.casefold() == full.casefold():
            yield _Edit(mention.extent, _case_like(name, new))
        elif _is_acronym(name):
            letters = "".join(word[0] for word in new.split() if word[0].isupper())
            yield _Edit(mention.extent, letters)
        else:
            yield _Edit(mention.extent, _case_like(name, new.split()[-1]))


def _is_acronym(name: str) -> bool:
    return " " not in name and 1 < len(name) <= 6 and name.isupper()


def _takes_article(name: str) -> bool:
    words = name.casefold().split()
    return " of " in name or (len(words) > 1 and not _COMMON.isdisjoint(words))


def _apply(report: Report, edits: list[_Edit]) -> Report:
    """Return the report with some stretches of its text put anew."""
    edits = sorted(edits, key=lambda edit: edit.extent)
    pieces: list[str] = []
    # Where each old position lies in the new text; within an edit, at its end.
    places = list(range(len(report.text) + 1))
    position, shift = 0, 0
    for edit in edits:
        start, end = edit.extent.start, edit.extent.end
        pieces += [report.text[position:start], edit.new]
        for place in range(position, start + 1):
            places[place] = place + shift
        shift += len(edit.new) - (end - start)
        for place in range(start + 1, end):
            places[place] = end + shift
        position = end
    for place in range(position, len(report.text) + 1):
        places[place] = place + shift
    pieces.append(report.text[position:])
    text = "".join(pieces)

    return _move_marks(report, text, places)


def _move_marks(report: Report, text: str, places: list[int]) -> Report:
    def move(extent: Extent) -> Extent:
        return Extent(places[extent.start], places[extent.end])

    def move_all(extents: tuple[Extent, ...]) -> tuple[Extent, ...]:
        return tuple(map(move, extents))

    def move_quote(quote: Quote) -> Quote:
        return replace(
            quote,
            condition=_moved_condition(report, quote, text, places),
            content=move_all(quote.content),
            cues=move_all(quote.cues),
            sources=move_all(quote.sources),
        )

    return replace(
        report,
        title=text[: places[report.headline_end]],
        text=text,
        headline_end=places[report.headline_end],
        paragraphs=move_all(report.paragraphs),
        mentions=tuple(
            replace(one, extent=move(one.extent)) for one in report.mentions
        ),
        roles=tuple(replace(one, extent=move(one.extent)) for one in report.roles),
        times=tuple(replace(one, extent=move(one.extent)) for one in report.times),
        events=tuple(
            replace(one, triggers=move_all(one.triggers)) for one in report.events
        ),
        quotes=tuple(map(move_quote, report.quotes)),
        slogans=tuple(replace(one, extent=move(one.extent)) for one in report.slogans),
        recirculations=tuple(
            replace(one, extent=move(one.extent)) for one in report.recirculations
        ),
    )


def _moved_condition(report: Report, quote: Quote, text: str, places: list[int]) -> str:
    for piece in quote.content if quote.condition else ():
        start = report.text.find(quote.condition, piece.start, piece.end)
        if start >= 0:
            return text[places[start] : places[start + len(quote.condition)]]
    return quote.condition
