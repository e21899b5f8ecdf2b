"""Offices as annotations, once every holder and body is known."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.appointments.portfolios import find_portfolios
from dragoman.annotate.appointments.posts import (
    body_of_office,
    title_of_office,
    title_with_field,
)
from dragoman.annotate.appointments.states import Home, home_state
from dragoman.annotate.appointments.succession import pass_on
from dragoman.annotate.appointments.verbs import find_replaced, find_verbal_offices
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.names.units import head_token
from dragoman.annotate.offices.alone import Fact
from dragoman.annotate.offices.held import Held
from dragoman.annotate.offices.said import ENDING, ENTERING
from dragoman.annotate.offices.terms import ends_on, join_ends, starts_on
from dragoman.model.annotation import Office, Schema
from dragoman.model.claim import Time

# Title nouns that say no office: kin, guests, bystanders, callings.
NO_OFFICE = frozenset(
    {"host", "guest", "victim", "witness", "survivor", "resident", "villager",
     "visitor", "counterpart", "colleague", "predecessor", "successor",
     "interlocutor", "husband", "wife", "father", "mother",
     "son", "daughter", "brother", "sister", "uncle", "aunt", "nephew", "niece",
     "grandson", "granddaughter", "widow", "widower", "helmsman", "expert", "player",
     "worker", "fisherman", "driver", "farmer", "student", "trader", "shopkeeper",
     "pilot", "strongman", "boss", "kingpin", "warlord", "dictator", "oligarch",
     "tycoon", "frontrunner", "politician", "highness", "majesty", "excellency",
     "eminence", "holiness", "beatitude", "barrister", "advocate", "engineer",
     "doctor", "cousin", "official", "troika", "nobleman", "fighter", "militant",
     "operative", "elder", "hon"}
)  # fmt: skip

# What somebody is by trade: an office only at a house that is named.
_CALLINGS = frozenset(
    {"anthropologist", "archaeologist", "psychologist", "theologian", "philosopher",
     "jurist", "cartoonist", "environmentalist", "historian", "economist",
     "sociologist", "scientist", "journalist", "reporter", "writer", "poet",
     "novelist", "blogger", "filmmaker", "singer", "actor", "actress", "artist",
     "businessman", "businesswoman", "banker", "industrialist", "entrepreneur",
     "physician", "surgeon", "nurse", "teacher", "geologist", "agronomist", "author",
     "translator", "interpreter", "columnist", "scholar", "researcher"}
)  # fmt: skip


# Words of praise where no body is named.
_PRAISE = frozenset({"candidate", "champion", "leader"})
# What is nothing without a body.
_OF_BODIES = frozenset({"head", "member"})


def finish_offices(reader: CoreferencePass, ids: list[str]) -> list[Office]:
    """Make the offices of all titles whose holder is a named person."""
    found = find_verbal_offices(reader, ids)
    told: set[tuple[int, str]] = set()
    home = home_state(reader)
    found.extend(find_portfolios(reader, ids, home))
    for number in sorted(reader.held):
        for held in reader.held[number]:
            for single, fact in _held_by(reader, held):
                office = _office(reader, held, fact, single, ids, home)
                if office.organization_name is None and (
                    fact.word in _CALLINGS or _says_nothing(reader, held, office, fact)
                ):
                    continue
                found.append(office)
                if held.how == "verb":
                    told.add((office.start, office.holder))
                former = find_replaced(reader, held, single)
                if former is not None:
                    found.append(_before(office, ids[former]))
    found.sort(key=lambda office: (office.start, office.end, office.evidence))
    return pass_on(reader, ids, found, told)


def _held_by(reader: CoreferencePass, held: Held) -> Iterator[tuple[int, Fact]]:
    """Yield the named persons who hold a title, each with his office."""
    alone = not held.holders and held.subject is None
    if held.chain is None or (alone and held.chain not in reader.merged):
        return
    fact = reader.offices.facts[id(held)]
    for single in _holders(reader, held):
        draft = reader.discourse.chains[single]
        own = held.own_bodies.get(single, fact)
        named = draft.schema is Schema.PERSON and draft.names
        if named and own.word not in NO_OFFICE and own.status != "claimed":
            yield single, own


def _says_nothing(
    reader: CoreferencePass, held: Held, office: Office, fact: Fact
) -> bool:
    """Tell "is a leader", "the only candidate", "a full member" of nothing named."""
    if fact.word not in _OF_BODIES:
        return fact.word in _PRAISE and fact.key == fact.word and held.how == "verb"
    phrase = held.phrase
    if office.title != phrase.text:
        return False  # "head of trade policy"
    before = reader.reading.units[phrase.sentence][phrase.first : phrase.head]
    # a "team member" tells of what
    return all(unit.upos != "NOUN" or unit.key == "officio" for unit in before)


def _before(office: Office, holder: str) -> Office:
    """Return the office of who held it before."""
    end = office.evidence[1]
    return replace(
        office,
        start=end - 1,
        end=end,
        holder=holder,
        status="former",
        time=_until(office.time),
    )


def _holders(reader: CoreferencePass, held: Held) -> list[int]:
    found: list[int] = []
    if held.chain in reader.merged:
        return [reader.merged[held.chain]]
    if held.subject is not None and held.chain is not None:
        return [held.chain]
    for sequence in held.holders:
        chain = reader.discourse.chain_of.get(id(sequence))
        if chain is None:
            continue
        for single in reader.discourse.chains[chain].members or (chain,):
            if single not in found:
                found.append(single)
    return found


def _office(
    reader: CoreferencePass,
    held: Held,
    fact: Fact,
    holder: int,
    ids: list[str],
    home: Home | None,
) -> Office:
    phrase = held.phrase
    body, name = body_of_office(reader, held, fact, holder, home)
    first, last = _evidence(reader, held, holder)
    term = _term(reader, held)
    title = title_of_office(reader, held, fact)
    if name is None:
        with_field = title_with_field(reader, held, title)
        if with_field != title:
            last = max(last, phrase.start + len(with_field))
        title = with_field
    return Office(
        start=phrase.start,
        end=phrase.end,
        title=title,
        holder=ids[holder],
        organization=ids[body] if body is not None else None,
        organization_name=name,
        status=fact.status,
        evidence=(first, last),
        time=term,
    )


def _until(term: Time | None) -> Time | None:
    """Return the term of who was there before one who came."""
    if term is None or not term.value.endswith("/.."):
        return None
    return ends_on(replace(term, value=term.value.removesuffix("/..")), None)


def _term(reader: CoreferencePass, held: Held) -> Time | None:
    """Return the term that the verb tells by which somebody is said to hold."""
    predicate, number = held.told_of, held.phrase.sentence
    if held.how != "verb" or predicate is None:
        return None
    sentence = reader.sentences[number]
    head = head_token(sentence, reader.reading.units[number][held.phrase.head])
    if sentence[head].deprel == "conj":
        return None  # "adviser from 2010 to 2012 and then head": dates of the first
    lemma = sentence[predicate].lemma.lower()
    enters = predicate != head and lemma in ENTERING
    leaves = predicate != head and lemma in ENDING
    term = reader.terms.term_of(number, predicate)
    day = reader.terms.day_of_change(number, predicate) if enters or leaves else None
    if day is None:
        return term
    if leaves:
        return term or ends_on(day, None)
    if term is not None and term.value.endswith("/.."):
        return term  # "today elected X for a term starting on 1 March"
    begun = starts_on(day)
    # "became minister in 2019, a post she held until June 2023"
    ends = term is not None and term.value.startswith("../")
    return join_ends(begun, term) if term is not None and ends else begun


def _evidence(reader: CoreferencePass, held: Held, holder: int) -> tuple[int, int]:
    start, end = held.phrase.start, held.phrase.end
    if held.body is not None:
        start, end = min(start, held.body.start), max(end, held.body.end)
    for sequence in held.holders:
        chain = reader.discourse.chain_of.get(id(sequence))
        if chain is None:
            continue
        if holder == chain or holder in reader.discourse.chains[chain].members:
            start, end = min(start, sequence.start), max(end, sequence.end)
    if held.subject is not None:
        token = reader.sentences[held.phrase.sentence][held.subject]
        start, end = min(start, token.start), max(end, token.end)
    return start, end
