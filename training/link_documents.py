"""Documents with chains, read as the pipeline reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus_reader import read_corpus
from dragoman.annotate.mentions.finder import (
    Floats,
    FoundMention,
    MentionFinder,
    join,
    narrow,
)
from dragoman.annotate.mentions.notes import Noted, note
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.syntax import Sentence
from mention_rows import brackets, read_litbank
from treebank import Tree, read_trees

GUM_LIST = Path(__file__).with_name("gum_documents.txt")
_LITBANK_BLOCK = 8


@dataclass
class Gold:
    """A document and its marked mentions: first and last code point; chain, type.

    ``complete`` tells whether everything that refers is marked.
    """

    document: Document
    mentions: dict[tuple[int, int], tuple[str, str]]
    complete: bool


@dataclass
class Learned:
    """A document ready to be learned from.

    ``chains`` has a number for each mention, -1 for one that is in no chain.
    """

    noted: Noted
    states: Floats
    chains: list[int]


class _Text:
    """Text in the making: words, blocks, and where each word lies."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.mentions: dict[tuple[int, int], tuple[str, str]] = {}

    def add_block(self, sentences: list[tuple[list[str], list[bool], list]]) -> None:
        """Add sentences: words, whether glued, mentions by words."""
        if self.length:
            self._add("\n\n")
        start = self.length
        for words, glued, mentions in sentences:
            spans = []
            for index, word in enumerate(words):
                if self.length > start and (index == 0 or not glued[index]):
                    self._add(" ")
                spans.append((self.length, self.length + len(word)))
                self._add(word)
            for low, high, chain, kind in mentions:
                self.mentions[spans[low][0], spans[high - 1][1]] = chain, kind
        self.blocks.append(Block(BlockKind.PARAGRAPH, start, self.length))

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def gold(self, name: str, *, complete: bool) -> Gold:
        document = make_document(name, "".join(self.parts), tuple(self.blocks))
        return Gold(document, self.mentions, complete)


def make_document(name: str, text: str, blocks: tuple[Block, ...]) -> Document:
    """Return a bare document."""
    return Document(
        id=name,
        text=text,
        blocks=blocks,
        title=None,
        source=Source(),
        lang="en",
        published=None,
        retrieved="",
        digest="",
        media_type="text/plain",
        origin=name,
    )


def read_gum(raw: Path) -> Iterator[Gold]:
    """Yield the documents of GUM that may be learned from."""
    for name in GUM_LIST.read_text(encoding="utf-8").split():
        text = _Text()
        block: list[tuple[list[str], list[bool], list]] = []
        for tree in read_trees(raw / f"gum/dep/{name}.conllu"):
            if tree.paragraph and block:
                text.add_block(block)
                block = []
            words = [word.text for word in tree.words]
            glued = [word.glued for word in tree.words]
            block.append((words, glued, list(_gum_spans(tree))))
        text.add_block(block)
        yield text.gold(name, complete=True)


def _gum_spans(tree: Tree) -> Iterator[tuple[int, int, str, str]]:
    for start, end, kind, chain in brackets(tree):
        yield start, end, chain, kind


def read_novels(raw: Path) -> Iterator[Gold]:
    """Yield the documents of LitBank."""
    documents: dict[str, list[tuple[list[str], list]]] = {}
    for name, words, mentions in read_litbank(raw / "litbank"):
        spans = [(start, end, chain, "") for _, start, end, _, chain in mentions]
        documents.setdefault(name, []).append((words, spans))
    for name, rows in documents.items():
        text = _Text()
        for first in range(0, len(rows), _LITBANK_BLOCK):
            text.add_block(
                [
                    (words, _glue(words), spans)
                    for words, spans in rows[first : first + _LITBANK_BLOCK]
                ]
            )
        yield text.gold(name, complete=False)


def _glue(words: list[str]) -> list[bool]:
    """Tell which words stood close to the one before; good enough for novels."""
    return [
        bool(re.fullmatch(r"[.,;:!?’']|n['’]t|['’]\w{1,2}", word)) for word in words
    ]


def read_own() -> Iterator[Gold]:
    """Yield the reports of our own."""
    for report in read_corpus():
        extents = list(report.paragraphs)
        blocks = [Block(BlockKind.PARAGRAPH, e.start, e.end) for e in extents]
        if report.headline_end:
            blocks.insert(0, Block(BlockKind.PARAGRAPH, 0, report.headline_end))
        document = make_document(report.id, report.text, tuple(blocks))
        mentions = {
            (m.extent.start, m.extent.end): (" ".join(sorted(m.entities)), "")
            for m in report.mentions
        }
        yield Gold(document, mentions, complete=False)


def learn_from(
    gold: Gold, sentences: list[Sentence], states: list[Floats], finder: MentionFinder
) -> Learned:
    """Put the gold chains of a document on its mentions.

    Mentions that are found but not marked count only where everything is marked.
    """
    mentions: dict[tuple[int, int, int], FoundMention] = {}
    if gold.complete:
        for mention in join(
            narrow(finder.find(states, sentences), sentences), sentences
        ):
            mentions[mention.sentence, mention.start, mention.end] = mention
    chains: dict[tuple[int, int, int], str] = {}
    told: dict[int, list[tuple[str, float]]] = {}
    for place, (chain, _) in by_words(gold, sentences).items():
        number, start, end = place
        chains[place] = chain
        if place not in mentions:
            sentence = sentences[number]
            offset = sentence.head_of(sentence[start].start, sentence[end - 1].end)
            head = start if offset is None else offset
            if number not in told:
                told[number] = finder.tell(states[number])
            mentions[place] = FoundMention(
                number, head, start, end, *told[number][head]
            )
    ordered = sorted(
        mentions.values(), key=lambda one: (one.sentence, one.start, -one.end)
    )
    numbers: dict[str, int] = {}
    found = []
    for one in ordered:
        name = chains.get((one.sentence, one.start, one.end))
        found.append(-1 if name is None else numbers.setdefault(name, len(numbers)))
    return Learned(note(ordered, sentences), np.concatenate(states), found)


def by_words(
    gold: Gold, sentences: list[Sentence]
) -> dict[tuple[int, int, int], tuple[str, str]]:
    """Return chain and type by sentence, first word and word after the last."""
    starts, ends = {}, {}
    for number, sentence in enumerate(sentences):
        for index, token in enumerate(sentence):
            starts[token.start] = number, index
            ends[token.end] = number, index + 1
    found = {}
    for (low, high), marked in gold.mentions.items():
        start, end = starts.get(low), ends.get(high)
        if start and end and start[0] == end[0] and start[1] < end[1]:
            found[start[0], start[1], end[1]] = marked
    return found
