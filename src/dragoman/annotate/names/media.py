"""Names of outlets and bodies told by the list, the verb or the brackets around them.

"the channels Kordan Now and Delta Eye", "pages such as X and Y", "published in X",
a paragraph that ends in "(The Beacon)".
"""

from collections.abc import Mapping
from collections.abc import Sequence as Items

from dragoman.annotate.names.units import Unit
from dragoman.data.tables import NameWords, places
from dragoman.model.syntax import Sentence

_JOINTS = frozenset({",", "and", "or", "&", "the", "“", "”", '"', "«", "»", ";"})
_EXAMPLES = frozenset({"as", "including", "like", "namely", "notably", ":"})
_PRINTED = frozenset(
    {"appeared", "carried", "circulated", "posted", "printed", "published"}
    | {"reprinted", "serialised", "serialized"}
)
_BESIDE_PRINTED = frozenset({"in", "by"})
_SENT = frozenset({"air", "broadcast", "rebroadcast", "reprint", "republish"})
_CITING = frozenset({"cite", "quote"})
_WITH_OUTLETS = frozenset({"with", "to", "for"})
_AUDIENCE = frozenset(
    {"listeners", "newsreader", "presenter", "readers", "reporter", "subscribers"}
    | {"viewers", "correspondent", "columnist", "newsroom"}
)
_WORKS_FOR = frozenset({"at", "for", "of", "on", "with"})
_ASKED = frozenset({("Q", ":"), ("Question", ":"), ("Q", ".")})
_CLOSING = frozenset({".", "!", "?", "”", '"'})


def is_listed_body(
    units: Items[Unit], first: int, ends: Mapping[int, int], words: NameWords
) -> bool:
    """Tell whether a plural class opens the list that a name stands in.

    Args:
        units: Units of the sentence.
        first: First unit of the name.
        ends: First unit of each name of the sentence by its last one.
        words: Vocabulary.
    """
    at = first - 1
    while at >= 0:
        if units[at].text in _JOINTS:
            at -= 1
        elif at in ends:
            at = ends[at] - 1
        else:
            break
    example = at > 0 and units[at].key in _EXAMPLES
    if not example and units[at + 1].text == ",":
        return False  # "the officer of the Tiraspol authorities, Oleg Savinkov"
    if example:
        at -= 2 if units[at].key == "as" and units[at - 1].key == "such" else 1
        while at > 0 and units[at].text == ",":
            at -= 1
    return at >= 0 and _is_listed_class(units[at], words)


def is_class(key: str, words: NameWords) -> bool:
    """Tell whether a noun says what kind of body or outlet something is."""
    return key in words.describes or key in words.beside


def _is_listed_class(unit: Unit, words: NameWords) -> bool:
    if unit.capital or unit.upos != "NOUN" or not unit.key.endswith("s"):
        return False
    key = unit.key
    one = f"{key[:-3]}y" if key.endswith("ies") else key[:-1]
    if one in words.places or one in words.humans or one in words.titles:
        return False
    return is_class(one, words)


def is_printed_in(units: Items[Unit], first: int, key: str) -> bool:
    """Tell whether something was "published in" what a name names."""
    at = first - 1
    if at > 0 and units[at].key == "the":
        at -= 1
    if at < 1 or units[at].key not in _BESIDE_PRINTED or key in places():
        return False
    return units[at - 1].key in _PRINTED


def is_interviewer(units: Items[Unit], first: int) -> bool:
    """Tell whether somebody spoke "in an interview with" what a name names."""
    spoken = units[max(0, first - 4) : first]
    return [unit.key for unit in spoken[:-1]] == ["in", "an", "interview"] and (
        spoken[-1].key in _WITH_OUTLETS
    )


def is_asking(units: Items[Unit], first: int, last: int) -> bool:
    """Tell whose question a transcript gives: "Q: Lena Osk, Delta Eye."."""
    if last + 1 >= len(units) or units[last + 1].text not in {".", ":"}:
        return False
    opened = len(units) > 1 and (units[0].text, units[1].text) in _ASKED
    inside = units[2 : first - 1]
    return (
        opened
        and units[first - 1].text == ","
        and bool(inside)
        and all(unit.capital for unit in inside)
    )


def has_audience(units: Items[Unit], first: int) -> bool:
    """Tell "listeners of X", "a presenter on X", "a reporter for X"."""
    at = first - 1
    if at > 0 and units[at].key == "the":
        at -= 1
    return at > 0 and units[at].key in _WORKS_FOR and units[at - 1].key in _AUDIENCE


def sends(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb says what outlets do: "X aired", "X reported that"."""
    lemma = sentence[verb].lemma.lower()
    if lemma == "report":
        # "The fire is out, X reported citing the mayor."
        citing = any(
            sentence[child].lemma.lower() in _CITING
            for child in sentence.children(verb, "advcl", "xcomp")
        )
        return citing or bool(sentence.children(verb, "ccomp"))
    return lemma in _SENT


def is_credit(units: Items[Unit], first: int, last: int) -> bool:
    """Tell whether a name in brackets closes a text: "(The Beacon)"."""
    if first < 1 or last + 1 >= len(units):
        return False
    if (units[first - 1].text, units[last + 1].text) != ("(", ")"):
        return False
    behind = units[last + 2 :]
    alone = first == 1 or units[first - 2].text in _CLOSING
    return alone and all(unit.text in _CLOSING for unit in behind)
