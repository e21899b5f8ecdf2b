"""One key at a time from a terminal, one line at a time from anything else."""

import sys
import termios
import tty
from collections.abc import Iterator

_END = ("\x03", "\x04", "")


def read_keys() -> Iterator[str]:
    """Yield keys until the input ends or Ctrl-C or Ctrl-D is pressed.

    Where standard input is no terminal, the first letter of each line is a key, so
    that a review can be driven from a file.
    """
    if not sys.stdin.isatty():
        for line in sys.stdin:
            if line.strip():
                yield line.strip()[0].lower()
        return
    while True:
        key = _read_one()
        if key in _END:
            return
        yield key.lower()


def _read_one() -> str:
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        # Keys typed ahead are kept.
        tty.setcbreak(descriptor, termios.TCSANOW)
        return sys.stdin.read(1)
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)
