"""Reports that the text itself takes back, and such as only others dispute."""

import pytest

from dragoman.model.claim import Modality
from reading import read_events

TAKEN_BACK = [
    # A bare negation, of the paper's own words and of others'.
    "We reported on Monday that police had arrested Omar Tal. They had not.",
    "The Herald wrote that the army had shelled Gao. It had not.",
    "We wrote that Dana Orvik had accused the mayor of theft. She did not say so.",
    # The report is called false, or withdrawn.
    "We reported that police had arrested Omar Tal. That was wrong.",
    "Radio Delta reported that gunmen had attacked a convoy near Gao. The report "
    "turned out to be untrue.",
    "Radio Delta reported that gunmen had attacked a convoy near Gao. Hours later it "
    "withdrew the report.",
    "Radio Delta retracted its report that gunmen had attacked a convoy near Gao.",
    # Another deed is told instead, or the same one as not done.
    "An earlier version of this story said that the army had shelled Gao. In fact the "
    "blast was an accident.",
    "A previous headline stated that police shot Omar Tal (عمر طال). He was not shot.",
    "Our first edition said that Chad had expelled Omar Tal, the envoy of Mali. Chad "
    "has not expelled Omar Tal.",
    "An earlier version misstated that Omar Tal was arrested on Monday.",
]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_taken_back_is_denied(text: str) -> None:
    levels = {claim.modality for claim in read_events(text)}

    assert levels <= {Modality.DENIED}


def test_a_retraction_is_cited_beside_the_report() -> None:
    text = "We reported that police had arrested Omar Tal. They had not."

    (claim,) = read_events(text)

    assert [one.quote for one in claim.citations] == [
        "We reported that police had arrested Omar Tal.",
        "They had not.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Others dispute it; it is of something else; it is no report.
        "The minister said that rebels had shelled Gao. They had not, the rebels said.",
        "The minister said that rebels had shelled Gao. The mayor called the report "
        "false.",
        "We reported that police had arrested Omar Tal. They had not yet charged him.",
        "We reported that police had arrested Omar Tal. They were not in uniform.",
        "The army shelled Gao. That was wrong.",
        # What is set right is a detail; what did not happen is something else.
        "The report said that the army killed ten villagers. Actually, the army killed "
        "twelve.",
        "The report said the army shelled Gao. This is not true of Mopti.",
        "The envoy said that rebels attacked the port. Rebels did not attack the "
        "airport.",
        "The ministry said Omar Tal met Ana Ruiz in Rome. They did not meet in Paris.",
        "The minister said that rebels had shelled Gao. In fact, they had shelled it "
        "for days.",
    ],
)
def test_what_is_only_disputed_stays_told(text: str) -> None:
    assert Modality.ASSERTED in {claim.modality for claim in read_events(text)}
