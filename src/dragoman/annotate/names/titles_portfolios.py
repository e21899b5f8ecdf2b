"""What a minister is minister of: "foreign affairs and trade" behind a title."""

from dragoman.annotate.names.units import Unit
from dragoman.data.tables import NameWords, all_given_names, country_names, demonyms

_OF_PORTFOLIO = frozenset(
    {"minister", "secretary", "undersecretary", "adviser", "advisor", "chief",
     "head", "commissioner", "envoy", "director", "coordinator", "vice-minister",
     "superintendent", "inspector", "commander", "delegate", "leader", "president",
     "chairman", "spokesman"}
)  # fmt: skip
_ASSEMBLIES = frozenset(
    {"parliament", "congress", "house", "senate", "knesset", "bundestag", "duma"}
)
_PORTFOLIO_HEADS = frozenset(
    {"minister", "secretary", "undersecretary", "vice-minister"}
)
_CREDENTIALS = frozenset({"extraordinary", "plenipotentiary"})
_REALMS = frozenset({"republic", "kingdom", "state", "government", "emirate", "house"})


# Who is to have the office that stands before: "his secretary of state pick".
CHOSEN = frozenset({"pick", "nominee", "choice", "hopeful"})


def portfolio_end(units: list[Unit], head: int, noun: str, words: NameWords) -> int:
    """Return the last unit of "minister of foreign affairs and trade"."""
    last = _field_behind(units, _credentials_end(units, head, noun), noun, words)
    while last + 2 < len(units):
        link = units[last + 1]
        if link.key not in {"of", "for"} or not _takes_portfolio(noun, link.key):
            break
        end = _run_of_portfolios(units, last + 2, noun, words)
        if end is None:
            break
        behind = units[end + 1] if end + 1 < len(units) else None
        if behind is not None and behind.capital and behind.key in _PORTFOLIO_HEADS:
            break  # "the chief of staff of Finance Minister X": the field is hers
        last = end
    return last


def _credentials_end(units: list[Unit], head: int, noun: str) -> int:
    """Return the last unit of "Ambassador Extraordinary and Plenipotentiary"."""
    last = head
    while noun in {"ambassador", "envoy"} and last + 1 < len(units):
        at = last + 2 if units[last + 1].key == "and" else last + 1
        if at >= len(units) or units[at].key not in _CREDENTIALS:
            break
        last = at
    return last


def _field_behind(units: list[Unit], head: int, noun: str, words: NameWords) -> int:
    """Return the last unit of "Secretary Defence", "Minister Interior"."""
    last = head
    while (
        noun in _PORTFOLIO_HEADS
        and units[head].capital
        and last + 1 < len(units)
        and units[last + 1].capital
        and units[last + 1].key in words.portfolios
        and units[last + 1].key not in all_given_names()
        and units[last + 1].key != "general"
    ):
        last += 1
    # "Secretary General", "Minister Security Council": more than a field
    coming = units[last + 1] if last + 1 < len(units) else None
    return head if coming is not None and coming.capital and coming.word else last


def diplomacy_end(units: list[Unit], last: int, noun: str) -> int:
    """Return the last unit of "head of Bolivian diplomacy", "chief of police"."""
    behind = [unit.key for unit in units[last + 1 : last + 3]]
    if noun == "chief" and behind == ["of", "police"]:
        alike = units[last].capital == units[last + 2].capital
        return last + 2 if alike else last  # "Woodburn Chief of Police X"
    if noun not in {"head", "chief", "leader"} or last + 2 >= len(units):
        return last
    if units[last + 1].key != "of":
        return last
    for index in range(last + 2, min(last + 6, len(units))):
        if units[index].key == "diplomacy":
            return index
        if not units[index].capital and units[index].key != "the":
            break
    return last


def assembly_end(units: list[Unit], last: int) -> int:
    """Return the last unit of "Member of Parliament", "Speaker of the House".

    Only before a name: else the assembly is a body like any other.
    """
    if not units[last].capital or last + 2 >= len(units):
        return last
    at = last + 3 if units[last + 2].key == "the" else last + 2
    if units[last + 1].key != "of" or at + 1 >= len(units):
        return last
    named = units[at + 1].word and units[at + 1].capital
    return at if units[at].capital and units[at].key in _ASSEMBLIES and named else last


def _takes_portfolio(noun: str, link: str) -> bool:
    base = noun.rpartition("-")[2]
    if noun.startswith(("under-secretary", "undersecretary", "assistant-secretary")):
        return True
    return base in _OF_PORTFOLIO and (
        link == "of"
        or base
        in _PORTFOLIO_HEADS
        | {"commissioner", "envoy", "adviser", "advisor", "coordinator"}
    )


def _is_field(units: list[Unit], index: int, noun: str) -> bool:
    """Tell a field that no list has: "minister of Apiculture of Kenya"."""
    unit = units[index]
    before, coming = units[index - 1].key, units[index + 1 : index + 2]
    return (
        noun in _PORTFOLIO_HEADS
        and before in {"of", "for", "and", "&", ","}
        and unit.capital
        and unit.word
        and (_goes_on_of(coming) or _ends_field(units, index))
        and unit.key not in country_names()
        and unit.key not in _REALMS
    )


def _goes_on_of(coming: list[Unit]) -> bool:
    return len(coming) == 1 and coming[0].key == "of"


def _ends_field(units: list[Unit], index: int) -> bool:
    """Tell "Minister for the Army in 1966": one is minister for no land."""
    coming = units[index + 1 : index + 2]
    opens = "for" in {unit.key for unit in units[max(0, index - 2) : index]}
    alone = not coming or not (coming[0].capital or coming[0].possessive)
    return opens and alone and units[index].key not in demonyms()


def _is_body(units: list[Unit], words: NameWords) -> bool:
    """Tell whether fields end in the head of a body; "Defence Staff" is no body."""
    named = [unit for unit in units if unit.capital]
    last = units[-1]
    headed = last.capital and last.key in words.organizations
    return headed and len(named) > 1 and last.key not in {"staff", "forces"}


def _run_of_portfolios(
    units: list[Unit], index: int, noun: str, words: NameWords
) -> int | None:
    end = None
    first = index
    while index < len(units):
        unit = units[index]
        coming = units[index + 1].key if index + 1 < len(units) else ""
        if unit.text == "," and coming in words.titles:
            break
        if unit.key in {"the", "and", ","} or unit.text == "&":
            index += 1
            continue
        land = unit.key == "state" and (units[index - 1].key, coming) == ("the", "of")
        strange = unit.key not in words.portfolios
        if land or (strange and not _is_field(units, index, noun)):
            break  # "the State of Qatar"
        end = index
        index += 1
    if end is None:
        return None
    following = units[end + 1] if end + 1 < len(units) else None
    if following is not None and following.capital and following.key in words.titles:
        # "for Humanitarian Affairs | and Emergency Relief Coordinator"
        joint = [at for at in range(first, end) if units[at].key == "and"]
        end = joint[-1] - 1 if joint else end
        following = units[end + 1]
    if noun not in _PORTFOLIO_HEADS and _is_body(units[first : end + 1], words):
        return None  # "chief of the National Security Service"
    if (
        following is not None
        and following.word
        and (
            following.key in words.organizations
            or (
                following.capital
                and units[end].capital
                and following.key.rstrip(".") not in words.titles
                and noun not in _PORTFOLIO_HEADS
            )
            or (
                not following.capital
                and following.upos == "NOUN"
                and following.key not in CHOSEN
            )
        )
    ):
        return None
    # "and", "the" and commas at the end are not part of it: ``end`` is a portfolio.
    return end
