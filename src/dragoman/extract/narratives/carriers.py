"""Who pushes a narrative: from a channel or a text to the party behind it."""

from collections.abc import Iterator
from functools import cache

from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.parties.described import describe
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import OWNER_CASES, Sentence, Token
from dragoman.schema.loader import NarrativeOntology, unite_words
from dragoman.text.sayings import SAYING

_PRESS = frozenset({"newspaper", "paper", "press", "daily", "magazine", "medium"})
# Beside channels, classes right before a name: "the think tank X".
_BODIES = frozenset(
    {"alliance", "army", "bloc", "coalition", "front", "group", "institute", "league"}
    | {"militia", "movement", "party", "tank", "union"}
)
_MEMBERS = frozenset(
    {"activist", "cadre", "demonstrator", "fighter", "follower", "marcher", "member"}
    | {"militant", "partisan", "picket", "preacher", "recruit", "soldier", "supporter"}
)
# "First appeared in Communiqué No. 4 of the Front."
_TEXTS = frozenset(
    {"communique", "communiqué", "statement", "speech", "manifesto", "declaration"}
    | {"sermon", "letter", "address", "magazine", "resolution"}
)
_OCCASIONS = frozenset(
    {"campaign", "rally", "election", "march", "congress", "song", "article", "book"}
    | {"editorial", "column", "concert", "convention", "vigil", "protest", "gathering"}
    | {"demonstration", "procession", "funeral", "strike", "parade", "meeting"}
)
# "The same paper": the one named last.
_ANAPHORIC = frozenset({"same", "this", "that"})
_NEAR = 2  # sentences back to it
_EXAMPLES = frozenset({"including", "like", "such as"})
_BACK = 5  # sentences back to whom "their" can point
_DEPTH = 4
_WORDS = frozenset(
    {"cheers", "chants", "slogans", "steps", "words", "hashtag", "phrase"}
)


class CarrierReader:
    """Finds carriers by ownership: "Hezbollah's channels", "their propaganda"."""

    def __init__(self, parties: PartyReader, words: NarrativeOntology) -> None:
        self.parties = parties
        self.annotations = parties.annotations
        self.document = parties.document
        self._channels = unite_words(words["channels"], words["media_things"])
        self._things = words["media_things"]
        self._carrying = self._things | (words["media_objects"] - words["channels"])
        self._outlets = words["outlet_words"]
        self._platforms = words["platforms"]
        self._siding = words["siding"]
        self._shown = unite_words(self._channels, self._carrying, _TEXTS, _OCCASIONS)
        # All forms of the verbs of passing on.
        self.forms = _forms_of(words["strong_verbs"])
        self._words = unite_words(words["narrative_nouns"], _WORDS)

    def of_verb(self, sentence: int, verb: int, depth: int = 0) -> tuple[Party, ...]:
        """Return who does it: the subject of a verb, or who stands behind it."""
        tree = self.annotations.sentences[sentence]
        found: list[Party] = []
        if depth > _DEPTH:
            return ()
        passive = tree[verb].tag == "VBN" and (
            tree[verb].deprel == "acl" or bool(tree.children(verb, "obl:agent"))
        )
        tokens: tuple[int, ...]
        if passive or tree.is_passive(verb):
            tokens = tuple(_agents(tree, verb))
        else:
            tokens = find_subjects(tree, _main_verb(tree, verb))
        for token in tokens:
            for head in tree.conjuncts(token):
                for party in self.of_noun(sentence, head, depth + 1):
                    if party not in found:
                        found.append(party)
        return tuple(found)

    def of_noun(self, sentence: int, noun: int, depth: int = 0) -> tuple[Party, ...]:
        """Return the party that a phrase names, or who owns what it names."""
        tree = self.annotations.sentences[sentence]
        if depth > _DEPTH:
            return ()
        called = self._called(sentence, noun)
        if len(called) > 1:
            return called
        mention = self.parties.mention(sentence, noun)
        if mention is not None and mention.schema is not Schema.WORK:
            chain = self.annotations.chain_by_id[mention.chain]
            if chain.name is not None or chain.members:
                return self.parties.read_one(sentence, noun, "party")
        lemma = tree[noun].lemma.lower()
        named = called or self._apposed(sentence, noun) or self._body_of(sentence, noun)
        if named:
            return named
        owned = self._owners(sentence, noun, depth)
        if owned:
            return owned
        if lemma in self._channels or lemma in _PRESS:
            behind = self._same(sentence, noun) or self._behind(sentence, noun, depth)
            if behind:
                return behind
        return self._described(sentence, noun)

    def shown_on(self, sentence: int, verb: int) -> tuple[Party, ...]:
        """Return whose page or channel something appeared on by a verb."""
        tree = self.annotations.sentences[sentence]
        found: list[Party] = []
        for one in find_obliques(tree, verb):
            if one.case not in {"on", "in", "to", "at", "onto"}:
                continue
            words = {tree[one.token].lemma.lower()}
            words |= {
                tree[c].lemma.lower() for c in tree.children(one.token, "compound")
            }
            named = self.parties.mention(sentence, one.token) is not None
            if words.isdisjoint(self._shown) and not (
                named and self.is_outlet(sentence, one.token)
            ):
                continue
            owners = [  # "on the Facebook page of X": not Facebook's
                inner.token
                for inner in find_obliques(tree, one.token)
                if inner.case in {"of", "by"}
            ]
            owners += [  # "at vigils held by X"
                agent
                for clause in tree.children(one.token, "acl")
                for agent in tree.children(clause, "obl:agent")
            ]
            for token in owners or tree.conjuncts(one.token):
                found.extend(
                    party
                    for party in self.of_noun(sentence, token)
                    if party.entity is not None
                )
        return tuple(found)

    def of_clause_before(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return who does what stands before: "aired X under the title ..."."""
        tree = self.annotations.sentences[sentence]
        for index in range(token - 1, -1, -1):
            word = tree[index]
            passing = self.is_passing_on(word)
            if word.lemma.lower() in SAYING and tree.child(index, "ccomp") is not None:
                continue  # "observed that the hashtag had gone round the world"
            if word.upos == "VERB" and word.deprel not in {"amod", "case", "acl"}:
                found = self.of_verb(sentence, index)
                if found or not passing:
                    return found
            if passing and index > 0:
                mention = self.annotations.mention_covering(sentence, index - 1)
                head = index - 1 if mention is None else mention.head
                return self.of_noun(sentence, head)
        return ()

    def _same(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return the medium named last, of "the same paper"."""
        tree = self.annotations.sentences[sentence]
        pointing = {
            tree[child].text.lower() for child in tree.children(noun, "amod", "det")
        }
        if pointing.isdisjoint(_ANAPHORIC):
            return ()
        for index in range(sentence, max(-1, sentence - _NEAR - 1), -1):
            before = self.annotations.mentions_by_sentence.get(index, ())
            named = [
                mention
                for mention in before
                if mention.kind is MentionKind.NAME
                and mention.schema is Schema.ORGANIZATION
                and mention.start < tree[noun].start
            ]
            media = [one for one in named if self.is_outlet(index, one.head)] or named
            if media:
                # who acted is the one spoken of
                head = next(
                    (
                        one.head
                        for one in media
                        if self.annotations.sentences[index][one.head].deprel == "nsubj"
                    ),
                    media[-1].head,
                )
                return self.parties.read_one(index, head, "party")
        return ()

    def _described(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return what a phrase without a name or an owner describes."""
        tree = self.annotations.sentences[sentence]
        covering = self.annotations.mention_covering(sentence, noun)
        if covering is not None and covering.kind is MentionKind.NAME:
            return self.parties.read_one(sentence, covering.head, "party")
        plain = self.parties.mention(sentence, noun) is None
        if plain and tree[noun].upos in {"NOUN", "PROPN"}:
            start, end = describe(tree, noun)
            return (Party(None, self.document.text[start:end]),)
        return self.parties.read_one(sentence, noun, "party")

    def _called(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return X of "the state newspaper X", "its channel, X"."""
        tree = self.annotations.sentences[sentence]
        lemma = tree[noun].lemma.lower()
        if lemma not in self._channels and lemma not in _BODIES:
            return ()
        for child in tree.children(noun, "appos", "flat", "nmod", "compound"):
            mention = self.annotations.mention_headed(sentence, child)
            named = mention is not None and mention.kind is MentionKind.NAME
            case = tree.case_of(child)
            if child > noun and named and (not case or case in _EXAMPLES):
                listed = tree.conjuncts(child)  # "the channels X and Y"
                return tuple(
                    party
                    for one in listed
                    for party in self.parties.read_one(sentence, one, "party")
                )
        return ()

    def _apposed(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return X of "the party's youth wing, X", "the vlogger “X”"."""
        tree = self.annotations.sentences[sentence]
        medium = tree[noun].lemma.lower() in self._carrying
        if medium or self.annotations.mention_covering(sentence, noun) is not None:
            return ()
        for child in tree.children(noun, "appos", "flat"):
            mention = self.annotations.mention_headed(sentence, child)
            named = mention is not None and mention.kind is MentionKind.NAME
            if child > noun and mention is not None and named:
                acting = mention.schema in {Schema.PERSON, Schema.ORGANIZATION}
                if acting:
                    return self.parties.read_one(sentence, child, "party")
        return ()

    def _body_of(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return X of "members of X": what they push is its own."""
        tree = self.annotations.sentences[sentence]
        # A plural that opens a sentence passes for a name: "Marchers of X".
        if tree[noun].lemma.lower().removesuffix("s") not in _MEMBERS:
            return ()
        for child in tree.children(noun, "nmod", "compound", "obl"):
            mention = self.annotations.mention_headed(sentence, child)
            body = mention is not None and mention.schema is Schema.ORGANIZATION
            if body and tree.case_of(child) in {*OWNER_CASES, "from", ""}:
                return self.parties.read_one(sentence, child, "party")
        return ()

    def told_of(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return X of "the slogan is X's", "the motto belongs to X"."""
        tree = self.annotations.sentences[sentence]
        above = tree[noun].head
        if above < 0 or not tree[noun].deprel.startswith("nsubj"):
            return ()
        if any(tree[one].tag == "POS" for one in tree.children(above, "case")):
            return self._parties(sentence, above, 0)
        if tree[above].lemma.lower() == "belong":
            for one in find_obliques(tree, above):
                if one.case == "to":
                    return self._parties(sentence, one.token, 0)
        return ()

    def _owners(self, sentence: int, noun: int, depth: int) -> tuple[Party, ...]:
        tree = self.annotations.sentences[sentence]
        for child in tree.children(noun, "nmod:poss"):
            if self._is_home(sentence, noun, child):
                continue  # "Chad's Unity party": not Chad
            found = self._parties(sentence, child, depth)
            if len(found) == 1 and tree[child].text.lower() == "their":
                return self._group_of(sentence, found[0])
            if found:
                return found
        for one in find_obliques(tree, noun):
            if self._is_press(sentence, noun, one.token):
                continue
            if one.case in OWNER_CASES and tree[noun].lemma.lower() in self._channels:
                found = self._parties(sentence, one.token, depth)
                if found:
                    return found
        return self._premodified(sentence, noun) or self._sided(sentence, noun, depth)

    def _is_home(self, sentence: int, noun: int, owner: int) -> bool:
        """Tell whether an owner is but the land of a body."""
        tree = self.annotations.sentences[sentence]
        mention = self.annotations.mention_headed(sentence, owner)
        placed = mention is not None and mention.schema is Schema.PLACE
        return placed and tree[noun].lemma.lower() in _BODIES

    def _sided(self, sentence: int, noun: int, depth: int) -> tuple[Party, ...]:
        """Return X of "pages close to X", "accounts linked to X"."""
        tree = self.annotations.sentences[sentence]
        if tree[noun].lemma.lower() not in self._channels:
            return ()
        for child in tree.children(noun, "amod", "acl"):
            if child < noun or tree[child].lemma.lower() not in self._siding:
                continue
            for one in find_obliques(tree, child):
                if one.case in {"to", "with", "by"}:
                    return self._parties(sentence, one.token, depth)
        return ()

    def owners_of(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return X of "X's slogan", "the X slogan", "the slogan of X"."""
        tree = self.annotations.sentences[sentence]
        for child in tree.children(noun, "nmod:poss"):
            found = self._parties(sentence, child, 0)
            # "the Dervan militia's": the name within, or else the description
            named = found or self._named_before(sentence, child)
            return named or self.of_noun(sentence, child)
        before = self._named_before(sentence, noun)
        if before:
            return before
        for one in find_obliques(tree, noun):  # "the motto of X"
            mention = self.annotations.mention_headed(sentence, one.token)
            if one.case == "of" and mention and mention.kind is MentionKind.NAME:
                return self._parties(sentence, one.token, 0)
        for one in find_obliques(tree, noun):  # "the motto on X's armbands"
            if one.case in {"on", "in", "of"} and tree[one.token].upos == "NOUN":
                worn = self._worn_by(sentence, one.token)
                if worn:
                    return worn
        return ()

    def _worn_by(self, sentence: int, thing: int) -> tuple[Party, ...]:
        """Return X of "X's armbands", "the flags of X"."""
        tree = self.annotations.sentences[sentence]
        owners = tree.children(thing, "nmod:poss")
        owners += [o.token for o in find_obliques(tree, thing) if o.case == "of"]
        for owner in owners:
            found = self._parties(sentence, owner, 1)
            if found:
                return found
        return self._named_before(sentence, thing)

    def _premodified(self, sentence: int, noun: int) -> tuple[Party, ...]:
        """Return X of "X channels"."""
        tree = self.annotations.sentences[sentence]
        if tree[noun].lemma.lower() not in self._channels:
            return ()
        return self._named_before(sentence, noun)

    def _named_before(self, sentence: int, noun: int) -> tuple[Party, ...]:
        tree = self.annotations.sentences[sentence]
        for child in tree.children(noun, "compound", "amod"):
            mention = self.annotations.mention_headed(sentence, child)
            named = mention is not None and mention.kind is MentionKind.NAME
            if tree[child].text.lower() in self._platforms:
                continue
            if mention is not None and named and mention.schema is not Schema.WORK:
                found = self.parties.read_one(sentence, child, "party")
                return (*found, *self._beside(sentence, child))
        return ()

    def _beside(self, sentence: int, name: int) -> tuple[Party, ...]:
        """Return the army of "Front and army pages"."""
        tree = self.annotations.sentences[sentence]
        found: list[Party] = []
        for one in tree.children(name, "conj"):
            mention = self.annotations.mention_headed(sentence, one)
            if mention is not None and mention.kind is MentionKind.NAME:
                found.extend(self.parties.read_one(sentence, one, "party"))
            elif tree[one].upos == "NOUN":
                found.append(Party(None, tree[one].text))
        return tuple(found)

    def _group_of(self, sentence: int, party: Party) -> tuple[Party, ...]:
        """Return the subjects of a sentence before that named a party with others."""
        for index in range(sentence - 1, max(-1, sentence - _BACK), -1):
            tree = self.annotations.sentences[index]
            for subject in tree.children(tree.root, "nsubj"):
                group = self.parties.read(index, subject, "party")
                named = tuple(one for one in group if one.entity is not None)
                if len(named) > 1 and party in named:
                    return named
        return (party,)

    def _is_press(self, sentence: int, noun: int, owner: int) -> bool:
        """Tell whether a phrase is the press of a country, not the country's voice."""
        tree = self.annotations.sentences[sentence]
        mention = self.parties.mention(sentence, owner)
        placed = mention is not None and mention.schema is Schema.PLACE
        return placed and tree[noun].lemma.lower() in _PRESS

    def _parties(self, sentence: int, token: int, depth: int) -> tuple[Party, ...]:
        tree = self.annotations.sentences[sentence]
        found: list[Party] = []
        for head in tree.conjuncts(token):
            for party in self.of_noun(sentence, head, depth + 1):
                if party.entity is not None and party not in found:
                    found.append(party)
        return tuple(found)

    def _behind(self, sentence: int, noun: int, depth: int) -> tuple[Party, ...]:
        """Return who puts a channel or text to use: "they operate networks that"."""
        tree = self.annotations.sentences[sentence]
        current = noun
        while tree[current].deprel in {"conj", "appos"} and tree[current].head >= 0:
            current = tree[current].head
        above = tree[current].head
        relation = tree[current].deprel.partition(":")[0]
        if tree.case_of(current) in OWNER_CASES:
            return ()  # "re-used footage from state television": its source
        if above >= 0 and relation in {"obj", "obl"} and tree[above].upos == "VERB":
            return tuple(
                party
                for party in self.of_verb(sentence, above, depth + 1)
                if party.entity is not None
            )
        return ()

    def without_things(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Leave out posters and tweets: they carry, but nobody is named."""
        return tuple(
            party
            for party in parties
            if party.entity is not None
            or party.name.lower().rpartition(" ")[2].rstrip("s") not in self._carrying
        )

    def without_words(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Leave out "a hoax" and "the cheers"."""
        return tuple(
            party
            for party in parties
            if party.entity is not None
            or self._words.isdisjoint(party.name.lower().replace(",", "").split())
        )

    def is_passing_on(self, word: Token) -> bool:
        """Tell whether a word is a verb of passing on, whatever its tag."""
        return word.text.lower() in self.forms

    def is_outlet(self, sentence: int, token: int) -> bool:
        """Tell whether a phrase names a medium."""
        tree = self.annotations.sentences[sentence]
        mention = self.parties.mention(sentence, token)
        if mention is not None:
            chain = self.annotations.chain_by_id[mention.chain]
            if "media" in chain.types:
                return True
            words = (chain.name or mention.text).lower().split()
            if any(word in self._outlets for word in words):
                return True
        if tree[token].lemma.lower() in self._outlets:
            return True
        return any(
            tree[child].lemma.lower() in self._outlets
            for child in tree.children(token, "compound", "amod", "appos")
        )


def _agents(tree: Sentence, verb: int) -> Iterator[int]:
    """Yield those by whom a thing is done: "by A and, in Rome, by the station B"."""
    for agent in tree.children(verb, "obl:agent"):
        yield agent
        for token in sorted(tree.subtree(agent)):
            above = tree[token].head
            again = tree[token].deprel == "case" and tree[token].text == "by"
            # "by A, by B and by C" is one list, wherever the parse hangs its parts.
            if again and agent < token < above and tree[above].upos != "VERB":
                yield above


def _main_verb(tree: Sentence, verb: int) -> int:
    """Return the verb whose subject a participle after a comma has.

    "They keep links with those forming the front, promoting unity": not those.
    """
    if tree[verb].tag != "VBG" or tree[verb].deprel != "advcl":
        return verb
    first = min(tree.subtree(verb))
    if not (tree[first].text == "," or (first and tree[first - 1].text == ",")):
        return verb
    above = tree[verb].head
    while tree[above].deprel == "acl" and tree[above].tag == "VBG":
        while tree[above].upos not in {"VERB", "AUX"} or tree[above].deprel == "acl":
            if tree[above].head < 0:
                return above
            above = tree[above].head
    return above


@cache
def _forms_of(verbs: frozenset[str]) -> frozenset[str]:
    """Return all forms of regular verbs, whatever tag the parser gives them."""
    found: set[str] = set()
    for verb in verbs:
        stem = verb.removesuffix("e")
        doubled = stem + verb[-1]
        past = verb if verb.endswith("cast") else f"{stem}ed"
        found |= {verb, f"{verb}s", past, f"{stem}ed", f"{stem}ing"}
        found |= {f"{doubled}ed", f"{doubled}ing", f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    return frozenset(found)
