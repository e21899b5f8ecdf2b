"""Who "the two ministers", "both unions", "the two countries" and "the leaders" are.

Those who stood together last, if what is said of them fits each; else exactly so many
who fit, the latest ones, if no other fits nearly as well.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.annotate.coreference.descriptions import weigh_call
from dragoman.annotate.coreference.discourse import Discourse, Referent
from dragoman.annotate.offices.alone import Fact, office_of
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import load_events

_STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "capital"}
    | {"republic", "power"}
)
# Nouns of anybody, and of anybody who may be one: nothing speaks against it.
_ANYBODY = {"person": None, "man": "m", "woman": "f"}
_PEOPLE = frozenset({"official", "politician", "diplomat", "leader"})
_PAIRED = frozenset({"interlocutor", "rival", "counterpart", "negotiator", "candidate"})
# What people are to one another, whoever they are.
_RELATED = frozenset(
    {"ally", "friend", "rival", "opponent", "partner", "colleague", "neighbour"}
    | {"neighbor", "compatriot", "cousin", "predecessor", "successor", "namesake"}
)
# Sentences back to those who are merely of the kind, and to those who were called so.
_NEAR, _FAR = 3, 12
# How salient one more who fits may be beside the last of those who are meant.
_RIVAL = 0.6
_BODY, _PERHAPS = 6.0, 0.5


class Kind(NamedTuple):
    """What a plural is said of: "unions" of bodies, "ministers" of persons."""

    schema: Schema
    lemma: str


def kind_of(discourse: Discourse, lemma: str) -> Kind | None:
    """Return what a noun is said of, ``None`` if of nobody."""
    words = discourse.words
    if lemma in _STATES:
        return Kind(Schema.PLACE, lemma)
    if (
        lemma in _PEOPLE | _PAIRED | _ANYBODY.keys()
        or lemma in words.titles
        or lemma in words.humans
    ):
        return Kind(Schema.PERSON, lemma)
    if lemma in words.describes or lemma in words.organizations:
        return Kind(Schema.ORGANIZATION, lemma)
    return None


def fits(discourse: Discourse, chain: int, kind: Kind) -> float:
    """Tell how well one of several fits what they are called: 0 if not at all.

    Above 1 whoever was called so, 1 anybody of such a kind; below that of whom
    nothing speaks against it, which is enough only for those who stood together.
    """
    draft, referent = discourse.chains[chain], discourse.referents[chain]
    if draft.schema is not kind.schema or draft.members or referent.plural:
        return 0.0
    if kind.schema is Schema.PLACE:
        return float(draft.types == ("state",))
    if kind.schema is Schema.PERSON:
        return _fits_person(discourse, referent, kind.lemma)
    kinds = discourse.words.describes.get(kind.lemma, ())
    named = any(kind.lemma in name.key.split() for name in draft.names)
    if named or kind.lemma in referent.called or set(kinds) & set(draft.types):
        return _BODY
    return 0.0 if draft.types else _PERHAPS


def _fits_person(discourse: Discourse, referent: Referent, lemma: str) -> float:
    gender = _ANYBODY.get(lemma)
    if lemma in _PAIRED:
        return _PERHAPS
    if lemma in _ANYBODY:
        return float(None in {referent.gender, gender} or referent.gender == gender)
    words = discourse.words
    fact = None
    if lemma in words.titles:
        office = office_of(lemma, words)
        fact = Fact(lemma, lemma, office, None, None, "current")
    told = weigh_call(words, referent, lemma, fact, plain=True)
    if told > 1 or lemma in _PEOPLE | _RELATED:
        return max(told, 1.0)
    # "The two hostages" are nobody who was not called so.
    return 0.0 if referent.facts or fact is None else _PERHAPS


def latest(
    discourse: Discourse, number: int, kind: Kind, count: int
) -> tuple[int, ...] | None:
    """Return so many of a kind who were told of last, if they are the only ones."""
    found: list[tuple[bool, float, int]] = []
    for referent in discourse.candidates(number, _FAR):
        told = fits(discourse, referent.chain, kind)
        called = told > 1 and kind.schema is not Schema.PLACE
        if told >= 1 and (called or number - referent.sentence <= _NEAR):
            weight = discourse.salience(referent, number)
            found.append((called, weight, referent.chain))
    at = [discourse.referents[chain].sentence for _, _, chain in found]
    if at and at.count(at[0]) == count:  # they stood in one sentence
        return _in_order(discourse, (chain for _, _, chain in found[:count]))
    if any(called for called, _, _ in found):
        sure = [one for one in found if one[0]]
        found = sure if len(sure) >= count else found
    found.sort(reverse=True)
    if len(found) < count:
        return None
    if len(found) > count and found[count][1] > _RIVAL * found[count - 1][1]:
        return None
    return _in_order(discourse, (chain for _, _, chain in found[:count]))


def called_together(
    discourse: Discourse, number: int, lemma: str, since: int
) -> tuple[int, ...]:
    """Return who were called so last, if they were several in one sentence.

    "The ministers" after "the foreign minister of Chad received that of Mali".
    """
    kind = kind_of(discourse, lemma)
    if kind is None or kind.schema is not Schema.PERSON:
        return ()
    called = [
        referent
        for referent in discourse.candidates(number, _NEAR)
        if fits(discourse, referent.chain, kind) > 1 and referent.sentence >= since
    ]
    last = max((referent.sentence for referent in called), default=0)
    found = [one.chain for one in called if one.sentence == last]
    return _in_order(discourse, found) if len(found) > 1 else ()


def _in_order(discourse: Discourse, chains: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(chains, key=lambda chain: discourse.referents[chain].seen))


def several_since(
    sentences: Sequence[Sentence],
    since: int,
    number: int,
    token: int,
    *,
    telling: bool = False,
) -> bool:
    """Tell whether several people are told of in whole sentences since somebody was.

    "The company said so. Ruiz walked past fifty relatives. They sang": not the company;
    nor the two who had met, where "two hostages died" comes between.

    Args:
        sentences: Of the document.
        since: Index of the sentence that told of somebody.
        number: Index of the sentence that goes on.
        token: The word there that may mean him.
        telling: Whether only those count who do or suffer something, or are counted.
    """
    people = load_events().words["people"]
    for place in range(since + 1, number + 1):
        sentence = sentences[place]
        stop = token if place == number else len(sentence)
        if any(
            sentence[at].tag == "NNS"
            and sentence[at].deprel != "compound"
            and sentence[at].lemma.lower() in people
            and not (telling and _is_aside(sentence, at))
            for at in range(stop)
        ):
            return True
    return False


def _is_aside(sentence: Sentence, noun: int) -> bool:
    """Tell "wishes for the people" from "the people left", "the death of two men"."""
    if sentence[noun].deprel.partition(":")[0] in {"nsubj", "obj", "iobj"}:
        return False
    return not sentence.children(noun, "nummod")
