"""The author's own judgements: statements with act ``assess``.

A sentence is a judgement if it weighs, predicts or explains and nobody is named
who says so. What merely reports events or the words of others is none.
"""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.extract.assessments import forms
from dragoman.extract.assessments.clauses import (
    comes_out,
    is_doubted,
    is_of_any,
    may_do,
    supposes,
)
from dragoman.extract.assessments.genres import is_no_report
from dragoman.extract.assessments.headings import LABEL, under_headings
from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.narratives.extractor import find_source
from dragoman.extract.statements.conditions import find_condition
from dragoman.extract.statements.reading import Reading
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Claim, Manner, Party, StatementClaim
from dragoman.model.document import BlockKind, Document
from dragoman.model.ids import hash_id
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import (
    NarrativeOntology,
    load_events,
    load_narratives,
    unite_words,
)

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_ATTRIBUTED = frozenset({"according to", "in the words of", "in the view of"})
_SHORTEST = 5  # words
_WE = frozenset({"we"})
_MARKS = " \t\n-–—•*"
_LIKELIHOOD = frozenset({"likelihood", "probability", "doubt", "assessment"})
_OWN = frozenset({"we", "our"})


class AssessmentExtractor:
    """Judgements of the author in English prose."""

    name = "assessments"
    version = "4"
    requires = frozenset(
        {"sentences", "quotations", "mentions", "chains", "statements"}
    )
    provides = frozenset({"assessments"})

    def __init__(self) -> None:
        self._words = load_narratives()
        self._people = load_events().words["people"]

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterable[StatementClaim]:
        """Yield the author's judgements in order of the text."""
        judge = _Judge(document, annotations, self._words, self._people)
        spoken = _spoken(annotations, claims)
        source = find_source(document, claims)
        names = _names(source, document)
        headed = under_headings(document, self._words["assessment_headings"])
        reading = Reading(document, annotations)
        if not headed and is_no_report(document, annotations):
            return
        judge.personal = reading.own_voice is not None
        own = bool(headed)
        foretold: list[Sentence] = []
        for index, tree in enumerate(annotations.sentences):
            if document.blocks[tree.block].kind not in _PROSE:
                continue
            told = spoken.get(index, [])
            if judge.is_judgement(
                index, tree, told, names, headed=tree.block in headed
            ):
                own = own or judge.is_in_own_name(tree)
                yield self._claim(reading, tree, source)
            elif not told and judge.foretells(tree):
                foretold.append(tree)
        if own:
            for tree in foretold:
                yield self._claim(reading, tree, source)

    def _claim(self, reading: Reading, tree: Sentence, source: Party) -> StatementClaim:
        document = reading.document
        start, end = _trim(document.text, tree.start, tree.end)
        condition = find_condition(reading, (start, end))
        return StatementClaim(
            id=hash_id("s", document.id, "assess", start, end),
            document_id=document.id,
            speakers=(source,),
            via=(),
            addressees=(),
            manner=Manner.INDIRECT,
            act="assess",
            content=document.text[start:end],
            condition=None if condition is None else document.text[slice(*condition)],
            topics=(),
            time=None,
            event=None,
            outlet=None,
            citations=(document.cite(start, end),),
            producer=f"{self.name}/{self.version}",
        )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, end


def _names(source: Party, document: Document) -> frozenset[str]:
    names = {source.name.casefold()}
    if document.source.author is not None:
        names.add(document.source.author.casefold())
    return frozenset(names)


def _spoken(
    annotations: Annotations, claims: Sequence[Claim]
) -> dict[int, list[tuple[int, int]]]:
    """Return the stretches of each sentence that are somebody's words or cue."""
    found: dict[int, list[tuple[int, int]]] = {}
    for claim in claims:
        if not isinstance(claim, StatementClaim):
            continue
        for citation in claim.citations[:1]:
            span = citation.span
            first = annotations.sentence_at(span.start)
            last = annotations.sentence_at(span.end - 1)
            if first is None or last is None:
                continue
            for sentence in range(first, last + 1):
                found.setdefault(sentence, []).append((span.start, span.end))
    return found


def _is_whole(tree: Sentence) -> bool:
    """Tell whether it is a whole sentence that states something."""
    short = len(tree) < _SHORTEST and tree[0].text not in {"This", "That"}
    if short or tree[len(tree) - 1].text in {"?", ":"}:
        return False
    return any(token.upos in {"VERB", "AUX"} for token in tree)


class _Judge:
    """Tells judgements from reports."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        words: NarrativeOntology,
        people: frozenset[str],
    ) -> None:
        self.document = document
        self.annotations = annotations
        self.words = words
        self.people = people
        self._no_things = unite_words(people, words["evidence"])
        # Whether the author writes of himself.
        self.personal = False

    def is_judgement(
        self,
        sentence: int,
        tree: Sentence,
        spoken: list[tuple[int, int]],
        names: frozenset[str],
        *,
        headed: bool,
    ) -> bool:
        """Tell whether the author judges in a sentence."""
        text = self.document.text[tree.start : tree.end]
        if not _is_whole(tree) or forms.is_anothers(text, personal=self.personal):
            return False
        told = sum(end - start for start, end in spoken)
        first = tree[0].text.lower() == "i" or self.is_in_own_name(tree)
        if first and told * 2 > tree.end - tree.start:
            return False  # a statement already: "We fear that the harvest is lost"
        if self._is_author(sentence, tree, names):
            return True
        if not told and self._is_verdict(tree):
            return True
        if self._is_attributed(tree) or self._is_quoted(tree):
            return False
        if forms.AT_HEART.match(text) is not None or self._is_foreseen(tree, spoken):
            return True
        return self._judges(sentence, tree, spoken, headed=headed)

    def is_in_own_name(self, tree: Sentence) -> bool:
        """Tell whether "we" or "our" stands in a judgement."""
        return not _OWN.isdisjoint(tree.words)

    def foretells(self, tree: Sentence) -> bool:
        """Read "if the cabinet is made to vote, it will split"."""
        text = self.document.text
        if self._is_attributed(tree) or self._is_quoted(tree):
            return False
        return forms.is_foretold(text[tree.start : tree.end])

    def _is_verdict(self, tree: Sentence) -> bool:
        """Read "Outlook: ...", "we see no sign that", "there is no proof of it"."""
        text = self.document.text
        label = LABEL.match(text, tree.start, tree.end)
        if (
            label is not None
            and label[1].casefold() in self.words["assessment_headings"]
        ):
            return True
        if self._is_attributed(tree) or self._is_quoted(tree):
            return False
        return forms.is_verdict(text[tree.start : tree.end])

    def _is_foreseen(self, tree: Sentence, spoken: list[tuple[int, int]]) -> bool:
        """Read "more raids are to be expected", outside of what others say."""
        text = self.document.text
        if text.find(" to be ", tree.start, tree.end) < 0:
            return False
        found = forms.FORESEEN.search(text, tree.start, tree.end)
        if found is None:
            return False
        offset = found.start()
        said = any(start <= offset < end for start, end in spoken)
        return not said and not self.annotations.is_quoted(offset)

    def _judges(
        self,
        sentence: int,
        tree: Sentence,
        spoken: list[tuple[int, int]],
        *,
        headed: bool,
    ) -> bool:
        for head in self._clauses(tree):
            word = tree[head]
            if any(start <= word.start < end for start, end in spoken):
                continue
            if self._is_in_all_likelihood(tree, head):
                return True
            if may_do(tree, head):  # "The king may order a draft": he has not spoken
                return not tree.is_passive(head)
            if is_of_any(tree, head) or supposes(tree, head):
                return True
            if self._is_minded(sentence, tree, head) or self._reports(
                sentence, tree, head
            ):
                if word.deprel == "root":
                    return False
                continue
            light = headed and self._weighs_lightly(tree, head)
            if light or self._weighs(sentence, tree, head):
                return True
        return False

    def _clauses(self, tree: Sentence) -> Iterator[int]:
        root = tree.root
        yield root
        for child in tree.children(root, "conj", "parataxis", "ccomp"):
            if tree[child].upos in {"VERB", "AUX", "ADJ", "NOUN"}:
                yield child
        # "Our reading: the truce has bought time".
        yield from (c for c in tree.children(root, "appos") if tree[c].upos == "VERB")

    def _is_author(self, sentence: int, tree: Sentence, names: frozenset[str]) -> bool:
        """Read "we assess that ...", "Horn Watch has assessed that ..."."""
        root = tree.root
        for beside in tree.children(root, "parataxis", "conj", "ccomp"):
            # "It was, we believe, less a murder than a message"; "The army puts it at
            # 120; we consider 200 nearer the mark".
            spoken = tree.child(beside, "nsubj")
            if spoken is not None and tree[spoken].text.lower() in _WE:
                weighs = tree[beside].lemma.lower() in self.words["author_verbs"]
                if weighs and not self.annotations.is_quoted(tree[beside].start):
                    return True
        if tree[root].lemma.lower() not in self.words["author_verbs"]:
            return False
        for subject in find_subjects(tree, root):
            if tree[subject].text.lower() in _WE:
                return not self._is_quoted(tree)
            mention = self.annotations.mention_headed(sentence, subject)
            if mention is not None:
                chain = self.annotations.chain_by_id[mention.chain]
                return (chain.name or mention.text).casefold() in names
        return False

    def _is_attributed(self, tree: Sentence) -> bool:
        text = self.document.text[tree.start : tree.end].lower()
        if not any(phrase in text for phrase in _ATTRIBUTED):
            return False
        return any(
            tree.case_of(index) in _ATTRIBUTED
            for index, token in enumerate(tree.tokens)
            if token.deprel in {"obl", "nmod"}
        )

    def _is_quoted(self, tree: Sentence) -> bool:
        """Tell whether the main clause stands inside quotation marks."""
        return self.annotations.is_quoted(tree[tree.root].start)

    def _is_in_all_likelihood(self, tree: Sentence, head: int) -> bool:
        """Read "in all likelihood", "without a doubt", "in our assessment"."""
        if _LIKELIHOOD.isdisjoint(tree.lemmas):
            return False
        return any(
            tree[child].lemma.lower() in _LIKELIHOOD
            and tree.case_of(child) in {"in", "without", "beyond"}
            for child in tree.children(head, "obl", "advmod")
        ) or any(
            # however it hangs: "will in all likelihood write again"
            tree[child].head == head and tree[child - 1].lemma.lower() == "all"
            for child in tree.find_lemmas(_LIKELIHOOD)
        )

    def _reports(self, sentence: int, tree: Sentence, head: int) -> bool:
        """Tell whether a clause tells what somebody says."""
        if tree[head].lemma.lower() not in self.words["speech_verbs"]:
            return False
        subjects = find_subjects(tree, head)
        if not subjects and tree.is_passive(head):
            return True
        return self._is_of_one(sentence, tree, head)

    def _is_minded(self, sentence: int, tree: Sentence, head: int) -> bool:
        """Read "officials are worried that"; "clearly hoped to" is what one infers."""
        mind = tree[head].lemma in forms.MINDED and not self._is_hedged(tree, head)
        return mind and self._is_of_one(sentence, tree, head)

    def _is_of_one(self, sentence: int, tree: Sentence, head: int) -> bool:
        """Tell whether the subject of a clause is somebody who can speak."""
        return any(
            self._speaks(sentence, tree, token) for token in find_subjects(tree, head)
        )

    def _speaks(self, sentence: int, tree: Sentence, token: int) -> bool:
        """Tell whether a phrase is somebody who can speak."""
        mention = self.annotations.mention_headed(sentence, token)
        if mention is not None and mention.schema is not Schema.WORK:
            return True
        if tree[token].upos == "PROPN" or tree[token].lemma.lower() in self.people:
            return True
        return tree[token].text.lower() in {"he", "she", "they", "who"}

    def _weighs(self, sentence: int, tree: Sentence, head: int) -> bool:
        words = self.words
        if self._is_hedged(tree, head):
            return True
        lemma = tree[head].lemma.lower()
        abstract = self._has_abstract_subject
        doubted = is_doubted(tree, head) and abstract(sentence, tree, head)
        if doubted or comes_out(tree, head):
            return True
        judging = lemma in words["judging_verbs"] and not tree.is_passive(head)
        if judging and abstract(sentence, tree, head):
            return lemma not in words["weak_judging"] or self._has_judged_object(
                tree, head
            )
        if self._is_predicate(tree, head):
            return lemma in words["judging_words"] or abstract(sentence, tree, head)
        if self._wants(tree, head):
            # What somebody tries or fears is told of him, not judged.
            guessed = any(tree[c].tag == "MD" for c in tree.children(head, "aux"))
            mind = lemma in forms.MINDS and not guessed
            return not mind or abstract(sentence, tree, head)
        if not self._predicts(tree, head):
            return False
        return lemma not in forms.SCHEDULED or abstract(sentence, tree, head)

    def _weighs_lightly(self, tree: Sentence, head: int) -> bool:
        """Under a heading of assessment any general or perfect clause counts."""
        auxiliaries = {
            tree[child].text.lower() for child in tree.children(head, "aux", "cop")
        }
        return bool(
            auxiliaries & (self.words["modals"] | {"has", "have", "is", "are"})
        ) or (tree[head].tag in {"VBZ", "VBP"})

    def _is_hedged(self, tree: Sentence, head: int) -> bool:
        hedges = self.words["hedges"]
        if tree[head].lemma.lower() in hedges:
            return True
        return not hedges.isdisjoint(tree.lemmas) and any(
            tree[child].lemma.lower() in hedges
            and not tree.children(child, "nummod")
            and tree[child + 1].upos != "NUM"
            for child in (
                *tree.children(head, "advmod", "amod", "advcl", "xcomp", "acl"),
                *(
                    inner
                    for below in tree.children(head, "xcomp", "advcl")
                    for inner in tree.children(below, "advmod", "amod")
                ),
            )
            if child + 1 < len(tree)
        )

    def _has_abstract_subject(self, sentence: int, tree: Sentence, head: int) -> bool:
        subjects = find_subjects(tree, head)
        if not subjects:
            return False
        for token in subjects:
            mention = self.annotations.mention_headed(sentence, token)
            if mention is not None and mention.schema is Schema.PERSON:
                return False
            if tree[token].lemma.lower() in self._no_things:
                return False
            if tree[token].text.lower() in {"he", "she", "they", "we", "i", "who"}:
                return False
        return True

    def _has_judged_object(self, tree: Sentence, head: int) -> bool:
        judged = self.words["judged_objects"]
        below = tree.children(head, "obj", "xcomp", "ccomp", "obl")
        if tree[head].lemma.lower() == "buy":  # "bought time": nothing else is judged
            return any(tree[token].lemma.lower() == "time" for token in below)
        return any(tree[token].lemma.lower() in judged for token in below) or any(
            tree[token].upos in {"VERB", "ADJ"}
            for token in tree.children(head, "ccomp", "xcomp")
        )

    def _is_predicate(self, tree: Sentence, head: int) -> bool:
        """Read "the line is invincible", "the hotline is the most concrete result"."""
        if tree.child(head, "cop") is None or tree[head].upos == "NUM":
            return False
        lemma = tree[head].lemma.lower()
        if lemma in self.words["judging_words"] or lemma in self.words["judging_nouns"]:
            # "It was unclear to police whether": to them.
            return lemma not in forms.KNOWN or not any(
                tree.case_of(c) == "to" and tree[c].lemma in self.people
                for c in tree.children(head, "obl")
            )
        superlative = any(
            (
                tree[child].tag in {"JJS", "RBS"}
                and tree[child].lemma.lower() not in forms.MEASURED
            )
            or tree[child].lemma.lower() in self.words["judging_words"]
            or any(tree[below].tag == "RBS" for below in tree.children(child))
            for child in tree.children(head, "amod", "advmod")
        )
        return superlative and tree[head].upos in {"NOUN", "ADJ"}

    def _wants(self, tree: Sentence, head: int) -> bool:
        """Read "aims to weaken", "at the core of X lies the effort to"."""
        lemma = tree[head].lemma.lower()
        clausal = tree.child(head, "xcomp", "ccomp") is not None
        present = tree[head].tag in {"VBZ", "VBP", "VBG"}
        if lemma in self.words["purpose_verbs"] and present and clausal:
            return True
        if lemma in {"miscalculate", "overestimate", "underestimate", "inflate"}:
            return True
        nouns = self.words["purpose_nouns"]
        if lemma in {
            "have",
            "lie",
            "rest",
            "be",
            "lose",
            "gain",
            "regain",
            "seize",
            "retain",
        }:
            return any(
                tree[child].lemma.lower() in nouns
                for child in tree.children(head, "obj", "obl", "nsubj", "xcomp")
            )
        return lemma in nouns and tree.child(head, "cop") is not None

    def _predicts(self, tree: Sentence, head: int) -> bool:
        modals = {
            tree[child].text.lower()
            for child in tree.children(head, "aux")
            if tree[child].tag == "MD"
        }
        lemma = tree[head].lemma.lower()
        marks = {tree[c].small for c in tree.children(head, "mark")}
        if tree[head].deprel == "advcl" and marks & forms.BESIDE:
            return False  # "while checks will go on", "so that readers may learn"
        if modals & {"may", "might"}:
            return not tree.is_passive(head)
        if "could" in modals:  # "could see" may be no more than ability
            ahead = self.words["predicted_verbs"] - {"see", "take", "find"}
            return lemma in ahead and not tree.is_negated(head)
        will = bool(modals & {"will", "'ll", "would", "must"})
        return will and lemma in self.words["predicted_verbs"]
