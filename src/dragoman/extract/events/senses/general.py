"""What is told of no day and nobody: rules, habits, terms of office that ended.

"If a party calls a voter" is a rule, "the group usually meets in Rome" a habit. "By the
time Lee left office" says when, not that he resigned; who occupies a post or a place in
the sun has taken nothing by force.
"""

from dragoman.extract.clauses.predicates import is_present
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence

_ANY = frozenset({"a", "an", "any", "anyone", "anybody", "someone", "somebody", "one"})
_USUALLY = frozenset(
    {"usually", "typically", "generally", "always", "normally", "sometimes", "rarely"}
    | {"customarily", "habitually", "traditionally", "seldom", "frequently"}
)
_WHEN = frozenset({"time", "before", "after", "when", "until", "since", "once"})
_HELD = frozenset({"occupy", "hold", "take", "seize", "capture", "command"})
# What is held without arms.
_POSTS = frozenset(
    {"position", "post", "chair", "office", "seat", "role", "job", "rank", "niche"}
    | {"space", "throne", "spot", "slot", "portfolio", "attention", "time", "mind"}
    | {"thought", "stage", "spotlight", "lead", "centre", "center", "ground"}
)
_PLACED = frozenset({"fighting", "military", "army", "defensive", "enemy", "forward"})
_FILMED = frozenset(
    {"film", "movie", "video", "scene", "series", "documentary", "picture", "photo"}
    | {"photograph", "footage", "episode", "portrait", "commercial", "ad", "sequel"}
)
_CHARGE = ("take =hold", "take over", "seize =hold", "assume =hold")


def is_general(
    annotations: Annotations,
    tree: Sentence,
    match: Match,
    modality: Modality | None,
    filled: Filled,
) -> bool:
    """Tell whether a trigger tells of no deed of any day.

    Args:
        annotations: Those of the document.
        tree: The sentence.
        match: The trigger.
        modality: How it is put.
        filled: Its frame.
    """
    if modality is Modality.HYPOTHETICAL and _of_anybody(filled):
        return True
    if match.trigger.type == "CONSULT" and any(
        not any(letter.isalpha() for letter in one.party.name)
        for one in filled.participants
    ):
        return True  # "received 192" votes
    if match.clause is None:
        return False
    verb = match.head
    if modality is Modality.ASSERTED and is_present(tree, verb):
        adverbs = {tree[one].lemma.lower() for one in tree.children(verb, "advmod")}
        if not adverbs.isdisjoint(_USUALLY):
            return True
    if match.trigger.pattern == "leave =office":
        return _says_when(tree, verb)
    return match.trigger.type == "ASSAULT" and (
        _holds_post(tree, match)
        or _is_filmed(annotations, tree, match)
        or _takes_charge(annotations, tree, match, filled)
    )


def _of_anybody(filled: Filled) -> bool:
    """Tell "a party" and "any voter": nobody that is known or could be."""
    named = [one.party for one in filled.participants]
    return bool(named) and all(
        party.entity is None and party.name.lower().split()[0] in _ANY
        for party in named
        if party.name
    )


def _says_when(tree: Sentence, verb: int) -> bool:
    """Tell "by the time Lee left office" and "after he left office"."""
    if tree[verb].deprel not in {"advcl", "acl", "acl:relcl"}:
        return False
    marks = {
        tree[one].lemma.lower()
        for one in tree.children(verb, "mark", "advmod", "case", "obl")
    }
    above = tree[verb].head
    return not marks.isdisjoint(_WHEN) or (
        above >= 0 and tree[above].lemma.lower() == "time"
    )


def _holds_post(tree: Sentence, match: Match) -> bool:
    """Tell "occupied a prominent position", not "seized a fighting position"."""
    clause = match.clause
    if clause is None or match.trigger.lemma not in _HELD:
        return False
    held = [*clause.objects]
    return bool(held) and all(
        tree[one].lemma.lower() in _POSTS
        and tree[one].tag not in {"NNS", "NNPS"}
        and not tree.children(one, "compound")  # "the customs post"
        and not any(
            tree[child].lemma.lower() in _PLACED for child in tree.children(one, "amod")
        )
        for one in held
    )


def _is_filmed(annotations: Annotations, tree: Sentence, match: Match) -> bool:
    """Tell "shot a film" and "shot “A Place in Time”"."""
    clause = match.clause
    if clause is None or match.trigger.lemma != "shoot":
        return False
    own = tree[match.head].start
    return any(
        tree[one].lemma.lower() in _FILMED
        or (annotations.is_quoted(tree[one].start) and not annotations.is_quoted(own))
        for one in clause.objects
    )


def _takes_charge(
    annotations: Annotations, tree: Sentence, match: Match, filled: Filled
) -> bool:
    """Tell a person who takes over a body or a firm: he leads it now."""
    if not match.trigger.pattern.startswith(_CHARGE):
        return False
    if not tree.lemmas.isdisjoint(_PLACED):
        return False
    chains = annotations.chain_by_id
    acting = [one.party.entity for one in filled.participants if one.part == "actor"]
    taken = [one.party.entity for one in filled.participants if one.part != "actor"]
    persons = bool(acting) and all(
        one is not None and chains[one].schema is Schema.PERSON for one in acting
    )
    no_places = all(
        one is None or chains[one].schema is not Schema.PLACE for one in taken
    )
    return persons and no_places
