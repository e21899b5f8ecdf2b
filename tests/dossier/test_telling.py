"""One sentence a thing: what the words of the source say is not said again."""

from dataclasses import replace

import pytest

from dossier.by_hand import DOCUMENT, MATERIAL, MEETING, WARNING, make_entity, section
from dragoman.dossier.material import Material, says
from dragoman.dossier.telling_entities import role_words, tell_entity
from dragoman.dossier.telling_events import tell_event
from dragoman.dossier.telling_statements import tell_statement
from dragoman.model.claim import (
    Manner,
    Modality,
    NameUse,
    Participant,
    Party,
    Quantity,
    Time,
)
from dragoman.model.document import Document
from dragoman.model.entity import Disagreement, Entity, Event, Role, Variant

SHELLING = (
    "Forty-one people died and 4,926 were hurt when shells hit the market of Orhan, "
    "the Relief League said."
)
LEAGUE = "the Relief League"


def report(text: str, identifier: str = "r1") -> Document:
    return replace(DOCUMENT, id=identifier, text=text)


def attack(text: str = SHELLING, number: int = 1) -> tuple[Material, Event]:
    """An attack that one report tells in one sentence."""
    document = report(text, f"r{number}")
    told = (document.cite(0, len(text)),)
    event = replace(
        MEETING,
        id=f"a{number}",
        type="ASSAULT",
        mode=None,
        participants=(Participant(Party(None, "the market of Orhan"), "recipient"),),
        place=None,
        place_name=None,
        time=None,
        quantities=(
            Quantity("wounded", 4926, 4926, None, "4,926"),
            Quantity("killed", 41, 41, None, "Forty-one people"),
        ),
        attribution=(Party(None, LEAGUE),),
        reports=(),
        disagreements=(),
        citations=told,
    )
    return replace(MATERIAL, documents=(DOCUMENT, document), events=(event,)), event


def test_what_the_quoted_words_say_is_not_told_beside_them() -> None:
    material, event = attack()

    sentence = tell_event(material, event).text

    assert sentence == f"An attack was reported: “{SHELLING}”"


def test_what_the_quoted_words_leave_out_is_told_beside_them() -> None:
    material, event = attack("Shells hit the town.")

    sentence = tell_event(material, event).text

    assert sentence == (
        "An attack on “the market of Orhan” was reported: “Shells hit the town.” "
        "(41 killed and 4,926 wounded; according to “the Relief League”)."
    )


def test_known_names_stay_beside_the_quoted_words() -> None:
    material, event = attack("She met the rebels, who shot at her.")
    known = Participant(Party("e1", "Sara Adel"), "recipient")
    event = replace(event, participants=(known,), quantities=(), attribution=())

    assert tell_event(material, event).text.startswith("An attack on Sara Adel was")


def test_a_number_on_which_sources_differ_stays_beside_the_quoted_words() -> None:
    material, event = attack()
    counts = tuple(Variant(value, event.citations) for value in ("41", "17", "9"))
    event = replace(event, disagreements=(Disagreement("killed", counts),))

    sentence = tell_event(material, event).text

    assert sentence.endswith("(41, 17 or 9 killed (the sources differ)).")


def test_counts_of_dead_stand_together_by_the_day_of_their_report() -> None:
    texts = ("Nine people died.", "At least 12 were killed.", "The war killed 30.")
    documents = tuple(
        replace(report(text, f"r{n}"), published=f"2024-05-{n + 10}")
        for n, text in enumerate(texts)
    )
    events = []
    for number, text in enumerate(texts):
        killed = Quantity("killed", 9, None, None, text)
        event = replace(attack(text, number)[1], participants=(), attribution=())
        events.append(replace(event, quantities=(killed,)))
    material = replace(
        MATERIAL, documents=documents, events=tuple(events[::-1]), statements=()
    )
    few = replace(material, events=tuple(events[:2]))

    assert section("Chronology", material) == [
        "10 May 2024: “Nine people died.”",
        "11 May 2024: “At least 12 were killed.”",
        "12 May 2024: “The war killed 30.”",
    ]
    assert section("Chronology", few)[0].endswith("(reported on 10 May 2024).")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("assert", "Sara Adel told Tomas Brun: “the dam"),
        ("warn", "Sara Adel warned Tomas Brun: “the dam"),
        ("pledge", "Sara Adel pledged to Tomas Brun: “the dam"),
        ("thank", "Sara Adel gave thanks, addressing Tomas Brun: “the dam"),
    ],
)
def test_words_are_told_to_somebody(act: str, told: str) -> None:
    said = replace(
        WARNING,
        act=act,
        addressees=(Party("e2", "Tomas Brun"),),
        manner=Manner.DIRECT,
        content="the dam is safe",
    )

    assert tell_statement(MATERIAL, said).text.startswith(told)


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("announce", "Sara Adel announced plans, as reported, “to open the dam”"),
        ("reject", "Sara Adel refused, as reported, “to open the dam”"),
        ("assert", "Sara Adel said, as reported: “to open the dam”"),
    ],
)
def test_no_colon_stands_between_a_verb_and_its_infinitive(act: str, told: str) -> None:
    said = replace(WARNING, act=act, manner=Manner.INDIRECT, content="to open the dam")

    assert tell_statement(MATERIAL, said).text.startswith(told)


@pytest.mark.parametrize(
    ("act", "words", "told"),
    [
        ("condemn", "I condemn this attack.", "condemned: “I condemn"),
        ("request", "Will you stay?", "asked: “Will you stay?”"),
        ("thank", "Thank you, Lina.", "gave thanks: “Thank you"),
        ("condemn", "the attack on Orhan", "condemned “the attack"),
    ],
)
def test_whole_sentences_of_direct_speech_have_a_colon(
    act: str, words: str, told: str
) -> None:
    said = replace(
        WARNING, act=act, manner=Manner.DIRECT, condition=None, content=words
    )

    assert tell_statement(MATERIAL, said).text.startswith(f"Sara Adel {told}")


def test_an_order_names_who_is_ordered_before_its_words() -> None:
    said = replace(
        WARNING,
        act="direct",
        manner=Manner.INDIRECT,
        condition=None,
        addressees=(Party("e2", "Tomas Brun"),),
        content="to open the dam",
    )

    told = tell_statement(MATERIAL, said).text

    assert told.startswith("Sara Adel directed Tomas Brun, as reported, “to open")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("it is not true", "denied, as reported: “it is not true”"),
        ("the dam was open", "denied, as reported, that “the dam was open”"),
    ],
)
def test_a_denial_that_denies_itself_is_no_clause_of_ours(
    words: str, told: str
) -> None:
    said = replace(
        WARNING, act="deny", manner=Manner.INDIRECT, condition=None, content=words
    )

    assert tell_statement(MATERIAL, said).text.startswith(f"Sara Adel {told}")


def test_an_outlet_that_is_told_is_named_once() -> None:
    outlet = Party("e2", "Tomas Brun")
    said = replace(
        WARNING,
        act="assert",
        manner=Manner.DIRECT,
        condition=None,
        addressees=(outlet,),
        outlet=outlet,
        content="the dam is safe",
    )

    assert tell_statement(MATERIAL, said).text.count("Tomas Brun") == 1


def test_a_noun_with_a_clause_behind_it_keeps_the_verb_of_the_report() -> None:
    text = "Sara Adel underlined the need to close a dam that might burst."
    document = report(text)
    start = text.index("the need")
    said = replace(
        WARNING,
        act="assert",
        manner=Manner.INDIRECT,
        condition=None,
        content=text[start:-1],
        citations=(document.cite(start, len(text) - 1), document.cite(0, start - 1)),
    )
    material = replace(MATERIAL, documents=(DOCUMENT, document))

    told = tell_statement(material, said).text

    assert "as reported, “underlined the need to close a dam that might burst”" in told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("the road between Gao and Orhan", "on “the road"),
        ("a market on the road", "in “a market"),
    ],
)
def test_what_happens_along_a_road_is_on_it(place: str, told: str) -> None:
    material, event = attack("They attacked a convoy.")

    assert told in tell_event(material, replace(event, place_name=place)).text


def test_reported_words_that_name_the_hearer_name_him_once() -> None:
    text = "Sara Adel thanked Tomas Brun for the bread of Orhan."
    document = report(text)
    start = text.index("Tomas")
    said = replace(
        WARNING,
        act="thank",
        manner=Manner.INDIRECT,
        condition=None,
        addressees=(Party("e2", "Tomas Brun"),),
        content=text[start:-1],
        citations=(document.cite(start, len(text) - 1), document.cite(0, start - 1)),
    )
    material = replace(MATERIAL, documents=(DOCUMENT, document))

    assert tell_statement(material, said).text.count("Tomas Brun") == 1


def body(name: str, text: str, *spellings: str) -> tuple[Material, Entity]:
    """A body that is named once in a report."""
    document = report(text)
    start = text.index(name)
    told = (document.cite(start, start + len(name)),)
    uses = tuple(NameUse(one, "en", told) for one in (name, *spellings))
    entity = replace(make_entity("e9", "Orhan", "Organization"), name=name, names=uses)
    material = replace(MATERIAL, documents=(document,), entities=(entity,))
    return material, replace(entity, citations=told)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("River Guard", "He left the River Guard in May.", "the River Guard"),
        ("River Forces", "A River Forces truck burnt.", "the River Forces"),
        ("African Union", "African Union leaders met.", "the African Union"),
        ("Orhan's Forces", "Orhan's Forces left.", "Orhan's Forces"),
        ("Jeem News", "Jeem News said so.", "Jeem News"),
        ("Jeem News", "The agency Jeem News said so.", "Jeem News"),
    ],
)
def test_bodies_have_the_article_that_english_gives_them(
    name: str, text: str, told: str
) -> None:
    material, entity = body(name, text)

    assert material.entity_name(entity) == told


def test_capitals_and_apostrophes_are_no_other_spelling() -> None:
    material, entity = body(
        "Orhan's army",
        "Orhan's army left.",
        *("ORHAN’S ARMY", "army", "the army of Orhan"),
    )

    (sentence,) = tell_entity(material, entity)

    assert sentence.text == "Orhan's army is also written “the army of Orhan”."


def test_an_office_is_told_once_in_its_fullest_form() -> None:
    told = make_entity("e1", "Sara Adel").citations

    def role(title: str, name: str | None) -> Role:
        return Role(title, None, name, "current", None, None, None, told)

    roles = (
        role("army chief", "army"),
        role("army chief", "Orhan"),
        role("Brig.", None),
        role("Brigadier", None),
    )
    entity = replace(make_entity("e1", "Sara Adel"), roles=roles)

    (sentence,) = tell_entity(MATERIAL, entity)

    assert "army chief (Orhan) and Brigadier" in sentence.text
    assert sentence.text.count("army chief") == 1


def test_words_are_found_whole_and_whatever_the_spaces() -> None:
    assert says("قال  المبعوث إن الجسر مغلق", "قال المبعوث")
    assert not says("Forty-one people", "one peo")
    assert not says("Nona or one a day", "ONA or")
    assert says("Nona, or Ona or Lee", "ONA or")
    assert says("Osk, Oskar and osk.", "Osk.")


def test_all_on_which_the_sources_of_an_event_differ_is_one_paragraph() -> None:
    counts = tuple(
        Variant(value, told.citations)
        for value, told in zip(
            ("12500", "40"), MEETING.disagreements[0].variants, strict=True
        )
    )
    event = replace(
        MEETING,
        disagreements=(*MEETING.disagreements, Disagreement("killed", counts)),
    )
    material = replace(MATERIAL, events=(event,))

    (sentence,) = section("Disagreements between sources", material)

    assert sentence == (
        "One source differs in itself on the date: 3 May 2024 (The Ferry); 2 May 2024 "
        "(The Ferry). On the number of those killed: 40 (The Ferry); 12,500 (The "
        "Ferry). The event: a meeting of Sara Adel and Tomas Brun in Orhan."
    )


def test_events_of_one_passage_are_told_together() -> None:
    words = "Soldiers closed the border and held the envoy."
    material, first = attack(words)
    plain = replace(first, participants=(), quantities=(), attribution=())
    envoy = Participant(Party("e1", "Sara Adel"), "recipient")
    arrest = replace(
        plain, id="a2", type="COERCE", mode="arrest", participants=(envoy,)
    )
    ban = replace(plain, id="a3", type="COERCE", mode="ban")
    planned = replace(ban, id="a4", modality=Modality.PLANNED)
    material = replace(material, statements=())

    def told(*events: Event) -> list[str]:
        return section("Chronology", replace(material, events=events))

    assert told(ban, arrest) == [
        f"An arrest of Sara Adel and a ban were reported: “{words}”"
    ]
    assert told(arrest, planned) == [
        f"An arrest of Sara Adel was reported and a ban was planned: “{words}”"
    ]


def test_what_has_no_day_stands_with_what_its_passage_dates() -> None:
    words = "Soldiers closed the border on Friday and held the envoy."
    material, first = attack(words)
    plain = replace(first, participants=(), quantities=(), attribution=())
    ban = replace(
        plain, type="COERCE", mode="ban", time=Time("2024-05-03", "Friday", "day")
    )
    arrest = replace(plain, id="a2", type="COERCE", mode="arrest")
    material = replace(material, statements=(), events=(arrest, ban))

    assert section("Chronology", material) == [
        f"3 May 2024: A ban and an arrest were reported: “{words}”"
    ]


def test_who_is_described_again_is_named_once() -> None:
    material, event = attack("The patrol brought them in.")
    hit = [
        Participant(Party(None, name), "recipient")
        for name in ("The 37 smugglers", "37 of them", "six smugglers", "a pilot")
    ]
    event = replace(event, participants=tuple(hit), quantities=(), attribution=())

    told = tell_event(material, event).text

    assert told.startswith("An attack on “the 37 smugglers” and “a pilot” was reported")


def test_a_body_that_nobody_named_stands_in_quotation_marks() -> None:
    role = Role("director", None, "agency", "current", None, None, None, ())

    assert role_words(MATERIAL, role) == "director (“agency”)"
