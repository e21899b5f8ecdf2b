"""Which state "an Israeli air strike" is of: what flies or falls acts for somebody."""

from dragoman.data.tables import countries, country_names, demonyms, fold_key
from dragoman.extract.events_parties import PartyReader
from dragoman.extract.events_sources import is_blow, is_craft, is_munition
from dragoman.model.accounts import is_adjective_of
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence

# Nations whose adjective does not tell whose rocket it is.
_NO_STATE = frozenset({"PS", "EH"})
# Blows that only armies deal, and what makes one of "attack".
_OF_ARMIES = frozenset(
    {"airstrike", "strike", "shelling", "bombardment", "barrage", "incursion"}
    | {"offensive", "invasion", "raid"}
)
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
        word = tree[child].text
        if not word[:1].isupper():
            continue
        key = fold_key(word)
        code = demonyms().get(key) or country_names().get(key)
        if code is not None and code not in _NO_STATE:
            return find_state(annotations, code)
        for chain in annotations.chains:
            land = chain.schema is Schema.PLACE and "state" in chain.types
            if land and chain.name is not None and is_adjective_of(word, chain.name):
                return Party(chain.id, chain.name)
        if (code is not None or _is_adjective(tree, child)) and is_craft(
            tree[token].lemma
        ):
            return Party(None, f"{word} {tree[token].text}")
    return None


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
