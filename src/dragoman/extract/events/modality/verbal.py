"""How a clause is put, by its own words and all that governs it."""

from dragoman.extract.clauses.answers import DECLINE, find_answer
from dragoman.extract.clauses.auxiliaries import ClauseModality
from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.clauses.made import find_made
from dragoman.extract.clauses.predicates import (
    full_lemma,
    has_would,
    is_cut_off,
    is_finite,
    is_first,
    is_imperative,
    is_infinitive,
    is_inverted,
    is_negated,
    is_past,
    is_present,
    is_set,
    is_subjunctive,
    is_supposed,
    is_undergone,
)
from dragoman.extract.clauses.settled import is_established, is_so, is_sought
from dragoman.extract.clauses.standing import (
    ASSERTED,
    DEMANDED,
    DENIED,
    HYPOTHETICAL,
    LEVELS,
    NOUN_LEVELS,
    PLANNED,
    Standing,
    find_level,
)
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.text.sayings import DENYING, REQUIRING, SAYING

# Parts and occasions of what did take place: "at the end of the talks".
OCCASION_NOUNS = frozenset(
    {"end", "beginning", "start", "course", "sideline", "conclusion", "middle", "close"}
    | {"aftermath", "wake", "occasion", "margin", "time", "part", "opening", "outset"}
    | {"result", "outcome", "day", "week", "morning", "second", "leg", "series"}
    | {"round"}
)
_REPORT_NOUNS = frozenset({"fact", "announcement", "news", "confirmation", "statement"})
_MOTION = frozenset(
    {"travel", "fly", "arrive", "go", "come", "head", "leave", "depart", "land"}
    | {"return", "rush", "convene", "gather", "visit", "be", "due"}
)
_BELIEF = frozenset(
    {"hope", "expect", "believe", "think", "fear", "doubt", "suspect", "assume"}
    | {"suggest", "imagine", "predict", "suppose", "wonder", "estimate", "speculate"}
)
# In the present they report all the same: "witnesses say".
# What is settled lies ahead, whatever its tense.
_SETTLE = frozenset({"agree", "decide", "promise", "pledge", "arrange", "provide"})
_THREAT = frozenset({"threaten", "warn", "vow", "swear", "caution"})
# Whoever is made to do something does it.
_CAUSE = frozenset({"force", "compel", "oblige", "prompt", "make", "get", "cause"})
_BOUNDS = frozenset({"until", "till", "once"})  # what goes on before: no condition
_YET_TO_COME = frozenset({"when", "after", "once", "before", "until", "till"})
# Beside these a past clause has come already.
_NOW = frozenset({"will", "wo", "'ll", "’ll", "shall", "can", "may"})
_FALSE = frozenset(
    {"false", "untrue", "wrong", "baseless", "unfounded", "groundless", "incorrect"}
    | {"fabricated", "fake", "bogus", "invented"}
)
_TRUE = _FALSE | frozenset({"true", "correct", "accurate", "right"})
_RECALLED = frozenset({"recall", "remember", "note", "recollect", "mention"})
# What is so called, or whoever feels so, leaves open whether it will be.
_DOUBTFUL = frozenset(
    {"possible", "conceivable", "probable", "improbable", "skeptical", "sceptical"}
    | {"doubtful", "unsure", "uncertain", "confident", "hopeful", "optimistic"}
    | {"pessimistic", "afraid", "worried", "unlikely", "likely", "convinced"}
)
# "Claimed to have killed nine": the deed is told, by who did it.
_OWN_DEED = frozenset({"claim", "admit", "confess", "boast", "acknowledge"})
_HEARD = SAYING | _BELIEF | {"know", "understand", "report", "find", "see"}
_ACCEPT = frozenset(
    {"accept", "welcome", "approve", "heed", "take up", "agree", "meet"}
)
# What a vote does by itself.
_ENACTED = frozenset(
    {"dismiss", "sack", "remove", "oust", "ban", "impeach", "suspend", "expel", "lift"}
    | {"ratify", "approve", "extend", "impose", "censure", "condemn", "dissolve"}
    | {"outlaw", "recognise", "recognize", "strip", "revoke", "freeze", "end", "reject"}
    | {"cut", "withdraw", "adopt", "renew", "abolish", "repeal", "ease", "acquit"}
)
_SUPPOSE = frozenset({"suppose", "imagine", "assume", "supposing", "assuming"})


class VerbModality(ClauseModality):
    """Reads clauses with the verbs and nouns over them."""

    def verb(self, tree: Sentence, verb: int, *, stance: bool = False) -> Standing:
        """Return how the predicate at a token is put.

        Args:
            tree: The sentence.
            verb: The predicate.
            stance: Whether it tells what somebody stands for, which the present tells
                as well as the past: "accuses", "backs"; what is done again and again
                is no event.
        """
        told = tree.block in self.dated and is_present(tree, verb)
        standing = Standing(ASSERTED, past=told or is_past(tree, verb))
        standing.modality = self.of_clause(tree, verb, stance=stance)
        if standing.modality is None:
            return standing
        current = verb
        for _ in range(8):
            token = tree[current]
            if token.head < 0 or token.deprel in {"root", "parataxis"}:
                break
            if token.deprel == "acl:relcl":
                self._relative(tree, current, standing)
                break
            if not self._climb(tree, current, standing):
                break
            current = token.head
        if standing.modality is PLANNED and self._is_conditional(tree, verb, current):
            standing.modality = HYPOTHETICAL
        if standing.modality is ASSERTED and _opens_with_if(tree, verb):
            standing.modality = HYPOTHETICAL
        if is_imperative(tree, current):
            standing.modality = None
        return standing

    def _relative(self, tree: Sentence, clause: int, standing: Standing) -> None:
        # "the claim that he fled", but not "who was to have fled"
        marked = tree.child(clause, "mark") is not None
        if marked and not is_set(tree, clause):
            self._under_noun(tree, clause, standing)
        elif standing.modality is ASSERTED and is_sought(tree, clause):
            standing.modality = HYPOTHETICAL

    def _climb(self, tree: Sentence, current: int, standing: Standing) -> bool:
        """Take one step up; tell whether to go on."""
        relation = tree[current].deprel.partition(":")[0]
        head = tree[current].head
        if relation == "conj":
            if self._is_command(tree, head) and tree.child(current, "nsubj"):
                standing.modality = HYPOTHETICAL  # "come closer and I shoot"
                return False
            if tree[current].tag == "VB" and not tree.children(current, "nsubj", "aux"):
                standing.combine(self.own(tree, head))
            return True
        if relation == "acl":
            made = find_made(tree, current)
            if made is not None:  # "ordered the two men released"
                return not self._as_above(tree, made[0], standing)
            return self._under_noun(tree, current, standing)
        voted = tree[head].lemma == "vote" and is_infinitive(tree, current)
        if relation in {"xcomp", "ccomp"} and is_so(tree, current):
            return self._as_above(tree, head, standing)
        if relation == "advcl" and not voted:
            return self._adverbial(tree, current, standing)
        if voted or relation in {"xcomp", "ccomp", "csubj", "dep"}:
            return self._complement(tree, current, standing)
        standing.modality = None if relation in {"nmod", "amod"} else standing.modality
        return False

    def _complement(self, tree: Sentence, current: int, standing: Standing) -> bool:
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        marks = {tree[child].text.lower() for child in tree.children(current, "mark")}
        if marks & {"whether", "if"}:
            standing.modality = HYPOTHETICAL
            return False
        if current < head and is_cut_off(tree, current, head):
            return False
        perfect = _is_perfect(tree, current)
        if perfect and tree.is_passive(head) and lemma in _HEARD:
            standing.past = True  # "is said to have met", "are believed to have met"
            if lemma in _BELIEF:
                standing.combine(HYPOTHETICAL)
            return True
        if is_finite(tree, current) or (perfect and lemma in _OWN_DEED):
            return self._reported(tree, current, standing)
        return self._governed(tree, current, standing)

    def _governed(self, tree: Sentence, current: int, standing: Standing) -> bool:
        """Read what a verb without tense is by what it depends on."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        level = self._level(tree, current)
        subject = tree.child(head, "nsubj")
        if lemma == "be" and subject is not None and subject > head:
            level = HYPOTHETICAL  # "were the rebels to free her"
        elif lemma == "let" and self._is_command(tree, head):
            level = DEMANDED
        elif lemma == "be" or (tree[head].upos == "ADJ" and level is None):
            level = PLANNED if lemma == "be" else None
        elif level is None and (
            lemma in _CAUSE
            or lemma in self.words["factual_governors"]
            or (lemma == "become" and is_first(tree, tree.child(head, "xcomp")))
        ):
            return self._as_above(tree, head, standing)
        standing.combine(level)
        answer = find_answer(tree, head, level)
        if answer is not None:
            standing.modality, standing.settled = answer, answer is PLANNED
            return False
        own = self._of_governor(tree, head)
        if own is DENIED and level is DENIED:
            standing.modality = HYPOTHETICAL  # "did not rule out sending troops"
        elif own in {DENIED, HYPOTHETICAL} and level is not DENIED:
            standing.combine(DENIED if own is DENIED else HYPOTHETICAL)
        return standing.modality is not None

    def _as_above(self, tree: Sentence, head: int, standing: Standing) -> bool:
        """Put a clause as the verb over it is put."""
        standing.past = is_past(tree, head)
        standing.combine(self.own(tree, head))
        return True

    def _level(self, tree: Sentence, current: int) -> Modality | None:
        """Return what the verb over a clause makes of it by its meaning."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if lemma == "vote" and tree[current].lemma.lower() in _ENACTED:
            return self.own(tree, head)  # "voted to dismiss him": and thereby did
        return find_level(self.words, lemma, LEVELS)

    def _of_governor(self, tree: Sentence, verb: int) -> Modality | None:
        """Return how a verb is put that another depends on."""
        if tree[verb].lemma.lower() == "need" and is_negated(tree, verb):
            return DENIED  # in the present too, where others tell habits
        return self.own(tree, verb)

    def _reported(self, tree: Sentence, current: int, standing: Standing) -> bool:
        """Read "Lee said that ...": who vouches, and what the verb makes of it."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if lemma in self.words["conditional_marks"]:
            standing.modality = HYPOTHETICAL
            return True
        if tree[head].upos not in {"VERB", "AUX", "ADJ"}:
            standing.modality = None
            return False
        if lemma in _TRUE and tree[head].upos == "ADJ":
            return self._weigh_truth(tree, head, standing, false=lemma in _FALSE)
        for subject in find_subjects(tree, head):
            standing.vouchers.insert(0, subject)
        standing.report = standing.report or lemma
        self._said(tree, current, standing)
        if lemma in _DOUBTFUL:
            standing.combine(HYPOTHETICAL)
        told = lemma in SAYING and tree[head].tag in {"VBZ", "VBP"}
        told = told or lemma in _RECALLED  # "it should be recalled that they met"
        told = told or is_established(tree, current)
        if not told and self.own(tree, head) not in {ASSERTED, DENIED}:
            standing.combine(HYPOTHETICAL)
        return standing.modality is not None

    def _said(self, tree: Sentence, current: int, standing: Standing) -> None:
        """Let the verb over a clause weigh on it: denied, feared, demanded."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        negated = is_negated(tree, head)
        if lemma in DENYING and not negated:
            standing.combine(DENIED)
        elif lemma in _THREAT and standing.modality in {PLANNED, HYPOTHETICAL}:
            standing.modality = HYPOTHETICAL
        elif lemma == "expect" and tree.is_passive(head) and not negated:
            pass  # "it is expected that he will meet her"
        elif lemma in _BELIEF or negated:
            standing.combine(HYPOTHETICAL)
        elif lemma in _SETTLE and _is_timeless(tree, current):
            standing.combine(PLANNED)  # "agreed that both armies withdraw by 20 March"
        elif lemma in REQUIRING and is_subjunctive(tree, current):
            standing.combine(DEMANDED)
        elif standing.modality is HYPOTHETICAL and has_would(tree, current):
            standing.modality = PLANNED  # the future as seen from the past

    def _has_come(self, tree: Sentence, clause: int, head: int) -> bool:
        """Tell whether the end that "until" tells is past, as what it ended is."""
        ended = self.own(tree, head) is ASSERTED and not is_negated(tree, head)
        waits = tree[head].lemma.lower() in {"wait", "refuse", "remain", "stay"}
        return (
            ended
            and not waits
            and all(
                tree[verb].tag == "VBD"
                or any(
                    tree[aux].tag == "VBD" for aux in tree.children(verb, "aux:pass")
                )
                for verb in (clause, head)
            )
        )

    def _adverbial(self, tree: Sentence, current: int, standing: Standing) -> bool:
        marks = {
            tree[child].text.lower()
            for child in tree.children(current, "mark", "advmod")
            if tree[child].deprel == "mark" or tree[child].tag == "WRB"
        }
        head = tree[current].head
        if marks & _BOUNDS and self._has_come(tree, current, head):
            return True  # "led the group until he was killed"
        if marks & self.words["conditional_marks"]:
            standing.modality = HYPOTHETICAL
            return False
        if is_finite(tree, current):
            if marks & _YET_TO_COME and self._is_ahead(tree, current, head):
                standing.combine(PLANNED)
                return False
            return tree[head].upos in {"VERB", "AUX", "ADJ"} and bool(
                marks & {"as", "that"}
            )
        if marks & {"without"}:
            standing.combine(DENIED)
        elif tree[current].tag == "VB" and is_infinitive(tree, current):
            standing.combine(PLANNED if _is_move(tree, head) else None)
            return False
        elif marks & {"against", "of", "to"} or "than" in marks:
            standing.modality = None
        elif "from" in marks:
            standing.combine(DENIED)
        elif marks & {"for"} and find_level(
            self.words, tree[head].lemma.lower(), LEVELS
        ):
            standing.modality = None
        else:
            done = is_undergone(tree, current)
            standing.combine(ASSERTED if done else self.own(tree, head))
        return standing.modality is not None

    def _is_ahead(self, tree: Sentence, clause: int, head: int) -> bool:
        """Tell whether a clause of time tells what is yet to come.

        "When he meets her"; "they might sign before he met her", but not "they will
        sign after he met her".
        """
        tag = tree[clause].tag
        if tag != "VBD":
            return tag in {"VBZ", "VBP"}
        now = any(tree[aux].lemma.lower() in _NOW for aux in tree.children(head, "aux"))
        return not now and self.own(tree, head) in {HYPOTHETICAL, PLANNED}

    def _under_noun(self, tree: Sentence, current: int, standing: Standing) -> bool:
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if is_infinitive(tree, current) and is_first(tree, head):
            above = head if tree.child(head, "cop") is not None else tree[head].head
            told = above >= 0 and tree[above].lemma.lower() in {"be", "become"}
            if above == head or told:
                told_so = self.verb(tree, above)
                standing.past = told_so.past
                standing.combine(told_so.modality)
            return False
        if is_infinitive(tree, current) and is_supposed(tree, head):
            standing.modality = HYPOTHETICAL
            return False
        if tree.child(current, "mark") is not None and self._is_untrue(tree, head):
            standing.combine(DENIED)
            return False
        told = tree[current].deprel == "acl" and is_finite(tree, current)
        if told or is_infinitive(tree, current) or tree.child(current, "mark"):
            if is_finite(tree, current):
                if lemma not in _REPORT_NOUNS:
                    standing.modality = None
                return False
            if tree[current].tag != "VBG" or lemma not in OCCASION_NOUNS:
                level = find_level(self.words, lemma, NOUN_LEVELS)
                if level is DEMANDED:
                    level = self._answer(tree, head)
                standing.combine(level)
        return False

    def _answer(self, tree: Sentence, noun: int) -> Modality:
        """Return what became of a demand or an invitation: it may be met or refused."""
        verb = tree[noun].head
        if verb < 0 or tree[noun].deprel not in {"obj", "nsubj:pass", "obl"}:
            return DEMANDED
        lemma = full_lemma(tree, verb)
        if lemma in _ACCEPT:
            return DENIED if is_negated(tree, verb) else PLANNED
        return DENIED if lemma in DECLINE else DEMANDED

    def _is_untrue(self, tree: Sentence, noun: int) -> bool:
        """Tell whether a report is called false: "reports that ... are baseless"."""
        head = tree[noun].head
        if tree[noun].deprel.startswith("nsubj") and tree[head].upos == "ADJ":
            negated = is_negated(tree, head)
            lemma = tree[head].lemma.lower()
            return lemma in _TRUE and (lemma in _FALSE) != negated
        told = tree[noun].deprel in {"obj", "nsubj:pass"}
        return (
            told and tree[head].lemma.lower() in DENYING and not is_negated(tree, head)
        )

    def _weigh_truth(
        self, tree: Sentence, head: int, standing: Standing, *, false: bool
    ) -> bool:
        """Read "it is not true that ...", "it is false that ..."."""
        if is_negated(tree, head) != false:
            standing.combine(DENIED)
        return standing.modality is not None

    def _is_command(self, tree: Sentence, verb: int) -> bool:
        """Tell whether a bare verb without subject asks for something."""
        return tree[verb].tag == "VB" and not tree.children(
            verb, "nsubj", "nsubj:pass", "aux", "mark"
        )

    def _is_conditional(self, tree: Sentence, verb: int, top: int) -> bool:
        for head in {verb, top}:
            for child in tree.children(head, "advcl", "ccomp", "parataxis"):
                marks = {tree[m].text.lower() for m in tree.children(child, "mark")}
                if is_inverted(tree, child) or marks & (
                    self.words["conditional_marks"] - _BOUNDS
                ):
                    return True
            if any(
                tree[child].lemma.lower() in {"event", "case"}
                and tree.case_of(child) == "in"
                for child in tree.children(head, "obl", "advmod")
            ):
                return True  # "in the event of an invasion"
        return False


def _is_move(tree: Sentence, head: int) -> bool:
    """Tell whether somebody goes or is somewhere, for the purpose that follows."""
    stays = tree.child(head, "cop") is not None and tree.case_of(head) in {"in", "at"}
    return stays or tree[head].lemma.lower() in _MOTION


def _is_perfect(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause is "to have killed nine": what is over."""
    return is_infinitive(tree, verb) and "have" in tree.auxiliaries(verb)


def _is_timeless(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause is in the present, or in no tense at all.

    By its form: "withdraw" may well be tagged as a past.
    """
    bare = tree[verb].text.lower() == tree[verb].lemma.lower()
    helped = bool(tree.children(verb, "aux", "aux:pass", "cop"))
    return (bare and not helped) or is_present(tree, verb)


def _opens_with_if(tree: Sentence, verb: int) -> bool:
    """Tell whether "if" opens the words from the last mark to a verb.

    Whatever the tree makes of it: "if ever again a rocket is fired".
    """
    if tree[0].lemma.lower() in _SUPPOSE:
        return True
    first = verb
    while first and tree[first - 1].upos != "PUNCT":
        first -= 1
    return first < verb and tree[first].text.lower() in {"if", "unless"}
