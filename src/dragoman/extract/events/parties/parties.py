"""From the arguments of an event to its parties, checked for their kind.

Who can meet or shoot is a person, a body or a state; a deadline that is "met" is not.
Delegations stand for whom they come from and who heads them.
"""

from collections.abc import Callable, Iterator

from dragoman.extract.clauses.obliques import antecedent
from dragoman.extract.clauses.rows import coordinated, find_counted, stands_apart
from dragoman.extract.events.parties.answers import Answers
from dragoman.extract.events.parties.described import describe
from dragoman.extract.events.parties.groups import (
    Groups,
    find_pair,
    find_teller,
    take_up,
)
from dragoman.extract.events.parties.listings import find_listings
from dragoman.extract.events.parties.members import (
    find_heads,
    find_leaders,
    find_members,
    find_senders,
)
from dragoman.extract.events.parties.people import (
    DOERS,
    FIGURES,
    acts_for_body,
    base_of_people,
    fits,
    is_body,
    is_crowd,
    is_estranged,
    is_number,
    is_of_somebody,
    is_somebody,
    names_thing,
)
from dragoman.extract.events.parties.sides import SIDES, Sides
from dragoman.extract.events.parties.titles import is_person, is_title_beside
from dragoman.extract.events.triggers.quantities import parse_number
from dragoman.extract.parties import mention_of, parties_of_chain
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import QUOTE_MARKS, Sentence
from dragoman.schema.loader import EventOntology, unite_words

_DELEGATION = frozenset({"delegation", "mission"})
_GUESTS = frozenset({"guest", "visitor"})
HOSTS = frozenset({"host", "hostess"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_FIRST = frozenset({"i", "me", "we", "us"})
_COUNTABLE = frozenset({"person", "target", "crowd"})
_SOMEBODY = frozenset({"person", "party", "target", "crowd"})
_VAGUE = frozenset({"other", "one", "some", "many", "all", "both", "each", "which"})
# Some of them are meant: "one of his bodyguards".
_PARTITIVE = frozenset({"one", "some", "many"})
# People, where nothing is counted: "hundreds marched".
_HUNDREDS = frozenset({"dozen", "hundred", "thousand"})
# Nouns that only say how many: "scores of refugees", "part of the stronghold".
_COUNTED = frozenset(
    {"score", "number", "majority", "half", "most", "part", "couple", "handful", "lot"}
    | {"string", "series", "wave", "ten", "pair", "trio", "load", "rest", "bulk"}
)


class PartyReader:
    """Reads parties of one document.

    Attributes:
        delegates: Members of the delegation told last, for "the delegation".
        guests: Who was received last, for "the guests".
        hosts: Who received them, for "the hosts".
        sides: Who "the two sides" are.
        groups: Who acted in the sentence before without a name, for "they".
        answers: Who did and said what was told so far, for "rejected the offer".
        speaking: Tells from sentence, offset and word who "I" and "we" are.
    """

    def __init__(
        self, document: Document, annotations: Annotations, ontology: EventOntology
    ) -> None:
        self.document = document
        self.annotations = annotations
        self.ontology = ontology
        self.words = words = ontology.words
        self._people = words["people"]
        self._kinds = {
            "person": words["people"],
            "party": words["people"],
            "crowd": unite_words(words["people"], words["crowds"]),
            "target": unite_words(words["people"], words["targets"]),
            "traveller": words["travellers"],
            "place": words["sites"],
        }
        self._things = unite_words(words["targets"], words["sites"], words["nature"])
        self._delegations = words["delegations"]
        self._forces = words["forces"]
        self._listings = find_listings(annotations)
        self._known: dict[tuple[int, int], Mention | None] = {}
        self.delegates: tuple[Party, ...] = ()
        self.guests: tuple[Party, ...] = ()
        self.hosts: tuple[Party, ...] = ()
        self.groups: Groups | None = None
        self.answers: Answers | None = None
        self.sides = Sides(annotations)
        self.speaking: Callable[[int, int, str], tuple[Party, ...]] | None = None

    def read(self, sentence: int, token: int, kind: str) -> tuple[Party, ...]:
        """Return the parties of a noun phrase and its conjuncts, of one kind."""
        tree = self.annotations.sentences[sentence]
        found: list[Party] = []
        row = coordinated(tree, token)
        if kind == "party" and (
            sent := find_senders(self.annotations, sentence, token)
        ):
            row = sent  # "negotiators from Chad and the Front"
        for head in row:
            if found and self._is_apposed(sentence, head):
                continue
            if len(row) > 1 and is_title_beside(self.annotations, sentence, head, row):
                continue
            found.extend(self._single(sentence, head, kind))
        for head in self._listed(sentence, token):
            found.extend(self._single(sentence, head, kind))
        if any(party.entity is None for party in found):
            for head in row:
                for member in (
                    *find_members(self.annotations, sentence, head),
                    *find_leaders(tree, head),
                ):
                    found.extend(self._single(sentence, member, kind))
        return tuple(dict.fromkeys(found))

    def _listed(self, sentence: int, token: int) -> Iterator[int]:
        """Yield further people of a list that was taken for appositions.

        "the ministers Lee and Kim", "the co-chair, Lee, the envoy Kim and Wang":
        nobody is in apposition to somebody else.
        """
        tree = self.annotations.sentences[sentence]
        own = self.mention(sentence, token)
        if not tree.children(token, "appos") or (
            own is not None and own.schema is Schema.PLACE
        ):
            return  # "its ambassador to Chad, Lee": nobody is in apposition to Chad
        heads = set(coordinated(tree, token))
        plural = tree[token].tag == "NNS"
        known: set[str] = set()
        for head in heads:
            own = self.mention(sentence, head)
            if own is not None:
                known.add(own.chain)
        for index in self._below(tree, token):
            mention = self.annotations.mention_headed(sentence, index)
            if mention is None or mention.schema is not Schema.PERSON:
                continue
            if mention.kind is not MentionKind.NAME or mention.chain in known:
                continue
            if plural or index not in heads:
                known.add(mention.chain)
                yield index

    def _below(self, tree: Sentence, token: int) -> Iterator[int]:
        """Yield what hangs on a phrase by apposition or coordination only."""
        for child in tree.children(token, "appos", "conj", "flat"):
            if stands_apart(tree, child):
                continue
            yield child
            yield from self._below(tree, child)

    def read_one(self, sentence: int, token: int, kind: str) -> tuple[Party, ...]:
        """Return the parties of one noun phrase without its conjuncts."""
        return tuple(dict.fromkeys(self._single(sentence, token, kind)))

    def mention(self, sentence: int, token: int) -> Mention | None:
        """Return the mention that a phrase is known by, its apposition's too."""
        place = sentence, token
        if place not in self._known:
            known = find_teller(self.annotations, sentence, token)
            self._known[place] = known or self._find_mention(sentence, token)
        return self._known[place]

    def _find_mention(self, sentence: int, token: int) -> Mention | None:
        own = mention_of(self.annotations, sentence, token)
        if own is not None and own.kind is MentionKind.NAME:
            return own
        tree = self.annotations.sentences[sentence]
        lemma = tree[token].lemma.lower()
        for child in tree.children(token, "appos", "nmod"):
            other = self.annotations.mention_headed(sentence, child)
            if other is None or not self._is_named(other):
                continue
            if other.kind is not MentionKind.NAME or tree.case_of(child) == "including":
                continue
            bare = tree[child].deprel == "nmod" and not tree.case_of(child)
            if tree[child].deprel != "appos" and not (
                bare and other.schema is Schema.PERSON
            ):
                continue  # "the envoy of the League Lee" hangs Lee on the envoy bare
            if any(token < one < child for one in tree.children(token, "conj")):
                continue  # "the government and the Guard (NG)": not its short name
            body = tree[token].upos == "NOUN" and is_body(other, lemma)
            human = tree[token].upos == "PROPN" or (
                lemma == "other" or lemma in self._people
            )
            if (other.schema is Schema.PERSON and human) or body:
                return other
        return own

    def _is_named(self, mention: Mention) -> bool:
        chain = self.annotations.chain_by_id.get(mention.chain)
        return chain is not None and (chain.name is not None or bool(chain.members))

    def _is_apposed(self, sentence: int, token: int) -> bool:
        """Tell whether a conjunct is a title told of the one before it."""
        tree = self.annotations.sentences[sentence]
        if self.annotations.mention_headed(sentence, token) is not None:
            return False
        if tree.child(token, "det", "nmod:poss") is not None:
            return False
        named = tree.children(token, "appos")
        if any(is_person(self.annotations, sentence, one) for one in named):
            return False  # "Captain Lee and technician Kim"
        first = tree[token].head
        titled = tree[token].lemma.lower() in self._people
        plural = tree[token].tag in {"NNS", "NNPS"}
        return titled and not plural and first >= 0 and tree[first].upos == "PROPN"

    def _single(self, sentence: int, token: int, kind: str) -> Iterator[Party]:
        tree = self.annotations.sentences[sentence]
        mention = self.mention(sentence, token)
        lemma = tree[token].lemma.lower()
        if lemma in self._forces and (told := self._their_teller(sentence, token)):
            yield from told
            return
        if mention is None or not self._is_named(mention) or lemma in _DELEGATION:
            known = self._known_group(sentence, token)
            if known:
                yield from known
                return
        if tree[token].upos == "DET" and lemma in {"both", "all"}:
            yield from self._first_told(sentence, token)
            return
        if mention is not None:
            yield from self._mentioned(mention, tree, token, kind)
        elif tree[token].upos not in {"PRON", "DET"}:
            yield from self._described(sentence, token, kind)
        elif tree[token].text.lower() in {"he", "she", "him", "her"}:
            yield from self._main_subject(sentence, token)
        elif (word := tree[token].small) in {"it", "they", "them"}:
            yield from (
                self._teller(sentence, token, thing=word == "it")
                or take_up(tree, token, sentence, self.groups)
                or find_pair(self.annotations, sentence, token)
            )
        elif (word := tree[token].small) in _FIRST and self.speaking is not None:
            yield from self.speaking(sentence, tree[token].start, word)

    def _side(self, sentence: int, token: int) -> tuple[Party, ...]:
        return self.read_one(sentence, token, "party")

    def _first_told(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return the subject before "; both were released later"."""
        tree = self.annotations.sentences[sentence]
        verb = tree[token].head
        if verb < 0 or tree[verb].deprel not in {"conj", "parataxis"}:
            return ()
        subject = tree.child(tree[verb].head, tree[token].deprel)
        if subject is None or tree[subject].upos in {"PRON", "DET"}:
            return ()
        return self.read(sentence, subject, "person")

    def _teller(
        self, sentence: int, token: int, *, thing: bool = False
    ) -> tuple[Party, ...]:
        """Return the speaker of "the army said that it would withdraw".

        What is told of by "it" is nobody who speaks, but may be whom he speaks for.
        """
        tree = self.annotations.sentences[sentence]
        verb = tree[token].head
        if verb < 0 or tree[token].deprel != "nsubj" or tree[verb].deprel != "ccomp":
            return ()
        subject = tree.subject(tree[verb].head)
        if subject is None or subject > token or tree[subject].upos == "PRON":
            return ()
        if not QUOTE_MARKS.isdisjoint(one.text for one in tree.tokens[subject:token]):
            return ()  # "said: “They burned it.”": others than who says so
        told = self.read(sentence, subject, "party")
        if thing and any(self._is_of_person(party) for party in told):
            body = self.spoken_for(sentence, subject)
            return body or self.owner(sentence, subject)
        return told

    def _is_of_person(self, party: Party) -> bool:
        chain = self.annotations.chain_by_id.get(party.entity or "")
        return chain is not None and chain.schema is Schema.PERSON

    def spoken_for(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return the body whose spokesman claims a deed: it is not his own."""
        tree = self.annotations.sentences[sentence]
        for child in (token, *tree.children(token, "compound", "appos")):
            if tree[child].lemma.lower() in _SPOKESMEN:
                return self.owner(sentence, child) or self.owner(sentence, token)
        return ()

    def _their_teller(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return whose "its troops" are in "the army said its troops raided it".

        And those of "the general, whose troops raided it".
        """
        tree = self.annotations.sentences[sentence]
        for child in tree.children(token, "nmod:poss"):
            owner = antecedent(tree, child, token)
            if owner != child:
                return self.read_one(sentence, owner, "party")
        owned = {tree[child].small for child in tree.children(token, "nmod:poss")}
        if owned.isdisjoint({"its", "their"}):
            return ()
        return self._teller(sentence, token, thing="its" in owned)

    def _main_subject(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return the person whom a sentence is about, for its "he" and "she"."""
        tree = self.annotations.sentences[sentence]
        for subject in tree.children(tree.root, "nsubj", "nsubj:pass"):
            mention = self.mention(sentence, subject)
            if mention is None or subject >= token or mention.head == token:
                continue
            one = tree[subject].tag in {"NN", "NNP"}
            one = one and tree.child(subject, "conj") is None
            if mention.schema is Schema.PERSON and one:
                return parties_of_chain(self.annotations, mention.chain)
        return ()

    def _known_group(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return who "the delegation", "the guests", "the host", "both sides" are."""
        tree = self.annotations.sentences[sentence]
        lemma = tree[token].lemma.lower()
        if lemma in SIDES and (pair := self.sides.mean(sentence, token, self._side)):
            return pair
        if tree[token].upos != "NOUN":
            return ()
        if lemma in self._delegations:
            members = tuple(self._delegates(sentence, token))
            if members:
                if lemma in _DELEGATION:
                    self.delegates = members
                elif len(members) == len([*find_leaders(tree, token)]):  # they and he
                    return (self._by_words(tree, token), *members)
                return members
            return self.delegates if lemma in _DELEGATION else ()
        if lemma in _GUESTS:
            return self.guests
        return self.hosts if lemma in HOSTS else ()

    def _mentioned(
        self, mention: Mention, tree: Sentence, token: int, kind: str
    ) -> Iterator[Party]:
        for chain in self.annotations.expand(mention.chain):
            if kind == "crowd" and not is_crowd(chain, mention):
                continue
            sent = tree[token].lemma.lower() in self._delegations
            if not fits(chain.schema, kind) and not (sent and kind == "traveller"):
                continue
            if chain.id in self._listings and kind in _SOMEBODY | {"traveller"}:
                yield from self._listings[chain.id]
                continue
            if chain.name is None:
                forced = self._by_force(mention, tree, token, kind)
                if forced:
                    yield from forced
                    continue
                if mention.kind is MentionKind.PRONOUN and kind == "place":
                    continue
                if kind in {"traveller", "place"} and not (
                    mention.kind is MentionKind.PRONOUN
                    or tree[token].lemma.lower() in self._kinds[kind]
                ):
                    continue
            yield from parties_of_chain(self.annotations, chain.id)

    def _by_force(
        self, mention: Mention, tree: Sentence, token: int, kind: str
    ) -> tuple[Party, ...]:
        """Return the body or state whose fighters a phrase describes."""
        if not acts_for_body(tree, token, kind, self.words):
            return ()
        return self.owner(mention.sentence, token)

    def _described(self, sentence: int, token: int, kind: str) -> Iterator[Party]:
        tree = self.annotations.sentences[sentence]
        word = tree[token]
        lemma = base_of_people(word.lemma.lower())
        counted = tree.child(token, "nummod") is not None  # "three others"
        some = lemma in _PARTITIVE and find_counted(tree, token) is not None
        if lemma in _VAGUE and not (lemma == "other" and counted) and not some:
            return
        if lemma in FIGURES and is_number(tree, token, self._people):
            return
        if lemma in _PARTITIVE and kind in _SOMEBODY:
            inner = find_counted(tree, token)
            if inner is not None and tree[inner].upos == "PRON":
                yield from self._single(sentence, inner, kind)  # "some of them"
                return
        # "eleven were arrested", but not "at 23.30"
        figure = word.text.isalnum() and (
            word.upos == "NUM" or parse_number([word.text]) is not None
        )
        counting = some or figure or lemma in _COUNTED
        if counting and (inner := find_counted(tree, token)) is not None:
            lemma = base_of_people(tree[inner].lemma.lower())
            some = some and tree[inner].upos == "NOUN"
        allowed = self._kinds.get(kind)
        name = word.upos == "PROPN" and not names_thing(word.text)
        named = name and kind in {"party", "target", "person"}
        named = named or (kind == "crowd" and word.tag in {"NNS", "NNPS"})
        forced = lemma in self._forces and kind in {"party", "crowd"}
        named = named or (forced and is_of_somebody(tree, token))
        named = named or ((figure or lemma == "other") and kind in _COUNTABLE)
        named = named or (some and lemma.endswith(DOERS))
        crowd = lemma in _HUNDREDS and word.tag == "NNS" and kind in _SOMEBODY
        named = named or (crowd and find_counted(tree, token) is None)
        office = lemma == "office" and kind == "party"  # "the prosecutor's office"
        named = named or (office and is_of_somebody(tree, token))
        named = named or (
            kind in _SOMEBODY and is_somebody(tree, token, self._people, self._things)
        )
        if allowed is not None and lemma not in allowed and not named:
            return
        if acts_for_body(tree, token, kind, self.words):
            owner = self.owner(sentence, token)
            if owner:
                yield from owner
                return
        yield self._by_words(tree, token)

    def _by_words(self, tree: Sentence, token: int) -> Party:
        """Return a party described, without the day beside it.

        "Monday rebels", "the rebel group yesterday"; but "the protesters of 6 May".
        """
        start, end = describe(tree, token)
        for time in self.annotations.times_in(tree.start, tree.end):
            if time.start <= start < time.end < tree[token].start:
                start = time.end
            elif tree[token].end < time.start < end <= time.end:
                before = max(word.start for word in tree if word.start < time.start)
                if before == tree[token].start:
                    end = time.start
        return Party(None, self.document.text[start:end].strip())

    def owner(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return whose a thing or a force is: "the rebels' base", "army soldiers"."""
        tree = self.annotations.sentences[sentence]
        if is_estranged(tree, token):
            return ()
        own = [one for one in tree.children(token) if tree[one].small == "our"]
        if own and self.speaking is not None:
            return self.speaking(sentence, tree[own[0]].start, "our")
        nouns = tree.children(token, "nmod")
        inner = [one for one in nouns if tree.case_of(one) in {"of", "from"}]
        for child in [*tree.children(token, "nmod:poss", "amod", "compound"), *inner]:
            mention = self.annotations.mention_headed(sentence, child)
            if mention is None or mention.schema in {Schema.PERSON, Schema.WORK}:
                continue
            parties = parties_of_chain(self.annotations, mention.chain)
            named = tuple(party for party in parties if party.entity is not None)
            inside = child in inner or tree[child].deprel == "compound"
            if named and not (inside and self._is_town(mention)):
                return named
        return ()

    def _is_town(self, mention: Mention) -> bool:
        """Tell a place that is no state: nobody's are the stations of a town."""
        types = self.annotations.chain_by_id[mention.chain].types
        return mention.schema is Schema.PLACE and "state" not in types

    def _delegates(self, sentence: int, token: int) -> list[Party]:
        """Return the parties behind "a delegation of the League headed by Lee"."""
        tree = self.annotations.sentences[sentence]
        found: list[Party] = []
        inner = [
            child
            for child in tree.children(token, "nmod", "nmod:poss")
            if tree.case_of(child) in {"of", "from", "", "by"}
        ]
        for child in [*inner, *find_heads(tree, token)]:
            for head in coordinated(tree, child):
                mention = self.mention(sentence, head)
                if mention is None or not self._is_named(mention):
                    continue
                if mention.schema is Schema.PLACE:
                    continue
                for party in parties_of_chain(self.annotations, mention.chain):
                    if party not in found:
                        found.append(party)
        return found
