"""The type of an event, where the words around its trigger tell another."""

from dragoman.extract.clauses.standing import Standing
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.senses.deeds import load_judge
from dragoman.extract.events.senses.penal import CONVICTION, is_sentence
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.text.governors import find_governor

# Acts by words, whose type goes with how they are put.
_UNJUDGED = frozenset({"REQUEST", "THREATEN"})
# Who is captured by those who arrest: "the navy captured 23 pirates".
_HELD = frozenset({"hit", "strike"})
_WANTED = frozenset(
    {"pirate", "suspect", "fugitive", "smuggler", "robber", "killer", "poacher"}
    | {"trafficker", "escapee", "inmate", "thief", "murderer", "kidnapper", "convict"}
)
# Frames whose words leave no doubt: things are seized, rulers overthrown.
_PLAIN = frozenset({"taking", "ouster"})


def judge_type(
    tree: Sentence, match: Match, standing: Standing, filled: Filled
) -> tuple[str, str | None]:
    """Return type and mode: the trigger's, unless the words around surely tell another.

    Only of what is told as done: what is promised, refused or demanded keeps the type
    of the deed, and its modality says the rest.
    """
    own = match.trigger.type, match.trigger.mode
    if is_sentence(tree, match):
        return CONVICTION
    parts = {one.part for one in filled.participants}
    if own[1] == "mediation" and filled.places and "mediator" not in parts:
        return "CONSULT", "meeting"  # held in a town, which mediates nothing
    others = [token for token, part in filled.tokens if part != "actor"]
    if match.trigger.lemma == "capture" and match.trigger.frame.name in _HELD:
        hit = {tree[token].lemma.lower() for token in others}
        if hit and hit <= _WANTED:
            return "COERCE", "arrest"  # "the navy captured 23 pirates"
    # "an explosion killed twenty people": nobody acts, so there is no pair to judge
    acts = any(one.part == "actor" for one in filled.participants)
    actor = next((token for token, part in filled.tokens if part == "actor"), None)
    told = standing.modality is Modality.ASSERTED and own[0] not in _UNJUDGED
    told = told and match.trigger.frame.name not in _PLAIN
    # "guilty of killing her": what he was found to be says nothing of what he did
    told = told and (match.noun is not None or find_governor(tree, match.head) is None)
    # "blamed the Front, which has encircled Gao": the words around tell another deed
    told = told and tree[match.head].deprel != "acl:relcl"
    if not told or not acts or actor is None or not others:
        return own
    found = load_judge().find_type(tree, actor, others[0], own[0])
    return own if found is None else (found, None)
