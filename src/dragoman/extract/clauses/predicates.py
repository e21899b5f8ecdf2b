"""What the form of a predicate tells: tense, finiteness, negation."""

from collections.abc import Mapping, Sequence

from dragoman.model.syntax import (
    DEFINITE,
    FINITE,
    INVERTED,
    PAST,
    Sentence,
    Token,
    noted,
)
from dragoman.schema.force import HURTING

_TIMES = frozenset(
    {"time", "point", "moment", "stage", "circumstance", "way", "account", "condition"}
)
DEFINITE_OR_THEIR = DEFINITE | {"their"}
_TOLLS = frozenset({"toll", "death", "fatality"})
_SAME_IN_PAST = frozenset(
    {"beat", "become", "bet", "bid", "broadcast", "burst", "cast", "come", "cost"}
    | {"cut", "forecast", "hit", "hurt", "let", "put", "quit", "read", "rid", "run"}
    | {"set", "shed", "shut", "slit", "split", "spread", "thrust", "upset", "wed"}
)
# Of whom a deed is told by "to": "the first state to sign", "the last to leave".
_ORDER = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "late"}
)


def full_lemma(tree: Sentence, verb: int) -> str:
    """Return a verb with its particle: "put off"."""
    particle = tree.child(verb, "compound:prt")
    lemma = tree[verb].lemma.lower()
    return lemma if particle is None else f"{lemma} {tree[particle].text.lower()}"


def is_past(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate is told as over."""
    tags = {tree[child].tag for child in tree.children(verb, "aux", "cop", "aux:pass")}
    if tree[verb].tag == "VBD" or "VBD" in tags:
        return True
    if tree[verb].tag == "VBN" and ("MD" not in tags):
        return True
    if tree[verb].tag == "VBG" and tree[verb].head >= 0 and not tags:
        return tree[tree[verb].head].tag in PAST
    return False


def is_present(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause is told in the present, as diaries do.

    "Guards board the boat and detain its crew": the second has the form of an
    infinitive, and the time of the first.
    """
    bare = tree[verb].tag == "VB" and tree[verb].deprel == "conj"
    if bare and not tree.children(verb, "aux", "mark"):
        return is_present(tree, tree[verb].head)
    helpers = [tree[child] for child in tree.children(verb, "aux", "aux:pass", "cop")]
    finite = {"VBZ", "VBP", "VBD", "VBN", "VBG"}
    if tree[verb].tag not in finite and tree[verb].deprel == "root" and not helpers:
        # "Soldiers seize the base": who is before it makes it no infinitive.
        return any(child < verb for child in tree.children(verb, "nsubj"))
    tags = {word.tag for word in helpers} or {tree[verb].tag}
    return bool(tags & {"VBZ", "VBP"}) and "MD" not in tags


def is_undergone(tree: Sentence, clause: int) -> bool:
    """Tell what was done by somebody before: "Endorsed by the union, Lee leads"."""
    return (
        tree[clause].tag == "VBN"
        and clause < tree[clause].head
        and not tree.children(clause, "mark", "aux")
        and tree.child(clause, "obl:agent") is not None
    )


def is_first(tree: Sentence, noun: int | None) -> bool:
    """Tell whether who is "the first to go" went: "the latest state to sign"."""
    return noun is not None and any(
        tree[child].lemma.lower() in _ORDER
        for child in (noun, *tree.children(noun, "amod", "nmod"))
    )


@noted
def is_habit(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause tells a lasting state: "which observes a truce".

    What is done to a number is done once: "sends 600 soldiers to Gao".
    """
    token = tree[verb]
    lasting = token.tag in {"VBZ", "VBP"} or _is_bare_past(token)
    if not lasting or tree.children(verb, "aux", "cop"):
        return False
    if token.deprel in {"root", "parataxis"} and any(
        tree.child(noun, "nummod") is not None for noun in tree.children(verb, "obj")
    ):
        return False
    return not any(
        tree[child].entity.endswith(("DATE", "TIME"))
        for child in tree.children(verb, "obl", "advmod", "nmod")
    )


def _is_bare_past(token: Token) -> bool:
    """Tell "who kidnap", tagged as a past: only verbs like "hit" have that form."""
    bare = token.tag == "VBD" and token.text.lower() == token.lemma.lower()
    return bare and token.lemma.lower() not in _SAME_IN_PAST


def is_finite(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate is marked for tense or mood."""
    if tree[verb].tag in FINITE:
        return True
    return any(
        tree[child].tag in FINITE
        for child in tree.children(verb, "aux", "cop", "aux:pass")
    ) or (
        tree[verb].tag == "VB"
        and tree.child(verb, "nsubj", "nsubj:pass") is not None
        and not is_infinitive(tree, verb)
    )


def is_infinitive(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate is marked with "to"."""
    return any(
        tree[child].text.lower() == "to" for child in tree.children(verb, "aux", "mark")
    )


def is_set(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate is put as arranged: "is to meet", "was to have left"."""
    if not is_infinitive(tree, verb):
        return False
    return any(
        tree[child].lemma.lower() == "be" and tree[child].tag in FINITE
        for child in tree.children(verb, "aux", "cop")
    )


def is_cut_off(tree: Sentence, left: int, right: int) -> bool:
    """Tell whether two clauses only stand side by side: "A met B; C was absent"."""
    return any(tree[index].text in {";", "–", "—"} for index in range(left, right))


def is_subjunctive(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause says what ought to be: "that he resign"."""
    return tree[verb].tag in {"VB", "VBP"} or any(
        tree[child].text.lower() in {"should", "be", "must"}
        for child in tree.children(verb, "aux", "aux:pass", "cop")
    )


@noted
def is_negated(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate is negated ("not only" does not count)."""
    if _is_never(tree, verb):
        return True
    if not tree.is_negated(verb):
        return False
    for child in tree.children(verb, "advmod"):
        low = tree[child].lemma.lower()
        if low in {"not", "n't"} and child + 1 < len(tree):
            return tree[child + 1].text.lower() not in {"only", "just", "merely"}
    return True


def _is_never(tree: Sentence, verb: int) -> bool:
    """Tell whether a phrase negates a clause: "nor did it", "no longer"."""
    if "nor" in tree.words and any(
        tree[child].text.lower() == "nor" for child in tree.children(verb, "cc")
    ):
        return True
    if "longer" in tree.words and any(
        child and tree[child].text.lower() == "longer" and tree[child - 1].text == "no"
        for child in tree.children(verb, "advmod")
    ):
        return True
    return not _TIMES.isdisjoint(tree.lemmas) and any(
        tree[inner].text.lower() == "no"
        for child in tree.children(verb, "obl", "obl:unmarked")
        if tree[child].lemma.lower() in _TIMES
        for inner in tree.children(child, "det")
    )


def is_inverted(tree: Sentence, verb: int) -> bool:
    """Tell whether an auxiliary before the subject makes a condition of a clause.

    "Should it fall", "had they signed", "were he to go"; questions are no conditions.
    """
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    if subject is None or is_question(tree):
        return False
    # "Present at the talks were Lee and Kim" is told.
    return any(
        child < min(subject, verb) and tree[child].text.lower() in INVERTED
        for child in tree.children(verb, "aux", "aux:pass", "cop")
    )


def is_supposed(tree: Sentence, noun: int) -> bool:
    """Tell whether "were" before a noun supposes what follows: "were it to fall"."""
    return not is_question(tree) and any(
        tree[child].text.lower() == "were" and child < noun
        for child in tree.children(noun, "cop", "aux")
    )


def is_question(tree: Sentence) -> bool:
    """Tell whether a sentence ends with a question mark, inside a quotation too."""
    return "?" in {token.text for token in tree.tokens[-2:]}


def is_impossible(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause says that something cannot or could not be."""
    return is_negated(tree, verb) and any(
        tree[child].text.lower() in {"can", "could", "ca"}
        for child in tree.children(verb, "aux")
    )


def may_be(tree: Sentence, verb: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a predicate has "may", "could" or the like.

    Args:
        tree: The parse.
        verb: The predicate.
        words: Word sets of the ontology.
    """
    return any(
        tree[child].text.lower() in words["possible_auxiliaries"]
        for child in tree.children(verb, "aux")
    )


def has_would(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate has "would"."""
    return any(
        tree[child].text.lower() in {"would", "'d", "’d"}
        for child in tree.children(verb, "aux")
    )


def is_definite(tree: Sentence, noun: int) -> bool:
    """Tell whether a noun has an article, a pointer or an owner."""
    return any(
        tree[child].deprel == "nmod:poss"
        or tree[child].text.lower() in {"the", "this", "that", "these", "those"}
        for child in tree.children(noun, "det", "nmod:poss")
    )


def is_imperative(tree: Sentence, top: int) -> bool:
    """Tell whether a root is a command."""
    token = tree[top]
    return (
        token.head < 0
        and token.tag == "VB"
        and not tree.children(top, "nsubj", "nsubj:pass", "aux", "expl")
    )


def is_mutual(tree: Sentence, objects: Sequence[int]) -> bool:
    """Tell whether something is done to "each other", "one another".

    "A and B each blamed the other" says the same.
    """
    for token in objects:
        word = tree[token].text.lower()
        behind = tree[token + 1].text.lower() if token + 1 < len(tree) else ""
        if word in {"each", "one"} and behind in {"other", "another"}:
            return True
        if word == "other" and "each" in tree.words and is_definite(tree, token):
            return True
    return False


def is_of_toll(tree: Sentence, noun: int) -> bool:
    """Tell whether dead are counted of it: "the toll from a blast in Gao"."""
    return toll_of(tree, noun) is not None


def toll_of(tree: Sentence, noun: int) -> int | None:
    """Return the toll of a deed, if its dead are counted.

    In "raised the toll from the blast to nine" the parse hangs the blast on the verb.
    """
    token = tree[noun]
    if tree.case_of(noun) not in {"from", "in", "of"}:
        return None
    if token.deprel == "nmod":
        counted = [token.head]
    elif token.deprel == "obl":
        counted = [c for c in tree.children(token.head, "obj") if c < noun]
    else:
        return None
    return next((c for c in counted if tree[c].lemma.lower() in _TOLLS), None)


def tolls_beside(tree: Sentence, verb: int) -> list[int]:
    """Return the verbs that go on with a toll: "killed and 12 wounded in Gao".

    What stands behind them holds for the first one as well.
    """
    if tree[verb].lemma.lower() not in HURTING:
        return []
    return [
        child
        for child in tree.children(verb, "conj")
        if tree[child].lemma.lower() in HURTING and not tree.children(child, "aux")
    ]


def is_turned(tree: Sentence, verb: int) -> bool:
    """Tell whether a particle makes another verb of one: "hung out", "kicked off"."""
    if tree.child(verb, "compound:prt") is not None:
        return True
    after = verb + 1
    return (
        after < len(tree)
        and tree[after].head == verb
        and tree[after].deprel == "advmod"
        and tree[after].text in {"out", "off", "up"}
    )


def is_called_off(tree: Sentence, verb: int) -> bool:
    """Tell whether a particle turns a verb round: "called the march off"."""
    return tree[verb].lemma in {"call", "put", "break"} and any(
        tree[child].text.lower() == "off"
        for child in tree.children(verb, "compound:prt", "advmod")
    )


def runs_into(tree: Sentence, verb: int) -> bool:
    """Tell whether "hit" tells of a mine that a vehicle ran into."""
    return tree[verb].lemma.lower() in {"hit", "strike"} and any(
        tree[child].lemma.lower() in {"mine", "landmine", "bomb", "device"}
        for child in tree.children(verb, "obj")
    )


def is_state(tree: Sentence, verb: int) -> bool:
    """Tell whether a participle is how somebody feels: "was honoured to be there"."""
    return any(True for _ in tree.children(verb, "xcomp", "ccomp"))


def is_perfect(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause is "to have killed nine": what is over."""
    return is_infinitive(tree, verb) and "have" in tree.auxiliaries(verb)


def is_timeless(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause is in the present, or in no tense at all.

    By its form: "withdraw" may well be tagged as a past.
    """
    bare = tree[verb].text.lower() == tree[verb].lemma.lower()
    helped = bool(tree.children(verb, "aux", "aux:pass", "cop"))
    return (bare and not helped) or is_present(tree, verb)
