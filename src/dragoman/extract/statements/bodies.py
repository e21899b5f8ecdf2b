"""Bodies that speak through somebody: "a spokesman for the ministry"."""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.annotation import Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence

_OFFICERS = frozenset({"secretary", "director", "officer", "chief", "attaché", "head"})
# Of the spokesman, not of his body.
_STANDING = frozenset(
    {"top", "chief", "senior", "deputy", "leading", "main", "veteran", "then"}
    | {"former", "acting", "new"}
)
_OF_THE_PRESS = frozenset(
    {"press", "communications", "communication", "media", "information", "publicity"}
)
# What decides for a body.
_ORGANS = frozenset(
    {"council", "board", "leadership", "executive", "congress", "politburo", "bureau"}
    | {"presidium", "secretariat", "committee", "assembly", "management", "command"}
)
# How far behind a name "speaking for" stands, in tokens.
_NEAR = 6
_SPEAKING_FOR_THEMSELVES = frozenset({Schema.ORGANIZATION, Schema.PLACE})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BODY_CASES = frozenset({"for", "of", "from", "at", "with"})


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks and through whom, outermost relay first."""

    speakers: tuple[Party, ...]
    via: tuple[Party, ...] = ()
    outlet: Party | None = None


class BodyFinder:
    """Goes from those who speak for a body to the body."""

    def __init__(
        self, reading: Reading, parties: Callable[[int, int], tuple[Party, ...]]
    ) -> None:
        self.reading = reading
        self.annotations = reading.annotations
        self.parties = parties
        self._spoken_for = _bodies_of_spokespersons(reading)
        self._introduced = _introduced_spokespersons(reading)
        self._presented: dict[str, Party] | None = None

    def spoken_for(self, parties: tuple[Party, ...]) -> Voices | None:
        """Return the body of one who was called its spokesman elsewhere."""
        if len(parties) != 1 or parties[0].entity is None:
            return None
        body = self._spoken_for.get(parties[0].entity)
        if body is None and parties[0].entity in self._introduced:
            # "The king left it to Ana Ruiz, his press secretary. She said": for him.
            bodies = self.parties(*self._introduced[parties[0].entity])
            body = bodies[0] if len(bodies) == 1 and bodies != parties else None
        if body is None:
            body = self._presented_for().get(parties[0].entity)
        return None if body is None else Voices((body,), parties)

    def _presented_for(self) -> dict[str, Party]:
        """Map spokespersons to the body that their title names anywhere.

        "Foreign Ministry spokesman Omar Karam met reporters. Karam said": where no
        office names the body, its description is who speaks.
        """
        if self._presented is None:
            found: dict[str, Party] = {}
            titles = self.reading.lexicon.spokespersons | _OFFICERS
            for index, sentence in enumerate(self.reading.sentences):
                for token in sentence.find_lemmas(titles):
                    if sentence[token].upos not in _NOMINAL:
                        continue
                    if not self._speaks_for(index, token):
                        continue
                    holder = _holder(sentence, token)
                    voices = self.find(index, token) or self.find(index, holder)
                    if voices is None or len(voices.speakers) != 1:
                        continue
                    for person in voices.via or self.parties(index, holder):
                        if person.entity is not None and self._is_person(person):
                            found.setdefault(person.entity, voices.speakers[0])
            self._presented = found
        return self._presented

    def last_before(self, index: int, source: int) -> Voices | None:
        """Resolve "the spokeswoman", of whom no more is said: who was named last."""
        sentence = self.reading.sentences[index]
        articles = {sentence[c].text.lower() for c in sentence.children(source, "det")}
        alone = not sentence.children(source, "appos", "nmod", "nmod:poss", "compound")
        if "the" not in articles or not alone or not self._speaks_for(index, source):
            return None
        place = sentence[source].start
        known = {**self._presented_for(), **self._spoken_for}
        named = [
            (mention.start, chain)
            for chain in known
            for mention in self.annotations.mentions_by_chain.get(chain, ())
            if mention.start < place
        ]
        if not named:
            return None
        chain = self.annotations.chain_by_id[max(named)[1]]
        if chain.name is None or not self._is_person(Party(chain.id, chain.name)):
            return None
        return Voices((known[chain.id],), (Party(chain.id, chain.name),))

    def _is_person(self, party: Party) -> bool:
        chain = self.annotations.chain_by_id[party.entity or ""]
        return chain.schema is Schema.PERSON

    def of_words(self, one: Attribution) -> Voices | None:
        """Resolve "Kenya will close the camp, a spokeswoman said": Kenya, via her.

        One who is not said to speak for anybody speaks for whom his words are about.
        """
        source = one.source
        if source is None or one.frame != "clause" or one.cue < 0:
            return None
        if not self._speaks_for(one.source_sentence, source):
            return None
        sentence = self.reading.sentences[one.sentence]
        core = one.core
        if core < 0:
            core = next(iter(sentence.children(one.cue, "ccomp")), -1)
        subject = sentence.subject(core) if core >= 0 else None
        if subject is None or one.source_sentence != one.sentence:
            return None
        mention = self.annotations.mention_headed(one.sentence, subject)
        if mention is None or mention.schema not in _SPEAKING_FOR_THEMSELVES:
            return None
        bodies = self.parties(one.sentence, subject)
        if len(bodies) != 1 or bodies[0].entity is None:
            return None
        return Voices(bodies, self.parties(one.source_sentence, source))

    def find(self, index: int, source: int) -> Voices | None:
        """Resolve "a spokesman for the ministry": the ministry, via the spokesman."""
        sentence = self.reading.sentences[index]
        if not self._speaks_for(index, source):
            return (
                self._before_title(index, source)
                or self._behind(index, source)
                or self._speaking_for(index, source)
                or self._torn_from_title(index, source)
                or self._whose_organ(index, source)
            )
        bodies = sentence.children(source, "nmod:poss")
        bodies.extend(
            child
            for child in sentence.children(source, "nmod", "obl")
            if sentence.case_of(child) in _BODY_CASES
        )
        bodies.extend(sentence.children(source, "compound", "amod"))
        for child in bodies:
            described = self._is_described(index, child)
            if self.annotations.mention_headed(index, child) is None and not described:
                continue
            parties = self.parties(index, child)
            if parties and (described or all(p.entity is not None for p in parties)):
                person = self._beside(index, source, child) or self.parties(
                    index, source
                )
                via = tuple(p for p in person if p not in parties)
                known = any(p.entity in self._spoken_for for p in via)
                if described and known:
                    continue  # of whom a named body is known
                return Voices(parties, via)
        return None

    def _beside(self, index: int, source: int, body: int) -> tuple[Party, ...]:
        """Return who is named beside: "a spokeswoman for Hanek, Iveta Sorokova"."""
        sentence = self.reading.sentences[index]
        beside = (
            *sentence.children(source, "appos"),
            *sentence.children(body, "appos"),
        )
        for child in beside:
            mention = self.annotations.mention_headed(index, child)
            if mention is not None and mention.schema is Schema.PERSON:
                return self.parties(index, child)
        return ()

    def _speaking_for(self, index: int, source: int) -> Voices | None:
        """Resolve "Ruiz, speaking for the union, said": the union, via Ruiz."""
        sentence = self.reading.sentences[index]
        for place in range(source + 1, min(source + _NEAR, len(sentence))):
            token = sentence[place]
            if token.tag not in {"VBG", "VBZ"} or token.lemma != "speak":
                continue
            for child in sentence.children(place, "obl"):
                case = sentence.case_of(child)
                body = child
                if sentence[child].lemma == "behalf":
                    case = "for"
                    of = sentence.children(child, "nmod")
                    body = of[0] if of else child
                if case != "for" or sentence[body].lemma == "behalf":
                    continue
                parties = self._named_in(index, body) or self.parties(index, body)
                person = tuple(
                    p for p in self.parties(index, source) if p not in parties
                )
                named = any(party.entity is not None for party in parties)
                if person and (named or sentence[body].upos == "PROPN"):
                    return Voices(parties, person)
        return None

    def _named_in(self, index: int, body: int) -> tuple[Party, ...]:
        """Name "the Azal movement", whose name stands before its kind."""
        sentence = self.reading.sentences[index]
        if self.annotations.mention_headed(index, body) is not None:
            return ()
        for child in sentence.children(body, "compound", "amod"):
            mention = self.annotations.mention_headed(index, child)
            if mention is not None and mention.schema is Schema.ORGANIZATION:
                return self.parties(index, child)
        return ()

    def _speaks_for(self, index: int, token: int) -> bool:
        """Tell a spokesman, or a press secretary, by the noun."""
        sentence = self.reading.sentences[index]
        lemma = sentence[token].lemma.lower()
        if lemma in self.reading.lexicon.spokespersons:
            return True
        return lemma in _OFFICERS and any(
            sentence[child].lemma.lower() in _OF_THE_PRESS
            for child in sentence.children(token, "compound", "amod")
        )

    def _is_described(self, index: int, token: int) -> bool:
        """Tell whether a body is described, not named: "the rebels", "the junta"."""
        word = self.reading.sentences[index][token]
        if word.tag == "NN":
            whose = word.deprel in {"nmod:poss", "nmod", "obl"}
            return whose and word.lemma.lower() in self.reading.lexicon.speakers
        if word.tag != "NNS":
            return False
        reference = self.annotations.reference_by_head.get((index, token))
        return reference is not None and reference.type in {"person", "organization"}

    def _before_title(self, index: int, source: int) -> Voices | None:
        """Resolve "army spokesman Colonel Ruiz": the army, via Ruiz."""
        sentence = self.reading.sentences[index]
        titles = sentence.children(source, "compound", "appos", "nmod")
        # "Fleet spokesman Colonel Ruiz": the rank may stand between them.
        titles.extend(
            below
            for child in titles
            if child < source
            for below in sentence.children(child, "compound")
        )
        for child in titles:
            if not self._speaks_for(index, child) or child == 0:
                continue
            before = self._before_press(index, child)
            if child > source or before < 0:
                continue
            mention = self.annotations.mention_covering(index, before)
            if mention is None and before > 0:
                mention = self.annotations.mention_covering(index, before - 1)
            chain = (
                None if mention is None else self.annotations.chain_by_id[mention.chain]
            )
            kind = sentence[before]
            if chain is not None and chain.schema is Schema.ORGANIZATION:
                body = Party(chain.id, chain.name or kind.text)
            elif kind.lemma.lower() in self.reading.lexicon.speakers:
                body = Party(None, self._kind_named(index, before))
            else:
                continue
            person = tuple(p for p in self.parties(index, source) if p != body)
            return Voices((body,), person)
        return None

    def _whose_organ(self, index: int, source: int) -> Voices | None:
        """Return the Front of "the Front met. Its council gave him a week"."""
        sentence = self.reading.sentences[index]
        if sentence[source].lemma.lower() not in _ORGANS:
            return None
        for owner in sentence.children(source, "nmod:poss"):
            if sentence[owner].text.lower() == "its":
                bodies = self.parties(index, owner)
                if len(bodies) == 1 and bodies[0].entity is not None:
                    return Voices(bodies)
        return None

    def _torn_from_title(self, index: int, source: int) -> Voices | None:
        """Resolve "Harbour Office (HO) spokeswoman Ana Ruiz", read as an apposition."""
        sentence = self.reading.sentences[index]
        for name in sentence.children(source, "appos"):
            voices = self._before_title(index, name)
            if voices is not None and voices.speakers == self.parties(index, source):
                return voices
        return None

    def _before_press(self, index: int, title: int) -> int:
        """Return what stands before "deputy press secretary", those two left out."""
        sentence, before = self.reading.sentences[index], title - 1
        aside = _OF_THE_PRESS | _STANDING
        while before >= 0 and sentence[before].lemma.lower() in aside:
            before -= 1
        if before > 2 and sentence[before].text == ")":
            # "Harbour Office (HO) spokeswoman": the name in full stands before.
            before = next(
                (i - 1 for i in range(before - 1, 0, -1) if sentence[i].text == "("),
                before,
            )
        return before

    def _named_or_kind(self, index: int, token: int) -> tuple[Party, ...]:
        """Return the body of "the embassy spokeswoman", by name or by kind."""
        if self.annotations.mention_headed(index, token) is not None:
            return self.parties(index, token)
        lemma = self.reading.sentences[index][token].lemma.lower()
        if lemma in _OF_THE_PRESS | _STANDING:
            return ()
        if lemma not in self.reading.lexicon.speakers:
            return ()
        return (Party(None, self._kind_named(index, token)),)

    def _kind_named(self, index: int, kind: int) -> str:
        """Return "foreign ministry" of "the foreign ministry spokesman Ana Ruiz"."""
        sentence = self.reading.sentences[index]
        first = kind
        while first > 0 and sentence[first - 1].deprel in {"compound", "amod"}:
            if sentence[first - 1].lemma.lower() in _STANDING:
                break  # "top military spokesman": the military
            first -= 1
        return self.reading.document.text[sentence[first].start : sentence[kind].end]

    def _behind(self, index: int, source: int) -> Voices | None:
        """Resolve "Ana Ruiz, a spokeswoman for the fleet": the fleet, via her."""
        sentence = self.reading.sentences[index]
        for title in sentence.children(source, "appos"):
            if not self._speaks_for(index, title):
                continue
            for child in sentence.children(
                title, "nmod", "obl", "nmod:poss", "compound"
            ):
                if sentence.case_of(child) not in {*_BODY_CASES, ""}:
                    continue
                parties = self.parties(index, child)
                if sentence[child].deprel == "compound":
                    parties = self._named_or_kind(index, child)
                person = tuple(
                    p for p in self.parties(index, source) if p not in parties
                )
                if parties and person:
                    return Voices(parties, person)
        return None


def _holder(sentence: Sentence, title: int) -> int:
    """Return the head of the name that a title stands before or behind."""
    while sentence[title].deprel in {"compound", "flat"} and sentence[title].head >= 0:
        title = sentence[title].head
    beside = sentence[title].deprel == "appos"
    return sentence[title].head if beside and sentence[title].tag != "NNP" else title


def _introduced_spokespersons(reading: Reading) -> dict[str, tuple[int, int]]:
    """Map spokespersons to sentence and token of whose they are: "her secretary"."""
    found: dict[str, tuple[int, int]] = {}
    voices = reading.lexicon.spokespersons | _OFFICERS
    for index, sentence in enumerate(reading.sentences):
        for token in sentence.find_lemmas(voices):
            word = sentence[token]
            if word.deprel != "appos":
                continue
            owner = sentence.child(token, "nmod:poss")
            person = reading.annotations.mention_headed(index, word.head)
            if owner is None or person is None:
                continue
            if word.lemma.lower() in reading.lexicon.spokespersons or any(
                sentence[child].lemma.lower() in _OF_THE_PRESS
                for child in sentence.children(token, "compound", "amod")
            ):
                found[person.chain] = index, owner
    return found


def _bodies_of_spokespersons(reading: Reading) -> dict[str, Party]:
    """Map the chain of a spokesperson to the body spoken for."""
    found: dict[str, Party] = {}
    for office in reading.annotations.offices:
        words = office.title.lower().split()
        if office.organization is None or not words:
            continue
        voice = words[-1] in _OFFICERS and _OF_THE_PRESS & set(words)
        if voice or any(word in reading.lexicon.spokespersons for word in words):
            chain = reading.annotations.chain_by_id.get(office.organization)
            if chain is not None and chain.name is not None:
                found[office.holder] = Party(chain.id, chain.name)
    return found
