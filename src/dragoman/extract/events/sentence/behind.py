"""Who stands behind a thing: whose car was hit, whose decree banned it.

A thing that is hit, taken or refused is somebody's, and a thing that acts does so for
somebody.
"""

from collections.abc import Iterator

from dragoman.data.tables import demonyms, fold_key
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.parties.described import describe
from dragoman.extract.events.parties.nations import find_state, who_fired
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.sentence.aims import is_harmed
from dragoman.extract.events.triggers.sources import is_craft
from dragoman.model.annotation import Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import Frame

_FIRING = frozenset({"strike", "hit", "impact"})
_VIOLENT = frozenset(
    {"strike", "force", "hit", "impact", "control", "taking", "conquest", "intrusion"}
)
# Frames in which whose a thing is that was hit is hit too.
_OWNED = frozenset(
    {"strike", "force", "hit", "taking", "hurling", "impact", "conquest", "shutting"}
    | {"levy", "give"}
)
# Frames in which a thing that is no party stands for whose it is.
_FOR_OWNER = frozenset(
    {"act", "deed", "give", "law", "backing", "relenting", "lifting", "taking"}
    | {"shunning", "buying", "forgiven", "inquiry", "plea", "receipt", "siding"}
)
# And in words, unless they are of a deed: "condemned the arrest of Lee".
_SAID_OF_OWNER = frozenset({"said", "word", "yielding", "dropping"})
# What is done by them is done by whoever gave them.
_INSTRUMENTS = frozenset(
    {"decree", "order", "ruling", "decision", "verdict", "edict", "ordinance", "vote"}
    | {"directive", "command", "resolution", "judgment", "judgement", "warrant"}
    | {"proclamation"}
)
# "Freed on the orders of the king": by him.
_BY_PROXY = _INSTRUMENTS | {"instruction", "behest", "amnesty", "pardon", "instigation"}
_PROXY_CASES = frozenset({"on", "at", "by", "under", "upon", "in", "with", "through"})
_BODIES = frozenset(
    {"board", "court", "agency", "department", "bureau", "tribunal", "commission"}
    | {"committee", "council", "authority", "embassy", "consulate", "watchdog"}
)
_DEPTH = 2  # "the accounts of Lee's foundation"


def add_owner(
    reader: PartyReader,
    sentence: int,
    token: int,
    frame: Frame,
    parties: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Return who was hit or refused, with whoever the thing is of.

    Args:
        reader: Reads parties.
        sentence: Index of the sentence.
        token: Head of the phrase.
        frame: Frame of the event.
        parties: What was read of the phrase.
    """
    if frame.name in _OWNED:
        parties = (*parties, *_owner_of_thing(reader, sentence, token, known=parties))
    tree = reader.annotations.sentences[sentence]
    lemma = tree[token].lemma.lower()
    harmed = any(is_harmed(tree, child) for child in tree.children(token, "nmod"))
    if frame.name == "inquiry" and harmed:
        return parties  # "looked into the bombing of the embassy", which did nothing
    said = frame.name in _SAID_OF_OWNER and lemma not in reader.ontology.nouns
    if parties or not (said or frame.name in _FOR_OWNER):
        return parties
    return owner_of_matter(reader, sentence, token)


def _owner_of_thing(
    reader: PartyReader, sentence: int, token: int, *, known: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return whose a thing or force is that was hit; people are hit themselves."""
    tree = reader.annotations.sentences[sentence]
    lemma = tree[token].lemma.lower()
    if lemma in reader.words["people"] and lemma not in reader.words["forces"]:
        return ()
    mention = reader.mention(sentence, token)
    if mention is not None and mention.schema is Schema.PERSON:
        return ()  # "police captain Lee" is hit, not the police
    named = reader.owner(sentence, token)
    if named or not known:
        return named
    if lemma not in reader.words["targets"] or lemma in reader.words["forces"]:
        return ()
    # "his car", "the home of the journalist Lee"
    return tuple(
        party
        for child in _possessors(tree, token)
        for party in reader.read_one(sentence, child, "person")
        if tree[child].upos == "PRON" or party.entity is not None
    )


def owner_of_matter(
    reader: PartyReader, sentence: int, token: int, depth: int = _DEPTH
) -> tuple[Party, ...]:
    """Return whose a thing is that is no party itself: "Chad's railways".

    Args:
        reader: Reads parties.
        sentence: Index of the sentence.
        token: Head of the phrase of the thing.
        depth: Over how many things: "the accounts of Lee's foundation" are two.
    """
    tree = reader.annotations.sentences[sentence]
    if tree[token].upos != "NOUN" or reader.mention(sentence, token) is not None:
        return ()
    if tree[token].lemma.lower() in _BODIES:  # "the city's board": itself, no city
        start, end = describe(tree, token)
        return (Party(None, reader.document.text[start:end]),)
    for child in _possessors(tree, token):
        found = reader.read_one(sentence, child, "party")
        if len(found) > 1 and tree[child].upos == "PRON":
            return ()  # "their ties" are those of whoever acts as well
        if not found and depth > 1:
            found = owner_of_matter(reader, sentence, child, depth - 1)
        if found:
            return found
    for child in tree.children(token, "amod", "compound"):
        mention = reader.annotations.mention_headed(sentence, child)
        if mention is not None and mention.schema is Schema.ORGANIZATION:
            return reader.read_one(sentence, child, "party")
        code = demonyms().get(fold_key(tree[child].text))
        if code is not None and tree[child].text[:1].isupper():
            return (find_state(reader.annotations, code),)
    return ()


def _possessors(tree: Sentence, token: int) -> Iterator[int]:
    """Yield the owner of "Lee's car", then that of "the car of Lee".

    Nobody's is "Friday's blast".
    """
    for child in tree.children(token, "nmod:poss"):
        if not tree[child].entity.endswith(("DATE", "TIME")):
            yield child
    for child in tree.children(token, "nmod"):
        if tree.case_of(child) == "of":
            yield child


def find_doers(
    reader: PartyReader,
    sentence: int,
    token: int,
    frame: Frame,
    parties: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Return who stands behind a thing that acts: "a ship of the Navy fired".

    And who decided in "was banned by a decree of the ministry".
    """
    noun = reader.annotations.sentences[sentence][token].lemma.lower()
    armed = is_craft(noun) or noun in reader.words["targets"]
    if not parties and armed and frame.name in _VIOLENT:
        parties = reader.owner(sentence, token)
    if frame.name in _FIRING:
        falls = frame.name == "impact"
        parties = who_fired(reader, sentence, token, parties, falls=falls)
    if not parties and noun in _INSTRUMENTS:
        parties = _who_decided(reader, sentence, token)
    return parties


def _who_decided(reader: PartyReader, sentence: int, token: int) -> tuple[Party, ...]:
    """Return whose a decision is: "a decree of the ministry", "orders from Lee"."""
    tree = reader.annotations.sentences[sentence]
    inner = [*tree.children(token, "nmod:poss")]
    inner += [
        one.token
        for one in find_obliques(tree, token)
        if one.case in {"of", "by", "from"}
    ]
    for child in inner:
        found = reader.read(sentence, child, "party")
        if found:
            return found
    return ()


def who_ordered(reader: PartyReader, sentence: int, verb: int) -> tuple[Party, ...]:
    """Return on whose orders something was done: "freed on the orders of the king"."""
    tree = reader.annotations.sentences[sentence]
    for one in find_obliques(tree, verb):
        if one.case in _PROXY_CASES and tree[one.token].lemma.lower() in _BY_PROXY:
            found = _who_decided(reader, sentence, one.token)
            if found:
                return found
    return ()
