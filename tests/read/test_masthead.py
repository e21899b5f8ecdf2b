from dataclasses import replace

import pytest

from dragoman.read.masthead import part_author
from dragoman.read.plain import PlainReader
from read.heads import FITTED, UNSEEN, Head
from read.samples import CLOSE, LEAD, SETTINGS, TITLE, read_one


def _read(head: str) -> tuple[str | None, str | None, str | None, str | None]:
    document = read_one(PlainReader(), f"{head}\n\n{LEAD}\n\n{CLOSE}\n".encode())
    return (
        document.title,
        document.source.author,
        document.source.name,
        document.published,
    )


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Basin Update, September 21, 2025", "2025-09-21"),
        ("Border Monitor, bulletin 58, 16 September 2025", "2025-09-16"),
        ("Horn Watch, May 22, 2025: Elders courted as Addis weighs exit", "2025-05-22"),
        ("Spokesperson's Regular Press Conference on April 16, 2025", "2025-04-16"),
        ("Mourners recall the massacre of March 4, 2014", None),
        ("Ministers to sign the accord of 4 March 2014 again", None),
    ],
)
def test_bulletins_name_their_day_in_the_headline(
    title: str, published: str | None
) -> None:
    said = _read(title)

    assert (said[0], said[3]) == (title, published)


def test_cutoff_of_the_data_is_not_the_publication() -> None:
    assert _read(f"{TITLE}\nData cutoff: May 21, 2025, at 10 a.m. EDT")[3] is None


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Jane Roe", ("Jane Roe", None)),
        ("Conference of Riparian States", (None, "Conference of Riparian States")),
        ("Harbour Mail", (None, "Harbour Mail")),
        ("python-docx", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
        ("سالم المنصوري", ("سالم المنصوري", None)),
    ],
)
def test_author_of_the_properties_is_a_person_or_a_body(
    author: str | None, parts: tuple[str | None, str | None]
) -> None:
    assert part_author(author) == parts


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (TITLE, (TITLE, None, None, None)),
        (f"{TITLE}\nBy Jane Roe", (TITLE, "Jane Roe", None, None)),
        (
            f"{TITLE}\nBY JANE ROE and Luc de Wit",
            (TITLE, "JANE ROE and Luc de Wit", None, None),
        ),
        (f"{TITLE}\n4 March 2024", (TITLE, None, None, "2024-03-04")),
        (
            f"{TITLE}\nMonday, March 4, 2024 10:15 GMT",
            (TITLE, None, None, "2024-03-04"),
        ),
        (f"{TITLE}\nHarat, 4 March 2024", (TITLE, None, None, "2024-03-04")),
        (f"{TITLE}\nPublished: 2024-03-04", (TITLE, None, None, "2024-03-04")),
        (f"{TITLE}\nPublished on 4 March 2024", (TITLE, None, None, "2024-03-04")),
        (f"{TITLE}\nUpdated: 2024-03-05", (TITLE, None, None, None)),
        (f"{TITLE}\n4 March", (TITLE, None, None, None)),
        (f"{TITLE}\n03/04/2024", (TITLE, None, None, None)),
        (f"{TITLE}\n1 January 1970", (TITLE, None, None, None)),
        (
            f"Title: {TITLE}\nSource: Harbour Mail\nDate: 2024-03-04\nAuthor: Jane Roe",
            (TITLE, "Jane Roe", "Harbour Mail", "2024-03-04"),
        ),
        (f"SUBJECT: {TITLE}\nFROM: Embassy", (TITLE, None, None, None)),
        ("لقاء في تونس\n4 March 2024", ("لقاء في تونس", None, None, "2024-03-04")),
    ],
)
def test_lines_above_the_report_are_metadata(
    head: str, said: tuple[str | None, ...]
) -> None:
    assert _read(head) == said


def test_date_inside_the_report_is_not_its_publication() -> None:
    text = f"{TITLE}\n\n{LEAD} It was 4 March 2024.\n\nOn 5 March 2024 he left.\n"

    assert read_one(PlainReader(), text.encode()).published is None


def test_plain_text_stays_as_it_is() -> None:
    text = f" {TITLE} \r\n\r\n{LEAD}  \r\n"

    assert read_one(PlainReader(), text.encode()).text == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("head", "author", "source", "published"),
    [
        (
            f"{TITLE}\nInterview by Ann Lee, The Harbour Gazette, 8 March 2025",
            "Ann Lee",
            "The Harbour Gazette",
            "2025-03-08",
        ),
        (
            f"{TITLE}\nBy Ann Lee\nThe Ledger Weekend, 15 March 2025",
            "Ann Lee",
            "The Ledger Weekend",
            "2025-03-15",
        ),
        (
            f"{TITLE}\nTidewater Media Observatory | Friday, 14 March 2025",
            None,
            "Tidewater Media Observatory",
            "2025-03-14",
        ),
        (
            "Ministry of Foreign Affairs of the Republic of Latvia\n"
            f"Press release No. 61, 6 March 2025\n\n{TITLE}",
            None,
            "Ministry of Foreign Affairs of the Republic of Latvia",
            "2025-03-06",
        ),
        (f"{TITLE}\nPort Sudan, 4 March 2025", None, None, "2025-03-04"),
    ],
)
def test_a_dated_line_names_author_and_outlet(
    head: str, author: str | None, source: str | None, published: str
) -> None:
    assert _read(head)[1:] == (author, source, published)


def test_a_communique_is_dated_where_it_is_signed() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{CLOSE}\n\nCommander Musa Kandil\n5 March 2025\n"

    assert read_one(PlainReader(), text.encode()).published == "2025-03-05"


def test_a_dateline_with_the_land_names_agency_and_day() -> None:
    text = (
        f"{TITLE}\n\nBELIN, Sudan, March 4, 2025 (Northgate News) - {LEAD}\n\n{CLOSE}"
    )
    document = read_one(PlainReader(), text.encode())

    assert (document.source.name, document.published) == (
        "Northgate News",
        "2025-03-04",
    )


@pytest.mark.parametrize("head", [*FITTED, *UNSEEN], ids=lambda head: head.title)
def test_heads_of_common_layouts(head: Head) -> None:
    text = f"{head.text}\n\n{head.lead}{LEAD}\n\n{CLOSE}\n"
    document = read_one(PlainReader(), text.encode())

    said = (
        document.title,
        document.source.name,
        document.published,
        document.source.author,
    )
    assert said == (head.title, head.outlet, head.published, head.author)


def test_a_letterhead_in_capitals_takes_the_spelling_of_the_user() -> None:
    text = f"COALITION FOR RENEWAL (CFR)\nCOMMUNIQUÉ No. 4\n\n{LEAD}\n\n{CLOSE}\n"
    given = replace(SETTINGS, source="Coalition for Renewal")

    document = read_one(PlainReader(), text.encode(), settings=given)

    assert document.source.name == "Coalition for Renewal"


@pytest.mark.parametrize("label", ["PRESS RELEASE", "Editorial"])
def test_who_issues_a_release_may_stand_where_its_headline_does(label: str) -> None:
    head = f"{label}\nThe Front for the Liberation of Azal\n19 January 2024"

    assert _read(head)[2] == "The Front for the Liberation of Azal"
