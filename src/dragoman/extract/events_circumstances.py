"""When and where an incident was, told of it in a sentence of its own.

"Gunmen killed four herders. The attack took place on Sunday night in Okpara": the
second sentence tells no other event, but the day and the place of the first.
"""

from collections.abc import Sequence

from dragoman.extract.events_draft import Draft
from dragoman.extract.events_obliques import find_obliques
from dragoman.extract.events_predicates import is_definite, is_negated
from dragoman.extract.events_settings import LOCATIVES, SettingReader
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.schema.force import INCIDENTS

_NEAR = 2  # sentences
_HAPPEN = frozenset({"happen", "occur", "come", "begin", "start", "unfold"})
_MADE = frozenset({"make", "carry", "stage", "conduct"})
_TOLD = _HAPPEN | _MADE | {"take"}
# What any incident may be called.
_ANY = frozenset({"incident", "event", "episode"})


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
    last.last = sentence
    dates = [one for one in settings.dates_of(sentence) if one.start > tree[root].start]
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


def _happened(tree: Sentence, verb: int) -> bool:
    """Tell whether something is said to have happened, and no more."""
    word, lemma = tree[verb], tree[verb].lemma.lower()
    if lemma not in _TOLD or is_negated(tree, verb):
        return False
    if tree.is_passive(verb):
        helpers = [tree[child].tag for child in tree.children(verb, "aux:pass", "aux")]
        return lemma in _MADE and helpers == ["VBD"]
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
        if one.type not in INCIDENTS or one.modality is not Modality.ASSERTED:
            continue
        return one if noun in _ANY or one.type in kinds or noun == one.lemma else None
    return None
