"""Laws of Universal Dependencies restored where a phrase hangs too deep.

Names take few phrases: no companion, no day, and a person's name no place. What was
hung on them belongs to the verb, or to the noun that tells what the person did.
"""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.subjects import FILLED, TIMES, is_deed, is_time
from dragoman.model.syntax import PAST

# What names set a person beside, not a property of: "in Rome with Lee".
LIFTED = frozenset({"with", "by", "between"})
_AT = frozenset({"in", "at", "on"})
_WHERE = _AT | {"outside", "inside", "near"}
_INNER = frozenset({"obl", "nmod", "compound", "flat", "nummod", "conj", "appos"})
_CLAUSES = frozenset({"advcl", "ccomp"})
_PHRASES = SUBJECTS | {"obj", "obl", "obl:agent"}


def name_apposition(tree: Tree, index: int) -> None:
    """Read "met the head of the mission, Lee, in Rome" as who that head is.

    Nobody is spoken to by name between commas right behind a phrase.
    """
    first, verb = tree.left(index), tree.head[index]
    comma = first if tree.words[first].lemma == "," else first - 1
    if comma < 1 or tree.words[comma].lemma != "," or verb > comma:
        return
    for phrase in tree.children(verb):
        told = tree.relation[phrase] in _PHRASES and verb < phrase < comma
        if told and tree.right(phrase) in {comma, comma - 1}:
            tree.move(index, phrase, "appos")
            return


def lift_comment(tree: Tree, index: int) -> None:
    """Hang "in what" of "jailed for ordering raids, in what she called" on "jailed".

    Behind a comma it comments on all that was told, not on the last verb of it.
    """
    first, verb = tree.left(index), tree.head[index]
    if tree.words[index].lemma.lower() != "what" or index < verb:
        return
    comma = first if tree.words[first].lemma == "," else first - 1
    root = tree.root()
    told = comma > 0 and tree.words[comma].lemma == "," and 0 <= root < comma
    if told and tree.words[root].upos == "VERB" and tree.case(index) == "in":
        tree.hang(index, root)


def part_apposition(tree: Tree, index: int) -> None:
    """Read "a lawyer for Minister Lee" as somebody else than Lee.

    What has a preposition is not set beside a noun as the same.
    """
    first = tree.left(index)
    if tree.relation[index] != "appos":
        return  # lifted just now
    opens = tree.head[index] < first < index and tree.relation[first] == "case"
    if opens and tree.words[first].xpos in {"IN", "TO"}:
        tree.hang(first, index)
        tree.relation[index] = "nmod"


def raise_object(tree: Tree, index: int) -> None:
    """Read "has shown, without naming its maker, a film" as what was shown.

    What a comma with an article opens behind such an aside is its verb's, where that
    verb has no object yet.
    """
    aside = tree.head[tree.head[index]]
    verb = tree.head[aside]
    if tree.relation[aside] != "advcl" or not 0 <= verb < aside < index:
        return
    opens, begins = tree.left(aside) - 1, tree.left(index)
    begins += tree.words[begins].lemma == ","
    if opens < 0 or "," not in {tree.words[opens].lemma, tree.words[opens + 1].lemma}:
        return
    bare = tree.words[verb].upos == "VERB" and not tree.has_below(verb, FILLED)
    if bare and tree.words[begins].upos == "DET" and not tree.case(index):
        tree.move(index, verb, "obj")


def sink_apposition(tree: Tree, index: int) -> None:
    """Hang Mali of "Chad and its neighbour, Mali, left" on the neighbour.

    What stands behind the last of a row, between commas, is not told of the first.
    """
    first = tree.head[index]
    if first < 0 or tree.words[first].upos != "PROPN":
        return
    start = tree.left(index)
    start += tree.words[start].lemma == ","
    for last in tree.children(first):
        joined = tree.relation[last] == "conj" and first < last < index
        if not joined or tree.words[last].upos != "NOUN":
            continue
        if tree.right(last) == start - 2 and tree.words[start - 1].lemma == ",":
            tree.move(index, last, "appos")
            return


def lift_from_name(tree: Tree, index: int) -> None:
    """Hang "with Lee" of "met in Rome with Lee" on the verb.

    No name has a companion or a day, and no person's name a place.
    """
    name = tree.head[index]
    # "freed a sailor, Lee, in Rome": who that is was told before it.
    named = name < tree.first_below(name, "appos") < index
    described = named or tree.relation[name] in {"appos", "conj"}
    if index < name or not (described or tree.words[name].upos == "PROPN"):
        return
    case = tree.case(index)
    dated = case in _AT and tree.words[index].lemma.lower() in TIMES
    comma = tree.left(index)
    aside = "," in {tree.words[comma].lemma, tree.words[comma - 1].lemma}
    if tree.words[name].upos != "PROPN" and not (aside and case in _WHERE):
        return
    housed = case in _WHERE and (aside or tree.words[name].name.endswith("PER"))
    if case not in LIFTED and not dated and not housed:
        return
    above = name
    while tree.relation[above] in {"appos", "obl", "obj", "conj", "nsubj", "nmod"}:
        if tree.relation[above] == "nmod" and not (dated or housed or aside):
            return
        above = tree.head[above]
        if tree.words[above].upos == "VERB" and above < index:
            tree.move(index, above, "obl")
            return


def lift_from_subject(tree: Tree, index: int) -> None:
    """Hang "on Friday" of "the government on Friday lifted" on the verb."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if tree.relation[noun] not in SUBJECTS or not noun < index < verb:
        return
    day = tree.words[index].lemma.lower() in TIMES and tree.case(index) in _AT
    last = tree.right(noun) == tree.right(index)
    deed = is_deed(tree.words[noun].lemma.lower())
    if day and last and not deed and tree.words[verb].upos == "VERB":
        tree.move(index, verb, "obl")


def lift_from_place(tree: Tree, index: int) -> None:
    """Hang "in Rome" of "took place in Rome" on the verb: "place" has no place."""
    place = tree.head[index]
    verb = tree.head[place]
    light = verb >= 0 and tree.words[verb].lemma == "take" and verb < place < index
    if light and tree.words[place].lemma == "place" and tree.relation[place] == "obj":
        tree.move(index, verb, "obl")


def lift_from_adjective(tree: Tree, index: int) -> None:
    """Hang "for finance" of "secretary general for finance" on the secretary.

    And "on 7 May" of "On 7 May unidentified men fired" on the verb: English sets no
    phrase with a preposition before an attribute.
    """
    noun = tree.head[index]
    verb = tree.head[noun]
    for child in tree.children(index):
        before = tree.left(child) < child < index < noun and tree.case(child)
        if noun < index:
            if tree.relation[child] == "nmod" and tree.words[noun].upos in {
                "NOUN",
                "PROPN",
            }:
                tree.hang(child, noun)
        elif before and verb >= 0 and tree.words[verb].upos == "VERB":
            tree.move(child, verb, "obl")


def sink_attribute(tree: Tree) -> None:
    """Read "unidentified" of "On 3 May unidentified men fired" as which men they were.

    No clause stands right before the subject without a comma.
    """
    for index, word in enumerate(tree.words):
        verb = tree.head[index]
        if word.xpos not in PAST or tree.relation[index] != "advcl" or verb < index:
            continue
        if tree.has_below(index, SUBJECTS | {"mark", "aux", "aux:pass"}):
            continue
        for subject in tree.children(verb):
            adjacent = tree.left(subject) == tree.right(index) + 1 == index + 1
            if tree.relation[subject] in SUBJECTS and adjacent:
                tree.words[index] = word._replace(xpos="VBN")
                tree.move(index, subject, "amod")
                lift_from_adjective(tree, index)


def lift_behind_name(tree: Tree, index: int) -> None:
    """Hang "to Rome" of "the visit of the envoy Lee to Rome" on the visit.

    What stands right behind somebody's name is told of what he did.
    """
    person = tree.head[index]
    deed = tree.head[person]
    if deed < 0 or not deed < person < index or tree.relation[person] != "nmod":
        return
    named = any(
        person < name < index
        and tree.relation[name] == "appos"
        and tree.words[name].upos == "PROPN"
        and tree.right(name) == tree.left(index) - 1
        for name in tree.children(person)
    )
    if named and is_deed(tree.words[deed].lemma.lower()):
        tree.hang(index, deed)


def part_from_day(tree: Tree, index: int) -> None:
    """Part place and day in "In Banja Luka last Saturday": two phrases.

    No part of a name stands before the article of what it is a part of.
    """
    day = tree.head[index]
    if index > day or not is_time(tree, day) or tree.words[index].upos != "PROPN":
        return
    between = [
        child
        for child in tree.children(day)
        if index < child < day and tree.relation[child] in {"det", "amod"}
    ]
    above = tree.head[day]
    case = tree.first_below(day, "case")
    if between and above >= 0 and 0 <= case < index:
        tree.move(index, above, "obl")
        tree.hang(case, index)


def part_from_subject(tree: Tree, subject: int) -> None:
    """Part place, day and who acts in "In Banja Luka last Saturday Lee met Tod".

    So too where who acts was taken for a circumstance: "On Sunday police arrested him".
    """
    case = next(
        (c for c in tree.children(subject) if tree.relation[c] == "case"), subject
    )
    if case == subject or tree.words[case].lemma.lower() not in _AT:
        return
    inside = [c for c in tree.children(subject) if case < c < subject]
    days = [c for c in inside if is_time(tree, c) and tree.relation[c] == "compound"]
    if not days or tree.words[tree.head[subject]].upos != "VERB":
        return
    day, verb = days[0], tree.head[subject]
    if tree.relation[subject] not in SUBJECTS:
        if verb < subject or tree.has_below(verb, SUBJECTS):
            return
        tree.relation[subject] = "nsubj"
    before = [c for c in inside if c < day and tree.words[c].upos == "PROPN"]
    for word in inside:
        if before and word < before[-1]:
            tree.hang(word, before[-1])
        elif before and before[-1] < word < day:
            tree.hang(word, day)
    tree.hang(case, before[-1] if before else day)
    for phrase in (*before[-1:], day):
        tree.move(phrase, verb, "obl")


def lift_from_clauses(tree: Tree) -> None:
    """Hang "in Gao" of "freed Lee in Gao after she had come" on the freeing.

    No phrase of place stands before the marker of its clause; of time it may: "on the
    day after she came".
    """
    for mark, clause in enumerate(tree.head):
        above = tree.head[clause]
        if tree.relation[mark] != "mark" or tree.relation[clause] != "advcl":
            continue
        if not 0 <= above < mark < clause:
            continue
        for part in tree.children(clause):
            placed = above < part < mark and tree.relation[part] == "obl"
            if placed and tree.case(part) and not is_time(tree, part):
                tree.hang(part, above)


def lift_from_auxiliaries(tree: Tree) -> None:
    """Hang who acts on the verb: "Chad will not, its envoy said, attend the talks".

    Nothing hangs on an auxiliary, and least of all its "not". What stands behind it
    between commas, as "whatever the cost" of "said the army would, whatever the cost,
    stay", is no second subject.
    """
    for helper, relation in enumerate(tree.relation):
        verb = tree.head[helper]
        if not relation.startswith("aux") or verb < 0:
            continue
        subjects = [c for c in tree.children(helper) if tree.relation[c] in SUBJECTS]
        others = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
        if not subjects or (others and others[0] < helper):
            continue
        for other in others:
            tree.relation[other] = "parataxis"
        kind = tree.subject_kind(verb)
        for child in tree.children(helper):
            tree.hang(child, verb)
        tree.relation[subjects[0]] = kind


def part_day_from_name(tree: Tree, day: int) -> None:
    """Part the day from who it is in "visited on Monday Speaker Lee"."""
    name = tree.head[day]
    verb = tree.head[name]
    if name < day or tree.words[day].lemma.lower() not in TIMES or verb < 0:
        return
    case = day - 1
    held = case >= 0 and tree.relation[case] == "case" and tree.head[case] == name
    if not held or tree.words[case].lemma.lower() not in _AT or is_time(tree, name):
        return
    if tree.words[name].upos != "PROPN" or tree.words[verb].upos != "VERB":
        return
    tree.hang(case, day)
    tree.move(day, verb, "obl")
    if not tree.has_below(verb, {"obj", "ccomp"}):
        tree.relation[name] = "obj"


def own_owner(tree: Tree, first: int) -> None:
    """Give Iran of "Iran's leader's order" to the leader: an order has one owner."""
    if not any(tree.words[c].xpos == "POS" for c in tree.children(first)):
        return
    for second in tree.children(tree.head[first]):
        owner = second > first and tree.relation[second] == "nmod:poss"
        if owner and tree.left(second) == tree.right(first) + 1:
            tree.hang(first, second)
            return


def sink_to_clause(tree: Tree, phrase: int) -> None:
    """Hang "in Gao on Monday" of "is dealt with when they meet in Gao on Monday" low.

    A phrase right behind a verb with a subject of its own is no phrase of the clause
    around it; nor is the next one.
    """
    outer = tree.head[phrase]
    before = tree.left(phrase) - 1
    if outer >= phrase or before <= outer or not tree.case(phrase):
        return
    if "PUNCT" in {tree.words[before].upos, tree.words[before + 1].upos}:
        return
    verb = before
    while tree.relation[verb] in _INNER and outer < tree.head[verb] < verb:
        verb = tree.head[verb]
    if verb == outer or tree.words[verb].upos != "VERB":
        return
    own = tree.has_below(verb, SUBJECTS)
    if own and tree.relation[verb] in _CLAUSES and tree.head[verb] == outer:
        tree.hang(phrase, verb)


def join_named(tree: Tree, name: int) -> None:
    """Read "the opposition Unity Front" as one name with what it is before it.

    A name without a preposition is no phrase of the noun right before it, nor a second
    one of what that noun hangs on.
    """
    first = tree.left(name)
    noun = first - 1
    if noun < 0 or tree.words[name].upos != "PROPN" or tree.words[noun].upos != "NOUN":
        return
    if tree.words[name].xpos not in {"NNP", "NNPS"} or is_time(tree, name):
        return
    if tree.words[noun].xpos != "NN" or not _is_bare(tree, name, first):
        return
    if tree.head[name] == noun:
        tree.crown(noun, name)
        tree.relation[noun] = "compound"
    elif tree.head[noun] == tree.head[name] and tree.relation[noun] == "nmod":
        for child in tree.children(noun):
            tree.hang(child, name)
        tree.move(noun, name, "compound")


def _is_bare(tree: Tree, name: int, first: int) -> bool:
    """Tell whether a name has neither preposition nor article nor comma before it."""
    opened = tree.words[first].upos in {"DET", "PUNCT", "ADP", "CCONJ", "SCONJ"}
    return not opened and not tree.case(name)


__all__ = [
    "LIFTED",
    "join_named",
    "lift_behind_name",
    "lift_from_name",
    "lift_from_place",
    "lift_from_subject",
    "name_apposition",
    "own_owner",
    "part_apposition",
    "part_day_from_name",
    "part_from_day",
    "part_from_subject",
    "sink_to_clause",
]
