"""Laws of Universal Dependencies restored where a verb takes its subject and agent."""

from dragoman.annotate.encoder.draft import INSIDE, SUBJECTS, Tree
from dragoman.data.tables import name_words
from dragoman.model.syntax import FINITE, NOMINAL, PAST, TENSED
from dragoman.text.calendar_names import CALENDAR_KEYS
from dragoman.text.sayings import SAYING, TELLING

_PREDICATES = frozenset({"root", "ccomp", "advcl", "acl:relcl", "parataxis"})
_HUNG = frozenset({"acl", "acl:relcl", "parataxis"})
_RELATIVE = frozenset({"WP", "WDT"})
_BEFORE_VERB = frozenset({"aux", "aux:pass", "advmod", "cop", "punct"})
# How an agent hangs on the place before it: "received at the tower by Lee".
_FRONTED = frozenset({"in", "at", "during", "after", "before", "with", "from", "for"})
_DRAWN = frozenset({"nmod", "appos"})
_DEED_ENDINGS = ("tion", "sion", "ment", "ing", "ance", "ence", "ure", "al")
_DEEDS = frozenset(
    {"visit", "attack", "raid", "trip", "call", "report", "book", "strike", "speech"}
    | {"tour", "protest", "march", "rally", "crackdown", "assault", "offer", "move"}
    | {"effort", "attempt", "work", "demand", "request", "pledge", "decision", "plan"}
    | {"letter", "text", "article", "study", "play", "song", "film", "drive", "push"}
    | {"murder", "claim", "threat", "vote", "order", "remark", "comment", "resolution"}
)
# Whoever does this has somebody and something for objects.
_GIVING = frozenset(
    {"give", "hand", "award", "grant", "offer", "deal", "send", "lend", "promise"}
)
_BARE_PHRASES = frozenset(
    {"obl", "obl:npmod", "obl:unmarked", "xcomp", "ccomp", "dep", "nmod:unmarked"}
)
_CLAUSE_SIGNS = SUBJECTS | {"case", "cop", "mark", "aux"}
_FINITE_SIGNS = SUBJECTS | {"obj", "mark", "aux", "aux:pass", "cop", "ccomp", "csubj"}
# Behind a verb with one of these a bare phrase is no object.
FILLED = frozenset({"obj", "ccomp", "xcomp", "aux:pass"})
_TAKEN = SUBJECTS | FILLED
TIMES = frozenset(
    CALENDAR_KEYS
    | {
        "today",
        "yesterday",
        "tomorrow",
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "morning",
        "evening",
    }
    | {"night", "afternoon", "noon", "hour", "minute", "time", "moment", "decade"}
    | {"tonight", "mile", "kilometre", "kilometer", "km", "meter", "metre", "way"}
    | {"spring", "summer", "autumn", "winter", "century", "eve", "date", "percent"}
)


def keep_one_subject(tree: Tree, verb: int) -> None:
    """Join or move what stands as a second subject of a verb."""
    found = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
    if len(found) < 2:
        return
    first = found[0]
    if _hang_elsewhere(tree, verb, first, found):
        return
    for second in found[1:]:
        joined = _is_joined(tree, verb, first, second)
        if joined and (first > verb) == (second > verb):
            tree.move(second, first, "conj")
            for between in found:
                if first < between < second and tree.head[between] == verb:
                    tree.move(between, first, "conj")
        elif second == first + 1 or _is_called(tree, first, second):
            # "party insiders", "A. Lee", "the opposition Unity Front"
            for child in tree.children(first):
                tree.hang(child, second)
            tree.move(first, second, "compound")
        elif not (first < verb < second and _give_object(tree, verb, second)):
            _give_subject(tree, verb, second)


def _hang_elsewhere(tree: Tree, verb: int, first: int, found: list[int]) -> bool:
    """Hang a first subject that is the hearer's or that of what is said."""
    if _is_told(tree, verb, first, found[1]):
        tree.move(first, tree.head[verb], "obj")
        return True
    return _give_to_content(tree, verb, first, found[-1])


def _give_to_content(tree: Tree, verb: int, first: int, speaker: int) -> bool:
    """Give "false" of "Reports that Chad fired were false, Lee said" its subject.

    What is said stands before a comma, who says it behind it, each with a subject.
    """
    if tree.words[verb].lemma not in SAYING:
        return False
    for clause in (*tree.children(verb), *tree.children(first)):
        hung = (tree.head[clause], tree.relation[clause])
        if hung not in {(verb, "ccomp"), (first, "acl"), (first, "acl:relcl")}:
            continue
        below = {tree.relation[c] for c in tree.children(clause)}
        copula = "cop" in below or (hung[0] == verb and "aux" in below)
        finite = copula or (hung[0] == verb and tree.words[clause].xpos in FINITE)
        if not finite or not below.isdisjoint(SUBJECTS | {"mark"}):
            continue
        between = tree.words[clause:speaker] if first < clause else []
        if any(word.xpos == "," for word in between):
            tree.move(clause, verb, "ccomp")
            tree.move(first, clause, tree.subject_kind(clause))
            return True
    return False


def _is_told(tree: Tree, verb: int, first: int, second: int) -> bool:
    """Tell whether "Chad" is told in "warned Chad it would leave", "its men would"."""
    said = tree.head[verb]
    if tree.relation[verb] != "ccomp" or tree.words[said].lemma not in TELLING:
        return False
    if tree.left(first) != said + 1 or tree.left(second) != tree.right(first) + 1:
        return False
    opener = tree.words[tree.left(second)]
    return opener.upos in {"PRON", "DET"} and second < verb


def restore_voice(tree: Tree, verb: int) -> None:
    """Make "who was to have flown" active: "have" without "been" is no passive."""
    if tree.words[verb - 1].lemma.lower() != "have":
        return
    children = tree.children(verb)
    helpers = [c for c in children if tree.relation[c] in {"aux", "aux:pass"}]
    if not helpers or helpers[-1] != verb - 1:
        return
    for child in children:
        if tree.relation[child] == "nsubj:pass":
            tree.relation[child] = "nsubj"


def restore_participle(tree: Tree, verb: int) -> None:
    """Read "freed" of "the mayor, freed at night, left" as a participle.

    What describes a noun without subject or object of its own is no past.
    """
    word = tree.words[verb]
    if word.xpos == "VBD" and not tree.has_below(verb, _FINITE_SIGNS):
        tree.words[verb] = word._replace(xpos="VBN")


def restore_past(tree: Tree, verb: int) -> None:
    """Read "exploded" of "A bomb exploded" as past: a participle has a helper."""
    word = tree.words[verb]
    # "quit" has one form for all tenses; reports tell what is over
    same = word.lemma.lower() == "quit" and word.xpos in {"VB", "VBP"}
    if word.xpos not in {"VBN", "JJ"} and not same:
        return
    if tree.relation[verb] not in _PREDICATES - {"conj"}:
        return
    found = {tree.relation[c] for c in tree.children(verb)}
    if "nsubj" in found and not found & {"aux", "aux:pass", "cop", "mark"}:
        tree.words[verb] = word._replace(xpos="VBD")


def _give_thing(tree: Tree, verb: int, whom: int) -> None:
    """Read "a house" of "promised every family a house" as what is given.

    Behind whom somebody gives something, a bare noun is what he gives.
    """
    behind = tree.right(whom) + 1
    for thing in tree.children(verb):
        if thing < whom or tree.relation[thing] not in _BARE_PHRASES:
            continue
        word, first = tree.words[thing], tree.left(thing)
        quoted = first == behind and tree.words[first].xpos == "``"
        if word.upos not in {"NOUN", "PROPN"} or not (quoted or first == behind):
            continue
        if word.lemma.lower() in TIMES or tree.has_below(thing, _CLAUSE_SIGNS):
            continue
        tree.relation[whom], tree.relation[thing] = "iobj", "obj"
        return


def give_second_object(tree: Tree, verb: int) -> None:
    """Give "condemned the raid and ordered guards" each verb its object.

    A verb has one object: the second, behind "and" with a verb that has none, is that
    verb's.
    """
    found = [c for c in tree.children(verb) if tree.relation[c] == "obj"]
    if len(found) == 1 and tree.words[verb].lemma.lower() in _GIVING:
        _give_thing(tree, verb, found[0])
    if len(found) != 2:
        return
    first, second = found
    if first < second and tree.has_below(second, {"cc"}):
        tree.move(second, first, "conj")  # "imposed a ban and a freeze"
        return
    if tree.words[verb].lemma.lower() in _GIVING and verb < first < second:
        if tree.right(first) == tree.left(second) - 1:
            tree.relation[first] = "iobj"  # "handed Lee a sentence"
        return
    for joined in tree.children(verb):
        bare = not tree.has_below(joined, _TAKEN)
        if (
            tree.relation[joined] == "conj"
            and tree.words[joined].upos == "VERB"
            and verb < first < joined == tree.left(second) - 1
            and bare
        ):
            tree.move(second, joined, "obj")


def crown_behind_place(tree: Tree) -> None:
    """Make "rejected" the predicate of "From Gao the Front's spokesman, Lee, rejected".

    A phrase with a preposition is no sentence where a finite verb without a subject
    hangs on it: what was set beside the place is the subject.
    """
    place = tree.root()
    if place < 0 or not tree.case(place) or tree.words[place].upos not in NOMINAL:
        return
    children = tree.children(place)
    beside = [c for c in children if tree.relation[c] == "appos" and c > place]
    if not beside or any(tree.relation[c] in SUBJECTS | {"cop"} for c in children):
        return
    for verb in children:
        if tree.relation[verb] not in _HUNG or tree.words[verb].xpos not in TENSED:
            continue
        own = tree.children(verb)
        if beside[0] > verb or any(
            tree.relation[c] in SUBJECTS or tree.words[c].xpos in _RELATIVE for c in own
        ):
            continue
        tree.move(verb, -1, "root")
        tree.move(place, verb, "obl")
        tree.move(beside[0], verb, "nsubj")
        for child in children:
            if child > verb:
                tree.hang(child, verb)
        return


def _is_joined(tree: Tree, verb: int, first: int, second: int) -> bool:
    """Tell whether "and" stands before the second of two subjects."""
    if tree.has_below(second, {"cc"}):
        return True
    for child in tree.children(verb):
        if tree.relation[child] == "cc" and first < child < second < verb:
            tree.hang(child, second)
            return True
    return False


def _is_called(tree: Tree, noun: int, name: int) -> bool:
    """Tell whether a bare name stands right behind the noun that tells what it is."""
    start = tree.left(name)
    beside = start == noun + 1 and tree.words[start].upos not in {"DET", "PUNCT"}
    return beside and tree.words[name].upos == "PROPN"


def _give_object(tree: Tree, verb: int, second: int) -> bool:
    """Keep the object of "They shot the Mines Minister Omar Nasr" in one piece."""
    for part in tree.children(verb):
        if tree.relation[part] == "obj" and part + 1 == tree.left(second):
            tree.crown(part, second)
            tree.relation[part] = "compound"
            return True
    return False


def _give_subject(tree: Tree, verb: int, second: int) -> None:
    """Give "He said the page concerned flags" its inner subject."""
    for clause in tree.children(verb):
        if tree.relation[clause] not in {"ccomp", "xcomp", "conj", "advcl"}:
            continue
        own = tree.has_below(clause, SUBJECTS)
        if verb < second < clause and not own:
            tree.move(second, clause, "nsubj")
            if tree.relation[clause] == "xcomp":
                tree.relation[clause] = "ccomp"
            return


def free_fronted(tree: Tree, verb: int) -> None:
    """Read "In a note to Lee, President Tod condemned" as a phrase and who acts."""
    found = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
    if len(found) != 1 or found[0] > verb or tree.case(found[0]) not in _FRONTED:
        return
    last = _last_apposition(tree, verb, found[0])
    if last is not None:
        tree.move(last, verb, tree.relation[found[0]])
        tree.relation[found[0]] = "obl"


def find_subject(tree: Tree, verb: int) -> None:
    """Find the subject of a finite verb in the phrase right before it."""
    if tree.relation[verb] not in _PREDICATES:
        return
    children = tree.children(verb)
    kinds = {tree.relation[child] for child in children}
    if kinds & {"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"}:
        return
    finite = tree.words[verb].xpos in TENSED or any(
        tree.relation[c] in {"aux", "cop", "aux:pass"} and tree.words[c].xpos in FINITE
        for c in children
    )
    if not finite:
        return
    passive = "aux:pass" in kinds
    relation = "nsubj:pass" if passive else "nsubj"
    before = [c for c in children if c < verb and tree.words[c].upos in NOMINAL]
    for phrase in reversed(before):
        if not tree.relation[phrase].startswith("obl"):
            continue
        if not tree.case(phrase) and not is_time(tree, phrase):
            tree.move(phrase, verb, relation)
            return
        last = _last_apposition(tree, verb, phrase) or _named_after_time(tree, phrase)
        if last is not None:
            tree.move(last, verb, relation)
        return
    for look in (_torn_subject, _behind_participle, _left_beside):
        found = look(tree, verb)
        if found is not None:
            tree.move(found, verb, relation)
            return


def _left_beside(tree: Tree, verb: int) -> int | None:
    """Return the talks of "he left; the talks, which he led, failed", told as nothing.

    A noun beside a clause is the subject of the verb beside it that has none.
    """
    if tree.relation[verb] != "parataxis":
        return None
    before = [
        child
        for child in tree.children(tree.head[verb])
        if child < verb and tree.relation[child] == "parataxis"
    ]
    if not before or tree.words[before[-1]].upos not in NOMINAL:
        return None
    return (
        None if tree.has_below(before[-1], SUBJECTS | {"cop", "case"}) else before[-1]
    )


def _named_after_time(tree: Tree, phrase: int) -> int | None:
    """Return Lee of "late that evening Lee, who was in Rome, spoke", no apposition."""
    if not is_time(tree, phrase):
        return None
    for child in tree.children(phrase):
        named = tree.relation[child] == "appos" and tree.words[child].upos == "PROPN"
        if named and tree.left(child) == phrase + 1:
            for later in tree.children(phrase):
                if later > child:
                    tree.hang(later, child)
            return child
    return None


def _torn_subject(tree: Tree, verb: int) -> int | None:
    """Return what stands before a verb and was drawn behind it or away from it."""
    place = verb - 1
    while place >= 0 and tree.relation[place] in _BEFORE_VERB:
        place -= 1
    drawn = place >= 0 and tree.head[place] > verb and tree.relation[place] in INSIDE
    if drawn and tree.words[place].upos in NOMINAL:
        # "Turkey massed troops": no part of a phrase behind the verb.
        return place
    for pronoun in tree.children(verb):
        relative = tree.words[pronoun].xpos in _RELATIVE
        if relative and tree.relation[pronoun] == "obj":
            # "Ines Duarte, whom Lena Okafor called": no second name of Duarte.
            return _last_apposition(tree, verb, pronoun)
    return None


def _behind_participle(tree: Tree, verb: int) -> int | None:
    """Return Lee of "Commenting on the visit to Mali, Lee, a professor, told us"."""
    for clause in tree.children(verb):
        hung = tree.relation[clause] == "advcl" and clause < verb
        if hung and tree.words[clause].xpos in {"VBG", "VBN"}:
            return _last_apposition(tree, verb, clause)
    return None


def _last_apposition(tree: Tree, verb: int, phrase: int) -> int | None:
    """Return what stands right before a verb, taken for an apposition.

    "In Rome, the Commission held", "At the invitation of Kim, Lee will visit".
    """
    place = verb - 1
    while place > phrase and tree.relation[place] in _BEFORE_VERB:
        place -= 1
    found = None
    while place > phrase and place != phrase:
        apart = tree.relation[place] == "appos" or (
            tree.relation[place] == "conj" and not _has_cc(tree, place)
        )
        if apart and tree.words[place].upos in NOMINAL and place > tree.head[place]:
            found = place
        place = tree.head[place]
    return found


def _has_cc(tree: Tree, index: int) -> bool:
    return tree.has_below(index, {"cc"})


def is_time(tree: Tree, index: int) -> bool:
    """Tell whether a word is a time or a number."""
    word = tree.words[index]
    lemma = word.lemma.lower()
    may = lemma == "may" and word.upos == "PROPN"
    return may or lemma in TIMES or word.upos == "NUM"


def is_given(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a time is what somebody is given: "was given four years"."""
    gives = tree.words[verb].lemma.lower() in _GIVING
    beside = tree.left(index) == verb + 1 and tree.has_below(index, {"nummod"})
    return gives and beside


def find_agent(tree: Tree, verb: int) -> None:
    """Find the agent of a passive that hangs on a name inside of the clause."""
    children = tree.children(verb)
    passive = any(tree.relation[c] == "aux:pass" for c in children) or (
        tree.words[verb].xpos == "VBN" and tree.relation[verb] == "acl"
    )
    if not passive or any(
        tree.relation[c].startswith("obl") and tree.case(c) == "by" for c in children
    ):
        return
    for index in range(verb + 1, min(verb + 3, len(tree.words))):
        # "an expanded meeting joined by the ministers"
        agent = tree.head[index]
        by = tree.relation[index] == "case" and tree.words[index].lemma == "by"
        if by and agent > index and not tree.is_below(verb, agent):
            tree.move(agent, verb, "obl:agent")
            return
    for phrase in children:
        if phrase < verb or not tree.relation[phrase].startswith("obl"):
            continue
        inner = _drawn_agent(tree, phrase)
        if inner is not None:
            tree.move(inner, verb, "obl:agent")
            return
    _draw_agent_in(tree, verb)


def share_passive(tree: Tree, index: int) -> None:
    """Read "was flown home and met there by Lee" as two passives."""
    first, word = tree.head[index], tree.words[index]
    if word.upos != "VERB" or word.xpos not in PAST or index < first:
        return
    own = tree.kinds_below(index)
    if not tree.has_below(first, {"aux:pass"}) or not FILLED.isdisjoint(own):
        return
    if not SUBJECTS.isdisjoint(own) or "aux" in own:
        return
    for phrase in tree.children(index):
        doer = tree.words[phrase].upos == "PROPN" or tree.words[phrase].upos == "NOUN"
        by = tree.relation[phrase].startswith("obl") and tree.case(phrase) == "by"
        if doer and by and not is_time(tree, phrase):
            tree.words[index] = word._replace(xpos="VBN")
            tree.relation[phrase] = "obl:agent"


def _drawn_agent(tree: Tree, phrase: int) -> int | None:
    """Return what has "by" in a phrase that nobody can do, or in a phrase in it."""
    if is_deed(tree.words[phrase].lemma.lower()):
        return None
    for inner in tree.children(phrase):
        if tree.relation[inner] not in _DRAWN:
            continue
        if tree.case(inner) == "by":
            return inner
        if tree.words[inner].upos == "PROPN":
            found = _drawn_agent(tree, inner)
            if found is not None:
                return found
    return None


def _draw_agent_in(tree: Tree, verb: int) -> None:
    """Give "flew to Rome, where he was shown the port by Lee" its inner agent."""
    outer = tree.head[tree.head[verb]] if tree.relation[verb] == "acl:relcl" else -1
    if outer < 0 or tree.has_below(outer, {"aux:pass"}):
        return
    for phrase in tree.children(outer):
        named = tree.words[phrase].upos == "PROPN" and not is_time(tree, phrase)
        oblique = tree.relation[phrase].startswith("obl") and phrase > verb
        if named and oblique and tree.case(phrase) == "by":
            tree.move(phrase, verb, "obl:agent")
            return


def is_deed(noun: str) -> bool:
    """Tell whether somebody can do a noun: "a visit by Lee", but no terminal."""
    if noun in _DEEDS:
        return True
    return noun.endswith(_DEED_ENDINGS) and noun not in name_words().places
