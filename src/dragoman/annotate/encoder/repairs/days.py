"""Days beside those who act on them: no part of who they are.

"The World Court Friday rejected", "Tal on Tuesday said", "Mali Saturday condemned".
"""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.subjects import TIMES
from dragoman.annotate.encoder.repairs.told import OWNING_UP, RELATING
from dragoman.model.syntax import TENSED
from dragoman.text.calendar_names import CALENDAR_KEYS, SHORT_MONTHS, WEEKDAYS

# What only those do who have a mind, beside telling.
_DOING = frozenset(
    {"accuse", "agree", "approve", "condemn", "criticise", "criticize", "denounce"}
    | {"dismiss", "order", "praise", "refuse", "reject", "reveal", "rule", "urge"}
    | {"vow", "vote", "demand", "appeal", "call"}
)
_MINDED = RELATING | OWNING_UP | _DOING
_BARE = WEEKDAYS | {"yesterday", "today"}
DATES = CALENDAR_KEYS | SHORT_MONTHS | _BARE | {f"{month}." for month in SHORT_MONTHS}
_LINKS = frozenset({"nmod", "nmod:unmarked"})
BESIDE_DAYS = frozenset({"/nmod", "/nmod:unmarked", "/compound"})
# "Bloody Friday", "Palm Sunday": the name of a day.
_FEASTS = frozenset(
    {"ash", "black", "bloody", "cyber", "easter", "good", "holy", "maundy", "palm"}
    | {"shrove", "super", "whit", "orthodox", "red"}
)
_NAMED = ("PER", "ORG", "LOC")


def part_day_from_doer(tree: Tree) -> None:
    """Hang the day between a subject and its verb on the verb.

    A subject is one who acts: a name, or whoever does what only a mind does; of "the
    talks on Monday failed" the day may be the talks'.
    """
    for day, word in enumerate(tree.words):
        lemma = word.lemma.lower()
        if lemma not in DATES:
            continue
        if tree.relation[day] in _LINKS:
            _lift_day(tree, day)
        elif tree.relation[day] in SUBJECTS and lemma in WEEKDAYS:
            _give_subject(tree, day)


def date_behind_on(tree: Tree) -> None:
    """Read "on" of "took on Tuesday a call from Lee" as before the day.

    What one takes on is no weekday.
    """
    for on, word in enumerate(tree.words[:-1]):
        day = on + 1
        if word.lemma.lower() != "on" or tree.relation[on] != "compound:prt":
            continue
        if tree.words[day].lemma.lower() not in WEEKDAYS:
            continue
        if tree.head[day] == tree.head[on]:
            tree.move(on, day, "case")
            tree.relation[day] = "obl"


def _lift_day(tree: Tree, day: int) -> None:
    doer = tree.head[day]
    verb = tree.head[doer]
    between = range(tree.right(day) + 1, verb)
    if verb < day or tree.relation[doer] not in SUBJECTS:
        return
    if any(tree.relation[i] not in {"aux", "advmod"} for i in between):
        return
    cases = [c for c in tree.children(day) if tree.relation[c] == "case"]
    if any(tree.words[c].lemma.lower() != "on" for c in cases):
        return
    if not cases and tree.words[day].lemma.lower() not in _BARE:
        return
    named = tree.words[doer].name.endswith(_NAMED)
    if named or tree.words[verb].lemma in _MINDED:
        tree.move(day, verb, "obl" if cases else "obl:unmarked")


def _give_subject(tree: Tree, day: int) -> None:
    """Give "condemned" Mali for its subject, where the day was taken for it."""
    verb, doer = tree.head[day], day - 1
    if doer < 0 or tree.head[doer] != day or tree.relation[doer] != "compound":
        return
    if verb != day + 1 or tree.words[verb].xpos not in TENSED:
        return
    doing = tree.words[doer]
    if doing.upos != "PROPN" or doing.lemma.lower() in _FEASTS:
        return
    relation = tree.relation[day]
    for child in tree.children(day):
        if child != doer:
            tree.hang(child, doer)
    tree.move(doer, verb, relation)
    tree.move(day, verb, "obl:unmarked")
    tree.words[day] = tree.words[day]._replace(name="O")


def lift_from_time(tree: Tree, index: int) -> None:
    """Hang "saying" of "issued a statement Monday saying" on what is not the day."""
    day = tree.head[index]
    above = tree.head[day]
    if above < 0 or tree.words[day].lemma.lower() not in TIMES:
        return
    verbal = tree.words[above].upos == "VERB"
    if tree.words[index].xpos == "VBG" and day < index:
        tree.move(index, above, "advcl" if verbal else "acl")
