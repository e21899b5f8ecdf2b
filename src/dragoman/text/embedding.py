"""What a word makes of what it governs: "failed to go", "a plan to go", "denied that".

Each governor has a signature (``data/embedding_en.yaml``): how what it governs is put
where the governor holds, and how where it does not. Governors in governors are put
first, the outermost before the others, so that nested ones need no rule of their own.
"""

from dataclasses import dataclass
from importlib.resources import files

import yaml

from dragoman.model.claim import Modality

ASSERTED = Modality.ASSERTED
DENIED = Modality.DENIED
PLANNED = Modality.PLANNED
CANCELLED = Modality.CANCELLED
HYPOTHETICAL = Modality.HYPOTHETICAL
DEMANDED = Modality.DEMANDED

_PATH = files("dragoman.data").joinpath("embedding_en.yaml")
_EFFECTS: dict[str, Modality | None] = {
    "+": ASSERTED,
    "-": DENIED,
    "f": PLANNED,
    "x": CANCELLED,
    "d": DEMANDED,
    "?": HYPOTHETICAL,
    "0": None,
}


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governor makes of what it governs.

    Attributes:
        holds: How that is put where the governor holds.
        fails: How it is put where the governor does not hold.
    """

    holds: Modality | None
    fails: Modality | None

    def put(self, governor: Modality | None) -> Modality | None:
        """Return how what is governed is put by a governor that is put so.

        >>> str(FAILING.put(Modality.DENIED))
        'asserted'
        """
        if self.holds is ASSERTED and self.fails is ASSERTED:
            return ASSERTED  # "regrets that she went", "may regret it": she did
        if governor is None:
            return None
        if governor is DENIED:
            return self.fails
        if governor is ASSERTED:
            return self.holds
        if governor is CANCELLED:  # "scrapped a plan to go", "dropped its refusal"
            return HYPOTHETICAL if self.holds is DENIED else CANCELLED
        if self.holds is ASSERTED:
            # What is told is as good as its telling, and that is yet to come.
            return HYPOTHETICAL if self.fails is HYPOTHETICAL else governor
        if governor is HYPOTHETICAL and self.holds is not None:
            return HYPOTHETICAL
        return self.holds


TELLING = Signature(ASSERTED, HYPOTHETICAL)
FAILING = Signature(DENIED, ASSERTED)
PREVENTING = Signature(DENIED, HYPOTHETICAL)
OPEN = Signature(HYPOTHETICAL, HYPOTHETICAL)


def weigh(outer: Modality | None, inner: Modality | None) -> Modality | None:
    """Return how a clause is put whose own words say one thing, its governors another.

    Args:
        outer: How what governs it puts it.
        inner: How its own auxiliaries and its negation put it.
    """
    if outer is None or inner is None:
        return None
    if inner is DENIED and outer in {DEMANDED, PLANNED, HYPOTHETICAL, DENIED}:
        return None  # "urged them not to": neither done nor undone
    if inner is ASSERTED or outer in {CANCELLED, HYPOTHETICAL}:
        return outer
    if outer is DENIED and inner in {DEMANDED, PLANNED}:
        return DENIED  # "did not order his men to fire"
    return inner


def _read() -> dict[str, dict[str, str | list[str]] | str]:
    raw: dict[str, dict[str, str | list[str]] | str] = yaml.load(
        _PATH.read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return raw


def _split(words: str | list[str]) -> list[str]:
    found = words.split() if isinstance(words, str) else words
    return [word.replace("_", " ") for word in found]


def _signatures(name: str) -> dict[str, Signature]:
    groups = _RAW[name]
    assert isinstance(groups, dict)  # noqa: S101
    found = {}
    for signs, words in groups.items():
        holds, _, fails = signs.partition("/")
        signature = Signature(_EFFECTS[holds], _EFFECTS[fails or holds])
        found.update(dict.fromkeys(_split(words), signature))
    return found


_RAW = _read()
# By base form, for each form of what is governed.
DOING = _signatures("doing")
CHARGE = _signatures("charge")
THAT = _signatures("that")
TRUTH = _signatures("truth")
NOUNS = _signatures("nouns")
REPORTS = _signatures("reports")
ADVERBS = _signatures("adverbs")
FATES = _signatures("fates")
MARKS = _signatures("marks")
OPENINGS = _signatures("openings")
THERE = frozenset(str(_RAW["there"]).split())
ACCUSING = frozenset(str(_RAW["accusing"]).split())
ACHIEVED = frozenset(str(_RAW["achieved"]).split())
FALSELY = frozenset(str(_RAW["falsely"]).split())
HEARSAY = frozenset(str(_RAW["hearsay"]).split())
SOURCES = frozenset(str(_RAW["sources"]).split())
# Verbs and their particles that call off what was to come.
CALLING_OFF = frozenset(
    word for word, signature in DOING.items() if signature.holds is CANCELLED
)
# Single words that open a condition.
CONDITIONS = frozenset(
    word for word, signature in MARKS.items() if signature.holds is HYPOTHETICAL
)
# Verbs that say of a clause or a report that it is not so.
DENYING = frozenset(
    word for word, signature in THAT.items() if signature.holds is DENIED
)
