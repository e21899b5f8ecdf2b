"""What sources let one speaker say in versions that exclude one another."""

from dataclasses import replace

from dossier.by_hand import DOCUMENT, MATERIAL, WARNING, section
from dragoman.model.document import Source
from dragoman.model.entity import Report


def test_versions_of_a_statement_stand_side_by_side_with_their_sources() -> None:
    quay = replace(DOCUMENT, id="d2", source=Source("The Quay"))
    cited = tuple(
        replace(one, span=replace(one.span, document_id="d2"))
        for one in WARNING.citations
    )
    one = replace(WARNING, content="the dams will open", against=("s2",))
    other = replace(
        WARNING,
        id="s2",
        content="the dams will not open",
        reports=(Report("d2", cited),),
        citations=cited,
        against=("s1",),
    )
    material = replace(
        MATERIAL, documents=(DOCUMENT, quay), events=(), statements=(one, other)
    )

    assert section("Disagreements between sources", material) == [
        "The sources differ on what Sara Adel said: “the dams will open” (The Ferry); "
        "“the dams will not open” (The Quay)."
    ]
    said = section("What was said", material)
    assert all("other reports have the contrary" in sentence for sentence in said)
