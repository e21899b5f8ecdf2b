"""Whether enough is told of an event: who took part, else where and when."""

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import is_definite, is_of_toll
from dragoman.extract.clauses.standing import Standing
from dragoman.extract.events.draft import FORCE, Filled
from dragoman.extract.events.sentence.frames import FrameFiller
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.schema.force import DYING
from dragoman.text.governors import is_none

_OPEN = frozenset({Modality.CANCELLED, Modality.DENIED})
_UPON = frozenset({"of", "on", "against"})
_AT = frozenset({"at", "near", "in", "outside", "inside"})
# Nouns of occasions that place and day pin down without a party.
_OCCASIONS = frozenset({"meeting", "crowd"})
_SAT = frozenset({"meeting", "visit"})
_PHRASES = ("obl", "nmod")
_BESIDE = frozenset({"conj", "appos", "parataxis"})
# What one side alone may be told to hold somewhere: no session of its own, no meal.
_SITTINGS = frozenset(
    {"meeting", "talk", "consultation", "negotiation", "discussion", "dialogue"}
    | {"summit", "round", "conversation"}
)


class Grounds:
    """Weighs what is told of events in one document."""

    def __init__(self, filler: FrameFiller) -> None:
        self._filler = filler
        self._settings = filler.settings
        self._sentences = filler.annotations.sentences

    def is_mere_noun(
        self, sentence: int, tree: Sentence, match: Match, standing: Standing
    ) -> bool:
        """Tell whether a noun of force is only talked of, without a deed of its own."""
        if match.trigger.type not in FORCE or standing.modality is Modality.CANCELLED:
            return False
        if match.blame is not None:
            told = tree.child(match.head, "acl:relcl") is not None
            told = told or any(True for _ in find_obliques(tree, match.head))
            return not (is_definite(tree, match.head) and told)
        if standing.modality is not Modality.ASSERTED:
            force = match.trigger.type in {"ASSAULT", "COERCE"}
            return force and not tree[match.head].deprel.startswith("nsubj")
        return not standing.past or not (
            self._settings.time(sentence, match) is not None
            or tree[match.head].deprel.startswith("nsubj")
            or _is_deadly(tree, match.head)
            or _has_two_sides(tree, match.head)
            or _is_done_to_somebody(tree, match.head)
            or _has_dead(tree, match.head)
            or self._is_entry(tree, match.head)
        )

    def _is_entry(self, tree: Sentence, noun: int) -> bool:
        """Tell whether a noun is all that a chronicle tells: "7 May: Attack on Gao"."""
        days = self._settings.annotations.day_of_block
        return tree[noun].deprel == "root" and tree.block in days

    def is_dated(self, sentence: int, tree: Sentence, match: Match) -> bool:
        """Tell whether a meeting or visit is told with its own day, which is over.

        Whatever governs it: "was linked to a meeting between A and B on 3 May", "the
        outcome of his visit to Rome last week".
        """
        if match.clause is not None or match.trigger.frame.name not in _SAT:
            return False
        published = self._filler.reader.document.published
        if published is None or not tree[match.head].deprel.startswith(_PHRASES):
            return False
        inside = set(tree.subtree(match.head, without=_BESIDE))
        if any(tree[token].text.lower() == "ago" for token in inside):
            return True
        return any(
            tree.head_of(time.start, time.end) in inside
            and "X" not in time.time.value
            and time.time.value.rpartition("/")[2] <= published
            for time in self._settings.dates_of(sentence)
        )

    def is_grounded(
        self, sentence: int, match: Match, standing: Standing, filled: Filled
    ) -> bool:
        """Tell whether parties, or else place and time, pin an event down."""
        full = self._filler.is_full(self._sentences[sentence], match, filled)
        if standing.modality is Modality.PLANNED and not full:
            timed = self._settings.time(sentence, match) is not None
            if match.trigger.type == "PROTEST" and timed:
                return True  # "a general strike has been called for 6 March"
            placed = self._settings.place(sentence, match, filled) is not None
            return timed and (placed or self._is_summit(sentence, match))
        frame = match.trigger.frame.name
        if (
            frame == "hit"
            and not filled.participants
            and self._settings.place(sentence, match, filled) is None
        ):
            return False  # "no one was hurt"
        if standing.modality in _OPEN and self._is_told_of(sentence, match):
            return True
        told = standing.modality is Modality.ASSERTED
        told = told and (match.clause is None or match.noun is not None)
        if told and frame in _OCCASIONS and not full:
            clause = match.clause
            told_of = clause is None or bool(filled.participants)
            told_of = told_of or (clause is not None and match.noun in clause.subjects)
            return told_of and self._is_pinned_down(sentence, match, filled)
        again = frame == "meeting" and match.trigger.words  # "a second round"
        return bool(filled.participants or again) or (
            frame == "pact" or self._settings.place(sentence, match, filled) is not None
        )

    def _is_pinned_down(self, sentence: int, match: Match, filled: Filled) -> bool:
        """Tell whether "talks opened in Doha on 6 June": a named place and a day."""
        time = self._settings.time(sentence, match)
        place = self._settings.place(sentence, match, filled)
        dated = time is not None and (time.precision == "day" or match.noun is not None)
        return dated and place is not None and place[0] is not None

    def _is_summit(self, sentence: int, match: Match) -> bool:
        """Tell whether a meeting is told as "a summit of the five northern atolls"."""
        tree = self._sentences[sentence]
        noun = match.head if match.noun is None else match.noun
        return match.trigger.type == "CONSULT" and any(
            one.case in {"of", "between", "with"} for one in find_obliques(tree, noun)
        )

    def _is_told_of(self, sentence: int, match: Match) -> bool:
        """Tell whether what did not happen is told of by itself.

        "The talks never took place", "nobody was arrested": there is no party to name.
        """
        tree = self._sentences[sentence]
        clause = match.clause
        if clause is not None and match.noun is None:
            return any(is_none(tree, t) for t in (*clause.objects, *clause.subjects))
        noun = match.head if match.noun is None else match.noun
        return is_definite(tree, noun)

    def is_lenient(self, tree: Sentence, match: Match, standing: Standing) -> bool:
        """Tell whether an event may lack parties: off, ahead, or signed by all."""
        if standing.modality in _OPEN:
            return True
        clause = match.clause
        if standing.modality is Modality.HYPOTHETICAL:
            return match.trigger.frame.name in {"strike", "force", "act", "free", "law"}
        if standing.modality is Modality.PLANNED:
            return True
        if clause is None and match.trigger.frame.name in _OCCASIONS:
            return True
        if match.noun is not None and match.trigger.frame.name == "meeting":
            opened = clause is not None and match.noun in clause.subjects
            return opened or tree[match.noun].lemma.lower() in _SITTINGS
        if match.blame is not None:
            return True  # who is blamed did it
        if clause is None and (
            is_of_toll(tree, match.head) or _is_reported(tree, match.head)
        ):
            return True  # "the death toll from a blast at a mosque in Gao"
        above = tree[match.head].head
        if match.trigger.frame.name == "visit" and clause is None and above >= 0:
            stays = tree.child(above, "cop") is not None  # "is in Rome on a visit"
            return stays and tree.case_of(above) in {"in", "at"}
        signed = match.trigger.frame.name == "pact"
        if signed and clause is None:  # "the two witnessed the signing of an accord"
            told = standing.modality is Modality.ASSERTED
            return told and tree[match.head].deprel in {"obj", "nsubj", "nsubj:pass"}
        return signed and clause is not None and clause.passive

    def goes_somewhere(
        self, sentence: int, match: Match, standing: Standing, filled: Filled
    ) -> bool:
        """Tell whether a visit has a traveller and a place, or is called off."""
        actors = any(one.part == "actor" for one in filled.participants)
        if standing.modality is Modality.CANCELLED and actors:
            return True
        hosted = any(
            one.part == "recipient" and one.party.entity is not None
            for one in filled.participants
        )
        placed = (
            hosted
            or bool(filled.places)
            or match.trigger.frame.name == "review"  # the troops, wherever they are
            or self._settings.place(sentence, match, filled) is not None
        )
        return placed and (actors or standing.modality is Modality.CANCELLED)


def _has_two_sides(tree: Sentence, noun: int) -> bool:
    cases = {one.case for one in find_obliques(tree, noun)}
    if "between" in cases:
        return True
    owner = tree.child(noun, "nmod:poss") is not None or "by" in cases
    return owner and bool(cases & {"on", "against", "of"})


def _is_deadly(tree: Sentence, noun: int) -> bool:
    """Tell whether somebody died of it: "died in a rocket attack on the port"."""
    token = tree[noun]
    if is_of_toll(tree, noun):
        return True
    told = {one.case for one in find_obliques(tree, noun)}
    dead = token.deprel.startswith("obl") and tree[token.head].lemma.lower() in DYING
    after = tree.case_of(noun) in {"in", "from", "after", "during", "by"}
    return bool(told & (_UPON | _AT)) and dead and after


def _has_dead(tree: Sentence, noun: int) -> bool:
    """Tell whether it is told who died in it: "an ambush in which nine were killed"."""
    return any(
        tree[clause].lemma.lower() in DYING and not tree.is_negated(clause)
        for clause in tree.children(noun, "acl:relcl")
    )


def _is_reported(tree: Sentence, noun: int) -> bool:
    """Tell whether a deed is only said to have been: "shelling was reported in Gao"."""
    token = tree[noun]
    if token.head < 0 or not token.deprel.startswith("nsubj"):
        return False
    verb = tree[token.head].lemma.lower()
    if token.deprel == "nsubj:pass":
        return verb == "report"
    took_place = verb == "take" and any(
        tree[child].text == "place" for child in tree.children(token.head, "obj")
    )
    # "The attack took place at X" goes on with what was told before.
    return (took_place or verb in {"happen", "occur"}) and not is_definite(tree, noun)


def _is_done_to_somebody(tree: Sentence, noun: int) -> bool:
    """Tell whether a deed is one: "the arrest of Lena Havel", not "of journalists".

    "The attack on the market" only points back at what is told elsewhere.
    """
    return is_definite(tree, noun) and any(
        one.case in _UPON
        and (
            tree.child(one.token, "nummod") is not None
            or any(tree[token].upos == "PROPN" for token in tree.subtree(one.token))
        )
        for one in find_obliques(tree, noun)
    )
