"""Whether words in quotation marks are pushed, or only called, sung or signed.

What stands before a quotation may be "signed" of "signed a “pact”", a "concept" that
somebody explains, a "title" that somebody bears, one man who shouts. A slogan needs a
word that means nothing else, or who puts it out: a crowd, a wall, an outlet.
"""

from dragoman.extract.clauses.clause import clause_head, find_subjects
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.model.annotation import Quotation, Schema
from dragoman.model.document import BlockKind
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_ALONE = frozenset({"chant", "intone"})
_CRIES = frozenset({"chant", "chants", "shout", "shouts", "cry", "roar", "chanting"})
_CROWD = frozenset(
    {"they", "we", "crowd", "audience", "group", "march", "people", "mob"}
)
_SINGULAR = frozenset({"NN", "NNP", "PRP"})
_UP = 4
_NEAR = 3  # words


class Pushed:
    """Judges the words before the quotations of one document."""

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._weak = words["weak_slogan_nouns"]
        self._things = words["media_things"]
        self._writes = words["writing_verbs"]
        self._surfaces = words["surfaces"]
        self._puts_out = unite_words(
            words["push_verbs"],
            words["spread_verbs"],
            words["releasing_verbs"],
            words["strong_verbs"],
            words["weak_verbs"],
            words["channel_verbs"],
        )

    def shows(self, sentence: int, cue: int, kind: str, quotation: Quotation) -> bool:
        """Tell whether the words of a kind say that a quotation is pushed.

        Args:
            sentence: Where they stand.
            cue: Where they begin.
            kind: Which they are: "chant", "noun", "under", "thing" ...
            quotation: What they stand before.
        """
        tree = self.annotations.sentences[sentence]
        token = tree.token_at(cue)
        if token is None:
            return True
        word = tree[token]
        if kind in {"noun", "thing", "surface"} and word.upos == "VERB":
            return kind == "surface"  # "signed a “pact”"; "marched with the words"
        titled = self.document.blocks[tree.block].kind is BlockKind.TITLE
        if kind == "chant" and titled and word.lemma.lower() not in _ALONE:
            return False  # "Police blame man shouting “X”"
        if kind == "chant" and word.upos == "VERB":
            return self._by_many(sentence, tree, token)
        if kind == "chant":  # "the first to go into print is called “X”"
            return word.lemma.lower() in _CRIES
        lemma = word.lemma.lower()
        if kind == "noun" and lemma in self._weak:
            return not titled and self._is_put_out(tree, token)
        if kind == "thing":
            return lemma in self._surfaces or self._is_put_out(tree, token)
        if kind == "under":
            noun = self._last_noun(tree, token, quotation)
            return noun not in self._weak or self._is_put_out(tree, token)
        return True

    def _last_noun(self, tree: Sentence, token: int, quotation: Quotation) -> str:
        """Return "title" of "under the title “…”"."""
        last = ""
        for index in range(token, len(tree)):
            if tree[index].start >= quotation.outer_start:
                break
            if tree[index].upos == "NOUN":
                last = tree[index].lemma.lower()
        return last

    def _is_put_out(self, tree: Sentence, token: int) -> bool:
        """Tell whether somebody puts out what stands at a word, or what holds it."""
        # Right before it, whatever a parse hangs it on: "persists in airing videos".
        if any(self._puts(tree, one) for one in range(max(token - _NEAR, 0), token)):
            return True
        current = token
        for _ in range(_UP):
            word = tree[current]
            if word.upos == "VERB" and self._puts(tree, current):
                return True
            if any(
                self._puts(tree, child)
                for child in tree.children(current, "acl", "acl:relcl", "amod", "conj")
            ):
                return True
            current = word.head
            if current < 0:
                break
        return False

    def _puts(self, tree: Sentence, verb: int) -> bool:
        word = tree[verb]
        lemma = word.lemma.lower()
        return lemma in self._puts_out or self.carriers.is_passing_on(word)

    def _by_many(self, sentence: int, tree: Sentence, verb: int) -> bool:
        """Tell whether a crowd or a body cries it, or it stands on something."""
        lemma = tree[verb].lemma.lower()
        if lemma in _ALONE:
            return True
        if lemma in self._writes:
            return not tree.lemmas.isdisjoint(self._surfaces)
        subjects = find_subjects(tree, verb)
        if not subjects:
            head = tree[verb].head
            above = clause_head(tree, head) if head >= 0 else -1
            subjects = find_subjects(tree, above) if above >= 0 else ()
            if tree[verb].deprel == "acl" and head >= 0:
                subjects = (head,)
        return not subjects or any(
            self._are_many(sentence, tree, one) for one in subjects
        )

    def _are_many(self, sentence: int, tree: Sentence, token: int) -> bool:
        word = tree[token]
        if word.tag not in _SINGULAR or tree.children(token, "conj"):
            return True
        if word.text.lower() in _CROWD or word.lemma.lower() in _CROWD:
            return True
        mention = self.annotations.mention_headed(sentence, token)
        return mention is not None and mention.schema is Schema.ORGANIZATION
