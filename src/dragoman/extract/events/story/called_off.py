"""Appointments that a later sentence calls off: "but the visit was cancelled"."""

from collections.abc import Mapping, Sequence

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import (
    DEFINITE_OR_THEIR,
    full_lemma,
    may_be,
)
from dragoman.extract.events.draft import Draft
from dragoman.model.claim import Modality
from dragoman.model.syntax import FUTURE, PAST, Sentence
from dragoman.text.calendar_names import is_day
from dragoman.text.embedding import CALLING_OFF, CONDITIONS

_BRIEF = 6  # words of "They never did, though."
_CLOSE = 2  # sentences over which an appointment can be called off
_HELD = frozenset({"take", "carry out", "hold", "happen", "materialize"})
_YES = frozenset({"accept", "agree", "consent", "assent"})
_NO = frozenset({"decline", "refuse", "demur"})
_ASKED = frozenset({"invitation", "offer", "request", "invite"})
_NEAR = 6  # sentences over which what was called off is still spoken of
# Nothing but an appointment is "called off", or "never took place".
_ONLY_EVENTS = frozenset(
    {"cancel", "postpone", "call off", "put off", "scrap", "defer", "reschedule"}
    | {"push back", "put back", "take", "happen", "materialize", "carry out"}
)
_HELD_TYPES = frozenset({"CONSULT", "PROTEST", "AGREE"})
# What stands in a diary.
_SET_DOWN = frozenset({"visit", "meeting", "multilateral"})
_IT = frozenset({"it", "this", "that", "they"})
# "Struck off the programme", "crossed out of the diary".
_STRUCK = frozenset({"strike", "cross", "remove", "delete", "drop", "erase", "vanish"})
_PROGRAMMES = frozenset(
    {"programme", "program", "agenda", "schedule", "diary", "itinerary", "calendar"}
)


class CallOffReader:
    """Calls off what was planned before.

    Args:
        words: Word sets of the ontology.
        drafts: Events told so far; the list is followed as it grows.
    """

    def __init__(
        self, words: Mapping[str, frozenset[str]], drafts: list[Draft]
    ) -> None:
        self._words = words
        # What a verb with its particle begins with.
        verbs = CALLING_OFF | _HELD | _STRUCK
        self._first = frozenset(verb.partition(" ")[0] for verb in verbs)
        self._drafts = drafts

    def call_off(self, sentence: int, tree: Sentence, found: list[Draft]) -> None:
        """Read "but the appointment was cancelled": of what was planned before.

        And "She accepted" of what was asked for.
        """
        self._answer(sentence, tree)
        self._leave_undone(sentence, tree)
        for verb in tree.find_lemmas(self._first):
            token = tree[verb]
            if token.upos != "VERB":
                continue
            lemma = full_lemma(tree, verb)
            dropped = lemma in CALLING_OFF and not tree.is_negated(verb)
            dropped = dropped or _is_struck(tree, verb)
            unheld = lemma.removesuffix(" place") in _HELD
            if not dropped and not (unheld and tree.is_negated(verb)):
                continue
            if _is_looked_back_on(tree, verb) or self._is_open(tree, verb):
                continue
            if self._names_event(tree, verb) or self._pulls_out(tree, verb):
                self._cancel_last(sentence, tree, found)
            elif _is_it(tree, verb, lemma):
                self._cancel_last(sentence, tree, found, _HELD_TYPES)

    def fold(self, sentence: int, found: list[Draft]) -> list[Draft]:
        """Read "was expected in Gao but cancelled her trip" as the trip to Gao.

        A visit that somebody calls off, told without where to, is the one ahead.
        """
        kept = []
        for off in found:
            cancelled = off.mode == "visit" and off.modality is Modality.CANCELLED
            bare = cancelled and off.place is None
            plan = self._plan_of(sentence, off, found) if bare else None
            if plan is None:
                kept.append(off)
                continue
            plan.modality = Modality.CANCELLED
            plan.spans.extend(span for span in off.spans if span not in plan.spans)
        return kept

    def _plan_of(
        self, sentence: int, off: Draft, found: Sequence[Draft]
    ) -> Draft | None:
        """Return what the same people were to do, here or just before."""
        for draft in (*reversed(found), *reversed(self._drafts)):
            if sentence - draft.sentence > _CLOSE:
                return None
            ahead = draft.modality is Modality.PLANNED or (
                draft.modality is Modality.CANCELLED and draft.spans[-1] in off.spans
            )
            alike = (draft.type, draft.mode) == (off.type, off.mode)
            if draft is not off and alike and ahead and draft.place is not None:
                same = draft.participants == off.participants
                return draft if same else None
        return None

    @staticmethod
    def leave_off(tree: Sentence, draft: Draft) -> None:
        """Read "was to have met Lee": an appointment that was not kept.

        And "will not come on Friday": one that will not be.
        """
        if not draft.verbal:
            return
        helpers = [tree[one] for one in tree.children(draft.head, "aux", "mark")]
        if draft.modality is Modality.DENIED:
            ahead = any(one.lemma.lower() in FUTURE for one in helpers)
            dated = draft.time is not None and draft.time.precision == "day"
            if ahead and dated and draft.mode in _SET_DOWN:
                draft.modality = Modality.CANCELLED
        if draft.modality is not Modality.PLANNED:
            return
        perfect = any(one.tag == "VB" and one.lemma == "have" for one in helpers)
        to = any(one.text.lower() == "to" for one in helpers)
        was = any(one.tag == "VBD" and one.lemma == "be" for one in helpers)
        if perfect and to and was:
            draft.modality = Modality.CANCELLED

    def _answer(self, sentence: int, tree: Sentence) -> None:
        """Read "She accepted", "Lee declined the invitation" of what was asked for."""
        root = tree.root
        lemma = tree[root].lemma.lower()
        if lemma not in _YES | _NO or tree[root].tag not in PAST:
            return
        if tree.is_negated(root) or tree.child(root, "xcomp", "ccomp") is not None:
            return
        asked = tree.children(root, "obj")
        if any(tree[one].lemma.lower() not in _ASKED for one in asked):
            return
        for draft in reversed(self._drafts):
            if sentence - draft.sentence > 1:
                return
            if draft.modality is Modality.DEMANDED and draft.type == "CONSULT":
                said_yes = lemma in _YES
                draft.modality = Modality.PLANNED if said_yes else Modality.DENIED
                draft.spans.append((tree.start, tree.end))
                return

    def _leave_undone(self, sentence: int, tree: Sentence) -> None:
        """Read "They did not." of who were to meet."""
        root = tree.root
        bare = tree[root].lemma.lower() == "do" and len(tree) <= _BRIEF
        if not bare or tree[root].tag != "VBD" or not tree.is_negated(root):
            return
        for draft in reversed(self._drafts):
            if sentence - draft.sentence > 1:
                return
            if draft.modality is Modality.PLANNED and draft.type == "CONSULT":
                draft.modality = Modality.CANCELLED
                draft.spans.append((tree.start, tree.end))
                return

    def is_off_again(self, draft: Draft) -> bool:
        """Read "The talks were put off for lack of time" of what was just put off."""
        if draft.modality is not Modality.CANCELLED or draft.participants:
            return False
        for last in reversed(self._drafts):
            if draft.sentence - last.sentence > _NEAR:
                return False
            alike = last.type == draft.type and last.mode in {
                draft.mode,
                "multilateral",
            }
            if not alike or last.modality is not draft.modality:
                continue
            if not {last.time, None} & {draft.time} or not (
                {last.place, None} & {draft.place}
            ):
                return False
            last.spans.extend(span for span in draft.spans if span not in last.spans)
            return True
        return False

    def _is_open(self, tree: Sentence, verb: int) -> bool:
        """Tell whether it may come to that: "might be called off", "if it is"."""
        return may_be(tree, verb, self._words) or any(
            tree[child].text.lower() in CONDITIONS
            for child in tree.children(verb, "mark")
        )

    def _pulls_out(self, tree: Sentence, verb: int) -> bool:
        """Read "suspended its participation in the said talks"."""
        nouns = self._words["event_nouns"]
        return any(
            tree[child].lemma.lower() in {"participation", "involvement", "attendance"}
            and any(
                tree[inner].lemma.lower() in nouns
                for inner in tree.children(child, "nmod")
            )
            for child in tree.children(verb, "obj")
        )

    def _names_event(self, tree: Sentence, verb: int) -> bool:
        goes_on = tree[verb].deprel == "conj" and tree.is_passive(verb)
        if goes_on and not tree.children(verb, "nsubj:pass", "nsubj"):
            # "The march was to be held on Friday but was banned"
            return self._names_event(tree, tree[verb].head)
        nouns = self._words["event_nouns"]
        if not tree.is_passive(verb) and any(
            one.case == "to" and not is_day(tree[one.token].text)
            for one in find_obliques(tree, verb)
        ):
            return False  # "called off the trip to Osk"
        return any(
            tree[child].lemma.lower() in nouns
            and any(
                tree[d].text.lower() in DEFINITE_OR_THEIR or tree[d].tag == "PRP$"
                for d in tree.children(child, "det", "nmod:poss")
            )
            and not any(
                tree.case_of(inner) in {"of", "to", "in", "between", "with"}
                for inner in tree.children(child, "nmod")
            )
            for child in tree.children(verb, "nsubj:pass", "nsubj", "obj")
        )

    def _cancel_last(
        self,
        sentence: int,
        tree: Sentence,
        found: list[Draft],
        types: frozenset[str] = frozenset(),
    ) -> None:
        for draft in (*reversed(found), *reversed(self._drafts)):
            if sentence - draft.sentence > _CLOSE:
                return
            if types and draft.type not in types:
                continue
            if draft.modality is Modality.PLANNED:
                draft.modality = Modality.CANCELLED
                if (tree.start, tree.end) not in draft.spans:
                    draft.spans.append((tree.start, tree.end))
                return


def _is_it(tree: Sentence, verb: int, lemma: str) -> bool:
    """Tell whether "it" was called off, "it" never took place."""
    if lemma.removesuffix(" place") not in _ONLY_EVENTS:
        return False
    passive = tree.is_passive(verb) or lemma in _HELD or lemma.startswith("take")
    told = ("nsubj:pass", "nsubj") if passive else ("obj",)
    return any(
        tree[child].text.lower() in _IT and tree[child].upos == "PRON"
        for child in tree.children(verb, *told)
    )


def _is_struck(tree: Sentence, verb: int) -> bool:
    """Tell whether something was "struck off the programme"."""
    return tree[verb].lemma.lower() in _STRUCK and any(
        tree[one.token].lemma.lower() in _PROGRAMMES
        for one in find_obliques(tree, verb)
    )


def _is_looked_back_on(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause only says since when: "a week after it was cancelled"."""
    return tree[verb].deprel != "root" and any(
        tree[child].text.lower() in {"after", "since", "before"}
        for child in tree.children(verb, "mark")
    )
