"""Laws of Universal Dependencies restored where something is told and by whom."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.bare import OPENINGS
from dragoman.annotate.encoder.repairs.beside import LINES
from dragoman.annotate.encoder.repairs.subjects import is_time
from dragoman.model.syntax import PAST, TENSED
from dragoman.text.sayings import SAYING, TELLING

# What a participle does not have.
_OWN = SUBJECTS | {"mark", "cop", "aux"}
# What one speaks over, and writes in.
_MEANS = LINES | {"letter", "video"}
# Nobody can be exploded by somebody: their subjects are never passive ones.
_UNDONE = frozenset(
    {"explode", "erupt", "occur", "happen", "die", "arrive", "fall", "collapse"}
    | {"disappear", "emerge", "go", "come", "protest", "march", "rally", "resign"}
)


OWNING_UP = SAYING | {"believe", "deny", "fear", "suggest", "think"}
# Who is told it may stand between: "assured Lee in a call that".
_TOLD = TELLING | {"promise"}
RELATING = OWNING_UP | _TOLD | {"pledge", "vow"}
_ASKING = frozenset({"ask", "decide", "discuss", "doubt", "inquire", "know"})
_DAYS = frozenset({"obl", "obl:unmarked", "obl:tmod", "nmod:unmarked", "advmod"})
_COMING = frozenset({"tomorrow", "next", "every"})
VOICING = frozenset({"express", "voice"})
_OPEN = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_CONTENT = frozenset({"ccomp", "obj", "xcomp", "parataxis"})
_UP = 6


def give_content(tree: Tree) -> None:
    """Give "said" the clause in "said in a message on the channel X that he left".

    A clause behind the marker "that", with a subject of its own, is no relative one.
    """
    for clause, relation in enumerate(tree.relation):
        if relation not in {"acl", "acl:relcl"}:
            continue
        own = {tree.relation[child] for child in tree.children(clause)}
        if not own & SUBJECTS or tree.marker(clause, "mark") != "that":
            continue
        said = tree.head[clause]
        for _ in range(_UP):
            if said < 0 or tree.words[said].lemma in RELATING:
                break
            if tree.words[said].upos == "VERB":
                said = -1  # "and repeated the demand that": another verb's
                break
            said = tree.head[said]
        else:
            continue
        if not 0 <= said < clause or tree.words[said].upos != "VERB":
            continue
        content = _CONTENT - {"obj"} if tree.words[said].lemma in _TOLD else _CONTENT
        given = any(
            tree.relation[child] in content and child > said
            for child in tree.children(said)
            if not is_time(tree, child)  # "said the same evening"
        )
        if not given and tree.head[clause] != said:
            tree.move(clause, said, "ccomp")


def join_told_clauses(tree: Tree) -> None:
    """Hang both clauses of "told us that it ends and that talks go on" on "told".

    A clause with "that" is no fellow of the verb that tells it, but of the clause
    before it.
    """
    for second, relation in enumerate(tree.relation):
        told = tree.head[second]
        if relation != "conj" or not 0 <= told < second:
            continue
        if tree.marker(second, "mark") != "that" or tree.marker(told, "mark") == "that":
            continue
        for first in tree.children(second):
            if (
                told < first < second
                and tree.relation[first] == "ccomp"
                and tree.marker(first, "mark") == "that"
            ):
                tree.move(first, told, "ccomp")
                tree.move(second, first, "conj")
                break


def date_telling(tree: Tree) -> None:
    """Hang "Monday" of "The mayor said Monday he had left" on "said".

    Right behind a verb of telling and before the subject of what is told stands the
    day on which it was told, if it is no day to come.
    """
    for day, relation in enumerate(tree.relation):
        clause = tree.head[day]
        if (
            relation not in _DAYS
            or not day < clause
            or tree.relation[clause] != "ccomp"
        ):
            continue
        said = tree.head[clause]
        if said < 0 or tree.words[said].lemma not in OWNING_UP:
            continue
        if tree.left(day) != said + 1 or not is_time(tree, day):
            continue
        coming = {tree.words[i].lemma.lower() for i in range(said + 1, day + 1)}
        subjects = [c for c in tree.children(clause) if tree.relation[c] in SUBJECTS]
        opened = any(tree.left(c) == day + 1 for c in subjects)
        if opened and not coming & _COMING:
            tree.hang(day, said)


def open_told_clause(tree: Tree) -> None:
    """Read "A bomb exploded in Gao, police said" as a clause and who tells it.

    A participle on the first of two subjects with a comma between them is its verb.
    """
    for said, word in enumerate(tree.words):
        if word.xpos not in TENSED:
            continue
        found = [c for c in tree.children(said) if tree.relation[c] == "nsubj"]
        if len(found) != 2 or found[1] > said:
            continue
        first, teller = found
        comma = tree.left(teller) - 1
        if _open_joined_clause(tree, said, first, comma):
            continue
        told = [c for c in tree.children(first) if tree.relation[c] == "acl"]
        if len(told) != 1 or tree.words[comma].lemma != "," or comma < told[0]:
            continue
        verb = told[0]
        if tree.has_below(verb, _OWN):
            continue  # "the claim that he left is baseless, she said"
        if tree.words[verb].xpos not in PAST or tree.right(first) > comma:
            continue
        active = tree.words[verb].lemma in _UNDONE or tree.has_below(verb, {"obj"})
        tree.move(verb, said, "ccomp")
        tree.move(first, verb, "nsubj" if active else "nsubj:pass")
        if active:
            tree.words[verb] = tree.words[verb]._replace(xpos="VBD")


def _open_joined_clause(tree: Tree, said: int, first: int, comma: int) -> bool:
    """Read "A ship on a run and two boats were rammed, the guard said" the same way.

    A finite verb with a subject is no conjunct inside of another subject.
    """
    if tree.words[comma].lemma != ",":
        return False
    for verb in range(first + 1, comma):
        if tree.relation[verb] != "conj" or tree.words[verb].upos != "VERB":
            continue
        own = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
        if len(own) != 1 or own[0] > verb or not tree.is_below(verb, first):
            continue
        if tree.words[tree.head[verb]].upos == "VERB":
            continue
        relation = tree.relation[own[0]]
        tree.move(verb, said, "ccomp")
        tree.move(first, verb, relation)
        for child in tree.children(verb):
            if tree.relation[child] == "cc" and child < own[0]:
                tree.hang(child, own[0])
        tree.move(own[0], first, "conj")
        return True
    return False


def open_bare_clause(tree: Tree) -> None:
    """Read "Two officials acknowledged progress had been made": they acknowledged it.

    A participle between two subjects of one verb is the verb that tells.
    """
    for told, word in enumerate(tree.words):
        if word.xpos != "VBN" or word.lemma not in OWNING_UP:
            continue
        teller = tree.head[told]
        if tree.relation[told] != "amod" or teller != told - 1:
            continue
        verb = tree.head[teller]
        found = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
        if verb < told or len(found) != 2 or found[0] != teller:
            continue
        if tree.left(found[1]) != told + 1:
            continue
        joined = [
            c
            for c in tree.children(verb)
            if (c == len(tree.words) - 1 and tree.relation[c] == "punct")
            or (
                tree.relation[c] == "conj"
                and tree.words[c].xpos == "VBD"
                and not tree.has_below(c, SUBJECTS)
            )
        ]
        tree.move(told, tree.head[verb], tree.relation[verb])
        tree.move(verb, told, "ccomp")
        tree.move(teller, told, "nsubj")
        for child in joined:
            tree.hang(child, told)
        tree.words[told] = word._replace(upos="VERB", xpos="VBD")


def name_feeling(tree: Tree) -> None:
    """Read "hope" in "expressed hope that" as a noun: what is voiced is a thing."""
    for feeling in range(1, len(tree.words)):
        word, verb = tree.words[feeling], feeling - 1
        if word.upos != "VERB" or word.xpos not in {"NN", "VB", "VBP"}:
            continue
        if tree.words[verb].lemma not in VOICING or tree.head[feeling] != verb:
            continue
        if not tree.has_below(feeling, _OWN):
            tree.words[feeling] = word._replace(upos="NOUN", xpos="NN")
            tree.relation[feeling] = "obj"


def name_clauses(tree: Tree) -> None:
    """Read what has a copula or an object of its own as a clause.

    "denied being behind the raid", "admitted shelling the port": neither is a phrase.
    """
    for verb, relation in enumerate(tree.relation):
        above = tree.head[verb]
        if above < 0 or above > verb or tree.words[above].upos != "VERB":
            continue
        own = {tree.relation[c]: c for c in tree.children(verb)}
        being = own.get("cop")
        copied = being is not None and tree.words[being].xpos == "VBG"
        doing = (
            tree.words[verb].xpos == "VBG"
            and own.get("obj", -1) > verb
            and not own.keys() & {"det", "amod", "nmod:poss", "case"}
        )
        if (relation == "obl" and copied) or (relation == "obj" and doing):
            tree.relation[verb] = "xcomp"


def name_denied(tree: Tree, index: int) -> None:
    """Read "backing" of "has denied backing the rebels" as what is denied.

    No participle is the particle of another verb.
    """
    if tree.words[index].xpos == "VBG" and tree.has_below(index, {"obj"}):
        tree.relation[index] = "xcomp"


def give_told_subject(tree: Tree) -> None:
    """Give "died" its subject in "said 12 women, eight children and a man had died"."""
    for noun, relation in enumerate(tree.relation):
        said = tree.head[noun]
        if relation != "ccomp" or tree.words[noun].upos not in {"NOUN", "PROPN"}:
            continue
        if tree.has_below(noun, _OWN | SUBJECTS):
            continue
        for verb in tree.children(said):
            if (
                tree.relation[verb] == "ccomp"
                and verb > noun
                and tree.left(verb) == tree.right(noun) + 1
                and not tree.has_below(verb, SUBJECTS)
            ):
                tree.move(noun, verb, tree.subject_kind(verb))
                break


def tell_past(tree: Tree) -> None:
    """Read "left" of "explaining the men left at dawn" as what is told, not of whom.

    A form that is only past opens no phrase without "who" or "which", and is no
    complement without a subject: "claims orders given to us overruled it".
    """
    for verb, relation in enumerate(tree.relation):
        if relation not in {"acl", "xcomp"} or tree.words[verb].xpos != "VBD":
            continue
        noun = tree.head[verb]
        if relation == "xcomp":
            objects = [c for c in tree.children(noun) if tree.relation[c] == "obj"]
            noun = objects[0] if objects else -1
        if not 0 <= noun < verb:
            continue
        said = tree.head[noun]
        if tree.relation[noun] != "obj" or tree.words[said].lemma not in OWNING_UP:
            continue
        if said < noun and not tree.has_below(verb, SUBJECTS):
            tree.move(verb, said, "ccomp")
            tree.move(noun, verb, "nsubj")


def sink_negation(tree: Tree) -> None:
    """Hang "never" of "told them never to speak of it" on "speak"."""
    for negation, word in enumerate(tree.words[:-1]):
        if word.lemma.lower() not in {"not", "never"}:
            continue
        to = negation + 1
        verb = tree.head[to]
        if tree.words[to].xpos != "TO" or tree.relation[verb] not in _OPEN:
            continue
        if verb > to and tree.head[negation] == tree.head[verb]:
            tree.hang(negation, verb)


def ask_whether(tree: Tree) -> None:
    """Read "whether he had a witness" behind "asked Lee" as what is asked."""
    for clause, relation in enumerate(tree.relation):
        asked = tree.head[clause]
        if relation != "advcl" or not 0 <= asked < clause:
            continue
        whether = tree.marker(clause, "mark") == "whether"
        if whether and tree.words[asked].lemma in _ASKING:
            tree.relation[clause] = "ccomp"


def close_that_clause(tree: Tree) -> None:
    """Take out of a clause what stands before its "that": "told Lee that talks failed".

    Lee is whom somebody told, or who told it where nobody else did: "said Lee that".
    """
    for that, clause in enumerate(tree.head):
        if tree.relation[that] != "mark" or tree.words[that].lemma != "that":
            continue
        told = tree.head[clause]
        if not 0 <= told < that < clause or tree.relation[clause] != "ccomp":
            continue
        for part in tree.children(clause):
            if not told < part < that:
                continue
            relation = tree.relation[part]
            if relation in SUBJECTS:
                taken = {tree.relation[child] for child in tree.children(told)}
                relation = "obj" if taken & SUBJECTS else "nsubj"
                if relation in taken:
                    continue
            if relation in {"obj", "nsubj", "obl", "advmod"}:
                tree.move(part, told, relation)


def give_teller(tree: Tree) -> None:
    """Give "said" its teller in "Two were killed, the ministry said".

    So too where an apposition was taken for it: "was taken, Lee, the envoy, said".
    What there is tells nothing: "there are no talks, he said".
    """
    for teller, relation in enumerate(tree.relation):
        clause = tree.head[teller]
        if relation not in SUBJECTS or not 0 <= clause < teller:
            continue
        if tree.has_below(clause, {"expl"}):
            continue
        said = _said_of(tree, clause, teller)
        if said is None:
            continue
        own = [c for c in tree.children(said) if tree.relation[c] in SUBJECTS]
        if not own:
            tree.move(teller, said, "nsubj")
        elif own[0] > teller and tree.right(teller) + 1 in {
            tree.left(own[0]),
            tree.left(own[0]) - 1,
        }:
            tree.move(own[0], teller, "appos")
            tree.move(teller, said, "nsubj")


def give_told_clause(tree: Tree) -> None:
    """Give "fell" its subject in "The talks fell on deaf ears, said one of the aides".

    Of two subjects with the cue between them only the one behind it tells.
    """
    for said, word in enumerate(tree.words):
        if word.lemma not in OWNING_UP or word.xpos not in TENSED:
            continue
        own = [c for c in tree.children(said) if tree.relation[c] in SUBJECTS]
        if len(own) != 2 or not own[0] < said < own[1]:
            continue
        for clause in tree.children(said):
            inside = own[0] < clause < said and tree.relation[clause] == "ccomp"
            if inside and not tree.has_below(clause, SUBJECTS):
                tree.move(own[0], clause, tree.subject_kind(clause))
                break


def _said_of(tree: Tree, clause: int, teller: int) -> int | None:
    """Return the verb behind a teller that tells a clause: above it or beside it."""
    above = tree.head[clause]
    if tree.relation[clause] == "ccomp" and teller < above:
        return above
    if not any(
        tree.relation[c] in SUBJECTS and c < clause for c in tree.children(clause)
    ):
        return None  # "came the answer"
    return next(
        (
            c
            for c in tree.children(clause)
            if c > teller
            and tree.relation[c] == "parataxis"
            and tree.words[c].lemma in RELATING
        ),
        None,
    )


def join_teller(tree: Tree) -> None:
    """Keep who tells it in one in "wounding 37, the director, Lee, said".

    Who stands behind the object of a participle is not its subject, if a name that
    tells follows right after a comma.
    """
    for teller, relation in enumerate(tree.relation):
        verb = tree.head[teller]
        if relation not in SUBJECTS or not 0 <= verb < teller:
            continue
        if tree.words[verb].xpos != "VBG" or not any(
            tree.relation[c] == "obj" and c < teller for c in tree.children(verb)
        ):
            continue
        behind = tree.right(teller) + 1
        for name in range(behind, len(tree.words)):
            said = tree.head[name]
            if (
                tree.relation[name] == "nsubj"
                and name < said
                and tree.words[name].upos == "PROPN"
                and tree.words[said].lemma in SAYING
                and behind in {tree.left(name), tree.left(name) - 1}
            ):
                tree.move(teller, said, "nsubj")
                tree.move(name, teller, "appos")
                break


def turn_active(tree: Tree) -> None:
    """Give an active subject to verbs that are no passive: "A bomb exploded".

    A form of the past is none, nor is "rebels fired on a convoy".
    """
    for subject, relation in enumerate(tree.relation):
        verb = tree.head[subject]
        if relation != "nsubj:pass":
            continue
        word = tree.words[verb]
        undone = word.lemma in _UNDONE or word.lemma in OPENINGS
        by_line = _is_over_line(tree, verb)
        if word.xpos != "VBD" and not (undone or by_line or _aims(tree, verb)):
            continue
        if not tree.has_below(verb, {"aux:pass"}):
            tree.relation[subject] = "nsubj"
            if by_line:
                _free_agents(tree, verb)
            if tree.words[verb].xpos == "VBN":
                tree.words[verb] = tree.words[verb]._replace(xpos="VBD")


def _is_over_line(tree: Tree, verb: int) -> bool:
    """Tell "reviewed by telephone with Lee", which no telephone did."""
    return any(
        tree.relation[phrase] == "obl:agent" and tree.words[phrase].lemma in _MEANS
        for phrase in tree.children(verb)
    )


def _free_agents(tree: Tree, verb: int) -> None:
    """Read what was taken for agents of a verb as its object and its phrases."""
    for phrase in tree.children(verb):
        if tree.relation[phrase] == "obl:agent":
            bare = not tree.case(phrase) and not tree.has_below(verb, {"obj"})
            tree.relation[phrase] = "obj" if bare else "obl"


def _aims(tree: Tree, verb: int) -> bool:
    """Tell "fired on a convoy" from "fired on Monday by the minister"."""
    if tree.words[verb].lemma != "fire":
        return False
    phrases = [c for c in tree.children(verb) if tree.relation[c] == "obl"]
    return any(
        tree.marker(phrase, "case") in {"on", "at"} and not is_time(tree, phrase)
        for phrase in phrases
    )
