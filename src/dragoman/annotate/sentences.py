"""Sentences, tags, dependencies and name hints with our own reading model.

Gives ``Sentence`` and ``Token`` in Universal Dependencies, by the guidelines of the
English Web Treebank, with these conventions of the house:

- The predicate is the head, not the copula: in "Lee was in Paris" the root is
  "Paris" with ``cop`` "was".
- Names are headed by their last part, the other parts and titles before them are
  ``compound`` (``encoder.scheme``; the treebank has ``flat`` and ``nmod:desc``).
- Unmarked adverbial nominals ("on" left out: "last week") are ``obl:unmarked`` and
  ``nmod:unmarked``; agents of the passive are ``obl:agent``.
- Lemmas are lower case, those of proper nouns as they stand in the text.
- Hints of dates are by word only: "Monday", "week", "2024", "May" and its day.

Each prose block is read by itself: a headline never runs into the lead.
"""

import re
from collections.abc import Collection
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import compress, pairwise

from dragoman.annotate.encoder.case import running_case
from dragoman.annotate.encoder.cues import CueFinder
from dragoman.annotate.encoder.draft import ReadWord
from dragoman.annotate.encoder.model import Floats, ReadingModel
from dragoman.annotate.encoder.scheme import adapt
from dragoman.annotate.encoder.words import split_words, without_footnotes
from dragoman.annotate.incidents.reader import IncidentReader
from dragoman.annotate.mentions.references import References
from dragoman.data.tables import capitals, country_names, fold_key, given_names
from dragoman.model.annotation import Annotations
from dragoman.model.document import PROSE, BlockKind, Document
from dragoman.model.pulse import beat, stage
from dragoman.model.rows import fill
from dragoman.model.syntax import Sentence, Token
from dragoman.text.datelines import find_dateline
from dragoman.text.labels import find_labels

HINTS = {"PER": "PERSON", "ORG": "ORG", "EVENT": "EVENT"}
_TIMES = frozenset({"DATE", "TIME"})
_TIMED = frozenset({"NUM", "NOUN", "PROPN"})
# What is read for what it refers to, not for claims.
_ASIDE = frozenset({BlockKind.HEADING, BlockKind.BYLINE})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d{4}-\d\d-\d\d")


class _Part:
    """A stretch of prose that is read by itself.

    Attributes:
        spans: Where its words are, counted from ``offset``.
        words: Its words as they stand.
        read: The same as they are read.
        glued: Whether each follows the one before without white space.
        offset: Where it begins in the document.
        block: Index of its block.
        label: What sort of label it is, ``None`` if it is none.
    """

    __slots__ = ("block", "glued", "label", "offset", "read", "spans", "words")

    def __init__(
        self, text: str, offset: int, block: int, label: str | None = None
    ) -> None:
        text = without_footnotes(text)
        self.spans = split_words(text)
        self.words = [text[start:end] for start, end in self.spans]
        self.read = running_case(self.words)
        self.glued = [False, *(a[1] == b[0] for a, b in pairwise(self.spans))]
        del self.glued[len(self.spans) :]
        self.offset = offset
        self.block = block
        self.label = label


class DocumentReader:
    """Reads documents to sentences in Universal Dependencies.

    Args:
        folder: Where the model is.
        model: What reads the texts, by default the model of the folder.
    """

    def __init__(self, folder: Traversable, model: ReadingModel | None = None) -> None:
        self._model = model or ReadingModel(folder)
        table = files("dragoman.data").joinpath("model", "hint_words.tsv")
        self._hint_words = dict(
            line.split("\t")
            for line in table.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")
        )

    def read_document(
        self, document: Document, kinds: Collection[BlockKind] = PROSE
    ) -> tuple[list[Sentence], list[Floats]]:
        """Return sentences, and the states of the words of each of them.

        States have the shape ``(words, hidden)``.

        Args:
            document: A document.
            kinds: Kinds of the blocks that are read.
        """
        parts: list[_Part] = []
        labels = {
            label.start: label for label in find_labels(document.text, document.blocks)
        }
        for index, block in enumerate(document.blocks):
            if block.kind not in kinds:
                continue
            text = document.text[block.start : block.end]
            # A dateline or label is read by itself: it is no part of the lead.
            label = labels.get(block.start)
            if label is None:
                lead = find_dateline(text)
                # Without its colon: a speaker in a transcript looks the same.
                head = text[:lead].rstrip(" :")
            else:
                lead = label.after - block.start
                head = document.text[block.start : label.end]
            if lead is not None:
                sort = None if label is None else label.kind
                parts.append(_Part(head, block.start, index, sort))
            start = lead or 0
            parts.append(_Part(text[start:], block.start + start, index))
        sentences: list[Sentence] = []
        states: list[Floats] = []
        done, total = 0, sum(len(part.words) for part in parts)
        texts = [(part.read, part.glued) for part in parts]
        for number, first, read, rows in self._model.read_all(texts):
            sentences.append(self._write(parts[number], first, read))
            states.append(rows)
            done += len(read)
            beat(done / total)
        return sentences, states

    def _write(self, part: _Part, first: int, read: list[ReadWord]) -> Sentence:
        """Make a sentence of what was read from the word ``first`` of a part on."""
        sentence = adapt(read)
        end = first + len(sentence)
        spans, offset = part.spans[first:end], part.offset
        hints = self._hints(part.read[first:end], sentence)
        texts = part.words[first:end]
        if part.label is not None and part.label != "day":
            hints = _place_hints(sentence, known=bool(part.label)) or hints
        upos, tags, lemmas, heads, relations, _, subtypes = zip(*sentence, strict=True)
        rows = zip(
            [offset + low for low, _ in spans],
            [offset + high for _, high in spans],
            texts,
            [
                text if kind == "PROPN" else lemma
                for text, kind, lemma in zip(texts, upos, lemmas, strict=True)
            ],
            upos,
            tags,
            heads,
            relations,
            hints,
            subtypes,
            strict=True,
        )
        return Sentence(fill(Token, rows), part.block)

    def _hints(self, words: list[str], sentence: list[ReadWord]) -> list[str]:
        """Turn labels of the model into those of OntoNotes, name by name."""
        hints = [
            self._time_hint(word, read.upos) if read.upos in _TIMED else ""
            for word, read in zip(words, sentence, strict=True)
        ]
        for place, read in enumerate(sentence):
            label = read.name
            if not label.startswith("B-"):
                continue
            end = place + 1
            inside = f"I-{label[2:]}"
            while end < len(sentence) and sentence[end].name == inside:
                end += 1
            kind = self._kind(label[2:], words[place:end], sentence[place:end])
            hints[place:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - place - 1)
        if "B-DATE" in hints:
            # The day beside a month: "September 1", "18 May".
            for index, word in enumerate(sentence):
                beside = hints[max(index - 1, 0) : index + 2]
                if word.upos == "NUM" and not hints[index] and "B-DATE" in beside:
                    hints[index] = "I-DATE"
        return hints

    def _time_hint(self, word: str, upos: str) -> str:
        """Mark heads of time expressions; "may" and "march" only as names."""
        if upos == "NUM":
            return "B-DATE" if _YEAR.fullmatch(word) else ""
        kind = self._hint_words.get(word.lower().rstrip("."))
        return f"B-{kind}" if kind in _TIMES else ""

    def _kind(self, label: str, words: list[str], read: list[ReadWord]) -> str:
        key = fold_key(" ".join(words))
        if (key in capitals() or key in country_names()) and key not in given_names():
            # "Tehran rejected the offer": a capital that acts is still a place.
            return "GPE"
        if label == "LOC":
            kinds = [
                self._hint_words.get(word.lower()) for word in (words[-1], words[0])
            ]
            return next((kind for kind in kinds if kind and kind not in _TIMES), "GPE")
        if label == "MISC":
            people = read[-1].upos == "ADJ" or read[-1].xpos == "NNPS"
            return "NORP" if people else "MISC"
        return HINTS[label]


def _place_hints(label: list[ReadWord], *, known: bool) -> list[str]:
    """Return the hints of a label of a list that goes place by place.

    Nothing for "Relief" or "Pledges" among them.
    """
    named = [word.upos == "PROPN" for word in label]
    letters = [word.upos != "PUNCT" for word in label]
    if not known and named != letters:
        return []
    first = letters.index(True)
    return [
        "" if not told else "B-GPE" if index == first else "I-GPE"
        for index, told in enumerate(letters)
    ]


class EncoderAnnotator:
    """Sentences, references and hints of cues, read by the model that ships.

    Args:
        folder: Where the model is, by default in the package.
    """

    name = "encoder"
    version = "5"
    requires: frozenset[str] = frozenset()
    provides = frozenset(
        {"sentences", "references", "cues", "incident_kinds", "incident_parts"}
    )

    def __init__(self, folder: Traversable | None = None) -> None:
        folder = folder or files("dragoman.data").joinpath("model")
        self._reader = DocumentReader(folder)
        self._references = References(folder)
        self._cues = CueFinder(folder)
        self._incidents = IncidentReader(folder)

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Parse every prose block of the document and link its mentions.

        Headings and bylines are read for their mentions alone.
        """
        with stage(0, 0.8):
            read, told = self._reader.read_document(document, PROSE | _ASIDE)
        blocks = document.blocks
        prose = [blocks[sentence.block].kind in PROSE for sentence in read]
        sentences, states = list(compress(read, prose)), list(compress(told, prose))
        hints, weigh = self._incidents.read(sentences, states)
        beat(0.85)
        found = annotations.with_(
            sentences=sentences,
            references=self._references.find(read, told, prose),
            cues=self._cues.find(sentences, states),
        )
        return found.with_incident_hints(hints, weigh)
