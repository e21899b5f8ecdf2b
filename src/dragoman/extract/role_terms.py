"""Since when and until when an office is held, where the words beside it say so.

Read are "foreign minister since 2021", "served as minister from 2013 to 2019", "prime
minister until March 2020", "minister (2009-2013)", "president, elected in November".
A date that only stands near an office says nothing about its term.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.annotation import Annotations, Office, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.edtf import find_bounds

# What may stand between an office with its holder and the date of its term.
_REACH = 60
_LINK = re.compile(
    r"""(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})?
        \s*[,(]?\s*(?:(?:who|and|he|she)\s+)?(?:(?:has|have|had|was|is)\s+)?(?:been\s+)?
        (?:(?P<enters>
              took\s+office|took\s+over|came\s+to\s+power|appointed|elected|re-?elected
              |named|sworn\s+in|installed|enthroned|crowned)
         |(?P<leaves>stepped\s+down|left\s+office|resigned|dismissed|sacked|ousted)
         |(?:held|holding)\s+the\s+(?:post|office|position|job)
         |in\s+(?:the\s+)?(?:office|power|post|job)|served|serving)?
        \s*(?:(?P<since>since|from)|(?P<until>until|till|up\s+to)|(?P<at>in|on))?\s*""",
    re.VERBOSE,
)


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
    end = max(office.end, office.evidence[1])
    for expression in annotations.times:
        if end <= expression.start <= end + _REACH and expression.kind == "DATE":
            return _read(text[end : expression.start], expression)
    return None


def _read(between: str, expression: TimeExpression) -> Time | None:
    hit = _LINK.fullmatch(between)
    time = expression.time
    if hit is None or find_bounds(time.value) is None:
        return None
    if "/" in time.value:
        bare = hit["since"] or hit["until"] or hit["enters"] or hit["leaves"]
        return None if bare else time
    if hit["since"] or (hit["enters"] and hit["at"]):
        return replace(time, value=f"{time.value}/..", precision="interval")
    if hit["until"] or (hit["leaves"] and hit["at"]):
        return replace(time, value=f"../{time.value}", precision="interval")
    return None


def sharpest(terms: Sequence[Time | None]) -> Time | None:
    """Return the first closed term, else the first one."""
    known = [term for term in terms if term is not None]
    return next(
        (one for one in known if ".." not in one.value), next(iter(known), None)
    )


def status_by(term: Time | None, status: str, published: str | None) -> str:
    """Return the status of an office in view of its term.

    "was minister until March 2020" tells of a former minister, though no word says
    "former". Without a publication date any end that is told is taken for past.
    """
    if status != "current" or term is None:
        return status
    over = find_bounds(term.value.partition("/")[2])
    if over is None:
        return status
    day = find_bounds(published or "")
    return "former" if day is None or over[1] < day[0] else status
