"""Which entity a noun phrase or pronoun stands for, wherever it is named."""

from dragoman.extract.epithets.words import is_entity
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.syntax import Sentence

_STEPS = 3
_OTHERS = 12  # references of a chain that are asked
_SAME = frozenset({"appos", "flat"})
_THEM = frozenset({"them", "they"})
_GIVEN = frozenset({"the", "this", "that", "these", "those"})
_BANDS = frozenset(
    {"band", "faction", "fighter", "fighters", "front", "group", "insurgent", "militia"}
    | {"movement", "organisation", "organization", "outfit", "party", "rebel", "rebels"}
)
_ARMED = frozenset({"armed_group", "movement", "party"})
_BACK = 20  # sentences
_DASHES = frozenset({"-", "–", "—", "Q", "Q.", "Q:"})
# Of what kind a pronoun can be.
_OF_PERSONS = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
# What stands for anything: a name for it is hardly ever one for somebody.
_OF_THINGS = frozenset({"it", "this", "that", "these", "those"})


def entity_of(annotations: Annotations, number: int, token: int | None) -> str | None:
    """Return the chain of the entity that a word stands for.

    Asked are the mention that it heads, what it is in apposition with, and at last
    what else the reading model takes for the same.

    Args:
        annotations: Of the document.
        number: Sentence.
        token: Head of the phrase.
    """
    if token is None or token < 0:
        return None
    sentence = annotations.sentences[number]
    if is_thing(sentence[token].text):
        return None
    if sentence[token].text.lower() == "you":
        return _questioned(annotations, number, token)
    for place in _same_as(annotations, number, token):
        mention = annotations.mention_headed(number, place)
        if mention is not None and is_entity(annotations, mention.chain):
            return mention.chain
    if sentence[token].upos == "PROPN":
        around = annotations.mention_covering(number, token)
        if around is not None and around.kind is MentionKind.NAME:
            return around.chain if is_entity(annotations, around.chain) else None
    return (
        _referred(annotations, number, token)
        or _so_named(annotations, sentence[token].text)
        or _in_office(annotations, number, token)
        or _of_kind(annotations, number, token)
    )


def is_thing(word: str) -> bool:
    """Tell "it" and "this", of which it cannot be told what they stand for."""
    return word.lower() in _OF_THINGS


def _same_as(annotations: Annotations, number: int, token: int) -> list[int]:
    """Return a word and what is in apposition with it, above and below."""
    sentence = annotations.sentences[number]
    found, above = [token], token
    for _ in range(_STEPS):
        if sentence[above].deprel not in _SAME or sentence[above].head < 0:
            break
        above = sentence[above].head
        found.append(above)
    found.extend(sentence.children(token, "appos"))
    return found


def _questioned(annotations: Annotations, number: int, token: int) -> str | None:
    """Return who is questioned: in a question of an interview, the first one named."""
    sentence = annotations.sentences[number]
    block = next(one for one in annotations.sentences if one.block == sentence.block)
    asked = not annotations.is_quoted(sentence[token].start)
    if not asked or block[0].text not in _DASHES:
        return None
    for mention in annotations.mentions:
        person = mention.schema is Schema.PERSON and mention.kind is MentionKind.NAME
        if person and is_entity(annotations, mention.chain):
            return mention.chain if mention.start < block.start else None
    return None


def _referred(annotations: Annotations, number: int, token: int) -> str | None:
    """Return the entity that the reading model takes for the same, nearest first."""
    reference = annotations.reference_by_head.get((number, token))
    if reference is None or reference.sentence < 0:
        return None
    others = [
        one
        for one in annotations.references_by_chain[reference.chain]
        if one.sentence >= 0 and one.start < reference.start
    ]
    word = annotations.sentences[number][token].text.lower()
    for other in others[: -_OTHERS - 1 : -1]:
        mention = annotations.mention_headed(other.sentence, other.head)
        if mention is None or not is_entity(annotations, mention.chain):
            continue
        if mention.kind is not MentionKind.PRONOUN and _fits(mention, word):
            return mention.chain
    return None


def _so_named(annotations: Annotations, word: str) -> str | None:
    """Return who is named so elsewhere: a short name alone may not be taken for one."""
    if not word[:1].isupper():
        return None
    found = {
        mention.chain
        for mention in annotations.mentions
        if mention.kind is MentionKind.NAME
        and (mention.text == word or mention.text.endswith(f" {word}"))
        and is_entity(annotations, mention.chain)
    }
    return found.pop() if len(found) == 1 else None


def _in_office(annotations: Annotations, number: int, token: int) -> str | None:
    """Return who holds the office of "the energy minister", the last one told of.

    One of another office with the same noun is none: "the interior minister".
    """
    sentence = annotations.sentences[number]
    if sentence[token].upos not in {"NOUN", "PROPN"} or not _is_given(sentence, token):
        return None
    words = {
        sentence[one].text.lower()
        for one in (token, *sentence.children(token, "compound", "amod"))
    }
    held = [
        office
        for office in annotations.offices
        if words <= set(office.title.lower().split())
        and is_entity(annotations, office.holder)
    ]
    before = [one for one in held if one.start < sentence[token].start]
    if len({one.holder for one in held}) == 1:
        return held[0].holder
    return before[-1].holder if before else None


def _of_kind(annotations: Annotations, number: int, token: int) -> str | None:
    """Return the body that "the Centre" and "the group" stand for, the last one named.

    "Them" is a band if nobody else is found.
    """
    sentence = annotations.sentences[number]
    word = sentence[token]
    lemma = word.lemma.lower()
    they = word.text.lower() in _THEM
    if not (they or _is_given(sentence, token)):
        return None
    band = they or lemma in _BANDS
    here = {one.chain for one in annotations.mentions_by_sentence.get(number, ())}
    for place in range(number - 1, max(number - _BACK, -1), -1):
        for mention in reversed(annotations.mentions_by_sentence.get(place, ())):
            chain = annotations.chain_by_id[mention.chain]
            body = chain.schema is Schema.ORGANIZATION and chain.id not in here
            if not body or not is_entity(annotations, chain.id):
                continue
            name = (chain.name or "").lower().split()
            if band and not _ARMED.isdisjoint(chain.types):
                return chain.id
            if not they and (lemma in name or word.text.lower() in name):
                return chain.id
    return None


def _is_given(sentence: Sentence, token: int) -> bool:
    """Tell "the group" from "a group"."""
    return any(
        sentence[one].text.lower() in _GIVEN
        for one in sentence.children(token, "det", "nmod:poss")
    )


def _fits(mention: Mention, word: str) -> bool:
    """Tell whether a pronoun can stand for it."""
    return word not in _OF_PERSONS or mention.schema is Schema.PERSON
