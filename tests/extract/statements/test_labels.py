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


def test_a_post_in_a_digest_is_said_by_its_handle() -> None:
    assert told(
        "A digest of the channels that wrote of the mill in the first week of March.¶"
        "@harsted_now (210k subscribers), 3 March 21:14: “They burned the mill down to "
        "the ground. Nobody came to help the miller or his men.”¶"
        "@mill_friends, 4 March 08:30: “The mill is lost and the miller has left for "
        "the coast with all that he owned.”¶"
        "@harsted_now, 4 March 09:00: “A wall of it stands, and we want the council to "
        "say what becomes of it.”"
    ) == [
        "assert @harsted_now >  | They burned the mill down to the ground. Nobody came "
        "to help the miller or his men.",
        "assert @mill_friends >  | The mill is lost and the miller has left for the "
        "coast with all that he owned.",
        "assert @harsted_now >  | A wall of it stands, and we want the council to say "
        "what becomes of it.",
    ]


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        (
            "The defence minister spoke to Klara Benes on Friday.",
            "The defence minister",
        ),
        ("The Courier spoke to Paul Ruda on Friday.", "Paul Ruda"),
        ("“No retreat”: interview with Paul Ruda¶Klara Benes met him.", "Paul Ruda"),
    ],
)
def test_who_is_interviewed_answers(head: str, speaker: str) -> None:
    claims = read_statements(
        f"{head}¶Q: Will you leave?¶A: We will stay here.¶Q: Why?¶A: It is ours."
    )
    answers = [c for c in claims if c.content == "It is ours."]
    assert [names_of(c.speakers) for c in answers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Does the mayor condemn the attack on the mill?",
        "Is it true that Lena Okafor threatened to resign?",
        "Lena Okafor proposed General Paul Ruda.",
        "The radio repeated the drone claim.",
        "In 1993 the council made him its envoy, an office he held for six years.",
        "The site aired the film without naming the Front as the source.",
    ],
)
def test_these_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HARSTED - General Paul Ruda, the chief of staff, vowed on Friday to hold "
            "the heights.",
            "pledge Paul Ruda >  | to hold the heights",
        ),
        (
            "HARSTED - The road is open again, Lena Okafor said.",
            "assert Lena Okafor >  | The road is open again",
        ),
        (
            "Lena Okafor blamed the Belin Front (BF), a group that holds the hills.",
            "accuse Lena Okafor >  | the Belin Front (BF)",
        ),
    ],
)
def test_datelines_and_descriptions_are_no_part(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_the_answers_of_a_briefing_are_of_who_had_the_word_before() -> None:
    assert told(
        "Briefing in Harsted on Monday¶"
        "MODERATOR (Lina Oru, spokeswoman): Good morning. The envoy takes two "
        "questions.¶"
        "MR. HALLAM: Thank you, Lina. The road will be open in May.¶"
        "Q (Ida Moss, the Courier): Will the bridge stay shut?¶"
        "A: It will stay shut for a week.¶"
        "Q: Whose fault is it?¶A: It is the fault of the flood.¶"
        "MODERATOR: Thank you. The envoy leaves for Oslo at noon."
    ) == [
        "assert Lina Oru >  | The envoy takes two questions.",
        "assert HALLAM >  | The road will be open in May.",
        "request Ida Moss > HALLAM | Will the bridge stay shut?",
        "assert HALLAM >  | It will stay shut for a week.",
        "request the questioner > HALLAM | Whose fault is it?",
        "assert HALLAM >  | It is the fault of the flood.",
        "assert Lina Oru >  | The envoy leaves for Oslo at noon.",
    ]
