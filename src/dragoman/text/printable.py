"""Names and texts from outside that can be stored and told in one line.

File names may hold any bytes; Python keeps those that are no UTF-8 as lone
surrogates, which no database and no file in UTF-8 takes.
"""

import re

_LONE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def keep_on_line(name: str) -> str:
    r"""Return a file name or address that can be stored and is one line.

    >>> keep_on_line("two\nlines, caf\udce9, الخبر.txt")
    'two\\nlines, caf\\udce9, الخبر.txt'
    """
    return _UNPRINTABLE.sub(lambda found: repr(found.group())[1:-1], name)


def is_readable(text: str) -> bool:
    r"""Tell whether there is anything to be seen in a text.

    >>> is_readable("\0"), is_readable("\u200b "), is_readable("عمر")
    (False, False, True)
    """
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def show_controls(text: str) -> str:
    r"""Return a text with a sign in the place of what no editor shows, save spaces.

    >>> show_controls("bell\x07, tab\t")
    'bell\ufffd, tab\t'
    """
    return text if text.isprintable() else _CONTROLS.sub("\ufffd", text)


def mend_surrogates(text: str) -> str:
    r"""Return a text of the same length without lone surrogates.

    >>> mend_surrogates("x\ud800y")
    'x\ufffdy'
    """
    return _LONE.sub("\ufffd", text)
