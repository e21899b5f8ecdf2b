"""Whether a title that stands alone fits an office that someone holds."""

from dataclasses import dataclass

from dragoman.data.tables import NameWords, name_words

_RANKS = frozenset(
    {"deputy", "vice", "assistant", "under", "junior", "associate", "prime", "first",
     "second", "third", "former"}
)  # fmt: skip
# Posts that can only be of a state.
_POSTS = frozenset(
    {"minister", "president", "premier", "king", "queen", "emir", "sultan",
     "vice-president", "vice-minister", "vice-premier", "prime-minister",
     "undersecretary", "counterpart", "ambassador"}
)  # fmt: skip
_RULING = frozenset({"president", "king", "queen", "emir", "sultan", "premier"})
_VAGUE = frozenset(
    {"veteran", "military", "senior", "army", "opposition", "party", "rebel",
     "religious", "spiritual"}
)  # fmt: skip
_ARMED = frozenset({"army", "military"})
_NOISE = frozenset(
    {"of", "for", "the", "and", "veteran", "top", "senior", "leading", "national",
     "then", "visiting", "state", "special", "federal", "foreign-policy"}
)  # fmt: skip


@dataclass(slots=True)
class Fact:
    """An office as coreference remembers it.

    Attributes:
        word: Folded head noun.
        key: Folded title.
        office: The title that stands for it and its synonyms.
        country: ISO code of the state that it belongs to.
        body: Chain of the body or state.
        status: ``current``, ``former`` ...
        title: The words of the title.
        loose: Whether the state was left open and may be told later.
    """

    word: str
    key: str
    office: str
    country: str | None
    body: int | None
    status: str
    title: str = ""
    loose: bool = False


def office_of(key: str, words: NameWords) -> str:
    """Return the title that stands for a title and its synonyms."""
    plain = key.replace("-", " ")
    found = words.same_office.get(plain)
    if found is not None:
        return found
    parts = plain.split()
    # "deputy foreign minister" stays apart from "foreign minister".
    for start in range(1, len(parts)):
        tail = " ".join(parts[start:])
        if tail in words.same_office:
            front = [p for p in parts[:start] if p not in _NOISE]
            return " ".join((*front, words.same_office[tail]))
    return plain


def fit(one: Fact, other: Fact) -> int:
    """Tell how well a title that stands alone fits an office that is held.

    Args:
        one: The title that stands alone.
        other: The office of a candidate.

    Returns:
        0 if they cannot be the same, else the better the higher, 4 at most.
    """
    if not agrees(one, other):
        return 0
    stateless = other.body is None and other.country is None
    bare = stateless and name_words().is_rank(other.key)
    if bare and one.word != other.word and one.body is not None:
        return 0  # "the commander of the Guard" is not just any general
    if one.status == "former" and other.status != "former":
        return 0
    same_country = one.country is not None and one.country == other.country
    same_body = one.body is not None and one.body == other.body
    points = _fit_words(one, other)
    return points + 1 if points and (same_country or same_body) else points


def agrees(one: Fact, other: Fact) -> bool:
    """Tell whether a title that stands alone may be of the same state or body."""
    if one.country is not None:
        if other.country is not None:
            return one.country == other.country
        # "the Rwandan president" is nobody whose state was not told.
        return other.loose or (one.body is not None and one.body == other.body)
    if one.body is not None and one.word in _RULING:
        # "President X" without more rules a state: he presides over no council.
        return other.country is None and one.body == other.body
    return one.body is None or other.body is None or one.body == other.body


def _fit_words(one: Fact, other: Fact) -> int:
    if one.office == other.office:
        return 3
    asked = {p for p in one.key.replace("-", " ").split() if p not in _NOISE}
    has = {p for p in other.key.replace("-", " ").split() if p not in _NOISE}
    # "the governor's deputy" is no deputy secretary.
    if one.word == other.word == one.key and one.word not in _heads(other):
        return 0  # "the general" is no Secretary General
    if one.word == other.word or (one.word in has and one.word not in _RANKS):
        if asked <= has:
            return 1 if (has - asked) & _RANKS else 2
        ranks = (asked - has) & _RANKS or (has & _RANKS) - asked
        return 1 if has <= asked and not ranks else 0
    allowed = name_words().means.get(one.word, frozenset())
    if not allowed.isdisjoint(_heads(other)) or other.office in allowed:
        untold = asked - {one.word} - has
        if untold & _ARMED and not _commands(one, other):
            return 0  # "the army chief" is no president, "the military leader" is
        return 1 if untold <= _VAGUE else 0
    return 0


def _heads(fact: Fact) -> tuple[str, ...]:
    """Return the nouns that say what an office is: of "Secretary General" both."""
    front, _, rank = fact.key.replace("-", " ").rpartition(" ")
    known, noun = name_words(), front.rpartition(" ")[2]
    if rank in known.ranks and noun in known.before_ranks:
        return noun, f"{noun}-{rank}"
    return (fact.word,)


def _commands(one: Fact, other: Fact) -> bool:
    """Tell whether "army" and "military" in a title may go without saying."""
    soldier = other.word in name_words().ranks or other.word == "commander"
    return soldier or one.word == "leader"


def is_government_post(fact: Fact) -> bool:
    """Tell whether an office can only be one of a state."""
    return fact.word in _POSTS or fact.key.startswith("government ")
