"""Sentences, tags, dependencies and name hints with our own reading model.

Stands where ``annotate/syntax.py`` stands, and gives the same: ``Sentence`` and
``Token`` in Universal Dependencies. What it does by its own convention (the
guidelines are those of the English Web Treebank):

- The predicate is the head, not the copula: in "Lee was in Paris" the root is
  "Paris" with ``cop`` "was".
- Names: parts of a person's name hang on the first one as ``flat``; a title before
  a name hangs on the name as ``nmod:desc`` or ``compound``; "Foreign" in "Foreign
  Minister" is ``compound`` or ``amod``.
- Unmarked adverbial nominals ("on" left out: "last week") are ``obl:unmarked`` and
  ``nmod:unmarked``; agents of the passive are ``obl:agent``.
- Lemmas are lower case, those of proper nouns as they stand in the text.

Each prose block is read by itself: a headline never runs into the lead.
"""

from importlib.resources import files

from dragoman.annotate.encoder_model import ReadingModel, ReadWord
from dragoman.annotate.encoder_words import split_words
from dragoman.model.annotation import Annotations
from dragoman.model.document import PROSE, Document
from dragoman.model.syntax import Sentence, Token

HINTS = {"PER": "PERSON", "ORG": "ORG", "EVENT": "EVENT"}


class EncoderAnnotator:
    """Sentences in Universal Dependencies, read by the model that ships."""

    name = "encoder"
    version = "1"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"sentences"})

    def __init__(self) -> None:
        self._model = ReadingModel()
        table = files("dragoman.data").joinpath("model", "place_words.tsv")
        self._place_words = dict(
            line.split("\t")
            for line in table.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")
        )

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Parse every prose block of the document."""
        sentences: list[Sentence] = []
        for index, block in enumerate(document.blocks):
            if block.kind in PROSE:
                text = document.text[block.start : block.end]
                sentences.extend(self._read(text, block.start, index))
        return annotations.with_(sentences=sentences)

    def _read(self, text: str, offset: int, block: int) -> list[Sentence]:
        spans = split_words(text)
        words = [text[start:end] for start, end in spans]
        glued = [
            index > 0 and spans[index - 1][1] == start
            for index, (start, _) in enumerate(spans)
        ]
        found = []
        for first, sentence in self._model.read(words, glued):
            hints = self._hints(words[first : first + len(sentence)], sentence)
            tokens = tuple(
                Token(
                    start=offset + spans[index][0],
                    end=offset + spans[index][1],
                    text=words[index],
                    lemma=word.lemma,
                    upos=word.upos,
                    tag=word.xpos,
                    head=word.head,
                    deprel=word.deprel,
                    entity=hint,
                )
                for index, (word, hint) in enumerate(
                    zip(sentence, hints, strict=True), first
                )
            )
            found.append(Sentence(tokens, block))
        return found

    def _hints(self, words: list[str], sentence: list[ReadWord]) -> list[str]:
        """Turn labels of the model into those of OntoNotes, name by name."""
        hints = [""] * len(sentence)
        place = 0
        while place < len(sentence):
            label = sentence[place].name
            end = place + 1
            if label.startswith("B-"):
                inside = f"I-{label[2:]}"
                while end < len(sentence) and sentence[end].name == inside:
                    end += 1
                kind = self._kind(label[2:], words[place:end], sentence[place:end])
                for index in range(place, end):
                    hints[index] = f"{'B' if index == place else 'I'}-{kind}"
            place = end
        return hints

    def _kind(self, label: str, words: list[str], read: list[ReadWord]) -> str:
        if label == "LOC":
            return next(
                (
                    self._place_words[word.lower()]
                    for word in (words[-1], words[0])
                    if word.lower() in self._place_words
                ),
                "GPE",
            )
        if label == "MISC":
            people = read[-1].upos == "ADJ" or read[-1].xpos == "NNPS"
            return "NORP" if people else "MISC"
        return HINTS[label]
