"""Hashtags that are pushed: told to be, or a call in themselves.

A hashtag files a post under a word, whoever writes it: "#Border", "#AnaRuiz". A slogan
is one that the report calls a hashtag or says to be spread, and one that calls for
something or makes a sentence: "#FreeAna", "#NotOneMore", "#LeaveMeansLeave".
"""

import re
from collections.abc import Iterator

from dragoman.extract.clauses.clause import clause_head
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.model.claim import Party
from dragoman.model.document import PROSE
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_HASHTAG = re.compile(r"(?<![\w&/])#[^\W\d_]\w{2,}")
_PART = re.compile(r"[A-ZÀ-ÝĀ-Ž]+(?![a-z])|[A-ZÀ-ÝĀ-Ž]?[a-zà-ÿ']+|\d+")
_TOLD = frozenset({"hashtag", "hashtags", "trended", "trending"})
_BEFORE = frozenset({"compound", "amod", "nmod:poss"})
_CALLED = frozenset({"campaign", "hashtag", "movement", "slogan", "tag", "cry"})
_SAYS = frozenset({"is", "are", "means", "matters", "matter", "must", "will", "was"})


class HashtagReader:
    """Reads the hashtags of one document."""

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._calls = words["hashtag_calls"]
        self._pushes = unite_words(
            words["chant_verbs"],
            words["push_verbs"],
            words["spread_verbs"],
            words["channel_verbs"],
        )

    def read(self) -> Iterator[Found]:
        """Yield every hashtag that is pushed."""
        for block in self.document.blocks:
            if block.kind not in PROSE:
                continue
            for found in _HASHTAG.finditer(self.document.text, block.start, block.end):
                sentence = self.annotations.sentence_at(found.start())
                if sentence is None:
                    continue
                tree = self.annotations.sentences[sentence]
                if self._is_part(tree, found.start()):
                    continue
                told = not tree.words.isdisjoint(_TOLD) or self._is_pushed(
                    tree, found.start()
                )
                if not told and not self._is_call(found[0]):
                    continue
                carriers = tuple(
                    party
                    # of a post that is only cited nobody is told to push it
                    for party in self._carriers_of(sentence, found.start(), told=told)
                    if party.entity is not None or "hashtag" not in party.name.lower()
                )
                here = (tree.start, tree.end)
                yield Found(found[0], "slogan", carriers, None, here)

    def _is_call(self, hashtag: str) -> bool:
        """Tell "#FreeAna", "#NoMoreDams" and "#LandMeansLife" from "#AnaRuiz"."""
        parts = [part.lower() for part in _PART.findall(hashtag)]
        if len(parts) < 2:
            return False
        return parts[0] in self._calls or not _SAYS.isdisjoint(parts[1:-1])

    def _is_pushed(self, tree: Sentence, offset: int) -> bool:
        """Tell whether a verb of passing on has a hashtag for its object.

        Not what only has one before it: "championed a #FreeAna accuser".
        """
        token = tree.token_at(offset)
        if token is None or tree[token].deprel in _BEFORE:
            return False
        verb = tree[token].head
        if verb >= 0 and tree[verb].upos == "NOUN":
            verb = tree[verb].head
        if verb < 0 or tree[verb].upos != "VERB":
            return False
        return tree[verb].lemma.lower() in self._pushes

    def _is_part(self, tree: Sentence, offset: int) -> bool:
        """Tell "the #FreeAna moment" and "#FreeAna marcher": a word of a name."""
        token = tree.token_at(offset)
        if token is None or tree[token].deprel not in _BEFORE:
            return False
        return tree[tree[token].head].lemma.lower() not in _CALLED

    def _carriers_of(
        self, sentence: int, offset: int, *, told: bool
    ) -> tuple[Party, ...]:
        tree = self.annotations.sentences[sentence]
        token = tree.token_at(offset)
        if token is None or not told:
            return ()
        verb = clause_head(tree, token)
        owners = tuple(
            party
            for told_of in tree.children(token, "appos")
            for clause in tree.children(told_of, "acl", "acl:relcl")
            for party in self.carriers.of_verb(sentence, clause)
        )
        if verb > token:
            # Drawn into the next clause: "shared the hashtag #X, and Y reports".
            return owners or self.carriers.of_clause_before(sentence, token)
        found = self.carriers.of_verb(sentence, verb)
        undergone = tree.child(verb, "nsubj:pass")
        if not found and undergone is not None and not tree.children(verb, "aux:pass"):
            # "Accounts answered with #X": no passive without its auxiliary.
            found = self.carriers.of_noun(sentence, undergone)
        if not found and not owners and undergone is None:
            # "X, …, put out a video viewed by many, and pushed the hashtag": X did.
            found = self.carriers.of_verb(sentence, tree.root)
        return tuple(dict.fromkeys((*found, *owners)))
