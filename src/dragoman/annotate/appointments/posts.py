"""What an office is called, and the body or state that it is told to belong to."""

from dragoman.annotate.appointments.left_out import body_left_out
from dragoman.annotate.appointments.states import (
    Home,
    is_guest,
    issuing_state,
    serves_elsewhere,
    state_of_scene,
)
from dragoman.annotate.coreference.choice import body_of_state
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.names.drafts import display_name
from dragoman.annotate.names.reading import Spot
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import singular
from dragoman.annotate.names.units import head_token
from dragoman.annotate.offices.alone import Fact, is_government_post
from dragoman.annotate.offices.held import Held
from dragoman.data.tables import NameWords, countries, country_names, demonyms
from dragoman.model.annotation import Schema

_SERVICES = frozenset(
    {"army", "navy", "police", "armed forces", "air force", "coast guard",
     "gendarmerie", "customs", "central bank", "border guard", "national guard",
     "intelligence"}
)  # fmt: skip
# Who is sent somewhere or looks after a land.
_POSTED = frozenset(
    {"ambassador", "commissioner", "consul", "consul-general", "envoy",
     "representative", "charge-d'affaires", "d'affaires", "nuncio", "coordinator",
     "mediator"}
)  # fmt: skip

_ENVOYS = frozenset({"ambassador", "consul", "consul-general", "charge-d'affaires"})
_MISSIONS = frozenset({"embassy", "consulate"})

_IN_TITLES = frozenset({"staff", "police"})
# Offices that say little without what they are about.
_ABOUT = frozenset({"director", "head", "manager"})
_ASIDE = frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "punct"})
_LONGEST_FIELD = 8  # words, with "of"
# What only a part of a state has: its premier is never the state's.
_OF_PROVINCES = ("chief minister",)
# "The French director X": his nation, no post of it.
_OF_A_NATION = frozenset(
    {"director", "producer", "manager", "coach", "editor", "founder", "owner", "boss"}
)


def title_of_office(reader: CoreferencePass, held: Held, fact: Fact) -> str:
    """Return the words of a title, with where somebody is sent to."""
    phrase = held.phrase
    title = fact.title or phrase.text
    if title != phrase.text:
        return title
    posted = _posted_to(reader, held)
    if posted:
        return reader.text[phrase.start : posted[-1].end]
    return _in_singular(title, reader.words) if phrase.plural else title


def title_with_field(reader: CoreferencePass, held: Held, title: str) -> str:
    """Return "head of OTC trading", "director for Asia", where no body is named.

    Args:
        reader: The reading of the document.
        held: The title with its holder.
        title: Its words without what it is about.
    """
    phrase = held.phrase
    units = reader.reading.units[phrase.sentence]
    at = phrase.last + 1
    if phrase.word not in _ABOUT or title != phrase.text or at + 1 >= len(units):
        return title
    sentence = reader.sentences[phrase.sentence]
    head = head_token(sentence, units[phrase.head])
    for child in sentence.children(head, "nmod"):
        start, end = sentence.extent(child, without=_ASIDE)
        words = reader.text[start:end].split()
        beside = start == units[at].start and units[at].key in {"of", "for"}
        if beside and len(words) <= _LONGEST_FIELD:
            return reader.text[phrase.start : end]
    return title


def _in_singular(title: str, words: NameWords) -> str:
    """Return "spokesman" for "spokesmen", "first secretary" for "first secretaries"."""
    last = title.rpartition(" ")[2]
    one = singular(last.lower(), words.titles)
    return title.removesuffix("s") if one is None else title.removesuffix(last) + one


def body_of_office(
    reader: CoreferencePass, held: Held, fact: Fact, holder: int, home: Home | None
) -> tuple[int | None, str | None]:
    """Return chain and name of what an office belongs to; the chain may be unknown."""
    discourse = reader.discourse
    body = _service_of(reader, held) if fact.body is None else fact.body
    if body is None and fact.country is None:
        for known in discourse.referents[holder].facts:
            if known.office == fact.office:
                body, fact.country = known.body, known.country
    described = _described_body(reader, held) if body is None else None
    stateless = body is None and fact.country is None and described is None
    if stateless and is_government_post(fact):
        fact.country = _state_left_out(reader, held, fact, holder, home)
        body = discourse.by_country.get(fact.country or "")
    elif stateless:
        body = body_left_out(reader, held, fact)
    if body is not None:
        draft = discourse.chains[body]
        if draft.schema is not Schema.PERSON and not draft.members:
            return body, display_name(draft)
    if fact.country is not None and fact.key not in _OF_A_NATION:
        return None, countries()[fact.country].name
    in_title = _body_in_title(fact.title or held.phrase.text)
    if described is None and in_title is not None:
        return _service_named(reader, in_title)
    return None, described or _bare_body(reader, held)


def _service_named(reader: CoreferencePass, told: str) -> tuple[int | None, str]:
    """Return the army of "the army spokesman", by name where the text names one."""
    chain = body_of_state(reader.discourse, told.rpartition(" ")[2].lower())
    named = None if chain is None else display_name(reader.discourse.chains[chain])
    return (None, told) if named is None else (chain, named)


def _service_of(reader: CoreferencePass, held: Held) -> int | None:
    """Return the army of "a colonel of the Slovak army", not the state."""
    state = held.body
    if state is None or state.country is None or state.start < held.phrase.end:
        return None
    for spot in reader.spots.get(held.phrase.sentence, ()):
        if spot.chain in reader.reading.state_bodies and (
            spot.start <= state.start < spot.end
        ):
            return spot.chain
    return None


def _state_left_out(
    reader: CoreferencePass, held: Held, fact: Fact, holder: int, home: Home | None
) -> str | None:
    """Return the state of a post that is named without it."""
    if _is_of_house(reader, held) or fact.key.endswith(_OF_PROVINCES):
        return None
    if fact.word in _ENVOYS and not _posted_to(reader, held):
        # An ambassador who is named without his state is hardly that of the dateline.
        return issuing_state(reader.source) or _state_of_mission(reader, held)
    state = state_of_scene(reader, held)
    if state is None and home is not None and home.has(fact, holder):
        state = home.lent_to(reader, held)
    if state is None or serves_elsewhere(
        reader.discourse.chains[holder].names, fact.office, state
    ):
        return None
    if is_guest(reader, held, state):
        return None
    there = {country_names().get(place.key) for place in _posted_to(reader, held)}
    return None if state in there else state


def _state_of_mission(reader: CoreferencePass, held: Held) -> str | None:
    """Return the state of "the Colombian embassy" in the sentence of an envoy."""
    units = reader.reading.units[held.phrase.sentence]
    codes = demonyms()
    states = {
        codes.get(units[at - 1].key)
        or codes.get(f"{units[at - 2].key} {units[at - 1].key}")
        for at in range(2, len(units))
        if units[at].key in _MISSIONS
    } - {None}
    return states.pop() if len(states) == 1 else None


def _is_of_house(reader: CoreferencePass, held: Held) -> bool:
    """Tell "academy President X", "team President X": no head of a state."""
    first = held.phrase.first
    units = reader.reading.units[held.phrase.sentence]
    before = units[first - 1] if first else None
    if before is None or held.phrase.word != "president" or not before.word:
        return False
    if first > 1 and before.capital and before.upos == "PROPN":
        # "State Congress President X", "League President X"
        return not _is_land(before.key) and units[first - 2].capital
    return units[first].capital and before.upos == "NOUN" and not before.capital


def _is_land(key: str) -> bool:
    """Tell whether a word is a state or of one: "Chad President X"."""
    return key in country_names() or key in demonyms()


def _is_body(reader: CoreferencePass, spot: Spot) -> bool:
    return reader.discourse.chains[spot.chain].schema is Schema.ORGANIZATION


def _posted_to(reader: CoreferencePass, held: Held) -> list[Sequence]:
    """Return the places of "ambassador to Chad and Mali", "envoy for the Sahel"."""
    phrase = held.phrase
    units = reader.reading.units[phrase.sentence]
    at = phrase.last + 1
    if phrase.word not in _POSTED or phrase.plural or at >= len(units):
        return []
    link = units[at].key
    if link not in {"to", "for"}:
        return []
    starts = {
        spot.sequence.first: spot
        for spot in reader.spots.get(phrase.sentence, ())
        if reader.discourse.chains[spot.chain].schema is Schema.PLACE
        or (link == "to" and _is_body(reader, spot))
    }
    found: list[Sequence] = []
    while at + 1 < len(units) and (not found or units[at].key in {",", "and"}):
        at += 1
        while at < len(units) and units[at].key in {"and", "the"}:
            at += 1
        spot = starts.get(at)
        if spot is None:
            break
        found.append(spot.sequence)
        at = spot.sequence.last + 1
    return found


def _body_in_title(title: str) -> str | None:
    """Return the service of "the armed forces chief", "army commander"."""
    words = title.split()
    for first in (2, 1):
        name = " ".join(words[:first])
        if len(words) > first and name.lower() in _SERVICES:
            return name
    return None


def _described_body(reader: CoreferencePass, held: Held) -> str | None:
    """Return the body of "the director of the town's hospital" in its words."""
    sentence = reader.sentences[held.phrase.sentence]
    head = head_token(
        sentence, reader.reading.units[held.phrase.sentence][held.phrase.head]
    )
    words = reader.words
    for child in sentence.children(head, "nmod", "nmod:poss"):
        token = sentence[child]
        owner = token.deprel == "nmod:poss"
        if token.lemma in _IN_TITLES and token.start < held.phrase.end:
            continue  # "chief of staff"
        case = sentence.case_of(child)
        if token.upos != "NOUN" or not (owner or case in {"of", "for"}):
            continue
        lemma = token.lemma.lower()
        if case == "of" and not words.is_body(lemma):
            return None  # "mayor of the district for the party"
        if words.is_body(lemma):
            start, end = sentence.extent(
                child,
                without=frozenset(
                    {"case", "det", "acl", "appos", "conj", "cc", "punct"}
                ),
            )
            return reader.text[start:end]
    return None


def _bare_body(reader: CoreferencePass, held: Held) -> str | None:
    """Return "Foreign Ministry", "Senate": whose it is, nobody told."""
    named = None if held.body is None else held.body.sequence
    if named is None or id(named) not in reader.offices.generic_by_id:
        return None
    units, first = reader.reading.units[named.sentence], named.first
    while first and units[first - 1].capital:
        if units[first - 1].key not in reader.words.portfolios:
            break
        first -= 1
    return reader.text[units[first].start : named.end]
