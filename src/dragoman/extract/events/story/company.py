"""Who else took part: told in the sentences after a meeting or a visit."""

import re
from collections.abc import Iterator

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.parties import ALONG
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import DEFINITE, Sentence
from dragoman.schema.loader import unite_words

# What says of somebody that he was there too, with what must follow: "sat in".
_ATTEND = {"attend": "", "participate": "", "take": "part", "sit": "in", "join": ""}
_SEATED = frozenset({"side", "table"})
_THERE = _ATTEND.keys() | {"present"}
_PRESENT_TOO = frozenset({"present", "attendance"})
_MEALS = frozenset({"lunch", "dinner", "breakfast", "tea", "coffee"})
_SHARED = frozenset({"in", "at", "on", "for", "during"})
_CLAUSES = frozenset({"conj", "parataxis", "advcl", "ccomp"})
_TOO = frozenset({"too", "also", "likewise"})
_NEAR = 2  # sentences over which a visit is still spoken of
_PRESENT = re.compile(
    r"(?:(?:also |among those )?(?:present|in attendance|attending|taking part"
    r"|participating|seated|heading|leading|representing"
    r"|in the room|at the table|on hand)\b[^.;:]{0,60}?"
    r"|around the (?:table|negotiating table) )(?:is|are|was|were)\b"
    r"|(?:across|opposite|beside|between them|with them|next to)\b[^.;:]{0,60}?"
    r"\bsat\b",
    re.IGNORECASE,
)


class CompanyReader:
    """Reads "Present were A and B", "They were joined by C", "accompanied by D"."""

    def __init__(self, reader: SentenceReader) -> None:
        self.reader = reader

    def travel_along(self, sentence: int, tree: Sentence, visit: Draft) -> bool:
        """Read "He will be accompanied by A" of a visit told before."""
        root = tree.root
        if visit.mode != "visit" or sentence - visit.sentence > _NEAR:
            return False
        if tree[root].lemma != "accompany" or not tree.is_passive(root):
            return False
        for subject in tree.children(root, "nsubj:pass"):
            parties = self.reader.parties.read(sentence, subject, "person")
            if not any(party in visit.parties() for party in parties):
                return False
        found = list(self.companions(sentence, tree))
        for party in found:
            visit.add(party, "actor")
        return bool(found)

    def joins(self, sentence: int, tree: Sentence, last: Draft) -> bool:
        """Tell whether a sentence adds people to a meeting told before."""
        words = self.reader.ontology.words
        text = self.reader.document.text[tree.start : tree.end]
        if _PRESENT.match(text) is not None:
            return True
        if sentence == last.sentence + 1 and _is_there_too(tree):
            return True
        for verb in (tree.root, *tree.children(tree.root, "xcomp", "acl", "advcl")):
            if tree[verb].lemma.lower() not in words["join_verbs"]:
                continue
            if tree.is_negated(verb):
                return False
            if tree[verb].lemma.lower() == "represent" and tree.is_passive(verb):
                return True
            if self._points_back(sentence, tree, verb, last):
                return True
            if sentence == last.sentence + 1 and self._attends(
                sentence, tree, verb, last
            ):
                return True
        return False

    def join_beside(self, sentence: int, tree: Sentence, last: Draft | None) -> None:
        """Read "he met Lee; Kim sat in on the talks", "with Kim also taking part"."""
        if last is None or sentence - last.sentence > 1:
            return
        for verb in tree.find_lemmas(_THERE):
            if tree[verb].deprel not in _CLAUSES:
                continue
            if not self._attends(sentence, tree, verb, last):
                continue
            for subject in tree.children(verb, "nsubj"):
                for party in self.reader.parties.read(sentence, subject, "person"):
                    if party.entity is not None:
                        last.add(party, "actor")

    def _attends(self, sentence: int, tree: Sentence, verb: int, last: Draft) -> bool:
        """Tell whether "A and B attended" means what was told just before.

        "Also took part", "sat in on the talks", "were present", "joined them".
        """
        word = tree[verb]
        lemma = word.lemma.lower()
        told = word.tag == "VBD" or (word.tag == "VBG" and word.deprel == "advcl")
        if lemma in _PRESENT_TOO:
            told = any(tree[cop].tag == "VBD" for cop in tree.children(verb, "cop"))
        elif lemma not in _ATTEND or tree.is_passive(verb):
            return False
        if not told or tree.is_negated(verb) or tree.child(verb, "xcomp", "ccomp"):
            return False
        if tree.child(verb, "advcl") is not None:
            return False  # "was present when the bomb went off"
        if tree.child(verb, "aux") is not None or not _is_followed(tree, verb):
            return False
        nouns = unite_words(self.reader.ontology.words["meeting_nouns"], _SEATED)
        return self._has_company(sentence, tree, verb, last, nouns) and all(
            one.case in ALONG
            or (lemma in _PRESENT_TOO and one.token == verb)
            or (one.case in _SHARED and tree[one.token].lemma.lower() in _MEALS)
            or (one.case in _SHARED and _is_that(tree, one.token, nouns))
            for one in find_obliques(tree, verb)
        )

    def _has_company(
        self,
        sentence: int,
        tree: Sentence,
        verb: int,
        last: Draft,
        nouns: frozenset[str],
    ) -> bool:
        """Tell whether "joined them", "attended the talks" names those who met."""
        lemma = tree[verb].lemma.lower()
        objects = tree.children(verb, "obj")
        if lemma == "join":
            parties = [
                party
                for child in objects
                for party in self.reader.parties.read(sentence, child, "person")
            ]
            return bool(parties) and all(one in last.parties() for one in parties)
        return lemma == "take" or all(_is_that(tree, one, nouns) for one in objects)

    def _points_back(
        self, sentence: int, tree: Sentence, verb: int, last: Draft
    ) -> bool:
        """Tell whether a verb of taking part speaks of the meeting before."""
        nouns = self.reader.ontology.words["meeting_nouns"]
        for child in tree.children(verb, "obj", "obl", "nsubj", "nsubj:pass"):
            token = tree[child]
            determined = any(
                tree[d].text.lower() in DEFINITE for d in tree.children(child, "det")
            )
            if token.lemma.lower() in nouns and determined:
                return True
            if not token.deprel.startswith("nsubj"):
                continue
            parties = self.reader.parties.read(sentence, child, "person")
            if parties and all(party in last.parties() for party in parties):
                return tree.is_passive(verb)
        return False

    def _groups(self, sentence: int, tree: Sentence) -> Iterator[Party]:
        """Yield who joins without a name of his own: "by representatives of both"."""
        root = tree.root
        if tree[root].upos == "VERB":
            passive = tree.is_passive(root)
            heads = list(_agents(tree) if passive else tree.children(root, "nsubj"))
            heads += [o.token for o in find_obliques(tree, root) if o.case in ALONG]
        else:  # "present were two nurses"
            heads = [root]
        for head in heads:
            if not _is_some(tree, head):
                continue
            for party in self.reader.parties.read(sentence, head, "person"):
                chain = self.reader.annotations.chain_by_id.get(party.entity or "")
                if chain is None or chain.schema is Schema.ORGANIZATION:
                    yield party

    def companions(self, sentence: int, tree: Sentence) -> Iterator[Party]:
        """Yield the people whom a sentence names, then those whom it describes."""
        yield from self._named(sentence, tree)
        yield from self._groups(sentence, tree)

    def _named(self, sentence: int, tree: Sentence) -> Iterator[Party]:
        annotations = self.reader.annotations
        for mention in annotations.mentions_by_sentence.get(sentence, ()):
            relation = tree[mention.head].deprel
            if mention.schema is not Schema.PERSON or relation.startswith("nmod"):
                continue
            if mention.kind is not MentionKind.NAME:
                continue
            chain = annotations.chain_by_id[mention.chain]
            if chain.name is not None and not chain.members:
                yield Party(chain.id, chain.name)


def _is_there_too(tree: Sentence) -> bool:
    """Tell "the bishop was there too": somebody more."""
    root = tree.root
    was = any(tree[cop].tag == "VBD" for cop in tree.children(root, "cop"))
    here = tree[root].text.lower() in {"there", "present"} and was
    return here and not tree.is_negated(root) and not _TOO.isdisjoint(tree.words)


def _is_followed(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb has the word that makes it one of being there: "sat in"."""
    asked = _ATTEND.get(tree[verb].lemma.lower(), "")
    return not asked or any(
        child > verb and tree[child].text.lower() == asked
        for child in tree.children(verb, "obj", "advmod", "compound:prt")
    )


def _is_that(tree: Sentence, noun: int, nouns: frozenset[str]) -> bool:
    """Tell whether a phrase is "the talks", those that were just told of."""
    return tree[noun].lemma.lower() in nouns and any(
        tree[d].text.lower() in DEFINITE for d in tree.children(noun, "det")
    )


def _agents(tree: Sentence) -> Iterator[int]:
    """Yield whom "by" names on the main verb, in a row too: "by A and by B"."""
    for token in range(len(tree)):
        if tree.case_of(token) == "by":
            current = tree[token].head
            while current >= 0 and tree[current].upos != "VERB":
                current = tree[current].head
            if current == tree.root:
                yield token


def _is_some(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase is a group: no "neither minister", no "Lee's successor"."""
    words = {tree[child].text.lower() for child in tree.children(token, "det")}
    if words & {"no", "neither", "none", "any"}:
        return False
    plural = tree[token].tag in {"NNS", "NNPS"} or tree[token].upos == "PROPN"
    return plural or bool(words & {"a", "an"}) or tree.child(token, "conj") is not None
