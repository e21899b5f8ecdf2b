"""Title words that are no titles where they stand: parts of names.

"Ruth King", "Sultan bin Ali", "Union of Journalists", "Workers' League", ships.
"""

from dragoman.annotate.names.units import Unit
from dragoman.data.tables import NameWords, all_given_names, country_names, demonyms

# Before the name of a ship: "BRP Sultan Kudarat".
SHIP_PREFIXES = frozenset(
    {"BRP", "USS", "HMS", "INS", "KRI", "FB", "MV", "M/V", "MT", "SS", "RFA", "HMAS",
     "HMCS", "HNLMS", "HDMS", "ROKS", "JS", "TCG", "USNS", "USCGC", "FS", "KD",
     "PNS", "IRINS", "RSS"}
)  # fmt: skip
_ASSEMBLIES = frozenset({"house", "court", "chamber", "college", "convention"})
# Titles that are surnames and given names as well.
_ALSO_NAMES = frozenset(
    {"king", "prince", "bishop", "pope", "dean", "marshal", "major", "judge", "duke",
     "earl", "baron", "abbot", "deacon", "priest", "sultan", "emir", "amir", "count",
     "pastor", "chancellor", "senator", "general", "sheriff", "constable", "page",
     "porter", "farmer", "baker", "justice", "qadi", "kadi", "waziri", "galadima",
     "oba", "sardar", "sen", "hon"}
)  # fmt: skip
# Titles that nobody has behind another one: "Foreign Minister Amir Khan".
_NEVER_SECOND = frozenset(
    {"king", "dean", "duke", "earl", "baron", "abbot", "deacon", "sultan", "emir",
     "amir", "count", "page", "porter", "farmer", "baker", "qadi", "kadi", "oba"}
)  # fmt: skip
_ONLY_FIRST = frozenset({"assistant", "chief", "deputy", "general", "major", "vice"})
# Titles that are given names rather, where one word follows: "Marja Lehtonen".
_RATHER_GIVEN = frozenset({"hakim", "marja"})
# Small words that are capitals only inside a name.
CAPITAL_LINKS = frozenset({"Without", "Against", "Beyond", "Across"})
# Whose plurals are names of bands: "Sons of Iraq", "Mothers of the Plaza".
_KIN = frozenset(
    {"brothers", "daughters", "defenders", "fathers", "friends", "guardians", "heirs",
     "partisans", "sisters", "soldiers", "sons", "widows"}
)  # fmt: skip
_STATES = frozenset({"state", "states", "country", "countries", "nations"})
_ARTICLES = frozenset({"el", "al"})


def is_inside_name(units: list[Unit], index: int, noun: str, words: NameWords) -> bool:
    """Tell whether a title word is part of a name."""
    return (
        _is_band(units, index)
        or (noun == "member" and _is_before_states(units, index))
        or _is_owner(units, index, words)
        or _is_constituent(units, index, words)
        or _is_bearer(units, index, noun, words)
    )


def _is_before_states(units: list[Unit], index: int) -> bool:
    """Tell "the member States": states, and no member named States."""
    following = units[index + 1 : index + 2]
    return bool(following) and following[0].key in _STATES


def _is_band(units: list[Unit], index: int) -> bool:
    """Tell whether a plural heads a name: "the Sons of the Valley"."""
    behind = units[index + 1 : index + 4]
    if not units[index].capital or units[index].initial or len(behind) < 2:
        return False
    if units[index].key not in _KIN or behind[0].key != "of":
        return False
    named = behind[-1] if behind[1].key == "the" else behind[1]
    article = index > 0 and units[index - 1].key == "the"
    return article and named.capital and not named.possessive


def _is_owner(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a plural opens a name: "Workers' League"."""
    return (
        units[index].key in words.owners
        and units[index].key.endswith("s")
        and index + 2 < len(units)
        and units[index + 1].possessive
        and units[index].capital
        and units[index + 2].capital
    )


def _is_bearer(units: list[Unit], index: int, noun: str, words: NameWords) -> bool:
    """Tell whether a title word is part of a name: "Ruth King", "Sultan bin Ali"."""
    unit = units[index]
    if index and units[index - 1].text in SHIP_PREFIXES:
        return True
    if unit.capital and index > 1 and units[index - 1].key in _ARTICLES:
        return units[index - 1].capital and units[index - 2].capital  # "Omar El Kadi"
    if noun in _RATHER_GIVEN and unit.capital:
        behind = [one.capital for one in units[index + 1 : index + 3]]
        return behind[:1] == [True] and behind[1:] != [True]
    if noun not in _ALSO_NAMES or not unit.capital:
        return False
    if (
        (unit.key == "amir" and _is_given(units, index))
        or (noun in _NEVER_SECOND and _is_behind_title(units, index, words))
        or (noun == "general" and _opens_body(units, index, words))
    ):
        return True
    following = units[index + 1] if index + 1 < len(units) else None
    if following is not None and following.key in {"bin", "ibn", "ould"}:
        return True
    if following is not None and following.capital and not following.possessive:
        return noun in _NEVER_SECOND and _is_behind_given(units, index)
    if following is not None and following.key == "of":
        return False
    return _is_behind_name(units, index, words)


def _is_behind_name(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a name stands before that the word may end: "Ruth King"."""
    before = units[index - 1] if index else None
    return (
        before is not None
        and before.capital
        and before.word
        and not before.taken
        and before.key not in words.modifiers
        and before.key not in words.titles
        and before.key not in words.organizations
        and before.key not in demonyms()
        and before.key not in country_names()
        and before.key not in words.honorifics
        and before.upos == "PROPN"
    )


def _is_given(units: list[Unit], index: int) -> bool:
    """Tell Amir Khan from the Amir, Kuwait's Amir and the Kuwaiti Amir X."""
    before = units[index - 1] if index else None
    behind = units[index + 1 : index + 2]
    ruler = before is not None and (
        before.key == "the"
        or before.possessive
        or before.key in demonyms()
        or before.key in country_names()
    )
    return not ruler and [unit.capital and unit.word for unit in behind] == [True]


def _is_behind_given(units: list[Unit], index: int) -> bool:
    """Tell whether a given name stands before: "Hossein Amir Abdollahian"."""
    before = units[index - 1] if index else None
    return (
        before is not None
        and before.capital
        and not before.taken
        and not before.possessive
        and before.key in all_given_names()
    )


def _is_behind_title(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a whole title stands before: "Foreign Minister Amir Khan"."""
    named = [unit.capital and unit.word for unit in units[index + 1 : index + 2]]
    return (
        index > 0
        and units[index - 1].key in words.titles
        and units[index - 1].key not in _ONLY_FIRST
        and named == [True]
    )


def _opens_body(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether "General" opens the name of a body: "General Security"."""
    following = units[index + 1 : index + 2]
    return (
        bool(following)
        and following[0].capital
        and following[0].key in words.portfolios
        and following[0].key not in all_given_names()
        and not (index and units[index - 1].key.rstrip(".") in words.titles)
    )


def _is_constituent(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a plural is part of a name: "Union of Journalists"."""
    if index + 1 < len(units) and units[index + 1].text in CAPITAL_LINKS:
        return units[index].capital  # "Witness Without Borders"
    if index < 2 or not units[index].capital or not units[index].key.endswith("s"):
        return False
    return (
        units[index - 1].key in {"of", "for"}
        and units[index - 2].capital
        and (
            units[index - 2].key in words.organizations
            or units[index - 2].key in _ASSEMBLIES
        )
    )
