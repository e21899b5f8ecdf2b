"""Words that are the deed itself: "we urge Chad to free him", "refused to go"."""

from dragoman.extract.events.draft import WORDS
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

_SPEAKERS = frozenset({"i", "we"})


def is_performed(tree: Sentence, match: Match) -> bool:
    """Tell whether words are the deed itself: "we urge Chad to free him"."""
    return (
        match.trigger.type in WORDS | {"SUPPORT"}
        and match.clause is not None
        and tree[match.head].tag == "VBP"
        and not tree.children(match.head, "aux", "mark")
        and not tree.is_negated(match.head)
        and any(tree[one].text.lower() in _SPEAKERS for one in match.clause.subjects)
    )


def is_refusal(tree: Sentence, match: Match) -> bool:
    """Tell whether an event is what somebody would not do: "refused to receive him"."""
    token = tree[match.head]
    above = tree[token.head].lemma.lower() if token.head >= 0 else ""
    return token.deprel == "xcomp" and above in {"refuse", "decline"}
