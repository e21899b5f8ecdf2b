"""Events from whole texts: participants, place, time, topics, numbers."""

import pytest

from dragoman.model.claim import EventClaim, StatementClaim
from reading import read_claims, read_events, tell_event

ONE_SENTENCE = [
    (
        "Foreign Minister Lucia Ferrante met her Greek counterpart, Nikos Damaskinos,"
        " in Rome on 3 May 2024.",
        [
            "CONSULT/meeting asserted: a Lucia Ferrante, r Nikos Damaskinos"
            " @ Rome 2024-05-03"
        ],
    ),
    (
        "On Monday, 6 May 2024, President Amara Diallo received at the palace in Bamako"
        " a delegation of the Volta Bank headed by Governor Esi Mensah.",
        [
            "CONSULT/meeting asserted: a Amara Diallo, r Volta Bank, r Esi Mensah"
            " @ Bamako 2024-05-06"
        ],
    ),
    (
        "Prime Minister Jonas Petrauskas held talks with Chancellor Ines Vogel and"
        " President Amara Diallo in Berlin on 2 May 2024.",
        [
            "CONSULT/meeting asserted: a Jonas Petrauskas, r Ines Vogel, r Amara Diallo"
            " @ Berlin 2024-05-02"
        ],
    ),
    (
        "Talks between General Idris Halloran and rebel leader Saro Metekian took place"
        " in Doha on 1 May 2024.",
        [
            "CONSULT/meeting asserted: a Idris Halloran, a Saro Metekian"
            " @ Doha 2024-05-01"
        ],
    ),
    (
        "Lucia Ferrante was received in Athens on 4 May 2024 by President Eleni"
        " Stratou.",
        [
            "CONSULT/meeting asserted: a Eleni Stratou, r Lucia Ferrante"
            " @ Athens 2024-05-04"
        ],
    ),
    (
        "The visit of King Yusuf Karam to Oman began on 2 May 2024.",
        ["CONSULT/visit asserted: a Yusuf Karam @ Oman 2024-05-02"],
    ),
    (
        "After his visit to Kenya, Amara Diallo flew to Cairo on 7 May 2024, where he"
        " met President Samir Fawzi.",
        [
            "CONSULT/visit asserted: a Amara Diallo @ Kenya",
            "CONSULT/visit asserted: a Amara Diallo @ Cairo 2024-05-07",
            "CONSULT/meeting asserted: a Amara Diallo, r Samir Fawzi"
            " @ Cairo 2024-05-07",
        ],
    ),
    (
        "Minister Tomasz Wilk spoke by telephone with Nikos Damaskinos on 7 May 2024.",
        ["CONSULT/call asserted: a Tomasz Wilk, r Nikos Damaskinos 2024-05-07"],
    ),
    (
        "Qatar mediated between the army and the rebels.",
        ["CONSULT/mediation asserted: m Qatar, a the army, a the rebels"],
    ),
    (
        "In Minsk, Samir Fawzi met Владимир Кузнецов on 3 May 2024.",
        [
            "CONSULT/meeting asserted: a Samir Fawzi, r Владимир Кузнецов"
            " @ Minsk 2024-05-03"
        ],
    ),
    (
        "Dockers went on strike in Antwerp on 6 May 2024.",
        ["PROTEST/strike asserted: a Dockers @ Antwerp 2024-05-06"],
    ),
    (
        "Gunmen attacked a convoy near Gao on 5 May 2024.",
        ["ASSAULT/ asserted: a Gunmen, r a convoy @ Gao 2024-05-05"],
    ),
    (
        "The navy deployed two frigates to the strait on 1 May 2024.",
        ["MOBILIZE/troops asserted: a The navy 2024-05-01"],
    ),
    (
        "Canada imposed sanctions on four generals on 30 April 2024.",
        ["SANCTION/discontinue asserted: a Canada, r four generals 2024-04-30"],
    ),
    (
        "The militia freed nine hostages on 6 May 2024.",
        ["RETREAT/release asserted: a The militia, r nine hostages 2024-05-06"],
    ),
    (
        "Finance Minister Olga Prisacaru resigned on Friday, 3 May 2024.",
        ["RETREAT/resign asserted: a Olga Prisacaru 2024-05-03"],
    ),
    (
        "The junta lifted the curfew on 1 May 2024.",
        ["CONCEDE/ asserted: a The junta 2024-05-01"],
    ),
    (
        "The ministry summoned Ambassador Tove Lindqvist on 2 May 2024.",
        ["ACCUSE/disapprove asserted: a The ministry, r Tove Lindqvist 2024-05-02"],
    ),
    (
        "President Amara Diallo will visit Cairo on 14 May 2024.",
        ["CONSULT/visit planned: a Amara Diallo @ Cairo 2024-05-14"],
    ),
    (
        "Minister Tomasz Wilk held talks on 7 May 2024 with his counterpart, Petra"
        " Novak, and later with the banker Ivo Kranz.",
        [
            "CONSULT/meeting asserted: a Tomasz Wilk, r Petra Novak 2024-05-07",
            "CONSULT/meeting asserted: a Tomasz Wilk, r Ivo Kranz 2024-05-07",
        ],
    ),
    (
        "A rally in Tartu was put off until the ice melts.",
        ["PROTEST/demo cancelled:  @ Tartu"],
    ),
]


@pytest.mark.parametrize(("text", "told"), ONE_SENTENCE)
def test_one_sentence_tells_its_events(text: str, told: list[str]) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told


def test_company_topics_and_dateline_complete_a_meeting() -> None:
    (meeting,) = read_events(
        "KAMPALA, 4 May (Lake News) – President Amara Diallo and Chancellor Ines Vogel"
        " met on Friday. The two leaders discussed the dam and the price of salt. They"
        " were joined by Minister Tomasz Wilk."
    )
    assert [one.party.name for one in meeting.participants] == [
        "Amara Diallo",
        "Ines Vogel",
        "Tomasz Wilk",
    ]
    assert meeting.topics == ("the dam", "the price of salt")
    assert meeting.time is not None
    assert meeting.time.value == "2024-05-03"
    assert (meeting.place_name or "").title() == "Kampala"
    assert len(meeting.citations) == 3


def test_people_present_are_told_in_the_next_sentence() -> None:
    told = [
        tell_event(claim)
        for claim in read_events(
            "Lucia Ferrante arrived in Tunis on 6 May 2024. There she met Foreign"
            " Minister Karim Belhaj. Present at the meeting were Ambassador Sofia Lund"
            ' and General Idris Halloran. "A useful hour," Belhaj said.'
        )
    ]
    assert told == [
        "CONSULT/visit asserted: a Lucia Ferrante @ Tunis 2024-05-06",
        "CONSULT/meeting asserted: a Lucia Ferrante, r Karim Belhaj, a Sofia Lund,"
        " a Idris Halloran @ Tunis 2024-05-06",
    ]


def test_summary_of_several_meetings_is_no_meeting() -> None:
    assert not read_events(
        "In separate meetings in Doha, Amara Diallo and Ines Vogel met with Samir Fawzi"
        " and Olga Prisacaru."
    )


def test_appointment_is_called_off_in_the_next_clause() -> None:
    (meeting,) = read_events(
        "Ines Vogel was also due to meet Mayor Paz Arrieta, but the appointment was"
        " cancelled because of snow."
    )
    assert tell_event(meeting) == (
        "CONSULT/meeting cancelled: a Ines Vogel, r Paz Arrieta"
    )


def test_companion_of_a_planned_visit() -> None:
    (visit,) = read_events(
        "General Idris Halloran will leave for Oslo on 12 May 2024. He will be"
        " accompanied by Colonel Saro Metekian."
    )
    assert tell_event(visit) == (
        "CONSULT/visit planned: a Idris Halloran, a Saro Metekian @ Oslo 2024-05-12"
    )


def test_who_is_thanked_for_a_delivery_made_it() -> None:
    delivery, thanks = read_events(
        "Saro Metekian thanked the League of Villages for the ninety tractors delivered"
        " in April 2024."
    )
    if delivery.type != "AID":
        delivery, thanks = thanks, delivery
    assert tell_event(thanks) == (
        "SUPPORT/ asserted: a Saro Metekian, r League of Villages"
    )
    assert tell_event(delivery) == "AID/ asserted: a League of Villages 2024-04"
    assert [(q.kind, q.low) for q in delivery.quantities] == [("amount", 90)]


def test_toll_belongs_to_the_attack() -> None:
    (attack,) = read_events(
        "The army shelled the village of Tessit on 2 May 2024, killing nine people and"
        " wounding at least 20."
    )
    assert attack.mode == "heavy-weapons"
    assert [(q.kind, q.low, q.high) for q in attack.quantities] == [
        ("killed", 9, 9),
        ("wounded", 20, None),
    ]


def test_deeds_of_one_sentence_share_the_day_and_place_named_once() -> None:
    deeds = read_events(
        "Three guards were killed on 6 September 2024, when a gang attacked the post"
        " at Dervan."
    )

    assert {deed.place_name for deed in deeds} == {"Dervan"}
    assert {deed.time.value for deed in deeds if deed.time} == {"2024-09-06"}


def test_denial_names_who_denies() -> None:
    (denied,) = read_events("The army denied that it had bombed Marat.")
    assert denied.modality == "denied"
    assert [party.name for party in denied.attribution] == ["The army"]


def test_source_that_is_relied_on_vouches() -> None:
    (attack,) = read_events(
        "According to the ministry, rebels attacked the post at Tessit on 3 May 2024."
    )
    assert attack.modality == "asserted"
    assert [party.name for party in attack.attribution] == ["the ministry"]


def test_agreement_keeps_its_words() -> None:
    (agreement,) = read_events(
        "Lucia Ferrante and Nikos Damaskinos agreed to open a ferry line to Bari and to"
        " exchange nurses."
    )
    assert agreement.type == "AGREE"
    assert agreement.topics == ("open a ferry line to Bari", "exchange nurses")


def test_publication_date_is_never_the_date_of_an_event() -> None:
    (meeting,) = read_events("President Amara Diallo met Ines Vogel in Rome.")
    assert meeting.time is None


def test_two_days_are_two_meetings_with_two_identifiers() -> None:
    claims = read_events(
        "Amara Diallo met Ines Vogel in Rome on 3 May 2024.\n\n"
        "Amara Diallo met Ines Vogel in Rome on 4 May 2024."
    )
    assert len({claim.id for claim in claims}) == len(claims) == 2


def test_headline_tells_no_event() -> None:
    assert all(
        claim.citations[0].span.start > 30
        for claim in read_events(
            "Diallo meets Vogel over the dam\n\nPresident Amara Diallo met Chancellor"
            " Ines Vogel in Rome on 3 May 2024."
        )
    )


def test_an_interview_is_no_meeting() -> None:
    claims = read_claims(
        "Minister Ines Duarte received the Observer on Monday in her office.",
        source="Almeida Observer",
    )

    assert not [claim for claim in claims if isinstance(claim, EventClaim)]


def test_opening_fire_is_an_attack_and_a_time_of_day_no_target() -> None:
    (told,) = read_events("The bandits opened fire on the guards at 23.30.")

    assert told.type == "ASSAULT"
    assert [one.party.name for one in told.participants] == [
        "The bandits",
        "the guards",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police in Derna arrested Pavel Haas but not Omar Karam.", "Omar Karam"),
        ("Ana Ruiz met Pavel Haas, not Omar Karam, in Derna.", "Omar Karam"),
        ("Omar Karam, whose brother was arrested, fled.", "Omar Karam"),
    ],
)
def test_who_is_ruled_out_takes_no_part(text: str, name: str) -> None:
    told = [tell_event(event) for event in read_events(text)]
    assert not any(name in one for one in told)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lena Okafor accused the army of Chad of a raid.", "ACCUSE"),
        ("Lena Okafor threatened to burn the ferry unless tolls fall.", "THREATEN"),
        ("Lena Okafor demanded that the army of Chad leave the island.", "REQUEST"),
        ("Lena Okafor ordered the army of Chad to leave the island.", "REQUEST"),
    ],
)
def test_a_statement_that_is_an_act_is_linked_to_it(text: str, kind: str) -> None:
    claims = read_claims(text)
    events = {one.id: one for one in claims if isinstance(one, EventClaim)}
    (said,) = [one for one in claims if isinstance(one, StatementClaim)]

    assert said.event is not None
    assert events[said.event].type == kind


def test_a_statement_of_another_is_not_linked_to_an_act() -> None:
    claims = read_claims(
        "Omar Karam said that Lena Okafor had threatened to burn the ferry."
    )
    acts = {
        one.speakers[0].name: one.event
        for one in claims
        if isinstance(one, StatementClaim)
    }

    assert acts["Omar Karam"] is None


def test_who_takes_part_is_no_topic() -> None:
    (talks,) = [
        claim
        for claim in read_events(
            "Village elders in Tarsa had negotiated with the armed group Katiba Sahra "
            "on Monday."
        )
        if claim.type == "CONSULT"
    ]

    assert talks.topics == ()
