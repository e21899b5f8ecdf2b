"""Other deeds that the same words tell, known by what they take.

Whoever meets a standard meets nobody, and evidence is gathered by one alone; a team is
assembled, a cabinet assembles; a plane is flown and money returned while a traveller
flies and returns; who agrees with what was said has agreed to nothing.
"""

from collections.abc import Iterator

from dragoman.extract.events_clause import Clause
from dragoman.extract.events_draft import Filled
from dragoman.extract.events_people import DOERS, base_of_people
from dragoman.extract.events_predicates import is_definite
from dragoman.extract.events_settings import SettingReader
from dragoman.extract.events_triggers import Match
from dragoman.model.syntax import Sentence

_SELF = frozenset({"himself", "herself", "itself", "themselves", "oneself", "myself"})
# What only says how often and how long: "met three times", "met half way".
_OFTEN = frozenset(
    {"time", "hour", "day", "week", "month", "year", "minute", "night", "half", "other"}
    | {"way", "mile", "kilometre", "kilometer", "km", "leg", "rest", "distance", "home"}
)
# Frames of those who come together or travel themselves.
_TOGETHER = frozenset({"meeting", "session"})
_TRAVELS = frozenset({"travel", "landing", "thither"})
# What is done to things and people as well: "flew the jet to Rome".
_MOVED = frozenset(
    {"return", "fly", "drive", "land", "sail", "ride", "rush", "speed", "pull", "slip"}
    | {"roll", "continue", "leave", "stop", "shuttle", "hurry", "proceed"}
)
_OWN_DEED = frozenset({"SUPPORT", "AID", "CONSULT"})
# What is agreed stands behind these: "agreed on a truce", "agreed to a visit".
_TERMS = frozenset({"on", "to", "upon", "about"})
_WOULD = frozenset({"will", "would", "should", "must", "shall", "may", "can", "could"})
# What is promised is told by the clause that these open.
_PROMISES = frozenset({"undertake", "commit"})
# How a thing put on offer differs from help offered: the first is for sale.
_OFFERED = ("offered", "sympathy", "aid", "relief", "session", "truce", "agreement")
_WARDS = frozenset({"hospital", "clinic", "infirmary"})
_FORCE = frozenset({"ASSAULT", "COERCE"})


class OtherDeeds:
    """Tells whether the words of an event tell another deed.

    Args:
        settings: Knows parties and times.
    """

    def __init__(self, settings: SettingReader) -> None:
        self._settings = settings
        self._reader = settings.reader
        self._ontology = settings.reader.ontology

    def are_told(
        self, sentence: int, tree: Sentence, match: Match, filled: Filled
    ) -> bool:
        """Tell whether a word tells something else than its pattern has it."""
        clause, trigger = match.clause, match.trigger
        if clause is None:
            return False
        if (
            match.noun is None
            and trigger.type in _OWN_DEED
            and _is_on_self(tree, clause)
        ):
            return True
        if trigger.frame.name in _TOGETHER and match.noun is None:
            return self._is_brought_about(sentence, tree, match, clause)
        if trigger.frame.name in _TRAVELS and match.noun is None:
            return self._is_moved(sentence, tree, clause)
        if trigger.type == "AID" and match.noun is not None:
            return self._is_no_help(tree, match, clause)
        if trigger.type == "AGREE":
            return self._is_no_agreement(tree, match, clause, filled)
        if trigger.type == "CONCEDE":
            return self._is_no_concession(tree, match, clause)
        return False

    def _objects(self, sentence: int, tree: Sentence, clause: Clause) -> Iterator[int]:
        """Yield what a verb takes, without how often and how long."""
        for token in clause.objects:
            word = tree[token]
            if word.upos in {"PRON", "DET", "NUM"} or word.lemma.lower() in _OFTEN:
                continue
            if not self._settings.inside_time(sentence, token):
                yield token

    def _is_brought_about(
        self, sentence: int, tree: Sentence, match: Match, clause: Clause
    ) -> bool:
        """Tell "met the standards", "gathered evidence" and "assembled a team"."""
        objects = list(self._objects(sentence, tree, clause))
        if any(
            not self._reader.read(sentence, one, "party")
            and not base_of_people(tree[one].lemma.lower()).endswith(DOERS)
            for one in objects
        ):
            return True
        if match.trigger.frame.name != "session" or clause.passive:
            return False
        return bool(clause.subjects) and any(
            not is_definite(tree, token)
            and self._reader.annotations.mention_headed(sentence, token) is None
            for token in objects
        )

    def _is_moved(self, sentence: int, tree: Sentence, clause: Clause) -> bool:
        """Tell "returned the money to Lee" and "the money was returned to Lee"."""
        if clause.passive:
            return True
        return tree[clause.verb].lemma.lower() in _MOVED and any(
            clause.verb < token for token in self._objects(sentence, tree, clause)
        )

    def _is_no_help(self, tree: Sentence, match: Match, clause: Clause) -> bool:
        """Tell "flew the jet" from flying in tents, and who just went to hospital."""
        noun = "" if match.noun is None else tree[match.noun].lemma.lower()
        if noun in _WARDS:
            return clause.passive and not clause.subjects
        return match.trigger.lemma == "fly" and noun in self._ontology.sets["gear"]

    def _is_no_agreement(
        self, tree: Sentence, match: Match, clause: Clause, filled: Filled
    ) -> bool:
        """Tell what is only thought, sold or done: "Lee agreed", "offered 40 rooms"."""
        trigger, verb = match.trigger, match.head
        opened = tree.children(verb, "xcomp", "ccomp")
        if trigger.lemma in {"agree", "concur"}:
            several = len(filled.participants) > 1 or filled.plural
            return not several and not _is_settled(tree, clause, opened)
        if trigger.lemma in _PROMISES and match.noun is None:
            return not opened and (bool(clause.objects) or trigger.lemma != "commit")
        if trigger.lemma == "offer" and match.noun is None:
            sets = self._ontology.sets
            return not opened and not any(
                tree[token].lemma.lower() in sets[name]
                for token in clause.objects
                for name in _OFFERED
            )
        return False

    def _is_no_concession(self, tree: Sentence, match: Match, clause: Clause) -> bool:
        """Tell a remark, a claim of an attack and a ruling from giving in.

        "Conceded that medicine is short"; "accepted responsibility for the bombing";
        "the decree was suspended by the court".
        """
        trigger = match.trigger
        if trigger.lemma == "concede" and not trigger.complements:
            return bool(tree.children(match.head, "ccomp")) and not clause.objects
        if match.noun is None:
            return False
        if tree[match.noun].lemma.lower() == "responsibility":
            return any(
                one.type in _FORCE
                for child in tree.children(match.noun, "nmod")
                if tree.case_of(child) == "for"
                for one in self._ontology.nouns.get(tree[child].lemma.lower(), ())
            )
        courts = self._ontology.sets["court"]
        return trigger.frame.name == "relenting" and any(
            tree[token].lemma.lower() in courts for token in clause.subjects
        )


def _is_on_self(tree: Sentence, clause: Clause) -> bool:
    """Tell whether somebody does it to himself: "supports himself as a driver"."""
    return any(tree[token].text.lower() in _SELF for token in clause.objects)


def _is_settled(tree: Sentence, clause: Clause, opened: list[int]) -> bool:
    """Tell whether it is said what somebody agreed to do or to have done."""
    if clause.objects or any(one.case in _TERMS for one in clause.obliques):
        return True
    return any(
        tree[child].deprel == "xcomp"
        or tree[child].tag == "VB"
        or not _WOULD.isdisjoint(tree.auxiliaries(child))
        for child in opened
    )
