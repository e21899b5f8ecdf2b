"""Whether a noun is somebody, told by the company it keeps, and what fits a part.

No list has every trade. But a noun in a row with people is people ("two soldiers and a
tanner"), and so is who is arrested, wounded or abducted, whatever the word.
"""

from collections.abc import Collection, Mapping

from dragoman.data.tables import demonyms, fold_key, name_words
from dragoman.extract.clauses.predicates import is_definite
from dragoman.model.annotation import Chain, Mention, MentionKind, Schema
from dragoman.model.syntax import Sentence

# Only people are done this to; "detained a ship" is known by the ship.
_DONE_TO_PEOPLE = frozenset(
    {"arrest", "detain", "jail", "imprison", "apprehend", "deport", "abduct", "kidnap"}
    | {"wound", "injure", "behead", "murder", "interrogate", "handcuff", "convict"}
)
# Animals and hopes are killed too: who is counted, or called by what he does, is not.
_KILLED = frozenset({"kill", "shoot"})
# Only people do this.
_DONE_BY_PEOPLE = frozenset(
    {"attack", "ambush", "abduct", "kidnap", "loot", "march", "protest", "demonstrate"}
    | {"rally", "throw", "hurl", "pelt", "arrest", "detain"}
)
DOERS = ("er", "or", "ist", "man", "woman", "eer", "herd", "ian")
_TRADES = ("smith", "wright", "guard", "hand", "folk", "people", "monger", "sman")
_ESTRANGED = frozenset(
    {"breakaway", "defect", "defected", "defector", "deserter", "dissident", "ex"}
    | {"former", "mutinous", "onetime", "renegade", "rogue", "splinter"}
)
_MEET = frozenset({"meet", "gather", "convene", "assemble", "confer"})
_OPEN = frozenset({"a", "an", "some", "several", "many"})
# "The number of people killed" is a number, nobody who could be hit.
# What states are to others.
_BESIDE = frozenset({"ally", "neighbour", "neighbor", "rival", "backer", "patron"})
FIGURES = frozenset({"number", "figure", "count", "total", "tally", "toll"})
# "Official figures" are numbers, "opposition figures" people.
_OF_NUMBERS = frozenset(
    {"official", "latest", "recent", "preliminary", "new", "exact", "final", "monthly"}
    | {"annual", "quarterly", "initial", "updated", "revised", "double", "single"}
    | {"early", "provisional", "false", "low", "high", "similar", "comparable", "such"}
)
# Things that act: "the Legacy Program donated the prints".
_GIVERS = frozenset({"initiative", "program", "programme", "project"})
_PATIENTS = frozenset({"obj", "nsubj:pass"})


def base_of_people(lemma: str) -> str:
    """Return the singular of "militiamen", which parsers leave as it is.

    >>> base_of_people("militiamen")
    'militiaman'
    """
    return f"{lemma[:-3]}man" if lemma.endswith("men") and len(lemma) > 3 else lemma


def is_somebody(
    tree: Sentence, token: int, people: Collection[str], things: Collection[str]
) -> bool:
    """Tell whether a noun that no list has must be people where it stands.

    Args:
        tree: The sentence.
        token: Head of a noun phrase.
        people: Base forms of nouns that are people.
        things: Base forms of nouns that surely are none.
    """
    word = tree[token]
    if word.upos != "NOUN" or word.lemma.lower() in things:
        return False
    if _is_in_row(tree, token, people) or _is_trade(tree, token):
        return True
    first = token
    while tree[first].deprel == "conj":
        first = tree[first].head
    relation, above = tree[first].deprel, tree[first].head
    if above < 0:
        return False
    verb = tree[above].lemma.lower()
    hit = relation in _PATIENTS
    if relation == "nsubj" and tree[above].upos == "VERB":
        return verb in _DONE_BY_PEOPLE and _is_doer(tree, token)
    if not hit or not _is_counted(tree, token):
        return False
    return verb in _DONE_TO_PEOPLE or (
        verb in _KILLED and (_is_doer(tree, token) or _has_number(tree, token))
    )


def _is_in_row(tree: Sentence, token: int, people: Collection[str]) -> bool:
    """Tell whether "and" puts a noun beside people, in the same sort of phrase."""
    first = token
    while tree[first].deprel == "conj":
        first = tree[first].head
    row = tree.conjuncts(first)
    return (
        len(row) > 1
        and _is_counted(tree, token)
        and any(
            other != token and base_of_people(tree[other].lemma.lower()) in people
            for other in row
        )
    )


def _is_trade(tree: Sentence, token: int) -> bool:
    """Tell whether a noun is people by trade and nation: "Czech gunsmiths"."""
    return (
        tree[token].tag == "NNS"
        and (_is_doer(tree, token) or tree[token].lemma.lower().endswith(_TRADES))
        and any(
            fold_key(tree[child].text) in demonyms()
            for child in tree.children(token, "amod")
        )
    )


def _is_counted(tree: Sentence, token: int) -> bool:
    """Tell whether a noun is some of its kind: "two clerks", "a tanner", "nuns"."""
    return (
        tree[token].tag == "NNS"
        or _has_number(tree, token)
        or any(tree[c].text.lower() in _OPEN for c in tree.children(token, "det"))
    )


def _has_number(tree: Sentence, token: int) -> bool:
    return tree.child(token, "nummod") is not None


def _is_doer(tree: Sentence, token: int) -> bool:
    return base_of_people(tree[token].lemma.lower()).endswith(DOERS)


def names_thing(text: str) -> bool:
    """Tell whether a capitalised noun that is no known name heads one of a thing.

    >>> [names_thing(noun) for noun in ("Award", "Olympics", "iPhone")]
    [True, True, True]
    >>> [names_thing(noun) for noun in ("Slepian", "Americans")]
    [False, False]
    """
    if text[:1].islower() and not text.islower():
        return True  # "iPhone"
    word = text.lower()
    words = name_words()
    things = words.not_entities | words.context["named_things"]
    if word in _GIVERS:
        return False
    return word in things or (word.endswith("s") and word[:-1] in things)


def fits(schema: Schema, kind: str) -> bool:
    """Tell whether a kind of entity can be a kind of argument."""
    if kind == "traveller":
        return schema is Schema.PERSON
    if kind == "person":
        return schema in {Schema.PERSON, Schema.ORGANIZATION}
    if kind == "place":
        return schema in {Schema.PLACE, Schema.ORGANIZATION}
    if kind in {"party", "crowd"}:
        return schema is not Schema.WORK
    return True


def acts_for_body(
    tree: Sentence, token: int, kind: str, words: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether those described act for the body that they are of.

    Not where they meet: "members of the council met" tells of several.
    """
    lemma, word = tree[token].lemma.lower(), tree[token]
    if kind not in {"party", "crowd"}:
        return False
    if lemma not in words["forces"]:
        acting = word.tag == "NNS" and word.deprel in {"nsubj", "obl:agent"}
        if not acting or lemma not in words["adherents"]:
            return False
    return word.head < 0 or tree[word.head].lemma.lower() not in _MEET


def meets_within(tree: Sentence, token: int, adherents: Collection[str]) -> bool:
    """Tell "members of the council met", among themselves."""
    word = tree[token]
    return (
        word.deprel == "nsubj"
        and word.lemma.lower() in adherents
        and tree[word.head].lemma.lower() in _MEET
    )


def is_number(tree: Sentence, token: int, people: Collection[str]) -> bool:
    """Tell "the figure" and "official figures" from "opposition figures"."""
    if tree[token].tag == "NN":
        return is_definite(tree, token)
    return not any(
        tree[child].lemma.lower() in people
        if tree[child].deprel == "compound"
        else tree[child].lemma.lower() not in _OF_NUMBERS
        for child in tree.children(token, "amod", "compound", "nummod")
    )


def is_estranged(tree: Sentence, token: int) -> bool:
    """Tell "dissident ELN fighters", who are no longer the ELN's."""
    if tree[token].lemma.lower() in _ESTRANGED:
        return True  # "ELN dissidents"
    inside = tree.children(token, "amod", "compound")
    named = [deep for child in inside for deep in tree.children(child, "amod")]
    return any(tree[child].lemma.lower() in _ESTRANGED for child in (*inside, *named))


def is_crowd(chain: Chain, mention: Mention) -> bool:
    """Tell whether a party can be a crowd: no single person protests in a march."""
    return chain.schema is not Schema.PERSON or (
        chain.name is None and mention.kind is not MentionKind.PRONOUN
    )


def is_of_somebody(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase says whose something is: "Israeli helicopters"."""
    if tree.children(token, "nmod:poss", "compound"):
        return True
    return any(
        tree[child].text[:1].isupper()
        and tree.case_of(child) in {"", "of"}  # "a column of the Front"
        for child in tree.children(token, "amod", "nmod")
    )


def is_body(mention: Mention, noun: str) -> bool:
    """Tell whether a name beside a noun is a body or state: "its ally, Mali"."""
    state = mention.schema is Schema.PLACE and noun in _BESIDE
    return state or mention.schema is Schema.ORGANIZATION
