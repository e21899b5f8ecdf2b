"""Incidents of violence: of what kind a document tells, and who plays what part.

A document is read for them only where a word of force occurs (the verbs and nouns of
the ontology's ASSAULT). Words then tell the kinds, and a small network sees every
phrase that may name a party, what stands beside it and its sentence, and tells how
likely it is a perpetrator, a victim, a target or a weapon. What is told of one wording
in several places is taken together: "the bomb" is a weapon if one sentence makes it so.
Where an incident is told at length, the wordings are weighed against each other.

Scores are log odds: 0 is as likely as not.
"""

import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from importlib.resources.abc import Traversable
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.session import Session, open_session
from dragoman.annotate.incidents.kinds import IncidentKinds
from dragoman.annotate.incidents.rivals import LEAST, IncidentRivals, Story
from dragoman.annotate.incidents.spans import (
    candidate_spans,
    describe_ends,
    describe_head,
    head_within,
)
from dragoman.annotate.incidents.words import IncidentWords
from dragoman.model.incident import IncidentKind, IncidentPart, IncidentRole, Incidents
from dragoman.model.syntax import Sentence
from dragoman.schema.force import force_lemmas
from dragoman.text.wording import plain_word

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# In the order of the network's columns; kinds follow.
ROLES = tuple(IncidentRole)
# An incident is told at length, not in passing, from these log odds of the likeliest
# kind and this share of sentences with a word of force: more than nine of ten that
# MUC-4 marks, and some of our own reports without an attack.
_TOLD = -2.5
_SPOKEN_OF = 0.06
# Words of a document that is read as a whole: what the network holds meanwhile is ten
# kilobytes for each. A longer one is no report of an incident.
_LONGEST = 20_000


class IncidentReader:
    """Reads incidents in documents whose states are at hand; loaded once."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._force = force_lemmas()

    # Opened by the first document that has a word of force.

    @cached_property
    def _words(self) -> IncidentWords:
        return IncidentWords(self._folder.joinpath("incident_words.tsv.gz"))

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return read_vocabulary(self._folder.joinpath("incident_phrases.txt.gz"))

    @cached_property
    def _network(self) -> Session:
        return open_session(self._folder.joinpath("incidents.onnx"))

    @cached_property
    def _kinds(self) -> IncidentKinds:
        return IncidentKinds(self._folder.joinpath("incident_kinds.json"))

    @cached_property
    def _rivals(self) -> IncidentRivals:
        return IncidentRivals(
            self._folder.joinpath("incident_rivals.npz"),
            self._folder.joinpath("incident_known.tsv.gz"),
        )

    def read(
        self, sentences: Sequence[Sentence], states: Sequence[Floats]
    ) -> tuple[list[IncidentPart], Callable[[], Incidents]]:
        """Return who may play a part, and what tells kinds and parts when asked.

        Parts are in order of the text. There are none where no word of force occurs,
        and no kinds where force is only mentioned in passing.

        Args:
            sentences: Sentences of the document.
            states: States of the words of each, ``(words, hidden)``.
        """
        forced = [row for row, one in enumerate(sentences) if self._is_forced(one)]
        if not forced:
            return [], lambda: ([], [])
        length = sum(map(len, sentences))
        if len(forced) >= _SPOKEN_OF * len(sentences) and length <= _LONGEST:
            kinds = self._words.score(sentences)
            if kinds.max() >= _TOLD:
                story = self._read(sentences, states, kinds)
                return list_parts(story), partial(self._weigh, story)
        # In passing, or in a book: only the sentences of force are looked at, as if
        # they told all.
        even = np.zeros(len(self._words.kinds), np.float32)
        story = self._read(
            [sentences[row] for row in forced], [states[row] for row in forced], even
        )
        parts = [
            replace(part, sentence=forced[part.sentence]) for part in list_parts(story)
        ]
        return parts, lambda: ([], parts)

    def _weigh(self, story: Story) -> Incidents:
        """Return kinds and parts, each weighed with the others in view."""
        if story.keys:
            words = sum(map(len, story.sentences))
            weighed = self._kinds.weigh(story.kinds, story.wordings, words)
            story = replace(story, kinds=weighed)
        kinds = [
            IncidentKind(kind, float(score))
            for kind, score in zip(self._words.kinds, story.kinds, strict=True)
        ]
        return kinds, list_parts(story, self._rivals.weigh(story))

    def _read(
        self, sentences: Sequence[Sentence], states: Sequence[Floats], kinds: Floats
    ) -> Story:
        """Return what the network tells of these sentences."""
        spans, places, keys = find_candidates(sentences)
        if not keys:
            none = np.empty((0, len(ROLES) + len(kinds)), np.float32)
            return Story(sentences, [], np.empty(0, np.int64), [], none, none, kinds)
        scores, told = self._network.run(
            None,
            {
                "states": np.concatenate(list(states)),
                "starts": spans[:, 0],
                "ends": spans[:, 1],
                "sentences": np.repeat(
                    np.arange(len(sentences)), [len(rows) for rows in states]
                ),
                "kinds": kinds,
                "words": look_up(self._vocabulary, sentences, places),
                "order": np.arange(len(sentences)),
            },
        )
        wordings, rows = pool(scores, keys)
        distinct = list(dict.fromkeys(keys))
        return Story(sentences, places, rows, distinct, scores, wordings, told)

    def _is_forced(self, sentence: Sentence) -> bool:
        if self._force.isdisjoint(sentence.lemmas):
            return False
        # A name that only looks like a word of force is none.
        return not self._force.isdisjoint([token.lemma for token in sentence])


def list_parts(story: Story, odds: Floats | None = None) -> list[IncidentPart]:
    """Return who may play a part; without odds of kinds, in no kind of incident."""
    likely = story.wordings[:, : len(ROLES)] > LEAST
    parts = []
    for place, column in np.argwhere(likely[story.rows]).tolist():
        sentence, first, last = story.places[place]
        tree = story.sentences[sentence]
        row = story.rows[place]
        parts.append(
            IncidentPart(
                start=tree[first].start,
                end=tree[last].end,
                sentence=sentence,
                head=head_within(tree, first, last),
                role=ROLES[column],
                score=float(story.wordings[row, column]),
                here=float(story.scores[place, column]),
                kinds=() if odds is None else tuple(odds[row, column].tolist()),
            )
        )
    return parts


def find_candidates(
    sentences: Sequence[Sentence],
) -> tuple[Ints, list[tuple[int, int, int]], list[str]]:
    """Return what may play a part, three times, in the same order.

    By first and last word counted in the document, ``(spans, 2)``; by sentence, first
    and last word in it; by wording.
    """
    spans: list[tuple[int, int]] = []
    places: list[tuple[int, int, int]] = []
    keys: list[str] = []
    low = 0
    for number, sentence in enumerate(sentences):
        plain = [plain_word(token.text) for token in sentence]
        for first, last in candidate_spans(sentence):
            key = " ".join([word for word in plain[first : last + 1] if word])
            if key:
                spans.append((low + first, low + last))
                places.append((number, first, last))
                keys.append(key)
        low += len(sentence)
    return np.array(spans, np.int64).reshape(-1, 2), places, keys


def read_vocabulary(file: Traversable) -> dict[str, int]:
    """Read what may be said of phrases, one a line; the first has the row 1."""
    lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
    return {line: row for row, line in enumerate(lines, 1)}


def look_up(
    vocabulary: Mapping[str, int],
    sentences: Sequence[Sentence],
    places: Sequence[tuple[int, int, int]],
) -> Ints:
    """Return rows of what words say of each phrase, 0 for what is not known."""
    row_of = vocabulary.get
    rows: list[int] = []
    for number, inside in groupby(places, itemgetter(0)):
        sentence = sentences[number]
        lemmas = sentence.bases
        # Phrases with one head have most of it in common.
        heads: dict[int, list[int]] = {}
        for _, first, last in inside:
            head = head_within(sentence, first, last)
            around = heads.get(head)
            if around is None:
                told = describe_head(sentence, head)
                around = heads[head] = [row_of(said, 0) for said in told]
            two, start = describe_ends(lemmas, first, last)
            rows += (around[0], row_of(two, 0), row_of(start, 0), *around[1:])
    return np.array(rows, np.int64).reshape(len(places), -1)


def pool(scores: Floats, keys: Sequence[str]) -> tuple[Floats, Ints]:
    """Return the log-sum-exp of the scores by key, and the row of each key there."""
    numbers: dict[str, int] = {}
    rows = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
    pooled = np.full((len(numbers), scores.shape[1]), -np.inf, np.float32)
    np.logaddexp.at(pooled, rows, scores)
    return pooled, rows
