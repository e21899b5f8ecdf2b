"""How an event is put: asserted, denied, planned, cancelled, demanded, possible.

Starting from the trigger, the sentence is climbed: its own auxiliaries and
negation, the verbs and nouns that govern it, the conjunctions around it. Where
the way up passes something that says neither, the answer is ``None``: abstain.
"""

from dragoman.extract.clauses.clause import clause_head, find_subjects
from dragoman.extract.clauses.disowned import is_disowned
from dragoman.extract.clauses.predicates import (
    full_lemma,
    is_definite,
    is_impossible,
    is_negated,
    is_of_toll,
    is_question,
    may_be,
)
from dragoman.extract.clauses.standing import Standing, find_level
from dragoman.extract.clauses.stops import stops
from dragoman.extract.events.modality.verbal import OCCASION_NOUNS, VerbModality
from dragoman.extract.events.setting.anchors import LINES, ROUNDS
from dragoman.extract.events.setting.slots import ORDERED, ORDERING
from dragoman.extract.events.triggers.blame import Blame
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.claim import Modality
from dragoman.model.syntax import PAST, Sentence
from dragoman.text.embedding import (
    ACCUSING,
    ASSERTED,
    CALLING_OFF,
    CANCELLED,
    CHARGE,
    DEMANDED,
    DENIED,
    HYPOTHETICAL,
    NOUNS,
    PLANNED,
    TELLING,
)
from dragoman.text.governors import is_none

_OCCASION = frozenset(
    {"during", "after", "following", "at", "in", "since", "throughout", "upon"}
    | {"amid", "amidst", "despite", "through", "within", "over the course of"}
)
_AHEAD = frozenset(
    {"ahead of", "before", "prior to", "for", "until", "pending", "towards"}
)
_FACT_NOUNS = OCCASION_NOUNS | frozenset(
    {"condemnation", "denunciation", "responsibility", "scene", "site", "target"}
    | {"victim", "survivor", "witness", "perpetrator", "mastermind", "brunt"}
)
# What a plan does that comes to nothing.
_FALLS = frozenset({"fall through", "fall flat", "fall apart"})
_NOTHING = frozenset({"nothing", "naught", "nought"})
# Said of somebody for what he has done.
GRATEFUL = frozenset(
    {"thank", "praise", "credit", "commend", "applaud", "congratulate", "blame"}
    | {"criticize", "criticise", "condemn", "denounce", "rebuke", "punish", "reward"}
    | {"honour", "honor", "decorate", "laud", "hail", "salute", "reproach", "berate"}
)
# Said of a deed itself; whatever else it does not do, it was done.
_TAKES_PLACE = frozenset(
    {"be", "begin", "come", "continue", "end", "ensue", "erupt", "follow", "go"}
    | {"happen", "last", "occur", "open", "proceed", "recur", "resume", "start", "take"}
)
_RECENT = frozenset(
    {"recent", "last", "previous", "earlier", "first", "latest", "late"}
)
_FACTIVE = frozenset(
    {"condemn", "denounce", "criticize", "criticise", "praise", "hail", "mourn"}
    | {"deplore", "recall", "mark", "witness", "survive", "attend", "follow", "decry"}
    | {"welcome", "regret", "confirm", "verify", "document", "oversee", "order"}
    | {"describe", "call", "blame", "commend", "lament", "slam", "protest", "report"}
)
# Said, and thereby done: "The embassy condemns the attack".
_PERFORMED = frozenset({"condemn", "deplore", "denounce", "mourn", "regret", "decry"})
# Felt about what has happened.
_FEELINGS = frozenset(
    {"concern", "alarm", "outrage", "shock", "dismay", "sorrow", "grief", "anger"}
    | {"condolence", "regret", "sadness", "indignation", "horror"}
)
_BRIEF = frozenset({"brief", "inform", "update", "report", "talk", "speak", "comment"})
_HELD = frozenset({"hold", "stage", "conduct", "organize", "organise", "convene"})
# What films and photographs do that need not be true.
_SHOWS = frozenset({"depict", "document", "prove", "show"})
_PURPORTS = frozenset({"allege", "appear", "claim", "purport", "seem"})
# "The raid ended with the arrest of nine men": what came of it is told as done.
_OUTCOMES = frozenset(
    {
        ("end", "with"),
        ("end", "in"),
        ("lead", "to"),
        ("result", "in"),
        ("kill", "by"),
        ("wound", "by"),
        ("injure", "by"),
        ("begin", "with"),
    }
    | {("culminate", "in"), ("conclude", "with"), ("start", "with")}
)
_UP = 3
# How a crowd or a writer says it.
_VOICING = frozenset(
    {"assemble", "demonstrate", "gather", "march", "petition", "protest", "rally"}
    | {"sign", "strike", "take", "turn", "write"}
)
# What somebody stands for, in the present as well: "accuses", "backs", "demands".
_STANCES = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
_FIXED = frozenset({"set", "fix", "book", "pencil", "earmark"})
_OVER = LINES | {"breakfast", "lunch", "luncheon", "dinner", "supper", "tea", "coffee"}
_DUE = frozenset({"due", "bound", "set", "slated"})
_MOVED = frozenset({"move", "shift", "reschedule", "push back", "put back", "bring"})


class ModalityReader(VerbModality):
    """Reads the standing of triggers, verbs and nouns alike."""

    def read(self, tree: Sentence, match: Match) -> Standing:
        """Return how the event of a trigger is put."""
        if is_question(tree):
            return self._asked(tree, match)
        if match.blame is not None:
            return self._blamed(tree, match.blame, match.head)
        if match.clause is None:
            return self._of_noun(tree, match)
        stance = match.trigger.type in _STANCES
        standing = self.verb(tree, match.head, stance=stance)
        if stance and standing.modality is PLANNED and _is_voiced(tree, match.head):
            standing.modality = ASSERTED
        if standing.modality is ASSERTED and _is_purported(tree, match.head):
            standing.modality = HYPOTHETICAL
        if match.trigger.frame.modality and standing.modality is ASSERTED:
            standing.modality = Modality(match.trigger.frame.modality)
        held = match.clause.passive and match.trigger.lemma in _HELD
        if match.noun is not None and held:
            _cancel_if_not_held(tree, match.noun, standing)
        if match.noun is not None and standing.modality is ASSERTED:
            standing.modality = self._modifiers(tree, match.noun) or ASSERTED
        elif standing.modality in {ASSERTED, PLANNED} and self._none_involved(
            tree, match
        ):
            standing.modality = DENIED  # "will hand over no fighter"
        return standing

    def _of_noun(self, tree: Sentence, match: Match) -> Standing:
        if is_disowned(tree, match.head):
            return Standing(ASSERTED, past=True)
        if match.trigger.prepositions:
            return self._beside(tree, match.head)
        standing = self.noun(tree, match.head)
        if standing.modality is CANCELLED and match.trigger.type == "ASSAULT":
            standing.modality = DENIED  # "no attack took place": not called off
        return standing

    def _beside(self, tree: Sentence, noun: int) -> Standing:
        """Read what is told beside a clause as that is: "marched in support of Lee"."""
        verb = noun
        while verb >= 0 and tree[verb].upos not in {"VERB", "AUX"}:
            verb = tree[verb].head
        if verb < 0 or self._modifiers(tree, noun) is not None:
            return Standing(None)
        standing = self.verb(tree, verb)
        if tree.case_of(noun) == "under" and standing.modality is PLANNED:
            return Standing(ASSERTED, past=True)  # "under a deal with Chad it will"
        told = standing.modality in {ASSERTED, PLANNED, DEMANDED, HYPOTHETICAL}
        return standing if told else Standing(None)

    def _blamed(self, tree: Sentence, blame: Blame, deed: int) -> Standing:
        """Read a deed that somebody is blamed for: a fact, if the blame is one."""
        charge = self.verb(tree, blame.verb, stance=True)
        if charge.modality is None:
            return charge
        vouchers = [*charge.vouchers, *blame.accusers]
        told = Standing(ASSERTED, vouchers=vouchers, past=True)
        signature = CHARGE.get(tree[blame.verb].lemma.lower())
        if signature is not None and tree[deed].upos == "VERB":
            # A charge is the word of whoever brings it, and open if nobody is named.
            accused = tree[blame.verb].lemma.lower() in ACCUSING and vouchers
            told.modality = (TELLING if accused else signature).put(charge.modality)
        elif charge.modality is not ASSERTED:
            told.modality = None
        return told

    def _asked(self, tree: Sentence, match: Match) -> Standing:
        """Read a question: open where it asks what would be, else it says nothing."""
        possible = match.clause is not None and may_be(tree, match.head, self.words)
        return Standing(HYPOTHETICAL if possible else None)

    def noun(self, tree: Sentence, noun: int) -> Standing:
        """Return how an event told by a noun is put."""
        first = noun
        while tree[first].deprel in {"conj", "appos"} and tree[first].head >= 0:
            first = tree[first].head
        if tree[first].upos not in {"NOUN", "PROPN"}:
            return Standing(None)
        own = self._modifiers(tree, noun)
        relation = tree[first].deprel.partition(":")[0]
        if own in {PLANNED, HYPOTHETICAL, CANCELLED} and relation != "nsubj":
            dropped = relation == "obj" and self._is_dropped(tree, first)
            # "called off a visit planned for May"
            return Standing(CANCELLED, past=True) if dropped else Standing(own)
        if own is HYPOTHETICAL and _is_any(tree, noun):
            return Standing(own)
        if relation in {"nsubj", "obj", "iobj", "xcomp"}:
            standing = self._argument(tree, first, relation)
        elif relation == "obl" and not tree.case_of(first):
            standing = self._argument(tree, first, "obj")  # "put off the march"
        elif relation in {"obl", "advcl"}:
            standing = self._occasion(tree, first, noun)
        elif relation == "nmod":
            standing = self._inside(tree, first, noun)
        else:
            return self._headline(tree, noun, own)
        counted = own is DENIED and standing.modality is DENIED  # "no talks were held"
        if own is not None and standing.modality is not None and not counted:
            standing.combine(own)
        return standing

    def _is_dropped(self, tree: Sentence, noun: int) -> bool:
        """Tell whether somebody called off what a noun tells."""
        verb = tree[noun].head
        standing = self.verb(tree, verb)
        done = standing.modality is ASSERTED and standing.past
        return done and find_level(tree, verb) is CANCELLED

    def _headline(self, tree: Sentence, noun: int, own: Modality | None) -> Standing:
        """Read "Talks opened in Doha", of which the parse may make a mere noun.

        And what somebody is on: "is on a visit to Doha"; and an entry of a chronicle.
        """
        if own is None and tree[noun].deprel == "root" and tree.block in self.dated:
            return Standing(ASSERTED, past=True)  # "7 May: Arrest of Lee in Gao."
        if tree.child(noun, "cop") is not None and tree.case_of(noun) == "on":
            return self.verb(tree, noun)
        told = tree[noun].deprel == "root" and any(
            tree[child].lemma.lower() in self.words["occurrence_verbs"]
            and tree.child(child, "obl:agent") is None
            for child in tree.children(noun, "acl")
        )
        return Standing(ASSERTED if told and noun == 0 else None, past=told)

    def _argument(self, tree: Sentence, noun: int, relation: str) -> Standing:
        verb = _what_is_due(tree, tree[noun].head)
        lemma = full_lemma(tree, verb)
        subject = relation == "nsubj"
        standing = self.verb(tree, verb)
        passive = tree[noun].deprel == "nsubj:pass" or (
            subject and tree.is_passive(verb)
        )
        if not subject or passive:
            return self._done_to(tree, noun, standing)
        off = lemma in _FALLS or _falls(tree, verb) or _comes_to_nothing(tree, verb)
        if off or self._stands_cancelled(tree, verb):
            return Standing(CANCELLED, past=True)
        if tree.child(verb, "expl") is not None and tree[verb].lemma.lower() == "be":
            return standing if standing.past else Standing(None)  # "there was no raid"
        plain = tree[verb].lemma.lower()
        happens = self.words["occurrence_verbs"], self.words["factual_governors"]
        if any(lemma in verbs or plain in verbs for verbs in happens):
            if (
                standing.modality is DENIED
                and plain not in _TAKES_PLACE
                and is_definite(tree, noun)
            ):
                return Standing(ASSERTED, past=True)  # "the raid did not cause panic"
            return _cancel_if_not_held(tree, noun, standing)
        if is_definite(tree, noun) and standing.modality in {ASSERTED, PLANNED}:
            return standing
        return Standing(None)

    def _done_to(self, tree: Sentence, noun: int, standing: Standing) -> Standing:
        """Read what is done to an event: it is planned, denied, called off."""
        verb = tree[noun].head
        lemma = full_lemma(tree, verb)
        undergone = tree[noun].lemma.lower() in self.words["undergone"]
        if lemma in {"announce", "confirm"} and undergone:
            return standing  # "announced the arrest of nine": they are held
        if lemma in ORDERING and tree[noun].lemma.lower() in ORDERED:
            return standing  # "ordered the closure of the paper": and so closed it
        level = find_level(tree, verb)
        if level is not None:
            if standing.modality is DENIED and level is DENIED:
                return Standing(None)
            self._vouch(tree, verb, level, standing)
            return standing
        told = standing.modality
        if lemma in _MOVED and told is ASSERTED and tree.is_passive(verb):
            standing.modality = CANCELLED
        elif lemma == "announce" or (lemma in _FIXED and _is_for_a_day(tree, verb)):
            standing.modality = PLANNED if told is not None else None
        elif lemma in self.words["factual_governors"]:
            return _cancel_if_not_held(tree, noun, standing)
        elif lemma == "report" and told is ASSERTED and standing.past:
            return standing  # "shelling was reported in Gao"
        elif (
            lemma in _FACTIVE
            and is_definite(tree, noun)
            and (standing.past or lemma in _PERFORMED)
        ):
            standing.past = True
            habit = told is None and lemma not in _PERFORMED
            standing.modality = None if habit else ASSERTED
            standing.vouchers = []
        else:
            return Standing(None)
        return standing

    def _stands_cancelled(self, tree: Sentence, verb: int) -> bool:
        """Read "the round stands cancelled", "the visit remains suspended"."""
        return any(
            tree[child].lemma.lower() in CALLING_OFF
            for child in tree.children(verb, "xcomp")
            if tree[child].tag in {"VBN", "JJ", "VBD"}
        )

    def _vouch(
        self, tree: Sentence, verb: int, level: Modality, standing: Standing
    ) -> None:
        if level is DENIED:
            standing.vouchers.extend(find_subjects(tree, verb))
        open_yet = is_negated(tree, verb) or standing.modality is HYPOTHETICAL
        if level is CANCELLED and open_yet:
            standing.modality = PLANNED  # "was not cancelled", "might be called off"
        elif level is DENIED and is_impossible(tree, verb):
            standing.modality = HYPOTHETICAL  # "cannot be ruled out"
        elif standing.modality is HYPOTHETICAL:
            pass  # "would be ordered"
        elif standing.modality is not None:
            standing.modality = level

    def _occasion(self, tree: Sentence, noun: int, own: int) -> Standing:
        case = tree.case_of(noun)
        if is_of_toll(tree, noun):  # "raised the toll from the blast to nine"
            return Standing(ASSERTED, past=True)
        verb = clause_head(tree, tree[noun].head)
        standing = self.verb(tree, verb)
        if case == "by" and tree[verb].lemma in {"follow", "precede", "mark"}:
            return standing
        if standing.modality is None and not standing.past:
            return standing
        governed = find_level(tree, verb)
        if case == "for" and governed is DEMANDED:  # "marched to call for his release"
            return Standing(None if standing.modality is DENIED else DEMANDED)
        if case == "for" and tree[verb].lemma.lower() in GRATEFUL:
            done = is_definite(tree, noun) and standing.modality is not DENIED
            return Standing(ASSERTED if done else None, past=True)
        # The clause may be denied or cancelled; the occasion stands all the same.
        told = PLANNED if standing.modality is PLANNED else ASSERTED
        stopped = case == "for" and standing.past and stops(tree, verb)
        if case in _AHEAD and not stopped:
            return Standing(PLANNED, past=False)
        by_line = case in {"by", "over", "via"} and tree[noun].lemma.lower() in _OVER
        if case in _OCCASION or by_line or stopped:  # "told him by telephone"
            return Standing(told, past=standing.past)
        if (tree[verb].lemma.lower(), case) in _OUTCOMES:
            return Standing(told, past=standing.past)
        if self._is_topic_told(tree, verb, own, case):
            return Standing(told, past=standing.past)
        return Standing(None)

    def _is_topic_told(self, tree: Sentence, verb: int, noun: int, case: str) -> bool:
        """Tell whether what somebody speaks about has taken place."""
        if case not in {"on", "about", "regarding", "concerning", "of", "over"}:
            return False
        brief = tree[verb].lemma.lower() in _BRIEF
        return self._is_recent(tree, noun) or (case == "on" and not brief)

    def _inside(self, tree: Sentence, noun: int, own: int) -> Standing:
        head = tree[noun].head
        lemma = tree[head].lemma.lower()
        if lemma in ROUNDS and tree.case_of(noun) == "of":
            return self.noun(tree, head)
        if is_of_toll(tree, noun):
            return Standing(ASSERTED, past=True)
        if lemma in _FACT_NOUNS or (lemma in _FEELINGS and is_definite(tree, own)):
            return self._occasion_of(tree, head)
        if lemma in NOUNS:
            return Standing(NOUNS[lemma].put(self.governing_noun(tree, head).modality))
        if tree.case_of(noun) in _OCCASION - {"in", "at", "within"}:
            return Standing(ASSERTED, past=True)
        recent = self._is_recent(tree, own) and is_definite(tree, own)
        return Standing(ASSERTED if recent else None, past=True)

    def _occasion_of(self, tree: Sentence, head: int) -> Standing:
        standing = self.verb(tree, clause_head(tree, head))
        told = PLANNED if standing.modality is PLANNED else ASSERTED
        return Standing(told, past=standing.past)

    def _is_recent(self, tree: Sentence, noun: int) -> bool:
        return any(
            tree[child].lemma.lower() in _RECENT
            for child in tree.children(noun, "amod", "compound")
        ) or any(
            tree[child].entity.endswith("DATE")
            for child in tree.children(noun, "nmod", "nmod:poss", "compound", "nummod")
        )

    def _modifiers(self, tree: Sentence, noun: int) -> Modality | None:
        """Return what the words on a noun make of it: "a planned visit"."""
        words = self.words
        for child in tree.children(noun, "amod", "det", "compound", "acl", "neg"):
            lemma = tree[child].lemma.lower()
            text = tree[child].text.lower()
            if text == "no":
                return DENIED
            if text in words["planned_modifiers"]:
                return PLANNED
            if text in words["cancelled_modifiers"]:
                return CANCELLED
            if tree[child].deprel != "acl" and lemma in words["hypothetical_modifiers"]:
                return HYPOTHETICAL
        return None

    def _none_involved(self, tree: Sentence, match: Match) -> bool:
        clause = match.clause
        return clause is not None and any(
            is_none(tree, token) for token in (*clause.objects, *clause.subjects)
        )


def _what_is_due(tree: Sentence, verb: int) -> int:
    """Return "open" of "is due to open": what is to come of the subject."""
    if tree[verb].lemma.lower() in _DUE and tree.child(verb, "cop") is not None:
        opened = [c for c in tree.children(verb, "xcomp") if tree[c].tag == "VB"]
        return opened[0] if opened else verb
    return verb


def _comes_to_nothing(tree: Sentence, verb: int) -> bool:
    """Tell whether what was planned "came to nothing"."""
    return tree[verb].lemma.lower() == "come" and any(
        tree[child].lemma.lower() in _NOTHING for child in tree.children(verb, "obl")
    )


def _is_purported(tree: Sentence, verb: int) -> bool:
    """Tell whether a film is said to show it: "a clip that claimed to show"."""
    current = verb
    for _ in range(_UP):
        current = tree[current].head
        if current < 0:
            return False
        if tree[current].lemma.lower() in _SHOWS:
            above = tree[current].head
            return above >= 0 and tree[above].lemma.lower() in _PURPORTS
    return False


def _is_voiced(tree: Sentence, verb: int) -> bool:
    """Tell whether words are what people came together for: "marched to demand it"."""
    above = tree[verb].head
    return (
        tree[verb].deprel == "advcl"
        and above >= 0
        and tree[above].lemma.lower() in _VOICING
        and tree[above].tag in PAST
    )


def _is_for_a_day(tree: Sentence, verb: int) -> bool:
    """Tell whether something is "set for 28 April"."""
    return any(tree.case_of(child) == "for" for child in tree.children(verb, "obl"))


def _is_any(tree: Sentence, noun: int) -> bool:
    return any(
        tree[child].text.lower() == "any" for child in tree.children(noun, "det")
    )


def _falls(tree: Sentence, verb: int) -> bool:
    """Tell "fell through", whose particle the parse may take for an adverb."""
    after = verb + 1
    if tree[verb].lemma.lower() != "fall" or after >= len(tree):
        return False
    alone = tree[after].head == verb and not tree.children(after)
    return alone and f"fall {tree[after].text.lower()}" in _FALLS


def _cancel_if_not_held(tree: Sentence, noun: int, standing: Standing) -> Standing:
    """Read "did not take place", "was not held": it was called off.

    Not of "no meeting has taken place", of which none was planned.
    """
    told = standing.modality is DENIED and not standing.vouchers
    if told and not is_none(tree, noun):
        standing.modality = CANCELLED
    return standing
