"""Whether what was read as an event can be one: no storm raids, no striker shoots."""

from functools import cached_property

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import is_definite, is_impossible
from dragoman.extract.clauses.standing import Standing
from dragoman.extract.events.draft import FORCE, WORDS, Filled
from dragoman.extract.events.senses.accidents import (
    is_accident,
    is_gunfire,
    is_of_disaster,
)
from dragoman.extract.events.senses.figurative import is_figurative
from dragoman.extract.events.senses.general import is_general
from dragoman.extract.events.senses.genres import Genres
from dragoman.extract.events.senses.hard_senses import is_softer
from dragoman.extract.events.senses.penal import is_spell
from dragoman.extract.events.senses.things import Senses
from dragoman.extract.events.setting.slots import GRANTED
from dragoman.extract.events.triggers.quantities import parse_number
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.schema.force import KILLING
from dragoman.schema.loader import EventOntology

_FORCE = FORCE | {"THREATEN"}
_WARDS = frozenset({"hospital", "clinic", "ward"})
# Where nobody fights but in play: a match or a market may well be attacked.
_GAMES = frozenset(
    {"half", "lap", "climb", "innings", "promotion", "relegation", "playoff", "medal"}
)
# Where work stops: an attack may be on a port as well.
_AT = frozenset({"at", "in", "of", "over"})
_BY = frozenset({"of", "by"})
# Who gathers somewhere holds no session.
_THRONG = frozenset({"rioter", "protester", "demonstrator", "mourner", "fan"})
_SITTINGS = frozenset({"session", "conference"})
_SIDES = 2
# Nobody reports the day when a couple met.
_MARRIED = frozenset({"husband", "wife", "spouse", "boyfriend", "girlfriend"})
# What makes a punishment of years: "four years in prison", "behind bars".
_INSIDE = frozenset(
    {"prison", "jail", "absentia", "custody", "bar", "detention", "colony", "labour"}
    | {"labor", "camp", "penitentiary", "imprisonment", "confinement"}
)
_DOING = frozenset({"nsubj", "nsubj:pass", "obl:agent"})


class Credibility:
    """Judges readings of one document."""

    def __init__(self, annotations: Annotations, ontology: EventOntology) -> None:
        self._annotations = annotations
        self._chain_by_id = annotations.chain_by_id
        self._words = ontology.words
        self._captives = ontology.sets["prisoner"]
        self._workers = ontology.sets["workers"]
        self._terms = ontology.sets["term"]
        self._courts = ontology.sets["court"]
        self._crimes = ontology.sets["crime"]
        self._blows = ontology.sets["blow"] | ontology.sets["munition"]
        self._senses = Senses(annotations, ontology)
        self._genres = Genres(annotations, ontology.words)

    def holds(
        self, tree: Sentence, match: Match, standing: Standing, filled: Filled
    ) -> bool:
        """Tell whether a reading makes sense: force of somebody, words to somebody."""
        trigger = match.trigger
        modality = standing.modality
        threat = trigger.frame.modality == Modality.HYPOTHETICAL
        if trigger.type in WORDS and modality is Modality.HYPOTHETICAL and not threat:
            return False
        if (
            self._is_disallowed(tree, match, standing, filled)
            or self._is_of_nature_or_sport(tree, match)
            or self._is_of_teams(filled)
            or self._genres.is_play(tree, match, filled)
            or is_general(self._annotations, tree, match, modality, filled)
        ):
            return False
        other = is_figurative(self._annotations, tree, match, filled, self._words)
        other = other or is_softer(tree, match, filled, self._words)
        if other or self._senses.differs(tree, match, filled):
            return False
        if trigger.lemma == "displace" and not _has_actor(filled):
            return False  # who flees is not driven out by anybody named
        if trigger.lemma == "rule" and modality is Modality.DENIED:
            return False  # "did not rule out": open, not refused
        if self._is_no_visit(tree, match, filled):
            return False
        if self._is_no_meeting(tree, match, standing, filled) or (
            self._is_no_term(tree, match) or is_spell(tree, match)
        ):
            return False
        if trigger.lemma in {"agree", "concur"}:
            tree_past = standing.past and modality is Modality.ASSERTED
            return tree_past or modality in {Modality.CANCELLED, Modality.DENIED}
        told = modality is Modality.ASSERTED
        if told and trigger.mode == "meeting" and len(filled.participants) == 1:
            held = match.clause is not None and match.noun is not None
            return filled.plural or trigger.frame.name == "session" or held
        return True

    def _is_disallowed(
        self, tree: Sentence, match: Match, standing: Standing, filled: Filled
    ) -> bool:
        """Tell "don't blame Lee", "you cannot blame Lee", of which nobody tells."""
        if match.trigger.type not in WORDS or standing.modality is not Modality.DENIED:
            return False
        return not _has_actor(filled) or is_impossible(tree, match.head)

    def _is_of_nature_or_sport(self, tree: Sentence, match: Match) -> bool:
        """Tell whether a storm strikes or a striker shoots: force only in words."""
        clause = match.clause
        if match.trigger.type not in _FORCE:
            return False
        if clause is None:
            walkout = match.trigger.type == "PROTEST"
            struck = match.trigger.lemma == "strike" and not walkout
            return struck and self._is_of_workers(tree, match)
        nature = self._words["nature"]
        players = self._words["players"]
        lemmas = {
            tree[token].lemma.lower()
            for token in clause.subjects
            if not is_gunfire(tree, token)
        }
        if lemmas & (nature | players):
            return True
        aimed = {tree[token].lemma.lower() for token in clause.objects}
        own = {*match.trigger.words} | ({"fire"} if match.noun is not None else set())
        if match.trigger.type == "ASSAULT" and aimed - own and aimed - own <= nature:
            return True  # "fought the blaze", but "opened fire"
        around = {tree[one.token].lemma.lower() for one in clause.obliques}
        if match.trigger.type == "ASSAULT" and (
            is_accident(tree, match, clause, self._words)
            or (_is_harm(match) and not clause.subjects and self._of_a_disaster)
        ):
            return True
        if match.trigger.mode in {"arrest", "release"} and around & _WARDS:
            return True  # "was released from hospital", "were detained in hospital"
        return bool(aimed & players) or bool(around & _GAMES)

    @cached_property
    def _of_a_disaster(self) -> bool:
        return is_of_disaster(self._annotations.sentences, self._blows)

    def _is_of_workers(self, tree: Sentence, match: Match) -> bool:
        """Tell whether "the strike at the port" is one of the dockers beside it."""
        noun, phrases = tree[match.head], list(find_obliques(tree, match.head))
        whose = {tree[one.token].lemma.lower() for one in phrases if one.case in _BY}
        if whose & self._workers:
            return True
        kills = noun.deprel == "nsubj" and tree[noun.head].lemma.lower() in KILLING
        return (
            not kills
            and all(one.case in _AT for one in phrases)
            and any(
                token.lemma.lower() in self._workers and token.deprel in _DOING
                for token in tree.tokens
            )
        )

    def _is_of_teams(self, filled: Filled) -> bool:
        """Tell whether all who take part are teams: they meet to play."""
        chains = [
            self._chain_by_id[one.party.entity]
            for one in filled.participants
            if one.party.entity is not None
        ]
        return bool(chains) and all("team" in chain.types for chain in chains)

    def _is_no_meeting(
        self, tree: Sentence, match: Match, standing: Standing, filled: Filled
    ) -> bool:
        """Tell whether somebody only speaks to reporters, or a crowd gathers."""
        frame = match.trigger.frame.name
        if match.clause is None and match.trigger.lemma in _SITTINGS:
            # what a parliament or scholars hold is a meeting only of two sides
            off = standing.modality in {Modality.CANCELLED, Modality.PLANNED}
            if not off and len(filled.participants) < _SIDES:
                return True
        if match.clause is None and match.trigger.lemma == "audience":
            # "an audience with the king", not of those who listen
            granted = any(
                tree[clause].lemma.lower() in GRANTED
                for clause in tree.children(match.head, "acl")
            )
            return not granted and all(
                one.case != "with" for one in find_obliques(tree, match.head)
            )
        if frame == "meeting" and _is_courting(filled):
            return True
        return (frame in {"talk", "call"} and self._is_press(filled)) or (
            frame in {"session", "host"} and self._is_of_crowd(tree, match)
        )

    def _is_of_crowd(self, tree: Sentence, match: Match) -> bool:
        """Tell whether hundreds gather, who hold no session."""
        clause = match.clause
        crowds = self._words["crowds"] - {"union"} | _THRONG
        return clause is not None and any(
            tree[inner].lemma.lower() in crowds
            for token in (*clause.subjects, *clause.objects)
            for inner in (token, *tree.children(token, "nmod", "nummod"))
            if inner == token or tree.case_of(inner) in {"of", ""}
        )

    def _is_no_visit(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether somebody is only seen, or only called on to do something."""
        if match.trigger.pattern == "call ~on":
            return not self._is_called_on(tree, match, filled)
        return match.trigger.lemma == "see" and not self._is_seen(tree, match, filled)

    def _is_no_term(self, tree: Sentence, match: Match) -> bool:
        """Tell whether years are no punishment: "was given two years to comply"."""
        if match.noun is None or match.trigger.mode != "convict":
            return False
        if tree[match.noun].lemma.lower() not in self._terms:
            return False  # "condemned to death", unlike "to years of poverty"
        clause = match.clause
        courts = () if clause is None else clause.subjects
        if any(tree[token].lemma.lower() in self._courts for token in courts):
            return False
        phrases = (*find_obliques(tree, match.head), *find_obliques(tree, match.noun))
        return not any(
            tree[one.token].lemma.lower() in _INSIDE
            or (one.case == "for" and tree[one.token].lemma.lower() in self._crimes)
            for one in phrases
        )

    def _is_seen(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether "saw" means "met": somebody named whom somebody named saw.

        Or those who are held: "the consul saw the nine sailors at the base".
        """
        named = [
            one.party.entity is not None
            and self._chain_by_id[one.party.entity].schema == "Person"
            for one in filled.participants
        ]
        if all(named):
            return True
        clause = match.clause
        held = clause is not None and any(
            is_definite(tree, token)
            and (
                parse_number([tree[token].text]) is not None
                or tree[token].lemma in self._captives
            )
            for token in clause.objects
        )
        return held and named[0] and clause is not None and bool(clause.obliques)

    def _is_called_on(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether somebody paid a visit: not "called on Lee to resign"."""
        asked = tree.children(match.head, "xcomp", "ccomp", "advcl", "acl")
        for token, _ in filled.tokens:
            asked += tree.children(token, "acl")
        return not asked and all(
            one.party.entity is not None
            and self._chain_by_id[one.party.entity].schema == "Person"
            for one in filled.participants
        )

    def _is_press(self, filled: Filled) -> bool:
        """Tell whether somebody only speaks to reporters or the nation."""
        words = self._words["reporters"]
        return any(
            one.party.entity is None
            and one.party.name.lower().rpartition(" ")[2].rstrip("s") in words
            for one in filled.participants
            if one.part == "recipient"
        )


def _is_harm(match: Match) -> bool:
    """Tell whether people were hurt or things broken: by whom is not told."""
    return match.trigger.frame.name == "hit" and match.trigger.stands_alone


def _is_courting(filled: Filled) -> bool:
    """Tell whether somebody met whom he married: "met her husband at a reading"."""
    return any(
        one.part == "recipient"
        and one.party.entity is None
        and one.party.name.lower().rpartition(" ")[2] in _MARRIED
        for one in filled.participants
    )


def _has_actor(filled: Filled) -> bool:
    return any(one.part == "actor" for one in filled.participants)
