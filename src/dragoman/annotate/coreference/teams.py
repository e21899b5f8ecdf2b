"""Countries and cities that play: "Uruguay beat Ghana" is told of two teams.

Only in a document that is about a game, and only where a third of what is said of a
place, or more, is that it plays. A team is a body: it has no ministers, and it is not
what the lists know of its country.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence as Items

from dragoman.annotate.coreference.discourse import Draft
from dragoman.annotate.names.drafts import ChainDraft
from dragoman.data.tables import find_organization, name_words
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import Sentence
from dragoman.text.scores import has_score

# What is said of other contests as well, unless there is a score.
_LOOSE = frozenset({"game", "team", "win", "beat", "final"})
# What a document that names an armed group tells of.
_ARMS = frozenset(
    {"ambush", "arm", "armed", "arms", "army", "artillery", "bomb", "bombing",
     "brigade", "ceasefire", "clash", "combatant", "commander", "drone", "explosion",
     "fighter", "fighting", "frontline", "guerrilla", "gunman", "gunmen", "hostage",
     "insurgency", "insurgent", "invasion", "jihadist", "kidnap", "massacre",
     "mercenary", "militant", "military", "militia", "missile", "offensive", "rebel",
     "rebellion", "rifle", "rocket", "shell", "shelling", "siege", "soldier",
     "terror", "terrorism", "terrorist", "troop", "troops", "truce", "uprising",
     "war", "warlord", "weapon"}
)  # fmt: skip
_LEAST_ARMS = 2
# How many of these make a report of a game.
_LEAST = 4
_PLAYS = frozenset(
    {"play", "beat", "defeat", "win", "lose", "draw", "score", "qualify", "thrash"}
    | {"advance", "eliminate", "crush", "edge", "equalise", "equalize", "concede"}
    | {"finish", "trail", "outplay", "overcome", "progress", "face", "champion"}
    | {"meet", "attack", "defend", "fire", "shoot", "bombard", "press", "hit"}
)
_SIDES = frozenset({"against", "over", "to", "by", "between", "with", "for"})
_OWNED = frozenset(
    {"striker", "coach", "goalkeeper", "captain", "team", "squad", "midfielder"}
    | {"defender", "goal", "player", "side", "manager", "win", "victory", "defeat"}
    | {"match", "game", "fan", "forward", "winger"}
)


def tell_teams(
    chains: Items[ChainDraft],
    mentions: Iterable[Draft],
    sentences: Items[Sentence],
) -> None:
    """Make bodies of the places that play.

    Args:
        chains: What is named; changed in place.
        mentions: Who is mentioned where.
        sentences: Sentences of the document.
    """
    told = frozenset().union(*(one.lemmas for one in sentences))
    game = name_words().context["games"]
    if len(told & (game | _LOOSE)) < _LEAST:
        return
    scored = any(has_score([token.text for token in one]) for one in sentences)
    if len(told & (game | _LOOSE if scored else game)) < _LEAST:
        return
    named: Counter[int] = Counter()
    played: Counter[int] = Counter()
    for one in mentions:
        place = chains[one.chain].schema is Schema.PLACE
        if place and one.kind is MentionKind.NAME:
            named[one.chain] += 1
            played[one.chain] += _plays(sentences[one.sentence], one.head)
    for chain, count in played.items():
        if count and 3 * count >= named[chain]:
            chains[chain].schema = Schema.ORGANIZATION
            chains[chain].types = ("team",)
            chains[chain].country = None


def tell_armed(chains: Items[ChainDraft], sentences: Items[Sentence]) -> None:
    """Take arms from bodies of documents that tell of no arms: the Yankees, a band.

    What the lists know to be armed stays so; a body of a game is a team.

    Args:
        chains: What is named; changed in place.
        sentences: Sentences of the document.
    """
    armed = [
        chain
        for chain in chains
        if "armed_group" in chain.types
        and not any(find_organization(name.text, name.key) for name in chain.names)
    ]
    if not armed:
        return
    told = frozenset().union(*(one.lemmas for one in sentences))
    if len(told & _ARMS) >= _LEAST_ARMS:
        return
    team = len(told & (name_words().context["games"] | _LOOSE)) >= _LEAST
    for chain in armed:
        rest = tuple(kind for kind in chain.types if kind != "armed_group")
        chain.types = rest or (("team",) if team else ())


def _plays(sentence: Sentence, head: int) -> bool:
    """Tell whether a mention stands where a team stands."""
    token = sentence[head]
    while token.deprel == "conj" and token.head >= 0:
        head, token = token.head, sentence[token.head]
    if token.head < 0:
        return False
    above = sentence[token.head].lemma.lower()
    case = sentence.case_of(head)
    if token.deprel in {"nmod:poss", "compound", "amod"}:
        return above in _OWNED
    if token.deprel == "nmod":
        return case in _SIDES and above in _OWNED
    if above not in _PLAYS:
        return False
    return token.deprel.startswith(("nsubj", "obj")) or case in _SIDES
