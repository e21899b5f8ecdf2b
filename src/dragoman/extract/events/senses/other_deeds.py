"""Other deeds that the same words tell, known by what they take.

Whoever meets a standard meets nobody, and evidence is gathered by one alone; a team is
assembled, a cabinet assembles; a plane is flown and money returned while a traveller
flies and returns; who agrees with what was said has agreed to nothing.
"""

from collections.abc import Iterator

from dragoman.extract.clauses.clause import Clause
from dragoman.extract.clauses.predicates import is_definite
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.people import DOERS, base_of_people
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import MentionKind, Schema
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
# Without an article what somebody undergoes there: "returns to court".
_INSTITUTIONS = frozenset(
    {"court", "school", "prison", "jail", "college", "church", "class", "work", "trial"}
    | {"university", "hospital", "office"}
)
_SEATED = frozenset({"government_body", "international_organization"})
# Verbs of perceiving: whom one hears arguing one has not received.
_SENSES = frozenset({"hear", "see", "watch"})
_OCCASIONS = frozenset({"fundraiser", "ball", "show", "gala", "fair", "party"})
_ILLICIT = frozenset({"illegal", "illicit", "stolen", "fake", "forged"})
_COMMANDERS = frozenset({"commander", "general", "admiral", "officer", "forces"})
_STANDS = frozenset({"stand", "speak"})
_WHERE = frozenset({"in", "at", "outside", "inside", "near", "on", "behind"})
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
        if trigger.type == "CONSULT":
            return self._is_no_contact(sentence, tree, match, clause, filled)
        if trigger.type == "AID":
            return self._is_no_help(tree, match, clause, filled)
        if trigger.type == "COOPERATE":
            return _is_no_joint_work(tree, match)
        if trigger.type == "SUPPORT" and trigger.lemma in _STANDS:
            return _is_only_there(match, clause, filled)
        if trigger.type == "AGREE":
            return self._is_no_agreement(tree, match, clause, filled)
        if trigger.type == "CONCEDE":
            return self._is_no_concession(tree, match, clause)
        return False

    def _is_no_contact(
        self,
        sentence: int,
        tree: Sentence,
        match: Match,
        clause: Clause,
        filled: Filled,
    ) -> bool:
        """Tell what is no meeting and no visit, whatever word tells it."""
        frame = match.trigger.frame.name
        if frame == "host":
            return _is_overheard(tree, clause) or _is_party_given(tree, clause)
        if match.noun is not None:
            return False
        if frame in _TOGETHER:
            return self._is_brought_about(sentence, tree, match, clause)
        if frame in _TRAVELS | {"awaited"}:
            return self._is_moved(sentence, tree, clause) or (
                bool(filled.places)
                and all(self._is_joined(sentence, one) for one in filled.places)
            )
        return False

    def _is_joined(self, sentence: int, token: int) -> bool:
        """Tell whether somebody goes to what he is part of: "came back to school".

        "Arrived in Congress in 1993", "returned to the team"; a ministry is visited.
        """
        tree = self._reader.annotations.sentences[sentence]
        mention = self._reader.mention(sentence, token)
        if mention is None:
            bare = not tree.children(token, "det", "amod", "compound", "nmod:poss")
            return bare and tree[token].lemma.lower() in _INSTITUTIONS
        chain = self._reader.annotations.chain_by_id[mention.chain]
        named = mention.kind is MentionKind.NAME
        of_state = not _SEATED.isdisjoint(chain.types)
        return named and chain.schema is Schema.ORGANIZATION and not of_state

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

    def _is_no_help(
        self, tree: Sentence, match: Match, clause: Clause, filled: Filled
    ) -> bool:
        """Tell what helps nobody, and help that nobody gives.

        "Flew the jet", "gave him illegal drugs", "were badly equipped", "was taken to
        hospital".
        """
        if match.noun is None:
            given = any(one.part == "actor" for one in filled.participants)
            return match.trigger.frame.name == "act" and not given
        noun = tree[match.noun].lemma.lower()
        if noun in _WARDS:
            return clause.passive and not clause.subjects
        illicit = any(
            tree[child].lemma.lower() in _ILLICIT
            for child in tree.children(match.noun, "amod")
        )
        flown = match.trigger.lemma == "fly" and noun in self._ontology.sets["gear"]
        return illicit or flown

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
        "the decree was suspended by the court"; "he dismissed those charges";
        "authorised commanders to use force".
        """
        trigger = match.trigger
        if trigger.frame.name == "act" and trigger.complements:
            own = self._ontology.words["forces"] | _COMMANDERS
            return any(tree[one].lemma.lower() in own for one in clause.objects)
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
        ruled = any(
            tree[token].lemma.lower() in self._ontology.sets["court"]
            for token in clause.subjects
        )
        if trigger.lemma == "dismiss" and trigger.frame.name == "dropping":
            return bool(clause.subjects) and not ruled and not clause.passive
        return trigger.frame.name == "relenting" and ruled


def _is_overheard(tree: Sentence, clause: Clause) -> bool:
    """Tell "heard a group of men arguing", "saw Lee visiting the site"."""
    if tree[clause.verb].lemma not in _SENSES:
        return False
    inner = [c for token in clause.objects for c in tree.children(token, "nmod")]
    return any(
        tree[child].tag in {"VBG", "VB"}
        for head in (clause.verb, *clause.objects, *inner)
        for child in tree.children(head, "ccomp", "xcomp", "acl", "advcl")
        if child > clause.verb
    )


def _is_party_given(tree: Sentence, clause: Clause) -> bool:
    """Tell whether not a guest but an occasion has its host: "hosted a fundraiser"."""
    return any(tree[token].lemma.lower() in _OCCASIONS for token in clause.objects)


def _is_no_joint_work(tree: Sentence, match: Match) -> bool:
    """Tell "shares a record with Lee", "ordered missiles moved" and "build bridges"."""
    lemma = match.trigger.lemma
    if match.noun is None:
        return False
    noun = tree[match.noun]
    if lemma == "order":
        return bool(tree.children(match.head, "xcomp", "ccomp"))
    if lemma == "build" and noun.lemma == "bridge":
        return not tree.children(match.noun, "det", "nummod", "amod", "compound")
    return lemma == "share" and noun.lemma == "record"


def _is_only_there(match: Match, clause: Clause, filled: Filled) -> bool:
    """Tell "stood outside with friends" and "speaks for himself" from taking sides."""
    if match.trigger.lemma == "speak":
        return all(one.part != "recipient" for one in filled.participants)
    asked = match.trigger.prepositions  # "stands behind Lee"
    return any(one.case in _WHERE - asked for one in clause.obliques)


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
