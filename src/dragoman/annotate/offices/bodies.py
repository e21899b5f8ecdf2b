"""What an office belongs to: the body or state around a title."""

from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.titles_portfolios import CHOSEN
from dragoman.annotate.names.units import OWNERS, Unit
from dragoman.annotate.offices.rows import Body, Row
from dragoman.data.tables import NameWords, demonyms, name_words

_POSSESSIVE_PRONOUNS = frozenset({"his", "her", "its", "their", "our", "my", "whose"})
# What a state is called by: "the Somali government".
_RULES = frozenset({"government", "state", "authorities", "cabinet", "administration"})
_AT_A_PLACE = frozenset(
    {"professor", "fellow", "analyst", "researcher", "expert", "director", "scholar",
     "lecturer", "historian", "economist", "adviser", "advisor", "dean", "rector",
     "physician", "editor"}
)  # fmt: skip
# "director for Africa": what she looks after, at a body told elsewhere.
_LOOKS_AFTER = frozenset(
    {"director", "adviser", "advisor", "manager", "analyst", "economist", "editor",
     "correspondent", "undersecretary", "secretary"}
)  # fmt: skip
# What a land is called by: "the Kursk region".
_LANDS = frozenset(
    {"area", "canton", "city", "county", "department", "district", "emirate", "island",
     "islands", "municipality", "oblast", "parish", "peninsula", "prefecture",
     "province", "region", "republic", "state", "suburb", "territory", "town",
     "township", "valley", "village"}
)  # fmt: skip
# Who is heard "on" a station.
_HEARD = frozenset({"anchor", "host", "moderator", "newsreader", "presenter"})
FOR_A_FIELD = frozenset(
    {"envoy", "representative", "coordinator", "mediator", "ambassador",
     "rapporteur", "negotiator"}
)  # fmt: skip


def find_body(row: Row, phrase: TitlePhrase, words: NameWords) -> Body | None:
    """Return what a title belongs to, as far as the words around it show."""
    inside = next(
        (u for u in row.units[phrase.first : phrase.last + 1] if u.key in demonyms()),
        None,
    )
    if inside is not None:
        return Body(inside.start, inside.end, country=demonyms()[inside.key])
    behind = _body_behind(row, phrase, words)
    if behind is not None and not _is_field(row, phrase, behind):
        return behind
    return _body_before(row, phrase, words) or behind or _body_listed(row, phrase)


def _body_listed(row: Row, phrase: TitlePhrase) -> Body | None:
    """Read a list of those present: "X, joint secretary, Ministry of Trade"."""
    units, first, at = row.units, phrase.first, phrase.last + 1
    if first < 2 or at + 1 >= len(units):
        return None
    beside = first - 2 if units[first - 1].text == "," else first - 1
    if row.person_ending(beside) is None:
        return None
    body = row.starts.get(at + 1 if units[at].text == "," else at)
    if body is None or id(body) not in row.bodies:
        return None
    behind = units[body.last + 1] if body.last + 1 < len(units) else None
    closed = behind is None or not behind.word or behind.key in {"and", "led", "were"}
    return Body(body.start, body.end, sequence=body) if closed else None


def _is_field(row: Row, phrase: TitlePhrase, behind: Body) -> bool:
    """Tell "the ministry's director for Africa": Africa is what she looks after."""
    link = row.units[phrase.last + 1]
    owned = phrase.first > 0 and row.units[phrase.first - 1].possessive
    return link.key == "for" and owned and behind.start >= link.end


def _body_before(row: Row, phrase: TitlePhrase, words: NameWords) -> Body | None:
    """Read "Hezbollah Secretary General", "Iran's foreign minister", "her minister"."""
    index = phrase.first - 1
    while index >= 0:
        unit = row.units[index]
        if unit.possessive or unit.key.rstrip(".") in words.status:
            index -= 1
            continue
        if unit.text == ")" and index > 2 and row.units[index - 2].text == "(":
            index -= 3
            continue
        sequence = row.ends.get(index)
        if sequence is not None:
            if id(sequence) in row.persons and not row.units[index + 1].possessive:
                return None
            return Body(sequence.start, sequence.end, sequence=sequence)
        if row.units[index + 1].possessive and words.is_body(unit.key):
            return Body(unit.start, unit.end, pronoun=unit.last)
        state = _state_at(row, index)
        if state is not None:
            return state
        if unit.key in _POSSESSIVE_PRONOUNS and unit.upos in {"PRON", "DET"}:
            ruled = _state_before(row, index) if unit.key == "whose" else None
            return ruled or Body(unit.start, unit.end, pronoun=unit.first)
        if not _is_attribute(row, index, words):
            return None
        index -= 1
    return None


def _state_at(row: Row, index: int) -> Body | None:
    """Return the state of an adjective, which a table or the document tells."""
    unit = row.units[index]
    code = row.demonyms.get(index) or row.demonyms.get(index - 1)
    if code is not None and unit.capital:
        return Body(unit.start, unit.end, country=code)
    land = row.lands.get(index)
    return None if land is None else Body(unit.start, unit.end, sequence=land)


def _state_before(row: Row, index: int) -> Body | None:
    """Return the state of "the Somali government, whose minister"."""
    at = index - 2 if row.units[index - 1].text == "," else index - 1
    if at < 1 or row.units[at].key not in _RULES:
        return None
    code = row.demonyms.get(at - 1)
    unit = row.units[at - 1]
    return None if code is None else Body(unit.start, unit.end, country=code)


def _is_attribute(row: Row, index: int, words: NameWords) -> bool:
    """Tell whether a unit only says more of a title: "new", "politburo"."""
    unit = row.units[index]
    if unit.key == "friday":  # "the movement's Friday preacher"
        return True
    if not unit.word or unit.capital:
        return False
    if unit.upos in {"ADJ", "ADV"}:
        return True
    inner = unit.upos == "NOUN" and words.is_body(unit.key)
    return inner and index - 1 in row.ends and not row.units[index + 1].possessive


def _body_behind(row: Row, phrase: TitlePhrase, words: NameWords) -> Body | None:
    """Read "of the Islamic Jihad", "of its Commission", "for the ministry"."""
    index = phrase.last + 1
    link = row.units[index].key if index < len(row.units) else ""
    heard = link == "on" and phrase.word in _HEARD
    within = link == "in" and _is_in_body(row, index + 1)
    if link not in {"of", "for", "at", "with"} and not (heard or within):
        return None
    placed = heard or (link in {"at", "with"} and phrase.word not in _AT_A_PLACE)
    kept: Body | None = None
    index += 1
    while index < len(row.units):
        sequence = row.starts.get(index)
        if sequence is not None:
            owned = _owned_by(row, sequence)
            if owned is not None:
                index = owned
                continue
            if placed and not any(key in words.organizations for key in sequence.keys):
                # "the spokesman at the Vienna talks"
                return None
            return _named_body(row, phrase, sequence, link)
        step, found = _step(row, phrase, index, words)
        described = row.units[index].key in words.describes
        if described and found is not None and found.pronoun is not None:
            if kept is None or kept.country is None:
                return found
            # "the Libyan security agency": the state is what is told of it.
            kept.end, found = row.units[index].end, None
        if step == 0:
            break
        kept = found or kept
        index += step
    if placed or (kept is not None and kept.country is not None and link != "of"):
        return None
    return kept


def _is_in_body(row: Row, at: int) -> bool:
    """Tell "commander in the Lake Guard" from "commander in Gao"."""
    sequence = _named_at(row, at)
    return sequence is not None and id(sequence) in row.bodies


def _named_at(row: Row, at: int) -> Sequence | None:
    """Return the name that begins at a unit, behind its article if it has one."""
    if at < len(row.units) and row.units[at].key == "the":
        at += 1
    return row.starts.get(at)


def _owned_by(row: Row, sequence: Sequence) -> int | None:
    """Return where the name goes on in "the League's Political Bureau"."""
    following = sequence.last + 1
    if following < len(row.units) and row.units[following].possessive:
        return following + 1 if following + 1 in row.starts else None
    return None


def _named_body(
    row: Row, phrase: TitlePhrase, sequence: Sequence, link: str
) -> Body | None:
    following = sequence.last + 1
    if id(sequence) in row.persons:
        return None
    if following < len(row.units) and row.units[following].possessive:
        # "thanked the ambassador for Japan's support"
        return None
    if link == "for" and phrase.word in FOR_A_FIELD:
        return None
    if id(sequence) not in row.bodies and (
        _opens_description(row, following)
        or (link == "for" and phrase.word in _LOOKS_AFTER)
    ):
        return None
    if _is_of_thing(row, following):
        return None
    return Body(sequence.start, sequence.end, sequence=sequence)


def _is_of_thing(row: Row, at: int) -> bool:
    """Tell "head of the FBI inquiry", "of the Delta Trade Program" from the FBI's head.

    A word behind a name that is neither a body nor a land is what the office is of.
    """
    if at >= len(row.units):
        return False
    unit = row.units[at]
    if unit.capital:
        return unit.upos in {"NOUN", "ADJ", "PROPN"} and not (
            at in row.starts or row.title_at(at) or row.person_at(at)
        )
    last = at
    while last < len(row.units) and row.units[last].upos == "NOUN":
        if row.units[last].capital or row.title_at(last) is not None:
            return False
        last += 1
    key = row.units[last - 1].key if last > at else ""
    return bool(key) and not (name_words().is_body(key) or key in _LANDS)


def _opens_description(row: Row, at: int) -> bool:
    """Tell whether a name opens the words for a body: "the Oran police force"."""
    last = at
    while last < len(row.units) and row.units[last].upos == "NOUN":
        if row.units[last].capital:
            return False
        last += 1
    return last > at and name_words().is_body(row.units[last - 1].key)


def _step(
    row: Row, phrase: TitlePhrase, index: int, words: NameWords
) -> tuple[int, Body | None]:
    """Return how far to go on behind "of" and what a unit shows of the body."""
    units, unit = row.units, row.units[index]
    code = row.demonyms.get(index)
    if code is not None:
        return 1, Body(unit.start, unit.end, country=code)
    if index in row.lands:
        return 1, Body(unit.start, unit.end, sequence=row.lands[index])
    if unit.key in _POSSESSIVE_PRONOUNS:
        return 1, Body(unit.start, unit.end, pronoun=unit.first)
    owner = row.title_at(index)
    if owner is not None and owner is not phrase:
        # "Special Envoy of the King of Malaysia"
        at = owner.last + 1
        goes_on = at < len(units) and units[at].key == "of"
        return (at + 1 - index if goes_on else 0), None
    if not unit.capital and unit.upos == "NOUN" and index + 2 < len(units):
        link = units[index + 1]
        named = index + 2 in row.starts or index + 3 in row.starts
        if (link.key == "of" or link.possessive) and named:
            # "of the propaganda department of the Workers' Party"
            return 2, None
    following = units[index + 1] if index + 1 < len(units) else None
    # "of the daily Notun Barta"
    compound = (unit.upos in {"NOUN", "ADJ"} and index + 1 in row.starts) or (
        unit.upos == "NOUN" and following is not None and following.upos == "NOUN"
    )
    if unit.key in words.describes and not unit.capital and not compound:
        return 1, Body(unit.start, unit.end, pronoun=unit.last)
    # "of the ruling Unity Party"
    told = unit.upos == "VERB" and not unit.capital and index + 1 in row.starts
    plain = unit.upos in {"ADJ", "DET"} or compound or told
    return (1 if unit.word and plain else 0), None


def body_of_holder(row: Row, person: Sequence) -> Body | None:
    """Read "X of Ghana", "X, of the Civic Front", "X (Civic Front)"."""
    units = row.units
    at = person.last + 1
    comma = at < len(units) and units[at].text in {",", "("}
    bracket = comma and units[at].text == "("
    if comma:
        at += 1
    if not bracket:
        if at >= len(units) or units[at].key not in {"of", "from", "for"}:
            return None
        if units[at].key != "of" and not comma and not _in_list(row, person):
            return None
        at += 1
    sequence = row.starts.get(at) if bracket else _named_at(row, at)
    if sequence is None or id(sequence) in row.persons:
        return None
    return Body(sequence.start, sequence.end, sequence=sequence)


def _in_list(row: Row, person: Sequence) -> bool:
    """Tell whether a person is one of "the negotiators, A for X and B for Y"."""
    before = row.units[person.first - 1].text if person.first else ""
    return before in {",", ":", "and", "–", "—"}


def end_of_title(row: Row, phrase: TitlePhrase, body: Body | None) -> int:
    """Return the unit index behind the title with its body and its bracket."""
    index = phrase.last + 1
    if index < len(row.units) and row.units[index].key in CHOSEN:
        return index + 1  # "his secretary of state pick, X"
    if body is not None and body.start >= row.units[phrase.last].end:
        while index < len(row.units) and row.units[index].start < body.end:
            index += 1
        # "the head of the UN mission in Libya", "of the group's political bureau"
        owned = index < len(row.units) and row.units[index].possessive
        if owned or body.sequence is not None or body.pronoun is not None:
            index = _behind_kind(row, index + owned, index)
    marks = [unit.text for unit in row.units[index : index + 3]]
    if len(marks) == 3 and (marks[0], marks[2]) == ("(", ")"):
        index += 3
    return behind_phrase(row, index)


def _behind_kind(row: Row, begin: int, otherwise: int) -> int:
    """Skip the nouns in small letters that say what kind or limb of a body it is."""
    at = begin
    while at < len(row.units) and not row.units[at].capital:
        if row.units[at].upos not in {"ADJ", "NOUN"} or row.title_at(at) is not None:
            break
        at += 1
    return at if at > begin and row.units[at - 1].upos == "NOUN" else otherwise


def _is_plain_body(units: list[Unit]) -> bool:
    """Tell whether words are a body in small letters: "the armed wing"."""
    known = name_words()
    return (
        bool(units)
        and all(
            unit.key in OWNERS or unit.possessive or unit.upos in {"ADJ", "NOUN"}
            for unit in units
        )
        and not any(unit.capital for unit in units)
        and (units[-1].key in known.organizations or units[-1].key in known.describes)
    )


def _served(row: Row, person: Sequence) -> int | None:
    """Return the comma of "a spokeswoman for Hanek, Iveta Sorokova"."""
    comma = person.last + 1
    if comma + 1 >= len(row.units) or row.units[comma].text != ",":
        return None
    holder = row.starts.get(comma + 1)
    return None if holder is None or id(holder) not in row.persons else comma


def behind_phrase(row: Row, index: int) -> int:
    """Skip "on the peninsula" in "the envoy on the peninsula, X"."""
    units = row.units
    if index >= len(units) or units[index].key not in {
        "on",
        "to",
        "for",
        "in",
        "at",
        "of",
    }:
        return index
    placed = False
    for at in range(index + 1, min(index + 8, len(units))):
        if units[at].text == ",":
            return at
        if at in row.starts and id(row.starts[at]) in row.persons:
            if placed and units[at - 1].key in {"and", "of", "for"}:
                return index  # "the envoy to Nepal and Ana Ruiz", "the trial of X"
            served = _served(row, row.starts[at])
            if served is not None:
                return served
            field = units[index + 1 : at]
            plain = field and all(one.upos == "NOUN" for one in field)
            plain = plain or _is_plain_body(field)
            return at if placed or plain or units[index].key == "on" else index
        if row.title_at(at) is not None:
            break
        placed = placed or at in row.starts
        unit = units[at]
        if unit.upos in {"VERB", "AUX"} or not (unit.word or unit.possessive):
            break
    return index
