import pytest

from dragoman.text.dates import FoundTime, Tense, TimeReader, parse_day

SUNDAY = "2023-09-03"


def read(
    text: str, published: str | None = SUNDAY, tense: Tense = Tense.PAST
) -> list[FoundTime]:
    return TimeReader(published).read(text, lambda _: tense)


def values(
    text: str, published: str | None = SUNDAY, tense: Tense = Tense.PAST
) -> list[str | None]:
    return [found.edtf for found in read(text, published, tense)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on September 1, 2023", "2023-09-01"),
        ("on 1 September 2021", "2021-09-01"),
        ("the 1st of Sept. 2021", "2021-09-01"),
        ("Sunday, 10 March 2024", "2024-03-10"),
        ("Sunday (10 March 2024)", "2024-03-10"),
        ("Sunday (March 10, 2024)", "2024-03-10"),
        ("dated 2023-09-01", "2023-09-01"),
        ("dated 13/09/2023", "2023-09-13"),
        ("dated 13.09.2023", "2023-09-13"),
        ("June 2023", "2023-06"),
        ("mid-June 2022", "2022-06"),
        ("the end of July 2022", "2022-07"),
        ("early 2022", "2022"),
        ("in 2019", "2019"),
        ("the 2019 gas talks", "2019"),
        ("spring 2023", "2023-21"),
        ("the third quarter of 2022", "2022-35"),
        ("Q3 2022", "2022-35"),
        ("the first half of 2021", "2021-40"),
        ("the 1990s", "199X"),
        ("the '90s", "199X"),
        ("the 20th century", "19XX"),
        ("2–5 March 2021", "2021-03-02/2021-03-05"),
        ("from 3 to 7 May 2021", "2021-05-03/2021-05-07"),
        ("between 3 and 7 May 2021", "2021-05-03/2021-05-07"),
        ("30 April - 2 May 2021", "2021-04-30/2021-05-02"),
        ("September 1 and 2, 2020", "2020-09-01/2020-09-02"),
        ("between June and August 2020", "2020-06/2020-08"),
        ("from 2019 to 2021", "2019/2021"),
        ("the second week of January 2025", "2025-01-08/2025-01-14"),
        ("the last week of September 2023", "2023-09-24/2023-09-30"),
        ("Thursday 13 to Friday 14 March 2025", "2025-03-13/2025-03-14"),
        ("12 Ramadan 1445", "2024-03-22"),
        ("Rajab 29, 1446", "2025-01-29"),
        ("3 Rabi al-Awwal 1445", "2023-09-18"),
        ("1 Mehr 1402", "2023-09-23"),
        ("١ September ٢٠٢٣", "2023-09-01"),
    ],
)
def test_a_date_with_its_year_takes_nothing_from_outside(text: str, value: str) -> None:
    (found,) = read(text, published=None)

    assert found.edtf == value
    assert found.inferred == ()


@pytest.mark.parametrize(
    "text",
    [
        "dated 01/09/2023",
        "They may go.",
        "May the truce hold.",
        "They march on.",
        "a second thing",
        "2,000 people fled",
        "about 2000 people were there",
        "it cost $2019",
        "6 October City",
        "the March 14 Alliance",
        "Jan Novak spoke",
        "in his 30s",
        "a 44-year-old man",
        "the spring offensive",
        "they fall back",
        "Pham Thu Ha spoke",
        "the Harbour Daily wrote",
        "communique 47/HC/2025",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("September 1", "2023-09-01"),
        ("in June", "2023-06"),
        ("in October", "2022-10"),
        ("December 20", "2022-12-20"),
        ("last June", "2023-06"),
        ("June last year", "2022-06"),
        ("in the spring", "2023-21"),
    ],
)
def test_a_past_report_means_the_last_such_day_or_month(text: str, value: str) -> None:
    (found,) = read(text)

    assert found.edtf == value
    assert found.inferred == ("year from publication date",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in January", "2024-01"),
        ("in September", "2023-09"),
        ("September 20", "2023-09-20"),
        ("Tuesday", "2023-09-05"),
        ("Sunday", "2023-09-03"),
    ],
)
def test_a_sentence_about_the_future_means_the_next_one(text: str, value: str) -> None:
    assert values(text, tense=Tense.FUTURE) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("today", "2023-09-03"),
        ("yesterday", "2023-09-02"),
        ("tomorrow", "2023-09-04"),
        ("the day before yesterday", "2023-09-01"),
        ("last night", "2023-09-02"),
        ("this morning", "2023-09-03"),
        ("Saturday", "2023-09-02"),
        ("Sunday", "2023-09-03"),
        ("Monday morning", "2023-08-28"),
        ("last Sunday", "2023-08-27"),
        ("next Sunday", "2023-09-10"),
        ("two days ago", "2023-09-01"),
        ("three weeks ago", "2023-08-07/2023-08-13"),
        ("a month ago", "2023-08"),
        ("last week", "2023-08-21/2023-08-27"),
        ("late last month", "2023-08"),
        ("earlier this year", "2023"),
        ("the 20th of last month", "2023-08-20"),
        ("by the end of the year", "2023"),
        ("10 a.m. on Friday", "2023-09-01"),
    ],
)
def test_relative_words_are_reckoned_from_the_publication(
    text: str, value: str
) -> None:
    (found,) = read(text)

    assert found.edtf == value
    assert found.inferred == ("date from publication date",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("September 1", "XXXX-09-01"),
        ("in June", "XXXX-06"),
        ("2–5 March", "XXXX-03-02/XXXX-03-05"),
        ("29 February", "XXXX-02-29"),
        ("Monday", None),
        ("yesterday", None),
        ("last week", None),
        ("two days ago", None),
    ],
)
def test_without_publication_date_no_year_is_invented(
    text: str, value: str | None
) -> None:
    assert values(text, published=None) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two days earlier", "2023-06-12"),
        ("three days later", "2023-06-17"),
        ("the previous day", "2023-06-13"),
        ("the next day", "2023-06-15"),
        ("the following morning", "2023-06-15"),
        ("the following Tuesday", "2023-06-20"),
        ("that afternoon", "2023-06-14"),
        ("the same day", "2023-06-14"),
        ("later that week", "2023-06-12/2023-06-18"),
        ("the day before for talks", "2023-06-13"),
        ("the night after, he left", "2023-06-15"),
    ],
)
def test_a_story_is_reckoned_from_the_last_day_told(text: str, value: str) -> None:
    reader = TimeReader(SUNDAY)
    reader.read("They met on June 14.", lambda _: Tense.PAST)

    (found,) = reader.read(text)

    assert found.edtf == value
    assert found.inferred == ("date from context",)


def test_a_day_of_the_month_is_of_the_month_told_last() -> None:
    text = "He stayed from 2 to 5 May and on the 4th he signed it on the 20th floor."
    found = read(text)

    assert [one.edtf for one in found] == ["2023-05-02/2023-05-05", "2023-05-04"]
    assert found[1].inferred == ("month from context",)


@pytest.mark.parametrize(
    "text",
    [
        "She left the day after at least twelve people were killed.",
        "She left the day after in-person voting began.",
        "She left the day before and after the vote.",
        "9" * 5000 + " days ago she left.",
    ],
)
def test_a_day_beside_something_else_is_not_reckoned_from_the_story(text: str) -> None:
    reader = TimeReader(SUNDAY)
    reader.read("They met on June 14.", lambda _: Tense.PAST)

    assert [found for found in reader.read(text) if found.edtf] == []


def test_the_story_goes_on_where_it_was_after_the_day_before() -> None:
    found = read("They met on June 14. She had left the day before. The day after, he")

    assert [one.edtf for one in found] == ["2023-06-14", "2023-06-13", "2023-06-15"]


def test_the_day_after_a_day_without_year_has_no_year_either() -> None:
    assert values("On 31 August he came; the next day he left.", published=None) == [
        "XXXX-08-31",
        "XXXX-09-01",
    ]


def test_an_undated_report_takes_the_year_that_it_stated_itself() -> None:
    found = read("On 1 May 2021 they met, and on 3 May they signed.", published=None)

    assert [one.edtf for one in found] == ["2021-05-01", "2021-05-03"]
    assert found[1].inferred == ("year from context",)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("for three days", "DURATION", "P3D"),
        ("a two-week truce", "DURATION", "P2W"),
        ("within seventy-two hours", "DURATION", "PT72H"),
        ("several years", "DURATION", "PXY"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("daily", "SET", "P1D"),
        ("recently", "DATE", "PAST_REF"),
        ("Friday night", "TIME", "2023-09-01TNI"),
        ("at 14:30 on Friday", "TIME", "2023-09-01T14:30"),
        ("last week", "DATE", "2023-W34"),
        ("It took two more weeks.", "DURATION", "P2W"),
        ("It took another year.", "DURATION", "P1Y"),
        ("It took two and a half years.", "DURATION", "P2Y6M"),
        ("It took 5 1/2 hours.", "DURATION", "PT5H30M"),
        ("It took two decades.", "DURATION", "P20Y"),
        ("He was ill for weeks.", "DURATION", "PXW"),
        ("It ends in the coming weeks.", "DURATION", "PXW"),
        ("The decades-long feud went on.", "DURATION", "PXY"),
        ("It was so in the past.", "DATE", "PAST_REF"),
        ("In nineteen ninety-six he left.", "DATE", "1996"),
        ("It was January nineteen ninety-seven.", "DATE", "1997-01"),
        ("It grew in this year's third quarter.", "DATE", "2023-Q3"),
        ("It grew in the 2021 second quarter.", "DATE", "2021-Q2"),
        ("It grew in the last half of 2019.", "DATE", "2019-H2"),
        ("It grew in the latest quarter.", "DATE", "2023-Q2"),
        ("The blasts on Aug. 7 killed 259 people.", "DATE", "2023-08-07"),
        ("Gunmen 8 August killed 11 in Safana area.", "DATE", "2023-08-08"),
    ],
)
def test_timeml_type_and_value_come_from_the_same_reading(
    text: str, kind: str, value: str
) -> None:
    (found,) = read(text)

    assert (found.kind, found.timeml) == (kind, value)


def test_a_year_earlier_in_a_report_of_results_is_the_same_quarter() -> None:
    text = "Profit rose in the second quarter of 2023 from a year earlier."

    assert values(text) == ["2023-34", "2022-34"]


def test_offsets_count_code_points_of_the_line() -> None:
    text = "قال في بيروت: on 1 September"

    (found,) = read(text)

    assert text[found.start : found.end] == "1 September"


@pytest.mark.parametrize("value", [None, "", "2023", "2023-13-01", "soon"])
def test_a_value_that_is_no_day_is_none(value: str | None) -> None:
    assert parse_day(value) is None


@pytest.mark.parametrize(
    "text",
    [
        "It saves $500 million a year.",
        "It runs four flights a week.",
        "358,000 a month",
    ],
)
def test_a_rate_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "second", "value"),
    [
        ("He lived there between 1994 and 1997.", "1997", "1997"),
        ("It ran from Aug. 26 to Oct. 20.", "Oct. 20", "2023-10-20"),
        ("They met on 24 April to 2 May.", "2 May", "2023-05-02"),
        ("It rained between June and August 2020.", "August 2020", "2020-08"),
    ],
)
def test_a_range_tells_where_its_last_moment_stands(
    text: str, second: str, value: str
) -> None:
    (found,) = read(text)

    assert found.last is not None
    assert text[found.last[0] : found.end] == second
    assert found.last[1] == value


def test_the_quarter_that_ended_in_july_began_in_may() -> None:
    assert [found.timeml for found in read("Sales for the quarter ended July 31.")] == [
        "2023-Q2",
        "2023-07-31",
    ]


@pytest.mark.parametrize("figure", ["²", "1" * 5000])
def test_a_month_behind_what_is_no_number_of_a_day_is_a_month(figure: str) -> None:
    assert values(f"as agreed {figure} May 2023")[-1] == "2023-05"
