"""On what the sources of one event differ."""

from dataclasses import replace

import pytest

from dossier.by_hand import DOCUMENT, MATERIAL, MEETING, cite, section
from dragoman.model.document import Source
from dragoman.model.entity import Disagreement, Variant


def _told(*counts: tuple[str, str, str]) -> str:
    """Return the sentence on counts, each with its outlet and day."""
    documents, variants = [], []
    for number, (value, outlet, day) in enumerate(counts):
        one = replace(DOCUMENT, id=f"r{number}", source=Source(outlet), published=day)
        documents.append(one)
        cited = tuple(
            replace(c, span=replace(c.span, document_id=one.id))
            for c in cite("on 3 May")
        )
        variants.append(Variant(value, cited))
    event = replace(
        MEETING,
        type="ASSAULT",
        disagreements=(Disagreement("killed", tuple(variants)),),
    )
    documents.append(DOCUMENT)
    material = replace(MATERIAL, documents=tuple(documents), events=(event,))
    (sentence,) = section("Disagreements between sources", material)
    return sentence


def test_a_toll_that_rises_from_day_to_day_is_told_in_that_order() -> None:
    sentence = _told(
        ("147", "The Lighthouse", "2024-05-05"),
        ("70 or more", "The Ferry", "2024-05-04"),
        ("63", "The Quay", "2024-05-04"),
    )

    assert sentence.startswith(
        "The sources differ on the number of those killed, which rose from report to "
        "report: 63 (The Quay, 4 May 2024); 70 or more (The Ferry, 4 May 2024); 147 "
        "(The Lighthouse, 5 May 2024)."
    )


@pytest.mark.parametrize(
    "days", [("2024-05-04", "2024-05-04"), ("2024-05-05", "2024-05-04")]
)
def test_counts_of_one_day_and_falling_ones_contradict_each_other(
    days: tuple[str, str],
) -> None:
    sentence = _told(("12", "The Ferry", days[0]), ("15", "The Quay", days[1]))

    assert sentence.startswith(
        "The sources differ on the number of those killed: 12 (The Ferry); 15 (The "
        "Quay)."
    )
