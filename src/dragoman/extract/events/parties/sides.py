"""Who "the two sides", "both camps" and "each side" are: the two told of last."""

from collections.abc import Callable, Iterator

from dragoman.extract.clauses.rows import coordinated
from dragoman.extract.events.draft import Draft
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence

# What either of two may be called, whoever they are.
_SIDES = frozenset(
    {"side", "party", "group", "camp", "faction", "rival", "foe", "adversary", "enemy"}
    | {"neighbour", "neighbor", "delegation", "ally", "opponent", "belligerent"}
)
_STATES = frozenset({"country", "state", "nation", "government", "capital"})
# What needs no number: "the pair", "the parties".
_PAIRS = frozenset({"pair", "duo"})
_PLAIN = frozenset({"party", "side"})
SIDES = _SIDES | _STATES | _PAIRS
_BOTH = frozenset({"both", "each", "either"})
_TWO = frozenset({"two", "2"})
_PAIR = 2
_NEAR = 2  # sentences over which two sides are still spoken of
_FORCE = frozenset({"ASSAULT", "COERCE"})
_SIDE_PARTS = frozenset({"actor", "recipient"})

Read = Callable[[int, int], tuple[Party, ...]]


class Sides:
    """Remembers the two parties of the events told so far."""

    def __init__(self, annotations: Annotations) -> None:
        self._annotations = annotations
        self._told: list[tuple[int, tuple[Party, ...]]] = []

    def note(self, draft: Draft) -> None:
        """Remember the parties of an event, if they are two."""
        pair = tuple(one.party for one in draft.participants if one.part in _SIDE_PARTS)
        if len(pair) != _PAIR:
            return
        if draft.type in _FORCE and any(one.entity is None for one in pair):
            return  # "the army killed nine men": no two sides
        self._told.append((draft.sentence, pair))

    def mean(self, sentence: int, token: int, read: Read) -> tuple[Party, ...]:
        """Return the two that a phrase means, nobody if it means others.

        Args:
            sentence: Index of the sentence.
            token: Head of the phrase, whose lemma is one of ``SIDES``.
            read: Reads the parties of a phrase of a sentence, without its row.
        """
        tree = self._annotations.sentences[sentence]
        if not _means_two(tree, token):
            return ()
        states = tree[token].lemma.lower() in _STATES
        acting = self._acting(sentence, token, read)
        for pair in self._pairs(sentence, token, read):
            if acting.intersection(pair):
                continue  # "Lee urged both sides": he is neither
            if not states or all(self._is_state(one) for one in pair):
                return pair
        return ()

    def _acting(self, sentence: int, token: int, read: Read) -> set[Party]:
        """Return who does something to the two, if they are no subject."""
        tree = self._annotations.sentences[sentence]
        if tree[token].deprel not in {"obj", "iobj", "obl"} or tree[token].head < 0:
            return set()
        subject = tree.subject(tree[token].head)
        if subject is None or tree[subject].lemma.lower() in SIDES:
            return set()
        return set(read(sentence, subject))

    def _pairs(
        self, sentence: int, token: int, read: Read
    ) -> Iterator[tuple[Party, ...]]:
        """Yield pairs told before a phrase, the last one first."""
        tree = self._annotations.sentences[sentence]
        yield from self._between(sentence, token, read)
        for told, pair in reversed(self._told):
            if sentence - told > _NEAR:
                break
            yield pair
        if sentence and self._annotations.sentences[sentence - 1].block == tree.block:
            before = len(self._annotations.sentences[sentence - 1])
            yield from self._between(sentence - 1, before, read)

    def _between(
        self, sentence: int, end: int, read: Read
    ) -> Iterator[tuple[Party, ...]]:
        """Yield the two of "talks between A and B" before a word of a sentence."""
        tree = self._annotations.sentences[sentence]
        for marker in tree.find_words({"between"}):
            first = tree[marker].head
            row = coordinated(tree, first) if 0 <= first < end else []
            if len(row) == _PAIR:
                pair = tuple(party for one in row for party in read(sentence, one))
                if len(pair) == _PAIR:
                    yield pair

    def _is_state(self, party: Party) -> bool:
        chain = self._annotations.chain_by_id.get(party.entity or "")
        return chain is not None and "state" in chain.types


def _is_plain_row(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase is just "the parties", "the sides"."""
    plural = tree[token].tag in {"NNS", "NNPS"} and tree[token].lemma.lower() in _PLAIN
    return plural and tree.child(token, "nummod") is None


def _means_two(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase is "the two sides", "both camps", "each side".

    Two of a kind that is said are others: "two parties of the left".
    """
    if tree.child(token, "acl", "acl:relcl", "nmod", "nmod:poss", "amod", "appos"):
        return False
    if tree.child(token, "compound", "conj") is not None:
        return False
    articles = {tree[c].text.lower() for c in tree.children(token, "det")}
    if articles & _BOTH:
        return True
    lemma = tree[token].lemma.lower()
    if "the" in articles and (lemma in _PAIRS or _is_plain_row(tree, token)):
        return True
    return tree[token].tag == "NNS" and any(
        tree[c].text.lower() in _TWO for c in tree.children(token, "nummod")
    )
