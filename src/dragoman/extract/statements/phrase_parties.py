"""From a phrase to the parties that it names."""

from dragoman.extract.parties import CUT, parties_at
from dragoman.extract.statements.pronouns import PERSON_ENDINGS
from dragoman.extract.statements.reading import Reading
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.text.calendar_names import CALENDAR

# Nouns that make somebody known only beside another.
_RELATIONS = frozenset(
    {"lawyer", "attorney", "rep", "representative", "agent", "boss", "wife", "husband"}
    | {"mother", "father", "brother", "sister", "son", "daughter", "doctor", "uncle"}
    | {"physician", "aide", "adviser", "advisor", "colleague", "friend", "partner"}
    | {"client", "manager", "coach", "cousin", "aunt", "nephew", "niece", "mentor"}
    | {"rival", "opponent", "predecessor", "successor"}
)
_COUNSEL = frozenset({"lawyer", "attorney", "counsel", "barrister", "solicitor"})
_PARTICLES = frozenset({"whose", "both", "even", "also", "only", "neither", "either"})


class PhraseParties:
    """Resolves phrases, whatever is said of them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.annotations: Annotations = reading.annotations

    def of(self, index: int, token: int) -> tuple[Party, ...]:
        """Return the parties of a phrase, looking into its apposition for a name."""
        parties = tuple(
            _without_particle(party)
            for party in parties_at(
                self.reading.document, self.annotations, index, token
            )
        )
        parties = self._without_title(index, token, parties)
        if (
            self._is_misread_plural(index, token, parties)
            or self._is_new(index, token, parties)
            or self._is_owned(index, token, parties)
        ):
            start, end = self.reading.sentences[index].extent(token, without=CUT)
            return (Party(None, self.reading.document.text[start:end]),)
        if any(party.entity is not None for party in parties):
            return parties
        sentence = self.reading.sentences[index]
        if not parties and sentence[token].upos == "PROPN":
            start, end = sentence.extent(token, without=CUT)
            parties = (Party(None, self.reading.document.text[start:end]),)
        behind = self._named_behind(index, token)
        if behind:
            return behind
        for child in sentence.children(token, "appos"):
            named = parties_at(self.reading.document, self.annotations, index, child)
            if any(party.entity is not None for party in named):
                return named
            empty = sentence[token].text.lower() in {"one", "another", "others"}
            if named and (sentence[child].upos == "PROPN" or empty):
                parties = named
        above = sentence[token].head
        if sentence[token].deprel == "appos" and sentence[above].upos == "PROPN":
            # "Walter, a mill that has closed": Walter has.
            named = parties_at(self.reading.document, self.annotations, index, above)
            return named if len(named) == 1 else parties
        return parties

    def _named_behind(self, index: int, token: int) -> tuple[Party, ...]:
        """Return Rift Watch of "the local group Rift Watch", however it hangs."""
        word = self.reading.sentences[index][token]
        if word.tag != "NN" or word.lemma.lower() not in self.reading.lexicon.speakers:
            return ()
        for mention in self.annotations.mentions_by_sentence.get(index, ()):
            name = mention.kind is MentionKind.NAME
            chain = self.annotations.chain_by_id[mention.chain]
            if name and mention.start == word.end + 1 and chain.name is not None:
                body = chain.schema is Schema.ORGANIZATION
                return (Party(chain.id, chain.name),) if body else ()
        return ()

    def _is_misread_plural(
        self, index: int, token: int, parties: tuple[Party, ...]
    ) -> bool:
        """Tell whether "both sides" was taken for one person."""
        word = self.reading.sentences[index][token]
        if (
            word.tag != "NNS"
            or word.text[0].isupper()
            or len(parties) != 1
            or parties[0].entity is None
        ):
            return False
        return self.annotations.chain_by_id[parties[0].entity].schema is Schema.PERSON

    def _without_title(
        self, index: int, token: int, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Drop a title that was taken for a party beside its holder."""
        sentence = self.reading.sentences[index]
        if len(parties) != 2 or sentence.child(token, "cc") is not None:
            return parties
        first, second = parties
        return (second,) if first.entity is None and second.entity else parties

    def _is_new(self, index: int, token: int, parties: tuple[Party, ...]) -> bool:
        """Tell "an official", "two officers", who are nobody named before."""
        if all(party.entity is None for party in parties):
            return False
        mention = self.annotations.mention_headed(index, token)
        if mention is None or mention.kind is not MentionKind.NOMINAL:
            return False
        sentence = self.reading.sentences[index]
        if sentence.children(token, "appos", "conj", "nmod:poss"):
            return False
        articles = {sentence[c].text.lower() for c in sentence.children(token, "det")}
        counted = sentence.child(token, "nummod") is not None and not articles
        return counted or bool(articles & {"a", "an", "another", "some"})

    def _is_owned(self, index: int, token: int, parties: tuple[Party, ...]) -> bool:
        """Tell "her lawyer", said of nobody who was called hers, from a named one.

        Nobody is his own lawyer; and a lawyer of another is not known to be his.
        """
        if len(parties) != 1 or parties[0].entity is None:
            return False
        sentence = self.reading.sentences[index]
        owner = sentence.child(token, "nmod:poss")
        if owner is None or sentence[token].upos != "NOUN":
            return False
        whose = self.annotations.mention_headed(index, owner)
        chain = self.annotations.chain_by_id[parties[0].entity]
        if whose is not None and whose.chain == chain.id:
            return True
        if sentence[token].lemma not in _RELATIONS or chain.schema is not Schema.PERSON:
            return False
        return not any(
            self._introduces(mention, sentence[token].lemma, whose)
            for mention in self.annotations.mentions_by_chain.get(chain.id, ())
        )

    def _introduces(self, mention: Mention, noun: str, whose: Mention | None) -> bool:
        """Tell "his lawyer, Ana Ruiz," and "Ana Ruiz, a lawyer for him,"."""
        if mention.kind is not MentionKind.NAME:
            return False
        sentence = self.reading.sentences[mention.sentence]
        head = sentence.head_of(mention.start, mention.end)
        if head is None:
            return False
        beside = sentence.children(head, "appos", "compound", "nmod")
        while sentence[head].deprel in {"appos", "nmod", "nsubj"}:
            # "a lawyer for Vega, Mark Dahl, said": hung on her.
            head = sentence[head].head
            beside.append(head)
        for place in beside:
            word = sentence[place].lemma
            if word != noun and not {word, noun} <= _COUNSEL:
                continue
            owner = sentence.child(place, "nmod:poss", "nmod")
            named = (
                None
                if owner is None
                else self.annotations.mention_headed(mention.sentence, owner)
            )
            return whose is None or named is None or named.chain == whose.chain
        return False

    def is_human(self, index: int, token: int) -> bool:
        """Tell whether a phrase is of somebody who can speak."""
        sentence = self.reading.sentences[index]
        word = sentence[token]
        if word.upos in {"PROPN", "PRON"} or word.text.startswith("@"):
            return True
        if token > 0 and word.text[0].isupper():
            # "The Courier reported": a name, whatever its word means elsewhere.
            return True
        lemma = word.lemma.lower()
        known = {lemma, word.text.lower()} & self.reading.lexicon.speakers
        if known or lemma.endswith(PERSON_ENDINGS):
            return True
        if lemma.endswith(("er", "or")) and sentence[token].tag == "NNS":
            return True
        reference = self.annotations.reference_by_head.get((index, token))
        return reference is not None and reference.type == "person"


def names_somebody(reading: Reading, index: int, token: int) -> bool:
    """Tell whether a phrase is of a person, body or place, named or described."""
    mention = reading.annotations.mention_headed(index, token)
    if mention is not None:
        return mention.kind is MentionKind.NAME or mention.schema is Schema.PERSON
    lemma = reading.sentences[index][token].lemma.lower()
    known = lemma in reading.lexicon.speakers and lemma not in reading.lexicon.nouns
    return known or lemma.endswith(PERSON_ENDINGS)


def _without_particle(party: Party) -> Party:
    """Cut "both", "even" and an open bracket from a description."""
    if party.entity is None and "(" in party.name and ")" not in party.name:
        return Party(None, party.name[: party.name.index("(")].strip())
    first, _, rest = party.name.partition(" ")
    aside = first.lower() in _PARTICLES or first in CALENDAR
    if party.entity is None and aside and rest:
        return Party(None, rest)
    return party
