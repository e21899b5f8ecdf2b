"""Attacks that are only words: "hit Lee for not paying", "an ad attacking Ruiz"."""

from collections.abc import Sequence, Set

from dragoman.extract.events.draft import Filled
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.syntax import Sentence

# What is done by words too, beside a participle that tells them.
VERBAL = frozenset(
    {"assail", "attack", "batter", "blast", "hammer", "hit", "pound", "pummel"}
    | {"savage", "slam", "strike", "target", "trash", "thrash", "torch"}
)
_SAYING = frozenset({"accuse", "allege", "call", "claim", "describe", "say", "write"})
# Done by words only: what stands beside them in a row is meant so too.
_SPOKEN = frozenset(
    {"accuse", "belittle", "criticise", "criticize", "critique", "demean", "denounce"}
    | {"deride", "insult", "mock", "question", "ridicule", "slander", "taunt"}
)
# Who attacks without hands.
_WRITTEN = frozenset(
    {"ad", "advert", "advertisement", "article", "magazine", "newspaper", "book"}
    | {"editorial", "column", "speech", "tweet", "publication", "spot", "critic"}
    | {"essay", "commercial", "op-ed", "pamphlet", "columnist", "review"}
)
# Where people fight by words.
_STAGES = frozenset(
    {"ad", "debate", "editorial", "interview", "op-ed", "podcast", "primary", "speech"}
    | {"stage", "tweet", "campaign", "forum", "article", "ads", "column"}
)
# What somebody is attacked over who is attacked by words.
_VIEWS = frozenset(
    {"record", "policy", "plan", "remark", "comment", "handling", "stance", "position"}
    | {"proposal", "failure", "tax", "economy", "immigration", "trade", "issue"}
    | {"decision", "speech", "refusal", "role", "tie", "history", "character"}
    | {"background", "age", "wealth", "faith", "manifesto", "platform", "past"}
)
# What can only be attacked by words.
_ABSTRACT = _VIEWS | frozenset(
    {"deal", "agreement", "treaty", "law", "bill", "reform", "credibility", "idea"}
    | {"reputation", "integrity", "legacy", "judgment", "judgement", "theory", "act"}
    | {"ruling", "budget", "argument", "claim", "report", "notion", "accord", "pact"}
)
_CAMPAIGN = frozenset(
    {"campaign", "debate", "candidate", "nominee", "presidential", "voter", "primary"}
    | {"republican", "democrat", "senator", "congressman", "poll"}
)
# Where persons who are named attack by words only, unlike gunmen.
_CHAMBERS = frozenset(
    {"parliament", "senate", "congress", "assembly", "hearing", "session", "chamber"}
    | {"television", "radio", "broadcast", "sermon", "address", "message", "post"}
)
_PAGES = frozenset(
    {"article", "column", "debate", "editorial", "interview", "op-ed", "podcast"}
    | {"speech", "tweet"}
)
# An attack of this kind is one of words.
_BITING = frozenset(
    {"scathing", "verbal", "blistering", "withering", "stinging", "rhetorical"}
    | {"vitriolic", "scorching", "veiled", "personal", "partisan", "polemical"}
)
# What is said, and hurts nobody's body.
_REMARKS = frozenset(
    {"remark", "comment", "word", "joke", "insult", "criticism", "accusation", "rumour"}
    | {"rumor", "revelation", "scandal", "allegation", "defeat", "verdict"}
)
# What tells with what or where a hand was lifted.
_BODILY = frozenset({"at", "in", "inside", "near", "outside", "with"})
_PART = 4


def is_by_words(
    annotations: Annotations, tree: Sentence, match: Match, filled: Filled
) -> bool:
    """Tell whether somebody was attacked by words.

    By what stands around the verb, or because it is one person in politics who
    attacks another in a report of a campaign.
    """
    if _is_biting(tree, match):
        return True
    if match.clause is None:
        return match.trigger.lemma in VERBAL and _aims_at_views(tree, match.head)
    if any(tree[one].lemma.lower() in _REMARKS for one in match.clause.subjects):
        return True
    if any(
        one.case == "in" and tree[one.token].lemma.lower() in _PAGES
        for one in match.clause.obliques
    ):
        return True  # "was shot down in the debate", but "during an interview"
    if _of_persons(annotations, filled, "actor") and _is_at(tree, match, _CHAMBERS):
        return True
    if match.trigger.lemma not in VERBAL:
        return False
    return (
        _goes_on_in_words(tree, match.head)
        or _by_writing(tree, match)
        or _over_views(tree, match)
        or _is_put_as(annotations, tree, match, filled)
        or _between_candidates(annotations, match, filled)
    )


def _is_biting(tree: Sentence, match: Match) -> bool:
    """Tell "a scathing attack on Lee", "launched a verbal attack"."""
    noun = match.head if match.clause is None else match.noun
    return noun is not None and any(
        tree[child].lemma.lower() in _BITING
        for child in tree.children(noun, "amod", "compound")
    )


def _is_at(tree: Sentence, match: Match, stages: Set[str]) -> bool:
    """Tell whether a clause says on which stage something is done."""
    return match.clause is not None and any(
        tree.case_of(token) in {"in", "during", "on", "at"}
        and tree[token].lemma.lower() in stages
        for one in match.clause.obliques
        for token in (one.token, *tree.children(one.token, "nmod"))
    )


def _goes_on_in_words(tree: Sentence, verb: int) -> bool:
    """Tell "attacked Lee, saying he lied" and "attack and criticise Lee"."""
    if any(
        tree[child].tag == "VBG" and tree[child].lemma.lower() in _SAYING
        for child in tree.children(verb, "advcl")
    ):
        return True
    beside = [*tree.children(verb, "conj")]
    if tree[verb].deprel == "conj":
        beside.append(tree[verb].head)
    return any(tree[child].lemma.lower() in _SPOKEN for child in beside)


def _by_writing(tree: Sentence, match: Match) -> bool:
    """Tell "the ad attacks Lee" and "attacked Lee in a debate"."""
    clause = match.clause
    if clause is None:
        return False
    if any(tree[token].lemma.lower() in _WRITTEN for token in clause.subjects):
        return True
    return _is_at(tree, match, _STAGES)


def _over_views(tree: Sentence, match: Match) -> bool:
    """Tell "hit the premier hard on his record"."""
    around = () if match.clause is None else match.clause.obliques
    return any(
        tree[token].lemma.lower() in _VIEWS and tree.case_of(token) in {"on", "over"}
        for one in around
        for token in (one.token, *tree.children(one.token, "nmod"))
    )


def _aims_at_views(tree: Sentence, noun: int) -> bool:
    """Tell "his attacks on the treaty"."""
    return any(
        tree[child].lemma.lower() in _ABSTRACT
        and tree.case_of(child) in {"on", "against"}
        for child in tree.children(noun, "nmod")
    )


def _is_put_as(
    annotations: Annotations, tree: Sentence, match: Match, filled: Filled
) -> bool:
    """Tell "attacked her as a fraud", "hit him for not paying": blame, of a person."""
    if not _of_persons(annotations, filled, "recipient"):
        return False
    as_what = any(
        one.case == "as" for one in (match.clause.obliques if match.clause else ())
    )
    return as_what or any(
        tree[child].tag == "VBG"
        and any(tree[mark].text.lower() == "for" for mark in _marks(tree, child))
        for child in tree.children(match.head, "advcl", "obl", "xcomp")
    )


def _marks(tree: Sentence, clause: int) -> Sequence[int]:
    return tree.children(clause, "mark", "case")


def _between_candidates(annotations: Annotations, match: Match, filled: Filled) -> bool:
    """Tell whether one politician attacks another, in a report of a campaign.

    Nobody lifts a hand: no weapon, no place, no dead.
    """
    around = () if match.clause is None else match.clause.obliques
    if filled.places or any(one.case in _BODILY for one in around):
        return False
    if not _of_persons(annotations, filled, "actor"):
        return False
    return _is_of_campaign(annotations)


def _is_of_campaign(annotations: Annotations) -> bool:
    sentences = annotations.sentences
    told = sum(not one.lemmas.isdisjoint(_CAMPAIGN) for one in sentences)
    return told * _PART >= len(sentences)


def _of_persons(annotations: Annotations, filled: Filled, part: str) -> bool:
    """Tell whether all who play a part are known as persons, and somebody does."""
    parties = [one.party for one in filled.participants if one.part == part]
    chains = annotations.chain_by_id
    return bool(parties) and all(
        party.entity is not None and chains[party.entity].schema is Schema.PERSON
        for party in parties
    )
