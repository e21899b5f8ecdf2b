"""Reports in which one is easily taken for another: ``persons.txt``, with other names.

A report starts with ``==``, behind it the persons that are given names: a letter and
``m`` or ``f``. A paragraph a line. ``[a Minister]`` is a mention of ``a``, ``[a+b they]``
one of both; ``$`` in it stands for the full name of ``a`` and ``~`` for the surname.
Mentions may lie in mentions.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from corpus_swaps import FEMALE, NameTable
from dragoman.model.document import Block, BlockKind
from link_documents import Gold, make_document

TEXTS = Path(__file__).with_name("persons.txt")
_MARK = re.compile(r"\[(\S+) |\]|[$~]")


def read_person_texts(times: int) -> Iterator[Gold]:
    """Yield each report several times, each time with other names.

    Args:
        times: How often.
    """
    table = NameTable()
    text = re.sub(r"(?m)^#.*\n", "", TEXTS.read_text(encoding="utf-8"))
    for number, part in enumerate(text.split("== ")[1:]):
        people, *paragraphs = part.strip().split("\n")
        letters = people.split()
        for time in range(times):
            chance = random.Random(f"{number} {time}")
            names = {
                letter: _name(gender, table, chance)
                for letter, gender in zip(letters[::2], letters[1::2], strict=True)
            }
            yield _fill(f"persons{number}-{time}", paragraphs, names)


def _name(gender: str, table: NameTable, chance: random.Random) -> tuple[str, str]:
    """Return a given name and a surname of one origin."""
    origin = chance.choice(sorted(table.given))
    given = [one for one in table.given[origin] if (one in FEMALE) == (gender == "f")]
    return chance.choice(given), chance.choice(table.family[origin])


def _fill(name: str, paragraphs: list[str], names: dict[str, tuple[str, str]]) -> Gold:
    text = ""
    blocks: list[Block] = []
    mentions: dict[tuple[int, int], tuple[str, str]] = {}
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        start, at = len(text), 0
        opened: list[tuple[str, int]] = []
        for mark in _MARK.finditer(paragraph):
            text += paragraph[at : mark.start()]
            at = mark.end()
            if mark[1]:
                opened.append((mark[1], len(text)))
            elif mark[0] == "]":
                who, low = opened.pop()
                mentions[low, len(text)] = " ".join(sorted(who.split("+"))), ""
            else:
                given, family = names[opened[-1][0]]
                text += f"{given} {family}" if mark[0] == "$" else family
        text += paragraph[at:]
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text)))
    return Gold(make_document(name, text, tuple(blocks)), mentions, complete=False)
