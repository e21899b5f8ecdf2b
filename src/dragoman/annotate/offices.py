"""Who holds which office: titles joined to names and to bodies.

First what the words show without looking back: a title directly before a name
("Foreign Minister X"), in apposition to one ("X, the foreign minister", "the foreign
minister, X"), said of one ("X is", "X was appointed"). Titles that stand alone
are left to coreference.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from dragoman.annotate.coreference_titles import Fact
from dragoman.annotate.names_reading import Reading
from dragoman.annotate.names_sequences import Sequence
from dragoman.annotate.names_titles import TitlePhrase
from dragoman.annotate.names_units import Unit, head_token
from dragoman.data.tables import NameWords, demonyms
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

_BETWEEN = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "former", "acting", "current", "and",
     "then", "outgoing", "interim", "caretaker", "new", "newly", "one", "who", "is", "was", "as"}
)  # fmt: skip
_POSSESSIVE_PRONOUNS = frozenset({"his", "her", "its", "their", "our", "my"})
_APPOINTING = frozenset(
    {"appoint", "name", "elect", "re-elect", "reelect", "nominate", "designate", "promote",
     "install", "confirm", "reappoint", "choose", "select", "declare", "proclaim", "inaugurate"}
)  # fmt: skip
_SERVING = frozenset({"serve", "act", "work", "become", "remain", "continue"})
_AT_A_PLACE = frozenset(
    {"professor", "fellow", "analyst", "researcher", "expert", "director", "scholar", "lecturer",
     "historian", "economist", "adviser", "advisor", "dean", "rector", "physician", "editor"}
)  # fmt: skip
_KNOWN_AS = frozenset(
    {"known", "only", "simply", "better", "as", "called", "identified", "named"}
)
_FOR_A_FIELD = frozenset(
    {
        "envoy",
        "representative",
        "coordinator",
        "mediator",
        "ambassador",
        "rapporteur",
        "negotiator",
    }
)
HEADING = frozenset({"head", "lead", "chair", "command", "run", "direct", "preside"})


@dataclass(slots=True)
class Body:
    """What an office belongs to, as far as the words show.

    Attributes:
        sequence: Name of the body or state.
        country: ISO code from an adjective of nationality.
        pronoun: Token index of a possessive pronoun.
        start: First code point of the expression.
        end: Code point after the last one.
    """

    start: int
    end: int
    sequence: Sequence | None = None
    country: str | None = None
    pronoun: int | None = None


@dataclass(slots=True)
class Held:
    """A title phrase with its body and, if the words show him, its holder.

    Attributes:
        phrase: The title.
        body: What it belongs to.
        holders: Names of those who hold it.
        how: ``before``, ``apposition``, ``copula``, ``verb`` or ``alone``.
        chain: Chain of the holder once it is known.
        bodies_behind: What stands behind each holder's name, by its ``id``.
        own_bodies: The office of each holder where they differ, by chain.
        subject: Token of a pronoun or description that the title is said of.
        end: Unit index after the title and what belongs to it.
    """

    phrase: TitlePhrase
    body: Body | None
    holders: list[Sequence] = field(default_factory=list)
    how: str = "alone"
    chain: int | None = None
    end: int = 0
    subject: int | None = None
    bodies_behind: dict[int, Body] = field(default_factory=dict)
    own_bodies: dict[int, Fact] = field(default_factory=dict)


class _Row:
    """One sentence with its units, titles and names by position."""

    def __init__(self, reading: Reading, number: int, sentence: Sentence) -> None:
        self.units = reading.units[number]
        self.titles = reading.titles[number]
        self.sentence = sentence
        self.starts: dict[int, Sequence] = {}
        self.ends: dict[int, Sequence] = {}
        self.demonyms: dict[int, str] = {}
        self.persons: set[int] = set()
        self.passed = frozenset(
            {"former", "then", "ex", "current", "acting", "retired", "late"}
        )

    def add(self, sequence: Sequence, *, person: bool) -> None:
        self.starts[sequence.first] = sequence
        self.ends[sequence.last] = sequence
        if person:
            self.persons.add(id(sequence))

    def title_at(self, index: int) -> TitlePhrase | None:
        """Return the title phrase that covers a unit."""
        return next((p for p in self.titles if p.first <= index <= p.last), None)

    def person_at(self, index: int) -> Sequence | None:
        """Return the person whose name starts at a unit, honorifics passed over."""
        while index < len(self.units):
            sequence = self.starts.get(index)
            if sequence is not None:
                return sequence if id(sequence) in self.persons else None
            unit = self.units[index]
            between = (
                (unit.taken and unit.capital)
                or unit.text == "."
                or unit.key in self.passed
                or index in self.demonyms
                or any(p.first <= index <= p.last for p in self.titles)
            )
            if not between:
                return None
            # A rank between title and name: "army chief General X".
            rank = next((p for p in self.titles if p.first <= index <= p.last), None)
            if rank is not None and rank.plural:
                return None
            index = rank.last + 1 if rank is not None else index + 1
        return None


def join_titles(
    reading: Reading, sentences: tuple[Sentence, ...], words: NameWords
) -> dict[int, list[Held]]:
    """Join the title phrases of each sentence to the names around them."""
    rows = _rows(reading, sentences)
    found: dict[int, list[Held]] = {}
    for number, row in rows.items():
        held_here: list[Held] = []
        for phrase in row.titles:
            held = Held(phrase, _body(row, phrase, words))
            held.end = _end(row, phrase, held.body)
            _find_holder(row, held, held_here, words)
            for person in held.holders:
                behind = _body_of_holder(row, person)
                if behind is not None:
                    held.bodies_behind[id(person)] = behind
            held_here.append(held)
        _share_bodies(held_here, row)
        _share_holders(held_here, row)
        found[number] = held_here
    return found


def _rows(reading: Reading, sentences: tuple[Sentence, ...]) -> dict[int, _Row]:
    rows = {
        number: _Row(reading, number, sentences[number])
        for number, titles in enumerate(reading.titles)
        if titles
    }
    persons: defaultdict[int, set[int]] = defaultdict(set)
    for spot in reading.spots:
        if reading.chains[spot.chain].schema is Schema.PERSON:
            persons[spot.sentence].add(id(spot.sequence))
    for sequence, chains in reading.open:
        if reading.chains[chains[0]].schema is Schema.PERSON:
            persons[sequence.sentence].add(id(sequence))
    for sequence in (*reading.sequences, *reading.generic):
        row = rows.get(sequence.sentence)
        if row is not None:
            row.add(sequence, person=id(sequence) in persons[sequence.sentence])
    for demonym in reading.demonyms:
        row = rows.get(demonym.sentence)
        if row is not None:
            row.demonyms[demonym.unit] = demonym.code
    return rows


# ---------------------------------------------------------------- bodies


def _body(row: _Row, phrase: TitlePhrase, words: NameWords) -> Body | None:
    inside = next(
        (u for u in row.units[phrase.first : phrase.last + 1] if u.key in demonyms()),
        None,
    )
    if inside is not None:
        return Body(inside.start, inside.end, country=demonyms()[inside.key])
    return _body_behind(row, phrase, words) or _body_before(row, phrase, words)


def _body_before(row: _Row, phrase: TitlePhrase, words: NameWords) -> Body | None:
    """ "Hezbollah Secretary General", "Iran's foreign minister", "her minister"."""
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
        if row.units[index + 1].possessive and unit.key in words.describes:
            return Body(unit.start, unit.end, pronoun=unit.last)
        code = row.demonyms.get(index) or row.demonyms.get(index - 1)
        if code is not None and unit.capital:
            return Body(unit.start, unit.end, country=code)
        if unit.key in _POSSESSIVE_PRONOUNS and unit.upos in {"PRON", "DET"}:
            return Body(unit.start, unit.end, pronoun=unit.first)
        if not unit.word or unit.upos not in {"ADJ", "ADV"} or unit.capital:
            return None
        index -= 1
    return None


def _body_behind(row: _Row, phrase: TitlePhrase, words: NameWords) -> Body | None:
    """ "of the Palestinian Islamic Jihad", "of its Commission", "for the ministry"."""
    units = row.units
    index = phrase.last + 1
    if index >= len(units) or units[index].key not in {"of", "for", "at", "with"}:
        return None
    if units[index].key in {"at", "with"} and phrase.word not in _AT_A_PLACE:
        return None
    of = units[index].key == "of"
    index += 1
    pronoun: Unit | None = None
    country: tuple[Unit, str] | None = None
    while index < len(units):
        unit = units[index]
        sequence = row.starts.get(index)
        if sequence is not None:
            if id(sequence) in row.persons:
                return None
            following = sequence.last + 1
            if following < len(units) and units[following].possessive:
                index = following + 1
                if index in row.starts:
                    continue
            if following < len(units) and units[following].possessive:
                # "thanked the ambassador for Japan's support"
                return None
            if units[phrase.last + 1].key == "for" and phrase.word in _FOR_A_FIELD:
                return None
            return Body(sequence.start, sequence.end, sequence=sequence)
        code = row.demonyms.get(index)
        if code is not None:
            country = (unit, code)
        elif unit.key in _POSSESSIVE_PRONOUNS:
            pronoun = unit
        elif (owner := row.title_at(index)) is not None and owner is not phrase:
            # "Special Envoy of the King of Malaysia"
            index = owner.last + 1
            if index >= len(units) or units[index].key != "of":
                return None
        elif (
            not unit.capital
            and unit.upos == "NOUN"
            and index + 2 < len(units)
            and (units[index + 1].key == "of" or units[index + 1].possessive)
            and any(at in row.starts for at in (index + 2, index + 3))
        ):
            # "of the propaganda department of the Workers' Party"
            index += 1
        elif unit.key in words.describes and not unit.capital:
            return Body(unit.start, unit.end, pronoun=unit.last)
        elif unit.key not in {"the", "a"} and (
            not unit.word
            or not (
                unit.upos in {"ADJ", "DET"}
                or (unit.upos == "NOUN" and index + 1 in row.starts)
            )
        ):
            break
        index += 1
    if country is not None and of:
        return Body(country[0].start, country[0].end, country=country[1])
    if pronoun is not None:
        return Body(pronoun.start, pronoun.end, pronoun=pronoun.first)
    return None


def _body_of_holder(row: _Row, person: Sequence) -> Body | None:
    """ "X of Ghana", "X, of the Civic Front", "X (Civic Front)"."""
    units = row.units
    at = person.last + 1
    comma = at < len(units) and units[at].text in {",", "("}
    bracket = comma and units[at].text == "("
    if comma:
        at += 1
    if not bracket:
        if at >= len(units) or units[at].key not in {"of", "from"}:
            return None
        if units[at].key == "from" and not comma:
            return None
        at += 1
        if at < len(units) and units[at].key == "the":
            at += 1
    sequence = row.starts.get(at)
    if sequence is None or id(sequence) in row.persons:
        return None
    return Body(sequence.start, sequence.end, sequence=sequence)


def _end(row: _Row, phrase: TitlePhrase, body: Body | None) -> int:
    """Return the unit index behind the title with its body and its bracket."""
    index = phrase.last + 1
    if body is not None and body.start >= row.units[phrase.last].end:
        while index < len(row.units) and row.units[index].start < body.end:
            index += 1
    if index + 2 < len(row.units) and row.units[index].text == "(":
        if row.units[index + 2].text == ")":
            index += 3
    return _behind_phrase(row, index)


def _behind_phrase(row: _Row, index: int) -> int:
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
    for at in range(index + 1, min(index + 8, len(units))):
        if units[at].text == ",":
            return at
        if at in row.starts and id(row.starts[at]) in row.persons:
            return at if units[index].key in {"on", "to", "for"} else index
        if not units[at].word or units[at].upos in {"VERB", "AUX"}:
            break
    return index


def _share_bodies(held_here: list[Held], row: _Row) -> None:
    """ "chairman and chief executive of X": both belong to X."""
    for left, right in zip(held_here, held_here[1:], strict=False):
        if left.end != left.phrase.last + 1 or left.body is not None:
            continue
        between = row.units[left.end : right.phrase.first]
        if len(between) == 1 and between[0].key == "and":
            left.body = right.body


def _share_holders(held_here: list[Held], row: _Row) -> None:
    """ "Deputy Prime Minister and Foreign Minister X": both are of X."""
    for left, right in zip(held_here, held_here[1:], strict=False):
        if left.holders or right.how != "before" or left.phrase.plural:
            continue
        between = row.units[left.end : right.phrase.first]
        if 1 <= len(between) <= 2 and between[0].key == "and":
            left.holders, left.how = right.holders, "before"


# ---------------------------------------------------------------- holders


def _find_holder(row: _Row, held: Held, before: list[Held], words: NameWords) -> None:
    phrase = held.phrase
    person = row.person_at(phrase.last + 1)
    if person is None and held.end > phrase.last + 1:
        person = row.person_at(held.end)
    if person is not None:
        held.holders = [person]
        held.how = "before"
        if phrase.plural:
            held.holders = _coordinated(row, person)
        return
    if phrase.plural or (held.end < len(row.units) and row.units[held.end].possessive):
        return
    holder = _apposed(row, held) or _continued(row, held, before)
    if holder is None:
        holder = _apposition_behind(row, held)
    if holder is not None:
        held.holders = [holder]
        held.how = "apposition"
        return
    subject = _predicated(row, held)
    if subject is None:
        return
    held.how = "verb"
    holder = _person_over(row, subject)
    if holder is not None:
        held.holders = [holder]
    else:
        held.subject = subject


def _coordinated(row: _Row, person: Sequence) -> list[Sequence]:
    """Return the persons of "ministers A, B and C"."""
    found = [person]
    index = person.last + 1
    while index < len(row.units):
        if row.units[index].key in {"of", "from"}:
            place = row.starts.get(index + 1)
            if place is None and row.units[index + 1 : index + 2]:
                place = row.starts.get(index + 2)
            if place is None or id(place) in row.persons:
                break
            index = place.last + 1
            continue
        if row.units[index].key not in {",", "and"}:
            break
        following = row.starts.get(index + 1)
        if following is None and row.units[index].key == ",":
            index += 1
            continue
        if following is None or id(following) not in row.persons:
            break
        found.append(following)
        index = following.last + 1
    return found


def _apposed(row: _Row, held: Held) -> Sequence | None:
    """Return X of "X, the foreign minister" and "X, who is the foreign minister"."""
    after = row.units[held.end] if held.end < len(row.units) else None
    if after is not None and after.upos in {"VERB", "AUX"} and not after.capital:
        # "Amara, the foreign minister said": somebody is addressed.
        return None
    index = held.phrase.first - 1
    steps = 0
    while index >= 0 and steps < 9:
        unit = row.units[index]
        if unit.text in {",", "(", "–", "—"}:
            sequence = row.ends.get(index - 1)
            if sequence is not None and id(sequence) in row.persons:
                return sequence
            if row.units[index - 1].text == ")" and index >= 4:
                sequence = row.ends.get(index - 4)
                if sequence is not None and id(sequence) in row.persons:
                    return sequence
            if index >= 2 and row.units[index - 1].key.isdigit():
                sequence = row.ends.get(index - 3)
                if sequence is not None and id(sequence) in row.persons:
                    return sequence
            return None
        allowed = (
            unit.key in _BETWEEN
            or unit.possessive
            or unit.capital
            or unit.upos in {"ADJ", "ADV", "NUM"}
            or (unit.upos == "NOUN" and row.units[index + 1].possessive)
        )
        if not allowed or (unit.capital and id(row.ends.get(index)) in row.persons):
            return None
        if unit.key == "and":
            return None
        index -= 1
        steps += 1
    return None


def _continued(row: _Row, held: Held, before: list[Held]) -> Sequence | None:
    """Return the holder of "X, member of A and secretary of B" for B."""
    if not before or not before[-1].holders or before[-1].how != "apposition":
        return None
    previous = before[-1]
    between = row.units[previous.end : held.phrase.first]
    if previous.end > held.phrase.first or len(between) > 4:
        return None
    if not between or all(
        u.key in _BETWEEN or u.text == "," or u.capital or u.possessive for u in between
    ):
        if any(u.key in {"and", ","} for u in between):
            return previous.holders[0]
    return None


def _apposition_behind(row: _Row, held: Held) -> Sequence | None:
    """Return X of "the foreign minister, X," and "her minister, Mr X"."""
    index = held.end
    if index + 1 >= len(row.units) or row.units[index].text not in {",", ":", "–", "—"}:
        return None
    index += 1
    while index < len(row.units) and row.units[index].key in _KNOWN_AS:
        index += 1
    person = row.person_at(index)
    if person is None:
        return None
    after = person.last + 1
    if after < len(row.units):
        unit = row.units[after]
        if unit.key == "and" or unit.possessive:
            # "the general, X and Y": a list unless it ends with X.
            following = row.person_at(after + 1)
            if following is not None:
                return None
    return person


def _predicated(row: _Row, held: Held) -> int | None:
    """Return the head token of X in "X is the minister", "X was appointed minister"."""
    sentence = row.sentence
    head = head_token(sentence, row.units[held.phrase.head])
    token = sentence[head]
    if sentence.children(head, "cop"):
        if sentence.is_negated(head):
            return None
        return sentence.child(head, "nsubj")
    if token.head < 0 or not token.deprel.startswith(("xcomp", "obl", "obj", "advcl")):
        return None
    verb = token.head
    lemma = sentence[verb].lemma.lower()
    as_case = sentence.case_of(head) == "as"
    if lemma in _APPOINTING and (as_case or not sentence.case_of(head)):
        if sentence.is_negated(verb):
            return None
        if sentence.is_passive(verb):
            return sentence.subject(verb)
        for target in sentence.children(verb, "obj"):
            if target != head:
                return target
    if lemma in _SERVING and (as_case or token.deprel.startswith("xcomp")):
        if sentence.is_negated(verb):
            return None
        if lemma == "serve" and sentence[verb].tag in {"VBD", "VBN"}:
            held.phrase.status = (
                "former" if held.phrase.status == "current" else held.phrase.status
            )
        return sentence.subject(verb)
    return None


def _person_over(row: _Row, token: int | None) -> Sequence | None:
    """Return the person whose name covers a token."""
    if token is None:
        return None
    for sequence in row.starts.values():
        if id(sequence) in row.persons and (
            sequence.units[0].first <= token <= sequence.units[-1].last
        ):
            return sequence
    return None
