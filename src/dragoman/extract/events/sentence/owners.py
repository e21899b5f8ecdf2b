"""Whose the things are that an event is told of, and who stands behind its words."""

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.modality.modality import GRATEFUL
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.claim import Participant, Party

_MESSAGES = frozenset(
    {"greeting", "regard", "congratulation", "condolence", "thanks", "salutation"}
)


def give_owner(reader: PartyReader, sentence: int, noun: int, filled: Filled) -> None:
    """Give "Chad's support", "the greetings of Lee" to whose they are.

    Who underlines or conveys them only speaks.
    """
    tree = reader.annotations.sentences[sentence]
    own = [c for c in tree.children(noun, "nmod:poss") if tree[c].upos != "PRON"]
    if tree[noun].lemma.lower() in _MESSAGES:
        own.extend(o.token for o in find_obliques(tree, noun) if o.case == "of")
    parties = tuple(
        party
        for token in own
        for party in reader.read_one(sentence, token, "party")
        if party.entity is not None
    )
    if not parties:
        return
    rest = [
        one
        for one in filled.participants
        if one.part != "actor" and one.party not in parties
    ]
    filled.participants = [*(Participant(one, "actor") for one in parties), *rest]
    filled.tokens = [pair for pair in filled.tokens if pair[1] != "actor"]


def read_stagers(reader: PartyReader, sentence: int, token: int) -> tuple[Party, ...]:
    """Return whose "the rally staged by students" is, that the police prevented."""
    tree = reader.annotations.sentences[sentence]
    if tree[token].lemma.lower() not in reader.words["event_nouns"]:
        return ()
    return tuple(
        party
        for clause in tree.children(token, "acl")
        for agent in tree.children(clause, "obl")
        if tree.case_of(agent) == "by"
        for party in reader.read(sentence, agent, "crowd")
    )


def add_thanked(
    reader: PartyReader, sentence: int, match: Match, filled: Filled
) -> None:
    """Take "thanked the League for the tractors delivered" for its giver.

    And "thanked the League for the rescue of nine sailors".
    """
    if any(one.part == "actor" for one in filled.participants):
        return
    tree = reader.annotations.sentences[sentence]
    noun = match.head if match.clause is None else tree[match.head].head
    told = match.clause is None or tree[match.head].deprel == "acl"
    if noun < 0 or not told or tree.case_of(noun) != "for":
        return
    verb = tree[noun].head
    if verb < 0 or tree[verb].lemma.lower() not in GRATEFUL:
        return
    for token in tree.children(verb, "obj"):
        for party in reader.read(sentence, token, "party"):
            filled.add(party, "actor")
