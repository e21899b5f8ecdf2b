"""Small differences between the treebank's trees and those that the rules expect.

Both are Universal Dependencies, which leaves room in places. The English Web
Treebank makes the first part of a name its head, and the day that of a date; the
rules of this house know surname and month as heads. And where a phrase could hang
on two words, a few lexical facts are surer than the model.
"""

from collections.abc import Sequence

from dragoman.annotate.encoder.draft import SUBJECTS, ReadWord, Tree
from dragoman.annotate.encoder.repairs.repair import repair
from dragoman.annotate.encoder.tree import find_circle
from dragoman.data.tables import country_names, demonyms, fold_key
from dragoman.model.syntax import TENSED
from dragoman.text.calendar_names import MONTHS, SHORT_MONTHS, WEEKDAYS

_MONTHS = MONTHS | SHORT_MONTHS
_DAYS = frozenset(
    WEEKDAYS
    | {"today", "yesterday", "tomorrow", "week", "weekend", "month", "year"}
    | {"morning", "afternoon", "evening", "night"}
)
# "accused the army of shelling": the clause belongs to the verb.
_CHARGES = frozenset(
    {"accuse", "acquit", "absolve", "blame", "charge", "condemn", "convict"}
    | {"criticise", "criticize", "denounce", "fault", "praise", "suspect", "thank"}
)
# "called on all sides to show restraint": so does the infinitive.
_CONTROL = frozenset(
    {"invite", "ask", "urge", "order", "tell", "instruct", "direct", "force", "allow"}
    | {"permit", "encourage", "persuade", "press", "request", "authorize", "authorise"}
    | {"beg", "implore", "command", "compel", "oblige", "advise", "warn", "enable"}
)
_DATES = _DAYS | _MONTHS
_ONE_FORM = frozenset({"cut", "shut", "split", "hurt", "set", "put", "beat", "spread"})
_PAST_FORMS = {
    "struck": "strike", "shot": "shoot", "took": "take", "broke": "break",
    "fell": "fall", "blew": "blow", "drove": "drive", "flew": "fly", "met": "meet",
    "held": "hold", "killed": "kill", "fired": "fire", "attacked": "attack",
}  # fmt: skip
_APPEALS = frozenset({"appeal", "call", "plead", "press", "push", "wait"})


def adapt(sentence: Sequence[ReadWord]) -> list[ReadWord]:
    """Return the words of a sentence with heads as the rules expect them."""
    tree = Tree(sentence)
    relations = set(tree.relation)
    if "flat" in relations:
        _head_names_by_surname(tree)
    if "nmod:unmarked" in relations:
        _head_dates_by_month(tree)
    _free_dates(tree)
    if "iobj" in relations:
        _name_single_objects(tree)
    if tree.relation.count("obj") > 1:
        _join_double_objects(tree)
    if tree.relation.count("nsubj") + tree.relation.count("compound") > 1:
        _settle_subjects(tree)
    _settle_phrases(tree)
    _read_past(tree)
    repair(tree)
    # Repairs may together make a circle: better the tree as it was read.
    heads = [word.head for word in sentence]
    whole = tree.head == heads or find_circle(tree.head) is None
    return _write(tree) if whole else list(sentence)


def _settle_phrases(tree: Tree) -> None:
    for index, relation in enumerate(tree.relation):
        if relation == "compound" and _tells_people(tree, index):
            tree.relation[index] = "amod"
            tree.words[index] = tree.words[index]._replace(upos="ADJ", xpos="JJ")
        elif relation == "nmod:desc":
            tree.relation[index] = "compound"
        elif relation == "nmod":
            _lift_from_day(tree, index)
            _lift_from_start(tree, index)
        elif relation in {"acl", "advcl"}:
            _hang_clause(tree, index)
            _join_condition(tree, index)


def _tells_people(tree: Tree, index: int) -> bool:
    """Tell whether a word is an adjective as in "the Chadian readout", in no name."""
    noun = tree.head[index]
    word = tree.words[index]
    return (
        word.xpos == "NNP"
        and index < noun
        and tree.words[noun].upos == "NOUN"
        and fold_key(word.lemma) in demonyms()
        and fold_key(word.lemma) not in country_names()
    )


def _read_past(tree: Tree) -> None:
    """Read the past in "shells struck", "when shells hit": no form shows it.

    A past form that the model takes for a present one names itself; what has one form
    for both is past beside a verb in the past or behind one subject ("the junta shut"
    has no -s), and "hit" everywhere.
    """
    for index, word in enumerate(tree.words):
        if word.xpos != "VBP":
            continue
        base = _PAST_FORMS.get(word.lemma.lower())
        if base is not None:
            tree.words[index] = word._replace(xpos="VBD", lemma=base)
        elif word.lemma == "hit" or (
            word.lemma in _ONE_FORM
            and (_in_past(tree, index) or _has_one_subject(tree, index))
        ):
            tree.words[index] = word._replace(xpos="VBD")


def _in_past(tree: Tree, verb: int) -> bool:
    above = tree.head[verb]
    return above >= 0 and any(
        tree.words[one].xpos == "VBD" for one in (above, *tree.children(above))
    )


def _has_one_subject(tree: Tree, verb: int) -> bool:
    """Tell whether "the junta", "it" or a name is the subject: present adds an -s."""
    below = tree.children(verb)
    if any(tree.relation[child] in {"aux", "conj"} for child in below):
        return False
    return any(
        tree.relation[child] == "nsubj"
        and (
            tree.words[child].xpos in {"NN", "NNP"}
            or tree.words[child].lemma.lower() in {"it", "he", "she"}
        )
        and not tree.has_below(child, {"conj"})
        for child in below
    )


def _join_condition(tree: Tree, adverb: int) -> None:
    """Give "if" to its clause in "if so much as one shot is fired".

    An adverb opens no clause of its own while one follows on the same verb.
    """
    if tree.words[adverb].upos != "ADV" or tree.marker(adverb, "mark") != "if":
        return
    for clause in tree.children(tree.head[adverb]):
        between = {word.xpos for word in tree.words[adverb + 1 : clause]}
        if clause > adverb and tree.relation[clause] == "advcl" and "," not in between:
            for child in tree.children(adverb):
                tree.hang(child, clause)
            tree.move(adverb, clause, "advmod")
            return


def _write(tree: Tree) -> list[ReadWord]:
    return [
        word
        if word.head == head and word.deprel == relation
        else ReadWord(*word[:3], head, relation, *word[5:])
        for word, head, relation in zip(
            tree.words, tree.head, tree.relation, strict=True
        )
    ]


def _head_names_by_surname(tree: Tree) -> None:
    """Head names by their last part: the surname is what stays of a name."""
    parts: dict[int, list[int]] = {}
    for index, relation in enumerate(tree.relation):
        if relation == "flat" and tree.head[index] >= 0:
            parts.setdefault(tree.head[index], []).append(index)
    for first, found in parts.items():
        rest = _unbroken(tree.words, first, found)
        if tree.words[first].upos != "PROPN" or not rest:
            continue
        tree.crown(first, rest[-1])
        for part in (first, *rest[:-1]):
            tree.relation[part] = "compound"


def _unbroken(words: Sequence[ReadWord], first: int, parts: Sequence[int]) -> list[int]:
    """Keep the parts of a name that follow each other; hyphens may lie between.

    What lies further on was hung on the name by mistake.
    """
    kept = []
    place = first
    for part in parts:
        if any(words[i].xpos != "HYPH" for i in range(place + 1, part)):
            break
        if part > place:
            kept.append(part)
            place = part
    return kept


def _head_dates_by_month(tree: Tree) -> None:
    """Head "18 May" and "September 1" by the month."""
    for month, relation in enumerate(tree.relation):
        day = tree.head[month]
        if (
            relation == "nmod:unmarked"
            and abs(day - month) == 1
            and tree.words[day].upos == "NUM"
            and _is_month(tree, month)
        ):
            tree.crown(day, month)
            tree.relation[day] = "nummod"


def _free_dates(tree: Tree) -> None:
    """Hang the day of "gunmen 8 May killed two, 10 May abducted one" on the verb.

    A digest leaves out "on"; a day is nobody who acts. In "Group 22 Aug kidnapped two"
    who acts had become a part of it.
    """
    for month, relation in enumerate(tree.relation):
        apart = relation.startswith("obl")
        if not (apart or relation in SUBJECTS) or not _is_month(tree, month):
            continue
        day = month - 1
        if apart:
            _join_day(tree, month)
            continue
        if day < 0 or tree.head[day] != month or tree.words[day].upos != "NUM":
            continue
        verb = tree.head[month]
        parts = [c for c in tree.children(month) if c < day]
        actor = next(
            (c for c in reversed(parts) if tree.words[c].upos in {"NOUN", "PROPN"}),
            None,
        )
        if actor is not None and tree.words[verb].upos == "VERB":
            tree.move(actor, verb, relation)
            for part in parts:
                if part < actor:
                    tree.hang(part, actor)
        tree.relation[month] = "obl:unmarked"


def _join_day(tree: Tree, month: int) -> None:
    """Join the two phrases of "until 30" and "June" beside one verb."""
    day, verb = month - 1, tree.head[month]
    if day < 0 or tree.head[day] != verb or tree.words[day].upos != "NUM":
        return
    if tree.relation[day].startswith("obl") and not tree.case(month):
        for child in tree.children(day):
            tree.hang(child, month)
        tree.relation[month] = tree.relation[day]
        tree.move(day, month, "nummod")


def _is_month(tree: Tree, index: int) -> bool:
    return tree.words[index].lemma.lower().rstrip(".") in _MONTHS


def _name_single_objects(tree: Tree) -> None:
    """Call the only object of a verb ``obj``: "told parliament that"."""
    for index, relation in enumerate(tree.relation):
        if relation == "iobj" and not tree.has_below(tree.head[index], {"obj"}):
            tree.relation[index] = "obj"


def _join_double_objects(tree: Tree) -> None:
    """Read "met Hamas and Fatah leaders": no verb has two bare objects."""
    for name, relation in enumerate(tree.relation):
        if relation != "obj" or tree.words[name].upos != "PROPN":
            continue
        last = max(
            (child for child in tree.children(name) if tree.relation[child] == "conj"),
            default=name,
        )
        noun = last + 1
        if (
            noun < len(tree.head)
            and tree.relation[noun] == "obj"
            and tree.head[noun] == tree.head[name]
        ):
            tree.move(name, noun, "compound")


def _settle_subjects(tree: Tree) -> None:
    """Give finite verbs their one subject.

    "In a statement, Ri called": what has a preposition is none. "whom the side
    calls": "whom" is never one, and a noun before a finite verb is no part of it.
    """
    for index, relation in enumerate(tree.relation):
        verb = tree.head[index]
        if verb < 0 or tree.words[verb].upos not in {"VERB", "AUX"} or index > verb:
            continue
        if relation == "nsubj" and tree.words[index].lemma == "whom":
            tree.relation[index] = "obj"
        elif relation == "nsubj" and tree.marker(index, "case") not in {"", "'s"}:
            if len(_subjects(tree, verb)) > 1:
                tree.relation[index] = "obl"
        elif (
            relation == "compound"
            and tree.words[index].upos in {"NOUN", "PROPN"}
            and tree.words[verb].xpos in TENSED
            and not _subjects(tree, verb)
        ):
            tree.relation[index] = "nsubj"


def _subjects(tree: Tree, verb: int) -> list[int]:
    return [
        child
        for child in tree.children(verb)
        if tree.relation[child] in {"nsubj", "nsubj:pass"}
        and tree.words[child].lemma != "whom"
    ]


def _lift_from_day(tree: Tree, index: int) -> None:
    """Hang "in Luanda" of "on Monday in Luanda" where the day hangs.

    So too in "In Luanda last Monday Lee met ...".
    """
    day = tree.head[index]
    above = tree.head[day]
    if (
        above >= 0
        and (index > day or tree.relation[day].startswith("obl"))
        and tree.words[day].lemma.lower() in _DATES
        and tree.marker(index, "case") not in {"", "of", "'s"}
    ):
        tree.hang(index, above)
        verbal = tree.words[above].upos in {"VERB", "AUX"}
        tree.relation[index] = "obl" if verbal else "nmod"


def _lift_from_start(tree: Tree, index: int) -> None:
    """Hang "to Tripoli" on the verb of "flew from Geneva to Tripoli, where ..."."""
    start = tree.head[index]
    verb = tree.head[start]
    if (
        verb < 0
        or index < start
        or tree.words[index].upos != "PROPN"
        or (tree.case(start), tree.case(index)) != ("from", "to")
        or tree.words[verb].upos != "VERB"
        or tree.words[start].lemma.lower() in _DATES
    ):
        return
    tree.move(index, verb, "obl")
    for clause in tree.children(start):
        if clause > index and tree.relation[clause] == "acl:relcl":
            tree.hang(clause, index)


def _hang_clause(tree: Tree, index: int) -> None:
    """Hang a clause on the verb that asks for it."""
    noun = tree.head[index]
    if tree.relation[index] == "acl":
        verb = tree.head[noun]
        if (
            verb >= 0
            and tree.relation[noun] in {"obj", "nsubj:pass"}
            and tree.words[verb].lemma in _CHARGES
            and tree.marker(index, "mark") in {"of", "for", "with"}
        ):
            tree.move(index, verb, "advcl")
    elif tree.marker(index, "mark") == "to" and _is_asked(tree, noun, index):
        tree.relation[index] = "xcomp"


def _is_asked(tree: Tree, verb: int, clause: int) -> bool:
    """Tell whether a clause is what somebody is asked or allowed to do."""
    lemma = tree.words[verb].lemma
    between = [child for child in tree.children(verb) if child < clause]
    if lemma in _CONTROL and clause > verb:
        return any(tree.relation[c] in {"obj", "nsubj:pass"} for c in between)
    return lemma in _APPEALS and any(
        tree.relation[child] == "obl"
        and tree.marker(child, "case") in {"on", "upon", "for", "to"}
        for child in between
        if child > verb
    )
