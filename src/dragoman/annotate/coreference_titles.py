"""Whether a title that stands alone fits an office that someone holds."""

from dataclasses import dataclass

from dragoman.data.tables import NameWords

# What a general word can mean: "the leader" is any of these.
GENERAL: dict[str, frozenset[str]] = {
    "leader": frozenset({"president", "chairman", "secretary", "minister", "chief", "head", "king", "premier", "chancellor", "emir", "prince", "general", "secretary-general", "ayatollah", "imam", "patriarch", "commander", "co-leader", "deputy", "chairwoman", "speaker", "prime minister", "founder", "governor"}),
    "diplomat": frozenset({"ambassador", "envoy", "minister", "consul", "representative", "attache", "nuncio", "secretary", "mediator", "negotiator", "secretary-general"}),
    "envoy": frozenset({"ambassador", "representative", "mediator", "negotiator", "diplomat"}),
    "representative": frozenset({"envoy", "ambassador"}),
    "official": frozenset({"minister", "secretary", "director", "head", "chief", "deputy", "adviser", "commissioner", "spokesman", "spokeswoman", "governor", "mayor", "undersecretary", "representative", "coordinator", "administrator", "vice-minister", "officer", "diplomat", "secretary-general", "prosecutor", "inspector"}),
    "officer": frozenset({"general", "colonel", "major", "captain", "lieutenant", "brigadier", "admiral", "marshal", "commander", "commodore", "sergeant"}),
    "commander": frozenset({"general", "colonel", "major", "captain", "brigadier", "admiral", "marshal", "commodore", "emir"}),
    "general": frozenset({"marshal", "commander", "major-general", "lieutenant-general", "brigadier-general", "brigadier"}),
    "politician": frozenset({"senator", "deputy", "leader", "minister", "chairman", "mp", "lawmaker", "legislator", "candidate", "premier", "mayor", "governor"}),
    "lawmaker": frozenset({"senator", "deputy", "mp", "legislator", "congressman", "congresswoman", "parliamentarian", "delegate", "speaker", "assemblyman", "assemblywoman"}),
    "legislator": frozenset({"senator", "deputy", "mp", "lawmaker", "congressman", "congresswoman", "parliamentarian", "assemblyman", "assemblywoman"}),
    "parliamentarian": frozenset({"senator", "deputy", "mp", "lawmaker", "legislator", "speaker"}),
    "prelate": frozenset({"archbishop", "bishop", "cardinal", "patriarch", "metropolitan", "catholicos", "monsignor", "nuncio"}),
    "pontiff": frozenset({"pope"}),
    "cleric": frozenset({"ayatollah", "imam", "mufti", "sheikh", "mullah", "archbishop", "bishop", "patriarch", "priest", "pastor"}),
    "chief": frozenset({"head", "leader", "director", "commander", "chairman", "secretary-general", "emir", "secretary", "president"}),
    "head": frozenset({"chief", "leader", "director", "chairman", "commander", "president", "secretary-general"}),
    "boss": frozenset({"chief", "head", "leader", "director", "chairman"}),
    "minister": frozenset({"chancellor", "vice-minister"}),
    "chancellor": frozenset({"foreign minister"}),
    "premier": frozenset({"prime minister"}),
    "monarch": frozenset({"king", "queen", "emperor", "sultan"}),
    "mediator": frozenset({"negotiator", "envoy"}),
    "negotiator": frozenset({"mediator", "envoy"}),
    "ambassador": frozenset({"envoy"}),
    "spokesman": frozenset({"spokesperson"}),
    "spokeswoman": frozenset({"spokesperson"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
    "chairman": frozenset({"chairperson", "chair", "co-chairman"}),
    "secretary": frozenset({"secretary-general"}),
    "journalist": frozenset({"reporter", "correspondent", "editor", "columnist", "editor-in-chief", "blogger", "presenter", "anchor"}),
    "militant": frozenset({"fighter", "emir", "commander"}),
    "activist": frozenset({"campaigner", "dissident", "organizer"}),
    "lawyer": frozenset({"attorney", "barrister", "solicitor"}),
    "executive": frozenset({"ceo", "director", "manager", "chairman", "president"}),
}  # fmt: skip
_RANKS = frozenset(
    {
        "deputy",
        "vice",
        "assistant",
        "under",
        "junior",
        "associate",
        "first",
        "second",
        "third",
        "former",
    }
)
# Posts that can only be of a state.
_POSTS = frozenset(
    {"minister", "president", "premier", "king", "queen", "emir", "sultan", "vice-president",
     "vice-minister", "vice-premier", "prime-minister", "undersecretary", "counterpart", "ambassador"}
)  # fmt: skip
_VAGUE = frozenset(
    {
        "veteran",
        "military",
        "senior",
        "army",
        "opposition",
        "party",
        "rebel",
        "religious",
        "spiritual",
    }
)
_NOISE = frozenset(
    {
        "of",
        "for",
        "the",
        "and",
        "veteran",
        "top",
        "senior",
        "leading",
        "national",
        "then",
        "visiting",
        "state",
        "special",
        "federal",
        "foreign-policy",
    }
)


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
    if not _bodies_agree(one, other):
        return 0
    if one.status == "former" and other.status != "former":
        return 0
    same_country = one.country is not None and one.country == other.country
    same_body = one.body is not None and one.body == other.body
    points = _fit_words(one, other)
    return points + 1 if points and (same_country or same_body) else points


def _bodies_agree(one: Fact, other: Fact) -> bool:
    if one.country is not None:
        if other.country is not None:
            return one.country == other.country
        # "the Rwandan president" is nobody whose state was not told.
        return other.loose or (one.body is not None and one.body == other.body)
    return one.body is None or other.body is None or one.body == other.body


def _fit_words(one: Fact, other: Fact) -> int:
    if one.office == other.office:
        return 3
    asked = {p for p in one.key.replace("-", " ").split() if p not in _NOISE}
    has = {p for p in other.key.replace("-", " ").split() if p not in _NOISE}
    if one.word == other.word or one.word in has:
        if asked <= has:
            return 1 if (has - asked) & _RANKS else 2
        ranks = (asked - has) & _RANKS or (has & _RANKS) - asked
        return 1 if has <= asked and not ranks else 0
    allowed = GENERAL.get(one.word, frozenset())
    if other.word in allowed or other.office in allowed:
        return 1 if asked - {one.word} - has <= _VAGUE else 0
    return 0


def is_government_post(fact: Fact) -> bool:
    """Tell whether an office can only be one of a state."""
    return fact.word in _POSTS or fact.key.startswith("government ")
