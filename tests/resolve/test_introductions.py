"""How reports introduce those whom nothing but a full name joins."""

import pytest

from builders import make_document, make_entity
from desk import Desk
from dragoman.model.judgement import Judgement
from dragoman.resolve.entities import EntityResolver
from dragoman.resolve.introductions import read_introduction


@pytest.mark.parametrize(
    ("text", "callings", "ages"),
    [
        ("Omar Karam, a bus driver in Tal, left.", {"driver"}, set()),
        ("Omar Karam, 61, a trader from Tal, left.", {"trader"}, {61}),
        ("The wrestler Omar Karam left.", {"wrestler"}, set()),
        ("The 34-year-old farmer Omar Karam left.", {"farmer"}, {34}),
        ("Omar Karam, a fisherman of 58, left.", {"fisherman"}, {58}),
        ("Omar Karam, the foreign minister, left.", set(), set()),
        ("Omar Karam, 300 guests and a baker came.", set(), set()),
        ("Omar Karam left the farmer.", set(), set()),
        ("قال عمر كرم", set(), set()),
    ],
)
def test_what_stands_around_a_name_introduces_it(
    text: str, callings: set[str], ages: set[int]
) -> None:
    at = max(0, text.find("Omar Karam"))

    found = read_introduction(text, [(at, at + len("Omar Karam"))])

    assert (set(found.callings), set(found.ages)) == (callings, ages)


@pytest.mark.parametrize(
    ("one", "other", "judgement"),
    [
        ("Samir Bakri, a trader,", "Samir Bakri, a fisherman,", Judgement.UNSURE),
        ("Samir Bakri, the poet,", "Samir Bakri, a bus driver,", Judgement.UNSURE),
        ("Samir Bakri, 61,", "Samir Bakri, 34,", Judgement.NEGATIVE),
        ("Samir Bakri, 61,", "Samir Bakri, 62,", Judgement.POSITIVE),
        ("Samir Bakri, a trader,", "Samir Bakri, a trader of 61,", Judgement.POSITIVE),
        ("Samir Bakri, a trader,", "Samir Bakri", Judgement.POSITIVE),
    ],
)
def test_other_callings_and_ages_are_two_of_one_name(
    one: str, other: str, judgement: Judgement
) -> None:
    desk, people = Desk(), []
    for number, told in enumerate((one, other)):
        document = make_document(f"{told} spoke in Tal {number}.")
        person = make_entity(document, "Samir Bakri")
        desk.documents[document.id] = document
        desk.dates[document.id] = "2024-03-01"
        desk.add([person], EntityResolver())
        people.append(person)

    assert desk.judged(*people) is judgement
