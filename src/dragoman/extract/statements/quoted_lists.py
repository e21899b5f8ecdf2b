"""Quoted words in a row: 'a “thief,” a “coward” and “a liar”'."""

import re

from dragoman.extract.statements.reading import Reading
from dragoman.extract.statements.unverbed import has_verb, is_whole
from dragoman.model.annotation import Quotation

# What stands between two of them; the last is joined by "and" or "or".
_BETWEEN = re.compile(
    r"(?P<comma>,)? ?(?P<joined>\b(?:and|or) )?"
    r"(?:(?:as|about|of|for|to|that) )?(?:(?:an?|the|his|her|its|their|our) )?"
)


def find_list_end(reading: Reading, first: Quotation, stop: int) -> int:
    """Return where a row of quoted words ends, the end of the first if it is none.

    Args:
        reading: The document.
        first: The quotation that may head a row.
        stop: Where its sentence ends.
    """
    text = reading.document.text
    end = last = first.outer_end
    previous = first
    for quotation in reading.quotations_in(first.outer_end, stop):
        if quotation.outer_start < last:
            continue
        between = _BETWEEN.fullmatch(text, last, quotation.outer_start)
        if between is None or quotation.outer_end > stop:
            break
        closed = between["comma"] or text[previous.end - 1] == ","
        if not (closed or between["joined"]):
            break
        if is_whole(reading, quotation) and has_verb(reading, quotation):
            break
        previous, last = quotation, quotation.outer_end
        if between["joined"]:
            end = last
    return end
