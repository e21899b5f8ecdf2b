"""From the sentences of a document to named mentions in chains."""

import re
from bisect import bisect_right
from collections.abc import Sequence as Items
from dataclasses import dataclass, field

from dragoman.annotate.names_chains import ChainDraft, Name, link_names
from dragoman.annotate.names_context import Context
from dragoman.annotate.names_sequences import (
    Lexicon,
    Sequence,
    cut,
    find_sequences,
    read_lexicon,
)
from dragoman.annotate.names_titles import TitlePhrase, find_titles
from dragoman.annotate.names_types import (
    NONE,
    Evidence,
    of_the_name,
)
from dragoman.annotate.names_units import Unit, read_units
from dragoman.data.tables import (
    NameWords,
    capitals,
    country_names,
    demonyms,
    find_organization,
    name_words,
    organizations,
    places,
    region_names,
)
from dragoman.model.annotation import Annotations, Quotation, Schema
from dragoman.model.document import BlockKind, Document
from dragoman.text.names import is_part_of, may_abbreviate, sound_words

_COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western",
     "central", "upper", "lower", "occupied", "greater", "mainland", "rural", "downtown"}
)  # fmt: skip
_ALSO_KNOWN = re.compile(
    r"[\s,(\[\"“]*(also |better |widely |commonly |otherwise )?"
    r"(known as|a\.?k\.?a\.?|alias|né|née|nom de guerre|born)( the)?[\s\"“‘]*"
)
# Single words that are the head of an organisation and its whole name at once.
OWN_NAMES = frozenset(
    {"senate", "congress", "parliament", "cabinet", "knesset", "kremlin", "pentagon",
     "duma", "majlis", "politburo", "bundestag", "bundesrat", "rada", "sejm", "storting",
     "riksdag", "folketing", "althing", "mossad", "secretariat", "nato", "mercosur", "likud"}
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
class Demonym:
    """A word of nationality that stands by itself: "Bolivian"."""

    sentence: int
    unit: int
    code: str


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
    lexicon: Lexicon = field(default_factory=Lexicon)


def read_names(document: Document, annotations: Annotations) -> Reading:
    """Find the named mentions of a document and join them to chains."""
    words = name_words()
    reading = Reading()
    reading.units = [read_units(sentence) for sentence in annotations.sentences]
    reading.lexicon = read_lexicon(reading.units)
    raw: list[Sequence] = []
    for number, units in enumerate(reading.units):
        protected = _protect(units)
        titles = find_titles(number, units, document.text, words)
        _release(units, titles, words)
        for unit in protected:
            unit.taken = False
        reading.titles.append(titles)
        found = find_sequences(
            number, units, titles, reading.lexicon, words, document.text
        )
        headline = document.blocks[annotations.sentences[number].block].kind
        for sequence in found:
            sequence.titlecase |= headline is BlockKind.TITLE
            raw.extend(_refine(sequence, units, reading, document.text, words))
    _mark_quoted(raw, annotations.quotations, document, reading, words)
    _decide(raw, reading, annotations, words)
    return reading


def _protect(units: list[Unit]) -> list[Unit]:
    """Mark known names of several words; keep them from being read as titles.

    "Joint Chiefs of Staff", "General Assembly", "Prime Minister's Office".
    """
    known, states, regions = organizations(), country_names(), region_names()
    found: list[Unit] = []
    for index, unit in enumerate(units):
        if not unit.capital:
            continue
        key = unit.key
        for length in range(1, 5):
            if index + length >= len(units) or not units[index + length].word:
                break
            key += " " + units[index + length].key
            if not units[index + length].capital:
                continue
            if key in known or key in states or key in regions:
                unit.known_to = index + length
            if key in known:
                for inside in units[index : index + length + 1]:
                    inside.taken = True
                    found.append(inside)
    return found


def _release(units: list[Unit], titles: list[TitlePhrase], words: NameWords) -> None:
    """Give back title words that open the name of an organisation."""
    for phrase in list(titles):
        if not units[phrase.last].capital:
            continue
        at = phrase.last + 1
        if at < len(units) and units[at].possessive:
            at += 1
        end = at
        while end < len(units) and units[end].capital and not units[end].taken:
            end += 1
        single = phrase.first == phrase.last
        heads = end > at and (
            units[end - 1].key in words.organizations
            or (single and units[end - 1].key in words.places)
        )
        owner = units[phrase.last].key in words.owners and units[at - 1].possessive
        if heads and (end - at == 1 or owner or single and end - at <= 2):
            for unit in units[phrase.first : phrase.last + 1]:
                unit.taken = False
            titles.remove(phrase)
        elif owner and end > at:
            for unit in units[phrase.first : phrase.last + 1]:
                unit.taken = False
            titles.remove(phrase)


def _refine(
    sequence: Sequence,
    units: list[Unit],
    reading: Reading,
    text: str,
    words: NameWords,
) -> list[Sequence]:
    """Cut what is no part of a name off a sequence; cut apart two names in a row."""
    found = _split_after_known(sequence, units, text, words)
    kept = []
    for part in found:
        after = units[part.last + 1] if part.last + 1 < len(units) else None
        introduced = bool(part.first) and (
            units[part.first - 1].key in words.describes
            and not units[part.first - 1].capital
        )
        # "Georgian Dream lawmaker": not the dream of a Georgian.
        whole = len(part.keys) == 2 and after is not None and after.taken and after.word
        trimmed = part if introduced or whole else _trim(part, reading, text, words)
        if trimmed is not None:
            kept.append(trimmed)
    return kept


def _split_after_known(
    sequence: Sequence, units: list[Unit], text: str, words: NameWords
) -> list[Sequence]:
    """ "Kyrgyz Republic Azamat Dzhumabekov": a state, then its minister."""
    size = len(sequence.units)
    if size < 2 or sequence.key in country_names() or sequence.key in organizations():
        return [sequence]
    for length in range(min(size - 1, 6), 0, -1):
        front = cut(sequence, 0, size - length, text)
        rest = cut(sequence, length, 0, text)
        if front is None or rest is None:
            continue
        if rest.first != sequence.first + length:
            continue
        if any(
            u.key in words.organizations or u.key in words.places for u in rest.units
        ):
            continue
        known = front.key in country_names() or (
            front.key in organizations() and len(front.keys) > 1 and len(rest.units) > 1
        )
        department = (
            len(rest.units) > 1
            and length > 1
            and "government_body" in words.organizations.get(front.keys[-1], ())
        )
        topic = (
            len(rest.units) > 1
            and front.keys[-1] in words.portfolios
            and sequence.first > 1
            and units[sequence.first - 1].key in {"on", "for"}
            and units[sequence.first - 2].taken
        )
        if known or department or topic:
            rest.sure = True
            if known and front.key in country_names() and len(rest.units) == 1:
                return [sequence]
            return [front, rest]
    return [sequence]


def _trim(
    sequence: Sequence, reading: Reading, text: str, words: NameWords
) -> Sequence | None:
    """Cut nationality and the like off the front; ``None`` if nothing is left."""
    current: Sequence | None = sequence
    while current is not None:
        key = current.keys[0]
        if current.key in country_names() or find_organization(
            current.text, current.key
        ):
            return current
        if places().get(current.key) is not None and len(current.keys) > 1:
            return current
        nationality = demonyms().get(key)
        if (
            nationality is not None
            and len(current.keys) == 1
            and current.key in places()
        ):
            nationality = None if current.key not in demonyms() else nationality
        if len(current.keys) > 1 and " ".join(current.keys[:2]) in demonyms():
            nationality = demonyms()[" ".join(current.keys[:2])]
            reading.demonyms.append(
                Demonym(current.sentence, current.first, nationality)
            )
            if len(current.keys) == 2:
                return None
            if _headed(current, words):
                return current
            current = cut(current, 2, 0, text)
            continue
        adjective = (
            nationality is not None
            or key in words.peoples
            or (
                "-" in key
                and key.rpartition("-")[2]
                in {"led", "backed", "based", "controlled", "born"}
            )
        )
        if not adjective and not (key in _COMPASS and _names_place(current)):
            return current
        if nationality is not None:
            reading.demonyms.append(
                Demonym(current.sentence, current.first, nationality)
            )
        if len(current.keys) == 1:
            return None
        if adjective and "-" not in key and _headed(current, words):
            return current
        current = cut(current, 1, 0, text)
    return current


def _headed(sequence: Sequence, words: NameWords) -> bool:
    return any(
        k in words.organizations or k in words.places or k in words.not_entities
        for k in sequence.keys[1:]
    )


def _names_place(sequence: Sequence) -> bool:
    rest = " ".join(sequence.keys[1:])
    return rest in country_names() or rest in places()


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
        sequence.whole = whole
        sequence.quoted = len(inside.split()) <= 8 and not (
            whole and _is_outlet(reading.units[sequence.sentence], sequence, words)
        )


def _is_outlet(units: list[Unit], sequence: Sequence, words: NameWords) -> bool:
    """Tell whether a quoted name is introduced by its kind: the agency "X"."""
    at = sequence.first - 2
    return at >= 0 and units[at].key in words.describes


def _decide(
    raw: list[Sequence], reading: Reading, annotations: Annotations, words: NameWords
) -> None:
    """Decide what each name is, link the names, and place the mentions."""
    names: dict[str, Name] = {}
    body: dict[str, int] = {}
    starts: dict[int, dict[int, int]] = {}
    for sequence in raw:
        starts.setdefault(sequence.sentence, {})[sequence.first] = sequence.last
    contexts: dict[str, Evidence] = {}
    quoted: set[str] = set()
    for sequence in raw:
        key = sequence.key
        if key not in names:
            names[key] = Name(
                key,
                sequence.text,
                sequence.keys,
                of_the_name(sequence, words),
                sequence.start,
            )
            contexts[key] = Evidence()
        name = names[key]
        if sequence.titlecase or sequence.quoted:
            if sequence.whole and not sequence.titlecase:
                quoted.add(key)
            continue
        if body.get(key, 0) == 0:
            name.text, name.first = sequence.text, sequence.start
        body[key] = body.get(key, 0) + 1
        name.count += 1
        if name.text.isupper() and not sequence.text.isupper():
            name.text = sequence.text
        contexts[key].merge(
            Context(
                sequence,
                reading.units[sequence.sentence],
                annotations.sentences[sequence.sentence],
                reading.titles[sequence.sentence],
                starts[sequence.sentence],
                words,
            ).judge()
        )
    for key, name in names.items():
        share = min(1.0, 3.0 / max(1, name.count))
        for kind, points in contexts[key].points.items():
            name.evidence.add(kind, points * share)
    _support_short_names(names)
    generic = {key for key, name in names.items() if _is_generic(name, words)}
    for key, name in names.items():
        if key not in generic:
            name.schema = _schema_of(name, body.get(key, 0), whole=key in quoted)
    aliases = _find_aliases(raw, reading, names)
    for long, short in aliases:
        if find_organization(names[short].text, short) is not None:
            names[long].schema = Schema.ORGANIZATION
        if names[long].schema is not None:
            names[short].schema = names[long].schema
            generic.discard(short)
        elif names[short].schema is Schema.ORGANIZATION:
            names[long].schema = Schema.ORGANIZATION
    named = [name for name in names.values() if name.schema is not None]
    reading.chains, homes = link_names(named, aliases, words)
    _place(raw, reading, annotations, homes, generic)


def _place(
    raw: list[Sequence],
    reading: Reading,
    annotations: Annotations,
    homes: dict[str, list[int]],
    generic: set[str],
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
    """A surname shares the evidence of the full name that holds it."""
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
        if len(parts[-1]) > 2 and any(
            is_part_of(parts, sound_words(holder.text)) for holder in holders
        ):
            name.evidence.add(Schema.PERSON, 4.0)


def _is_generic(name: Name, words: NameWords) -> bool:
    """Tell whether a name is a bare head word: "the League", "the Ministry"."""
    if name.key in OWN_NAMES or find_organization(name.text, name.key):
        return False
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
    if kind is Schema.PERSON and len(name.words) == 1 and points < 3.4:
        return None
    floor = {Schema.PERSON: 2.9, Schema.ORGANIZATION: 3.4, Schema.PLACE: 2.9}[kind]
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


def _find_aliases(
    raw: Items[Sequence], reading: Reading, names: dict[str, Name]
) -> list[tuple[str, str]]:
    """Find "Long Name (LN)" pairs."""
    found: list[tuple[str, str]] = []
    for long, short in zip(raw, raw[1:], strict=False):
        if long.sentence != short.sentence:
            continue
        units = reading.units[long.sentence]
        if _ALSO_KNOWN.fullmatch(
            " ".join(unit.key for unit in units[long.last + 1 : short.first])
        ):
            found.append((long.key, short.key))
            continue
        if short.first - long.last not in {2, 3}:
            continue
        if units[short.first - 1].text != "(":
            continue
        after = units[short.last + 1] if short.last + 1 < len(units) else None
        if after is None or after.text not in {")", ",", ";"}:
            continue
        if len(long.keys) == 1 and len(short.keys) > 1:
            long, short = short, long
        if may_abbreviate(short.text, long.text) or (
            len(short.keys) == 1
            and (
                names[long.key].schema is not Schema.PLACE
                or find_organization(short.text, short.key) is not None
            )
            and (short.text.isupper() or names[short.key].schema is not Schema.PLACE)
            and len(long.keys) > 1
        ):
            found.append((long.key, short.key))
    return found
