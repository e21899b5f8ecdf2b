"""Which words say, think or want something, by the reading model.

Rules know the reporting words of a lexicon. A small network on the states of the
reading model knows more of them, and nouns and objects that rules let pass
("bristled at the fine", "his unease about the vote"): it weighs each word against what
hangs on it and who does it.
"""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.session import open_session
from dragoman.model.annotation import CueHint
from dragoman.model.syntax import THINGS, Sentence

Floats = NDArray[np.float32]

# Hints below this probability are never used.
_LEAST = 0.25

_VERBAL = frozenset({"VERB", "ADJ"})
_BELOW_NOUNS = frozenset({"nmod", "acl", "ccomp", "obl", "xcomp"})
_OPEN = frozenset({"conj", "xcomp", "advcl"})

_RELATIONS = ("obj", "obl", "ccomp", "xcomp", "advcl", "acl", "nmod", "nsubj:pass")
_BELOW_VERBS = frozenset(_RELATIONS)
_TAGS = ("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "NN", "NNS", "JJ")
_CORES = ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "AUX", "NUM")
_CASES = (
    *("", "for", "on", "of", "to", "with", "about", "over", "in", "against", "at"),
    *("as", "by", "from", "that", "into"),
)
_SOURCES = ("PRON", "PROPN", "NOUN")
_FAR = 10

_ONE_HOT: dict[tuple[str, str], int] = {
    (kind, value): place
    for place, (kind, value) in enumerate(
        (kind, value)
        for kind, values in (
            ("relation", _RELATIONS),
            ("tag", _TAGS),
            ("core", _CORES),
            ("case", _CASES),
            ("source", _SOURCES),
        )
        for value in values
    )
}
_PLAIN = 8
FEATURES = len(_ONE_HOT) + _PLAIN

Candidate = tuple[int, int, int, int]


def find_candidates(sentences: Sequence[Sentence]) -> list[Candidate]:
    """Return sentence, cue, core and source of all that may be an attribution."""
    found: list[Candidate] = []
    for number, sentence in enumerate(sentences):
        sources: dict[int, int | None] = {}
        for core, token in enumerate(sentence.tokens):
            cue = token.head
            if cue < 0 or token.deprel not in _BELOW_VERBS:
                continue
            kind = sentence[cue].upos
            if kind == "NOUN":
                if token.deprel not in _BELOW_NOUNS:
                    continue
            elif kind not in _VERBAL:
                continue
            if cue not in sources:
                sources[cue] = _find_source(sentence, cue)
            source = sources[cue]
            if source is not None and source != core:
                found.append((number, cue, core, source))
    return found


def _find_source(sentence: Sentence, cue: int) -> int | None:
    """Return a likely source; who it is in truth is for the rules to say."""
    if sentence[cue].upos == "NOUN":
        return sentence.child(cue, "nmod:poss")
    found = sentence.child(cue, "obl:agent")
    if found is None:
        found = sentence.child(cue, "nsubj", "nsubj:pass", "csubj")
    current = cue
    for _ in range(3):
        if found is not None or sentence[current].deprel not in _OPEN:
            break
        current = sentence[current].head
        found = sentence.child(current, "nsubj", "nsubj:pass")
    if found is None and sentence[current].deprel in {"acl", "acl:relcl"}:
        found = sentence[current].head
    return found


def describe_candidates(
    sentences: Sequence[Sentence],
    states: Sequence[Floats],
    candidates: Sequence[Candidate],
) -> Floats:
    """Return what the network reads of each candidate.

    Args:
        sentences: Sentences of the document.
        states: States of the words of each, ``(words, hidden)``.
        candidates: As ``find_candidates`` gives them.

    Returns:
        Shape ``(candidates, 3 * hidden + FEATURES)``.
    """
    lows = np.cumsum([0, *(len(sentence) for sentence in sentences)])
    words = np.concatenate(list(states))
    rows = np.array(candidates, dtype=np.int64)
    base = lows[rows[:, 0]]
    noted = [
        _note(sentences[number], cue, core, source)
        for number, cue, core, source in candidates
    ]
    features = np.array(noted, np.float32)
    return np.concatenate(
        [*(words[base + rows[:, part]] for part in (1, 2, 3)), features], axis=1
    ).astype(np.float32, copy=False)


def _note(sentence: Sentence, cue: int, core: int, source: int) -> list[float]:
    """Return the features of one candidate."""
    row = [0.0] * FEATURES
    above, below, doer = sentence[cue], sentence[core], sentence[source]
    case = sentence.case_of(core)
    if not case:
        mark = sentence.child(core, "mark")
        case = "" if mark is None else sentence[mark].text.lower()
    for key in (
        ("relation", below.deprel),
        ("tag", above.tag),
        ("core", below.upos),
        ("case", case),
        ("source", doer.upos),
    ):
        place = _ONE_HOT.get(key)
        if place is not None:
            row[place] = 1
    row[-_PLAIN:] = (
        core < cue,
        min(abs(core - cue), _FAR) / _FAR,
        source < cue,
        sentence.is_passive(cue),
        sentence.is_negated(cue),
        above.deprel == "root",
        bool(doer.entity),
        doer.text.lower() in THINGS,
    )
    return row


class CueFinder:
    """Finds cues in sentences whose states are at hand."""

    def __init__(self, folder: Traversable) -> None:
        self._scores = open_session(folder.joinpath("cues.onnx"))

    def find(
        self, sentences: Sequence[Sentence], states: Sequence[Floats]
    ) -> list[CueHint]:
        """Return what may well be a cue with its content, in order of the text.

        Args:
            sentences: Sentences of the document.
            states: States of the words of each, ``(words, hidden)``.
        """
        candidates = find_candidates(sentences)
        if not candidates:
            return []
        rows = describe_candidates(sentences, states, candidates)
        odds = self._scores.run(None, {"rows": rows})[0]
        return [
            CueHint(number, cue, core, float(odds[place]))
            for place, (number, cue, core, _) in enumerate(candidates)
            if odds[place] >= _LEAST
        ]
