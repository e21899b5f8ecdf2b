"""Phrases taken for part of what they only stand beside."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.model.syntax import PAST, TENSED
from dragoman.text.calendar_names import MONTHS

CALLED = frozenset({"call", "announce", "plan", "schedule", "organise", "organize"})
# What one takes on "to do", whatever stands between.
TAKING_ON = frozenset(
    {"agree", "consent", "decide", "offer", "pledge", "plan", "promise", "refuse"}
    | {"threaten", "undertake", "vow"}
)
_TAKEN = frozenset({"obj", "ccomp", "xcomp"})
INVITATIONS = frozenset({"invitation", "invite"})
_AHEAD = frozenset({"in", "for"})
DRILLS = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "war game"})
_BOUND = frozenset({"mark", "aux", "aux:pass", "advmod", "obl:agent"})
LINES = frozenset({"phone", "telephone", "radio", "videolink"})
LAST = frozenset({"last", "late"})  # as a parser takes it
COUNTED = frozenset({"two", "three", "four", "pair", "couple", "trio", "both", "men"})
_WHITHER = frozenset({"in", "to", "at", "for", "from", "near", "into"})
_OVER = frozenset({"over", "by", "via"})
# Things that bear names; of "the opposition Democratic League" the name is all of it.
NAMED = frozenset(
    {"barge", "boat", "bulker", "carrier", "coaster", "corvette", "cruiser", "cutter"}
    | {"destroyer", "dhow", "dredger", "exercise", "ferry", "film", "flagship"}
    | {"freighter", "frigate", "hotel", "icebreaker", "liner", "merchantman"}
    | {"minesweeper", "rocket", "satellite", "schooner", "ship", "steamer", "submarine"}
    | {"tanker", "trawler", "tug", "vessel", "yacht", "newspaper", "magazine", "weekly"}
    | {"operation"}
)


def lift_line(tree: Tree) -> None:
    """Hang "over the phone" of "discussed it over the phone" on the verb."""
    for line, word in enumerate(tree.words):
        if word.lemma not in LINES or tree.relation[line] != "nmod":
            continue
        noun = tree.head[line]
        verb = tree.head[noun]
        done = tree.relation[noun] == "obj" and tree.words[verb].upos == "VERB"
        if done and tree.case(line) in _OVER:
            tree.move(line, verb, "obl")


def join_name_of_thing(tree: Tree) -> None:
    """Read "boarded the ferry Ana Ruiz" as one object: the name is the ferry's."""
    for name, word in enumerate(tree.words):
        if word.upos != "PROPN" or tree.relation[name] != "obj":
            continue
        verb, thing = tree.head[name], tree.left(name) - 1
        if thing <= verb or tree.relation[thing] != "obj" or tree.head[thing] != verb:
            continue
        bare = not tree.case(name) and not tree.has_below(name, {"det", "nmod:poss"})
        if bare and tree.words[thing].lemma in NAMED:
            tree.move(name, thing, "appos")
            for phrase in tree.children(name):  # "off Osk": the ferry was there
                if tree.relation[phrase] == "nmod" and phrase > name:
                    tree.hang(phrase, thing)


def crown_exercise(tree: Tree) -> None:
    """Read "the exercise Amber Sky" as an exercise with a name, not a part of one."""
    for noun, word in enumerate(tree.words):
        if word.lemma.lower() not in DRILLS:
            continue
        if tree.relation[noun] in SUBJECTS:
            _name_subject(tree, noun)
        name = tree.head[noun]
        inside = tree.relation[noun] == "compound" and name > noun
        whole = inside and tree.relation[name] not in {"compound", "flat"}
        if whole and tree.words[name].upos == "PROPN":
            tree.move(noun, tree.head[name], tree.relation[name])
            for child in tree.children(name):
                if child < noun or child > name:
                    tree.hang(child, noun)
            tree.move(name, noun, "appos")


def _name_subject(tree: Tree, noun: int) -> None:
    """Set the second of two subjects beside the first, whose name it is."""
    for other in tree.children(tree.head[noun]):
        second = tree.relation[other] in SUBJECTS and other > noun
        if second and tree.left(other) == noun + 1:
            tree.move(other, noun, "appos")


def sink_into_relative(tree: Tree) -> None:
    """Hang "for Dam Square" of "the march they called for Dam Square was held" inside.

    What stands between a relative clause and the verb of its noun, with no comma, is
    the relative clause's.
    """
    for index, relation in enumerate(tree.relation):
        verb = tree.head[index]
        inner = tree.left(index) - 1
        if relation != "obl" or verb < index or inner < 0 or not tree.case(index):
            continue
        noun = tree.head[inner]
        if tree.relation[inner] != "acl:relcl" or noun < 0 or tree.head[noun] != verb:
            continue
        if tree.relation[noun] in SUBJECTS and tree.words[index + 1].lemma != ",":
            tree.hang(index, inner)


def crown_behind_reduced_clause(tree: Tree) -> None:
    """Make "left" the predicate of "At dawn Lee, set free at night, left".

    A participle between commas behind a name is no predicate where a past follows it.
    """
    part = tree.root()
    if part >= 0 and tree.words[part].upos == "PROPN":
        inner = [c for c in tree.children(part) if tree.relation[c] == "acl"]
        part = inner[-1] if inner else -1
    if part < 1 or tree.words[part - 1].lemma != ",":
        return
    if tree.words[part].xpos not in PAST:
        return
    above = tree.head[part]
    named = [
        c
        for c in ((above,) if above >= 0 else tree.children(part))
        if c < part and tree.words[c].upos == "PROPN" and not tree.case(c)
    ]
    told = [
        c
        for c in tree.children(part)
        if tree.relation[c] == "advcl"
        and tree.words[c].xpos in PAST
        and tree.words[c - 1].lemma == ","
        and not tree.has_below(c, SUBJECTS | _BOUND)
    ]
    if len(named) != 1 or len(told) != 1:
        return
    name, verb = named[0], told[0]
    tree.move(verb, -1, "root")
    tree.move(name, verb, "nsubj")
    for child in tree.children(part):
        if child < part and child != name and tree.relation[child] != "punct":
            tree.hang(child, verb)
    tree.words[verb] = tree.words[verb]._replace(xpos="VBD")
    tree.words[part] = tree.words[part]._replace(xpos="VBN")
    tree.move(part, name, "acl")


def lift_from_caller(tree: Tree) -> None:
    """Hang "for Dam Square" of "called by the union for Dam Square" on the calling."""
    for index, word in enumerate(tree.words):
        caller = tree.head[index]
        if word.upos != "PROPN" or tree.relation[index] != "nmod":
            continue
        called = tree.relation[caller] == "obl:agent" and caller < index
        verb = tree.head[caller]
        if called and tree.case(index) == "for" and tree.words[verb].lemma in CALLED:
            tree.move(index, verb, "obl")


def govern_infinitive(tree: Tree) -> None:
    """Read "agreed on Monday to visit Gao" as agreeing to it, the day between."""
    for clause, relation in enumerate(tree.relation):
        verb = tree.head[clause]
        if relation != "advcl" or tree.words[clause].xpos != "VB" or clause < verb:
            continue
        first = tree.left(clause)
        if tree.words[verb].lemma not in TAKING_ON or tree.words[first].lemma != "to":
            continue
        before = first - 1
        if not tree.has_below(verb, _TAKEN) and tree.words[before].lemma != ",":
            tree.relation[clause] = "xcomp"


def sink_into_invitation(tree: Tree) -> None:
    """Hang "in June" of "accepted an invitation to Rome in June" on the invitation.

    A month behind where one is invited to is when one is to come.
    """
    for month, word in enumerate(tree.words):
        if word.lemma.lower() not in MONTHS or tree.relation[month] != "obl":
            continue
        asked = tree.first_below(tree.head[month], "obj")
        if asked < 0 or tree.words[asked].lemma not in INVITATIONS:
            continue
        if tree.right(asked) == tree.left(month) - 1 and tree.case(month) in _AHEAD:
            whither = [c for c in tree.children(asked) if tree.case(c) == "to"]
            if whither:
                tree.move(month, asked, "nmod")


def lift_between(tree: Tree) -> None:
    """Hang "between A and B" of "talks in Rome between A and B" on the talks.

    A named place is between nothing; what was held there was.
    """
    for index, word in enumerate(tree.words):
        if word.lemma != "between" or tree.relation[index] != "case":
            continue
        side = tree.head[index]
        place = tree.head[side]
        if tree.relation[side] != "nmod" or tree.words[place].upos != "PROPN":
            continue
        held = tree.head[place]
        within = tree.relation[place] == "nmod" and tree.case(place) in {"in", "at"}
        if within and tree.words[held].upos == "NOUN" and held < place < side:
            tree.hang(side, held)


def lift_from_copula(tree: Tree) -> None:
    """Hang "the meeting" of "where the meeting is due to open" on what it is.

    A copula is a mere mark of its predicate.
    """
    for subject, relation in enumerate(tree.relation):
        helper = tree.head[subject]
        if relation not in SUBJECTS or tree.relation[helper] != "cop":
            continue
        predicate = tree.head[helper]
        if predicate >= 0 and not tree.has_below(predicate, SUBJECTS):
            for child in tree.children(helper):
                tree.hang(child, predicate)


def seat_before_last(tree: Tree) -> None:
    """Read "the two" of "the two last saw each other" as who did it."""
    for last, word in enumerate(tree.words):
        verb, counted = tree.head[last], last - 1
        if word.lemma not in LAST or tree.relation[last] not in SUBJECTS or last < 1:
            continue
        if verb != last + 1 or tree.words[verb].xpos not in TENSED:
            continue
        if tree.words[counted].lemma not in COUNTED:
            continue
        if tree.head[counted] not in {last, verb}:
            continue
        tree.move(counted, verb, tree.relation[last])
        for child in tree.children(last):
            tree.hang(child, counted)
        tree.move(last, verb, "advmod")
        tree.words[last] = word._replace(upos="ADV", xpos="RB")


def hang_where(tree: Tree) -> None:
    """Hang "where they met" of "flew to Rome, where they met" on Rome."""
    for where, word in enumerate(tree.words):
        clause = tree.head[where]
        if word.lemma != "where" or clause < where:
            continue
        opens = tree.left(clause) in {where, where - 1}  # with a comma before it
        if tree.relation[clause] != "advcl" or not opens:
            continue
        last = where - 1
        while last > 0 and tree.words[last].lemma == ",":
            last -= 1
        place, above = last, tree.head[clause]
        while tree.head[place] >= 0 and tree.right(tree.head[place]) == last:
            place = tree.head[place]
        while place != above and not tree.case(place) and tree.head[place] > place:
            place = tree.head[place]
        named = last > 0 and tree.words[place].upos == "PROPN"
        if named and above < place < where and tree.case(place) in _WHITHER:
            tree.move(clause, place, "acl:relcl")
