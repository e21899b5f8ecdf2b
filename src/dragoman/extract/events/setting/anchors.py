"""On what times and places hang, and which of it an event shares."""

from collections.abc import Collection, Iterator

from dragoman.extract.clauses.clause import WRITINGS
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import toll_of, tolls_beside
from dragoman.extract.clauses.stops import stops
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

_HAPPEN = frozenset({"happen", "occur"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL_RELATIONS = frozenset({"compound", "nmod", "nummod", "appos", "flat", "conj"})
_SHARED_OCCASIONS = frozenset({"during", "at", "in", "on"})
_SETTING = frozenset(
    {"schedule", "plan", "set", "due", "be", "open", "hold", "take", "slate", "begin"}
    | {"follow", "happen", "commence", "resume"}
    | {
        "target",
        "rip",
        "tear",
        "rock",
        "kill",
        "hit",
        "strike",
        "wound",
        "destroy",
        "start",
        "run",
        "last",
        "expect",
        "convene",
        "occur",
        "fix",
        "foresee",
        "envisage",
        "host",
    }
    | {"complete", "finish", "conclude", "end", "carry", "launch", "stage", "mount"}
    | {"conduct", "perform", "commit", "execute", "undertake", "reach", "strike"}
    | {"sign", "adopt", "impose", "issue", "pass", "enact", "approve", "broker"}
    | {"paralyse", "paralyze", "grip", "shake", "cripple", "engulf", "sweep", "halt"}
    | {"negotiate", "lead", "organize", "organise", "call", "ratify", "initial"}
)
ROUNDS = frozenset(
    {"cycle", "round", "series", "session", "set", "day", "phase", "leg"} | {"wave"}
)

# What says how somebody is spoken to: "told him by telephone on Monday".
LINES = frozenset({"telephone", "phone", "link"})

# What is done to a deed on a day of its own: "condemned the raid on Monday".
_ATTITUDES = frozenset(
    {"condemn", "denounce", "deplore", "decry", "criticize", "criticise", "slam"}
    | {"blast", "mourn", "commemorate", "mark", "remember", "recall", "lament"}
    | {"praise", "hail", "welcome", "applaud", "celebrate", "justify", "defend"}
    | {"regret"}
    | {"discuss", "investigate", "probe", "describe", "mention", "avenge", "protest"}
)

# What puts the second of two verbs on another day.
_LATER = frozenset(
    {"later", "subsequently", "eventually", "finally", "since", "again", "earlier"}
    | {"previously", "already", "repeatedly", "soon", "now", "then", "afterwards"}
)
_BESIDE = frozenset({"after", "before", "since", "until", "following", "during"})
_RELATIVES = frozenset({"acl:relcl", "acl", "advcl", "advcl:relcl"})
# What is decided so is done by that: parsers make it an aim as often as a complement.
_DECIDING = frozenset({"vote", "agree", "decide", "resolve", "elect", "choose", "move"})
_STAYS = frozenset({"visit", "trip", "stay", "stop", "tour", "summit", "conference"})
# What a date behind "of" is a part of: "on the evening of 7 May".
_STRETCHES = frozenset(
    {"day", "evening", "night", "morning", "afternoon", "end", "start", "beginning"}
    | {"middle", "week", "month", "weekend", "eve", "date", "hour", "spring", "half"}
    | {"summer", "autumn", "fall", "winter", "quarter", "course", "part", "year"}
    | {"third", "noon", "midday", "dawn", "dusk", "rest", "season"}
)


def is_of_another(tree: Sentence, token: int) -> bool:
    """Tell whether a time is of something else: "since the 2021 Rome summit"."""
    current = token
    while tree[current].deprel in _NOMINAL_RELATIONS and tree[current].head >= 0:
        if tree.case_of(current) == "since":
            return True
        current = tree[current].head
    return tree.case_of(current) == "since"


def is_of_thing(tree: Sentence, token: int, event: Collection[int | None]) -> bool:
    """Tell whether a time is the date of a thing: "the convention of 1987".

    Args:
        tree: The sentence.
        token: Head of the time.
        event: Words that tell the event: its own date stands the same way.
    """
    noun = tree[token].head
    if noun < 0 or noun in event or tree.case_of(token) != "of":
        return False
    named = tree[noun].upos in {"NOUN", "PROPN"}
    return named and tree[noun].lemma.lower() not in _STRETCHES


def is_of_attitude(tree: Sentence, noun: int, verb: int) -> bool:
    """Tell whether a verb only judges the deed that a noun tells."""
    current = noun
    while tree[current].deprel in {"conj", "nmod"} and tree[current].head >= 0:
        current = tree[current].head
    return (
        tree[current].head == verb
        and tree[current].deprel in {"obj", "nsubj:pass"}
        and tree[verb].lemma.lower() in _ATTITUDES
    )


def is_of_teller(tree: Sentence, token: int) -> bool:
    """Tell whether a time is when it was told: "according to reports Tuesday"."""
    current = token
    while tree[current].deprel.partition(":")[0] in _NOMINAL_RELATIONS:
        current = tree[current].head
    return tree.case_of(current) == "according to"


def is_measure(tree: Sentence, noun: int) -> bool:
    """Tell whether a deed only measures another: "the worst attack since the siege".

    In "has not spoken since the siege" it is told itself.
    """
    return is_of_another(tree, noun) and any(
        token.tag in {"JJS", "RBS"} or token.text.lower() == "first"
        for token in tree.tokens[:noun]
    )


def governor_of_time(tree: Sentence, token: int) -> int:
    """Return what a time hangs on, out of the names that the parser put it in."""
    current = token
    above = tree[token].head
    if tree[token].deprel == "obl:npmod" and above >= 0:  # "met the envoy, Lee, today"
        while tree[above].upos in {"PROPN", "NOUN"} and tree[above].head >= 0:
            above = tree[above].head
        return above
    while tree[current].deprel in _NOMINAL_RELATIONS and tree[current].head >= 0:
        above = tree[current].head
        if tree[current].deprel == "nmod" or tree[above].upos not in {"NUM", "PROPN"}:
            return above
        current = above
    above = tree[current].head
    while above >= 0 and tree[above].upos == "ADV" and tree[above].deprel == "advmod":
        above = tree[above].head  # "shortly after noon"
    return above


def told_aside(tree: Sentence, said: int, token: int) -> int:
    """Return the verb of the deed in "On Saturday, the army said, its troops left".

    Who tells it stands between two commas; what stands before is not when it was said.

    Args:
        tree: Sentence.
        said: What a time hangs on.
        token: The head of the time.
    """
    told = tree.child(said, "ccomp")
    teller = tree.child(said, "nsubj")
    if told is None or teller is None or not token < teller < said < told:
        return said
    first, last = tree.reach(teller)
    marks = tree[first - 1].text, tree[said + 1].text
    quoted = tree[said + 2].upos == "PUNCT"
    aside = first > token and last == said - 1 and marks == (",", ",")
    return told if aside and not quoted else said


def find_anchors(tree: Sentence, match: Match) -> Iterator[tuple[int, int | None]]:
    """Yield tokens whose times and places are those of the event.

    The second value is set where only what stands before that token counts: in
    "On Monday he met A and signed B", Monday holds for both.
    """
    yield match.head, None
    yield from ((child, None) for child in tolls_beside(tree, match.head))
    noun = match.head if match.clause is None else match.noun
    if noun is not None:
        if noun != match.head:
            yield noun, None
        yield from ((child, None) for child in _schedules(tree, noun))
        toll = toll_of(tree, noun)
        if toll is not None:  # "the toll from the blast that rocked Gao"
            yield from ((child, None) for child in tree.children(toll, "acl:relcl"))
    if match.trigger.type == "ASSAULT" and match.clause is not None:
        # "were wounded when their car struck a mine near Gao on Monday"
        yield from (
            (child, None)
            for child in tree.children(match.head, "advcl")
            if tree[child].tag == "VBD" and _is_where(tree, child, "when")
        )
    current = match.head
    before: int | None = None
    for _ in range(6):
        relation = tree[current].deprel
        head = _shared(tree, current)
        if head is None:
            return
        if relation in {"conj", "parataxis"}:
            before = head if before is None else min(before, head)
        yield head, before
        if stops(tree, head):  # "broke her trip in Rome for talks"
            yield from ((child, before) for child in tree.children(head, "obj"))
        if relation in {"nsubj", "nsubj:pass"}:  # "the meeting is due to open in Rome"
            yield from ((child, None) for child in tree.children(head, "xcomp"))
        current = head


def find_destinations(tree: Sentence, visit: int) -> Iterator[int]:
    """Yield Rome where "to Rome" hangs on the verb, or on who visits.

    "Cancelled his visit to Rome", "a visit by the envoy Lee to Rome".
    """
    heads = [o.token for o in find_obliques(tree, visit) if o.case in {"by", "of"}]
    if tree[visit].deprel == "obj":
        heads.append(tree[visit].head)
    for head in heads:
        yield from (o.token for o in find_obliques(tree, head) if o.case == "to")


def stands_inside(tree: Sentence, verb: int, token: int) -> bool:
    """Tell whether a time stands in a clause, between its "that" and its verb.

    "found that on 7 July soldiers killed two": parsers hang it on the verb outside.
    """
    if tree[verb].deprel != "ccomp" or tree[token].head != tree[verb].head:
        return False
    marker = tree.child(verb, "mark")
    return marker is not None and marker < token < verb


def is_shared(tree: Sentence, match: Match, token: int) -> bool:
    """Tell whether a time of one verb holds for the next: "raided it on Sunday, shot".

    One story in one tense with one who acts; nothing in it says that it was later.
    """
    verb = match.head
    first = tree[verb].head
    if match.clause is None or tree[verb].deprel != "conj" or first < 0:
        return False
    alike = tree[verb].tag == tree[first].tag == "VBD"
    alone = tree.child(verb, "nsubj", "nsubj:pass") is None
    if not alike or not alone or governor_of_time(tree, token) != first:
        return False
    return not any(
        tree[child].text.lower() in _LATER or tree.case_of(child) in _BESIDE
        for child in tree.children(verb, "advmod", "obl")
    )


def _shared(tree: Sentence, current: int) -> int | None:
    """Return what governs a word and shares its time and place, if anything does."""
    token = tree[current]
    if token.head < 0:
        return None
    if token.deprel in _RELATIVES and _is_where(tree, current):
        # "On Monday he was in Rome, where he met Lee": up to the outer predicate
        head = token.head
        if tree[head].lemma.lower() in _STAYS:
            return head  # "the visit to Rome on 3 May, where he met Lee"
        while token.deprel == "acl:relcl" and tree[head].head >= 0:
            if tree[head].upos in _VERBAL or tree.child(head, "cop") is not None:
                break
            head = tree[head].head
        return head
    if token.deprel == "acl:relcl" and _took_place(tree, token.head):
        return tree[token.head].head  # "the raid, which killed nine, took place in Gao"
    if token.deprel == "acl" and token.tag == "VBG":
        # "on Monday signed an order imposing sanctions"
        noun = tree[token.head]
        paper = noun.lemma.lower() in WRITINGS and noun.deprel == "obj"
        return noun.head if paper else None
    if token.deprel == "parataxis":  # "On Monday they marched; police fired gas"
        first = tree.reach(current)[0]
        alike = token.tag == tree[token.head].tag == "VBD"
        marked = ";" in {tree[first].text, tree[max(first - 1, 0)].text}
        return token.head if alike and marked else None
    return token.head if token.deprel == "conj" or _continues(tree, current) else None


def _took_place(tree: Sentence, noun: int) -> bool:
    """Tell whether a clause only says when and where what a noun tells was."""
    verb = tree[noun].head
    if verb < 0 or not tree[noun].deprel.startswith("nsubj"):
        return False
    if tree[verb].lemma.lower() in _HAPPEN:
        return True
    return tree[verb].lemma.lower() == "take" and any(
        tree[child].text.lower() == "place" for child in tree.children(verb, "obj")
    )


def _is_where(tree: Sentence, verb: int, word: str = "where") -> bool:
    return any(
        tree[child].text.lower() == word for child in tree.children(verb, "advmod")
    )


def _schedules(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield clauses that set time and place: "talks due to open in Rome on Monday"."""
    for child in tree.subtree(noun):
        if tree[child].deprel not in {"acl", "acl:relcl", "amod"}:
            continue
        told = tree[child].lemma.lower() in _SETTING or _is_for_a_day(tree, child)
        if told and child > noun and not _is_of_somebody(tree, child):
            yield child
            yield from tree.children(child, "xcomp")
    above = tree[noun].head
    if above >= 0 and tree[noun].deprel == "nmod" and tree[above].lemma in ROUNDS:
        yield above
        yield from _schedules(tree, above)


def _is_of_somebody(tree: Sentence, clause: int) -> bool:
    """Tell "who was killed in Rome", which no event is told by but a person."""
    return any(
        tree[child].tag == "WP" and tree[child].small in {"who", "whom"}
        for child in tree.children(clause, "nsubj", "nsubj:pass", "obj")
    )


def _is_for_a_day(tree: Sentence, clause: int) -> bool:
    """Tell whether a clause says for when something was meant: "granted for Monday"."""
    return any(
        one.case == "for" and tree[one.token].entity.endswith(("DATE", "TIME"))
        for one in find_obliques(tree, clause)
    )


def _is_before(tree: Sentence, verb: int) -> bool:
    """Tell whether "Having met Lee" puts a clause before the one that it opens."""
    words = (tree[verb].head, verb, *tree.children(verb, "aux"))
    return any(tree[word].text.lower() == "having" for word in words if word >= 0)


def _continues(tree: Sentence, current: int) -> bool:
    """Tell whether a word shares time and place with what governs it."""
    token = tree[current]
    if token.upos in {"VERB", "AUX"}:
        marks = {tree[child].text.lower() for child in tree.children(current, "mark")}
        if _is_before(tree, current):
            return False
        if token.deprel == "xcomp":
            return True
        if token.deprel == "advcl" and marks == {"to"}:  # "voted on Monday to ban it"
            return tree[token.head].lemma.lower() in _DECIDING
        return token.deprel == "advcl" and token.tag == "VBG" and not marks
    if token.deprel == "nmod" and tree[token.head].lemma in ROUNDS:
        return True
    if token.deprel in {"obj", "nsubj", "nsubj:pass", "appos"}:
        return tree[token.head].upos in {"VERB", "ADJ"}
    case = tree.case_of(current)
    stays = case == "for" and (
        tree.child(token.head, "cop") is not None or stops(tree, token.head)
    )
    shared = case in _SHARED_OCCASIONS or token.lemma.lower() in LINES
    return token.deprel.startswith("obl") and (stays or shared)
