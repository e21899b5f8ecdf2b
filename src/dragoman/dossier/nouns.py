"""What readers find an event called: a plain noun for each type and mode."""

import re

# What happened, as a neutral noun; modes refine it.
_TYPES = {
    "AGREE": "an agreement",
    "CONSULT": "a consultation",
    "SUPPORT": "an act of support",
    "CONCEDE": "a concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "a withdrawal or release",
    "REQUEST": "a request or demand",
    "ACCUSE": "an accusation",
    "REJECT": "a rejection",
    "THREATEN": "a threat",
    "PROTEST": "a protest",
    "SANCTION": "a sanction",
    "MOBILIZE": "a mobilization",
    "COERCE": "an act of coercion",
    "ASSAULT": "an attack",
}
_MODES = {
    ("CONSULT", "meeting"): "a meeting",
    ("CONSULT", "multilateral"): "a multilateral meeting",
    ("CONSULT", "mediation"): "a mediation",
    ("CONSULT", "call"): "a telephone call",
    ("CONSULT", "visit"): "a visit",
    ("AGREE", "promise"): "a promise",
    ("RETREAT", "withdraw"): "a withdrawal",
    ("RETREAT", "release"): "a release",
    ("RETREAT", "ceasefire"): "a ceasefire",
    ("RETREAT", "disarm"): "a disarmament",
    ("RETREAT", "resign"): "a resignation",
    ("ACCUSE", "disapprove"): "disapproval",
    ("ACCUSE", "investigate"): "an investigation",
    ("PROTEST", "demo"): "a demonstration",
    ("PROTEST", "strike"): "a strike",
    ("PROTEST", "hunger"): "a hunger strike",
    ("PROTEST", "boycott"): "a boycott",
    ("PROTEST", "riot"): "a riot",
    ("PROTEST", "obstruct"): "a blockade",
    ("SANCTION", "discontinue"): "a sanction or suspension",
    ("SANCTION", "withdraw"): "a withdrawal",
    ("SANCTION", "expel"): "an expulsion",
    ("SANCTION", "convict"): "a conviction",
    ("MOBILIZE", "troops"): "a movement of troops",
    ("MOBILIZE", "weapons"): "a movement of weapons",
    ("COERCE", "arrest"): "an arrest",
    ("COERCE", "seize"): "a seizure",
    ("COERCE", "deport"): "a deportation or expulsion",
    ("COERCE", "ban"): "a ban",
    ("COERCE", "censor"): "an act of censorship",
    ("COERCE", "restrict"): "a restriction",
    ("COERCE", "raid"): "a raid",
    ("ASSAULT", "explosives"): "an attack with explosives",
    ("ASSAULT", "suicide-attack"): "a suicide attack",
    ("ASSAULT", "heavy-weapons"): "an attack with heavy weapons",
    ("ASSAULT", "firearms"): "an attack with firearms",
    ("ASSAULT", "assassinate"): "an assassination",
    ("ASSAULT", "execute"): "an execution",
    ("ASSAULT", "abduct"): "an abduction",
    ("ASSAULT", "beat"): "a beating",
    ("ASSAULT", "crowd-control"): "the use of force on a crowd",
}
# How the noun leads over to whom it concerns; the others take "concerning".
_TOWARD = {
    "AGREE": "with",
    "COOPERATE": "with",
    "SUPPORT": "for",
    "AID": "for",
    "REQUEST": "to",
    "ACCUSE": "against",
    "THREATEN": "against",
    "PROTEST": "against",
    "SANCTION": "against",
    "COERCE": "against",
    "ASSAULT": "on",
}
_MODES_TOWARD = {
    ("AGREE", "promise"): "to",
    ("ACCUSE", "disapprove"): "of",
    ("ACCUSE", "investigate"): "of",
    ("PROTEST", "boycott"): "of",
    ("SANCTION", "withdraw"): "concerning",
    ("SANCTION", "expel"): "of",
    ("SANCTION", "convict"): "of",
    ("COERCE", "arrest"): "of",
    ("COERCE", "seize"): "of",
    ("COERCE", "deport"): "of",
    ("COERCE", "raid"): "on",
    ("ASSAULT", "assassinate"): "of",
    ("ASSAULT", "execute"): "of",
    ("ASSAULT", "abduct"): "of",
    ("ASSAULT", "beat"): "of",
    ("ASSAULT", "crowd-control"): "concerning",
}


def noun_of(kind: str, mode: str | None) -> str:
    """Return an event as a noun with its article; a mode without a noun in brackets.

    >>> noun_of("COERCE", "arrest"), noun_of("ASSAULT", None)
    ('an arrest', 'an attack')
    """
    noun = _TYPES.get(kind, "an event")
    if not mode:
        return noun
    plain = mode.replace("_", " ").replace("-", " ")
    return _MODES.get((kind, mode), f"{noun} ({plain})")


def label_of(kind: str, mode: str | None = None) -> str:
    """Return an event as a label of lists and pictures: its noun, no article.

    >>> label_of("SANCTION", "discontinue"), label_of("COOPERATE")
    ('sanction or suspension', 'cooperation')
    """
    return re.sub(r"^(?:an?|the) ", "", noun_of(kind, mode))


def label_of_mode(mode: str) -> str:
    """Return a mode as a label, whatever its type.

    >>> label_of_mode("demo"), label_of_mode("small_arms")
    ('demonstration', 'small arms')
    """
    kinds = [kind for kind, known in _MODES if known == mode]
    return label_of(kinds[0], mode) if kinds else re.sub("[_-]", " ", mode)


def join_sides(kind: str, mode: str | None, actors: str, targets: str) -> str:
    """Return who did it to whom, as it stands behind the noun.

    >>> join_sides("COERCE", "arrest", "the police", "Ana Vogel")
    ' of Ana Vogel by the police'
    >>> join_sides("ASSAULT", None, "rebels", "Gao")
    ' by rebels on Gao'
    """
    by = f" by {actors}" if actors else ""
    if not targets:
        return by
    toward = _MODES_TOWARD.get((kind, mode or ""), _TOWARD.get(kind, "concerning"))
    to = f" {toward} {targets}"
    return f"{to}{by}" if toward == "of" else f"{by}{to}"
