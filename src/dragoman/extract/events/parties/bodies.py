"""The body or state for which those act or suffer who are only described.

"Officers of the Border Guard met commanders of the Highland Army": the Guard and the
Army met as well, and "soldiers of the Red Front" who attack are the Front's.
"""

from collections.abc import Iterator

from dragoman.extract.clauses.rows import coordinated
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.members import SENT
from dragoman.extract.events.parties.nations import find_nation
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.parties.people import (
    base_of_people,
    is_estranged,
    meets_within,
)
from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence

_WITHIN = frozenset({"of", "from", "for", "with"})
_LOYAL = frozenset({"loyal", "belong", "affiliate", "answer"})
_PARTS = frozenset({"actor", "recipient"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_SUFFERED = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE", "ACCUSE"})
# By whom a state acts, besides its forces.
_OFFICIALS = frozenset(
    {"official", "diplomat", "negotiator", "coastguard", "investigator", "prosecutor"}
    | {"peacekeeper", "inspector"}
)
# Whom a nation has, and its state has not.
_AGAINST = frozenset(
    {"rebel", "guerrilla", "insurgent", "militant", "separatist", "jihadist", "fighter"}
    | {"opposition", "dissident", "gunman", "extremist", "militia", "militiaman"}
    | {"paramilitary", "mutineer", "terrorist"}
)
# What holds people and is no person: "remnants of the Front".
_REMAINDERS = frozenset({"remnant", "element", "gang", "cell", "wing", "branch", "man"})


def add_bodies(reader: PartyReader, sentence: int, kind: str, filled: Filled) -> None:
    """Add the bodies and states of those who take part without a name of their own.

    Not of those who are hit or freed: that happens to themselves.

    Args:
        reader: Reads parties.
        sentence: Index of the sentence.
        kind: Type of the event.
        filled: The parts of an event, added to.
    """
    if all(one.party.entity is not None for one in filled.participants):
        return
    tree = reader.annotations.sentences[sentence]
    described = {one.party.name for one in filled.participants if not one.party.entity}
    for token, part in filled.tokens:
        if part not in _PARTS or (part == "recipient" and kind in _SUFFERED):
            continue
        for head in coordinated(tree, token):
            told = any(tree[head].text in name.split() for name in described)
            within = meets_within(tree, head, reader.words["adherents"])
            if told and not within and not is_estranged(tree, head):
                for body in _bodies_of(reader, sentence, head, kind):
                    filled.add(body, part)


def _bodies_of(
    reader: PartyReader, sentence: int, head: int, kind: str
) -> Iterator[Party]:
    """Yield the bodies and the state that a description of people names.

    A worker of a company acts for himself, and so does a minister who hits somebody.
    """
    tree = reader.annotations.sentences[sentence]
    lemma = base_of_people(tree[head].lemma.lower())
    words = reader.words
    forced = lemma in words["forces"] or lemma in _OFFICIALS
    sent = lemma in SENT and kind not in _BY_FORCE
    if not (forced or sent or lemma in _REMAINDERS or lemma in words["adherents"]):
        return
    ours = any(tree[one].small == "our" for one in tree.children(head))
    yield from reader.owner(sentence, head) if ours else ()
    found = False
    for child in _beside(tree, head):
        mention = reader.annotations.mention_headed(sentence, child)
        if mention is None:
            continue
        chain = reader.annotations.chain_by_id.get(mention.chain)
        state = chain is not None and "state" in chain.types
        if state and lemma in words["forces"] and tree.case_of(child) == "from":
            continue  # "withdrew its forces from Chad"
        if mention.schema is Schema.ORGANIZATION or (state and forced):
            for party in parties_of_chain(reader.annotations, mention.chain):
                if party.entity is not None:
                    found = True
                    yield party
    if forced and not found and not _opposes(tree, head, lemma):
        nation = find_nation(reader.annotations, sentence, head)
        if nation is not None and nation.entity is not None:
            yield nation


def _opposes(tree: Sentence, head: int, lemma: str) -> bool:
    """Tell whether people of a nation are against its state: "Kardanian rebels"."""
    return lemma in _AGAINST or any(
        tree[child].lemma.lower() in _AGAINST
        for child in tree.children(head, "compound", "amod")
    )


def _beside(tree: Sentence, head: int) -> Iterator[int]:
    """Yield the words of a phrase that may say whose people those are."""
    yield from tree.children(head, "nmod:poss", "amod", "compound")
    for child in tree.children(head, "nmod"):
        if tree.case_of(child) in _WITHIN:
            yield child
    for child in tree.children(head, "amod", "acl"):  # "fighters loyal to the Front"
        if tree[child].lemma.lower() in _LOYAL:
            yield from tree.children(child, "obl")
