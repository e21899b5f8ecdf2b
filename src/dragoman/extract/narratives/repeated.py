"""Words in quotation marks that are told to be repeated.

"The phrase “X” was repeated by": the sentence names who repeats them and often who
was first: "coined in an editorial of Y", "first used by Z".
"""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.extract.narratives.spread import COINING, is_first
from dragoman.model.annotation import MentionKind, Quotation, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_MARKS = " \t\n,;.:"
_LONGEST = 14  # words
# Passing on by these verbs is what makes a quotation more than a remark.
_REPEATS = frozenset(
    {"amplify", "chant", "circulate", "echo", "parrot", "push", "recirculate"}
    | {"recycle", "repeat", "repost", "retweet", "reuse", "revive", "share", "spread"}
    | {"trumpet"}
)
_PUSHES = frozenset({"promote", "disseminate", "peddle", "propagate", "publish"})
_CHARGES = frozenset({"accusation", "allegation", "charge", "expression", "term"})
_COINS = COINING | {"float", "launch"}
_FIRST = frozenset(
    {
        "air",
        "appear",
        "make",
        "post",
        "publish",
        "raise",
        "say",
        "use",
        "utter",
        "voice",
    }
)
_INCLUDES = frozenset({"including", "notably", "like"})
_UP = 3
_BESIDE = 6  # tokens behind a quotation


@cache
def _predicate_of(nouns: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        r"[”\"»,\s]*(?:is|was|are|were|has been|remains?)\b[^.;“\"«]{0,60}?\b"
        rf"(?P<noun>{'|'.join(sorted(nouns))})s?\b",
        re.IGNORECASE,
    )


class RepeatedReader:
    """Reads quotations whose repetition is told in the same sentence."""

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._slogans = unite_words(words["slogan_words"], words["slogan_nouns"])
        self._predicate = _predicate_of(words["theme_nouns"])
        self._ideas = unite_words(
            words["idea_nouns"], words["narrative_nouns"], _CHARGES
        )
        self._named = unite_words(self._slogans, self._ideas)

    def read(self) -> Iterator[Found]:
        """Yield every quotation that is told to be repeated."""
        for quotation in self.annotations.quotations:
            number = self.annotations.sentence_at(quotation.outer_start)
            if number is None:
                continue
            found = self._of_quotation(number, quotation)
            if found is not None:
                yield found

    def _of_quotation(self, number: int, quotation: Quotation) -> Found | None:
        tree = self.annotations.sentences[number]
        label = self.document.text[quotation.start : quotation.end].strip(_MARKS)
        if quotation.end > tree.end or not label:
            return None
        told = self._predicated(number, tree, quotation)
        if told:
            return Found(label, "theme", told, None, (tree.start, tree.end))
        head = tree.head_of(quotation.start, quotation.end)
        if head is None or len(label.split()) > _LONGEST:
            return None
        noun = self._noun(tree, head)
        thing = head if noun is None else noun
        carriers = self._repeaters(number, tree, thing, named=noun is not None)
        carriers = carriers or self._beside(number, tree, quotation)
        if not carriers:
            return None
        origin = self._origin(number, tree, thing)
        charged = noun is not None and tree[noun].lemma.lower() not in self._slogans
        form = "theme" if charged else "slogan"
        return Found(label, form, carriers, origin, (tree.start, tree.end))

    def _noun(self, tree: Sentence, head: int) -> int | None:
        """Return "phrase" of "the phrase “X”", "charge" of "the charge that"."""
        current = head
        for _ in range(_UP):
            above = tree[current].head
            if above < 0 or tree[current].deprel.startswith(("nsubj", "obl")):
                return None
            if tree[above].lemma.lower() in self._named:
                return above
            current = above
        return None

    def _repeaters(
        self, number: int, tree: Sentence, thing: int, *, named: bool
    ) -> tuple[Party, ...]:
        verb, relation = tree[thing].head, tree[thing].deprel
        if verb < 0 or tree[verb].lemma.lower() not in _REPEATS:
            return ()
        passive = relation == "nsubj:pass"
        if not passive and not (named and relation == "obj"):
            return ()
        found: list[Party] = []
        for party in self.carriers.of_verb(number, verb):
            examples = self._examples(number, tree, party)
            found.extend(examples or (party,))
        return tuple(dict.fromkeys(self.carriers.without_things(tuple(found))))

    def _predicated(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[Party, ...]:
        """Return A of "“X” is one of the leading narratives spread by A".

        Read by its place: a quotation that is a sentence hangs on anything.
        """
        match = self._predicate.match(self.document.text, quotation.end, tree.end)
        noun = None if match is None else tree.token_at(match.start("noun"))
        if noun is None:
            return ()
        found = [
            party
            for verb, token in enumerate(tree.tokens)
            if verb > noun and token.tag == "VBN"
            if token.lemma.lower() in _REPEATS | _PUSHES
            for party in self.carriers.of_verb(number, verb)
        ]
        return tuple(dict.fromkeys(found or self.carriers.owners_of(number, noun)))

    def _beside(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[Party, ...]:
        """Return who repeats it: "“X”, a line repeated by A and by B".

        Read by its place behind the marks: parses of a quotation that is a sentence
        hang the line on anything.
        """
        behind = [i for i, t in enumerate(tree.tokens) if t.start >= quotation.end]
        words = [i for i in behind[:_BESIDE] if tree[i].upos == "NOUN"]
        comma = any(tree[i].text == "," for i in behind[:2])
        if not words or not comma:
            return ()
        noun = words[0]
        if tree[noun].lemma.lower() not in self._named:
            return ()
        found: list[Party] = []
        for clause in tree.children(noun, "acl", "acl:relcl"):
            for verb in tree.conjuncts(clause):
                if tree[verb].lemma.lower() in _REPEATS:
                    found.extend(self.carriers.of_verb(number, verb))
        return tuple(dict.fromkeys(found))

    def _examples(self, number: int, tree: Sentence, party: Party) -> tuple[Party, ...]:
        """Return A and B of "eleven channels, including A and B"."""
        if party.entity is not None:
            return ()
        start = self.document.text.find(party.name, tree.start, tree.end)
        opened = next(
            (
                index
                for index, token in enumerate(tree.tokens)
                if token.start >= start
                and (
                    token.text.lower() in _INCLUDES
                    or (
                        token.text.lower() == "such"
                        and index + 1 < len(tree)
                        and tree[index + 1].text == "as"
                    )
                )
            ),
            None,
        )
        if opened is None or start < 0:
            return ()
        found: list[Party] = []
        for index in range(opened + 1, len(tree.tokens)):
            if tree[index].tag in {"VBD", "VBZ", "VBP"}:
                break
            mention = self.annotations.mention_headed(number, index)
            if mention is None or mention.kind is not MentionKind.NAME:
                continue
            if mention.schema in {Schema.ORGANIZATION, Schema.PERSON}:
                found.extend(self.carriers.of_noun(number, index))
        return tuple(dict.fromkeys(found))

    def _origin(self, number: int, tree: Sentence, thing: int) -> Party | None:
        """Return who was first: "coined in an editorial of X", "first used by Y"."""
        inside = set(tree.subtree(thing))
        for verb in sorted(inside):
            token = tree[verb]
            lemma = token.lemma.lower()
            if token.upos != "VERB" or not token.deprel.startswith("acl"):
                continue
            if lemma not in _COINS and not (lemma in _FIRST and is_first(tree, verb)):
                continue
            named = [p for p in self.carriers.of_verb(number, verb) if p.entity]
            named += [
                party
                for one in find_obliques(tree, verb)
                if one.case in {"in", "on", "by"}
                for party in self._owner(number, tree, one.token)
                if party.entity
            ]
            if named:
                return named[0]
        return None

    def _owner(self, number: int, tree: Sentence, noun: int) -> tuple[Party, ...]:
        """Return X of "an X editorial", "an editorial of X", "X"."""
        found = self.carriers.of_noun(number, noun)
        for child in tree.children(noun, "compound", "nmod", "nmod:poss", "amod"):
            mention = self.annotations.mention_covering(number, child)
            if mention is not None and mention.schema is not Schema.PLACE:
                found += self.carriers.of_noun(number, mention.head)
        return found
