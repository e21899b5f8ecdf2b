"""Laws of Universal Dependencies restored in what stands before the main clause."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.model.syntax import ASKING, TENSED
from dragoman.text.calendar_names import CALENDAR_KEYS

OPENING = frozenset({"after", "before", "since", "until"})
# What opens a clause of those who do something there: "Meeting in Gao, they signed".
GATHERING = {"meeting": "meet", "gathering": "gather"}
_HELPING = frozenset({"aux", "aux:pass", "cop", "advmod"})
_CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "conj", "parataxis"})
_BESIDE = frozenset({"parataxis", "conj", "ccomp"})
_WHERE = frozenset({"in", "on", "at", "near"})
_NAMED = frozenset({"compound"})
_COUNTING = frozenset({"amod", "nummod"})
_RELATIVE = ASKING | {"WP$"}
_TOWNS = frozenset({"capital", "city", "town", "village", "port", "province", "suburb"})


def open_fronted_clause(tree: Tree) -> None:
    """Read "A day after a bomb tore through the hall, nobody knew" as two clauses.

    What a preposition opens and a finite verb follows is no phrase: the noun is the
    subject, and the clause hangs on the one behind the comma.
    """
    for marker, word in enumerate(tree.words):
        noun = tree.head[marker]
        fronted = tree.relation[marker] in {"case", "mark"} and noun > marker
        if not fronted or word.lemma.lower() not in OPENING:
            continue
        verb = _verb_behind(tree, noun)
        main = None if verb is None else _main_behind(tree, marker, verb)
        if verb is None or main is None:
            continue
        tree.move(marker, verb, "mark")
        if noun != verb:
            tree.move(noun, verb, tree.subject_kind(verb))
        if tree.is_below(main, verb):
            tree.move(main, tree.head[verb], tree.relation[verb])
        last = len(tree.words) - 1
        for child in tree.children(verb):
            stop = child == last and tree.relation[child] == "punct"
            if stop or (child > verb and tree.relation[child] in SUBJECTS):
                tree.hang(child, main)
        tree.move(verb, main, "advcl")


def open_gathering(tree: Tree) -> None:
    """Read "Meeting in Gao, the ministers signed" as two clauses.

    A bare noun before the comma is no second subject of the verb behind it, and has no
    other name that runs up to the verb.
    """
    word, verb = tree.words[0], tree.head[0]
    comma = next((i for i, one in enumerate(tree.words) if one.lemma == ","), -1)
    if word.lemma.lower() not in GATHERING or not 0 < comma < verb:
        return
    own = tree.children(0)
    if any(tree.relation[child] in {"det", "amod", "compound"} for child in own):
        return
    named = [c for c in own if tree.relation[c] == "appos" and comma < c < verb]
    if named and tree.right(named[0]) == verb - 1:
        tree.move(named[0], verb, tree.subject_kind(verb))
        tree.relation[0] = "advcl"
    if not any(
        child > comma and tree.relation[child] in SUBJECTS
        for child in tree.children(verb)
    ):
        return
    lemma = GATHERING[word.lemma.lower()]
    tree.words[0] = word._replace(upos="VERB", xpos="VBG", lemma=lemma)
    tree.move(0, verb, "advcl")
    for child in own:
        if tree.relation[child] == "nmod":
            tree.relation[child] = "obl"


def open_late_clause(tree: Tree) -> None:
    """Read "It was put off after Lee, the envoy, says in Rome that" as two clauses.

    A finite verb without a subject, right behind a phrase with "after", is no clause
    beside: who stands in the phrase is its subject.
    """
    for verb, word in enumerate(tree.words):
        above = tree.head[verb]
        if word.xpos not in TENSED or tree.relation[verb] not in _BESIDE or above < 0:
            continue
        if any(
            tree.relation[c] in SUBJECTS or tree.relation[c] in {"cc", "expl"}
            for c in tree.children(verb)
        ):
            continue
        before = verb - 1 if tree.words[verb - 1].lemma != "," else verb - 2
        for phrase in range(above + 1 if above < verb else 0, verb):
            case = tree.first_below(phrase, "case")
            if case < 0 or tree.words[case].lemma.lower() not in OPENING:
                continue
            clause = tree.head[phrase]
            if tree.right(phrase) < before or not 0 <= clause < phrase:
                continue
            if not tree.relation[phrase].startswith("obl"):
                continue
            tree.move(verb, clause, "advcl")
            tree.move(phrase, verb, "nsubj")
            tree.move(case, verb, "mark")
            break


def part_place_from_subject(tree: Tree, verb: int) -> None:
    """Part "In Lima soldiers fired" and "On Monday Chairman Lee met her".

    No subject has a preposition: the name behind it is a phrase of its own.
    """
    subjects = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
    if len(subjects) != 1 or subjects[0] > verb:
        return
    subject = subjects[0]
    if not tree.has_below(subject, _NAMED):
        return
    first = tree.left(subject)
    marker = tree.words[first].lemma.lower()
    if tree.relation[first] != "case" or marker not in _WHERE:
        return
    if first and tree.words[first - 1].upos != "PUNCT":
        return
    end = first + 1
    while end < subject and tree.words[end].xpos in {"NNP", "NNPS"}:
        end += 1
        if tree.words[end - 1].lemma.lower() in CALENDAR_KEYS:
            break  # "On Monday Chairman Lee"
    named = tree.words[end - 1].lemma.lower() in CALENDAR_KEYS
    plain = tree.words[subject].upos == "NOUN" and (
        end == subject or tree.relation[end] in _COUNTING
    )
    if end == first + 1 or not (plain or named):
        return
    last = end - 1
    if any(tree.relation[word] != "compound" for word in range(first + 1, end)):
        return
    tree.move(last, verb, "obl")
    for word in range(first, last):
        tree.hang(word, last)


def free_from_town(tree: Tree, town: int) -> None:
    """Part "in the capital, Doha, the minister praised": the town praises nothing."""
    if town < 2 or not tree.words[town].name.endswith("LOC"):
        return
    noun, verb = town - 2, tree.head[town]
    if tree.words[town - 1].upos != "PUNCT" or tree.words[noun].lemma not in _TOWNS:
        return
    for person in tree.children(town):
        inner = tree.left(person) - 1
        if (
            tree.relation[person] == "appos"
            and town < inner < person < verb
            and tree.words[inner].upos == "PUNCT"
            and tree.words[verb - 1].upos != "PUNCT"
        ):
            tree.move(person, verb, tree.relation[town])
            tree.move(town, noun, "appos")
            return


def _verb_behind(tree: Tree, noun: int) -> int | None:
    """Return the finite verb that a noun phrase is followed by at once."""
    place = tree.right(noun) + 1 if tree.head[noun] > noun else noun + 1
    helped = False
    while place < len(tree.words) and tree.relation[place] in _HELPING:
        helped = helped or tree.words[place].xpos in TENSED
        place += 1
    if place >= len(tree.words) or tree.words[place].upos not in {"VERB", "AUX"}:
        return None
    told = tree.words[place].xpos in TENSED or (
        helped and tree.words[place].xpos in {"VBN", "VBG"}
    )
    above = tree.head[noun]
    near = above in {place, tree.head[place]} or tree.head[above] == place
    return place if told and near else None


def _main_behind(tree: Tree, marker: int, verb: int) -> int | None:
    """Return the predicate of the clause behind the comma, with a subject there."""
    own = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
    if any(marker < c < verb and tree.case(c) == "" for c in own):
        return None  # a clause already, or one with a subject of its own
    comma = next(
        (i for i in range(verb + 1, len(tree.words)) if tree.words[i].lemma == ","), -1
    )
    if comma < 0 or any(verb < c < comma for c in own):
        return None  # "after the vote came protests"
    for main in range(comma + 1, len(tree.words)):
        if tree.words[main].xpos not in TENSED | {"VBN", "VBG"}:
            continue
        if main != tree.head[verb] and tree.relation[main] not in _CLAUSES:
            continue
        above = main == tree.head[verb] or tree.is_below(main, verb)
        subjects = [
            c
            for c in (*tree.children(main), *own)
            if tree.relation[c] in SUBJECTS and comma < c < main
        ]
        relative = any(tree.words[i].xpos in _RELATIVE for i in range(comma + 1, main))
        if above and subjects and not relative:
            return main
    return None


__all__ = [
    "OPENING",
    "open_fronted_clause",
    "open_late_clause",
    "part_place_from_subject",
]
