"""Since when and until when an office is held, where the words beside it say so.

Read are "foreign minister since 2021", "served as minister from 2013 to 2019", "prime
minister until March 2020", "minister (2009-2013)", "was named minister in June 2023",
"from 2015 to 2019 she was ambassador", "resigned as governor on 3 May". A date that
only stands near an office says nothing about its term.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from dragoman.model.annotation import Annotations, Office, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.edtf import find_bounds
from dragoman.text.embedding import ASSERTED
from dragoman.text.governors import is_doubted, put

# What may stand between an office with its holder and the date of its term.
_REACH = 60
_ENTERS = r"""took\s+office|took\s+over|came\s+to\s+power|appointed|elected|re-?elected
              |named|sworn\s+in|installed|enthroned|crowned"""
_LEAVES = r"""stepped\s+down|left\s+office|resigned|dismissed|sacked|ousted"""
_LEFT = r"""(?:(?:his|her|their|its|the)\s+(?:death|defeat|resignation|retirement
              |removal|dismissal|arrest|assassination|overthrow|ouster|departure|murder|fall)
             |(?:he|she)\s+(?:died|resigned|retired|quit|left(?:\s+office)?
              |stepped\s+down|was\s+\w+ed|was\s+(?:shot|overthrown)))\s+(?:in|on)"""
_LINK = re.compile(
    rf"""(?:\s+[A-Z][\w'’.-]+){{0,4}}
        (?:\s+(?:of|for|to|at)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){{0,3}})?
        \s*[,(]?\s*(?:(?:who|and|he|she)\s+)?(?:(?:has|have|had|was|is)\s+)?(?:been\s+)?
        (?:(?P<enters>{_ENTERS})|(?P<leaves>{_LEAVES})
         |(?:held|holding)\s+the\s+(?:post|office|position|job)
         |in\s+(?:the\s+)?(?:office|power|post|job)|served|serving)?
        \s*(?:(?P<since>since|from)|(?P<until>(?:until|till|up\s+to)(?:\s+{_LEFT})?)
         |(?P<at>in|on))?\s*""",
    re.VERBOSE,
)
# What leads to the office itself, right before it.
_LEAD = re.compile(
    rf"""\b(?:(?P<enters>{_ENTERS}|became|becoming|made|promoted\s+to|confirmed)
             |(?P<leaves>{_LEAVES}|removed|fired|retired|stood\s+down|quit|deposed))
        (?:\s+(?:him|her|as|from|the\s+(?:post|office|position|job)\s+of|the|an?|its
           |his|their|new|country[’']s|[A-Z][\w-]+[’']s))*\s+$""",
    re.VERBOSE,
)
# What stands between a date at the head of a clause and the office.
_OPENS = re.compile(
    r"""\s*,?\s*(?:(?:he|she)|(?:[A-Z][\w'’-]+\s*){1,4})\s*
        (?:was|has\s+been|had\s+been|is|(?:has\s+|had\s+)?served\s+as|worked\s+as
           |became|took\s+over\s+as|was\s+(?:appointed|elected|named))
        \s+(?:(?:as|the|an?|its|his|her|their)\s+)*""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"(?:^|[\s(])(since|from|until|till|up to|in|on)\s+$", re.IGNORECASE
)
_GOES_ON = re.compile(
    rf"\s*,?\s*(?:until|till|to|through)\s+(?:{_LEFT}\s+)?", re.VERBOSE
)
_GOES_ELSEWHERE = re.compile(r"\s*,?\s+(?:has|have|had|is|was|he|she|they)\s")
_LONGEST_DAYS = 60 * 366
_SHORTEST_DAYS = 28
_START = attrgetter("start")
_BECAME = re.compile(r"became|took\s+over|appointed|elected|named")


def find_term(text: str, annotations: Annotations, office: Office) -> Time | None:
    """Return when an office is said to be held: an interval, open or closed.

    Args:
        text: Of the document.
        annotations: With times.
        office: With its evidence.

    Returns:
        ``2021/..`` for "since 2021", ``../2020-03`` for "until March 2020"; ``None``
        where the words beside the office name no term.
    """
    lead = _LEAD.search(text[max(0, office.start - _REACH) : office.start])
    for end in sorted({office.end, max(office.end, office.evidence[1])}):
        expression = next(_dates(annotations, end, end + _REACH), None)
        if expression is None:
            continue
        if _GOES_ELSEWHERE.match(text[expression.end :]):
            continue  # "an adviser to X, and since 2017 has headed the bank"
        between = text[end : expression.start]
        hit = _LINK.fullmatch(between)
        if hit is not None and not _is_his(annotations, office, end, hit):
            continue  # "an aide to Minister X resigned on Tuesday"
        found = _read(between, expression, lead)
        if found:
            return _closed(text, annotations, expression, found)
    for expression in _dates(annotations, office.start - 2 * _REACH, office.start):
        if office.start - _REACH <= expression.end <= office.start:
            found = _read_opening(text, expression, office)
            if found is not None:
                return found
    return None


def _is_his(
    annotations: Annotations, office: Office, end: int, link: re.Match[str]
) -> bool:
    """Tell whether who enters or leaves is the holder, and really does so."""
    word = next((one for one in ("enters", "leaves") if link[one]), None)
    if word is None:
        return True
    at = end + link.start(word)
    number = annotations.sentence_at(at)
    tree = None if number is None else annotations.sentences[number]
    verb = None if tree is None else tree.token_at(at)
    if tree is None or verb is None:
        return True
    subject = tree.subject(verb)
    low, high = min(office.start, office.evidence[0]), max(end, office.evidence[1])
    others = subject is not None and tree[subject].upos in {"NOUN", "PROPN"}
    if others and subject is not None and not low <= tree[subject].start < high:
        return False
    return put(tree, verb) is ASSERTED and not is_doubted(tree, verb)


def _dates(annotations: Annotations, low: int, high: int) -> Iterator[TimeExpression]:
    """Yield the dates that begin between two offsets, both included."""
    times = annotations.times
    for expression in times[bisect_left(times, low, key=_START) :]:
        if expression.start > high:
            return
        if expression.kind == "DATE":
            yield expression


def _closed(
    text: str, annotations: Annotations, opening: TimeExpression, term: Time
) -> Time:
    """Read "until March 2025" behind "from May 2022"."""
    if not term.value.endswith("/.."):
        return term
    low = opening.end
    closing = next(_dates(annotations, low, low + _REACH), None)
    if closing is None or not _GOES_ON.fullmatch(text[low : closing.start]):
        return term
    both = f"{opening.time.value}/{closing.time.value}"
    # "from 2021 to 2019" closes nothing.
    if "/" in closing.time.value or find_bounds(both) is None:
        return term
    return replace(term, value=both)


def _read(
    between: str, expression: TimeExpression, lead: re.Match[str] | None
) -> Time | None:
    hit = _LINK.fullmatch(between)
    time = expression.time
    if hit is None or find_bounds(time.value) is None:
        return None
    if "/" in time.value:
        days = find_bounds(time.value)
        length = 0 if days is None else (days[1] - days[0]).days
        if not _SHORTEST_DAYS <= length <= _LONGEST_DAYS:
            return None  # "Bishop X, 1938-2025": a life; "next week": a visit
        bare = hit["since"] or hit["until"] or hit["enters"] or hit["leaves"]
        return None if bare or lead else time
    enters = hit["enters"] or (lead and lead["enters"])
    leaves = hit["leaves"] or (lead and lead["leaves"])
    # "dismissed the governor on Monday", "was named minister Monday"
    at = hit["at"] or (lead and re.fullmatch(r"[A-Z]\w+day", expression.time.text))
    if hit["since"] or (enters and at):
        return _since(time)
    if hit["until"] or (leaves and at):
        return _until(time)
    return None


def _read_opening(text: str, expression: TimeExpression, office: Office) -> Time | None:
    """Read "From 2015 to 2019 she was ambassador", "In 2021 he became minister"."""
    between = text[expression.end : office.start]
    time = expression.time
    if not _OPENS.fullmatch(between) or find_bounds(time.value) is None:
        return None
    if "/" in time.value:
        return None if _BECAME.search(between) else time
    before = _BEFORE.search(text[max(0, expression.start - 8) : expression.start])
    word = before[1].lower() if before else ""
    if word in {"since", "from"} or (word in {"in", "on"} and _BECAME.search(between)):
        return _since(time)
    return _until(time) if word in {"until", "till", "up to"} else None


def _since(time: Time) -> Time:
    return replace(time, value=f"{time.value}/..", precision="interval")


def _until(time: Time) -> Time:
    return replace(time, value=f"../{time.value}", precision="interval")


def sharpest(terms: Sequence[Time | None]) -> Time | None:
    """Return the first closed term, else start and end together, else the first."""
    known = [term for term in terms if term is not None]
    closed = next((one for one in known if ".." not in one.value), None)
    if closed is not None or not known:
        return closed
    since = next((one for one in known if one.value.endswith("/..")), None)
    until = next((one for one in known if one.value.startswith("../")), None)
    if since is None or until is None:
        return known[0]
    both = since.value.removesuffix("..") + until.value.removeprefix("../")
    return known[0] if find_bounds(both) is None else replace(until, value=both)


def status_by(term: Time | None, status: str, published: str | None) -> str:
    """Return the status of an office in view of its term.

    "was minister until March 2020" tells of a former minister, though no word says
    "former"; one whose term begins after the report is still to come.
    Without a publication date any end that is told is taken for past.
    """
    if status != "current" or term is None:
        return status
    start, _, end = term.value.partition("/")
    day = find_bounds(published or "")
    begun = find_bounds(start)
    if day is not None and begun is not None and begun[0] > day[1]:
        return "designate"
    over = find_bounds(end)
    if over is None:
        return status
    return "former" if day is None or over[1] < day[0] else status
