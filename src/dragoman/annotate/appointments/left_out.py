"""To which body an office belongs where the text leaves it out.

"The Front denied it. Its demands are known, spokesman X said": a spokesman, a leader,
a deputy secretary general is of the body that acts right before.
"""

from collections.abc import Collection, Iterator

from dragoman.annotate.coreference.discourse import Draft
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.offices.alone import Fact
from dragoman.annotate.offices.held import Held
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import QUOTE_MARKS

# Who is there only with a body; presidents, ministers and chiefs are of states too.
_OF_BODIES = frozenset(
    {"leader", "chairman", "chairwoman", "chairperson", "chair", "secretary",
     "secretary general", "coordinator", "treasurer", "spokesman", "spokeswoman",
     "spokesperson", "vice-chairman", "vice-chair", "whip"}
)  # fmt: skip
# What may stand before these and tells no body: "deputy secretary general".
_BEFORE = frozenset(
    {"acting", "chief", "co", "deputy", "executive", "first", "general", "interim",
     "media", "military", "national", "official", "organising", "organizing",
     "permanent", "political", "press", "senior", "secretary", "the", "vice"}
)  # fmt: skip
# Who is there only with a parliament, or with a town or province.
_OF_HOUSES = frozenset({"speaker"})
_OF_TOWNS = frozenset({"mayor", "governor", "prefect"})
_HOUSES = frozenset(
    {"parliament", "assembly", "senate", "congress", "chamber", "legislature", "house"}
    | {"commons", "rada", "duma", "knesset", "seimas", "saeima", "sejm", "majlis"}
    | {"bundestag", "riksdag", "storting", "althing"}
)
_REACH = 2  # sentences
_FAR = 4  # sentences back to the parliament
# So many sentences at least in which a body says "we" or "our" of itself.
_OWN = 2
_OURS = frozenset({"we", "our", "us"})
_ASIDE = frozenset({"obj", "iobj", "obl", "obl:agent"})


def body_left_out(reader: CoreferencePass, held: Held, fact: Fact) -> int | None:
    """Return the chain of the body that acts before an office without one.

    None if there is none, or if several may be meant.
    """
    words = (fact.title or held.phrase.text).lower().replace("-", " ").split()
    if fact.word in _OF_HOUSES and held.holders:
        return _house_before(reader, held)
    if fact.word in _OF_TOWNS and len(words) == 1 and held.holders:
        # "A former mayor" may be of any town.
        return _place_before(reader, held) if fact.status != "former" else None
    if words == ["secretary"] and held.how == "before":
        return None  # "Secretary X" of a ministry, as the English of states has it
    known = _OF_BODIES & {fact.word.removeprefix("co-"), " ".join(words[-2:])}
    if not known or not held.holders or _is_told(reader, held):
        return None
    issuer = None if _is_of_others(reader, held) else _issuer(reader)
    if issuer is not None:
        return issuer
    inner = [one for one in words[:-1] if one not in _BEFORE]
    kinds = reader.words.describes.get(inner[0]) if len(inner) == 1 else ()
    if kinds is None or len(inner) > 1:
        return None
    return _body_before(reader, held, kinds)


def _body_before(
    reader: CoreferencePass, held: Held, kinds: Collection[str]
) -> int | None:
    """Return the one body, of some kinds if any are told, that acts right before."""
    number = held.phrase.sentence
    block = reader.sentences[number].block
    before = min(held.phrase.start, held.holders[0].start)
    for back in range(_REACH + 1):
        at = number - back
        if at < 0 or reader.sentences[at].block != block:
            return None
        found = list(_bodies_in(reader, at, before))
        acting = {one.chain for one in found if _acts(reader, one, near=not back)}
        told = acting or {one.chain for one in found if back}
        if kinds:
            chains = reader.discourse.chains
            told = {one for one in told if not set(kinds).isdisjoint(chains[one].types)}
        if found:
            return told.pop() if len(told) == 1 else None
    return None


def _is_of_others(reader: CoreferencePass, held: Held) -> bool:
    """Tell "the spokesman of the regime", "the junta's chairman"."""
    units, phrase = reader.reading.units[held.phrase.sentence], held.phrase
    behind = units[phrase.last + 1].key if phrase.last + 1 < len(units) else ""
    before = phrase.first > 0 and units[phrase.first - 1].possessive
    return before or behind in {"of", "for", "to", "in", "at"}


def _issuer(reader: CoreferencePass) -> int | None:
    """Return the body whose own words a document is: its officers have no other.

    "Statement of the Cedar Front. Our Front rejects it. The Chairman, X, will": the
    body is named in it, and says "we" and "our" of itself outside quotation marks.
    """
    if not reader.source:
        return None
    own = sum(
        not _OURS.isdisjoint(sentence.words) and QUOTE_MARKS.isdisjoint(sentence.words)
        for sentence in reader.sentences
    )
    if own < _OWN:
        return None
    for number, draft in enumerate(reader.discourse.chains):
        body = draft.schema is Schema.ORGANIZATION and not draft.members
        if (
            body
            and "media" not in draft.types
            and reader.source in {name.text for name in draft.names}
        ):
            return number
    return None


def _house_before(reader: CoreferencePass, held: Held) -> int | None:
    """Return the parliament that was named last before "Speaker X"."""
    number, start = held.phrase.sentence, held.phrase.start
    best: Draft | None = None
    for draft in reader.discourse.drafts:
        chain = reader.discourse.chains[draft.chain]
        if chain.schema is not Schema.ORGANIZATION or draft.kind is MentionKind.PRONOUN:
            continue
        near = number - _FAR <= draft.sentence <= number and draft.start < start
        words = reader.text[draft.start : draft.end].lower().split()
        if near and chain.names and not _HOUSES.isdisjoint(words):
            best = draft if best is None or draft.start > best.start else best
    return None if best is None else best.chain


def _place_before(reader: CoreferencePass, held: Held) -> int | None:
    """Return the town of "In Basra the governor, X", else of the dateline."""
    units = reader.reading.units[held.phrase.sentence]
    for spot in reader.spots.get(held.phrase.sentence, ()):
        first = spot.sequence.first
        opening = first == 1 and units[0].key == "in"
        if opening and reader.discourse.chains[spot.chain].schema is Schema.PLACE:
            return spot.chain
    if held.phrase.word != "mayor":
        return None
    for sequence in reader.reading.sequences[:6]:
        chain = reader.discourse.chain_of.get(id(sequence))
        line = sequence.text.isupper() and sequence.first == 0 and chain is not None
        if line and chain is not None:
            draft = reader.discourse.chains[chain]
            town = draft.schema is Schema.PLACE and "city" in draft.types
            return chain if town and draft.country else None
    return None


def _bodies_in(reader: CoreferencePass, number: int, before: int) -> Iterator[Draft]:
    """Yield the mentions of bodies in a sentence that stand before an offset."""
    for draft in reader.discourse.drafts:
        if draft.sentence != number or draft.start >= before:
            continue
        chain = reader.discourse.chains[draft.chain]
        body = chain.schema is Schema.ORGANIZATION and chain.names
        if not body or chain.members or "media" in chain.types:
            continue
        if _relation(reader, draft) not in _ASIDE:
            yield draft


def _acts(reader: CoreferencePass, draft: Draft, *, near: bool) -> bool:
    """Tell whether a body is a subject or, in "Its patience is over", owns one."""
    return _relation(reader, draft).startswith("nsubj") or (
        near and draft.kind is MentionKind.PRONOUN
    )


def _relation(reader: CoreferencePass, draft: Draft) -> str:
    """Return what a mention is in its sentence, a further one what the first is."""
    sentence = reader.sentences[draft.sentence]
    at = draft.head
    while sentence[at].deprel == "conj":
        at = sentence[at].head
    return sentence[at].deprel


def _is_told(reader: CoreferencePass, held: Held) -> bool:
    """Tell whether a word before the title says whose it is: "Democratic leader"."""
    first = held.phrase.first
    units = reader.reading.units[held.phrase.sentence]
    return first > 0 and units[first - 1].upos in {"ADJ", "NOUN", "PROPN", "PRON"}
