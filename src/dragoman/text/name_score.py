"""How probable it is that two names are one person's or one body's, and why.

A sum of weighted features through the logistic function, fitted on made and judged
pairs (``training/name_weights.py``) and calibrated: of the pairs said to be one with
0.9, nine in ten are, among pairs of names that have something in common
(``docs/reference/calibration.md``). What else is known of the two (offices, states,
gender) is not in it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.data.tables import read_rows
from dragoman.text.name_features import describe_pair
from dragoman.text.organization_features import describe_organizations
from dragoman.text.person_names import PersonWords, split_person

# Worth a look: F1 of judged pairs is best where they are taken for matches from about
# here on. Joined without asking: without a doubt among their features, 142 of 149
# judged, near and chain pairs said to be one with this and more are one.
LIKELY, AUTOMATIC = 0.3, 0.86
# Bodies that differ by a number alone are rarely one, whatever typists do.
_MAX_OTHER_NUMBER = 0.6

_APART = frozenset(
    {"conflict_1", "conflict_any", "order_descent", "generation_differs"}
    | {"number_opens", "state_differs"}
)
_DOUBTS = _APART | frozenset(
    {"word_slip", "word_slips", "word_consonants", "word_tongue", "word_servant"}
    | {"word_listed"}
    | {"joined_slip", "ending", "both_given", "slip_gender", "gender_differs"}
    | {"extra_first", "extra_last", "order_mixed", "bare", "both_bare", "syllables"}
    | {"initial_left", "number_differs", "number_once", "legal_differs"}
    | {"extra_place", "extra_common", "acronym_short", "acronym_like"}
)

_NAMES = {
    "equal": "the same words",
    "all_sure": "every word fits",
    "joined_equal": "the same letters, split otherwise",
    "joined_slip": "nearly the same letters",
    "nothing_sure": "no word fits surely",
    "scripts": "another script",
    "word_sound": "words that sound the same",
    "word_spelling": "spelling variants",
    "word_short": "a short form of the given name",
    "word_tongue": "one given name in two languages",
    "word_consonants": "the same consonants",
    "word_servant": "a compound name and its second part",
    "word_listed": "spellings that lists give one name",
    "two_names": "two names of the lists",
    "two_sure": "two names of the lists",
    "word_slip": "one letter otherwise",
    "word_slips": "two letters otherwise",
    "word_initial": "an initial",
    "order": "another order of the words",
    "order_mixed": "words in disorder",
    "order_descent": "father and son",
    "conflict_1": "a word of each that the other has not",
    "conflict_any": "a word of each that the other has not",
    "conflict_near": "the words that differ are alike",
    "extra_any": "a word more",
    "extra": "words more",
    "part": "one name within the other",
    "extra_last": "no family name in common",
    "extra_first": "no given name in common",
    "bare": "one word alone",
    "both_bare": "one word each",
    "gender_differs": "different gender",
    "slip_gender": "different gender",
    "both_given": "two given names",
    "generation_differs": "father and son",
    "generation_once": "a generation mark",
    "initial_left": "other initials",
    "known": "the same organisation of the table",
    "acronym": "acronym of the name",
    "acronym_like": "may be an acronym of the name",
    "number_opens": "other numbers",
    "number_differs": "other numbers",
    "number_once": "a number more",
    "state_differs": "different states",
    "legal_differs": "different legal forms",
    "legal_once": "a legal form more",
    "extra_place": "a place more",
    "extra_common": "a common word more",
}


_DOUBTS_OF_PARTS = _DOUBTS - {"extra_first", "extra_last"}


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What comparing two names came to.

    Attributes:
        probability: That the names are of one person or body, in [0, 1].
        found: Features by name with their contributions in log odds.
    """

    probability: float
    found: Mapping[str, float]

    @property
    def features(self) -> tuple[tuple[str, float], ...]:
        """Features with their contributions, weightiest first."""
        ordered = sorted(self.found.items(), key=lambda each: (-abs(each[1]), each[0]))
        return tuple(ordered)

    def has(self, *names: str) -> bool:
        """Tell whether any of some features was found."""
        return any(name in self.found for name in names)

    @property
    def differ(self) -> bool:
        """Whether the names cannot be one: both have a word of their own."""
        return not _APART.isdisjoint(self.found)

    @property
    def automatic(self) -> bool:
        """Whether the names alone are reason enough to join.

        What only a slip of the pen would explain is left to a person, however often
        it is one.
        """
        doubts = _DOUBTS.intersection(self.found)
        if "word_short" in self.found:
            doubts -= {"syllables"}  # Lists of given names tell more than short words.
        return self.probability >= AUTOMATIC and not doubts

    @property
    def doubtful(self) -> bool:
        """Whether only a slip or a like name would explain what the names differ in."""
        return not _DOUBTS.isdisjoint(self.found) and not self.contained

    @property
    def contained(self) -> bool:
        """Whether one name is the other without some of its words, all else equal."""
        return self.probability >= LIKELY and _is_part(self.found)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The features that pulled towards the outcome, in words."""
        sign = 1 if self.probability >= LIKELY else -1
        words = [_NAMES.get(n, "") for n, weight in self.features if weight * sign > 0]
        return tuple(dict.fromkeys(word for word in words if word))[:3]


@cache
def weights_of(kind: str) -> dict[str, float]:
    """Return the weights of the features of persons' or organisations' names."""
    return {
        name: float(weight)
        for each, name, weight in read_rows("name_weights.tsv")
        if each == kind
    }


@lru_cache(maxsize=1 << 17)
def compare_person_names(one: str, other: str) -> Comparison:
    """Compare two names of persons.

    >>> compare_person_names("Hossein Amir-Abdollahian",
    ...                      "Amirabdollahian Hussein").probability > AUTOMATIC
    True
    >>> compare_person_names("Ali Khamenei", "Ruhollah Khomeini").probability < LIKELY
    True
    """
    return compare_words_of_persons(split_person(one), split_person(other))


def compare_words_of_persons(one: PersonWords, other: PersonWords) -> Comparison:
    """Compare two names of persons that were taken apart."""
    return _weigh("person", describe_pair(one, other))


def weigh_persons(found: tuple[tuple[str, float], ...]) -> Comparison:
    """Weigh the features of two names of persons, in any order."""
    return _weigh("person", found)


@lru_cache(maxsize=1 << 16)
def compare_organization_names(one: str, other: str) -> Comparison:
    """Compare two names of organisations.

    >>> compare_organization_names("Siemens AG",
    ...                            "Siemens Aktiengesellschaft").probability > AUTOMATIC
    True
    >>> compare_organization_names("17th Brigade", "18th Brigade").probability < 0.2
    True
    """
    found = describe_organizations(one, other)
    comparison = _weigh("organization", found)
    if comparison.has("number_differs", "number_once"):
        return Comparison(
            min(comparison.probability, _MAX_OTHER_NUMBER), comparison.found
        )
    return comparison


@lru_cache(maxsize=1 << 15)
def _weigh(kind: str, found: tuple[tuple[str, float], ...]) -> Comparison:
    weights = weights_of(kind)
    pulls = {name: weights.get(name, 0.0) * value for name, value in found}
    # The order in which features were found changes nothing.
    total = math.fsum((weights["bias"], *pulls.values()))
    return Comparison(1 / (1 + math.exp(-total)), pulls)


def _is_part(found: Mapping[str, float]) -> bool:
    # "Mehmood Asif" is not "Asif Mehmood Rana" without the last word.
    return (
        "part" in found and "order" not in found and _DOUBTS_OF_PARTS.isdisjoint(found)
    )
