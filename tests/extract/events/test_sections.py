"""Reports told place by place, and the days between which a tour went."""

from dragoman.model.claim import EventClaim, Modality
from reading import read_events

_TOUR = """Three capitals and a letter

Between Thursday and Saturday the foreign minister of Chad, Tomas Havel, called at \
Lima, Quito and Nairobi.

LIMA. Havel landed on Thursday and was received by President Lena Okoye. The two \
signed an accord on fishing.

QUITO. The second leg was short. On Friday Havel met the envoy Wim Daan in a hotel \
lounge.

NAIROBI. On Saturday Havel handed Ira Moss, the Kenyan minister, a letter.

AT HOME. Havel met the premier, Joan Dorn, on Sunday.
"""


def _of(claims: list[EventClaim], name: str, mode: str = "meeting") -> EventClaim:
    (found,) = (
        claim
        for claim in claims
        if claim.mode == mode and name in {one.party.name for one in claim.participants}
    )
    return found


def test_what_a_section_tells_without_a_place_happened_at_its_place() -> None:
    claims = read_events(_TOUR)

    assert _of(claims, "Lena Okoye").place_name == "Lima"
    assert _of(claims, "Wim Daan").place_name == "Quito"
    assert _of(claims, "Ira Moss").place_name == "Nairobi"
    assert _of(claims, "Joan Dorn").place_name is None
    (accord,) = (one for one in claims if one.type == "AGREE")
    assert accord.place_name == "Lima"


def test_a_tour_between_two_days_is_told_once_a_place() -> None:
    visits = {
        one.place_name: one.time.value
        for one in read_events(_TOUR)
        if one.mode == "visit" and one.time is not None
    }

    assert visits == {
        "Lima": "2024-05-02",  # where he landed on Thursday
        "Quito": "2024-05-02/2024-05-04",
        "Nairobi": "2024-05-02/2024-05-04",
    }


def test_one_label_alone_places_nothing() -> None:
    text = "LIMA. The week was quiet.\n\nTomas Havel met Lena Okoye on Monday."
    (met,) = read_events(text)

    assert met.place_name is None


def test_two_weekdays_around_and_are_a_span() -> None:
    (visit,) = read_events("Tomas Havel visited Lima from Friday to Sunday.")

    assert visit.modality is Modality.ASSERTED
    assert visit.time is not None
    assert visit.time.value == "2024-05-03/2024-05-05"
    assert visit.time.text == "Friday to Sunday"


def test_where_somebody_met_on_a_visit_is_where_it_led() -> None:
    text = (
        "Radio One led its bulletins with the visit of Tomas Havel to Lima (29–30"
        " April), where he met Lena Okoye."
    )
    met = _of(read_events(text), "Lena Okoye")

    assert met.place_name == "Lima"
    assert met.time is not None
    assert met.time.value == "2024-04-29/2024-04-30"


def test_who_landed_is_where_he_was_welcomed() -> None:
    text = (
        "Tomas Havel landed first and was welcomed at Gao Airport on Monday by his"
        " host, Lena Okoye."
    )
    visit = _of(read_events(text), "Tomas Havel", "visit")

    assert visit.place_name == "Gao Airport"


def test_where_a_wreath_was_laid_is_not_where_the_dinner_was() -> None:
    text = (
        "On Monday Tomas Havel laid a wreath at the Soldiers' Monument. In the evening"
        " he met Lena Okoye."
    )

    assert _of(read_events(text), "Lena Okoye").place_name is None


_DIGEST = """The week in the north

• Gao – Federal police arrested the editor Meaza Worku.

• Orrun – A school was hit by a bomb.

• Kidal – Troops shelled a convoy of the rebels. Nine men were freed in Niamey.

• The minister Lena Okoye met the envoy Wim Daan.
"""


def test_a_digest_goes_place_by_place_to_the_next_item() -> None:
    claims = read_events(_DIGEST)
    places = {(one.type, one.mode): one.place_name for one in claims}

    assert places["COERCE", "arrest"] == "Gao"
    assert places["ASSAULT", "heavy-weapons"] == "Kidal"
    assert places["RETREAT", "release"] == "Niamey"
    assert _of(claims, "Wim Daan").place_name is None
    assert "Orrun" in {one.place_name for one in claims}


def test_under_a_state_stands_what_others_did_to_it_too() -> None:
    text = (
        "Chad. Turkish planes brought 80 tonnes of medicine.\n\n"
        "Mali. Germany cut its aid to the police.\n\n"
        "Gabon. Paris put three generals on a sanctions list."
    )
    places = {one.type: one.place_name for one in read_events(text)}

    assert places["AID"] == "Chad"
    assert places["SANCTION"] is None
