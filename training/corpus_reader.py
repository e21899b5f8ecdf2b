"""The corpus of our own: XML read as plain text with annotations beside it.

What each mark means is told in ``corpus/README.md``. A report's text is its headline
and its paragraphs, with an empty line between two of them. Offsets count code points of
that text, half-open, as everywhere in dragoman.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch ``[start, end)`` of a report's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, description or pronoun of one entity or of several."""

    extent: Extent
    entities: tuple[str, ...]
    type: str
    kind: str


@dataclass(frozen=True, slots=True)
class Role:
    """Words of an office or function, its holders and the body that it belongs to."""

    extent: Extent
    holders: tuple[str, ...]
    of: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its value (EDTF)."""

    extent: Extent
    value: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event; every stretch of text that tells it is a trigger."""

    id: str
    type: str
    mode: str
    modality: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    time: str
    triggers: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution, in one piece or several; source and cue may be missing.

    ``condition`` is a verbatim part of the content, or empty.
    """

    id: str
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    addressees: tuple[str, ...]
    act: str
    manner: str
    condition: str
    content: tuple[Extent, ...]
    cues: tuple[Extent, ...]
    sources: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Slogan:
    """Words that are pushed as a slogan, and by whom."""

    extent: Extent
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recirculation:
    """Words that tell how an outlet passes on what another side's media said."""

    extent: Extent
    carriers: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report with all that is marked in it.

    ``entities`` gives the type of every entity; ``headline_end`` is where the headline
    stops (0 without one).
    """

    id: str
    title: str
    source: str
    published: str
    region: str
    kind: str
    text: str
    headline_end: int
    paragraphs: tuple[Extent, ...]
    entities: Mapping[str, str]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    slogans: tuple[Slogan, ...]
    recirculations: tuple[Recirculation, ...]


class CorpusError(Exception):
    """A file of the corpus does not keep to the guide."""


@dataclass(slots=True)
class _Walk:
    """Collects text and marks while a report is gone through."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[Extent, ET.Element]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def visit(self, element: ET.Element) -> Extent:
        start = self.length
        number = len(self.marks)
        self.add(element.text)
        for child in element:
            self.visit(child)
            self.add(child.tail)
        extent = Extent(start, self.length)
        self.marks.insert(number, (extent, element))
        return extent


def read_corpus(folder: Path = CORPUS) -> Iterator[Report]:
    """Yield the reports of a folder by the names of their files.

    Raises:
        CorpusError: A file is not well-formed or lacks an attribute.
    """
    for path in sorted(folder.glob("r*.xml")):
        yield read_report(path)


def read_report(path: Path) -> Report:
    """Read one report.

    Raises:
        CorpusError: It is not well-formed or lacks an attribute.
    """
    try:
        return parse_report(path.read_text(encoding="utf-8"))
    except (ET.ParseError, KeyError) as error:
        raise CorpusError(f"{path.name}: {error}") from error


def parse_report(markup: str) -> Report:
    """Turn the mark-up of one report into text with annotations beside it.

    >>> report = parse_report(
    ...     '<report id="r" title="T" source="S" published="2024" region="x" kind="k">'
    ...     '<p><m e="e1" t="city" k="name">Kyiv</m> wakes.</p></report>'
    ... )
    >>> report.text, report.mentions[0].extent
    ('Kyiv wakes.', Extent(start=0, end=4))
    """
    root = ET.fromstring(markup)  # noqa: S314 - our own files
    walk = _Walk()
    blocks: list[Extent] = []
    headline_end = 0
    for element in root:
        if element.tag == "entity":
            continue
        if walk.length:
            walk.add("\n\n")
        block = walk.visit(element)
        if element.tag == "h":
            headline_end = block.end
        else:
            blocks.append(block)
    entities = {one.attrib["id"]: one.attrib["t"] for one in root.iter("entity")}
    # A plural mention tells the type only of members that are never mentioned alone.
    for one in sorted(root.iter("m"), key=lambda one: len(_ids(one, "e"))):
        for name in _ids(one, "e"):
            entities.setdefault(name, one.attrib["t"])
    return Report(
        id=root.attrib["id"],
        title=root.attrib["title"],
        source=root.attrib["source"],
        published=root.attrib["published"],
        region=root.attrib["region"],
        kind=root.attrib["kind"],
        text="".join(walk.pieces),
        headline_end=headline_end,
        paragraphs=tuple(blocks),
        entities=entities,
        mentions=tuple(
            Mention(extent, _ids(one, "e"), one.attrib["t"], one.attrib["k"])
            for extent, one in _tagged(walk, "m")
        ),
        roles=tuple(
            Role(extent, _ids(one, "e"), _ids(one, "of"), one.attrib["status"])
            for extent, one in _tagged(walk, "role")
        ),
        times=tuple(
            Time(extent, one.attrib["v"]) for extent, one in _tagged(walk, "time")
        ),
        events=tuple(_events(walk)),
        quotes=tuple(_quotes(walk)),
        slogans=tuple(
            Slogan(extent, _ids(one, "by")) for extent, one in _tagged(walk, "slogan")
        ),
        recirculations=tuple(
            Recirculation(extent, _ids(one, "carrier"), _ids(one, "origin"))
            for extent, one in _tagged(walk, "recirc")
        ),
    )


def _tagged(walk: _Walk, tag: str) -> Iterator[tuple[Extent, ET.Element]]:
    return ((extent, one) for extent, one in walk.marks if one.tag == tag)


def _ids(element: ET.Element, key: str) -> tuple[str, ...]:
    return tuple(element.get(key, "").split())


def _grouped(
    walk: _Walk, tag: str, key: str
) -> dict[str, list[tuple[Extent, ET.Element]]]:
    found: dict[str, list[tuple[Extent, ET.Element]]] = {}
    for extent, one in _tagged(walk, tag):
        found.setdefault(one.attrib[key], []).append((extent, one))
    return found


def _events(walk: _Walk) -> Iterator[Event]:
    for name, told in _grouped(walk, "ev", "id").items():
        first = told[0][1]
        yield Event(
            id=name,
            type=first.attrib["type"],
            mode=first.get("mode", ""),
            modality=first.attrib["mod"],
            actors=_ids(first, "actor"),
            recipients=_ids(first, "recipient"),
            places=_ids(first, "place"),
            time=first.get("time", ""),
            triggers=tuple(extent for extent, _ in told),
        )


def _quotes(walk: _Walk) -> Iterator[Quote]:
    cues, sources = _grouped(walk, "cue", "s"), _grouped(walk, "src", "s")
    for name, told in _grouped(walk, "q", "id").items():
        first = told[0][1]
        yield Quote(
            id=name,
            speakers=_ids(first, "speaker"),
            via=_ids(first, "via"),
            addressees=_ids(first, "to"),
            act=first.attrib["act"],
            manner=first.attrib["manner"],
            condition=first.get("cond", ""),
            content=tuple(extent for extent, _ in told),
            cues=tuple(extent for extent, _ in cues.get(name, ())),
            sources=tuple(extent for extent, _ in sources.get(name, ())),
        )


_OPENING, _CLOSING = "“\"‘'«„", "”\"’'»“"
_BINDERS = ("that ", "whether ", "if ")


def widen_content(text: str, extent: Extent) -> Extent:
    """Return a content with its quotation marks and the "that" before it.

    Our own marks leave both out; other corpora (PARC, PolNeAR) take them in.

    >>> widen_content("He said that it rains.", Extent(13, 21))
    Extent(start=8, end=21)
    """
    start, end = extent.start, extent.end
    if start and text[start - 1] in _OPENING and text[end : end + 1] in tuple(_CLOSING):
        start, end = start - 1, end + 1
    for binder in _BINDERS:
        if text[:start].endswith(" " + binder):
            return Extent(start - len(binder), end)
    return Extent(start, end)


def read_negatives(path: Path = CORPUS / "negatives.xml") -> list[str]:
    """Return single sentences in which nothing happens and nobody says anything."""
    root = ET.parse(path).getroot()  # noqa: S314 - our own files
    return ["".join(one.itertext()) for one in root.iter("s")]
