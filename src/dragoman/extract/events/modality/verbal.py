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
    is_perfect,
    is_present,
    is_set,
    is_subjunctive,
    is_supposed,
    is_timeless,
    is_undergone,
)
from dragoman.extract.clauses.settled import is_so, is_sought
from dragoman.extract.clauses.standing import Standing, find_level
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.text.embedding import (
    ACHIEVED,
    ASSERTED,
    CHARGE,
    CONDITIONS,
    DEMANDED,
    DENIED,
    DENYING,
    DOING,
    FAILING,
    HEARSAY,
    HYPOTHETICAL,
    NOUNS,
    OPEN,
    PLANNED,
    REPORTS,
    TELLING,
    THERE,
    TRUTH,
    Signature,
)
from dragoman.text.governors import (
    find_accusers,
    find_fate,
    find_governor,
    find_opening,
    find_outcome,
    find_signature,
    find_truth,
    is_content,
    is_none,
)
from dragoman.text.sayings import REQUIRING

# Parts and occasions of what did take place: "at the end of the talks".
OCCASION_NOUNS = frozenset(
    {"end", "beginning", "start", "course", "sideline", "conclusion", "middle", "close"}
    | {"aftermath", "wake", "occasion", "margin", "time", "part", "opening", "outset"}
    | {"result", "outcome", "day", "week", "morning", "second", "leg", "series"}
    | {"round"}
)
_MOTION = frozenset(
    {"travel", "fly", "arrive", "go", "come", "head", "leave", "depart", "land"}
    | {"return", "rush", "convene", "gather", "visit", "be", "due"}
)
# What is settled lies ahead, whatever its tense.
_SETTLE = frozenset({"agree", "decide", "promise", "pledge", "arrange", "provide"})
_THREAT = frozenset({"threaten", "warn", "vow", "swear", "caution"})
_BOUNDS = frozenset({"until", "till", "once"})  # what goes on before: no condition
_YET_TO_COME = frozenset({"when", "after", "once", "before", "until", "till"})
# Beside these a past clause has come already.
_NOW = frozenset({"will", "wo", "'ll", "’ll", "shall", "can", "may"})
# "Claimed to have killed nine": the deed is told, by who did it.
_OWN_DEED = frozenset({"claim", "admit", "confess", "boast", "acknowledge"})
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
        return self._place(tree, verb, standing)

    def governor(self, tree: Sentence, verb: int) -> Standing:
        """Return how a predicate is put that governs another, in the present too."""
        found = self._governors.get((tree, verb))
        if found is None:
            own = self.own(tree, verb, stance=True)
            if self._is_not_needed(tree, verb):
                own = DENIED
            found = self._place(tree, verb, Standing(own, past=is_past(tree, verb)))
            self._governors[tree, verb] = found
        return found

    def governing_noun(self, tree: Sentence, noun: int) -> Standing:
        """Return how a noun is put that governs a clause: "scrapped a plan to go"."""
        if tree.child(noun, "cop") is not None:  # "was on the verge of going"
            return self.governor(tree, noun)
        standing = Standing(ASSERTED)
        fate = find_fate(tree, noun)
        verb = tree[noun].head
        if fate is not None:
            above = self.governor(tree, fate.token)
            standing.modality = fate.signature.put(above.modality)
            standing.top = above.top
        elif (
            verb >= 0
            and tree[verb].lemma.lower() in THERE
            and (tree[noun].deprel in {"nsubj", "obj", "nsubj:pass"})
        ):
            standing.modality = self.governor(tree, verb).modality
        if is_none(tree, noun) and standing.modality is not None:
            standing.modality = DENIED
        return standing

    def _place(self, tree: Sentence, verb: int, standing: Standing) -> Standing:
        """Put a predicate as what governs it puts it, from the top downwards."""
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
        top = standing.top = current if standing.top < 0 else standing.top
        if standing.modality is PLANNED and self._is_conditional(tree, verb, top):
            standing.modality = HYPOTHETICAL
        if standing.modality is ASSERTED and _opens_with_if(tree, verb):
            standing.modality = HYPOTHETICAL
        if is_imperative(tree, top):
            standing.modality = None
        return standing

    def _is_not_needed(self, tree: Sentence, verb: int) -> bool:
        """Tell "does not need to go", in the present too, where others tell habits."""
        return tree[verb].lemma.lower() == "need" and is_negated(tree, verb)

    def _relative(self, tree: Sentence, clause: int, standing: Standing) -> None:
        # "the claim that he fled", but not "who was to have fled"
        if is_content(tree, clause) and not is_set(tree, clause):
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
        perfect = is_perfect(tree, current)
        raised = perfect and tree.is_passive(head)  # "is said to have met"
        if raised or is_finite(tree, current) or (perfect and lemma in _OWN_DEED):
            standing.past = standing.past or raised
            return self._reported(tree, current, standing)
        return self._governed(tree, current, standing)

    def _governed(self, tree: Sentence, current: int, standing: Standing) -> bool:
        """Read what a verb without tense is by what it depends on."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        signature = self._signature(tree, current)
        subject = tree.child(head, "nsubj")
        if lemma == "be" and subject is not None and subject > head:
            signature = OPEN  # "were the rebels to free her"
        elif signature is None and (
            lemma in self.words["factual_governors"]
            or tree[current].upos == "ADJ"  # "was found guilty", "seems unwilling"
            or (lemma == "become" and is_first(tree, tree.child(head, "xcomp")))
        ):
            return self._as_above(tree, head, standing)
        if signature is None:
            standing.modality = None
            return False
        if lemma in ACHIEVED and is_past(tree, head):
            signature = DOING["manage"]  # "was able to go"
        if signature.holds is ASSERTED:
            standing.past = is_past(tree, head)
        answer = find_answer(tree, head, signature.holds)
        if answer is not None:
            standing.modality, standing.settled = answer, answer is PLANNED
            return False
        return self._put(tree, head, signature, standing)

    def _put(
        self, tree: Sentence, head: int, signature: Signature, standing: Standing
    ) -> bool:
        """Put a clause as a governor puts it that is put by its own governors first."""
        noun = tree[head].upos in {"NOUN", "PROPN"}
        above = (self.governing_noun if noun else self.governor)(tree, head)
        standing.combine(signature.put(above.modality))
        standing.vouchers = [*above.vouchers, *standing.vouchers]
        standing.report = standing.report or above.report
        standing.settled = standing.settled or above.settled
        standing.top = above.top
        return False

    def _as_above(self, tree: Sentence, head: int, standing: Standing) -> bool:
        """Put a clause as the verb over it is put."""
        standing.past = is_past(tree, head)
        standing.combine(self.own(tree, head))
        return True

    def _signature(self, tree: Sentence, current: int) -> Signature | None:
        """Return what the verb over a clause makes of it by its meaning."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if lemma == "vote" and tree[current].lemma.lower() in _ENACTED:
            return DOING["manage"]  # "voted to dismiss him": and thereby did
        if lemma == "let" and self._is_command(tree, head):
            return DOING["ask"]
        if lemma in {"be", "have"}:  # "the aim is to go"; "has yet to go"
            late = any(
                tree[c].text.lower() in {"yet", "still"}
                for c in tree.children(head, "advmod")
            )
            if lemma == "have" or late:
                return FAILING if late else None
            return DOING["plan"]
        return find_signature(tree, head, DOING)

    def _reported(self, tree: Sentence, current: int, standing: Standing) -> bool:
        """Read "Lee said that ...": who vouches, and what the verb makes of it."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if lemma in CONDITIONS:
            standing.modality = HYPOTHETICAL
            return True
        governor = find_governor(tree, current)
        told = tree[head].upos in {"VERB", "AUX", "ADJ"} or (
            tree.child(head, "cop") is not None
        )
        if governor is None or not told:
            standing.modality = None
            return False
        signature = self._of_report(tree, current, governor.signature)
        if (
            standing.modality is HYPOTHETICAL
            and has_would(tree, current)
            and (signature.holds is ASSERTED and lemma not in _THREAT)
        ):
            standing.modality = PLANNED  # the future as seen from the past
        if lemma in _THREAT and standing.modality is PLANNED:
            standing.modality = HYPOTHETICAL
        raised = tree.is_passive(head) and not is_finite(tree, current)
        if lemma not in TRUTH and not raised:
            standing.report = standing.report or lemma
            standing.vouchers = [*find_subjects(tree, head), *standing.vouchers]
        return self._put(tree, head, signature, standing)

    def _of_report(
        self, tree: Sentence, current: int, signature: Signature
    ) -> Signature:
        """Return what a verb makes of a clause with a tense, in this form."""
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if tree.is_passive(head) and tree.child(head, "obl:agent") is None:
            if lemma == "expect":
                return TELLING  # "it is expected that he will meet her"
            if lemma in HEARSAY:
                return OPEN
        if lemma in _SETTLE and is_timeless(tree, current):
            return DOING["agree"]  # "agreed that both armies withdraw by 20 March"
        if lemma in REQUIRING and is_subjunctive(tree, current):
            return DOING["demand"]
        return signature

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
        opening = find_opening(tree, current)
        if opening is not None and opening.holds is HYPOTHETICAL:
            standing.modality = HYPOTHETICAL
            return False
        if is_finite(tree, current):
            if marks & _YET_TO_COME and self._is_ahead(tree, current, head):
                standing.combine(PLANNED)
                return False
            return tree[head].upos in {"VERB", "AUX", "ADJ"} and bool(
                marks & {"as", "that"}
            )
        if opening is not None:  # "without meeting", "instead of meeting"
            standing.combine(opening.holds)
            return standing.modality is not None
        governor = find_governor(tree, current)
        if governor is not None:
            lemma = tree[governor.token].lemma.lower()
            if lemma in CHARGE and governor.signature.holds is HYPOTHETICAL:
                standing.modality = None  # the charge is what is told
                return False
            return self._put(tree, governor.token, governor.signature, standing)
        if tree[current].tag == "VB" and is_infinitive(tree, current):
            standing.combine(PLANNED if _is_move(tree, head) else None)
            return False
        if (
            marks & {"against", "of", "to"}
            or "than" in marks
            or (marks & {"for"} and find_level(tree, head) is not None)
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
        opened = is_infinitive(tree, current) or is_content(tree, current)
        told = tree[current].deprel == "acl" and is_finite(tree, current)
        governor = find_governor(tree, current)
        if governor is None and not opened and not told:
            return False
        if tree[current].tag == "VBG" and lemma in OCCASION_NOUNS:
            return False
        if governor is None or governor.token < 0:
            standing.modality = None if governor is None else governor.signature.holds
            return False
        truth = (find_truth if is_finite(tree, current) else find_outcome)(tree, head)
        if truth is not None and lemma in NOUNS.keys() | REPORTS.keys():
            if tree[truth.token].lemma.lower() in DENYING:
                standing.vouchers.extend(find_accusers(tree, truth.token))
            return self._put(tree, truth.token, truth.signature, standing)
        asked = governor.signature.holds is DEMANDED and not is_none(tree, head)
        if asked and lemma in NOUNS:
            standing.combine(self._answer(tree, head))
            return False
        return self._put(tree, governor.token, governor.signature, standing)

    def _answer(self, tree: Sentence, noun: int) -> Modality:
        """Return what became of a demand or an invitation: it may be met or refused."""
        verb = tree[noun].head
        if verb < 0 or tree[noun].deprel not in {"obj", "nsubj:pass", "obl"}:
            return DEMANDED
        lemma = full_lemma(tree, verb)
        if lemma in _ACCEPT:
            return DENIED if is_negated(tree, verb) else PLANNED
        return DENIED if lemma in DECLINE else DEMANDED

    def _is_command(self, tree: Sentence, verb: int) -> bool:
        """Tell whether a bare verb without subject asks for something."""
        return tree[verb].tag == "VB" and not tree.children(
            verb, "nsubj", "nsubj:pass", "aux", "mark"
        )

    def _is_conditional(self, tree: Sentence, verb: int, top: int) -> bool:
        for head in {verb, top}:
            for child in tree.children(head, "advcl", "ccomp", "parataxis"):
                marks = {tree[m].text.lower() for m in tree.children(child, "mark")}
                if is_inverted(tree, child) or marks & (CONDITIONS - _BOUNDS):
                    return True
                opening = find_opening(tree, child)
                if (
                    opening is not None
                    and opening.holds is HYPOTHETICAL
                    and not (marks & _BOUNDS)
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


def _opens_with_if(tree: Sentence, verb: int) -> bool:
    """Tell whether "if" opens the words from the last mark to a verb.

    Whatever the tree makes of it: "if ever again a rocket is fired".
    """
    if tree[0].lemma.lower() in _SUPPOSE:
        return True
    first = verb
    while first and tree[first - 1].upos != "PUNCT":
        first -= 1
    return first < verb and tree[first].text.lower() in {"if", "unless", "whether"}
