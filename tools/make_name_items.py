"""Write the table of name words and the items that list them as one name.

    python tools/make_name_items.py ITEMS src/dragoman/data/name_items.npz

ITEMS lists name items of Wikidata as the package ``rigour`` gathers them: ``name,
name => identifier`` a line. Kept are single words in Latin letters, other alphabets
but Arabic and Hebrew put into them.
"""

import sys
from collections import defaultdict
from pathlib import Path
from zlib import crc32

import numpy as np

from dragoman.text.name_likeness import is_abjad, latin
from dragoman.text.names import words_of


def read_items(path: Path) -> dict[str, set[int]]:
    """Return the items of each word that share them with another word."""
    words: defaultdict[str, set[int]] = defaultdict(set)
    listed: defaultdict[int, set[str]] = defaultdict(set)
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        names, arrow, _ = line.partition("=>")
        for name in map(str.strip, names.split(",") if arrow else ()):
            if not name or " " in name or is_abjad(name):
                continue
            found = words_of(latin(name))
            if len(found) == 1 and found[0].isascii() and len(found[0]) > 1:
                words[found[0]].add(number)
                listed[number].add(found[0])
    return {
        word: {item for item in items if len(listed[item]) > 1}
        for word, items in words.items()
    }


def main(arguments: list[str]) -> int:
    """Write the table."""
    source, target = map(Path, arguments)
    kept = read_items(source)
    numbers: dict[int, int] = {}
    by_hash: dict[int, set[int]] = {}
    for word in sorted(kept):
        some = {numbers.setdefault(i, len(numbers)) for i in sorted(kept[word])}
        by_hash.setdefault(crc32(word.encode()), set()).update(some)
    hashes = sorted(by_hash)
    np.savez_compressed(
        target,
        words=np.array(hashes, dtype=np.uint32),
        counts=np.array([len(by_hash[h]) for h in hashes], dtype=np.uint8),
        items=np.array([i for h in hashes for i in sorted(by_hash[h])], np.uint32),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
