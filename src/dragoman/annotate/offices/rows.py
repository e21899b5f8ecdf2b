"""One sentence with its units, titles and names by position, for ``offices``."""

from dataclasses import dataclass

from dragoman.annotate.names.reading import Reading
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.data.tables import name_words
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

_RETIRED = frozenset({"r", "ret", "retd", "rtd", "retired"})
# Before an honorific: "the Most Honourable", "the Right Reverend".
_STYLES = frozenset({"the", "most", "right", "very"})
_PASSED = frozenset({"former", "then", "ex", "current", "acting", "retired", "late"})


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


class Row:
    """One sentence with its units, titles and names by position."""

    def __init__(self, reading: Reading, number: int, sentence: Sentence) -> None:
        self.units = reading.units[number]
        self.titles = reading.titles[number]
        self.sentence = sentence
        self.starts: dict[int, Sequence] = {}
        self.ends: dict[int, Sequence] = {}
        self.demonyms: dict[int, str] = {}
        self.lands: dict[int, Sequence] = {}
        self.persons: set[int] = set()
        self.bodies: set[int] = set()

    def add(self, sequence: Sequence, *, schema: Schema | None) -> None:
        """Note a name by its first and last unit."""
        self.starts[sequence.first] = sequence
        self.ends[sequence.last] = sequence
        if schema is Schema.PERSON:
            self.persons.add(id(sequence))
        elif schema is Schema.ORGANIZATION:
            self.bodies.add(id(sequence))

    def title_at(self, index: int) -> TitlePhrase | None:
        """Return the title phrase that covers a unit."""
        return next((p for p in self.titles if p.first <= index <= p.last), None)

    def person_at(self, index: int) -> Sequence | None:
        """Return the person whose name starts at a unit, honorifics passed over."""
        while index < len(self.units):
            sequence = self.starts.get(index)
            if sequence is not None:
                return sequence if id(sequence) in self.persons else None
            # A rank between title and name: "army chief General X".
            rank = self.title_at(index)
            if rank is not None and rank.plural:
                return None
            if rank is None and not self._passable(index):
                return None
            index = rank.last + 1 if rank is not None else index + 1
        return None

    def _passable(self, index: int) -> bool:
        """Tell whether a unit may stand between a title and its name."""
        unit = self.units[index]
        if unit.text in {"(", ")"} or unit.key.rstrip(".") in _RETIRED:
            near = self.units[max(0, index - 2) : index + 3]
            return any(one.key.rstrip(".") in _RETIRED for one in near)
        behind = index + 1
        while unit.key == "the" and self._tells_origin(behind):
            behind += 1  # "its president, the former Costa Rican envoy X"
        if unit.word and self.title_at(behind) is not None:
            # "the commissioner, Jesuit priest X", "its president, the analyst X"
            named = unit.capital and index not in self.starts
            return unit.key == "the" or unit.key in _PASSED or named
        if unit.key in _STYLES and self._is_style(index):
            return True
        return (
            (unit.taken and unit.capital)
            or (unit.capital and unit.key.rstrip(".") in name_words().honorifics)
            or unit.text == "."
            or unit.key in _PASSED
            or index in self.demonyms
            or index in self.lands
        )

    def _tells_origin(self, index: int) -> bool:
        """Tell "former", "Dutch", "Tuareg" between an article and a title."""
        if index + 1 >= len(self.units):
            return False
        unit = self.units[index]
        named = unit.capital and not unit.taken and index not in self.starts
        return named or index in self.demonyms or unit.key in _PASSED

    def _is_style(self, index: int) -> bool:
        """Tell whether a word belongs to an honorific: "the Right Honourable"."""
        honorifics = name_words().honorifics
        for unit in self.units[index + 1 : index + 3]:
            if unit.key.rstrip(".") in honorifics:
                return unit.capital
            if unit.key not in _STYLES:
                break
        return False

    def person_ending(self, index: int) -> Sequence | None:
        """Return the person whose name ends at a unit."""
        sequence = self.ends.get(index)
        return sequence if id(sequence) in self.persons else None

    def person_over(self, token: int) -> Sequence | None:
        """Return the person whose name covers a token."""
        for sequence in self.starts.values():
            if id(sequence) in self.persons and (
                sequence.units[0].first <= token <= sequence.units[-1].last
            ):
                return sequence
        return None


def read_rows(reading: Reading, sentences: tuple[Sentence, ...]) -> dict[int, Row]:
    """Return the sentences that have title phrases, by number."""
    rows = {
        number: Row(reading, number, sentences[number])
        for number, titles in enumerate(reading.titles)
        if titles
    }
    kinds: dict[int, Schema] = {}
    for spot in reading.spots:
        kinds[id(spot.sequence)] = reading.chains[spot.chain].schema
    for sequence, chains in reading.open:
        kinds[id(sequence)] = reading.chains[chains[0]].schema
    for sequence in (*reading.sequences, *reading.generic):
        row = rows.get(sequence.sentence)
        if row is not None:
            row.add(sequence, schema=kinds.get(id(sequence)))
    _add_states(rows, reading)
    return rows


def _add_states(rows: dict[int, Row], reading: Reading) -> None:
    """Note adjectives of states."""
    for demonym in reading.demonyms:
        row = rows.get(demonym.sentence)
        if row is not None:
            row.demonyms[demonym.unit] = demonym.code
    for (number, unit), land in reading.lands.items():
        row = rows.get(number)
        if row is not None:
            row.lands[unit] = land
