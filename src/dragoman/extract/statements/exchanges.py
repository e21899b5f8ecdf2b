"""Who is spoken to in an exchange that is told beside the words.

"Stanev telephoned Menon, who was in Oslo. Menon said the sea was calm": to Stanev.
"The Herald reached her by telephone and asked whether ...": asked her.
"""

from collections.abc import Callable, Iterable

from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.claim import Party
from dragoman.model.syntax import OBJECTS, Sentence

# Their object is met or reached.
_REACH = frozenset(
    {"meet", "see", "telephone", "phone", "call", "reach", "receive", "summon", "host"}
    | {"visit", "welcome", "interview", "address", "greet", "brief", "contact", "ring"}
    | {"confront", "approach", "interrogate", "question"}
)
# They take "with" or "to".
_TALK = frozenset({"speak", "talk", "meet", "confer", "negotiate", "write", "turn"})
_TALKS = frozenset({"talk", "talks", "meeting", "call", "conversation", "discussion"})
_HOLD = frozenset({"hold", "have"})
_MEETING = _REACH | _TALK | _HOLD
# Before these, words are meant for the public.
_PUBLIC = frozenset(
    {"reporter", "journalist", "conference", "interview", "television", "press", "tv"}
    | {"post", "tweet", "newspaper", "radio", "speech", "audience", "rally", "agency"}
    | {"parliament", "video", "facebook", "telegram", "twitter", "statement"}
)
_FRAMES = frozenset({"clause", "quote", "inf", "for", "about", "of", "obj-inf"})
# How many sentences back the exchange is told, at most.
_BACK = 2

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


class ExchangeFinder:
    """Finds the other side of an exchange."""

    def __init__(
        self, reading: Reading, parties: Callable[[int, int], tuple[Party, ...]]
    ) -> None:
        self.reading = reading
        self.parties = parties
        self._sides: dict[int, Sides | None] = {}

    def partners(
        self, one: Attribution, speakers: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Return to whom something is said that the sentence does not tell.

        Args:
            one: What is said, without an addressee of its own.
            speakers: Who says it.
        """
        spoken = one.frame in _FRAMES or one.frame.startswith("noun")
        if one.cue < 0 or not spoken or one.act in {None, "assess"}:
            return ()
        sentence = self.reading.sentences[one.sentence]
        beside = self._beside(one.sentence, one.cue)
        if beside:
            return tuple(party for party in beside if party not in speakers)
        if not _PUBLIC.isdisjoint(sentence.lemmas):
            return ()
        if one.frame == "quote" and one.act == "assert":
            return ()  # as likely for whoever writes
        for index in range(one.sentence - 1, max(one.sentence - _BACK - 1, -1), -1):
            if not self._is_near(index, one.sentence):
                break
            sides = self._sides_of(index)
            if sides is None:
                continue
            for own, other in (sides, sides[::-1]):
                if speakers and set(speakers) <= set(own):
                    return tuple(p for p in other if p not in speakers)
            break
        return ()

    def _is_near(self, index: int, place: int) -> bool:
        """Tell whether a sentence is of the same paragraph, or right above it.

        "The minister received a call from Ana Ruiz." and, in the next paragraph,
        "The minister stressed that".
        """
        sentences = self.reading.sentences
        if sentences[index].block == sentences[place].block:
            return True
        first = all(
            sentences[i].block != sentences[place].block for i in range(index, place)
        )
        return first and index == place - 1

    def _beside(self, index: int, cue: int) -> tuple[Party, ...]:
        """Read "reached her by telephone and asked whether", one subject for both."""
        sentence = self.reading.sentences[index]
        if sentence[cue].upos == "NOUN" and sentence[cue].head >= 0:
            cue = sentence[cue].head  # "summoned her and conveyed a protest"
        token = sentence[cue]
        if token.deprel != "conj" or sentence.child(cue, "nsubj") is not None:
            return ()
        if sentence[token.head].lemma not in _REACH or token.head > cue:
            return ()
        return tuple(
            party
            for reached in sentence.children(token.head, *OBJECTS)
            for party in self.parties(index, reached)
            if party.entity is not None
        )

    def _sides_of(self, index: int) -> Sides | None:
        if index not in self._sides:
            self._sides[index] = self._read(index)
        return self._sides[index]

    def _read(self, index: int) -> Sides | None:
        """Return who met or reached whom in a sentence, both by name."""
        sentence = self.reading.sentences[index]
        if not _PUBLIC.isdisjoint(sentence.lemmas):
            return None
        verbs: Iterable[int] = sentence.find_lemmas(_MEETING)
        if not _TALKS.isdisjoint(sentence.lemmas):
            verbs = range(len(sentence))  # "agreed in a call with Ruiz"
        for verb in verbs:
            if sentence[verb].tag not in {"VBD", "VBZ", "VBN", "VBG", "VBP"}:
                continue
            if sentence.is_passive(verb) or sentence.is_negated(verb):
                continue
            subject = sentence.subject(verb)
            if subject is None:
                continue
            met = [
                party
                for place in _met(sentence, verb)
                for party in self.parties(index, place)
                if party.entity is not None
            ]
            own = [p for p in self.parties(index, subject) if p.entity is not None]
            if own and met and not set(own) & set(met):
                return tuple(own), tuple(dict.fromkeys(met))
        return None


def _met(sentence: Sentence, verb: int) -> list[int]:
    """Return whom a verb reaches: its object, or a phrase with "with" or "to"."""
    lemma = sentence[verb].lemma
    found: list[int] = []
    if lemma in _REACH:
        found += [c for c in sentence.children(verb, *OBJECTS) if c > verb]
    if lemma in _TALK:
        found += [
            c
            for c in sentence.children(verb, "obl")
            if sentence.case_of(c) in {"with", "to"}
        ]
    holders = [c for c in sentence.children(verb, "obl") if sentence.case_of(c) == "in"]
    if lemma in _HOLD | {"receive"}:
        holders += sentence.children(verb, "obj")
    for noun in holders:
        if sentence[noun].lemma.lower() in _TALKS:
            found += [
                c
                for c in (
                    *sentence.children(noun, "nmod"),
                    *sentence.children(verb, "obl"),
                )
                if sentence.case_of(c) in {"with", "from"}
            ]
    return found
