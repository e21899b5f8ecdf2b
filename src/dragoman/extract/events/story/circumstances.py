"""When and where an incident was, told of it in a sentence of its own.

"Gunmen killed four herders. The attack took place on Sunday night in Okpara": the
second sentence tells no other event, but the day and the place of the first.
"""

from collections.abc import Sequence

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import full_lemma, is_definite, is_negated
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.setting.settings import LOCATIVES, SettingReader
from dragoman.model.claim import Modality, Time
from dragoman.model.syntax import Sentence
from dragoman.schema.force import INCIDENTS
from dragoman.text.dates import parse_day

_NEAR = 2  # sentences
_HAPPEN = frozenset(
    {"happen", "occur", "come", "begin", "start", "unfold", "erupt"}
    | {"break out", "flare up", "take place"}
)
_MADE = frozenset({"make", "carry", "stage", "conduct", "hold"})
_READ = frozenset({"hand", "read", "deliver", "pass"})
_TOLD = _HAPPEN | _MADE | _READ | {"take"}
# What any incident may be called.
_ANY = frozenset({"incident", "event", "episode"})
_UNREST = frozenset({"violence", "unrest", "fighting", "trouble", "disorder"})
_VERDICTS = frozenset({"verdict", "sentence", "ruling", "judgment", "judgement"})
# What events of a type are called besides by the nouns that tell them.
_CALLED = {
    "ASSAULT": _UNREST | {"clash"},
    "PROTEST": _UNREST | {"riot", "rally", "protest", "clash"},
    "COERCE": _VERDICTS,
    "SANCTION": _VERDICTS,
    "AGREE": frozenset({"ceremony"}),
    "RETREAT": frozenset({"handover", "transfer", "swap", "release"}),
}
_HELD = frozenset({"hold", "stage", "convene"})
_TOOK_PLACE = frozenset({"take", "happen", "occur"})
_HELD_TYPES = INCIDENTS | {"CONSULT"}
_FORTNIGHT = 14
_COMPLETED = INCIDENTS.union(_CALLED)


def complete_incident(
    settings: SettingReader, sentence: int, tree: Sentence, drafts: Sequence[Draft]
) -> Draft | None:
    """Give the last incident the day and place that a sentence tells of it.

    Args:
        settings: Reads times and places.
        sentence: Index of the sentence.
        tree: The sentence.
        drafts: What was told before.

    Returns:
        The incident, ``None`` if the sentence is about something else.
    """
    root = tree.root
    subject = tree.child(root, "nsubj", "nsubj:pass")
    if subject is None or not _happened(tree, root) or not is_definite(tree, subject):
        return None
    last = _last_of(settings, sentence, tree, subject, drafts)
    if last is None:
        return None
    dates = [one for one in settings.dates_of(sentence) if one.start > tree[root].start]
    general = tree[subject].lemma.lower() in _UNREST
    if general and any(not _is_of_late(settings, one.time) for one in dates):
        return None  # "The fighting erupted in April 2021": the war
    last.last = sentence
    if last.time is None and len(dates) == 1:
        last.time = dates[0].time
    for one in find_obliques(tree, root):
        if one.case not in LOCATIVES or settings.inside_time(sentence, one.token):
            continue
        place = settings.named_place(sentence, one.token)
        if place is not None and settings.is_place(place):
            # A village stands for more than the state around it, a hall for less.
            if place[0] is not None or last.place is None or last.place[0] is None:
                last.place = place
            break
    if (tree.start, tree.end) not in last.spans:
        last.spans.append((tree.start, tree.end))
    return last


def complete_held(
    settings: SettingReader, sentence: int, tree: Sentence, drafts: Sequence[Draft]
) -> None:
    """Give the last event the day and place of "the meeting, held in Rome on Friday".

    Also of "the strike, which took place on Friday in Rome".
    """
    for held in tree.find_lemmas(_HELD | _TOOK_PLACE):
        noun = tree[held].head
        if noun < 0 or not _is_told_beside(tree, held):
            continue
        if not is_definite(tree, noun):
            continue
        kinds = settings.reader.ontology.types_of(tree[noun].lemma.lower())
        last = next(
            (one for one in reversed(drafts) if sentence - one.sentence <= _NEAR), None
        )
        if last is None or last.type not in kinds & _HELD_TYPES:
            continue
        if last.modality is not Modality.ASSERTED or last.sentence == sentence:
            continue
        low, high = tree[held].start, tree[tree.reach(held)[1]].end
        dates = [one for one in settings.dates_of(sentence) if low < one.start < high]
        if last.time is None and len(dates) == 1:
            last.time = dates[0].time
        where = [one.token for one in find_obliques(tree, held)]
        last.place = last.place or settings.place_within(sentence, where)


def _is_told_beside(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause on a noun says that it was held, or took place."""
    token = tree[verb]
    if token.lemma.lower() in _HELD:
        passive = token.deprel == "acl" or tree.is_passive(verb)
        return token.deprel in {"acl", "acl:relcl"} and token.tag == "VBN" and passive
    clause = token.deprel == "acl:relcl" and token.tag == "VBD"
    takes = any(tree[c].text.lower() == "place" for c in tree.children(verb, "obj"))
    clause = clause and not is_negated(tree, verb)
    return clause and (takes or token.lemma.lower() != "take")


def _is_of_late(settings: SettingReader, time: Time) -> bool:
    """Tell whether a time is a day of the last fortnight."""
    published, day = parse_day(settings.document.published), parse_day(time.value)
    return published is None or (
        day is not None and abs((published - day).days) <= _FORTNIGHT
    )


def _happened(tree: Sentence, verb: int) -> bool:
    """Tell whether something is said to have happened, and no more."""
    word, lemma = tree[verb], full_lemma(tree, verb)
    if lemma not in _TOLD or is_negated(tree, verb):
        return False
    if tree.is_passive(verb):
        helpers = [tree[child].tag for child in tree.children(verb, "aux:pass", "aux")]
        return lemma.partition(" ")[0] in _MADE | _READ and helpers == ["VBD"]
    takes = lemma == "take" and any(
        tree[child].text.lower() == "place" for child in tree.children(verb, "obj")
    )
    return word.tag == "VBD" and (lemma in _HAPPEN or takes)


def _last_of(
    settings: SettingReader,
    sentence: int,
    tree: Sentence,
    subject: int,
    drafts: Sequence[Draft],
) -> Draft | None:
    """Return the incident that "the attack", "the arrests" mean, if it is the last."""
    noun = tree[subject].lemma.lower()
    kinds = settings.reader.ontology.types_of(noun)
    for one in reversed(drafts):
        # On most pages each sentence is a paragraph of its own.
        if sentence - one.sentence > _NEAR or tree.block - one.block > _NEAR:
            return None
        if one.type not in _COMPLETED or one.modality is not Modality.ASSERTED:
            continue
        called = noun in _CALLED.get(one.type, ()) or noun == one.lemma
        incident = one.type in INCIDENTS and (noun in _ANY or one.type in kinds)
        return one if called or incident else None
    return None
