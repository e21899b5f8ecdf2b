"""How an event is put: asserted, denied, planned, cancelled, demanded, possible.

Starting from the trigger, the sentence is climbed: its own auxiliaries and
negation, the verbs and nouns that govern it, the conjunctions around it. Where
the way up passes something that says neither, the answer is ``None``: abstain.
"""

from dataclasses import dataclass, field

from dragoman.extract.events_clause import FINITE, clause_head, find_subjects
from dragoman.extract.events_triggers import Match
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import EventOntology

ASSERTED = Modality.ASSERTED
DENIED = Modality.DENIED
PLANNED = Modality.PLANNED
CANCELLED = Modality.CANCELLED
HYPOTHETICAL = Modality.HYPOTHETICAL
DEMANDED = Modality.DEMANDED

_LEVELS = (
    ("cancelled_governors", CANCELLED),
    ("planned_governors", PLANNED),
    ("denied_governors", DENIED),
    ("demanded_governors", DEMANDED),
    ("hypothetical_governors", HYPOTHETICAL),
)
_NOUNS = (
    ("cancelled_nouns", CANCELLED),
    ("planned_nouns", PLANNED),
    ("denied_nouns", DENIED),
    ("demanded_nouns", DEMANDED),
    ("hypothetical_nouns", HYPOTHETICAL),
)
# Cases of a noun that tell it as a time or an occasion.
_OCCASION = frozenset(
    {"during", "after", "following", "at", "in", "since", "throughout", "upon"}
    | {"amid", "amidst", "despite", "through", "within", "over the course of"}
)
_AHEAD = frozenset(
    {"ahead of", "before", "prior to", "for", "until", "pending", "towards"}
)
_FACT_NOUNS = frozenset(
    {"end", "beginning", "start", "course", "sideline", "conclusion", "middle", "close"}
    | {"aftermath", "wake", "occasion", "margin", "time", "part", "opening", "outset"}
    | {
        "result",
        "outcome",
        "day",
        "week",
        "morning",
        "second",
        "leg",
        "series",
        "round",
    }
)
_ROUNDS = frozenset({"round", "series", "session", "set", "leg", "phase", "wave"})
_REPORT_NOUNS = frozenset({"fact", "announcement", "news", "confirmation", "statement"})
_RECENT = frozenset(
    {"recent", "last", "previous", "earlier", "first", "latest", "late"}
)
_FREQUENT = frozenset(
    {"regularly", "often", "usually", "always", "frequently", "routinely", "rarely"}
    | {"sometimes", "occasionally", "annually", "typically", "traditionally"}
)
_FACTIVE = frozenset(
    {"condemn", "denounce", "criticize", "criticise", "praise", "hail", "mourn"}
    | {"deplore", "recall", "mark", "witness", "survive", "attend", "follow", "decry"}
    | {"welcome", "regret", "confirm", "verify", "document", "oversee", "order"}
    | {"describe", "call", "blame", "commend", "lament", "slam", "protest", "report"}
)
_BRIEF = frozenset({"brief", "inform", "update", "report", "talk", "speak", "comment"})
_MOVED = frozenset({"move", "shift", "reschedule", "push back", "put back", "bring"})
_MOTION = frozenset(
    {"travel", "fly", "arrive", "go", "come", "head", "leave", "depart", "land"}
    | {"return", "rush", "convene", "gather", "visit", "be"}
)
_INHERIT = frozenset(
    {"by", "after", "before", "in", "while", "despite", "since", "when"}
)
_BELIEF = frozenset(
    {"hope", "expect", "believe", "think", "fear", "doubt", "suspect", "assume"}
    | {"suggest", "imagine", "predict", "suppose", "wonder", "estimate", "speculate"}
)
_THREAT = frozenset({"threaten", "warn", "vow", "swear", "caution"})
_REQUIRE = frozenset(
    {"demand", "insist", "urge", "request", "require", "propose", "recommend", "ask"}
    | {"order", "suggest", "decree", "stipulate"}
)


@dataclass(slots=True)
class Standing:
    """How an event is put, and who vouches for it as the sentence says.

    Attributes:
        modality: ``None`` if the sentence does not say clearly.
        vouchers: Tokens of those who report it, outermost first.
        past: Whether it is told as over (past tense or participle).
        report: Base form of the verb that reports it, empty if none does.
    """

    modality: Modality | None
    vouchers: list[int] = field(default_factory=list)
    past: bool = False
    report: str = ""


class ModalityReader:
    """Reads the standing of triggers with the words of an ontology."""

    def __init__(self, ontology: EventOntology) -> None:
        self.words = ontology.words

    def read(self, tree: Sentence, match: Match) -> Standing:
        """Return how the event of a trigger is put."""
        if tree[len(tree) - 1].text == "?" or (
            len(tree) > 1 and tree[len(tree) - 2].text == "?"
        ):
            return Standing(None)
        if match.clause is None:
            return self.noun(tree, match.head)
        standing = self.verb(tree, match.head)
        if match.trigger.frame.modality and standing.modality is ASSERTED:
            standing.modality = Modality(match.trigger.frame.modality)
        if match.noun is not None and standing.modality is ASSERTED:
            standing.modality = self._modifiers(tree, match.noun) or ASSERTED
        elif standing.modality is ASSERTED and self._none_involved(tree, match):
            standing.modality = DENIED
        return standing

    # -- verbs -----------------------------------------------------------------

    def verb(self, tree: Sentence, verb: int) -> Standing:
        """Return how the predicate at a token is put."""
        standing = Standing(ASSERTED, past=_is_past(tree, verb))
        standing.modality = self._own(tree, verb)
        if standing.modality is None:
            return standing
        current = verb
        for _ in range(8):
            token = tree[current]
            if token.head < 0 or token.deprel in {"root", "parataxis"}:
                break
            if token.deprel == "acl:relcl":
                if tree.child(current, "mark") is not None:  # "the claim that ..."
                    self._under_noun(tree, current, standing)
                break
            if not self._climb(tree, current, standing):
                break
            current = token.head
        if standing.modality is PLANNED and self._is_conditional(tree, verb, current):
            standing.modality = HYPOTHETICAL
        if _is_imperative(tree, current):
            standing.modality = None
        return standing

    def _own(self, tree: Sentence, verb: int) -> Modality | None:
        """Return the modality of a predicate by its own auxiliaries and negation."""
        words = self.words
        modality: Modality | None = None if _is_habit(tree, verb) else ASSERTED
        for child in tree.children(verb, "aux", "cop", "aux:pass"):
            text = tree[child].text.lower()
            if text in words["future_auxiliaries"]:
                modality = PLANNED
            elif text in words["possible_auxiliaries"]:
                modality = HYPOTHETICAL
            elif text in words["required_auxiliaries"]:
                modality = DEMANDED
        if _is_negated(tree, verb) and modality in {ASSERTED, PLANNED, DEMANDED}:
            modality = DENIED
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        if subject is not None and _is_none(tree, subject) and modality is ASSERTED:
            modality = DENIED
        frequent = any(
            tree[child].lemma.lower() in _FREQUENT
            for child in tree.children(verb, "advmod")
        )
        return None if frequent else modality

    def _climb(self, tree: Sentence, current: int, standing: Standing) -> bool:
        """Take one step up; tell whether to go on."""
        relation = tree[current].deprel.partition(":")[0]
        head = tree[current].head
        if relation == "conj":
            if tree[current].tag == "VB" and not tree.children(current, "nsubj", "aux"):
                self._combine(standing, self._own(tree, head))
            return True
        if relation == "acl":
            return self._under_noun(tree, current, standing)
        if relation == "advcl":
            return self._adverbial(tree, current, standing)
        if relation in {"xcomp", "ccomp", "csubj", "dep"}:
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
        if current < head and _is_cut_off(tree, current, head):
            return False
        infinitive = not _is_finite(tree, current)
        if not infinitive:
            return self._reported(tree, current, standing)
        level = self._level(lemma, _LEVELS)
        if lemma == "be" or (tree[head].upos == "ADJ" and level is None):
            level = PLANNED if lemma == "be" else None
        elif level is None and lemma in self.words["factual_governors"]:
            standing.past = _is_past(tree, head)
            self._combine(standing, self._own(tree, head))
            return True
        self._combine(standing, level)
        own = self._own(tree, head)
        if own in {DENIED, HYPOTHETICAL} and level is not DENIED:
            self._combine(standing, DENIED if own is DENIED else HYPOTHETICAL)
        return standing.modality is not None

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
        for subject in find_subjects(tree, head):
            standing.vouchers.insert(0, subject)
        standing.report = standing.report or lemma
        negated = _is_negated(tree, head)
        if lemma in {"deny", "refute", "disprove"} and not negated:
            self._combine(standing, DENIED)
        elif lemma in _THREAT and standing.modality is not ASSERTED:
            standing.modality = None
        elif lemma in _BELIEF or negated:
            self._combine(standing, HYPOTHETICAL)
        elif lemma in _REQUIRE and _is_subjunctive(tree, current):
            self._combine(standing, DEMANDED)
        elif standing.modality is HYPOTHETICAL and _has_would(tree, current):
            standing.modality = PLANNED  # the future as seen from the past
        if self._own(tree, head) not in {ASSERTED, DENIED}:
            self._combine(standing, HYPOTHETICAL)
        return standing.modality is not None

    def _adverbial(self, tree: Sentence, current: int, standing: Standing) -> bool:
        marks = {tree[child].text.lower() for child in tree.children(current, "mark")}
        head = tree[current].head
        if marks & self.words["conditional_marks"]:
            standing.modality = HYPOTHETICAL
            return False
        if _is_finite(tree, current):
            if tree[current].tag in {"VBZ", "VBP"} and marks & {
                "when",
                "after",
                "once",
            }:
                self._combine(standing, PLANNED)
            return tree[head].upos in {"VERB", "AUX", "ADJ"} and bool(
                marks & {"as", "that"}
            )
        if marks & {"without"}:
            self._combine(standing, DENIED)
        elif marks & {"against", "of", "to"} or "than" in marks:
            standing.modality = None
        elif "from" in marks:
            self._combine(standing, DENIED)
        elif _is_infinitive(tree, current):
            moved = tree[head].lemma.lower() in _MOTION
            self._combine(standing, PLANNED if moved else None)
            return False
        elif marks & {"for"} and self._level(tree[head].lemma.lower(), _LEVELS):
            standing.modality = None
        else:
            own = self._own(tree, head)
            self._combine(standing, own)
        return standing.modality is not None

    def _under_noun(self, tree: Sentence, current: int, standing: Standing) -> bool:
        head = tree[current].head
        lemma = tree[head].lemma.lower()
        if _is_infinitive(tree, current) or tree.child(current, "mark") is not None:
            if _is_finite(tree, current):
                if lemma not in _REPORT_NOUNS:
                    standing.modality = None
                return False
            if tree[current].tag != "VBG" or lemma not in _FACT_NOUNS:
                self._combine(standing, self._level(lemma, _NOUNS))
        return False

    def _is_conditional(self, tree: Sentence, verb: int, top: int) -> bool:
        for head in {verb, top}:
            for child in tree.children(head, "advcl"):
                marks = {tree[m].text.lower() for m in tree.children(child, "mark")}
                if marks & (
                    self.words["conditional_marks"] - {"until", "till", "once"}
                ):
                    return True
        return False

    # -- nouns -----------------------------------------------------------------

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
            return Standing(own)
        if relation in {"nsubj", "obj", "iobj", "xcomp"}:
            standing = self._argument(tree, first, relation)
        elif relation in {"obl", "advcl"}:
            standing = self._occasion(tree, first, noun)
        elif relation == "nmod":
            standing = self._inside(tree, first, noun)
        else:
            return Standing(None)
        if own is not None and standing.modality is not None:
            self._combine(standing, own)
        return standing

    def _argument(self, tree: Sentence, noun: int, relation: str) -> Standing:
        verb = tree[noun].head
        lemma = _full_lemma(tree, verb)
        subject = relation == "nsubj"
        standing = self.verb(tree, verb)
        passive = tree[noun].deprel == "nsubj:pass" or (
            subject and tree.is_passive(verb)
        )
        if not subject or passive:
            level = self._level(lemma, _LEVELS)
            if level is not None:
                if standing.modality is DENIED and level is DENIED:
                    return Standing(None)
                self._vouch(tree, verb, level, standing)
                return standing
            if lemma in _MOVED and standing.modality is ASSERTED and passive:
                standing.modality = CANCELLED
                return standing
            if lemma == "announce":
                standing.modality = PLANNED if standing.modality else None
                return standing
            if lemma in self.words["factual_governors"]:
                return _cancel_if_not_held(standing)
            if lemma in _FACTIVE and _is_definite(tree, noun) and standing.past:
                return Standing(ASSERTED, past=True) if standing.modality else standing
            return Standing(None)
        if self._stands_cancelled(tree, verb):
            return Standing(CANCELLED, past=True)
        plain = tree[verb].lemma.lower()
        happens = self.words["occurrence_verbs"] | self.words["factual_governors"]
        if lemma in happens or plain in happens:
            return _cancel_if_not_held(standing)
        if _is_definite(tree, noun) and standing.modality in {ASSERTED, PLANNED}:
            return standing
        return Standing(None)

    def _stands_cancelled(self, tree: Sentence, verb: int) -> bool:
        """Read "the round stands cancelled", "the visit remains suspended"."""
        return any(
            tree[child].lemma.lower() in self.words["cancelled_governors"]
            for child in tree.children(verb, "xcomp")
            if tree[child].tag in {"VBN", "JJ", "VBD"}
        )

    def _vouch(
        self, tree: Sentence, verb: int, level: Modality, standing: Standing
    ) -> None:
        if level is DENIED:
            standing.vouchers.extend(find_subjects(tree, verb))
        if level is CANCELLED and _is_negated(tree, verb):
            standing.modality = PLANNED
        elif standing.modality is not None:
            standing.modality = level

    def _occasion(self, tree: Sentence, noun: int, own: int) -> Standing:
        case = tree.case_of(noun)
        verb = clause_head(tree, tree[noun].head)
        standing = self.verb(tree, verb)
        if case == "by" and tree[verb].lemma in {"follow", "precede", "mark"}:
            return standing
        if standing.modality is None and not standing.past:
            return standing
        # The clause may be denied or cancelled; the occasion stands all the same.
        told = PLANNED if standing.modality is PLANNED else ASSERTED
        if case in _AHEAD:
            return Standing(PLANNED, past=False)
        if case in _OCCASION:
            return Standing(told, past=standing.past)
        if case in {"on", "about", "regarding", "concerning", "of", "over"}:
            brief = tree[verb].lemma.lower() in _BRIEF
            if self._is_recent(tree, own) or (case == "on" and not brief):
                return Standing(told, past=standing.past)
        return Standing(None)

    def _inside(self, tree: Sentence, noun: int, own: int) -> Standing:
        head = tree[noun].head
        lemma = tree[head].lemma.lower()
        if lemma in _ROUNDS and tree.case_of(noun) == "of":
            return self.noun(tree, head)
        if lemma in _FACT_NOUNS:
            return self._occasion_of(tree, head)
        level = self._level(lemma, _NOUNS)
        if level is not None:
            return Standing(level)
        if tree.case_of(noun) in _OCCASION - {"in", "at", "within"}:
            return Standing(ASSERTED, past=True)
        recent = self._is_recent(tree, own) and _is_definite(tree, own)
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

    # -- combining -------------------------------------------------------------

    def _level(
        self, lemma: str, levels: tuple[tuple[str, Modality], ...]
    ) -> Modality | None:
        for name, modality in levels:
            if lemma in self.words[name]:
                return modality
        return None

    def _combine(self, standing: Standing, outer: Modality | None) -> None:
        """Let what stands outside weigh on what stands inside."""
        inner = standing.modality
        if outer is None or inner is None:
            standing.modality = None
        elif inner is DENIED and outer in {DEMANDED, PLANNED, HYPOTHETICAL}:
            standing.modality = None  # "urged them not to": neither done nor undone
        elif inner is ASSERTED or outer in {CANCELLED, HYPOTHETICAL}:
            standing.modality = outer
        elif inner is DENIED and outer is DENIED:
            standing.modality = None

    def _none_involved(self, tree: Sentence, match: Match) -> bool:
        clause = match.clause
        return clause is not None and any(
            _is_none(tree, token) for token in (*clause.objects, *clause.subjects)
        )


def _cancel_if_not_held(standing: Standing) -> Standing:
    """Read "did not take place", "was not held": it was called off."""
    if standing.modality is DENIED and not standing.vouchers:
        standing.modality = CANCELLED
    return standing


def _full_lemma(tree: Sentence, verb: int) -> str:
    particle = tree.child(verb, "compound:prt")
    lemma = tree[verb].lemma.lower()
    return lemma if particle is None else f"{lemma} {tree[particle].text.lower()}"


def _is_past(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate is told as over."""
    tags = {tree[child].tag for child in tree.children(verb, "aux", "cop", "aux:pass")}
    if tree[verb].tag == "VBD" or "VBD" in tags:
        return True
    if tree[verb].tag == "VBN" and ("MD" not in tags):
        return True
    if tree[verb].tag == "VBG" and tree[verb].head >= 0 and not tags:
        return tree[tree[verb].head].tag in {"VBD", "VBN"}
    return False


def _is_habit(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause tells a lasting state: "which observes a truce"."""
    token = tree[verb]
    if token.tag not in {"VBZ", "VBP"} or tree.children(verb, "aux", "cop"):
        return False
    return not any(
        tree[child].entity.endswith(("DATE", "TIME"))
        for child in tree.children(verb, "obl", "advmod", "nmod")
    )


def _is_finite(tree: Sentence, verb: int) -> bool:
    if tree[verb].tag in FINITE:
        return True
    return any(
        tree[child].tag in FINITE
        for child in tree.children(verb, "aux", "cop", "aux:pass")
    ) or (
        tree[verb].tag == "VB"
        and tree.child(verb, "nsubj", "nsubj:pass") is not None
        and not _is_infinitive(tree, verb)
    )


def _is_infinitive(tree: Sentence, verb: int) -> bool:
    return any(
        tree[child].text.lower() == "to" for child in tree.children(verb, "aux", "mark")
    )


def _is_cut_off(tree: Sentence, left: int, right: int) -> bool:
    """Tell whether two clauses only stand side by side: "A met B; C was absent"."""
    return any(tree[index].text in {";", "–", "—"} for index in range(left, right))


def _is_subjunctive(tree: Sentence, verb: int) -> bool:
    return tree[verb].tag in {"VB", "VBP"} or any(
        tree[child].text.lower() in {"should", "be", "must"}
        for child in tree.children(verb, "aux", "aux:pass", "cop")
    )


def _is_negated(tree: Sentence, verb: int) -> bool:
    if not tree.is_negated(verb):
        return False
    for child in tree.children(verb, "advmod"):
        low = tree[child].lemma.lower()
        if low in {"not", "n't"} and child + 1 < len(tree):
            return tree[child + 1].text.lower() not in {"only", "just", "merely"}
    return True


def _is_none(tree: Sentence, token: int) -> bool:
    if tree[token].text.lower() in {"none", "nobody", "neither", "nothing"}:
        return True
    return any(
        tree[child].text.lower() in {"no", "neither"}
        for child in tree.children(token, "det", "advmod", "cc:preconj")
    )


def _has_would(tree: Sentence, verb: int) -> bool:
    return any(
        tree[child].text.lower() in {"would", "'d", "’d"}
        for child in tree.children(verb, "aux")
    )


def _is_definite(tree: Sentence, noun: int) -> bool:
    return any(
        tree[child].deprel == "nmod:poss"
        or tree[child].text.lower() in {"the", "this", "that", "these", "those"}
        for child in tree.children(noun, "det", "nmod:poss")
    )


def _is_imperative(tree: Sentence, top: int) -> bool:
    token = tree[top]
    return (
        token.head < 0
        and token.tag == "VB"
        and not tree.children(top, "nsubj", "nsubj:pass", "aux", "expl")
    )
