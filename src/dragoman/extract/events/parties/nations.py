"""Which state an adjective names: "an Israeli air strike", "French-Malian talks"."""

from collections.abc import Iterator

from dragoman.data.tables import countries, country_names, demonyms, fold_key
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.triggers.sources import is_blow, is_craft, is_munition
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.accounts import is_adjective_of
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import DASHES, Sentence
from dragoman.schema.loader import EventOntology

# Nations whose adjective does not tell whose rocket it is.
_NO_STATE = frozenset({"PS", "EH"})
# Blows that only armies deal, and what makes one of "attack".
_OF_ARMIES = frozenset(
    {"airstrike", "strike", "shelling", "bombardment", "barrage", "incursion"}
    | {"offensive", "invasion", "raid"}
)
# What an adjective of a nation may only place: "Georgian protests".
_PLACED_BY_ADJECTIVES = frozenset({"ASSAULT", "PROTEST"})
_BLASTS = frozenset({"blast", "explosion", "bombing"})
_CARRIED = frozenset({"air", "aerial", "missile", "ground", "naval", "military"})


def find_state(annotations: Annotations, code: str) -> Party:
    """Return a state as the document names it, or else by its usual name."""
    country = countries()[code]
    names = {fold_key(name) for name in country.names}
    for chain in annotations.chains:
        if chain.name is not None and fold_key(chain.name) in names:
            return Party(chain.id, chain.name)
    return Party(None, country.name)


def find_nation(annotations: Annotations, sentence: int, token: int) -> Party | None:
    """Return the state whose adjective or name stands on a noun.

    Also of a land that no table knows, where the document names it; or the words
    themselves, where what acts is a craft: "a Kardanian drone".
    """
    tree = annotations.sentences[sentence]
    for child in tree.children(token, "amod", "compound", "nmod:poss"):
        for nation in read_nation(annotations, sentence, child):
            return nation
        word = tree[child].text
        told = fold_key(word) in demonyms() or _is_adjective(tree, child)
        if word[:1].isupper() and told and is_craft(tree[token].lemma):
            return Party(None, f"{word} {tree[token].text}")
    return None


def read_nation(
    annotations: Annotations, sentence: int, token: int
) -> tuple[Party, ...]:
    """Return the state that a word names or is the adjective of, if it is one."""
    word = annotations.sentences[sentence][token].text
    if not word[:1].isupper():
        return ()
    key = fold_key(word)
    code = demonyms().get(key) or country_names().get(key)
    if code is not None and code not in _NO_STATE:
        return (find_state(annotations, code),)
    for chain in annotations.chains:
        land = chain.schema is Schema.PLACE and "state" in chain.types
        if land and chain.name is not None and is_adjective_of(word, chain.name):
            return (Party(chain.id, chain.name),)
    return ()


def read_side(
    annotations: Annotations, sentence: int, token: int, parties: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return one of two sides: the state of an adjective, a name without its hyphen.

    Args:
        annotations: Of the document.
        sentence: Index of the sentence.
        token: The word of the side.
        parties: What was read of it as a phrase.
    """
    tree = annotations.sentences[sentence]
    if not parties:
        return read_nation(annotations, sentence, token)
    if token and tree[token - 1].text in DASHES:
        parties = tuple(
            party if party.entity is not None else Party(None, tree[token].text)
            for party in parties
        )
    return parties


def add_nation(
    annotations: Annotations,
    ontology: EventOntology,
    sentence: int,
    match: Match,
    filled: Filled,
) -> None:
    """Take the nation whose adjective stands on the noun for who does it.

    "American sanctions on Iran", "Turkish talks with Chad were held": only where the
    noun says more, since "Syrian aid" may be for Syria.

    Args:
        annotations: Of the document.
        ontology: What nouns tell by themselves: others reject "a Kenyan proposal".
        sentence: Index of the sentence.
        match: The trigger.
        filled: Its frame so far; who does it is added.
    """
    frame, kind = match.trigger.frame, match.trigger.type
    noun = match.head if match.clause is None else match.noun
    if noun is None or kind in _PLACED_BY_ADJECTIVES:
        return
    tree = annotations.sentences[sentence]
    told = ontology.nouns.get(tree[noun].lemma.lower(), ())
    if match.clause is not None and all(one.type != kind for one in told):
        return
    done = {one.part for one in filled.participants}
    part = frame.noun.get("possessor") or frame.verb.get("subject")
    if part is None or part in done or not (done or filled.places):
        return
    for child in tree.children(noun, "amod", "compound"):
        for nation in read_nation(annotations, sentence, child):
            filled.add(nation, part)
            return


def find_named(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield the names and adjectives on a noun that may say whose it is."""
    for child in tree.children(noun, "amod", "compound"):
        token = tree[child]
        # "The Chad bomb blast" took place there; "a US strike" is one of theirs.
        there = tree[noun].lemma.lower() in _BLASTS and (
            fold_key(token.text) in country_names()
        )
        named = token.upos in {"PROPN", "ADJ"} and token.text[:1].isupper()
        if named and not there:
            yield child


def find_paired(tree: Sentence, noun: int) -> list[int]:
    """Return both sides that a hyphen joins before a noun: "the India-Nepal talks"."""
    return [
        side
        for child in tree.children(noun, "amod", "compound")
        if child > 1 and tree[child - 1].text in DASHES
        for side in (child - 2, child)
        if tree[child].text[:1].isupper() and tree[child - 2].text[:1].isupper()
    ]


def whose_blow(annotations: Annotations, sentence: int, noun: int) -> tuple[Party, ...]:
    """Return the state of "an Israeli air strike", "Russian shelling".

    Not of what an adjective may only place: "the Afghan attack", "the Chad blast".
    """
    tree = annotations.sentences[sentence]
    lemma = tree[noun].lemma.lower()
    craft = any(
        tree[child].lemma.lower() in _CARRIED or is_craft(tree[child].lemma)
        for child in tree.children(noun, "compound", "amod")
    )
    if lemma not in _OF_ARMIES and not (craft and is_blow(lemma)):
        return ()
    nation = find_nation(annotations, sentence, noun)
    return () if nation is None else (nation,)


def _is_adjective(tree: Sentence, token: int) -> bool:
    """Tell whether a capital is that of an adjective of a nation."""
    named = tree[token].entity.endswith("NORP") or tree[token].upos == "ADJ"
    return named and tree[token].text[1:].islower() and not tree[token].text.isupper()


def who_fired(
    reader: PartyReader,
    sentence: int,
    token: int,
    parties: tuple[Party, ...],
    *,
    falls: bool,
) -> tuple[Party, ...]:
    """Return whose "rockets hit the port" are: what flies attacks for somebody.

    Args:
        reader: Reads whose a thing is.
        sentence: Index of the sentence.
        token: Who or what attacks.
        parties: What was read of it.
        falls: Whether what attacks only falls or hits: a drone is nobody then.
    """
    lemma = reader.annotations.sentences[sentence][token].lemma
    if not (is_craft(lemma) or is_blow(lemma)):
        return parties
    named = tuple(
        party
        for party in parties
        # "Rockets hit the port": capitals at the start make no name
        if party.entity is not None and not is_munition(party.name)
    ) or reader.owner(sentence, token)
    nation = find_nation(reader.annotations, sentence, token)
    if named:
        return named
    if nation is not None and (nation.entity is not None or not parties):
        return (nation,)
    if falls or is_munition(lemma) or is_blow(lemma):
        return () if nation is None else (nation,)
    return parties
