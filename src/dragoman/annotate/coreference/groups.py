"""Groups: coordinated names, those who meet, delegations, "the two leaders"."""

from dataclasses import dataclass

from dragoman.annotate.coreference.binding import bound_by, is_free
from dragoman.annotate.coreference.counted import NUMBERS, Counted
from dragoman.annotate.coreference.discourse import Discourse
from dragoman.annotate.coreference.several import Kind, fits, kind_of, latest
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

_MEETING_VERBS = frozenset(
    {"meet", "discuss", "talk", "negotiate", "confer", "converse", "consult",
     "speak", "agree", "review", "exchange"}
)  # fmt: skip
_HOLDING_VERBS = frozenset(
    {"hold", "have", "conduct", "convene", "begin", "open", "conclude", "continue",
     "resume", "join"}
)  # fmt: skip
_MEETING_NOUNS = frozenset(
    {"meeting", "talk", "talks", "session", "discussion", "discussions",
     "consultation", "consultations", "conversation", "negotiation", "negotiations",
     "summit", "round", "call", "dialogue", "encounter", "audience"}
)  # fmt: skip
_HOSTING_VERBS = frozenset(
    {"receive", "welcome", "host", "greet", "invite", "fete", "accommodate"}
)
_TOGETHER = _MEETING_VERBS | _HOLDING_VERBS | _HOSTING_VERBS
_SIDES = frozenset(
    {"side", "party", "delegation", "team", "interlocutor", "counterpart",
     "signatory", "ally", "partner", "rival", "adversary", "camp", "belligerent"}
)  # fmt: skip
# "The pair signed": persons, as "the two" are.
_SETS = {"pair": 2, "duo": 2, "trio": 3}
# Between places, not between sides.
_WAYS = frozenset(
    {"border", "road", "distance", "crossing", "line", "highway", "frontier", "gap"}
    | {"flight", "route", "difference", "stretch", "area", "way", "trip", "train"}
)
_GROUP_REACH, _TOGETHER_REACH = 3, 5
_HOST_AND_GUEST = 2
_ANYBODY = Kind(Schema.PERSON, "person")
_SUBJECT_WEIGHT = 190.0


@dataclass(slots=True)
class Pending:
    """Some who stand together and may be taken up as one.

    Attributes:
        sentence: Index of the sentence.
        members: Chains.
        heads: Head tokens of their mentions.
        weight: How salient the group is.
        meeting: Whether they meet.
    """

    sentence: int
    members: tuple[int, ...]
    heads: tuple[int, ...]
    weight: float
    meeting: bool = False


class Groups:
    """What has stood together so far."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.pending: list[Pending] = []
        self.delegations: list[int] = []
        self.counted = Counted(discourse)
        self.hosted = -1  # the last sentence in which somebody received another
        self.hosts: tuple[int, ...] = ()
        self.guests: tuple[int, ...] = ()

    def recent(self, sentence: int, reach: int = 2) -> list[Pending]:
        """Return the groups of the last sentences, latest first."""
        found = []
        for pending in reversed(self.pending):
            if sentence - pending.sentence > reach:
                break
            found.append(pending)
        return found

    def read_sentence(self, number: int) -> None:
        """Note the groups of a sentence whose mentions are known."""
        sentence = self.discourse.sentences[number]
        self.counted.read_sentence(number)
        parts = sentence.find_relation("conj")
        coordinated = {sentence[one].head for one in parts} - {-1}
        for index in sorted(coordinated.union(sentence.find_lemmas(_TOGETHER))):
            token = sentence[index]
            if token.upos == "VERB" and token.lemma.lower() in _TOGETHER:
                self._meeting(number, sentence, index)
                self._hosting(number, sentence, index)
            elif (
                index in coordinated
                and token.deprel != "conj"
                and token.upos in {"PROPN", "NOUN", "PRON"}
            ):
                self._coordination(number, sentence, index)

    def _singles(self, number: int, heads: list[int]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for head in heads:
            chain = self.discourse.headed.get((number, head))
            if chain is None:
                continue
            for single in self.discourse.chains[chain].members or (chain,):
                if all(single != one for one, _ in found):
                    found.append((single, head))
        return found

    def _coordination(self, number: int, sentence: Sentence, index: int) -> None:
        heads = sentence.conjuncts(index)
        if len(heads) < 2:
            return
        singles = self._singles(number, heads)
        between = _is_between(sentence, index)
        if len(singles) < 2:
            if between:  # "the war between Chad and rebels": sides, but who?
                self.pending.append(Pending(number, (), (), 0.0, meeting=True))
            return
        schemas = {self.discourse.chains[chain].schema for chain, _ in singles}
        if Schema.PERSON in schemas and len(schemas) > 1:
            return
        role = sentence[index].deprel
        weight = _SUBJECT_WEIGHT if role.startswith("nsubj") else 130.0
        if schemas == {Schema.PLACE} and not role.startswith("nsubj"):
            weight = 60.0
        self.pending.append(
            Pending(
                number,
                tuple(chain for chain, _ in singles),
                tuple(head for _, head in singles),
                240.0 if between else weight,
                meeting=between,
            )
        )

    def _meeting(self, number: int, sentence: Sentence, verb: int) -> None:
        lemma = sentence[verb].lemma.lower()
        held = lemma in _HOLDING_VERBS and any(
            sentence[child].lemma.lower() in _MEETING_NOUNS
            for child in sentence.children(verb, "obj")
        )
        hosting = lemma in _HOSTING_VERBS
        if not (held or hosting or lemma in _MEETING_VERBS):
            return
        heads: list[int] = []
        subject = sentence.subject(verb)
        if subject is not None:
            heads.extend(sentence.conjuncts(subject))
        for child in sentence.children(verb, "obj", "obl"):
            case = sentence.case_of(child)
            if (sentence[child].deprel == "obj" and not held) or case in {
                "with",
                "between",
                "by",
            }:
                heads.extend(sentence.conjuncts(child))
            if held and sentence[child].lemma.lower() in _MEETING_NOUNS:
                for inner in sentence.children(child, "nmod"):
                    if sentence.case_of(inner) in {"with", "between"}:
                        heads.extend(sentence.conjuncts(inner))
        singles = [
            (chain, head)
            for chain, head in self._singles(number, heads)
            if self.discourse.chains[chain].schema is not Schema.PLACE
        ]
        if len(singles) < 2:
            return
        self.pending.append(
            Pending(
                number,
                tuple(chain for chain, _ in singles),
                tuple(head for _, head in singles),
                240.0,
                meeting=True,
            )
        )

    def _hosting(self, number: int, sentence: Sentence, verb: int) -> None:
        if sentence[verb].lemma.lower() not in _HOSTING_VERBS:
            return
        subject = sentence.subject(verb)
        objects = sentence.children(verb, "obj")
        agents = sentence.children(verb, "obl:agent")
        if subject is None:
            return
        if sentence.is_passive(verb):
            hosts, guests = agents, [subject]
        else:
            hosts, guests = [subject], objects
        host_chains = tuple(
            self.discourse.headed[number, h]
            for one in hosts
            for h in sentence.conjuncts(one)
            if (number, h) in self.discourse.headed
        )
        guest_chains = tuple(
            self.discourse.headed[number, h]
            for one in guests
            for h in sentence.conjuncts(one)
            if (number, h) in self.discourse.headed
        )
        if host_chains and guest_chains:
            self.hosts, self.guests = host_chains, guest_chains
            self.hosted = number

    # ------------------------------------------------------------ expressions

    def numbered(self, number: int, token: int) -> int | None:
        """Return the group behind "the two leaders", "both sides"."""
        sentence = self.discourse.sentences[number]
        own = sentence[token].text.lower()
        count = NUMBERS.get(own) or next(
            (
                NUMBERS[sentence[child].text.lower()]
                for child in sentence.children(token, "nummod", "det", "det:predet")
                if sentence[child].text.lower() in NUMBERS
            ),
            None,
        )
        if own in _SETS:
            if not self._definite(sentence, token) or sentence.children(token, "nmod"):
                return None  # "a pair of jets"
            count = _SETS[own]
        alone = own in NUMBERS or own in _SETS
        lemma = "person" if alone else sentence[token].lemma.lower()
        if own == "both" and sentence.children(token, "nmod"):
            return None
        if count is not None and own != "both" and not self._counted(sentence, token):
            return None
        if count is None:
            if lemma not in {"side", "party"} or not self._definite(sentence, token):
                return None
            count = 2
        members = self._members(number, token, count, lemma)
        if members is None or (own == "parties" and not self._are_bodies(members)):
            return None
        return self.discourse.group(list(members), sentence[token].start)

    @staticmethod
    def _counted(sentence: Sentence, token: int) -> bool:
        """Tell whether a numbered group is one already spoken of."""
        return any(
            sentence[child].text.lower() in {"the", "both", "these", "those", "all"}
            or sentence[child].deprel == "nmod:poss"
            for child in sentence.children(token, "det", "det:predet", "nmod:poss")
        ) or any(
            sentence[child].text.lower() == "both" for child in sentence.children(token)
        )

    @staticmethod
    def _definite(sentence: Sentence, token: int) -> bool:
        return any(
            sentence[child].text.lower() == "the"
            for child in sentence.children(token, "det")
        )

    def _are_bodies(self, members: tuple[int, ...]) -> bool:
        """Tell whether no side is a person: "the parties" are none who just met."""
        return all(
            self.discourse.chains[member].schema is not Schema.PERSON
            for member in members
        )

    def _members(
        self, number: int, token: int, count: int, lemma: str
    ) -> tuple[int, ...] | None:
        if lemma in _SIDES:
            return self._sides(number, count)
        kind = kind_of(self.discourse, lemma)
        if kind is None:
            return None
        found = self._paired(number, count, kind)
        if found is None or self._is_bound(number, token, found):
            # Who acts is none of them: "Chad urged both countries".
            pairs = self.recent(number, _GROUP_REACH)
            found = next(
                (
                    one.members
                    for one in pairs
                    if len(one.members) == count
                    and self._fit(one, kind) >= 1
                    and not self._is_bound(number, token, one.members)
                ),
                None,
            )
        return found

    def _is_bound(self, number: int, token: int, members: tuple[int, ...]) -> bool:
        bound = bound_by(self.discourse.sentences[number], token)
        referents = self.discourse.referents
        return not all(is_free(referents[one], number, bound) for one in members)

    def _paired(self, number: int, count: int, kind: Kind) -> tuple[int, ...] | None:
        """Return those who just stood together, or so many told of last."""
        near = self._just_told(number, count)
        alike = all(fits(self.discourse, one, kind) for one in near)
        if near and alike and self.hosted < number - 1:
            return near  # "Lee arrived, accompanied by Kim. There the two met Roe"
        if count == _HOST_AND_GUEST and number - self.hosted <= _TOGETHER_REACH:
            # Whoever else came along: "Lee received Kim, who came with two ministers".
            chief = (*self.hosts[:1], *self.guests[:1])
            if len(chief) == count and all(
                fits(self.discourse, one, kind) >= 1 for one in chief
            ):
                return chief
        perhaps: tuple[int, ...] | None = None
        for pending in self.recent(number, _TOGETHER_REACH):
            fresh = pending.meeting or pending.sentence == number - 1
            told = self._fit(pending, kind) if fresh else 0.0
            if told and len(pending.members) == count:
                if told >= 1:
                    return pending.members
                perhaps = perhaps or pending.members
        return latest(self.discourse, number, kind, count) or perhaps

    def _just_told(self, number: int, count: int) -> tuple[int, ...]:
        """Return the only persons of the sentence before, if they are so many."""
        found = {
            referent.chain
            for referent in self.discourse.candidates(number - 1, 0)
            if referent.schema is Schema.PERSON and referent.sentence == number - 1
        }
        told = {one for one in found if self.discourse.chains[one].names}
        return tuple(sorted(told)) if len(told) == len(found) == count else ()

    def _fit(self, pending: Pending, kind: Kind) -> float:
        """Tell how well what they are called fits the one whom it fits least."""
        told = [fits(self.discourse, one, kind) for one in pending.members]
        return min(told, default=0.0)

    def _sides(self, number: int, count: int) -> tuple[int, ...] | None:
        """Return who face each other: those who met, host and guest, a pair."""
        told = self.recent(number, 4)
        recent = [pending for pending in told if len(pending.members) == count]
        for pending in told:
            if pending.meeting and not pending.members:
                return None
            if pending.meeting and len(pending.members) == count:
                return pending.members
        if count == 2 and self.hosts and self.guests:
            return self.hosts[0], self.guests[0]
        for pending in recent:
            if pending.weight >= _SUBJECT_WEIGHT:
                return pending.members
        members = latest(self.discourse, number, _ANYBODY, count)
        if members and len({self.discourse.referents[m].sentence for m in members}) > 1:
            # Two who never stood in one sentence are no sides of anything.
            return None
        return members

    def met(self, number: int, lemma: str, since: int = 0) -> tuple[int, ...]:
        """Return those who have just met if all are called so: "the ministers".

        Args:
            number: Index of the sentence that calls them so.
            lemma: What they are called.
            since: Index of the first sentence where they may have met.
        """
        kind = kind_of(self.discourse, lemma)
        for pending in self.recent(number, _GROUP_REACH):
            if pending.sentence < since:
                break
            if pending.meeting:
                told = all(self.discourse.referents[m].facts for m in pending.members)
                fitting = kind is not None and self._fit(pending, kind) > 0
                return pending.members if told and fitting else ()
        return ()

    def delegation(self, number: int, token: int) -> int | None:
        """Return the chain of a delegation: its leader, or who sent it."""
        discourse = self.discourse
        sentence = discourse.sentences[number]
        members = self._leaders(number, token) or self._senders(number, token)
        if members:
            chain = discourse.new_chain(
                Schema.ORGANIZATION, sentence[token].start, members=tuple(members)
            )
            self.delegations.append(chain)
            return chain
        if self._definite(sentence, token) and self.delegations:
            return self.delegations[-1]
        return None

    def _leaders(self, number: int, token: int) -> list[int]:
        sentence = self.discourse.sentences[number]
        found = []
        clauses = sentence.children(token, "acl", "advcl")
        for child in sentence.children(token, "nmod"):
            # "a delegation of the bank headed by X": the bank is not headed.
            clauses.extend(sentence.children(child, "acl"))
        for verb in clauses:
            if sentence[verb].lemma.lower() in {"head", "lead", "chair", "command"}:
                for agent in sentence.children(verb, "obl"):
                    if sentence.case_of(agent) in {"by", "under"}:
                        chain = self.discourse.named_near(number, agent)
                        if chain is not None:
                            found.append(chain)
        return found

    def _senders(self, number: int, token: int) -> list[int]:
        sentence = self.discourse.sentences[number]
        found = []
        for child in sentence.children(token, "nmod", "compound", "amod", "nmod:poss"):
            if sentence[child].deprel == "nmod" and sentence.case_of(child) not in {
                "of",
                "from",
            }:
                continue
            for head in sentence.conjuncts(child):
                chain = self.discourse.named_near(number, head)
                if chain is not None and chain not in found:
                    found.append(chain)
        return found

    def _partner(self, number: int, owners: set[int | None]) -> int | None:
        """Return whom one met last: "her guest", "his interlocutor"."""
        for pending in self.recent(number, 5):
            if not pending.meeting or not owners & set(pending.members):
                continue
            others = [
                member
                for member in pending.members
                if member not in owners
                and self.discourse.chains[member].schema is Schema.PERSON
            ]
            if others:
                return others[0]
        return None

    def visitors(self, number: int, token: int) -> int | None:
        """Return who is meant by "the guests", "her guest", "the host"."""
        sentence = self.discourse.sentences[number]
        lemma = sentence[token].lemma.lower()
        owned = bool(sentence.children(token, "nmod:poss"))
        if not owned and not self._definite(sentence, token):
            return None
        plural = sentence[token].tag == "NNS"
        side = self.hosts if lemma == "host" else self.guests
        if not plural:
            owners = {
                self.discourse.headed.get((number, child))
                for child in sentence.children(token, "nmod:poss")
            }
            if owned:
                return self._partner(number, owners)
            return side[0] if side else None
        if lemma != "host" and self.delegations:
            return self.delegations[-1]
        if not side:
            return None
        return self.discourse.group(list(side), sentence[token].start)


def _is_between(sentence: Sentence, index: int) -> bool:
    """Tell the two of "talks between A and B"; a road between them makes no sides."""
    above = sentence[index].head
    return (
        sentence.case_of(index) == "between"
        and above >= 0
        and sentence[above].upos in {"NOUN", "VERB"}
        and sentence[above].lemma.lower() not in _WAYS
    )
