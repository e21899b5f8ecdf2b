"""Bounds that keep hostile input from filling the memory or running for ever."""

MEGABYTE = 1_000_000

MAX_FILE_BYTES = 256 * MEGABYTE
MAX_FETCH_BYTES = 64 * MEGABYTE
# All that comes out of one container, nested ones included.
MAX_UNPACKED_BYTES = 1_000 * MEGABYTE
MAX_MEMBER_BYTES = 256 * MEGABYTE
MAX_MEMBERS = 100_000
# Text packs to a tenth, repetitive logs to a fiftieth; bombs to a thousandth.
MAX_RATIO = 200
MIN_BOMB_BYTES = 10 * MEGABYTE
MAX_DEPTH = 4
MAX_REDIRECTS = 10
FETCH_TIMEOUT_S = 20.0
FETCH_TOTAL_S = 120.0


def say_size(count: int) -> str:
    """Write a number of bytes for people.

    >>> say_size(256_000_000)
    '256 MB'
    """
    return f"{count / MEGABYTE:.0f} MB" if count >= MEGABYTE else f"{count:,} bytes"
