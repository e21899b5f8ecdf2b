"""What refers back: titles that stand alone, descriptions, pronouns, groups.

One pass over the text in order. Everything mentioned has a salience that grows
with each mention, more for subjects, and halves from sentence to sentence; an
expression takes the most salient antecedent that it agrees with. Where none
agrees, or two do equally, it is left alone.
"""

from dataclasses import dataclass, field

from dragoman.annotate.names.drafts import ChainDraft, name_of_body
from dragoman.annotate.names.reading import Reading
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import singular
from dragoman.annotate.offices.alone import Fact, office_of
from dragoman.annotate.offices.held import Held
from dragoman.annotate.offices.rows import Body
from dragoman.data.tables import NameWords
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import Sentence

_ROLE_WEIGHT = {
    "nsubj": 80.0,
    "nsubj:pass": 75.0,
    "obj": 50.0,
    "iobj": 50.0,
    "obl": 40.0,
    "obl:agent": 60.0,
    "nmod:poss": 35.0,
    "nmod": 25.0,
    "compound": 10.0,
    "root": 60.0,
}
REACH = 4


@dataclass(slots=True)
class Draft:
    """A mention with its chain by number."""

    start: int
    end: int
    kind: MentionKind
    sentence: int
    head: int
    chain: int


# Sentences back to whom "His Excellency" may mean.
_HONOURED = 3


@dataclass(slots=True)
class Referent:
    """What coreference remembers of a chain."""

    chain: int
    schema: Schema
    gender: str | None = None
    facts: list[Fact] = field(default_factory=list)
    salience: float = 0.0
    seen: int = -1
    sentence: int = -1
    heads: list[int] = field(default_factory=list)
    # Common nouns that the text has called it by.
    called: set[str] = field(default_factory=set)
    described: bool = False
    plural: bool = False
    role: str = ""
    count: int = 0
    # How often a pronoun told the gender, where nothing else does.
    shown: int = 0

    def show(self, gender: str) -> None:
        """Take the gender of a pronoun that means this one."""
        if self.gender is None or self.shown:
            self.gender = gender
            self.shown += 1

    def is_at(self, sentence: int, heads: set[int]) -> bool:
        """Tell whether this one was told of last at one of some words of a sentence."""
        return self.sentence == sentence and not heads.isdisjoint(self.heads)

    @property
    def sure_gender(self) -> str | None:
        """The gender, unless one pronoun alone tells it: that may mean another."""
        return self.gender if self.shown != 1 else None


_BESIDE = 4  # words
_BODY = Schema.ORGANIZATION


class Discourse:
    """The referents of a document while it is read."""

    def __init__(
        self, reading: Reading, sentences: tuple[Sentence, ...], words: NameWords
    ) -> None:
        self.reading = reading
        self.sentences = sentences
        self.words = words
        self.chains: list[ChainDraft] = reading.chains
        self.referents: dict[int, Referent] = {
            number: Referent(number, chain.schema, chain.gender)
            for number, chain in enumerate(self.chains)
        }
        self.by_country = {
            chain.country: number
            for number, chain in reversed(list(enumerate(self.chains)))
            if chain.schema is Schema.PLACE and chain.types == ("state",)
        }
        self.recent: dict[int, None] = {}
        self.drafts: list[Draft] = []
        # Chain of each sequence by its ``id``; of each resolved pronoun and of
        # each mention by sentence and head token.
        self.chain_of: dict[int, int] = {}
        self.pronouns: dict[tuple[int, int], int] = {}
        self.headed: dict[tuple[int, int], int] = {}
        # Whose somebody is: "his attacker" is not he, nor is "the attacker".
        self.owners_of: dict[str, set[int]] = {}
        # "the HLA's information bureau": the owner of what is described next.
        self.owned: dict[str, int] = {}
        # "the paramilitary band Los Cóndores": what "the band" means next.
        self.introduced: dict[str, int] = {}
        # The organisation that the heading of a section names, by block.
        self.topics: dict[int, int] = {}
        # Named mentions of the whole document by each of their tokens.
        self.named: dict[tuple[int, int], int] = {}
        self.named_heads: dict[tuple[int, int], int] = {}
        for spot in reading.spots:
            self.chain_of[id(spot.sequence)] = spot.chain
            self.named_heads[spot.sentence, spot.head] = spot.chain
            kind = sentences[spot.sentence].kind_behind(spot.head)
            if kind is not None and self.chains[spot.chain].schema is _BODY:
                self.headed[spot.sentence, kind] = spot.chain
            for unit in spot.sequence.units:
                for token in range(unit.first, unit.last + 1):
                    self.named[spot.sentence, token] = spot.chain
        for demonym in reading.demonyms:
            home = self.by_country.get(demonym.code)
            if home is not None:
                unit = reading.units[demonym.sentence][demonym.unit]
                self.named.setdefault((demonym.sentence, unit.last), home)

    def named_near(self, sentence: int, token: int) -> int | None:
        """Return the chain that a token names, by itself or inside a name."""
        chain = self.headed.get((sentence, token))
        return self.named.get((sentence, token)) if chain is None else chain

    # ------------------------------------------------------------ memory

    def mention(
        self,
        span: tuple[int, int],
        kind: MentionKind,
        sentence: int,
        head: int,
        chain: int,
    ) -> None:
        """Note a mention and raise the salience of what it refers to."""
        self.drafts.append(Draft(span[0], span[1], kind, sentence, head, chain))
        self.headed.setdefault((sentence, head), chain)
        if kind is not MentionKind.PRONOUN:
            self._learn_words(sentence, head, chain, span[0])
        owner = self.sentences[sentence][head]
        if owner.deprel == "nmod:poss":
            owned = self.sentences[sentence].bases[owner.head]
            self.owners_of.setdefault(owned, set()).add(chain)
        if kind is MentionKind.NOMINAL and self._is_beside_name(sentence, head, chain):
            return  # "Lee, the chief of the bureau": named once, however long
        for single in self.chains[chain].members or (chain,):
            self._raise(single, sentence, head)
        if self.chains[chain].members:
            self._raise(chain, sentence, head)

    def _learn_words(self, number: int, head: int, chain: int, start: int) -> None:
        """Note what a mention calls somebody: "the singer Ruiz", "Ruiz is a singer"."""
        sentence, called = self.sentences[number], self.referents[chain].called
        token = sentence[head]
        words = [head, *sentence.children(head, "appos", "flat")]
        beside = token.deprel in {"compound", "appos", "flat"}
        if beside or (token.deprel == "nsubj" and sentence.children(token.head, "cop")):
            words.append(token.head)
        called.update(sentence.bases[one] for one in words if sentence[one].tag == "NN")
        before = [
            one
            for one in sentence.children(head, "compound")
            if sentence[one].end <= start
        ]
        called.update(sentence.bases[one].lower() for one in before[-1:])

    def _is_beside_name(self, sentence: int, head: int, chain: int) -> bool:
        """Tell whether an apposition to its own name says who is meant again."""
        token = self.sentences[sentence][head]
        return (
            token.deprel == "appos"
            and self.named.get((sentence, token.head)) == chain
            and head - token.head < _BESIDE
        )

    def recall(self, chain: int, sentence: int, head: int) -> None:
        """Note that somebody is likely spoken of, though not for sure."""
        self._raise(chain, sentence, head)

    def _raise(self, chain: int, sentence: int, head: int) -> None:
        referent = self.referents[chain]
        referent.salience = self.salience(referent, sentence) + 100.0
        role = role_of(self.sentences[sentence], head)
        referent.salience += _ROLE_WEIGHT.get(role, 30.0)
        referent.role = role
        if referent.sentence != sentence:
            referent.heads = []
        referent.heads.append(head)
        referent.sentence = sentence
        referent.seen = self.sentences[sentence][head].start
        referent.count += 1
        self.recent.pop(chain, None)
        self.recent[chain] = None

    def salience(self, referent: Referent, sentence: int) -> float:
        """Return the salience that a referent has in a sentence."""
        if referent.sentence < 0:
            return 0.0
        # Headlines are read last and lie before; in a long document that is a power
        # which no float holds.
        apart = max(min(sentence - referent.sentence, 60), -1000)
        return float(referent.salience * 0.5**apart)

    def candidates(self, sentence: int, reach: int = REACH) -> list[Referent]:
        """Return what was mentioned in the last sentences, latest first."""
        found = []
        for chain in reversed(self.recent):
            referent = self.referents[chain]
            if sentence - referent.sentence > reach:
                break
            found.append(referent)
        return found

    def new_chain(
        self,
        schema: Schema,
        first: int,
        *,
        members: tuple[int, ...] = (),
        gender: str | None = None,
        country: str | None = None,
    ) -> int:
        """Add a chain without a name."""
        chain = ChainDraft(
            schema, first=first, gender=gender, country=country, members=members
        )
        self.chains.append(chain)
        number = len(self.chains) - 1
        self.referents[number] = Referent(number, schema, gender, described=True)
        return number

    def named_chain(self, sequence: Sequence) -> int:
        """Add the chain of a body that a sequence names."""
        number = self.new_chain(_BODY, sequence.start)
        self.referents[number].described = False
        self.chains[number].names.append(name_of_body(sequence))
        return number

    def group(self, members: list[int], first: int) -> int | None:
        """Return the chain of a group, made if there is none of these members."""
        flat: list[int] = []
        for member in members:
            for single in self.chains[member].members or (member,):
                if single not in flat:
                    flat.append(single)
        if len(flat) < 2:
            return flat[0] if flat else None
        wanted = tuple(sorted(flat))
        for number in reversed(self.recent):
            if tuple(sorted(self.chains[number].members)) == wanted:
                return number
        schemas = {self.chains[member].schema for member in flat}
        schema = schemas.pop() if len(schemas) == 1 else Schema.ORGANIZATION
        return self.new_chain(schema, first, members=tuple(flat))

    # ------------------------------------------------------------ offices

    def body_of(
        self, body: Body | None, sentence: int
    ) -> tuple[str | None, int | None]:
        """Return country and chain of what an office belongs to."""
        if body is None:
            return None, None
        if body.country is not None:
            return body.country, self.by_country.get(body.country)
        if body.sequence is not None:
            chain = self.chain_of.get(id(body.sequence))
            if chain is None:
                return None, None
            return self.chains[chain].country if self._is_state(chain) else None, chain
        if body.pronoun is not None:
            owner = self._owner_at(sentence, body.pronoun)
            return (None, None) if owner is None else self._body_of_owner(owner)
        return None, None

    def _owner_at(self, sentence: int, token: int) -> int | None:
        """Return the chain of a possessive pronoun or described owner."""
        owner = self.pronouns.get((sentence, token))
        if owner is None:
            owner = self.headed.get((sentence, token))
        if owner is None:
            owner = self.owned.get(self.sentences[sentence][token].lemma.lower())
        return owner

    def _body_of_owner(self, owner: int) -> tuple[str | None, int | None]:
        """Return the state or body that an owner is, or that a person serves."""
        draft = self.chains[owner]
        if draft.schema is not Schema.PERSON:
            return draft.country if self._is_state(owner) else None, owner
        facts = self.referents[owner].facts
        country = next((f.country for f in facts if f.country is not None), None)
        if country is not None:
            return country, self.by_country.get(country)
        body = next((f.body for f in facts if f.body is not None), None)
        return None, self._body_within(owner) if body is None else body

    def _body_within(self, owner: int) -> int | None:
        """Return the Front of "Front members", whose leader is "their leader"."""
        if not self.referents[owner].plural:
            return None
        own = [draft for draft in self.drafts if draft.chain == owner]
        for draft in self.drafts:
            chain = self.chains[draft.chain]
            body = chain.schema is Schema.ORGANIZATION and chain.names
            if body and any(o.start <= draft.start and draft.end <= o.end for o in own):
                return draft.chain
        return None

    def _is_state(self, chain: int) -> bool:
        return self.chains[chain].types == ("state",)

    def fact(self, held: Held, sentence: int) -> Fact:
        """Return an office as it is remembered."""
        country, body = self.body_of(held.body, sentence)
        phrase, key = held.phrase, held.phrase.key
        if phrase.plural:  # "Presidents A and B": each is president
            words = (singular(one, self.words.titles) or one for one in key.split())
            key = " ".join(words)
        return Fact(
            word=phrase.word,
            key=key,
            office=office_of(key, self.words),
            country=country,
            body=body,
            status=phrase.status,
            title=phrase.text,
        )

    def honoured(self, sentence: int, gender: str | None) -> int | None:
        """Return whom "Her Excellency" means: an office holder of late, named so."""
        found = [
            referent
            for referent in self.candidates(sentence, _HONOURED)
            if referent.schema is Schema.PERSON
            and referent.facts
            and self.chains[referent.chain].names
            and referent.gender == gender
        ]
        if not found:
            return None
        return max(found, key=lambda one: self.salience(one, sentence)).chain

    def is_another(self, chain: int, fact: Fact) -> bool:
        """Tell "the UN envoy" from "a Western diplomat", of whom no more is known."""
        told = fact.body is not None or fact.country is not None
        if not told or self.chains[chain].names:
            return False
        return all(
            (other.body, other.country) == (None, None) or other.office != fact.office
            for other in self.referents[chain].facts
        )


def role_of(sentence: Sentence, head: int) -> str:
    """Return the relation of a noun phrase to its clause, through coordination."""
    seen = 0
    while sentence[head].deprel in {"conj", "appos", "flat", "compound"} and seen < 6:
        if sentence[head].head < 0:
            break
        head = sentence[head].head
        seen += 1
    return sentence[head].deprel
