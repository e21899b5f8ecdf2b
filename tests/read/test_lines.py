import pytest

from dragoman.read.furniture import is_masthead, look
from dragoman.read.lines import (
    is_byline,
    is_caption,
    is_date_line,
    is_heading,
    resembles,
)


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Roe",
        "BY JANE ROE",
        "Our diplomatic correspondent",
        "For immediate release",
        "Press release 142/2025",
        "Embargoed until 06:00 GMT",
        "Published 6.11.2025 at 16.40",
        "Updated 3 hours ago",
        "5 min read",
        "Voice of the Delta, organ of the Central Committee of the League",
        "EXCLUSIVE",
        "World | Middle East",
        "CONFIDENTIAL",
        "No. 114/2021",
        "SC/15210",
        "FROM: Embassy Port Sulayman",
        "Office of the Spokesperson",
        "Republic of Tazirout",
        "Check against delivery",
        "Translated by Samia Rahal",
        "Monday, 3 June 2019",
        "Par Awa Diop",
        "مراسل الوكالة في تونس",
    ],
)
def test_lines_above_reports_are_bylines(text: str) -> None:
    assert is_byline(look(text))


@pytest.mark.parametrize(
    "text",
    [
        "Envoy leaves Harat",
        "By nightfall the bridge was lost, the governor said.",
        "World leaders gather in Harat for a last attempt to save the truce",
        "Press freedom is under threat, the union said.",
        "From Harat to the sea there was no road.",
        "Ministry of Energy was warned, documents show.",
        "وزير الخارجية يلتقي المبعوث",
    ],
)
def test_headlines_and_sentences_are_no_bylines(text: str) -> None:
    assert not is_byline(look(text))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("4 March 2024", True),
        ("Harat, 4 March 2024", True),
        ("Tuesday, 6 August 2024, 12:40 am", True),
        ("18.06.2024", True),
        ("2024-03-04 10:15 GMT", True),
        ("The truce of 4 March 2024 and what became of it", False),
        ("Spokesperson's Regular Press Conference on April 16, 2025", False),
        ("Four dead in March", False),
    ],
)
def test_date_line_has_little_beside_its_date(text: str, dated: bool) -> None:  # noqa: FBT001 case
    assert is_date_line(look(text)) == dated


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Background", True),
        ("Key takeaways:", True),
        ("What next?", True),
        ("ما بعد الاجتماع", True),
        ("They chanted:", False),
        ("The two sides:", False),
        ("Long live the league", False),
        ('"Down with the accord"', False),
        ("MS. ODHIAMBO: Thank you", False),
        ("He left.", False),
        ("and nothing more", False),
    ],
)
def test_heading_stands_over_what_follows(text: str, heading: bool) -> None:  # noqa: FBT001 case
    assert is_heading(look(text)) == heading


@pytest.mark.parametrize(
    "text",
    [
        "Photo: The bridge at Soum.",
        "Image caption: Supporters gather outside the airport.",
        "FILE PHOTO: A boat carries flour through the flooded streets.",
        "The bridge at Soum on Tuesday. (Photo by Ali Traoré / AFP)",
        "Children carry water past the dyke [Ali Traoré/AP Photo]",
        "Figure 1. Attacks in the province of Soum",
        "صورة: الجسر في سوم",
    ],
)
def test_captions_are_known_by_label_or_credit(text: str) -> None:
    assert is_caption(look(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Mail", True),
        ("Institute for Sahel Studies", True),
        ("Patriotic Coalition for Renewal (PCR)", True),
        ("Ministers form a council", False),
        ("Envoy leaves Harat", False),
    ],
)
def test_masthead_is_the_name_of_a_body(text: str, name: bool) -> None:  # noqa: FBT001 case
    assert is_masthead(text) == name


def test_headline_may_differ_a_little() -> None:
    assert resembles("Envoy leaves  Harat!", "envoy leaves harat")
    assert not resembles("Envoy arrives in Sunda", "envoy leaves harat")
