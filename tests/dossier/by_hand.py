"""A material made by hand: two who met, a warning, a file that could not be read."""

import dataclasses

from dragoman.dossier.compose import compose_material
from dragoman.dossier.material import Material
from dragoman.model.claim import (
    Manner,
    Modality,
    NameUse,
    Participant,
    Party,
    Time,
)
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.entity import (
    Disagreement,
    Entity,
    Epithet,
    Event,
    Report,
    Role,
    Statement,
    Variant,
)
from dragoman.model.failure import Failure
from dragoman.model.span import Citation

TEXT = (
    "Talks in Orhan\n\n"
    "Foreign Minister Sara Adel met Tomas Brun in Orhan on 3 May. "
    "She warned that the “river of traitors” would run dry unless <b>dams</b> open. "
    "قال تامر إن الجسر مغلق."
)
TITLE_END = len("Talks in Orhan")
DOCUMENT = Document(
    id="d1",
    text=TEXT,
    blocks=(
        Block(BlockKind.TITLE, 0, TITLE_END),
        Block(BlockKind.PARAGRAPH, TITLE_END + 2, len(TEXT)),
    ),
    title="Talks in Orhan",
    source=Source("The Ferry"),
    lang="en",
    published="2024-05-04",
    retrieved="2024-05-05T10:00:00Z",
    digest="sha256:00",
    media_type="text/plain",
    origin="talks.txt",
)


def cite(words: str) -> tuple[Citation, ...]:
    start = TEXT.index(words)
    return (DOCUMENT.cite(start, start + len(words)),)


def make_entity(identifier: str, name: str, schema: str = "Person") -> Entity:
    uses = (NameUse(name, "en", cite(name)),)
    return Entity(identifier, schema, (), name, uses, (), (), None, cite(name))


SARA = dataclasses.replace(
    make_entity("e1", "Sara Adel"),
    roles=(
        Role(
            "Foreign Minister",
            None,
            None,
            "current",
            None,
            "2024-05-04",
            "2024-05-04",
            cite("Foreign Minister Sara Adel"),
        ),
    ),
    epithets=(Epithet("river of traitors", (), cite("river of traitors")),),
)
BRUN = make_entity("e2", "Tomas Brun")
ORHAN = make_entity("e3", "Orhan", "Place")
MEETING = Event(
    id="v1",
    type="CONSULT",
    mode="meeting",
    participants=(
        Participant(Party("e1", "Sara Adel"), "actor"),
        Participant(Party("e2", "Tomas Brun"), "recipient"),
    ),
    place="e3",
    place_name="Orhan",
    time=Time("2024-05-03", "3 May", "day", ("year from publication date",)),
    topics=(),
    quantities=(),
    modality=Modality.ASSERTED,
    attribution=(),
    reports=(Report("d1", cite("Foreign Minister Sara Adel met Tomas Brun")),),
    disagreements=(
        Disagreement(
            "time",
            (
                Variant("2024-05-03", cite("on 3 May")),
                Variant("2024-05-02", cite("Talks in Orhan")),
            ),
        ),
    ),
    citations=cite("Foreign Minister Sara Adel met Tomas Brun in Orhan on 3 May."),
)
CONTENT = "the “river of traitors” would run dry unless <b>dams</b> open"
WARNING = Statement(
    id="s1",
    speakers=(Party("e1", "Sara Adel"),),
    via=(),
    addressees=(),
    manner=Manner.MIXED,
    act="warn",
    content=CONTENT,
    condition="unless <b>dams</b> open",
    topics=(),
    time=None,
    event=None,
    outlet=None,
    reports=(Report("d1", cite(CONTENT)),),
    citations=cite(CONTENT),
)
MATERIAL = Material(
    documents=(DOCUMENT,),
    failures=(Failure("bad.pdf", "read", "pdf", "bad.pdf: encrypted"),),
    entities=(SARA, BRUN, ORHAN),
    events=(MEETING,),
    statements=(WARNING,),
    narratives=(),
)


def section(heading: str, material: Material = MATERIAL) -> list[str]:
    dossier = compose_material(material)
    return [
        sentence.text
        for one in dossier.sections
        if one.heading == heading
        for sentence in one.sentences
    ]
