"""Laws of Universal Dependencies that a parser breaks, restored.

The model names the head of every word by itself and so breaks laws that hold for
the phrase as a whole: a predicate has one subject, a preposition stands at the edge
of its phrase, the agent of a passive does not hang on the place. Each repair
restores one such law and changes nothing where it holds.
"""

from collections.abc import Callable

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs import beside, lifted
from dragoman.annotate.encoder.repairs.bare import (
    JUDGING,
    OPENINGS,
    RESULTS,
    crown_clash,
    crown_modifier,
    crown_opening,
    crown_outbreak,
    crown_plain_past,
    crown_shot_dead,
    free_result,
    give_late_object,
    give_object,
    join_second_side,
    name_doer,
    open_station,
    part_verdict,
)
from dragoman.annotate.encoder.repairs.cases import (
    mark_obliques,
    move_inner_cases,
    open_late_phrases,
    open_participles,
)
from dragoman.annotate.encoder.repairs.clauses import (
    APPEALS,
    CALLING,
    CHOOSING,
    COMPASS,
    VICTIMS,
    count_second,
    count_victims,
    give_predicate,
    hang_appeal,
    hang_on_noun,
    join_having,
    join_hyphened,
    join_office,
    join_perfect,
    name_fighting,
    open_behind_colon,
    open_due_to,
    open_infinitive,
    part_compass,
    show_doing,
)
from dragoman.annotate.encoder.repairs.dashes import part_parenthesis
from dragoman.annotate.encoder.repairs.days import (
    BESIDE_DAYS,
    DATES,
    date_behind_on,
    lift_from_time,
    part_day_from_doer,
)
from dragoman.annotate.encoder.repairs.forms import (
    MARKERS,
    MINDED,
    NOMINATIVE,
    NUMBERED,
    PROVISOS,
    count_object,
    crown_behind_noun,
    fill_expletive,
    free_predicates,
    join_guest,
    lift_blamed,
    lift_from_aside,
    lower_plurals,
    mark_clauses,
    part_from_pronoun,
    part_provisos,
    seat_before_adverb,
    settle_forms,
    sink_complement,
)
from dragoman.annotate.encoder.repairs.fronted import (
    GATHERING,
    OPENING,
    free_from_town,
    open_fronted_clause,
    open_gathering,
    open_late_clause,
    part_place_from_subject,
)
from dragoman.annotate.encoder.repairs.gerunds import (
    CHARGING,
    DEEDS,
    OUTCOMES,
    OWNED,
    crown_gerund,
    hang_outcome,
)
from dragoman.annotate.encoder.repairs.inverted import (
    join_around_aside,
    name_hearer,
    name_speaker,
    part_aside,
    turn_teller,
)
from dragoman.annotate.encoder.repairs.joined import (
    free_companion,
    name_second,
    part_conjunct,
    raise_conjunctions,
    raise_finite,
    raise_over_quote,
    sink_call,
    sink_infinitive,
    turn_apposition,
)
from dragoman.annotate.encoder.repairs.main import (
    OPENERS,
    crown_behind_hour,
    crown_behind_reduced,
    crown_denial,
    crown_main_clause,
    crown_participle,
    crown_predicate,
    crown_teller,
    hang_behind_cue,
)
from dragoman.annotate.encoder.repairs.needs import Mend, Needs
from dragoman.annotate.encoder.repairs.parallel import (
    RELATIVES,
    crown_behind_time,
    crown_titled,
    free_from_infinitive,
    free_relative,
    hang_relative,
    join_bare,
    join_compound,
    join_people,
    name_who,
    raise_holder,
    raise_parallel,
    share_participle,
    sink_gapped,
)
from dragoman.annotate.encoder.repairs.phrasal import (
    PHRASAL,
    TALKING,
    free_particles,
    lift_doers,
    lift_partners,
)
from dragoman.annotate.encoder.repairs.subjects import (
    TIMES,
    crown_behind_place,
    find_agent,
    find_subject,
    free_fronted,
    give_second_object,
    keep_one_subject,
    restore_participle,
    restore_past,
    restore_voice,
    share_passive,
)
from dragoman.annotate.encoder.repairs.titles import (
    STATUS,
    join_rank,
    join_status,
    part_portfolio,
)
from dragoman.annotate.encoder.repairs.told import (
    OWNING_UP,
    RELATING,
    VOICING,
    ask_whether,
    close_that_clause,
    date_telling,
    give_content,
    give_teller,
    give_told_clause,
    give_told_subject,
    join_teller,
    join_told_clauses,
    name_clauses,
    name_denied,
    name_feeling,
    open_bare_clause,
    open_told_clause,
    sink_negation,
    tell_past,
    turn_active,
)
from dragoman.annotate.encoder.repairs.turned import (
    CLEFT,
    straighten_cleft,
    straighten_inverted,
)
from dragoman.model.syntax import DASHES, PAST, TENSED
from dragoman.text.calendar_names import MONTHS, WEEKDAYS
from dragoman.text.sayings import GROUNDS, SAYING, TELLING


def repair(tree: Tree) -> None:
    """Restore the laws in a sentence, the inner ones first."""
    for mend in _NEEDS.met_by(tree):
        mend(tree)
    for verb, word in enumerate(tree.words):
        if word.upos in {"VERB", "AUX"} and tree.relation[verb] != "aux":
            _repair_verb(tree, verb)
    _repair_phrases(tree)


def _repair_verb(tree: Tree, verb: int) -> None:
    """Restore the laws of what a verb takes."""
    kinds = tree.kinds_below(verb)
    if len(kinds) > 1:
        if sum(kind in SUBJECTS for kind in kinds) > 1:
            keep_one_subject(tree, verb)
        if "obj" in kinds:
            give_second_object(tree, verb)
    if "nsubj" in kinds:
        free_fronted(tree, verb)
        part_place_from_subject(tree, verb)
    find_subject(tree, verb)
    if "aux:pass" in kinds or tree.relation[verb] == "acl":
        find_agent(tree, verb)
    if tree.relation[verb] == "acl":
        restore_participle(tree, verb)
    restore_voice(tree, verb)
    if "nsubj" in kinds:
        restore_past(tree, verb)


def _repair_phrases(tree: Tree) -> None:
    for index, relation in enumerate(tree.relation):
        for mend in _BY_RELATION.get(relation, ()):
            mend(tree, index)


def _repair_flat(tree: Tree, index: int) -> None:
    """Read "the banker Lee" and "and Lee" as what they are: no parts of a name."""
    if crown_titled(tree, index):
        return
    if _is_called(tree, index):
        tree.relation[index] = "appos"
    elif tree.marker(index, "cc"):
        tree.relation[index] = "conj"


def _lift_apposition(tree: Tree, index: int) -> None:
    """Lift what is no apposition: "met in Osk with Lee", "the army Monday left"."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if tree.case(index) in lifted.LIFTED:
        lifted.lift_from_name(tree, index)
    elif (
        tree.words[index].lemma.lower() in TIMES
        and tree.relation[noun] in SUBJECTS | {"obj"}
        and tree.words[noun].lemma.lower() not in TIMES
        and tree.words[verb].upos == "VERB"
    ):
        tree.move(index, verb, "obl:unmarked")


def _is_called(tree: Tree, index: int) -> bool:
    """Tell whether a name stands beside a common noun: "the banker Lee"."""
    word, noun = tree.words[index], tree.words[tree.head[index]]
    return tree.head[index] < index and (noun.upos, word.upos) == ("NOUN", "PROPN")


def _needs(*signs: str | frozenset[str]) -> tuple[frozenset[str], ...]:
    return tuple(s if isinstance(s, frozenset) else frozenset({s}) for s in signs)


_RELATIVE = frozenset({"/acl", "/acl:relcl"})
_OTHERWISE = frozenset({"/advcl", "/ccomp", "/parataxis"})
# In order, each with what a sentence needs: a sign of every set, made by none before.
_REPAIRS: tuple[tuple[Mend, tuple[frozenset[str], ...]], ...] = (
    (lifted.lift_from_auxiliaries, _needs(frozenset({"/aux", "/aux:pass"}))),
    (lower_plurals, _needs(NUMBERED)),
    (seat_before_adverb, _needs("RB", "NNP", "/nsubj")),
    (settle_forms, _needs(frozenset({"VBP", "VBZ", "VBG"}))),
    (part_from_pronoun, _needs(NOMINATIVE)),
    (mark_clauses, _needs(MARKERS, "/advcl", "/case")),
    (part_provisos, _needs(PROVISOS, "/mark", "/conj")),
    (part_parenthesis, _needs(DASHES)),
    (raise_conjunctions, _needs("/cc")),
    (open_late_phrases, _needs("/case", lifted.LIFTED)),
    (move_inner_cases, _needs("/case", frozenset({"/compound", "/flat"}))),
    (mark_obliques, ()),
    (open_participles, _needs("/case", "VBG")),
    (free_predicates, _needs("/amod")),
    (crown_main_clause, _needs(",", OPENERS)),
    (crown_behind_hour, _needs("CD")),
    (crown_teller, _needs(SAYING, ",", "``")),
    (join_having, _needs("have", "VBG")),
    (join_perfect, _needs("have", "VBG", "VBN")),
    (open_infinitive, _needs("to", "VB", "/obl")),
    (give_predicate, _needs(CALLING, "/obj", "/det")),
    (join_hyphened, _needs("HYPH")),
    (join_office, _needs(CHOOSING)),
    (part_compass, _needs(COMPASS, "/compound")),
    (count_second, _needs("/conj", frozenset({"/nsubj:pass", "/nummod"}))),
    (count_victims, _needs(VICTIMS, "CD")),
    (name_fighting, _needs("fight", "VBG")),
    (open_behind_colon, _needs(":")),
    (open_due_to, _needs("due", "/fixed")),
    (fill_expletive, _needs("/expl", MINDED)),
    (crown_predicate, _needs("/acl")),
    (crown_behind_reduced, _needs("/acl")),
    (crown_denial, _needs("that", _RELATIVE)),
    (hang_appeal, _needs(APPEALS, "TO", "/acl")),
    (crown_behind_place, _needs("/case", "/appos")),
    (crown_behind_time, _needs(_RELATIVE, TIMES)),
    (crown_participle, _needs("/amod", TIMES)),
    (crown_clash, _needs("between", "/conj", "/nmod")),
    (join_second_side, _needs("between", "/cc")),
    (crown_outbreak, _needs("VBG", frozenset({"/xcomp", "/ccomp"}))),
    (crown_opening, _needs("/acl", OPENINGS)),
    (lifted.sink_attribute, _needs(PAST, "/advcl")),
    (crown_plain_past, _needs("/amod", "/compound", "VBN", "NNS")),
    (crown_shot_dead, _needs("dead", frozenset({"shot", "shoot"}))),
    (free_result, _needs("/amod", RESULTS)),
    (part_verdict, _needs(JUDGING, "/compound")),
    (straighten_cleft, _needs("it", "be", "that", CLEFT)),
    (
        straighten_inverted,
        _needs("/cop", frozenset({"present", "VBG", "VBN"})),
    ),
    (open_fronted_clause, _needs(OPENING)),
    (open_late_clause, _needs(OPENING)),
    (open_gathering, _needs(frozenset(GATHERING), "NN", ",")),
    # What is told and by whom.
    (name_feeling, _needs(VOICING)),
    (name_clauses, _needs("VBG")),
    (hang_relative, _needs(RELATIVES, _OTHERWISE)),
    (crown_gerund, _needs(CHARGING | OWNED, "NNS", frozenset({*DEEDS, "VBG"}))),
    (hang_outcome, _needs(OUTCOMES, "VBG", ",", "/advcl")),
    (join_status, _needs(STATUS)),
    (part_aside, _needs(",", TENSED, frozenset({"/advcl", "/conj", "/dep"}))),
    (join_around_aside, _needs(SAYING, ",", "VBD", "/ccomp")),
    (turn_teller, _needs(SAYING, ",")),
    (name_speaker, _needs(SAYING, frozenset({",", "''"}))),
    (name_hearer, _needs(TELLING, "/conj", "/cc", "/ccomp")),
    (crown_behind_noun, _needs("that", "/ccomp", "/amod", "/obj")),
    (ask_whether, _needs("whether", "/advcl")),
    (sink_negation, _needs("TO", frozenset({"not", "never"}))),
    (open_bare_clause, _needs(OWNING_UP, "/amod")),
    (give_content, _needs(RELATING, "that", _RELATIVE)),
    (show_doing, _needs("VBG", "/ccomp")),
    (hang_on_noun, _needs(GROUNDS, "that", frozenset({"/ccomp", "/advcl", "/acl"}))),
    (hang_behind_cue, _needs(",", "/ccomp")),
    (give_told_clause, _needs(OWNING_UP, "/ccomp")),
    (give_told_subject, _needs("/ccomp")),
    (tell_past, _needs(OWNING_UP, "VBD", frozenset({"/acl", "/xcomp"}))),
    (close_that_clause, _needs("that", "/ccomp")),
    (lifted.lift_from_clauses, _needs("/mark", "/advcl", "/obl")),
    (give_teller, _needs(frozenset({"/ccomp", "/parataxis"}))),
    (join_teller, _needs(SAYING, "VBG", "/ccomp")),
    (join_told_clauses, _needs("that", "/ccomp")),
    (open_told_clause, _needs(",", "/nsubj")),
    (date_behind_on, _needs("on", WEEKDAYS, "/compound:prt")),
    (part_day_from_doer, _needs(DATES, BESIDE_DAYS)),
    (date_telling, _needs(OWNING_UP, "/ccomp", TIMES)),
    (turn_active, _needs("/nsubj:pass")),
    (free_particles, _needs("/case", frozenset(PHRASAL))),
    (lift_partners, _needs("with", "/nmod", TALKING)),
    (lift_doers, _needs("by", "/nmod")),
    (beside.lift_line, _needs(beside.LINES, "/nmod")),
    (beside.join_name_of_thing, _needs(beside.NAMED, "/obj", "NNP")),
    (beside.crown_exercise, _needs(beside.DRILLS, "NNP")),
    (beside.sink_into_relative, _needs("/acl:relcl", "/obl")),
    (beside.crown_behind_reduced_clause, _needs("/advcl", ",", PAST)),
    (beside.lift_from_caller, _needs("for", beside.CALLED, "/obl:agent")),
    (beside.govern_infinitive, _needs(beside.TAKING_ON, "/advcl", "VB")),
    (beside.sink_into_invitation, _needs(beside.INVITATIONS, MONTHS)),
    (beside.lift_between, _needs("between", "NNP")),
    (beside.lift_from_copula, _needs("/cop", frozenset({"/nsubj", "/nsubj:pass"}))),
    (beside.hang_where, _needs("where", "/advcl")),
    (beside.seat_before_last, _needs(beside.LAST, beside.COUNTED)),
)
_NEEDS = Needs(_REPAIRS)

# What is mended where a word hangs by a relation, in this order.
_BY_RELATION: dict[str, tuple[Callable[[Tree, int], None], ...]] = {
    "acl": (lift_from_time,),
    "acl:relcl": (name_who,),
    "advmod": (count_object, give_object),
    "amod": (lifted.lift_from_adjective, crown_modifier),
    "appos": (
        turn_apposition,
        lifted.raise_object,
        _lift_apposition,
        lifted.sink_apposition,
        lifted.part_apposition,
        join_rank,
        name_second,
        raise_holder,
    ),
    "compound": (
        join_compound,
        lifted.part_from_day,
        lifted.part_day_from_name,
        name_doer,
    ),
    "compound:prt": (name_denied,),
    "conj": (
        join_guest,
        part_conjunct,
        raise_finite,
        sink_call,
        sink_infinitive,
        raise_over_quote,
        raise_parallel,
        join_people,
        sink_gapped,
        share_passive,
        share_participle,
    ),
    "flat": (_repair_flat,),
    "mark": (open_station,),
    "nmod": (
        lift_blamed,
        part_portfolio,
        lifted.join_named,
        lifted.lift_from_name,
        lifted.lift_from_place,
        lifted.lift_from_subject,
        lifted.lift_behind_name,
        join_bare,
    ),
    "nmod:poss": (lifted.own_owner, free_relative),
    "nsubj": (free_companion, free_from_town, lifted.part_from_subject),
    "obl": (
        lifted.lift_comment,
        lift_from_aside,
        sink_complement,
        part_portfolio,
        lifted.part_from_subject,
        lifted.sink_to_clause,
        join_bare,
        raise_parallel,
        free_from_infinitive,
    ),
    "obl:unmarked": (give_object,),
    "vocative": (lifted.name_apposition,),
    "xcomp": (give_late_object,),
}
