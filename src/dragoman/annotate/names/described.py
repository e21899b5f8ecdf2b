"""What a name is, told by the noun beside it.

"the agency X", "the Front's radio station, X", "X, a party that", "the bloc known
as X".
"""

from collections.abc import Sequence as Items
from dataclasses import dataclass

from dragoman.annotate.names.media import is_class
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.types import NONE, ORGANIZATION, PERSON, Evidence
from dragoman.annotate.names.units import Unit
from dragoman.data.tables import NameWords, all_given_names
from dragoman.model.syntax import ARTICLES, Sentence

# What media and firms are, and people are not: "the state-run Horn Mirror".
_KEPT = ("-run", "-owned", "-language", "-funded", "pro-government", "anti-government")
# Who makes or sells something is a firm if somebody owns it: "a builder owned by Lee".
_BELONGS = frozenset(
    {"own", "control", "register", "list", "headquarter", "part-own", "majority-own"}
)
_SEATED = ("-based", "-owned", "-listed", "-registered", "-controlled", "-run")
_CALLED = frozenset({"called", "named", "dubbed", "styled"})
_KNOWN = frozenset({"known", "operating"})
_OFTEN = frozenset({"also", "better", "commonly", "locally", "usually", "now"})
# Right beside a name its class outweighs the model, which has never seen the name.
CLASSED = 8.0
_OPENING = frozenset({",", "“", '"', "«", "„", ":"})


@dataclass(slots=True)
class Description:
    """One mention of a name, to be judged by the nouns beside it.

    Attributes:
        sequence: The name.
        units: Units of its sentence.
        sentence: Its sentence.
        words: Vocabulary.
        evidence: Points so far.
        told: The finer type of a body that a class word right beside tells, if one.
    """

    sequence: Sequence
    units: Items[Unit]
    sentence: Sentence
    words: NameWords
    evidence: Evidence
    told: str = ""

    def judge(self) -> None:
        """Add the points of the nouns before and behind."""
        self._by_noun_before()
        self._by_calling()
        self._by_class_behind()

    def _unit(self, index: int) -> Unit | None:
        return self.units[index] if 0 <= index < len(self.units) else None

    def _by_noun_before(self) -> None:
        """Read "the agency X", "the Front's radio station, X", "tanker X"."""
        found = self._noun_before()
        if found is None:
            return
        at, comma = found
        noun = self.units[at]
        if noun.key.endswith(_KEPT) and not comma:
            self.evidence.add(ORGANIZATION, 4.0)
            self.evidence.add(PERSON, -3.0)
        elif noun.key in self.words.things and not comma and not self._by_tank():
            # More than the model and a head ("the tanker Sea Star") say for a body.
            self.evidence.add(NONE, 16.0)
        elif self._is_class(noun.key):
            self._by_class_before(noun, comma=comma)
        elif noun.key in self.words.makers and self._is_makers(at, comma=comma):
            self.evidence.add(ORGANIZATION, CLASSED)
            self.evidence.add(PERSON, -CLASSED)
            self.told = "company"
        elif noun.key in self.words.humans and not noun.taken and not comma:
            self.evidence.add(PERSON, 3.5)

    def _noun_before(self) -> tuple[int, bool] | None:
        """Return the common noun before, and whether a mark stands between."""
        at = self.sequence.first - 1
        noun = self._unit(at)
        if noun is not None and noun.text == "The":  # "the newspaper The Beacon"
            at -= 1
            noun = self._unit(at)
        if noun is None:
            return None
        comma = noun.text == ","
        if noun.text in _OPENING:
            at = self.sequence.first - 2
            noun = self._unit(at)
        if noun is None or not noun.word:
            return None
        named = noun.capital and not (noun.text.isupper() and self._is_class(noun.key))
        return None if named else (at, comma)

    def _by_class_before(self, noun: Unit, *, comma: bool) -> None:
        after = self._unit(self.sequence.last + 1)
        closed = after is not None and after.text in {",", ".", ")"}
        # "wrote the daily Arev on", but "the daily Cabinet meeting".
        goes_on = after is not None and after.upos in {"NOUN", "PROPN"}
        adjective = noun.upos == "ADJ" and not goes_on and not comma
        if noun.upos not in {"NOUN", "PROPN"} and not adjective:
            return
        behind_comma = 7.5 if closed else 2.5
        self.evidence.add(ORGANIZATION, behind_comma if comma else CLASSED)
        self._tell(noun.key)

    def _is_makers(self, at: int, *, comma: bool) -> bool:
        """Tell whether a firm is meant by what it makes: "the gold trader Orpal".

        A person is not met by his surname, nor by what he runs: "the cable's operator,
        Baltkabel".
        """
        sequence = self.sequence
        if len(sequence.keys) > 1 or sequence.key in all_given_names():
            return False
        before = self._unit(at - 1)
        if before is None or before.capital:
            return False
        return before.possessive if comma else before.upos == "NOUN"

    def _by_calling(self) -> None:
        """Read "the bloc called X", "the authority, known as X"."""
        at = self.sequence.first - 1
        word = self._unit(at)
        if word is not None and word.text in _OPENING:
            at -= 1
            word = self._unit(at)
        if word is not None and word.key == "as":
            at -= 1
            word = self._unit(at)
            if word is None or word.key not in _KNOWN:
                return
        elif word is None or word.key not in _CALLED:
            return
        at -= 1
        while at > 0 and (self.units[at].key in _OFTEN or self.units[at].text == ","):
            at -= 1
        noun = self._unit(at)
        if noun is not None and noun.upos == "NOUN" and self._is_class(noun.key):
            self.evidence.add(ORGANIZATION, CLASSED)
            self.evidence.add(PERSON, -4.0)
            self._tell(noun.key)

    def _by_class_behind(self) -> None:
        """Read "X, a gang that", "X, the channel of the Front,"."""
        last = self.sequence.last
        comma, article = self._unit(last + 1), self._unit(last + 2)
        if comma is None or comma.text != ",":
            return
        if article is None or article.key not in ARTICLES:
            return
        for index in range(last + 3, last + 8):
            noun, after = self._unit(index), self._unit(index + 1)
            if noun is not None and noun.possessive:
                continue  # "a women's association"
            if noun is None or not noun.word or (noun.capital and "-" not in noun.key):
                return
            inner = after is not None and (after.possessive or after.upos == "NOUN")
            if noun.upos == "NOUN" and not inner:
                if self._is_apposed(noun):
                    self._by_apposed(index)
                return

    def _is_apposed(self, noun: Unit) -> bool:
        """Tell "X, a party" from "X, the party said," and "X, the fund and a bank"."""
        return not self.sentence[noun.last].deprel.startswith(("nsubj", "conj"))

    def _by_apposed(self, index: int) -> None:
        noun = self.units[index]
        if self._is_class(noun.key):
            self.evidence.add(ORGANIZATION, CLASSED)
            self.evidence.add(PERSON, -4.0)
            self._tell(noun.key)
        elif noun.key in self.words.makers and (
            self._is_makers(index, comma=False)
            or self.units[index - 1].key.endswith(_SEATED)
            or self._belongs(noun)
        ):
            self.evidence.add(ORGANIZATION, CLASSED)
            self.evidence.add(PERSON, -4.0)
            self.told = "company"

    def _belongs(self, noun: Unit) -> bool:
        return any(
            self.sentence[child].lemma.lower() in _BELONGS
            for child in self.sentence.children(noun.last, "acl")
        )

    def _is_class(self, key: str) -> bool:
        return is_class(key, self.words)

    def _tell(self, key: str) -> None:
        """Note the finer type that a class word tells, where it tells one."""
        kinds = self.words.describes.get(key, ())
        if len(kinds) == 1:
            self.told = kinds[0]

    def _by_tank(self) -> bool:
        """Read "the think tank X", which is no tank."""
        noun, thinks = (self._unit(self.sequence.first - back) for back in (1, 2))
        found = noun is not None and thinks is not None and thinks.key == "think"
        if found:
            self.evidence.add(ORGANIZATION, 8.0)
        return found
