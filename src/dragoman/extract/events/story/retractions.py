"""Reports that the text takes back: "We reported that Lee was held. He was not.".

What was said before, by the paper itself or by others, is not so where the sentences
behind it say so in the name of the text: by a bare negation, by calling the report
false, by withdrawing it, by telling the same deed as not done, or by "in fact" behind
the words of a paper. Where only somebody else disputes it, it stays what they said.
"""

from collections.abc import Iterator, Sequence

from dragoman.extract.clauses.predicates import is_negated
from dragoman.extract.events.draft import Draft
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Modality
from dragoman.model.syntax import FINITE, SUBJECTS, Sentence
from dragoman.text.embedding import DENIED, REPORTS, TRUTH
from dragoman.text.governors import find_signature
from dragoman.text.sayings import RETRACTING, SAYING, TELLING

_BACK = 2  # sentences over which a report is still spoken of
_SAID = SAYING | TELLING | {"claim", "allege", "post", "publish", "carry", "suggest"}
_POINTING = frozenset({"that", "this", "it", "which", "neither", "none", "he", "she"})
# What is said in a paper, and a paper itself.
_TEXTS = frozenset(
    {"account", "article", "bulletin", "caption", "claim", "dispatch", "edition"}
    | {"headline", "information", "item", "message", "news", "piece", "post", "report"}
    | {"rumor", "rumour", "statement", "story", "text", "tweet", "version", "video"}
)
_PAPERS = _TEXTS | {"newspaper", "paper", "magazine", "site", "website", "channel"}
_OWN = frozenset({"we", "it"})
_HELPERS = frozenset({"be", "do", "have"})
# "He did not say so", "they did not do that": no more than the bare negation.
_BLANK = frozenset({"say", "do", "happen", "write", "make"})
_BARE = frozenset({"so", "that", "it", "this", "not", "n't", "n’t", "never"})
_FACT = frozenset({"fact", "reality", "truth"})
_ACTUALLY = frozenset({"actually", "instead", "rather"})
_UNDONE = frozenset({Modality.DENIED, Modality.CANCELLED})


class RetractionReader:
    """Denies what was reported where the text takes it back."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations

    def take_back(
        self, sentence: int, found: Sequence[Draft], drafts: Sequence[Draft]
    ) -> None:
        """Deny the reports that a sentence takes back.

        Args:
            sentence: Index of the sentence.
            found: What it tells itself.
            drafts: What was told so far.
        """
        tree = self.annotations.sentences[sentence]
        if self.annotations.is_quoted(tree.start) or not len(tree):
            return
        told = [one for one in found if one.modality in _UNDONE and not one.attribution]
        bare = _bare_negation(tree)
        whole = _is_called_false(tree) or _is_withdrawn(tree)
        against = _opens_with_fact(tree)
        if not (told or bare is not None or whole or against):
            return
        for draft in self._reported(sentence, drafts):
            above = self.annotations.sentences[draft.sentence]
            near = sentence - draft.sentence == 1
            if (
                whole
                or (near and bare is not None and _answers(above, draft.head, bare))
                or (
                    near
                    and against
                    # "Actually, it killed twelve" sets a detail right.
                    and draft.lemma not in tree.lemmas
                    and _is_of_paper(above, draft.head)
                )
                or any(_is_same(one, draft) for one in told)
            ):
                draft.modality = Modality.DENIED
                draft.attribution = []
                draft.spans.append((tree.start, tree.end))

    def _reported(self, sentence: int, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what the sentences before report, and nothing else tells."""
        block = self.annotations.sentences[sentence].block
        for draft in reversed(drafts):
            if sentence - draft.sentence > _BACK:
                return
            tree = self.annotations.sentences[draft.sentence]
            told = draft.modality is Modality.ASSERTED and len(draft.spans) == 1
            close = draft.sentence < sentence and block - draft.block <= 1
            if told and close and _reporting(tree, draft.head) is not None:
                yield draft


def _reporting(tree: Sentence, deed: int) -> int | None:
    """Return the verb or noun of saying that a deed is told by."""
    current = deed
    for _ in range(8):
        token = tree[current]
        if token.head < 0:
            return None
        above = tree[token.head].lemma.lower()
        content = token.deprel in {"ccomp", "xcomp", "csubj:pass", "csubj"}
        if content and above in _SAID:
            return token.head
        if token.deprel in {"acl", "acl:relcl"} and above in REPORTS.keys() | _TEXTS:
            return token.head
        current = token.head
    return None


def _bare_negation(tree: Sentence) -> str | None:
    """Return "have" of "they had not", "do" of "she did not say so"."""
    root = tree.root
    words = [t for t in tree if t.upos not in {"PUNCT", "CCONJ", "ADV", "PART"}]
    subject = tree.child(root, *SUBJECTS)
    if subject is None or len(words) > len(tree.subtree(subject)) + _BACK:
        return None
    negated = is_negated(tree, root) or any(
        tree[child].lemma.lower() in {"not", "never", "nothing"}
        for child in tree.children(root)
    )
    if not negated:
        return None
    if tree[root].lemma.lower() in _HELPERS and tree[root].tag in FINITE:
        return tree[root].lemma.lower()
    helpers = tree.children(root, "aux", "cop")
    blank = tree[root].lemma.lower() in _BLANK or tree[root].small in _BARE
    return tree[helpers[0]].lemma.lower() if blank and helpers else None


def _answers(tree: Sentence, deed: int, helper: str) -> bool:
    """Tell whether a bare negation can be of a deed: "were held", but "had not"."""
    passive = tree.is_passive(deed)
    helpers = {tree[child].lemma.lower() for child in tree.children(deed, "aux")}
    if helper == "be":
        return passive or tree[deed].upos != "VERB"
    return not passive or helper in helpers


def _is_called_false(tree: Sentence) -> bool:
    """Tell "that was wrong", "the report turned out to be untrue", in no other name."""
    root = tree.root
    for one in (root, *tree.children(root, "xcomp")):
        found = find_signature(tree, one, TRUTH)
        if found is None or tree[one].upos == "VERB":
            continue
        beside = tree.children(one, "obl", "nmod")
        if any(tree.case_of(child) == "of" for child in beside):
            continue  # "this is not true of Gao"
        level = found.fails if is_negated(tree, root) else found.holds
        subject = tree.child(root, *SUBJECTS)
        return level is DENIED and subject is not None and _points(tree, subject)
    return False


def _is_withdrawn(tree: Sentence) -> bool:
    """Tell "it withdrew the report", "the story was later retracted"."""
    verbs = [
        verb
        for verb in tree.find_lemmas(RETRACTING)
        if tree[verb].upos == "VERB"
        and tree[verb].deprel in {"root", "conj", "parataxis"}
        and not is_negated(tree, verb)
    ]
    return any(
        _points(tree, child) and tree[child].lemma.lower() in _TEXTS
        for verb in verbs
        for child in tree.children(verb, "obj", "nsubj:pass", "obl")
        if tree[child].deprel != "obl" or tree.case_of(child) == "for"
    )


def _points(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase can mean what was just reported: "that", "the report"."""
    if tree[token].small in _POINTING:
        return True
    pointing = {
        tree[child].small for child in tree.children(token, "det", "nmod:poss")
    } & {"the", "that", "this", "its", "our", "both", "all", "these", "those", "his"}
    told = tree.child(token, "acl", "acl:relcl") is not None
    return bool(pointing) and tree[token].lemma.lower() in _TEXTS and not told


def _opens_with_fact(tree: Sentence) -> bool:
    """Tell a sentence that sets right what was said: "In fact", "Actually"."""
    if tree[0].small in _ACTUALLY:
        return True
    return len(tree) > 1 and tree[0].small == "in" and tree[1].small in _FACT


def _is_of_paper(tree: Sentence, deed: int) -> bool:
    """Tell what a paper says of itself: "we reported that", "an earlier version"."""
    verb = _reporting(tree, deed)
    subject = None if verb is None else tree.child(verb, *SUBJECTS)
    if subject is None:
        return False
    return tree[subject].small in _OWN or tree[subject].lemma.lower() in _PAPERS


def _is_same(undone: Draft, told: Draft) -> bool:
    """Tell whether what was not done is what was reported."""
    # An envoy who is expelled suffers a sanction; "expelled Lee" may tell another type.
    same = (undone.type, undone.mode) == (told.type, told.mode)
    alike = same or undone.lemma == told.lemma
    if not alike or undone is told:
        return False
    if undone.place and told.place and undone.place[1] != told.place[1]:
        return False
    suffered, reported = _recipients(undone), _recipients(told)
    if suffered and reported and suffered.isdisjoint(reported):
        return False
    known = {party.entity for party in undone.parties()} - {None}
    mine = {party.entity for party in told.parties()} - {None}
    return not known or not mine or bool(known & mine)


def _recipients(draft: Draft) -> set[str]:
    return {
        one.party.entity or one.party.name.lower()
        for one in draft.participants
        if one.part == "recipient"
    }
