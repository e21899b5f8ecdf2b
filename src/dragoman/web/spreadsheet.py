"""CSV that a spreadsheet opens as text: no cell is taken for a formula."""

import csv
import io
import re
from collections.abc import Sequence

# What makes a spreadsheet compute a cell, also behind white space, quotation marks
# and marks without a width; a leading apostrophe makes it text.
_FORMULA = re.compile(
    "[\\s\"'\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\\-@|%＝＋－＠]|[\t\r\n]"
)


def make_line(cells: Sequence[str]) -> str:
    """Return one line of CSV.

    >>> print(make_line(["=1+1", "a, b", " -2"]).rstrip())
    '=1+1,"a, b",' -2
    """
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_disarm(cell) for cell in cells])
    return buffer.getvalue()


def _disarm(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
