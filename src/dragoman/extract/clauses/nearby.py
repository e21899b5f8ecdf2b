"""Times and places that stand in the clause of an event, but hang elsewhere in it.

"He held a discussion on border trade in Geneva on Monday": the guidelines leave the
last phrases to the verb or to the noun before them, and parsers choose either. Where
nothing hangs on the event itself, the only time or place of its clause is taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.clauses.clause import clause_head
from dragoman.extract.clauses.predicates import tolls_beside
from dragoman.model.annotation import TimeExpression
from dragoman.model.syntax import Sentence, noted
from dragoman.text.dates import DATE_FROM_CONTEXT

_OTHER = frozenset(
    {"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis", "csubj"}
    | {"csubj:pass", "conj", "xcomp", "appos", "list"}
)
_TWO = 2
_GOING = frozenset(
    {"arrive", "fly", "return", "leave", "depart", "land", "travel", "go", "come"}
    | {"head", "resume", "continue", "begin", "start", "die"}
)
_COMING_TO = frozenset({"end", "result", "culminate", "conclude", "begin", "start"})
_RITES = frozenset({"prayer", "mass", "service", "sermon", "funeral", "procession"})
_CALLING = frozenset({"call", "announce", "convene", "organize", "organise"})
_DASHES = frozenset({"-", "–", "—", ":"})
_ON = frozenset({"", "on", "in", "at", "during"})
_HELD = frozenset({"case", "mark", "punct", "cc", "det", "aux", "cop"})


@noted
def clause_tokens(tree: Sentence, head: int) -> tuple[int, ...]:
    """Return the words of the clause of a trigger, other clauses inside left out.

    Args:
        tree: Sentence.
        head: The trigger, a verb or a noun.
    """
    top = head
    while tree[top].head >= 0 and not _opens_clause(tree, top):
        top = tree[top].head
    path = set()
    current = head
    while current >= 0 and current != top:
        path.add(current)
        current = tree[current].head
    found: list[int] = []
    stack = [top, *tolls_beside(tree, top)]
    while stack:
        token = stack.pop()
        found.append(token)
        for child in tree.children(token):
            if child in path or not (
                tree[child].deprel in _HELD or _opens_clause(tree, child)
            ):
                stack.append(child)
    return tuple(found)


def _opens_clause(tree: Sentence, index: int) -> bool:
    """Tell whether a word heads a clause of its own, apposition or list item."""
    token = tree[index]
    if token.head < 0:
        return True
    if token.deprel == "conj":
        return token.upos in {"VERB", "AUX"} or tree.child(index, "nsubj") is not None
    return token.deprel in _OTHER


def is_beside(tree: Sentence, head: int) -> bool:
    """Tell whether a trigger is only an occasion of its clause: "after his visit"."""
    current = head
    while tree[current].head >= 0 and not _opens_clause(tree, current):
        if tree[current].deprel.startswith("obl"):
            return tree[current].upos not in {"VERB", "AUX"} and not _ends(
                tree, current
            )
        current = tree[current].head
    return False


def _ends(tree: Sentence, noun: int) -> bool:
    """Tell whether a deed is what another came to: "the march ended with arrests"."""
    verb = tree[noun].head
    came = verb >= 0 and tree[verb].lemma.lower() in _COMING_TO
    return came and tree.case_of(noun) in {"with", "in"}


def within_phrase(tree: Sentence, noun: int) -> list[int]:
    """Return the words that hang on a noun, those of clauses left out."""
    found: list[int] = []
    stack = list(tree.children(noun))
    while stack:
        token = stack.pop()
        if tree[token].deprel not in _HELD and not _opens_clause(tree, token):
            found.append(token)
            stack.extend(tree.children(token))
    return found


def told_by_when(
    tree: Sentence, head: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the time of "since July 2021, when 23 were killed in an ambush"."""
    for child in tree.children(clause_head(tree, head), "advmod"):
        if tree[child].text.lower() != "when" or child < _TWO:
            continue
        last = child - 2 if tree[child - 1].text == "," else child - 1
        for time, _ in times:
            if time.start < tree[last].end <= time.end:
                return time
    return None


def told_before(
    tree: Sentence, head: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the day right before a verb, as digests write it: "gunmen 8 May killed".

    Wherever the parse hangs it: on the verb, or on who acts.
    """
    if tree[head].upos != "VERB":
        return None
    before = head - 1
    while before > 0 and tree[before].upos in {"ADV", "AUX"}:
        before -= 1
    if before < _TWO or tree[before].text == ",":
        return None
    for time, token in times:
        day = any(sign.isdigit() for sign in time.time.text)  # "two weeks ago" is none
        ends = time.start < tree[before].end <= time.end
        if day and ends and not tree.case_of(token):
            return time
    return None


def told_since(
    tree: Sentence, head: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the time right behind "has held him since its attack on X last May".

    What lasts has no day of its own, so the time is not that of the verb.
    """
    if tree[head].upos != "NOUN" or tree.case_of(head) != "since":
        return None
    last = tree.reach(head)[1]
    if last + 1 >= len(tree.tokens):
        return None
    first, start = tree[head].start, tree[last + 1].start
    behind = [time for time, _ in times if first < time.start <= start]
    return behind[0] if len(behind) == 1 and behind[0].start == start else None


def told_after(
    tree: Sentence, noun: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the day of "on Thursday, after a meeting with Lee, she resigned".

    What is told to have come of one meeting came on its day; who travels may have met
    somebody the day before.
    """
    verb = tree[noun].head
    once = (
        any(
            tree[child].text.lower() in {"a", "an"}
            for child in tree.children(noun, "det")
        )
        or tree[noun].text.lower() == "talks"
    )
    if (
        not once
        or not tree[noun].deprel.startswith("obl")
        or tree.case_of(noun) not in {"after", "following"}
        or tree[verb].tag != "VBD"
        or tree[verb].lemma.lower() in _GOING
    ):
        return None
    found = [
        time
        for time, head in times
        if tree[head].head == verb and time.time.precision == "day"
    ]
    if len(found) != 1:
        return None
    return replace(found[0], time=found[0].time.inferred_by(DATE_FROM_CONTEXT))


def called_for(
    tree: Sentence, noun: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the day of "a march called for Sunday", whatever came of it."""
    for call in tree.children(noun, "acl"):
        if tree[call].tag != "VBN" or tree[call].lemma.lower() not in _CALLING:
            continue
        for time, head in times:
            if tree[head].head == call and tree.case_of(head) == "for":
                return time
    return None


def told_where(
    tree: Sentence, head: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return when somebody was there: "flew to Rome, where he met her on Monday"."""
    if tree[head].upos != "VERB":
        return None
    goals = [head, *tree.children(head, "obl")]
    for goal in goals:
        for clause in tree.children(goal, "acl:relcl", "advcl:relcl"):
            where = any(
                tree[child].text.lower() == "where"
                for child in tree.children(clause, "advmod")
            )
            found = [time for time, token in times if tree[token].head == clause]
            if where and clause > head and len(found) == 1:
                return found[0]
    return None


def told_at_rite(
    tree: Sentence, head: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the day of "after Friday prayers they marched", what comes right after."""
    for child in tree.children(clause_head(tree, head), "obl"):
        if tree[child].lemma.lower() not in _RITES:
            continue
        for time, token in times:
            if tree[token].head == child:
                return time
    return None


def told_when(
    tree: Sentence, head: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the day of "turned violent on Monday when guards beat students".

    What happened when something else did happened on its day.
    """
    verb = clause_head(tree, head)
    while tree[verb].deprel in {"xcomp", "conj"}:
        verb = tree[verb].head
    above = tree[verb].head
    if tree[verb].deprel != "advcl" or not 0 <= above < verb:
        return None
    openers = tree.children(verb, "advmod", "mark")
    when = [one for one in openers if tree[one].text.lower() in {"when", "as", "while"}]
    if not when or "VBD" not in tenses(tree, verb) & tenses(tree, above):
        return None
    found = [
        time
        for time, token in times
        if token < when[0] and tree[token].head == above and tree.case_of(token) in _ON
    ]
    return found[0] if len(found) == 1 else None


def tenses(tree: Sentence, verb: int) -> set[str]:
    """Return the forms that tell the tense of a verb: those of its first helpers."""
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    return {tree[word].tag for word in helpers} or {tree[verb].tag}


def told_ahead(
    tree: Sentence, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the day that opens a line of a diary: "6 April - Guards seize the base".

    Where the parse makes that day the head of the line.
    """
    for time, head in times:
        if time.start > tree[0].start or head != tree.root:
            continue
        after = next((word for word in tree.tokens if word.start >= time.end), None)
        if after is not None and after.text in _DASHES:
            return time
    return None
