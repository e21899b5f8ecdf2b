"""Titles in the text: those of a name give an office, those alone a person."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.coreference.choice import choose, generic_chain
from dragoman.annotate.coreference.counted import NUMBERS
from dragoman.annotate.coreference.descriptions import Describer
from dragoman.annotate.coreference.discourse import Discourse
from dragoman.annotate.coreference.groups import Groups
from dragoman.annotate.coreference.several import called_together
from dragoman.annotate.names.reading import Reading, Spot
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.units import head_token
from dragoman.annotate.offices.alone import Fact, fit, is_government_post
from dragoman.annotate.offices.held import Held
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import DEFINITE, Sentence
from dragoman.text.respect import BY_RESPECT

# What only adds to a description.
_ADDED = frozenset({"acl", "appos", "conj", "cc", "parataxis", "punct"})
LEFT_RELATIONS = frozenset(
    {"det", "amod", "compound", "nmod:poss", "nummod", "det:predet", "flat"}
)
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "two", "three", "many"}
)
_NO_REFERENCE = frozenset({"any", "no", "every", "each", "which", "what", "whichever"})
_ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss",
     "conj", "root"}
)  # fmt: skip
# How many sentences back several without a name are spoken of again.
_SPOKEN = 5
# Whose office is told by another's: "his counterpart", "her successor".
_ABROAD = frozenset({"counterpart", "colleague"})
_IN_TURN = {"predecessor": "former", "successor": "current"}
_CHOSEN = frozenset(
    {"anointed", "apparent", "appointed", "chosen", "designated", "elected", "eventual"}
    | {"expected", "future", "handpicked", "hand-picked", "intended", "likely"}
    | {"named", "nominated", "picked", "possible", "potential", "preferred", "presumed"}
    | {"would-be", "introduced", "announced", "announce", "present", "name"}
)
_AHEAD = frozenset({"will", "would", "shall", "may", "might", "is", "takes", "elect"})
VISITORS = frozenset({"guest", "visitor", "host", "interlocutor"})


class OfficeReader:
    """Reads the title phrases of a document one after the other."""

    def __init__(
        self,
        discourse: Discourse,
        describer: Describer,
        groups: Groups,
        reading: Reading,
        text: str,
        quoted: set[tuple[int, int]],
        spots: dict[int, list[Spot]],
    ) -> None:
        self.discourse = discourse
        self.describer = describer
        self.groups = groups
        self.reading = reading
        self.sentences = discourse.sentences
        self.words = discourse.words
        self.text = text
        self.quoted = quoted
        self.spots = spots
        self.facts: dict[int, Fact] = {}
        self.open_by_sequence = {id(s): (s, chains) for s, chains in reading.open}
        self.generic_by_id = {id(s): s for s in reading.generic}

    def undecided(self, held: Held) -> Iterator[int]:
        """Yield where holders stand whom only their office can tell from a namesake."""
        for sequence in held.holders:
            choices = self.open_by_sequence.get(id(sequence))
            if choices is not None and len(sequence.keys) > 1:
                yield sequence.start

    def read(self, held: Held) -> None:
        """Give a title its holder, or the person that it means."""
        phrase = held.phrase
        number = phrase.sentence
        named = held.body.sequence if held.body is not None else None
        if named is not None and id(named) in self.generic_by_id:
            generic_chain(self.discourse, named)
        fact = self.discourse.fact(held, number)
        if (
            held.body is not None
            and held.body.pronoun is not None
            and not is_government_post(fact)
        ):
            owner = self.discourse.pronouns.get((number, held.body.pronoun))
            if (
                owner is not None
                and self.discourse.chains[owner].schema is Schema.PERSON
                and not self.discourse.referents[owner].plural  # "their leader"
            ):
                # "her spokesman" serves her, not the state.
                fact.country, fact.body = None, None
        self.facts[id(held)] = fact
        head = head_token(
            self.sentences[number], self.reading.units[number][phrase.head]
        )
        if held.holders:
            self._held_by_name(held, fact, head)
            if held.how != "among":
                return
        if held.subject is not None:
            self._held_by_subject(held, held.subject, fact, head)
            return
        chain = self._alone(held, fact, number, head)
        if chain is None:
            return
        if held.how != "among":  # "three commanders, among them X": he and others
            held.chain = chain
        self.discourse.mention(
            self._extent(number, head, held), MentionKind.NOMINAL, number, head, chain
        )

    def _held_by_subject(self, held: Held, subject: int, fact: Fact, head: int) -> None:
        """Read "he was elected leader": the title is a mention of him."""
        number = held.phrase.sentence
        chain = self.discourse.headed.get((number, subject))
        if chain is None or self.discourse.chains[chain].members:
            return
        referent = self.discourse.referents[chain]
        if referent.schema is Schema.PERSON and not referent.plural:
            held.chain = chain
            self._learn(chain, fact, held)
            self.discourse.mention(
                self._extent(number, head, held),
                MentionKind.NOMINAL,
                number,
                head,
                chain,
            )

    def _held_by_name(self, held: Held, fact: Fact, head: int) -> None:
        chains: list[int] = []
        for sequence in held.holders:
            chain = self.discourse.chain_of.get(id(sequence))
            if chain is None:
                choices = self.open_by_sequence.get(id(sequence))
                if choices is None:
                    continue
                chain = choose(self.discourse, *choices, fact)
            if chain is not None:
                chains.append(chain)
                self._own_body(held, fact, sequence, chain)
        if not chains:
            return
        held.chain = chains[0]
        for chain in chains:
            own = held.own_bodies.get(chain)
            for single in self.discourse.chains[chain].members or (chain,):
                self._learn(single, own or fact, held)
        if held.how != "among":
            self._mention_holders(held, chains, head)

    def _mention_holders(self, held: Held, chains: list[int], head: int) -> None:
        """Take a title that is a noun phrase of its own for a mention too."""
        number = held.phrase.sentence
        sentence = self.sentences[number]
        names = {
            token
            for sequence in held.holders
            for unit in sequence.units
            for token in range(unit.first, unit.last + 1)
        }
        above = sentence[head].head
        if not (
            sentence[head].deprel in {"compound", "amod", "flat"} and above in names
        ):
            whole = self.discourse.group(chains, held.phrase.start)
            if whole is not None and (len(chains) == 1 or held.phrase.plural):
                self.discourse.mention(
                    self._extent(number, head, held),
                    MentionKind.NOMINAL,
                    number,
                    head,
                    whole,
                )

    def _own_body(self, held: Held, fact: Fact, sequence: Sequence, chain: int) -> None:
        """Read "counterparts A of X and B of Y", "senator A, of the Front"."""
        shared = held.body is not None and not held.bodies_told
        if shared and fact.word != "counterpart":
            return
        body = held.bodies_behind.get(id(sequence))
        if body is None:
            return
        country, number = self.discourse.body_of(body, sequence.sentence)
        if country is None and number is None:
            return
        if len(held.holders) == 1 and fact.word != "counterpart":
            fact.country, fact.body = country, number
        else:
            held.own_bodies[chain] = replace(fact, country=country, body=number)

    def _learn(self, chain: int, fact: Fact, held: Held) -> None:
        referent = self.discourse.referents[chain]
        if referent.schema is not Schema.PERSON:
            return
        if fact.word in _ABROAD:
            self._as_counterpart(fact, held, own=fact.country is not None)
        elif fact.word in _IN_TURN:
            self._in_turn(chain, fact, held)
        elif fact.key == "deputy":
            self._as_deputy(fact, held)
        if referent.gender is None and held.phrase.gender is not None:
            referent.gender = held.phrase.gender
        for known in referent.facts:
            if known.office == fact.office and known.status == fact.status:
                known.country = known.country or fact.country
                known.body = known.body if known.body is not None else fact.body
                return
        referent.facts.append(fact)

    def _as_counterpart(self, fact: Fact, held: Held, *, own: bool) -> None:
        """Read "his counterpart, X": X holds the same office elsewhere."""
        body = held.body
        same = self._office_of_owner(held)
        if same is None or (fact.word == "colleague" and not own):
            if not own or (body is not None and body.pronoun is not None):
                fact.country, fact.body = None, None
            return
        fact.word, fact.key, fact.office = same.word, same.key, same.office
        fact.title, fact.loose = same.title, True
        if fact.country == same.country and fact.body == same.body:
            fact.country, fact.body = None, None

    def _in_turn(self, chain: int, fact: Fact, held: Held) -> None:
        """Read "her successor, X": X holds what she held, "his predecessor" held it."""
        same = self._office_of_owner(held)
        if same is None or same in self.discourse.referents[chain].facts:
            return  # "to his successor, X leaves": X is "he"
        status = _IN_TURN[fact.word]
        if status == "current" and same.status == "current":
            if self._is_to_come(held):
                status = "designate"
            elif held.how in {"before", "apposition"}:
                same.status = "former"  # "Governor X's successor, Y, imposed"
        fact.word, fact.key, fact.office = same.word, same.key, same.office
        fact.title, fact.status = same.title, status
        fact.country, fact.body = same.country, same.body

    def _is_to_come(self, held: Held) -> bool:
        """Tell "her chosen successor, X", "his successor, X, will"."""
        units = self.reading.units[held.phrase.sentence]
        before = {unit.key for unit in units[: held.phrase.first]}
        behind = {unit.key for unit in units[held.phrase.last :]}
        return not (before.isdisjoint(_CHOSEN) and behind.isdisjoint(_AHEAD))

    def _as_deputy(self, fact: Fact, held: Held) -> None:
        """Read "the army chief and his deputy, X": X is deputy army chief."""
        same = self._office_of_owner(held)
        if same is not None and not same.key.startswith(("deputy", "vice")):
            fact.key, fact.title = f"deputy {same.key}", f"deputy {same.title}"
            fact.office = f"deputy {same.office}"
            fact.country, fact.body = same.country, same.body

    def _office_of_owner(self, held: Held) -> Fact | None:
        """Return the first office of him whose counterpart or successor is meant."""
        body, number = held.body, held.phrase.sentence
        owner: int | None = None
        if body is not None and body.pronoun is not None:
            owner = self.discourse.pronouns.get((number, body.pronoun))
        elif body is not None and body.sequence is not None:
            owner = self.discourse.chain_of.get(id(body.sequence))
        else:
            units = self.reading.units[number]
            for index in range(
                held.phrase.first - 1, max(-1, held.phrase.first - 4), -1
            ):
                owner = self.discourse.pronouns.get((number, units[index].first))
                if owner is not None:
                    break
        if owner is None:
            return None
        facts = self.discourse.referents[owner].facts
        # "Captain X and her predecessor": a rank is no office that passes on.
        return next((one for one in facts if not self.words.is_rank(one.key)), None)

    def _alone(self, held: Held, fact: Fact, number: int, head: int) -> int | None:
        """Return who is meant by a title without a name."""
        phrase = held.phrase
        marks = self._determiners(number, head, held)
        if not self._refers(held, number, head, marks):
            return None
        if phrase.word in VISITORS:
            found = self.groups.visitors(number, head)
            if found is not None:
                return found
        if phrase.plural:
            return self._plural_title(held, fact, number, head, marks)
        if _is_predicate(self.sentences[number], head):
            return None
        if not marks & _INDEFINITE:
            if not self._definite(held, number, marks):
                return None
            found, several = self._holder(phrase, fact, head)
            if found is not None:
                self._confirm(found, fact)
            if found is not None or several:
                return found
        argument = self.sentences[number][head].deprel in _ARGUMENTS
        return self._describe(held, fact) if argument else None

    def _holder(
        self, phrase: TitlePhrase, fact: Fact, head: int
    ) -> tuple[int | None, bool]:
        number, gender = phrase.sentence, phrase.gender
        if phrase.word in BY_RESPECT:
            return self.discourse.honoured(number, gender), False
        return self.describer.person(number, head, fact, gender)

    def _refers(self, held: Held, number: int, head: int, marks: set[str]) -> bool:
        """Tell whether a title stands for a person at all."""
        token = self.sentences[number][head]
        if token.deprel in {"compound", "amod", "flat"} and token.head > head:
            return False
        if marks & _NO_REFERENCE or (number, head) in self.quoted:
            return False
        return not (held.phrase.word in BY_RESPECT and self._title_behind(held))

    def _definite(self, held: Held, number: int, marks: set[str]) -> bool:
        return (
            bool(marks & DEFINITE)
            or held.body is not None
            or held.phrase.word in BY_RESPECT
            or self.reading.units[number][held.phrase.head].capital
        )

    def _title_behind(self, held: Held) -> bool:
        """Read "His Highness the Crown Prince": the office says who."""
        units = self.reading.units[held.phrase.sentence]
        at = held.phrase.last + 1
        return at + 1 < len(units) and units[at].key == "the" and units[at + 1].taken

    def _confirm(self, chain: int, fact: Fact) -> None:
        """Take over the country that a later title shows."""
        for known in self.discourse.referents[chain].facts:
            same = fact.word == known.word or not self.words.is_rank(known.key)
            if not (same and fit(fact, known)):
                continue
            if known.country is None and known.body is None:
                known.country, known.body = fact.country, fact.body
                return

    def _describe(self, held: Held, fact: Fact) -> int:
        phrase = held.phrase
        chain = self.discourse.new_chain(
            Schema.PERSON, phrase.start, gender=phrase.gender, country=fact.country
        )
        referent = self.discourse.referents[chain]
        referent.plural = phrase.plural
        referent.facts.append(fact)
        return chain

    def _spoken_of(self, number: int, word: str) -> int | None:
        """Return the unnamed several who were last called so: "two diplomats"."""
        for chain in reversed(self.discourse.recent):
            referent = self.discourse.referents[chain]
            if number - referent.sentence > _SPOKEN:
                break
            if referent.plural and any(fact.word == word for fact in referent.facts):
                return chain
        return None

    def _plural_title(
        self, held: Held, fact: Fact, number: int, head: int, marks: set[str]
    ) -> int | None:
        numbered = self.groups.numbered(number, head)
        if numbered is not None:
            return numbered
        bodies = self._bodies(held, number)
        if len(bodies) > 1:
            return self.discourse.group(bodies, held.phrase.start)
        if "the" in marks and held.body is None:
            spoken = self._spoken_of(number, fact.word)
            since = 0 if spoken is None else self.discourse.referents[spoken].sentence
            met = self.groups.met(number, fact.word, since)
            if not met and marks.isdisjoint(NUMBERS):
                met = called_together(self.discourse, number, fact.word, since)
            met = met if self._are(met, fact) else ()
            if met:
                return self.discourse.group(list(met), held.phrase.start)
            if spoken is not None:
                return spoken
        if self.sentences[number].children(head, "cop"):
            return None
        return self._describe(held, fact)

    def _are(self, several: tuple[int, ...], fact: Fact) -> bool:
        """Tell whether all hold such an office: "the chiefs of staff" lead no state."""
        return fact.key == fact.word or all(
            any(
                known.word == fact.word for known in self.discourse.referents[one].facts
            )
            for one in several
        )

    def _bodies(self, held: Held, number: int) -> list[int]:
        """Return the bodies of "Hamas and PIJ leaders", "leaders of A and B"."""
        body = held.body
        if body is None or body.sequence is None:
            return []
        units = self.reading.units[number]
        by_end: dict[int, int] = {}
        by_start: dict[int, int] = {}
        for spot in self.spots.get(number, ()):
            by_end[spot.sequence.last] = spot.chain
            by_start[spot.sequence.first] = spot.chain
        sequence = body.sequence
        chain = self.discourse.chain_of.get(id(sequence))
        if chain is None:
            return []
        found = [chain]
        if sequence.start < held.phrase.start:
            index = sequence.first - 1
            while index > 0 and units[index].key in {"the", "and", ","}:
                other = by_end.get(index - 1)
                if units[index].key in {"and", ","} and other is not None:
                    found.insert(0, other)
                    index = next(
                        s.sequence.first
                        for s in self.spots[number]
                        if s.sequence.last == index - 1
                    )
                index -= 1
        else:
            index = sequence.last + 1
            while index + 1 < len(units) and units[index].key in {"the", "and", ","}:
                other = by_start.get(index + 1)
                if other is not None:
                    found.append(other)
                    index = next(
                        s.sequence.last
                        for s in self.spots[number]
                        if s.sequence.first == index + 1
                    )
                index += 1
        return found

    def _determiners(self, number: int, head: int, held: Held) -> set[str]:
        sentence = self.sentences[number]
        found = {
            sentence[child].text.lower()
            for child in sentence.children(head, "det", "nummod", "det:predet")
        }
        units = self.reading.units[number]
        index = held.phrase.first - 1
        while index >= 0 and index >= held.phrase.first - 6:
            unit = units[index]
            if not unit.word and not unit.possessive:
                break
            if unit.upos in {"DET", "NUM"}:
                found.add(unit.key)
                break
            if unit.upos in {"VERB", "ADP", "AUX", "SCONJ", "CCONJ"}:
                break
            index -= 1
        return found

    def _extent(self, number: int, head: int, held: Held) -> tuple[int, int]:
        sentence = self.sentences[number]
        start, end = held.phrase.start, held.phrase.end
        for child in sentence.children(head):
            relation = sentence[child].deprel
            if child < head and relation in LEFT_RELATIONS:
                start = min(start, sentence.extent(child)[0])
        body = held.body
        if body is not None:
            if body.start < start and not self.text[body.end : start].strip(" '’s"):
                start = body.start
            if body.start >= end:
                end = body.end
        for child in sentence.children(head, "nmod"):
            if child > head and sentence.case_of(child) == "of":
                # "two members of the Lusaran delegation"
                whole = sentence.extent(child, without=_ADDED)[1]
                end = max(end, min(whole, sentence.seat_inside(child)))
        return start, end


def _is_predicate(sentence: Sentence, head: int) -> bool:
    """Tell what somebody is, and what is said beside him: no one by itself."""
    token = sentence[head]
    if token.deprel == "appos" and sentence[token.head].lemma.lower() in BY_RESPECT:
        return False  # "His Highness the Emir": it is he who is told of
    if sentence.children(head, "cop") or token.deprel in {"xcomp", "appos"}:
        return True
    return sentence.case_of(head) == "as"
