"""From the sentences of a document to named mentions in chains."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence as Items
from dataclasses import dataclass, field, replace
from itertools import compress

from dragoman.annotate.encoder.case import is_shouted
from dragoman.annotate.names.agreement import agree
from dragoman.annotate.names.aliases import find_aliases
from dragoman.annotate.names.chains import link_names
from dragoman.annotate.names.context import Context
from dragoman.annotate.names.described import CLASSED
from dragoman.annotate.names.drafts import ChainDraft, Name
from dragoman.annotate.names.hints import read_hints
from dragoman.annotate.names.kin import find_relatives
from dragoman.annotate.names.lexicon import Lexicon, is_title_case, read_lexicon
from dragoman.annotate.names.namesakes import (
    find_later_namesakes,
    find_namesakes,
    find_newcomers,
    find_relatives_by_surname,
    find_royal,
)
from dragoman.annotate.names.persons import Namesakes
from dragoman.annotate.names.protecting import (
    know_letters,
    protect,
    protect_hinted,
    release,
)
from dragoman.annotate.names.refining import Demonym, before_titles, refine
from dragoman.annotate.names.sequences import Sequence, find_sequences
from dragoman.annotate.names.states import support_lands
from dragoman.annotate.names.titles import TitlePhrase, find_titles
from dragoman.annotate.names.types import NONE, Evidence, of_the_hint, of_the_name
from dragoman.annotate.names.units import Unit, read_units
from dragoman.data.tables import (
    NameWords,
    capitals,
    country_names,
    find_organization,
    name_words,
    places,
)
from dragoman.model.annotation import Annotations, Quotation, Schema
from dragoman.model.document import BlockKind, Document
from dragoman.text.names import is_part_of, may_abbreviate, sound_words

_SHORT = 8
# How many guesses of the reading model a class word beside a name outweighs.
_TOLD = 3
_SURE = 10.0  # points of a full name of whose bearer there is no doubt
_ADDRESS = re.compile(r"[”\"]?\s*<\S+@")
# Single words that are the head of an organisation and its whole name at once.
OWN_NAMES = frozenset(
    {"senate", "congress", "parliament", "cabinet", "knesset", "kremlin", "pentagon",
     "duma", "majlis", "politburo", "bundestag", "bundesrat", "rada", "sejm",
     "storting", "riksdag", "folketing", "althing", "mossad", "nato", "mercosur",
     "likud"}
)  # fmt: skip


@dataclass(slots=True)
class Spot:
    """A mention while chains are being built."""

    start: int
    end: int
    sentence: int
    head: int
    chain: int
    sequence: Sequence


@dataclass(slots=True)
class Reading:
    """What was read of a document so far.

    Attributes:
        units: Units of each sentence.
        titles: Title phrases of each sentence.
        sequences: Sequences that name something, in order of the text.
        spots: Named mentions.
        open: Sequences whose name fits several chains, with these.
        generic: Capitalised heads without a name ("the League").
        chains: Chains so far.
        demonyms: Nationality words.
        lands: By sentence and unit, the land that a word is the adjective of, where
            no table but the document names it.
        state_bodies: Chains of bodies that stand with their state in small letters.
        lexicon: How the document writes its words.
    """

    units: list[list[Unit]] = field(default_factory=list)
    titles: list[list[TitlePhrase]] = field(default_factory=list)
    sequences: list[Sequence] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    open: list[tuple[Sequence, list[int]]] = field(default_factory=list)
    generic: list[Sequence] = field(default_factory=list)
    chains: list[ChainDraft] = field(default_factory=list)
    demonyms: list[Demonym] = field(default_factory=list)
    lands: dict[tuple[int, int], Sequence] = field(default_factory=dict)
    state_bodies: set[int] = field(default_factory=set)
    lexicon: Lexicon = field(default_factory=Lexicon)


def read_names(document: Document, annotations: Annotations) -> Reading:
    """Find the named mentions of a document and join them to chains."""
    words = name_words()
    reading = Reading()
    reading.units = [read_units(sentence) for sentence in annotations.sentences]
    know_letters(reading.units)
    titlecase = [is_title_case(units) for units in reading.units]
    reading.lexicon = read_lexicon(reading.units, titlecase)
    raw: list[Sequence] = []
    for number, units in enumerate(reading.units):
        hints = read_hints(annotations.sentences[number], units)
        protected = [*protect(units), *protect_hinted(units, hints, words)]
        titles = find_titles(number, units, document.text, words)
        release(units, titles, words)
        for unit in protected:
            unit.taken = False
        reading.titles.append(titles)
        found = find_sequences(
            number,
            units,
            titles,
            reading.lexicon,
            words,
            document.text,
            titlecase=titlecase[number],
        )
        headline = document.blocks[annotations.sentences[number].block].kind
        refined: list[Sequence] = []
        for sequence in found:
            # Whose words it is over, a headline says at its end or with a colon.
            own = sequence.text == document.source.name and (
                document.text[sequence.end : sequence.end + 2].strip(" \n")[:1]
                in {"", "(", ":"}
            )
            sequence.titlecase |= headline is BlockKind.TITLE
            sequence.titlecase &= not own
            refined.extend(
                refine(sequence, units, reading.demonyms, document.text, words)
            )
        if titlecase[number]:
            reading.demonyms.extend(before_titles(number, units, titles))
        if titlecase[number] and is_shouted([unit.text for unit in units]):
            # Where all is in capitals they tell of no name; the model may.
            refined = []
            units = [replace(unit, capital=False) for unit in units]
        agreed = agree(number, refined, hints, units, titles, words, document.text)
        # "US$20" is money
        raw.extend(one for one in agreed if not document.text.startswith("$", one.end))
    longer = (len(units) > _SHORT for units in reading.units)
    if all(compress(titlecase, longer)):
        # Nothing but headlines: there is no running text that could tell better.
        for sequence in raw:
            sequence.titlecase &= sequence.hint is None
    _mark_quoted(raw, annotations.quotations, document, reading, words)
    keys, which = find_namesakes(raw, annotations, document.text)
    apart = (
        find_newcomers(raw, document.text)
        | find_later_namesakes(raw, document.text)
        | find_relatives(raw, document.text)
        | find_relatives_by_surname(raw, document.text)
        | find_royal(raw)
    )
    namesakes = keys, apart
    _decide(raw, reading, annotations, words, (namesakes, which))
    return reading


def _mark_quoted(
    sequences: Items[Sequence],
    quotations: Items[Quotation],
    document: Document,
    reading: Reading,
    words: NameWords,
) -> None:
    """Mark sequences that stand in a quoted title, slogan or nickname."""
    starts = [quotation.start for quotation in quotations]
    for sequence in sequences:
        index = bisect_right(starts, sequence.start) - 1
        if index < 0 or quotations[index].end < sequence.end:
            continue
        quotation = quotations[index]
        inside = document.text[quotation.start : quotation.end]
        whole = inside.strip(" .,;") == sequence.text
        if whole and _ADDRESS.match(document.text, quotation.end):
            continue  # "Anna Lind" <anna@example.org>
        sequence.whole = whole
        sequence.quoted = len(inside.split()) <= 8 and not (
            whole and _is_outlet(reading.units[sequence.sentence], sequence, words)
        )


def _is_outlet(units: list[Unit], sequence: Sequence, words: NameWords) -> bool:
    """Tell whether a quoted name is introduced by its kind: the agency "X"."""
    at = sequence.first - 2
    return at >= 0 and units[at].key in words.describes


@dataclass(slots=True)
class _Inventory:
    """The distinct names of a document while they are judged.

    Attributes:
        names: By key.
        contexts: Points of all mentions by key.
        hints: What the reading model says of all mentions, by key.
        body: How many mentions in running text by key.
        quoted: Keys that fill a quotation by themselves.
        starts: By sentence, the last unit of each sequence by its first one.
        ends: By sentence, the first unit of each sequence by its last one.
    """

    names: dict[str, Name] = field(default_factory=dict)
    contexts: dict[str, Evidence] = field(default_factory=dict)
    hints: dict[str, Evidence] = field(default_factory=dict)
    body: Counter[str] = field(default_factory=Counter)
    quoted: set[str] = field(default_factory=set)
    starts: dict[int, dict[int, int]] = field(default_factory=dict)
    ends: dict[int, dict[int, int]] = field(default_factory=dict)

    def name_of(self, sequence: Sequence, words: NameWords) -> Name:
        """Return the distinct name of a sequence, a new one if it is the first."""
        name = self.names.get(sequence.key)
        if name is None:
            name = Name(
                sequence.key,
                sequence.text,
                sequence.keys,
                of_the_name(sequence, words),
                sequence.start,
            )
            self.names[sequence.key] = name
            self.contexts[sequence.key] = Evidence()
            self.hints[sequence.key] = Evidence()
        return name


def _decide(
    raw: list[Sequence],
    reading: Reading,
    annotations: Annotations,
    words: NameWords,
    namesakes: tuple[Namesakes, dict[int, int]],
) -> None:
    """Decide what each name is, link the names, and place the mentions."""
    inventory = _Inventory()
    for sequence in raw:
        number, first, last = sequence.sentence, sequence.first, sequence.last
        inventory.starts.setdefault(number, {})[first] = last
        inventory.ends.setdefault(number, {})[last] = first
    for sequence in raw:
        _count(sequence, inventory, reading, annotations, words)
    names = inventory.names
    for key, name in names.items():
        share = min(1.0, 3.0 / max(1, name.count))
        for kind, points in inventory.contexts[key].points.items():
            name.evidence.add(kind, points * share)
        for kind, points in inventory.hints[key].points.items():
            name.evidence.add(kind, points / max(1, name.count))
        name.evidence.strong = inventory.contexts[key].strong
    _support_short_names(names)
    lands = support_lands(names, reading.units)
    generic = {key for key, name in names.items() if _is_generic(name, words)}
    for key, name in names.items():
        if key not in generic:
            whole = key in inventory.quoted
            name.schema = _schema_of(name, inventory.body[key], whole=whole)
    _accept_quoted_full_names(inventory)
    aliases = find_aliases(raw, reading.units, names)
    _agree_aliases(aliases, names, generic)
    named = [name for name in names.values() if name.schema is not None]
    shared, which = namesakes
    reading.chains, homes = link_names(named, aliases, shared, words)
    _place(raw, reading, annotations, homes, generic, which)
    reading.lands = _find_lands(lands, reading)


def _find_lands(
    lands: dict[str, str], reading: Reading
) -> dict[tuple[int, int], Sequence]:
    """Return where adjectives stand of lands that are named, with these."""
    if not lands:
        return {}
    named: dict[str, Sequence] = {}
    for spot in reading.spots:
        if reading.chains[spot.chain].schema is Schema.PLACE:
            named.setdefault(spot.sequence.key, spot.sequence)
    return {
        (number, index): named[lands[unit.key]]
        for number, units in enumerate(reading.units)
        for index, unit in enumerate(units)
        if unit.capital and lands.get(unit.key) in named
    }


def _count(
    sequence: Sequence,
    inventory: _Inventory,
    reading: Reading,
    annotations: Annotations,
    words: NameWords,
) -> None:
    """Add a mention to its name: how it is written, what stands around it."""
    key = sequence.key
    name = inventory.name_of(sequence, words)
    if sequence.titlecase or sequence.quoted:
        if sequence.whole and not sequence.titlecase:
            inventory.quoted.add(key)
        return
    if not inventory.body[key]:
        name.text, name.first = sequence.text, sequence.start
    inventory.body[key] += 1
    name.count += 1
    if name.text.isupper() and not sequence.text.isupper():
        name.text = sequence.text
    if sequence.subtype:
        name.subtypes[sequence.subtype] += 1
    kind, points = of_the_hint(sequence)
    inventory.hints[key].add(kind, points)
    inventory.contexts[key].strong |= kind is Schema.PERSON
    context = Context(
        sequence,
        reading.units[sequence.sentence],
        annotations.sentences[sequence.sentence],
        reading.titles[sequence.sentence],
        inventory.starts[sequence.sentence],
        inventory.ends[sequence.sentence],
        words,
    )
    inventory.contexts[key].merge(context.judge())
    if context.told:
        name.subtypes[context.told] += _TOLD


def _agree_aliases(
    aliases: Items[tuple[str, str]], names: dict[str, Name], generic: set[str]
) -> None:
    """Give a name and what stands in brackets behind it the same kind."""
    for long, short in aliases:
        if _is_introduced(names[long], names[short]):
            names[short].schema = names[long].schema
            continue
        if find_organization(names[short].text, short) is not None:
            names[long].schema = Schema.ORGANIZATION
        if names[long].schema is not None:
            left, right = names[long].evidence.best(), names[short].evidence.best()
            if names[short].schema is not None and right[1] > left[1]:
                names[long].schema = names[short].schema
            names[short].schema = names[long].schema
            generic.discard(short)
        elif names[short].schema is Schema.ORGANIZATION:
            names[long].schema = Schema.ORGANIZATION


def _is_introduced(long: Name, short: Name) -> bool:
    """Tell whether letters of a state are explained as those of a body.

    "The People's Renewal Congress (PRC)" is not China.
    """
    return (
        short.key in country_names()
        and long.key not in country_names()
        and long.schema is Schema.ORGANIZATION
        and may_abbreviate(short.text, long.text)
    )


def _place(
    raw: list[Sequence],
    reading: Reading,
    annotations: Annotations,
    homes: dict[str, list[int]],
    generic: set[str],
    which: dict[int, int],
) -> None:
    for sequence in raw:
        if sequence.key in generic:
            if not sequence.titlecase:
                reading.generic.append(sequence)
            continue
        chains = homes.get(sequence.key)
        if not chains:
            continue
        reading.sequences.append(sequence)
        if len(chains) > 1 and id(sequence) in which:
            chains = [chains[which[id(sequence)]]]
        if len(chains) > 1:
            reading.open.append((sequence, chains))
            continue
        sentence = annotations.sentences[sequence.sentence]
        head = sentence.head_of(sequence.start, sequence.end)
        if head is None:
            head = sequence.units[-1].last
        reading.spots.append(
            Spot(
                sequence.start,
                sequence.end,
                sequence.sentence,
                head,
                chains[0],
                sequence,
            )
        )


def _support_short_names(names: dict[str, Name]) -> None:
    """A surname shares the evidence of the full name that holds it, and supports it."""
    alone = {
        key
        for key, name in names.items()
        if len(name.words) == 1 and name.evidence.best()[0] is Schema.PERSON
    }
    for name in names.values():
        if len(name.words) > 1 and name.words[-1] in alone:
            name.evidence.add(Schema.PERSON, 4.5)
    full: dict[str, list[Name]] = {}
    for name in names.values():
        kind, points, _ = name.evidence.best()
        if kind is Schema.PERSON and points >= 2.5 and len(name.words) > 1:
            for word in sound_words(name.text):
                full.setdefault(word, []).append(name)
    for name in names.values():
        if len(name.words) > 1:
            continue
        parts = sound_words(name.text)
        holders = full.get(parts[-1], [])
        held = [one for one in holders if is_part_of(parts, sound_words(one.text))]
        if len(parts[-1]) > 2 and held:
            sure = max(one.evidence.best()[1] for one in held) >= _SURE
            name.evidence.add(Schema.PERSON, 5.5 if sure else 4.0)
            if name.key not in places():
                # "Handed them over to Serval": no town is called as the delegate is.
                name.evidence.add(Schema.PERSON, 2.5)
            name.evidence.strong = True


def _accept_quoted_full_names(inventory: _Inventory) -> None:
    """Take the full name of a person who is named shortly outside the quotation."""
    short = {
        name.key
        for name in inventory.names.values()
        if name.schema is Schema.PERSON and len(name.words) == 1
    }
    for key, name in inventory.names.items():
        if name.schema is None and not inventory.body[key] and len(name.words) > 1:
            kind, points, _ = name.evidence.best()
            if kind is Schema.PERSON and points > 0 and name.words[-1] in short:
                name.schema = Schema.PERSON


def _is_generic(name: Name, words: NameWords) -> bool:
    """Tell whether a name is a bare head word: "the League", "the Ministry"."""
    if name.key in OWN_NAMES or find_organization(name.text, name.key):
        return False
    told = name.evidence.points.get(Schema.ORGANIZATION, 0.0) >= CLASSED
    if told and name.key not in words.organizations:
        return False  # "the party Bridge", but no "Foreign Ministry Spokesman X"
    return (
        len(name.words) == 1
        and (
            name.key in words.organizations
            or name.key in words.describes
            or name.key in words.places
            or name.key.rstrip("s") in words.organizations
        )
        and not name.text.isupper()
    )


def _schema_of(name: Name, count: int, *, whole: bool) -> Schema | None:
    """Decide for a kind, or for none."""
    kind, points, lead = name.evidence.best()
    if not isinstance(kind, Schema) or kind == NONE:
        return None
    if count == 0 and not _is_known(name) and not (whole and points >= 4.5):
        return None
    single = kind is Schema.PERSON and len(name.words) == 1
    if single and (points < 2.9 or not name.evidence.strong):
        return None
    floor = {Schema.PERSON: 2.7, Schema.ORGANIZATION: 3.4, Schema.PLACE: 2.9}[kind]
    if points < floor or lead < 0.3:
        return None
    return kind


def _is_known(name: Name) -> bool:
    return (
        name.key in country_names()
        or name.key in capitals()
        or find_organization(name.text, name.key) is not None
        or (name.key in places() and places()[name.key].kind != "city")
    )
