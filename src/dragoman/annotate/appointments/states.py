"""To which state a minister belongs where the text leaves it out.

The press leaves the state out for its own: "President X" in a report from Seoul is
the president of South Korea, and in a report about one state its ministers are not
named with it again. Only government posts are completed so, never others.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, itemgetter
from typing import TypeVar

from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.names.drafts import Name
from dragoman.annotate.names.refining import Demonym
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.offices.alone import Fact, is_government_post
from dragoman.annotate.offices.held import Held
from dragoman.data.office_holders import office_holders
from dragoman.data.tables import (
    capitals,
    countries,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    places,
)
from dragoman.model.annotation import Schema
from dragoman.model.syntax import FINITE
from dragoman.text.datelines import find_dateline

_Told = TypeVar("_Told", Sequence, Demonym)

# Of the mentions of states and their towns: so many for the state that a document is
# about; of any other one at most so many as part of those: an adversary is named often.
_LEAST_SHARE = 0.5
_RIVAL_SHARE = 0.6
# How far a dateline and what opens its story reach.
_LINE = 100
# Of which a state has one.
_HEADS = frozenset({"president", "prime minister", "king", "emir", "sultan"})
# What publishes for its state: "Presidency of the Republic of Angola".
_ISSUERS = frozenset(
    {"cabinet", "chancellery", "department", "embassy", "government", "ministry"}
    | {"parliament", "presidency", "president", "secretariat", "senate", "presidential"}
)
_MEETING = frozenset(
    {"meet", "receive", "host", "welcome", "greet", "visit", "telephone", "phone",
     "call", "confer", "discuss", "talks", "talk"}
)  # fmt: skip
_SAYING = frozenset(
    {
        "announce",
        "claim",
        "confirm",
        "deny",
        "hint",
        "insist",
        "report",
        "say",
        "signal",
    }
    | {"state", "suggest", "warn"}
)
_IN_COMPANY = frozenset(
    {"joined by", "accompanied by", "together with", "along with", "flanked by",
     "alongside"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Home:
    """The state whose posts a document names without it.

    Attributes:
        code: ISO code.
        heads: Who is told to head it, or to head no state that is named, by office.
        sections: Where the parts of a roundup begin that have a dateline each, and
            their states, ``None`` if the dateline tells of others; in order.
    """

    code: str | None
    heads: dict[str, set[int]]
    sections: tuple[tuple[int, str | None], ...] = ()

    def has(self, fact: Fact, holder: int) -> bool:
        """Tell whether an office may be of this state: nobody else heads it."""
        return bool(self.sections) or not (
            self.heads.get(fact.office, set()) - {holder}
        )

    def lent_to(self, reader: CoreferencePass, held: Held) -> str | None:
        """Return the state unless somebody of it meets the holder of an office.

        "US Secretary of State X met Defence Minister Y": a visitor and his host.
        """
        sentence = reader.sentences[held.phrase.sentence]
        if self.sections:
            at = bisect_right(self.sections, sentence.start, key=itemgetter(0))
            return self.sections[at - 1][1] if at else None
        if _MEETING.isdisjoint(sentence.lemmas):
            return self.code
        for draft in reader.discourse.drafts:
            if draft.sentence != held.phrase.sentence:
                continue
            if draft.start >= held.phrase.start:
                continue
            facts = reader.discourse.referents[draft.chain].facts
            if any(fact.country == self.code for fact in facts):
                return None
        return self.code


def home_state(reader: CoreferencePass) -> Home | None:
    """Return the state whose posts the document names without it.

    That whose ministry published it, that of the dateline if none of its posts are
    named with it, else the state that the document is about.
    """
    named = {
        chain: referent.facts
        for chain, referent in reader.discourse.referents.items()
        if reader.discourse.chains[chain].names
    }
    told = {fact.country for facts in named.values() for fact in facts}
    if sections := _sections(reader):
        return Home(None, {}, sections)
    code = issuing_state(reader.source)
    if code is None:
        line = _dateline(reader)
        code = line if line is not None and line not in told else _main_state(reader)
    if code is None:
        return None
    heads: dict[str, set[int]] = {}
    for chain, facts in named.items():
        for fact in facts:
            open_to = fact.country is None and fact.body is None
            single = fact.office in _HEADS and fact.status == "current"
            if single and (open_to or fact.country == code):
                heads.setdefault(fact.office, set()).add(chain)
    return Home(code, heads)


def _sections(reader: CoreferencePass) -> tuple[tuple[int, str | None], ...]:
    """Return where the datelines of a roundup stand, and of which states they are."""
    found: list[tuple[int, str | None]] = []
    block = -1
    for number, sentence in enumerate(reader.sentences):
        if sentence.block == block:
            continue
        block = sentence.block
        length = find_dateline(reader.text[sentence.start : sentence.start + _LINE])
        if length is None:
            continue
        state = None  # of a town that nobody knows
        for line in _of_sentences(reader.reading.sequences, number, number):
            code = _state_of_town(line.key)
            if line.start < sentence.start + length and code is not None:
                state = None if _is_of_others(reader, line, code) else code
                break
        found.append((sentence.start, state))
    states = {code for _, code in found} - {None}
    return tuple(found) if len(states) > 1 else ()


def _state_of_town(key: str) -> str | None:
    place = places().get(key)
    return capitals().get(key) or (place.country if place else None)


def issuing_state(source: str | None) -> str | None:
    """Return the state whose ministry or presidency published a document.

    >>> issuing_state("Ministry of External Relations of Guyana")
    'GY'
    """
    words = fold_key((source or "").removeprefix("The ")).split()
    known = find_organization(source, " ".join(words)) if source else None
    if known is not None and "government_body" in known.types:
        return known.country
    if _ISSUERS.isdisjoint(words):
        return None
    for size in (4, 3, 2, 1):
        for first in range(len(words) - size + 1):
            name = " ".join(words[first : first + size])
            code = country_names().get(name)
            if code is None and size == 1:
                code = demonyms().get(name)
            if code is not None:
                return code
    return None


def serves_elsewhere(names: Iterable[Name], office: str, code: str) -> bool:
    """Tell whether a table of public offices knows somebody to serve other states.

    Args:
        names: What he is called; of a surname alone the office decides whose it is.
        office: The title that stands for what he holds.
        code: The state that he would serve.
    """
    for name in names:
        states = _served_states().get((name.key, ""))
        states = states or _served_states().get((name.key, office))
        if states is not None and code not in states:
            return True
    return False


@cache
def _served_states() -> dict[tuple[str, str], set[str]]:
    """Return the states that the holders in the table serve.

    By folded name and an empty text, and by folded surname and office.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for terms in office_holders().values():
        for term in terms:
            if term.body in countries():
                key = fold_key(term.name)
                found.setdefault((key, ""), set()).add(term.body)
                surname = key.rpartition(" ")[2]
                found.setdefault((surname, term.office), set()).add(term.body)
    return found


def _main_state(reader: CoreferencePass) -> str | None:
    """Return the state that a document is about, if it is about one.

    It is named first and mostly, by its name, its adjective or its towns; none of the
    others is named nearly as often, save where envoys are sent to, and no place that no
    table knows as often. A town alone is but where people meet, a single word an aside
    unless the text opens with it.
    """
    named: list[tuple[int, str]] = []
    unknown: Counter[str] = Counter()  # places that no table knows: states as well
    posted: Counter[str] = Counter()
    told = {demonym.code for demonym in reader.reading.demonyms}
    for sequence in reader.reading.sequences:
        code = _state_of(reader, sequence)
        if code is not None:
            named.append((sequence.start, code))
            posted[code] += _is_post_abroad(reader, sequence)
            if sequence.key in country_names():
                told.add(code)
        elif _is_place(reader, sequence):
            unknown[sequence.key] += 1
    for demonym in reader.reading.demonyms:
        unit = reader.reading.units[demonym.sentence][demonym.unit]
        named.append((unit.start, demonym.code))
    if not named:
        return None
    opening, home = min(named)
    counts = Counter(code for _, code in named)
    most = counts.pop(home)
    others = counts - posted
    rival = max(others.values(), default=0)
    if max(unknown.values(), default=0) >= most:
        return None
    if home not in told or (most == 1 and not _opens(reader, opening)):
        return None
    if most < _LEAST_SHARE * (most + others.total()) or rival > _RIVAL_SHARE * most:
        return None
    return home


def _state_of(reader: CoreferencePass, sequence: Sequence) -> str | None:
    """Return the state that a name names, or where the town lies that it names."""
    if not _is_place(reader, sequence):
        return None
    key = sequence.key
    code = country_names().get(key) or capitals().get(key)
    if code is not None:
        return code
    place = places().get(key)
    return None if place is None else place.country


def _opens(reader: CoreferencePass, start: int) -> bool:
    """Tell whether no name stands before a place of the text."""
    return all(one.start >= start for one in reader.reading.sequences)


def _is_place(reader: CoreferencePass, sequence: Sequence) -> bool:
    chain = reader.discourse.chain_of.get(id(sequence))
    return chain is not None and reader.discourse.chains[chain].schema is Schema.PLACE


def _is_post_abroad(reader: CoreferencePass, sequence: Sequence) -> bool:
    """Tell whether a state is where somebody is posted: "ambassador to Cuba"."""
    units = reader.reading.units[sequence.sentence]
    at = sequence.first - 1
    if at > 0 and units[at].key == "the":
        at -= 1
    return at > 0 and units[at].key == "to" and units[at - 1].taken


def _dateline(reader: CoreferencePass) -> str | None:
    """Return the state of "SEOUL, March 19 (Agency)" at the head of the report."""
    for sequence in reader.reading.sequences[:6]:
        if not sequence.text.isupper() or sequence.first > 1 or sequence.titlecase:
            continue
        units = reader.reading.units[sequence.sentence]
        if sequence.last + 1 < len(units) and units[sequence.last + 1].word:
            continue  # "UN envoy": no town in India
        code = _state_of_town(sequence.key)
        if code is not None:
            return None if _is_of_others(reader, sequence, code) else code
    return None


def _is_of_others(reader: CoreferencePass, line: Sequence, code: str) -> bool:
    """Tell "ANKARA (Agency) - Chad and its rebels signed", of ministers of Chad."""
    first = line.sentence  # the dateline may be a sentence of its own
    lead = (t for one in reader.sentences[first : first + 2] for t in one.tokens)
    verb = next((t.start for t in lead if t.tag in FINITE), 0)
    named = _of_sentences(reader.reading.sequences, first, first + 1)
    if _is_own(reader, first, verb, code):
        return False  # "BAGHDAD - An Iran-backed Iraqi faction said"
    if _has_strange_subject(reader, first, verb, named):
        return True
    for sequence in named:
        if sequence is line or sequence.start > verb:
            continue
        chain = reader.discourse.chain_of.get(id(sequence))
        if chain is None:
            continue
        draft = reader.discourse.chains[chain]
        if draft.schema is Schema.PLACE and draft.country != code:
            return True
        # A state that nobody knows may pass for a person of one name.
        bare = len(sequence.units) == 1 and not reader.discourse.referents[chain].facts
        if draft.schema is Schema.PERSON and len(draft.names) == 1 and bare:
            return True
    return False


def _is_own(reader: CoreferencePass, first: int, verb: int, code: str) -> bool:
    """Tell whether the state of the dateline is named before the first verb."""
    for demonym in _of_sentences(reader.reading.demonyms, first, first + 1):
        unit = reader.reading.units[demonym.sentence][demonym.unit]
        if demonym.code == code and unit.start < verb:
            return True
    return any(
        country_names().get(one.key) == code and one.start < verb
        for one in _of_sentences(reader.reading.sequences, first, first + 1)
    )


def _has_strange_subject(
    reader: CoreferencePass, first: int, verb: int, named: list[Sequence]
) -> bool:
    """Tell whether the first verb is said of a name that names nothing known."""
    for sentence in reader.sentences[first : first + 2]:
        at = sentence.token_at(verb)
        subject = None if at is None else sentence.subject(at)
        if subject is None:
            continue
        token = sentence[subject]
        known = any(one.start <= token.start < one.end for one in named)
        return token.upos == "PROPN" and not known
    return False


def state_of_scene(reader: CoreferencePass, held: Held) -> str | None:
    """Return the state of "From Ouagadougou, government spokesman X said"."""
    units = reader.reading.units[held.phrase.sentence]
    company = (
        _state_of_company(reader, held)
        or _state_of_speaker(reader, held)
        or _state_of_topic(reader, held)
    )
    if company is not None:
        return company
    where = held.phrase.first - 1
    if where > 1 and units[where].key == "where" and units[where - 1].text == ",":
        # "back in Tbilisi, where Prime Minister X received them"
        return _state_of_town(units[where - 2].key)
    if not units or units[0].key != "from" or held.phrase.first > 8:
        return None
    number = held.phrase.sentence
    for sequence in _of_sentences(reader.reading.sequences, number, number):
        if sequence.first == 1:
            place = places().get(sequence.key)
            known = capitals().get(sequence.key) or country_names().get(sequence.key)
            return known or (place.country if place else None)
    return None


def is_guest(reader: CoreferencePass, held: Held, code: str | None) -> bool:
    """Tell whether a state meets who holds an office: "Chad received Minister X"."""
    number = held.phrase.sentence
    sentence = reader.sentences[number]
    for verb in sentence.find_lemmas(_MEETING):
        subject = sentence.subject(verb)
        ahead = sentence[verb].start < held.phrase.start
        if subject is None or not ahead or sentence[verb].upos != "VERB":
            continue
        key = fold_key(sentence[subject].text)
        if code in {country_names().get(key), capitals().get(key)}:
            return True
    return False


def _state_of_speaker(reader: CoreferencePass, held: Held) -> str | None:
    """Return the state of "Chad says Foreign Minister X will go".

    Also of "the Chadian side is backing away: Deputy Minister X", no other state being
    named before.
    """
    number, first = held.phrase.sentence, held.phrase.first
    sentence, units = reader.sentences[number], reader.reading.units[number]
    told = {
        units[one.unit].start: one.code
        for one in _of_sentences(reader.reading.demonyms, number, number)
    }
    for sequence in _of_sentences(reader.reading.sequences, number, number):
        code = country_names().get(sequence.key) or capitals().get(sequence.key)
        if code is not None:
            told[sequence.start] = code
    before = {code: at for at, code in told.items() if at < held.phrase.start}
    if len(before) != 1:
        return None
    code, at = next(iter(before.items()))
    named = sentence.token_at(at)
    if named is None:
        return None
    top = named
    while sentence[top].deprel in {"amod", "compound"} and sentence[top].head >= 0:
        top = sentence[top].head
    if not sentence[top].deprel.startswith("nsubj"):
        return None
    verb = sentence[sentence[top].head]
    between = [unit.text for unit in units[:first] if unit.start > at]
    says = verb.lemma.lower() in _SAYING and verb.start < held.phrase.start
    side = sentence[top].lemma.lower() in {"side", "government"} and ":" in between
    return code if says or side else None


def _state_of_topic(reader: CoreferencePass, held: Held) -> str | None:
    """Return the state that opens a paragraph, if no other is named up to a title.

    "Ethiopia's reaction was swift. [...] Her superior, Foreign Minister X, said".
    """
    number = held.phrase.sentence
    block, first = reader.sentences[number].block, number
    while first and reader.sentences[first - 1].block == block:
        first -= 1
    told = [
        (sequence.sentence, sequence.first, code)
        for sequence in _of_sentences(reader.reading.sequences, first, number)
        if (code := country_names().get(sequence.key)) is not None
    ]
    told.extend(
        (demonym.sentence, demonym.unit, demonym.code)
        for demonym in _of_sentences(reader.reading.demonyms, first, number)
    )
    before = {
        code for at, unit, code in told if (at, unit) < (number, held.phrase.first)
    }
    # "US Secretary of State X met Defence Minister Y": a visitor is no topic.
    opens = any(
        (at, unit) <= (first, 1) and not _is_title_after(reader, at, unit)
        for at, unit, _ in told
    )
    return before.pop() if opens and len(before) == 1 else None


def _is_title_after(reader: CoreferencePass, sentence: int, unit: int) -> bool:
    return any(one.first == unit + 1 for one in reader.reading.titles[sentence])


def _of_sentences(items: list[_Told], first: int, last: int) -> list[_Told]:
    """Return those of some sentences: the names of a long document are many."""
    by_sentence = attrgetter("sentence")
    low = bisect_left(items, first, key=by_sentence)
    return items[low : bisect_right(items, last, key=by_sentence)]


def _state_of_company(reader: CoreferencePass, held: Held) -> str | None:
    """Return the state of him whom a minister joins: "he was joined by Minister X"."""
    number, first = held.phrase.sentence, held.phrase.first
    units = reader.reading.units[number]
    words = " ".join(unit.key for unit in units[max(0, first - 2) : first])
    if words not in _IN_COMPANY and words.partition(" ")[2] not in _IN_COMPANY:
        return None
    before = [
        draft
        for draft in reader.discourse.drafts
        if draft.sentence == number and draft.start < held.phrase.start
    ]
    for draft in reversed(before):
        for fact in reader.discourse.referents[draft.chain].facts:
            if fact.country is not None and is_government_post(fact):
                return fact.country
    return None
