"""Identifiers hashed from content, so that a second run adds nothing.

An identifier is a letter for its kind and 16 hexadecimal digits of a BLAKE2b
hash: 64 bits, so two of ten million objects meet with a chance of about 3 in
a million.
"""

from hashlib import blake2b


def hash_id(kind: str, *parts: object) -> str:
    """Make an identifier from a kind letter and the parts that define the object.

    Args:
        kind: Short prefix, such as ``d`` for documents.
        parts: Values whose ``str`` identifies the object; ``None`` counts as
            a value of its own.

    Returns:
        ``kind`` and 16 hexadecimal digits.

    >>> hash_id("d", "a", 1) == hash_id("d", "a", "1")
    True
    >>> hash_id("d", "ab", "c") == hash_id("d", "a", "bc")
    False
    """
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return (
        kind
        + blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    )
