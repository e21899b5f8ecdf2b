"""Sentences as dependency trees in Universal Dependencies, and questions to them.

The tags and relations are those of UD v2 (https://universaldependencies.org),
whatever parser made them, so that rules do not change with the parser.
Token indices count within the sentence; offsets count in the document.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Set
from functools import cache, wraps
from operator import attrgetter
from typing import Any, NamedTuple, Self, TypeVar

T = TypeVar("T")

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
OBJECTS = frozenset({"obj", "iobj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Tags of verbs that are marked for tense; modals make a clause finite as well.
TENSED = frozenset({"VBD", "VBZ", "VBP"})
FINITE = TENSED | {"MD"}
# Forms of the past, of which a tagger reads one for the other.
PAST = frozenset({"VBD", "VBN"})
# Whose a thing is, of somebody spoken of.
THEIRS = frozenset({"his", "her", "its", "their"})
# Auxiliaries of what lies ahead, and words that open relative clauses.
FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
# Tags of words that open questions; those of place and time open relative clauses too.
ASKING = frozenset({"WDT", "WP", "WRB"})
# "Had she known": what stands before its subject for "if".
INVERTED = frozenset({"should", "had", "were"})
# What points at something known, or says that it is.
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
# Whose it is or by whom: "the report of, by, from the mission".
OWNER_CASES = frozenset({"by", "from", "of"})
ARTICLES = frozenset({"a", "an", "the"})
# Words that open a question, or one that is told of.
QUESTIONS = frozenset({"how", "what", "when", "where", "whether", "who", "why"})
# What has no mind and says nothing.
THINGS = frozenset({"it", "this", "that", "which", "what", "these"})
DASHES = frozenset({"-", "--", "–", "—", "―"})
# Marks around somebody's own words.
QUOTE_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})
POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
# What a body may be called behind its name, and is all of it: no wing, no office.
_KINDS = frozenset(
    {"movement", "militia", "party", "group", "organisation", "organization", "gang"}
    | {"agency", "newspaper", "daily", "magazine"}
    | {"bloc", "alliance", "coalition", "union", "league", "cartel", "sect", "band"}
    | {"company", "firm", "faction", "front", "weekly", "broadcaster", "tribe"}
)
_PLATFORMS = frozenset({"facebook", "whatsapp", "telegram", "youtube", "signal", "x"})
_start, _end = attrgetter("start"), attrgetter("end")
_PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
_NEGATING = frozenset({"advmod", "det", "neg", "cc:preconj"})


class Token(NamedTuple):
    """One syntactic word; a tuple, because there are so many of them.

    Attributes:
        start: First code point in the document.
        end: Code point after the last one.
        text: The word as it stands.
        lemma: Base form, lower case but for names.
        upos: Universal part of speech (``NOUN``, ``PROPN``, ``VERB`` ...).
        tag: Penn Treebank tag (``VBD``, ``NNS`` ...), for tense and number.
        head: Index of the head in the sentence, -1 for the root.
        deprel: Universal relation to the head (``nsubj``, ``obl``, ``root`` ...).
        entity: Hint of a name tagger, ``B-PERSON``, ``I-PERSON`` ... in OntoNotes
            labels, ``""`` outside names. A hint only: mentions are what counts.
        subtype: Finer type of that name, ``party``, ``city`` ..., if the tagger tells.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    tag: str
    head: int
    deprel: str
    entity: str = ""
    subtype: str = ""

    @property
    def small(self) -> str:
        """The word in small letters, but for "US", which is no pronoun."""
        return self.text if self.text == "US" else self.text.lower()


class Sentence(tuple[Token, ...]):
    """A parsed sentence: its tokens in order of the text, and the tree upon them.

    Rules ask it for a token some twenty times a word, hence a tuple. Two sentences
    are the same only if they are the same object.

    Attributes:
        tokens: In order of the text.
        start: First code point in the document.
        end: Code point after the last one.
        block: Index of the block in ``Document.blocks``.
        root: Index of the root, the first one if the parser left several.
        lowered: All words in lower case, in order of the text.
        words: The same as a set.
        bases: The base forms of all words in lower case, in order of the text.
        lemmas: The same as a set.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    block: int
    root: int
    lowered: list[str]
    words: frozenset[str]
    bases: list[str]
    lemmas: frozenset[str]
    # By word: the relation, the same without its subtype, the dependents.
    _relations: list[str]
    _plain: list[str]
    _children: list[list[int]]
    # Once they were asked for: by word the relations right below it, with and without
    # subtype; prepositions by word; all first and all last words below; what functions
    # found of a word.
    _below: list[set[str] | None]
    _cases: dict[int, str] | None
    _reaches: tuple[list[int], list[int]] | None
    notes: dict[Callable[..., Any], dict[int, Any]]

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__

    def __new__(cls, tokens: Iterable[Token], block: int) -> Self:
        """Make a sentence.

        Raises:
            ValueError: There are no tokens.
        """
        made = super().__new__(cls, tokens)
        if not made:
            raise ValueError("a sentence needs at least one token")
        made.tokens = tuple(made)
        made.start = made[0].start
        made.end = made[-1].end
        made.block = block
        made._relations = [token.deprel for token in made]
        made._plain = list(map(_without_subtype, made._relations))
        heads = [token.head for token in made]
        children: list[list[int]] = [[] for _ in heads]
        roots: list[int] = []
        for index, head in enumerate(heads):
            (children[head] if head >= 0 else roots).append(index)
        made._children = children
        made.root = roots[0] if roots else 0
        made._below = [None] * len(heads)
        made._cases = None
        made._reaches = None
        made.lowered = [token.text.lower() for token in made]
        made.words = frozenset(made.lowered)
        made.bases = [token.lemma.lower() for token in made]
        made.lemmas = frozenset(made.bases)
        made.notes = {}
        return made

    def find_words(self, words: Set[str]) -> list[int]:
        """Return the words that are one of some in lower case, in order of the text."""
        if words.isdisjoint(self.words):
            return []
        return [index for index, word in enumerate(self.lowered) if word in words]

    def kind_behind(self, name: int) -> int | None:
        """Return the noun behind a name that says what kind of body bears it."""
        kind = name + 1
        if self[name].deprel != "compound" or self[name].head != kind:
            return None
        if self[name].text.lower() in _PLATFORMS:
            return None  # "a WhatsApp group"
        word = self[kind]
        return kind if word.tag == "NN" and word.lemma.lower() in _KINDS else None

    def find_lemmas(self, lemmas: Set[str]) -> list[int]:
        """Return the words with one of some base forms, in order of the text."""
        if lemmas.isdisjoint(self.lemmas):
            return []
        return [index for index, word in enumerate(self.bases) if word in lemmas]

    def find_relation(self, deprel: str) -> list[int]:
        """Return the words of a relation, of any subtype, in order of the text."""
        plain = self._plain
        if deprel not in plain:
            return []
        return [index for index, relation in enumerate(plain) if relation == deprel]

    def children(self, index: int, *deprels: str) -> list[int]:
        """Return the dependents of a token, of the named relations if any are named.

        A relation matches with and without its subtype: ``obl`` finds
        ``obl:agent``, ``obl:agent`` finds only that.
        """
        found = self._children[index]
        if not (found and deprels):
            return found[:]
        # Most words have none of those that are asked for.
        below = self._below[index] or self._read_below(index)
        if below.isdisjoint(deprels):
            return []
        relations, plain = self._relations, self._plain
        return [
            child
            for child in found
            if relations[child] in deprels or plain[child] in deprels
        ]

    def child(self, index: int, *deprels: str) -> int | None:
        """Return the first dependent of the named relations, or ``None``."""
        found = self._children[index]
        if not found:
            return None
        below = self._below[index] or self._read_below(index)
        if below.isdisjoint(deprels):
            return None
        relations, plain = self._relations, self._plain
        for child in found:
            if relations[child] in deprels or plain[child] in deprels:
                return child
        return None

    def _read_below(self, index: int) -> set[str]:
        relations, plain = self._relations, self._plain
        found = self._below[index] = set()
        for child in self._children[index]:
            found.add(relations[child])
            found.add(plain[child])
        return found

    def subtree(
        self, index: int, *, without: frozenset[str] = frozenset()
    ) -> list[int]:
        """Return the indices of a token and all below it, in order of the text.

        Args:
            index: Top of the subtree.
            without: Relations (with or without subtype) of dependents of ``index``
                itself that are cut off together with what is below them.
        """
        below = self._children
        if not below[index]:
            return [index]
        stack = below[index]
        if without:
            relations, plain = self._relations, self._plain
            stack = [
                child
                for child in stack
                if not (relations[child] in without or plain[child] in without)
            ]
        found = [index]
        while stack:
            found += stack
            stack = [deeper for child in stack for deeper in below[child]]
        found.sort()
        return found

    def reach(self, index: int) -> tuple[int, int]:
        """Return the first and the last index of a token and all below it."""
        if self._reaches is None:
            self._reaches = self._read_reaches()
        firsts, lasts = self._reaches
        return firsts[index], lasts[index]

    def _read_reaches(self) -> tuple[list[int], list[int]]:
        size = len(self)
        firsts, lasts = [-1] * size, [-1] * size
        heads = [token.head for token in self]
        # The first one to come to a token is the outermost below it.
        for found, order in ((firsts, range(size)), (lasts, range(size - 1, -1, -1))):
            for index in order:
                place = index
                while place >= 0 and found[place] < 0:
                    found[place] = index
                    place = heads[place]
        return firsts, lasts

    def extent(
        self, index: int, *, without: frozenset[str] = frozenset()
    ) -> tuple[int, int]:
        """Return document offsets from the first to the last token of a subtree."""
        if without:
            indices = self.subtree(index, without=without)
            first, last = indices[0], indices[-1]
        else:
            first, last = self.reach(index)
        return self.tokens[first].start, self.tokens[last].end

    def conjuncts(self, index: int) -> list[int]:
        """Return a token and what is coordinated with it: "A, B and C"."""
        found = [index]
        relations = self._plain
        for child in self._children[index]:
            if relations[child] == "conj" and not self.is_ruled_out(child):
                found.extend(self.conjuncts(child))
        return found

    def is_ruled_out(self, index: int) -> bool:
        """Tell whether a nominal is B of "A, not B", "A rather than B"."""
        if self.tokens[index].upos not in {"NOUN", "PROPN", "PRON"}:
            return False
        return any(
            self.tokens[child].text.lower() in {"not", "never", "rather", "instead"}
            for child in self.children(index, "advmod", "cc")
        )

    def case_of(self, index: int) -> str:
        """Return the preposition of a nominal in lower case, ``""`` if it has none.

        Several markers are joined: "ahead of", "because of".
        """
        if self._cases is None:
            self._cases = self._read_cases()
        return self._cases.get(index, "")

    def governor_of(self, index: int) -> tuple[str, str]:
        """Return the verb that a phrase belongs to, and the relation right below it.

        The verb is a lemma in lower case, ``""`` where there is none above; parts of a
        row have the relation of its first.
        """
        token = self[index]
        relation = token.deprel
        # A parse may hold a circle.
        for _ in self.tokens:
            if token.head < 0:
                break
            if token.deprel != "conj":
                relation = token.deprel
            token = self[token.head]
            if token.upos == "VERB":
                return token.lemma.lower(), relation
        return "", relation

    def _read_cases(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for index, relation in enumerate(self._plain):
            token = self[index]
            if relation != "case" or token.lemma in POSSESSIVE_MARKS:
                continue
            words = [token.text.lower()]
            if self._children[index]:
                fixed = self.children(index, "fixed")
                words += [self[one].text.lower() for one in fixed]
            if token.head in found:
                words.insert(0, found[token.head])
            found[token.head] = " ".join(words)
        return found

    def subject(self, verb: int) -> int | None:
        """Return the subject of a predicate, looking up through coordination.

        "He met Lee and left": the subject of "left" is "He". Open clauses
        (``xcomp``) take the subject of their head. ``None`` if there is none.
        """
        seen = set()
        while verb >= 0 and verb not in seen:
            seen.add(verb)
            own = self.child(verb, *SUBJECTS)
            if own is not None:
                return own
            if self.tokens[verb].deprel not in {"conj", "xcomp"}:
                return None
            verb = self.tokens[verb].head
        return None

    def seat_inside(self, phrase: int) -> int:
        """Return where "at the palace" begins in "envoys of the states at the palace".

        A parse hangs it on the states; it is where the envoys were. Past the end of the
        sentence if there is none.
        """
        cases = (
            self.tokens[case - 1].end
            for token in self.subtree(phrase)
            if token != phrase and self._plain[token] == "nmod"
            for case in self.children(token, "case")
            if self.tokens[case].text == "at"
        )
        return next(cases, self.end)

    def is_passive(self, verb: int) -> bool:
        """Tell whether a verb has passive marking of its own."""
        if not self._children[verb]:
            return False
        below = self._below[verb] or self._read_below(verb)
        return not below.isdisjoint(_PASSIVE)

    def is_negated(self, index: int) -> bool:
        """Tell whether a word has a negation as its own dependent."""
        if not self._children[index]:
            return False
        below = self._below[index] or self._read_below(index)
        if below.isdisjoint(_NEGATING):
            return False
        relations = self._relations
        return any(
            self.bases[child] in _NEGATIONS
            for child in self._children[index]
            if relations[child] in _NEGATING
        )

    def auxiliaries(self, verb: int) -> list[str]:
        """Return the lemmas of the auxiliaries of a predicate, copula included."""
        return [self.bases[child] for child in self.children(verb, "aux", "cop")]

    def token_at(self, offset: int) -> int | None:
        """Return the index of the token that covers a document offset, or ``None``."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.tokens) and self.tokens[low].start <= offset:
            return low
        return None

    def head_of(self, start: int, end: int) -> int | None:
        """Return the token inside ``[start, end)`` whose head lies outside it."""
        low = bisect_right(self.tokens, start, key=_end)
        high = bisect_left(self.tokens, end, low, key=_start)
        for index in range(low, high):
            if not low <= self[index].head < high:
                return index
        return None


def noted(function: Callable[[Sentence, int], T]) -> Callable[[Sentence, int], T]:
    """Keep what a function finds of a word with the sentence, for the next who asks.

    Only what nobody changes, and what sentence and word alone decide.
    """

    @wraps(function)
    def ask(tree: Sentence, index: int) -> T:
        known = tree.notes.get(function)
        if known is None:
            known = tree.notes[function] = {}
        if index not in known:
            known[index] = function(tree, index)
        found: T = known[index]
        return found

    return ask


def is_pluperfect(tree: Sentence, verb: int) -> bool:
    """Tell whether what a verb tells was over by then: "the two had signed"."""
    return any(
        tree[child].text.lower() in {"had", "'d", "’d"}
        for child in tree.children(verb, "aux")
    )


@cache
def _without_subtype(relation: str) -> str:
    return relation.partition(":")[0]
