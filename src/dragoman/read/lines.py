"""What a line of a report may be, judged by its own words."""

import re

from rapidfuzz import fuzz

from dragoman.read.furniture import (
    Look,
    ends_as_caption,
    has_finite_verb,
    is_line,
    is_masthead,
    matches,
)
from dragoman.read.masthead import names_issue
from dragoman.read.nameplate import (
    is_name,
    names_body,
    opens_with_outlet,
)
from dragoman.read.published import find_date, strip_dates

_MAX_TITLE_CHARS = 250
_MAX_HEADING_WORDS = 12
_MAX_SIGNATURE_WORDS = 8
_MAX_HEADING_CHARS = 100
_NAME_LINE = re.compile(
    r"(?:[A-ZÀ-ÞА-Я][\w.'’-]*|de|da|do|dos|la|el|al|bin|ibn|van|von|der|of|the|for|in|and"
    r"|&|[|/–—·,-])(?:[ ,]+(?:[A-ZÀ-ÞА-Я(][\w.'’)-]*|de|da|do|dos|la|el|al|bin|ibn|van"
    r"|von|der|of|the|for|in|and|&|[|/–—·-]))*[.]?"
)
_LEADING_WORD = re.compile(
    r"(?:the|they|he|she|we|it|i|this|these|those|a|an|among|as|according|in|on|at|his"
    r"|her|their|our|following|quote)\b|.*\w(?:ed|ing):$",
    re.IGNORECASE,
)
# Turns of a transcript: "RUIZ: No.", "Ms. Okoro (Tarland): Who?", "Senator TAL. Who?"
_SPEAKER = re.compile(
    r"@\w{3,40}[^:\n]{0,200}(?:\d[:.]\d\d)?: \S"
    r"|[*_]{0,3}(?:Q|A|[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|The|Senator|Minister"
    r"|Ambassador|General)\.?(?: (?:of|for|the)| [A-ZÀ-Þ][\w.'’-]+){1,6}"
    r"|[A-Z]\w+(?: [A-Z][\w.'’-]+){1,4}(?= \())"
    r"(?: \([^()]{1,40}\)){0,3}[*_]{0,3}:[*_]{0,3} \S"
    r"|(?:Mr|Mrs|Ms|The|Senator|Ambassador|General|Secretary|Chairman)\.? "
    r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?\. \S"
)
_PERIODICAL = re.compile(
    r" (?:monitor|review|daily|weekly|watch|tracker)$", re.IGNORECASE
)
_CREDIT_ONLY_WORDS = 9
# Where people take turns to speak.
_OCCASION = re.compile(
    r"\b(?:briefing|conference|interview|remarks|transcript|hearing|debate|session|"
    r"questions?|q ?(?:&|and) ?a|minutes|meeting|testimony|conversation|discussion|"
    r"proceedings|availability|gaggle|stakeout|panel)\b",
    re.IGNORECASE,
)


def is_heading(seen: Look) -> bool:
    """Tell whether a line can stand over paragraphs."""
    text = seen.text
    if (
        len(text) > _MAX_HEADING_CHARS
        or "\n" in text
        or seen.words > _MAX_HEADING_WORDS
    ):
        return False
    if (seen.terminal and text[-1] != "?") or text[-1] in ",;" or text[0].islower():
        return False
    # "They chanted:" leads to what follows; "Key points:" stands over it.
    if text[-1] == ":" and (_LEADING_WORD.match(text) or has_finite_verb(text)):
        return False
    if is_turn(text):
        return False
    return not (matches("slogan", text.lstrip("\"'“‘¡")) or is_quoted(text))


def is_turn(text: str) -> bool:
    """Tell whether a line gives somebody the word: "RUIZ: No."."""
    return _SPEAKER.match(text) is not None


def names_occasion(text: str) -> bool:
    """Tell whether a line names an occasion on which people speak in turns."""
    return _OCCASION.search(text) is not None


def is_above_title(seen: Look, after: Look) -> bool:
    """Tell whether a line is a masthead rather than a headline with a deck."""
    if has_finite_verb(seen.text):
        return False
    if opens_with_outlet(seen.text):
        return not names_issue(seen.text) and not is_name_line(after)
    # A body's name over the name of its bulletin, or over a sentence.
    if names_body(seen.text) and not is_name(after.text):
        return not names_issue(seen.text)
    if names_issue(seen.text) and not _is_periodical(seen.text, after):
        return False
    shouted = seen.text.isupper() and seen.words <= 4 and not after.text.isupper()
    return is_masthead(seen.text) or (shouted and seen.words < after.words + 3)


def _is_periodical(text: str, after: Look) -> bool:
    """Tell "Highland Review" over a headline from the name of one bulletin."""
    return _PERIODICAL.search(text) is not None and not is_name(after.text)


def is_numbered_heading(seen: Look) -> bool:
    """Tell whether a line behind a list number is a heading."""
    shouted = seen.text.isupper() and seen.words <= _MAX_HEADING_WORDS
    return is_heading(seen) and (shouted or seen.words <= _MAX_HEADING_WORDS // 2)


def is_quoted(text: str) -> bool:
    """Tell whether quotation marks stand around a whole line."""
    return text[0] in "\"“«„‘'" and text[-1] in "\"”»“’'"


def is_caption(seen: Look) -> bool:
    """Tell whether a piece stands under a picture."""
    if seen.words > 80:
        return False
    if matches("caption", seen.text):
        return True
    return ends_as_caption(seen.text)


def is_credit(seen: Look) -> bool:
    """Tell whether a caption names a photographer and shows nothing."""
    return (
        seen.words <= _CREDIT_ONLY_WORDS
        and not seen.terminal
        and (matches("credit", seen.text) or is_line(seen.text))
    )


def is_byline(seen: Look) -> bool:
    """Tell whether a line says who, where or when, as above a report."""
    if seen.words > 30 or (seen.terminal and seen.words > 14):
        return False
    text = seen.text.lstrip(" *_[(>-–—/|")
    if seen.terminal and has_finite_verb(text):
        return False
    return matches("byline", text) or is_date_line(seen) or is_line(seen.text)


def is_date_line(seen: Look) -> bool:
    """Tell whether a line is a date, with or without a place before it."""
    if seen.words > 12 or seen.terminal:
        return False
    rest = strip_dates(seen.text)
    has_figure = any(char.isdigit() for char in seen.text)
    if has_figure and not rest.strip():
        return True
    return len(rest.split()) <= 3 and find_date(seen.text) is not None


def is_dated_name(seen: Look) -> bool:
    """Tell whether a date stands behind the name of a bulletin or the like."""
    rest = strip_dates(seen.text).split()
    named = len(rest) > 2 or (len(rest) == 2 and names_issue(seen.text))
    return named and is_date_line(seen) and not seen.text[0].isdigit()


def is_name_line(seen: Look) -> bool:
    """Tell whether a short line consists of names."""
    return (
        seen.words <= _MAX_SIGNATURE_WORDS
        and not has_finite_verb(seen.text)
        and _NAME_LINE.fullmatch(seen.text) is not None
    )


def resembles(text: str, title: str) -> bool:
    """Tell whether a piece is the headline; that is given in small letters."""
    if len(text) > _MAX_TITLE_CHARS:
        return False
    folded = " ".join(text.split()).casefold()
    return folded == title or fuzz.ratio(folded, title) >= 85
