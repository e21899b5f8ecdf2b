"""How a slogan travels after it was told once."""

import pytest

from dragoman.model.claim import NarrativeClaim
from reading import read_narratives

LAUNCH = "The Shield movement launched the slogan “Bread First” in May. "


def _carriers(claims: list[NarrativeClaim], form: str) -> set[str]:
    return {p.name for one in claims if one.form == form for p in one.carriers}


def test_it_is_taken_up() -> None:
    found = read_narratives(LAUNCH + "It was taken up by the Green League.")

    assert {one.label for one in found} == {"Bread First"}
    assert "Green League" in _carriers(found, "slogan")


def test_the_phrase_is_repeated() -> None:
    found = read_narratives(LAUNCH + "President Ana Lopes repeated the phrase.")

    assert "Ana Lopes" in _carriers(found, "slogan")


def test_a_translation_is_passed_on_from_who_launched_it() -> None:
    text = LAUNCH + "The channel Dniester Herald posted a Russian translation."

    passed = [one for one in read_narratives(text) if one.form == "recirculation"]

    assert [one.carriers[0].name for one in passed] == ["Dniester Herald"]
    assert passed[0].origin is not None
    assert "Shield" in passed[0].origin.name


def test_who_released_the_video_carries_its_slogan() -> None:
    text = (
        "On Monday the Ansar Front released a video. The video closes with the slogan"
        " “Two wounds, one sword.”"
    )

    assert "Ansar Front" in _carriers(read_narratives(text), "slogan")


def test_who_did_not_use_a_slogan_carries_none() -> None:
    text = LAUNCH + "President Ana Lopes did not repeat the phrase."

    assert "Ana Lopes" not in _carriers(read_narratives(text), "slogan")


def test_a_slogan_in_another_script_travels_too() -> None:
    text = (
        "The League launched the slogan “الخبز أولا” in May. It was taken up by the"
        " Green Union."
    )

    found = read_narratives(text)

    assert {one.label for one in found} == {"الخبز أولا"}
    assert "Green Union" in _carriers(found, "slogan")


def test_the_video_of_who_pushes_a_slogan_is_passed_on() -> None:
    text = (
        "The Heritage League launched the slogan “One Sea” in May. The station Apsny FM"
        " shared the League’s video."
    )

    passed = [one for one in read_narratives(text) if one.form == "recirculation"]

    assert len(passed) == 1
    assert passed[0].origin is not None
    assert "League" in passed[0].origin.name


def test_a_slogan_first_appears_in_a_text_of_somebody() -> None:
    found = read_narratives(
        "The slogan “No toll under fire” first appeared in Communique No. 4 of the "
        "Harsted Front on 5 March. The radio Delta FM read the slogan on air."
    )

    front, radio = sorted(_carriers(found, "slogan"), key=len, reverse=True)
    assert front == "Harsted Front"
    assert radio == "Delta FM"


def test_a_hashtag_is_carried_by_who_answers_with_it_and_who_pushes_it() -> None:
    found = read_narratives(
        "The war of words went on for a week. Accounts of the army answered with "
        "#OneArmy, a hashtag that General Paul Ruda's office had pushed since January."
    )

    assert [one.label for one in found] == ["#OneArmy"]
    assert "Paul Ruda" in _carriers(found, "slogan")


def test_a_headline_is_no_slogan() -> None:
    found = read_narratives(
        "Delta Compass republished the article under the headline “Army burns mill”."
    )

    assert not _carriers(found, "slogan")


def test_the_clip_told_of_before_is_passed_on_from_its_maker() -> None:
    found = read_narratives(
        "The clip was first posted on 30 May by the Green League. It shows a fishing "
        "fair. The broadcaster Delta TV aired the clip on 1 June."
    )

    (passed,) = [one for one in found if one.form == "recirculation"]
    assert [p.name for p in passed.carriers] == ["Delta TV"]
    assert passed.origin is not None
    assert passed.origin.name == "Green League"


@pytest.mark.parametrize(
    ("text", "label", "carriers", "origin"),
    [
        (
            "The phrase “staged pity”, coined in a Harbour Times editorial of May, was "
            "repeated on Tuesday by spokesperson Lin Jianmin, by the think tank "
            "SCPI and by at least thirty accounts.",
            "staged pity",
            {"Lin Jianmin", "SCPI"},
            "Harbour Times",
        ),
        (
            "“One desert, one word”, first used by Tumast Press in May, was repeated "
            "by eleven channels, including Sahara Eye and Delta Online.",
            "One desert, one word",
            {"Sahara Eye", "Delta Online"},
            "Tumast Press",
        ),
    ],
)
def test_who_repeats_and_who_was_first(
    text: str, label: str, carriers: set[str], origin: str
) -> None:
    found = [claim for claim in read_narratives(text) if claim.label == label]
    told = {party.name for claim in found for party in claim.carriers}
    assert told >= carriers
    assert {claim.origin.name for claim in found if claim.origin} == {origin}


def test_a_charge_passed_on_is_a_theme() -> None:
    (found,) = read_narratives(
        "Sites close to the junta, notably Delta Eye, recirculated the accusation, "
        "first made by Prime Minister Omar Diallo in May, that “Paris pays them”."
    )
    assert found.form == "theme"
    assert [party.name for party in found.carriers] == ["Delta Eye"]
    assert found.origin is not None
    assert found.origin.name == "Omar Diallo"


def test_what_somebody_repeats_himself_is_a_statement() -> None:
    assert read_narratives("Hanek repeated that “the river is ours”.") == []


def test_a_line_behind_the_quotation_tells_who_repeats_it() -> None:
    found = read_narratives(
        "The opposition answers with “Enough is enough”, a line first heard in May and "
        "now repeated by rappers, by the union and by the website Delta Libre."
    )
    told = {party.name for claim in found for party in claim.carriers}
    assert told == {"The opposition", "rappers", "the union", "Delta Libre"}


def test_who_used_it_first_is_its_origin() -> None:
    found = read_narratives(
        "Channels promoted the slogan “Blood for the bridge”. It was first used by the "
        "Karsk daily Javan-e Emruz on January 5."
    )
    assert "Javan-e Emruz" in {claim.origin.name for claim in found if claim.origin}


def _origins(claims: list[NarrativeClaim]) -> set[str]:
    return {one.origin.name for one in claims if one.origin is not None}


@pytest.mark.parametrize(
    ("text", "origin", "carriers"),
    [
        (
            "The slogan “One river, one nation” was first used in the 2019 campaign of "
            "the Zhelian Unity Party and is now spread by at least 40 channels.",
            "Zhelian Unity Party",
            {"Zhelian Unity Party", "at least 40 channels"},
        ),
        (
            "Demonstrators in Osk chanted “No salt, no peace”, a slogan coined by the "
            "Union of Salt Workers in 2019.",
            "Union of Salt Workers",
            {"Demonstrators", "Union of Salt Workers"},
        ),
        (
            "Since January thirty channels have spread the claim that the vaccine was "
            "“brewed in Belin”. The phrase first appeared in a post by the blogger "
            "Rado "
            "Finch.",
            "Rado Finch",
            {"Rado Finch"},
        ),
    ],
)
def test_who_was_first_is_not_who_spreads_it_now(
    text: str, origin: str, carriers: set[str]
) -> None:
    found = read_narratives(text)

    assert _origins(found) == {origin}
    assert carriers <= _carriers(found, "slogan") | _carriers(found, "theme")


def test_a_channel_that_posts_a_slogan_carries_it() -> None:
    found = read_narratives(
        "Digest of channels\n\n@tarsa_voice, 3 March 21:14: “They fired. ONE RIVER, "
        "ONE "
        "NATION.”\n\n@belin_now, 3 March 22:02: “It rains.”\n\nThe slogan “One river, "
        "one nation” is spread by the Dawn movement, a note by the monitors says."
    )

    carriers = _carriers(found, "slogan")
    assert "@tarsa_voice" in carriers
    assert "@belin_now" not in carriers


def test_a_text_may_break_off_behind_such() -> None:
    text = "The phrase “no step back” was repeated by several channels such"
    assert all(claim.label == "no step back" for claim in read_narratives(text))


def test_who_warns_that_somebody_will_respond_with_measures_pushes_none() -> None:
    warned = (
        "The ministry warned that Chad would respond with “corresponding measures”."
    )
    answered = "The union answered with “Bread First”."

    assert not read_narratives(warned)
    assert [one.label for one in read_narratives(answered)] == ["Bread First"]
