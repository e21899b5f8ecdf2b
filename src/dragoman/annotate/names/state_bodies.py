"""Bodies of states written in small letters: "Norway's foreign ministry".

Half of the press writes ministries, armies and parliaments so. With its state such a
phrase names one body as surely as capitals do, and what "the ministry" says further
down is said by it. Without its state it stays a description.
"""

from collections.abc import Sequence as Items
from dataclasses import dataclass

from dragoman.annotate.names.drafts import ChainDraft, found_chain, name_of_body
from dragoman.annotate.names.reading import Reading, Spot
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.units import Unit
from dragoman.data.tables import NameWords, demonyms
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence
from dragoman.text.organization_names import MINISTRY, MINISTRY_NOISE

# Of these a state has one.
STATE_BODIES = frozenset(
    {"army", "gendarmerie", "judiciary", "military", "navy", "parliament", "police"}
    | {"presidency"}
)
# Of these too, with one of these words before them.
_WITH = {
    "agency": frozenset({"intelligence"}),
    "bank": frozenset({"central"}),
    "commission": frozenset({"election", "electoral"}),
    "court": frozenset({"constitutional", "supreme"}),
    "force": frozenset({"air"}),
    "forces": frozenset({"armed"}),
    "guard": frozenset({"border", "coast"}),
    "service": frozenset({"intelligence", "security"}),
    "services": frozenset({"intelligence"}),
}
_BEFORE = frozenset().union(*_WITH.values()) | {"federal", "national"}
_INDEFINITE = frozenset({"a", "an", "another", "any", "every", "no"})
# What the press calls the armed forces of a state, unless the report names an Army.
_FORCES = frozenset({"armed", "forces"})
_AS_FORCES = (frozenset({"army"}), frozenset({"military"}))
_SPELLINGS = {"defense": "defence", "services": "service"}


@dataclass(frozen=True, slots=True)
class _Owner:
    """A state: by its code, or by its chain where no table knows it."""

    country: str | None
    chain: int | None

    @property
    def key(self) -> str | int | None:
        return self.country or self.chain


def add_state_bodies(
    reading: Reading, sentences: Items[Sentence], text: str, words: NameWords
) -> None:
    """Add the bodies of states that are written in small letters.

    Args:
        reading: Names of the document in their chains; gets further ones.
        sentences: Of the document.
        text: Of the document.
        words: Vocabulary.
    """
    owners = _find_owners(reading)
    if not owners:
        return
    homes = _find_homes(reading.chains)
    spots: list[Spot] = []
    for (number, at), owner in sorted(owners.items()):
        units = reading.units[number]
        last = _end_of_body(units, at + 1, words)
        if last is None or not _stands_alone(sentences[number], units, at, last):
            continue
        if owner.chain is not None and not reading.chains[owner.chain].types:
            # Places without a ministry or an army are of any kind, others are states.
            reading.chains[owner.chain].types = ("state",)
        first = _start_of(units, at)
        sequence = _make_sequence(number, units, first, last, text)
        inner = [units[i].key for i in range(at + 1, last + 1) if units[i].word]
        kind = _kind_of(tuple(inner))
        as_forces = kind in _AS_FORCES and (owner.key, kind) not in homes
        key = owner.key, _FORCES if as_forces else kind
        if key not in homes:
            homes[key] = _found(reading.chains, sequence, owner)
        else:
            _name(reading.chains[homes[key]], sequence)
        reading.state_bodies.add(homes[key])
        head = sentences[number].head_of(units[at + 1].start, units[last].end)
        spots.append(
            Spot(
                sequence.start,
                sequence.end,
                number,
                units[last].last if head is None else head,
                homes[key],
                sequence,
            )
        )
    if spots:
        reading.spots.extend(spots)
        reading.spots.sort(key=lambda spot: (spot.start, spot.end))


def _find_homes(
    chains: Items[ChainDraft],
) -> dict[tuple[object, frozenset[str]], int]:
    """Return the bodies in capitals by their state and what they are."""
    homes: dict[tuple[object, frozenset[str]], int] = {}
    for number, chain in enumerate(chains):
        if chain.schema is Schema.ORGANIZATION and chain.country is not None:
            for name in chain.names:
                homes.setdefault((chain.country, _kind_of(name.words)), number)
    return homes


def _find_owners(reading: Reading) -> dict[tuple[int, int], _Owner]:
    """Return states by sentence and the unit behind which their body may stand."""
    owners: dict[tuple[int, int], _Owner] = {}
    home_of: dict[int, int] = {}
    for spot in reading.spots:
        chain = reading.chains[spot.chain]
        if chain.schema is not Schema.PLACE or chain.types not in {(), ("state",)}:
            continue
        home_of[id(spot.sequence)] = spot.chain
        units = reading.units[spot.sentence]
        mark = spot.sequence.last + 1
        if mark < len(units) and units[mark].possessive:
            owners[spot.sentence, mark] = _Owner(chain.country, spot.chain)
    for demonym in reading.demonyms:
        owners[demonym.sentence, demonym.unit] = _Owner(demonym.code, None)
    for place, land in reading.lands.items():
        if id(land) in home_of:
            home = home_of[id(land)]
            owners[place] = _Owner(reading.chains[home].country, home)
    return owners


def _end_of_body(units: Items[Unit], at: int, words: NameWords) -> int | None:
    """Return the last unit of the body that begins at a unit, if one does."""
    inner: list[str] = []
    while at < len(units):
        unit = units[at]
        if unit.capital or unit.taken or not unit.word:
            return None
        before = inner[-1] if inner else ""
        named = (
            unit.key in STATE_BODIES
            or before in _WITH.get(unit.key, ())
            or (unit.key in MINISTRY and before in words.portfolios)
        )
        if named:
            return at
        if unit.key not in words.portfolios and unit.key not in _BEFORE | {"and"}:
            return None
        inner.append(unit.key)
        at += 1
    return None


def _stands_alone(sentence: Sentence, units: Items[Unit], at: int, last: int) -> bool:
    """Tell a body from "Norwegian army officers" and "a Norwegian army"."""
    head = sentence[units[last].last]
    if head.deprel in {"compound", "amod", "flat"}:
        return False
    start = _start_of(units, at)
    return start == 0 or units[start - 1].key not in _INDEFINITE


def _start_of(units: Items[Unit], at: int) -> int:
    """Return the first unit of a state that ends at a unit, or at the mark behind."""
    return at - 1 if units[at].possessive else at


def _make_sequence(
    number: int, units: Items[Unit], first: int, last: int, text: str
) -> Sequence:
    start, end = units[first].start, units[last].end
    inside = units[first : last + 1]
    keys = tuple(unit.key for unit in inside if unit.word)
    return Sequence(
        sentence=number,
        # The state is a mention of its own.
        units=list(inside[1:]),
        first=first,
        last=last,
        start=start,
        end=end,
        text=text[start:end],
        keys=keys,
        key=" ".join(keys),
    )


def _kind_of(keys: tuple[str, ...]) -> frozenset[str]:
    """Return what tells a body of a state: its words without the state's own."""
    found = {_SPELLINGS.get(key, key) for key in keys if key not in demonyms()}
    if found & MINISTRY:
        found -= MINISTRY_NOISE
        return frozenset(found or {"foreign"}) | {"ministry"}
    return frozenset(found)


def _found(chains: list[ChainDraft], sequence: Sequence, owner: _Owner) -> int:
    home = found_chain(Schema.ORGANIZATION, name_of_body(sequence), chains)
    chains[home].types = ("government_body",)
    chains[home].country = owner.country
    return home


def _name(chain: ChainDraft, sequence: Sequence) -> None:
    for name in chain.names:
        if name.key == sequence.key:
            name.count += 1
            return
    chain.names.append(name_of_body(sequence))
