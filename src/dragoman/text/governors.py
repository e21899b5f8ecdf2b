"""Which word governs a clause, and what it makes of it by its signature.

How a governor is put itself (its negation, its auxiliaries, who its subject is, what
governs it in turn) is of whoever asks; the constructions are told here once, for
events and for offices.
"""

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.model.claim import Modality
from dragoman.model.syntax import FINITE, FUTURE, SUBJECTS, Sentence, noted
from dragoman.text.embedding import (
    ADVERBS,
    ASSERTED,
    CANCELLED,
    CHARGE,
    DENIED,
    DENYING,
    DOING,
    FALSELY,
    FATES,
    HYPOTHETICAL,
    MARKS,
    NOUNS,
    OPENINGS,
    PLANNED,
    PREVENTING,
    REPORTS,
    SOURCES,
    TELLING,
    THAT,
    THERE,
    TRUTH,
    Signature,
    weigh,
)
from dragoman.text.sayings import RETRACTING

# Adverbs that make another verb of one: "stopped short of", "shied away from".
_TURNING = frozenset(
    {"short", "clear", "away", "close", "down", "off", "out", "up", "on"}
)
# What joins a gerund to its governor: "accused of going", "balked at going".
_JOINING = frozenset({"of", "from", "at", "to", "against", "about"})
_CHARGING = frozenset({"of", "with", "for", "over"})
_NOBODY = frozenset({"none", "nobody", "no-one", "neither", "nothing"})
_NO = frozenset({"no", "neither", "hardly", "scarcely", "barely", "not"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "dep"})
_UNREAL = frozenset(
    {"would", "could", "might", "may", "should", "can", "must", "ought"}
)
# Prepositions over what the object of a verb did or would do, not its subject.
_OF_WHOM = frozenset({"for", "of", "with", "from", "into", "against"})
# Whom one quotes "as having gone" is who went.
_QUOTING = frozenset({"quote", "cite", "describe", "report", "portray", "depict"})
_NOT_FROM = frozenset({ASSERTED, CANCELLED})
_DEEPEST = 6  # governors over governors
_LONGEST = 3  # words of an opening


class Governor(NamedTuple):
    """What a clause hangs on.

    Attributes:
        token: The verb, adjective or noun that governs; -1 where a word that opens the
            clause says by itself how it is put.
        signature: What it makes of the clause.
    """

    token: int
    signature: Signature


def find_signature(
    tree: Sentence, token: int, *tables: Mapping[str, Signature]
) -> Signature | None:
    """Return what a word makes of what it governs, with its particle if it has one."""
    lemma = tree[token].lemma.lower()
    names = [
        f"{lemma} {tree[child].text.lower()}"
        for child in tree.children(token, "compound:prt", "advmod")
        if tree[child].text.lower() in _TURNING
    ]
    for name in (*names, lemma):
        for table in tables:
            if name in table:
                return table[name]
    return None


def _with_particle(tree: Sentence, verb: int) -> str:
    """Return a verb with its particle, which the parse may take for an adverb."""
    for child in tree.children(verb, "compound:prt", "advmod"):
        if tree[child].tag == "RP":
            return f"{tree[verb].lemma.lower()} {tree[child].text.lower()}"
    return ""


def find_opening(tree: Sentence, clause: int) -> Signature | None:
    """Return what the words that open a clause make of it: "if", "instead of"."""
    for child in tree.children(clause, "mark"):
        found = MARKS.get(tree[child].text.lower())
        if found is not None:
            return found
    if OPENING_WORDS.isdisjoint(tree.words):
        return None
    marks = tree.children(clause, "mark")
    if not marks:
        return None
    before = tree.lowered[max(0, marks[0] - _LONGEST) : marks[0] + 1]
    words = " ".join(before)
    for phrase, signature in OPENINGS.items():
        if words == phrase or words.endswith(f" {phrase}"):
            return signature
    return None


OPENING_WORDS = frozenset(phrase.split()[-2] for phrase in OPENINGS)


def is_with_tense(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause has a tense of its own."""
    if any(tree[c].text.lower() == "to" for c in tree.children(verb, "mark", "aux")):
        return False
    return tree[verb].tag in FINITE or any(
        tree[child].tag in FINITE
        for child in tree.children(verb, "aux", "cop", "aux:pass")
    )


def _over_gerund(tree: Sentence, clause: int, head: int) -> Signature | None:
    """Return what governs a gerund by a preposition: "accused of", "refrained from"."""
    token = tree[clause]
    if token.tag not in {"VBG", "VBN"}:
        return None
    joined = {tree[c].text.lower() for c in tree.children(clause, "mark", "case")}
    lemma = tree[head].lemma.lower()
    found = next(
        (DOING[name] for word in joined if (name := f"{lemma} {word}") in DOING), None
    )
    if found is None and joined & _JOINING:
        found = find_signature(tree, head, DOING)
    if found is not None and found.holds in _NOT_FROM and "from" in joined:
        return PREVENTING  # "banned from going", "kept from going"
    if found is None and joined & _CHARGING:
        found = find_signature(tree, head, CHARGE)
    if found is None and "from" in joined:
        return None if tree[head].lemma.lower() in SOURCES else PREVENTING
    return found


def find_governor(tree: Sentence, clause: int) -> Governor | None:
    """Return what governs a clause, ``None`` where nothing does or nothing is known."""
    token = tree[clause]
    head, relation = token.head, token.deprel.partition(":")[0]
    if head < 0 or (token.deprel == "acl:relcl" and not is_content(tree, clause)):
        return None
    opening = find_opening(tree, clause)
    if opening is not None and not _is_past_bound(tree, clause):
        return Governor(-1, opening)
    if relation in _COMPLEMENTS:
        return _over_complement(tree, clause, head)
    if relation == "acl" and token.tag == "VBG" and tree[head].deprel == "nmod":
        above = tree[head].head  # "no chance of Lee meeting her"
        if tree.case_of(head) == "of" and tree[above].lemma.lower() in NOUNS:
            return Governor(above, NOUNS[tree[above].lemma.lower()])
    if relation == "acl" and tree[head].upos in {"NOUN", "PROPN"}:
        told = is_with_tense(tree, clause)
        if not told and tree.child(clause, "mark", "aux") is None:
            return None  # "the plan drafted in May"
        found = find_signature(tree, head, *((REPORTS, TRUTH) if told else (NOUNS,)))
        return None if found is None else Governor(head, found)
    if relation == "advcl" and token.tag == "VB":
        found = DOING.get(_with_particle(tree, head))  # "went on to say"
        return None if found is None else Governor(head, found)
    if relation in {"advcl", "acl"}:
        found = _over_gerund(tree, clause, head)
        return None if found is None else Governor(head, found)
    return None


def _is_past_bound(tree: Sentence, clause: int) -> bool:
    """Tell "until she was elected", which came, from "until she is elected"."""
    bound = any(
        tree[child].text.lower() in {"until", "till", "once"}
        for child in tree.children(clause, "mark")
    )
    return bound and "VBD" in {
        tree[one].tag for one in (clause, *tree.children(clause, "aux", "aux:pass"))
    }


def is_content(tree: Sentence, clause: int) -> bool:
    """Tell "reports that he had gone" from "reports that he had written".

    What the parse takes for a relative pronoun has a second object beside it.
    """
    if tree.child(clause, "mark") is not None:
        return True
    objects = tree.children(clause, "obj")
    return any(
        tree[child].text.lower() == "that" and (tree[child].tag == "IN" or objects[1:])
        for child in objects
    )


def _over_complement(tree: Sentence, clause: int, head: int) -> Governor | None:
    if not is_with_tense(tree, clause):
        found = find_signature(tree, head, DOING)
        if found is not None or "have" not in tree.auxiliaries(clause):
            return None if found is None else Governor(head, found)
        # "claimed to have gone" is as good as "claimed that"
    if tree[head].upos in {"NOUN", "ADJ"}:
        found = find_signature(tree, head, TRUTH, THAT, REPORTS)
    elif any(tree[c].lemma.lower() in FALSELY for c in tree.children(head, "advmod")):
        found = THAT["lie"]  # "falsely claimed that"
    else:
        found = find_signature(tree, head, THAT)
    found = found or TELLING
    above = tree[head].head
    if tree.case_of(head) == "from" and tree[above].lemma.lower() == "far":
        found = Signature(found.fails, found.holds)  # "it is far from certain that"
    return Governor(head, found)


def find_truth(tree: Sentence, noun: int) -> Governor | None:
    """Return what says whether a report is true: "were false", "denied reports"."""
    head, relation = tree[noun].head, tree[noun].deprel
    if head < 0:
        return None
    if relation in {"obj", "nsubj:pass"} and tree[head].lemma.lower() in DENYING:
        return Governor(head, THAT[tree[head].lemma.lower()])
    if relation in {"obj", "nsubj:pass"} and tree[head].lemma.lower() in RETRACTING:
        return Governor(head, THAT["deny"])  # "withdrew its report that"
    if not relation.startswith("nsubj"):
        return None
    for one in (head, *tree.children(head, "xcomp")):
        found = find_signature(tree, one, TRUTH)
        if found is not None and tree[one].upos != "VERB":
            return Governor(head, found)
    return None


def find_outcome(tree: Sentence, noun: int) -> Governor | None:
    """Return what says whether a plan, a chance or a promise came true: "kept it"."""
    head, relation = tree[noun].head, tree[noun].deprel
    if head < 0 or relation not in {"obj", "nsubj:pass"}:
        return None
    found = find_signature(tree, head, FATES)
    return None if found is None else Governor(head, found)


def find_fate(tree: Sentence, noun: int) -> Governor | None:
    """Return the verb that says what became of a plan: "scrapped", "was voted down"."""
    head, relation = tree[noun].head, tree[noun].deprel
    if head < 0 or relation not in {"obj", "nsubj:pass"}:
        return None
    found = find_signature(tree, head, DOING)
    return None if found is None else Governor(head, found)


@noted
def is_none(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase stands for nobody or nothing, or hardly anybody.

    "Nobody", "neither side", "no plan", "not a single official", "hardly anyone".
    """
    if tree[token].text.lower() in _NOBODY:
        return True
    if _NO.isdisjoint(tree.words) and "few" not in tree.words:
        return False
    for child in tree.children(token, "det", "advmod", "cc:preconj", "neg"):
        word = tree[child].text.lower()
        if word in _NO and (word != "not" or _is_of_one(tree, child)):
            return True
    # "Few officials said so", but "a few officials"
    return (
        "few" in tree.words
        and tree.child(token, "det", "nmod:poss") is None
        and any(tree[one].text.lower() == "few" for one in tree.children(token, "amod"))
    )


def _is_of_one(tree: Sentence, negation: int) -> bool:
    """Tell "not a single official", "not one", from "not all of them"."""
    return tree.lowered[negation + 1] in {"a", "an", "one", "single"}


def find_accusers(tree: Sentence, verb: int) -> list[int]:
    """Return whose word a charge is; nobody's where it is only said to be brought."""
    if tree.is_passive(verb):
        return tree.children(verb, "obl:agent")
    subject = tree.subject(verb)
    return [] if subject is None else [subject]


def find_doer(tree: Sentence, clause: int) -> int | None:
    """Return whom a gerund behind a preposition tells of, if he is an object.

    "Cleared him of killing her", "thanked him for going", "quoted him as having gone":
    what follows is his, whoever clears, thanks and quotes.
    """
    token = tree[clause]
    having = any(tree[c].text.lower() == "having" for c in tree.children(clause, "aux"))
    gerund = token.tag == "VBG" or having
    if token.deprel != "advcl" or not gerund or token.head > clause:
        return None
    marks = {tree[child].text.lower() for child in tree.children(clause, "mark")}
    of_whom = marks & _OF_WHOM
    if "as" in marks and tree[token.head].lemma.lower() in _QUOTING:
        of_whom = marks
    return tree.child(token.head, "obj") if of_whom else None


def put(tree: Sentence, clause: int) -> Modality | None:
    """Return how a clause is put by what governs it, whatever its own words say."""
    return _put(tree, clause, _DEEPEST)


def _put(tree: Sentence, clause: int, depth: int) -> Modality | None:
    governor = find_governor(tree, clause)
    if depth == 0:
        return None
    if governor is None:
        token = tree[clause]
        if token.deprel == "conj" and tree[token.head].upos in {"VERB", "AUX", "ADJ"}:
            return _put(tree, token.head, depth - 1)
        return ASSERTED
    if governor.token < 0:
        return governor.signature.holds
    noun = tree[governor.token].upos in {"NOUN", "PROPN"}
    if noun:
        finite = is_with_tense(tree, clause)
        told = (find_truth if finite else find_outcome)(tree, governor.token)
        governor = told or governor
        noun = tree[governor.token].upos in {"NOUN", "PROPN"}
    above = _put_noun if noun else _put_verb
    return governor.signature.put(above(tree, governor.token, depth - 1))


def _put_verb(tree: Sentence, verb: int, depth: int) -> Modality | None:
    own: Modality | None = ASSERTED
    adverbs = [tree[child].lemma.lower() for child in tree.children(verb, "advmod")]
    subject = tree.child(verb, *SUBJECTS)
    if tree.is_negated(verb) or (subject is not None and is_none(tree, subject)):
        own = DENIED
    elif any(word in _UNREAL for word in tree.auxiliaries(verb)):
        own = HYPOTHETICAL
    elif any(word in FUTURE for word in tree.auxiliaries(verb)):
        own = PLANNED
    for word in adverbs:
        if word in ADVERBS:
            own = weigh(ADVERBS[word].holds, own)
    return weigh(_put(tree, verb, depth), own)


def _put_noun(tree: Sentence, noun: int, depth: int) -> Modality | None:
    if tree.child(noun, "cop") is not None:
        return _put_verb(tree, noun, depth)
    fate = find_fate(tree, noun)
    above: Modality | None = ASSERTED
    head = tree[noun].head
    if fate is not None:
        above = fate.signature.put(_put_verb(tree, fate.token, depth))
    elif head >= 0 and tree[head].lemma.lower() in THERE:
        above = _put_verb(tree, head, depth)
    return DENIED if above is not None and is_none(tree, noun) else above


def is_doubted(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb is told of nobody, or only alleged, or nearly so."""
    subject = tree.child(verb, *SUBJECTS)
    told_before = any(child < verb for child in tree.children(verb, "ccomp"))
    if subject is not None and is_none(tree, subject) and not told_before:
        return True
    adverbs = [
        ADVERBS[lemma]
        for child in tree.children(verb, "advmod")
        if (lemma := tree[child].lemma.lower()) in ADVERBS
    ]
    return any(one.holds is HYPOTHETICAL or one.fails is DENIED for one in adverbs)
