"""Reports told day by day: "MONDAY. The envoy ...", "3 May: ...", dated headings.

What such a paragraph tells without a date happened on its day, and its weekdays are
reckoned from that day. Two such days make a diary; one date at the head of a report
is only its date line. Paragraphs that open with the hour ("09.05 The envoy ...") are
of a page that goes with the events of one day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from dragoman.model.annotation import Annotations, SectionDay
from dragoman.model.claim import Time
from dragoman.model.document import HEADINGS, BlockKind, Document
from dragoman.text.dates import DATE_FROM_CONTEXT, TimeReader, find_weekday, parse_day
from dragoman.text.dates_clock import DATE_FROM_PUBLICATION
from dragoman.text.dates_lexicon import MONTHS
from dragoman.text.labels import find_labels

_RANGE = re.compile(r"\d ?(?:[-–—]|to) ?\d|\bto [A-Z]?[a-z]* ?\d")
_WEEK = 7
_MARKS = " \t.:–—-,()[]*#•■▪▸►➤●◦"
_FEWEST = 2
_LONGEST = 40  # code points of a day with its weekday, and some marks
_HEAD = 3  # blocks that may say which days a report covers
_MORE = 3  # days that one section may cover, besides the first
_LABEL = 5  # words of "WHO IS WHO."
# Stands for a year that nobody tells; it has a 29 February.
_NO_YEAR = 4
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d\b(?! ?(?:%|per ?cent|[bm]illion))")
_HOURS = 3  # paragraphs that open with one
# "Dec. 2021", "May", "2021", alone before a mark or on a line.
_MONTH = re.compile(r"([A-Z][a-z]+)\.?(?:,? (\d{4}))?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LENGTHS = {"day": 10, "month": 7, "year": 4}


@dataclass(slots=True)
class _Section:
    """A paragraph or heading that opens with a day, or that ends such a section."""

    block: int
    text: str
    day: date | None
    weekday: int | None
    yearless: bool = False
    more: int = 0  # days that it covers besides the first: "8–9 March"
    precision: str = "day"  # or that of "May", "2021"


def find_section_days(
    document: Document, annotations: Annotations
) -> tuple[SectionDay, ...]:
    """Return the day of each block of a report that goes day by day.

    Args:
        document: With its blocks and its day of publication.
        annotations: With sentences.

    Returns:
        Nothing unless two sections at least open with a day.
    """
    sections = list(_sections(document, annotations))
    marked = [one for one in sections if one.text]
    if len(marked) < _FEWEST:
        return _find_hours(document)
    published = parse_day(document.published)
    _date_weekdays(marked, published, find_span(document))
    _find_years(marked, published)
    if len({one.day for one in marked if one.day is not None}) < _FEWEST:
        return ()
    found: list[SectionDay] = []
    ends = [*(one.block for one in sections[1:]), len(document.blocks)]
    if sections[-1].text:
        # What comes after the last day is no longer than another day was.
        lengths = [end - one.block for one, end in zip(sections, ends, strict=True)]
        ends[-1] = min(ends[-1], sections[-1].block + max(lengths[:-1]))
    for section, end in zip(sections, ends, strict=True):
        if section.day is None:
            continue
        inferred = (DATE_FROM_CONTEXT,)
        value = _write(section.day)[: _LENGTHS[section.precision]]
        time = Time(value, section.text, section.precision, inferred)
        if section.more:
            last = section.day + timedelta(days=section.more)
            value = f"{time.value}/{_write(last)}"
            time = replace(time, value=value, precision="interval")
        found.extend(SectionDay(block, time) for block in range(section.block, end))
    return tuple(found)


def _write(day: date) -> str:
    """Return a day in EDTF."""
    return day.isoformat() if _has_year(day) else f"XXXX{day.isoformat()[4:]}"


def _has_year(day: date) -> bool:
    """Tell whether somebody told the year, or that of the day before."""
    return day.year > _NO_YEAR + 1


def _find_hours(document: Document) -> tuple[SectionDay, ...]:
    """Return the day of the paragraphs of a page that goes hour by hour.

    It is the day that the head of the page tells, or that of publication.
    """
    found = {
        number: _HOUR.match(document.text, block.start, block.end)
        for number, block in enumerate(document.blocks)
        if block.kind is not BlockKind.TITLE
    }
    hours = {number: hour[0] for number, hour in found.items() if hour is not None}
    if len(hours) < _HOURS or not _go_on([*hours.values()]):
        return ()
    first = min(hours)
    told = document.text[: document.blocks[first].start]
    days = [
        (found.edtf, told[found.start : found.end])
        for found in TimeReader(document.published).read(told)
        if parse_day(found.edtf) is not None
    ]
    value, text = days[0] if days else (document.published, "")
    day = parse_day(value)
    published = parse_day(document.published)
    if day is None or (published is not None and day > published):
        return ()  # a programme
    time = Time(day.isoformat(), text, "day", (DATE_FROM_CONTEXT,))
    return tuple(
        SectionDay(number, time) for number in range(first, len(document.blocks))
    )


def _go_on(hours: list[str]) -> bool:
    """Tell whether hours follow each other over more than one: no numbers of a list."""
    told = [tuple(int(part) for part in re.split("[.:h]", one)) for one in hours]
    in_order = told in (sorted(told), sorted(told)[::-1])
    return in_order and len({hour for hour, _ in told}) > 1


def _sections(document: Document, annotations: Annotations) -> Iterator[_Section]:
    """Yield what opens with a day, and what ends that: another heading or label."""
    first: dict[int, tuple[int, int]] = {}
    for sentence in annotations.sentences:
        first.setdefault(sentence.block, (sentence.start, sentence.end))
    labels = {one.start: one for one in find_labels(document.text, document.blocks)}
    for number, block in enumerate(document.blocks):
        start, end = first.get(number, (block.start, block.end))
        heading = block.kind in HEADINGS
        alone = heading or block.kind is BlockKind.BYLINE  # "Friday, 3 May 2024"
        if not alone and number not in first:
            continue
        told = document.text[start:end]
        label = labels.get(block.start)
        if label is None:
            opening = _opening(told, alone=alone)
        else:
            opening = document.text[label.start : label.end]
        if opening is not None:
            vague = _vague_day(opening, document.published)
            if vague is not None:
                yield replace(vague, block=number)
                continue
            day, last, weekday = _day_of(opening, document.published)
            if day is not None or weekday is not None:
                text = opening.strip(_MARKS)
                yearless = day is not None and str(day.year) not in text
                section = _Section(number, text, day, weekday, yearless)
                if day is not None and last is not None:
                    section.more = (last - day).days
                yield section
                continue
        shouted = told.isupper() and len(told.split()) <= _LABEL
        if heading or shouted:
            yield _Section(number, "", None, None)


def _vague_day(opening: str, published: str | None) -> _Section | None:
    """Return the section of "May", "Dec. 2021" or "2021"."""
    words = opening.strip(_MARKS)
    if _YEAR.fullmatch(words):
        return _Section(0, words, date(int(words), 1, 1), None, precision="year")
    month = _MONTH.fullmatch(words)
    number = None if month is None else MONTHS.get(month[1].lower())
    if month is None or number is None:
        return None
    own = parse_day(published)
    year = int(month[2] or (_NO_YEAR if own is None else own.year))
    if own is not None and not month[2] and number > own.month:
        year -= 1
    day = date(year, number, 1)
    return _Section(0, words, day, None, not month[2], precision="month")


def _opening(told: str, *, alone: bool) -> str | None:
    """Return the words that may be a day: those up to a mark, or all of a line."""
    head = told[:_LONGEST]
    cuts = [at for mark in (":", " –", " —", " -") if (at := head.find(mark)) > 0]
    if cuts:
        return head[: min(cuts)]
    whole = told.strip(_MARKS)
    closed = alone or told[-1:] == "."
    return whole if closed and len(whole) <= _LONGEST else None


def _day_of(
    opening: str, published: str | None
) -> tuple[date | None, date | None, int | None]:
    """Return the first and last day that words are, or the weekday.

    Nothing if they say more. Few days make one section: "8–9 March".
    """
    words = opening.strip(_MARKS)
    if words.isupper():
        words = words.title()
    weekday = find_weekday(words)
    if weekday is not None:
        return None, None, weekday
    found = TimeReader(published).read(words)
    if len(found) != 1 or found[0].kind != "DATE":
        return None, None, None
    first, _, last = (found[0].edtf or "").partition("/")
    day, end = _read(first), _read(last or first)
    if day is None or end is None or not 0 <= (end - day).days <= _MORE:
        return None, None, None
    rest = words[: found[0].start] + words[found[0].end :]
    if any(letter.isalnum() for letter in rest):
        return None, None, None
    return day, end, None


def _read(value: str) -> date | None:
    """Return a day, also one without a year."""
    yearless = _YEARLESS.fullmatch(value)
    if yearless is None:
        return parse_day(value)
    return date(_NO_YEAR, int(yearless[1]), int(yearless[2]))


def find_span(document: Document) -> tuple[date, date] | None:
    """Return the days that a headline says it covers: "3 to 9 June 2024"."""
    for block in document.blocks[:_HEAD]:
        line = document.text[block.start : min(block.end, block.start + 200)]
        if _RANGE.search(line) is None:
            continue
        for found in TimeReader(document.published).read(line):
            first, mark, last = (found.edtf or "").partition("/")
            start, end = parse_day(first), parse_day(last)
            if mark and start is not None and end is not None:
                reckoned = {DATE_FROM_PUBLICATION, DATE_FROM_CONTEXT}
                if reckoned.isdisjoint(found.inferred):  # not "last week"
                    return start, end
    return None


def find_week(document: Document) -> date | None:
    """Return the last day of the week that a report covers, if it is just over.

    Its weekdays are those of that week: "Monday" in a review of 3 to 9 June that came
    out on Monday, 10 June, is 3 June.
    """
    published, span = parse_day(document.published), find_span(document)
    if published is None or span is None:
        return None
    start, end = span
    full = timedelta(days=_WEEK - 1) <= end - start <= timedelta(days=_WEEK)
    just = timedelta() < published - end <= timedelta(days=_WEEK)
    return end if full and just else None


def _find_years(marked: list[_Section], published: date | None) -> None:
    """Give days without a year the year in which they follow the day before.

    Where no year is told and the last day is over, they come before it.
    """
    dated = [section for section in marked if section.day is not None]
    keys = [(one.day.month, one.day.day) for one in dated if one.day is not None]
    falls = sum(before > after for before, after in pairwise(keys))
    if falls > 1 and falls * 2 > len(keys) - 1:
        dated.reverse()  # newest first
    untold = all(section.yearless for section in dated)
    end = dated[-1].day if dated else None
    over = end is not None and published is not None and end <= published
    if untold and over and end is not None and _has_year(end):
        _run(dated[::-1], -1)
    else:
        _run(dated, 1)


def _run(dated: list[_Section], step: int) -> None:
    """Give days without a year one from the day before on, or from the one after."""
    last: date | None = None
    for section in dated:
        if section.day is None:
            continue
        if section.yearless and last is not None:
            for year in (last.year, last.year + step):
                day = _in_year(section.day, year)
                if day is not None and (day >= last if step > 0 else day <= last):
                    section.day = day
                    break
        if last is not None or not section.yearless or step < 0:
            last = section.day


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _date_weekdays(
    marked: list[_Section], published: date | None, span: tuple[date, date] | None
) -> None:
    """Date bare weekdays from the last one back: a week ends before publication.

    Where the headline says which days the report covers, it ends with them. A day
    without a year dates none: which weekday it is depends on the year.
    """
    if span is not None:
        published = span[1]
    following = None if published is None else published + timedelta(days=1)
    for section in reversed(marked):
        if section.weekday is not None and following is not None:
            back = (following.weekday() - section.weekday - 1) % 7 + 1
            section.day = following - timedelta(days=back)
        following = section.day or following
        if following is not None and not _has_year(following):
            following = None
