"""Where a page of a list goes on, as a word in an address."""

import base64
import binascii
import json

from dragoman.store.catalog.browse import Key

MAX_CHARS = 200


def encode_key(key: Key | None) -> str | None:
    """Return the word for a key, ``None`` for no further page.

    >>> decode_key(encode_key(("2024-05-01", 7)))
    ('2024-05-01', 7)
    """
    if key is None:
        return None
    packed = json.dumps(key).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode_key(word: str) -> Key:
    """Return the key of a word.

    Raises:
        ValueError: The word was not made by ``encode_key``.
    """
    try:
        packed = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
        sort, number = json.loads(packed)
    except (binascii.Error, ValueError, TypeError) as error:
        raise ValueError(f"no place in a list: {word[:40]!r}") from error
    if isinstance(sort, str) and type(number) is int and 0 <= number < 2**62:
        return sort, number
    raise ValueError(f"no place in a list: {word[:40]!r}")
