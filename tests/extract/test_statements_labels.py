"""Transcripts: whose words a paragraph holds, by the label that it begins with."""

import pytest

from builders import make_document
from dragoman.extract.statements.labels import are_turns, find_labels
from dragoman.model.claim import EventClaim
from reading import names_of, read_claims, read_statements


def told(text: str) -> list[str]:
    return [
        f"{c.act} {names_of(c.speakers)} > {names_of(c.addressees)} | {c.content}"
        for c in read_statements(text)
    ]


TRANSCRIPTS = [
    (
        "Oral Answers: Harsted¶"
        "Dame Lena Okafor (Marlow) (Lab): Will he see the mayor?¶"
        "The Minister for Roads (Paul Ruda): I saw her on Monday.¶"
        "Sir Hugo Varga (Belin North) (Con): Why is the bridge shut?¶"
        "Mr Speaker: Order. The question is about the mayor.",
        [
            "request Lena Okafor > Paul Ruda | Will he see the mayor?",
            "assert Paul Ruda > Lena Okafor | I saw her on Monday.",
            "request Hugo Varga >  | Why is the bridge shut?",
            "assert Mr Speaker > Hugo Varga | Order. The question is about the mayor.",
        ],
    ),
    (
        "The committee met on Monday at ten in the morning.¶"
        "The CHAIRMAN. The hearing is open.¶"
        "Senator CARDEW. Did he order the strike?¶"
        "Ambassador RUIZ. He did not order it.¶"
        "Senator CARDEW. Who gave the order?",
        [
            "assert The CHAIRMAN >  | The hearing is open.",
            "request CARDEW > RUIZ | Did he order the strike?",
            "assert RUIZ > CARDEW | He did not order it.",
            "request CARDEW >  | Who gave the order?",
        ],
    ),
    (
        "MR. HALLAM: I have nothing to add to the report.¶"
        "QUESTION: Lena Brandt, the Courier. Is the road open?¶"
        "MR. HALLAM: (Laughs.) It is shut.¶It will stay shut for a week.¶"
        "QUESTION: Since when is it shut?¶MR. HALLAM: Since the flood.",
        [
            "assert HALLAM >  | I have nothing to add to the report.",
            "request Lena Brandt > HALLAM | Is the road open?",
            "assert HALLAM >  | It is shut.",
            "assert HALLAM >  | It will stay shut for a week.",
            "request the questioner > HALLAM | Since when is it shut?",
            "assert HALLAM >  | Since the flood.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS)
def test_a_turn_is_a_statement_by_its_label(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_the_fields_of_a_form_have_no_speaker() -> None:
    assert (
        told(
            "Incident report 14¶Location: Harsted market¶Dead: 12 civilians¶"
            "Weapon: rifles¶Gunmen opened fire on the market of Harsted on Sunday."
        )
        == []
    )


def test_who_asks_without_a_name_passes_nothing_on() -> None:
    claims = read_statements(
        "MR. HALLAM: Good morning to all of you.¶"
        "QUESTION: The mayor said that the bridge was lost. Is that true?¶"
        "MR. HALLAM: It is not true.¶QUESTION: Thank you for the answer."
    )
    (mayor,) = [c for c in claims if c.content == "the bridge was lost"]
    assert (names_of(mayor.speakers), mayor.via) == ("The mayor", ())


def test_i_is_whoever_has_the_word() -> None:
    claims = read_claims(
        "MR. HALLAM: I met General Hugo Varga in Oslo on Monday.\n\n"
        "QUESTION: Did he agree to leave?\n\nMR. HALLAM: He did not agree."
    )
    (met,) = [c for c in claims if isinstance(c, EventClaim) and c.type == "CONSULT"]
    assert {p.party.name for p in met.participants} == {"HALLAM", "Hugo Varga"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ms. Okoro (Tarland) (spoke in French): We agree.", "Ms. Okoro"),
        ("Dana Orvik (ALDE), on behalf of the group. – We agree.", "Dana Orvik"),
        ("[00:12:05] Paul Ruda: We agree.", "Paul Ruda"),
        ("Q14: Who agreed?", "Q14"),
        ("The Minister of State: We agree.", "The Minister of State"),
    ],
)
def test_labels(line: str, name: str) -> None:
    document = make_document(f"{line}\n\nNobody spoke after that.")
    found = [label.name for label in find_labels(document)]
    assert found == [name]
    assert are_turns(find_labels(document), document) == (False,)
