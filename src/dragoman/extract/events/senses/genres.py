"""What kind of page a document is, where its words of force mean something else.

In a report of a game sides attack, shoot and are punished; on a page about a film or a
novel somebody kills in the story; advice tells its reader what to do. None of that
happened to anybody. Kinds are told by the words of the whole page, and only when an
event is at stake.
"""

from collections.abc import Mapping
from functools import cached_property

from dragoman.data.tables import name_words
from dragoman.extract.clauses.predicates import is_present
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.syntax import QUOTE_MARKS, Sentence
from dragoman.text.scores import has_score

_LEAST = 4  # words of a game or a stage
_SURELY = 6  # where only one of them is of nothing else
_OPENING = 3  # sentences in which a page says what it is about
# What is spoken of in such a report as well as elsewhere.
_ALSO = frozenset(
    {"team", "game", "final", "beat", "win", "captain", "substitute", "defence", "fan"}
    | {"opponent", "trophy", "header", "player", "round", "stage", "rider", "title"}
    | {"climb", "doubles", "forward", "jersey", "lap", "rebound", "seed", "serve"}
    | {"sprint", "promotion", "relegation", "derby", "knockout"}
)
# What is done in play, to a ball or to an opponent.
_PLAYED = frozenset(
    {"attack", "hit", "strike", "shoot", "fire", "storm", "punish", "threaten", "shot"}
    | {"break", "press", "defend", "clash", "blast", "crash", "smash", "raid", "target"}
    | {
        "assault",
        "battle",
        "beat",
        "besiege",
        "bombard",
        "capture",
        "charge",
        "conquer",
    }
    | {"destroy", "dominate", "duel", "fight", "invade", "kill", "launch", "mount"}
    | {"offensive", "ambush", "blitz", "siege", "slaughter", "crush", "overrun"}
)
# ... and who leaves, comes and meets in it.
_MOVED = frozenset(
    {"withdraw", "retire", "retreat", "surrender", "release", "cut", "drop", "free"}
    | {"sideline", "send", "meet", "face", "receive", "host", "welcome", "stop"}
)
_MOVES = frozenset({"RETREAT", "CONSULT"})
# Around a stadium there may be real blows.
_REAL = frozenset(
    {"police", "policeman", "riot", "gunman", "bomb", "knife", "weapon", "dead", "die"}
    | {"hooligan", "flare", "arrest", "war", "soldier", "army", "militant", "terrorist"}
    | {"prosecutor", "court", "victim", "explosion", "gun", "rifle", "stab", "wound"}
)
# What a page may be about that tells a story.
_WORKS = frozenset(
    {"film", "movie", "novel", "novella", "episode", "series", "sitcom", "drama"}
    | {"play", "musical", "opera", "ballet", "comic", "manga", "anime", "cartoon"}
    | {"game", "video game", "videogame", "book", "story", "thriller", "comedy"}
    | {"album", "song", "single", "poem", "miniseries", "franchise", "soundtrack"}
)
_STAGED = frozenset(
    {"album", "song", "track", "film", "director", "actor", "actress", "novel", "plot"}
    | {"character", "scene", "soundtrack", "sequel", "lyric", "vocal", "chorus"}
    | {
        "singer",
        "band",
        "guitar",
        "drum",
        "critic",
        "episode",
        "screenplay",
        "premiere",
    }
    | {
        "ballad",
        "duo",
        "protagonist",
        "heroine",
        "villain",
        "sitcom",
        "cast",
        "tutorial",
    }
    | {"developer", "gameplay", "multiplayer", "quest", "strategy game", "console"}
)
_READER = frozenset({"you", "your", "yours", "yourself"})


class Genres:
    """Tells how the words of force of one page are meant."""

    def __init__(
        self, annotations: Annotations, words: Mapping[str, frozenset[str]]
    ) -> None:
        self._annotations = annotations
        self._chains = annotations.chain_by_id
        self._forces = words["forces"] | _REAL

    def is_play(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether what is told is a move of a game, a scene or advice.

        Args:
            tree: Sentence.
            match: The trigger.
            filled: Who was found in its frame.
        """
        offset = tree[match.head].start
        if self._is_to_reader(tree, match) and not self._annotations.is_quoted(offset):
            return True
        if self._is_scene(tree, match) and self.is_of_work:
            return True
        return self._is_move(tree, match, filled) and self.is_of_game

    def _is_move(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        lemma, kind = match.trigger.lemma, match.trigger.type
        if lemma in _MOVED and kind in _MOVES:
            return match.noun is None and self._are_players(tree, filled)
        if lemma not in _PLAYED or kind in {"AGREE", "AID", "SANCTION"}:
            return False
        return self._forces.isdisjoint(tree.lemmas)

    def _are_players(self, tree: Sentence, filled: Filled) -> bool:
        """Tell whether sides move: bodies, or persons beside a word of a game."""
        chains = [
            self._chains.get(one.party.entity or "") for one in filled.participants
        ]
        if any(chain is None for chain in chains):
            return False
        if any(chain and chain.schema is not Schema.PERSON for chain in chains):
            return True
        context = name_words().context
        return not _ALSO.isdisjoint(tree.lemmas) or not (
            context["games"] | context["sports"]
        ).isdisjoint(tree.lemmas)

    def _is_scene(self, tree: Sentence, match: Match) -> bool:
        """Tell whether a story is told: in the present, with what went before."""
        if match.clause is None:
            return False
        return is_present(tree, match.head) or is_present(tree, tree.root)

    def _is_to_reader(self, tree: Sentence, match: Match) -> bool:
        """Tell whether a sentence tells its reader what is so for him."""
        if _READER.isdisjoint(tree.words) or not QUOTE_MARKS.isdisjoint(tree.words):
            return False
        if match.clause is None or not is_present(tree, tree.root):
            return False
        verb = match.head
        above = tree[verb].head
        heads = [verb, *tree.children(verb, "advcl")]
        if above >= 0:
            heads.append(above)
        return any(
            tree[child].text.lower() in _READER
            for head in heads
            for child in tree.children(head, "nsubj", "nsubj:pass")
        )

    @cached_property
    def is_of_game(self) -> bool:
        """Whether the document is a report of a game."""
        told = frozenset().union(*(one.lemmas for one in self._annotations.sentences))
        context = name_words().context
        sure = told & context["sports"]
        also = told & (context["games"] | _ALSO)
        scored = any(
            has_score([token.text for token in tree])
            for tree in self._annotations.sentences
        )
        if any("team" in chain.types for chain in self._annotations.chains):
            return len(sure | also) >= _LEAST
        least = {0: None, 1: _SURELY}.get(len(sure) + scored, _LEAST)
        return least is not None and len(sure | also) >= least

    @cached_property
    def is_of_work(self) -> bool:
        """Whether the document says at its beginning that it is about a work."""
        for tree in self._annotations.sentences[:_OPENING]:
            root = tree[tree.root]
            if root.lemma.lower() in _WORKS and tree.child(tree.root, "cop", "nsubj"):
                return True
        told = frozenset().union(*(one.lemmas for one in self._annotations.sentences))
        return len(told & _STAGED) > _LEAST + 1
