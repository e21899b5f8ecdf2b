"""Datelines: the place, day and agency before the first words of a wire story.

``ASUNCIÓN, Mar 14 (APS) – Bolivian Foreign Minister ...``
"""

import re

_UPPER = r"[^\W\d_a-z]"
_PLACE = rf"{_UPPER}[\w'’.-]*(?:[ /-]{_UPPER}[\w'’.-]*){{0,3}}"
# "N'DJAMENA" as well.
_CAPITALS = (
    rf"{_UPPER}['’]?{_UPPER}[^\W\d_a-z'’.-]*(?:[ /-]{_UPPER}[^\W\d_a-z'’.-]*){{0,3}}"
)
_DAY = r"(?:,\s*[\w.]+(?: [\w.]+){0,3}){1,4}"
_DATE = rf",\s*(?:\d{{1,2}} {_UPPER}\w+|{_UPPER}\w+\.? \d{{1,2}})(?:,? \d{{4}})?"
_PIECES = r"(?:,\s*[\w.]+(?: [\w.]+){0,2}){2,6}"
_AGENCY = r"\s*[(\[][^()\[\]\n]{2,40}[)\]]"
_START = r"\s+(?=[\w\"“‘'«„(])"
_DASH = rf"\s*(?:–|—|_|-{{1,2}}){_START}"
_LONG_DASH = rf"\s*(?:–|—|_|--){_START}"
_OPENS = rf"(?=[\"“‘'«„]?{_UPPER})"
# (Northern Wire) - Gunmen
_OUTLET = rf"\((?:the )?{_UPPER}[^()\[\]\n\d]{{1,40}}\)"

_DATELINE = re.compile(
    rf"\s*(?:{_CAPITALS}(?:{_DAY}(?:{_AGENCY})?|{_AGENCY}){_DASH}"
    rf"|{_CAPITALS}{_LONG_DASH}"
    rf"|{_CAPITALS}\s-\s{_OPENS}"
    rf"|{_OUTLET}\s*(?:–|—|-{{1,2}})\s+{_OPENS}"
    rf"|{_PLACE}, {_PLACE}\s(?:–|—|--)\s{_OPENS}"
    rf"|{_PLACE}(?:{_DAY})?{_AGENCY}{_DASH}{_OPENS}"
    rf"|{_PLACE}{_DATE}{_DASH}"
    rf"|{_PLACE}(?=[^–—\n]*\d){_PIECES}\s*(?:—|--){_START}"
    # Kano, Nigeria, (Point News - 15th Jul, 2019 ) :About ten
    rf"|{_PLACE}{_DAY},?\s*\([^()\[\]\n]{{2,60}}\)\s?:\s*{_OPENS}"
    # QUETTA: Seven died -- Gao (Mali): Two died -- SANAA, Sept 28 A resident said
    rf"|(?=\w{{5}}){_CAPITALS}\s?:{_START}|{_PLACE} \({_PLACE}\)\s?:{_START}"
    rf"|{_CAPITALS}{_DATE}\s+(?={_UPPER})"
    # MINSK, May 3. /BNA/. The river -- MINSK. May 3 (Interfax) - The river
    rf"|{_CAPITALS}{_DATE}\.\s/{_UPPER}{{2,12}}/\.?{_START}"
    rf"|{_CAPITALS}\.\s{_UPPER}\w+\.? \d{{1,2}}{_AGENCY}{_DASH})"
)
# A dateline has one of these signs, or else a place in capitals.
_MARK = re.compile(r"[–—:_-]")
_SHOUT = re.compile(rf"\s*{_UPPER}{{2}}")
_LONGEST = 90


def find_dateline(text: str) -> int | None:
    """Return where the story begins after its dateline, ``None`` without one.

    >>> find_dateline("ACCRA, 3 May (GNA) – The minister left.")
    21
    >>> find_dateline("The minister – a former judge – left.") is None
    True
    """
    head = text[:_LONGEST]
    if _MARK.search(head) is None and _SHOUT.match(head) is None:
        return None  # as most paragraphs
    found = _DATELINE.match(head)
    return None if found is None else found.end()
