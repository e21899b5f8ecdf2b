"""What one clause tells besides its event: more places, later meetings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.extract.events.draft import Draft, Filled
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.model.claim import Modality, Participant

_TWO = 2
_INVITATIONS = frozenset({"invitation", "invite"})


def find_further(
    settings: SettingReader, sentence: int, filled: Filled, draft: Draft
) -> list[Draft]:
    """Return what one sentence tells besides: more places, later meetings."""
    found: list[Draft] = []
    if draft.mode == "visit":
        tokens = [
            head
            for token in filled.places
            for head in settings.annotations.sentences[sentence].conjuncts(token)
        ]
        for token in tokens[1:]:
            place = settings.named_place(sentence, token)
            if place is not None and place != draft.place:
                found.append(_again(draft, draft.participants, place))
    found.extend(_accepted(settings, sentence, draft))
    found.extend(_on_other_days(settings, sentence, draft))
    found.extend(_apart(settings, sentence, filled, draft))
    for token, group in filled.apart:
        # "received by A and, a day later, by B": the guest is the same
        kept = "actor" if group[0].part != "actor" else "recipient"
        rest = [one for one in draft.participants if one.part == kept]
        later = _again(draft, (*rest, *group), draft.place)
        _part_times(settings, sentence, token, draft, later)
        found.append(later)
    return found


def _accepted(settings: SettingReader, sentence: int, draft: Draft) -> Iterator[Draft]:
    """Yield the visit ahead of "accepted an invitation to Rome in June".

    The month is that of the visit, and not when it was accepted.
    """
    if draft.type != "AGREE" or draft.lemma != "accept" or not draft.verbal:
        return
    tree = settings.annotations.sentences[sentence]
    if "there" in tree.words:
        return  # "and will travel there in October": told by itself
    guests = [one for one in draft.participants if one.part == "actor"]
    for asked in tree.children(draft.head, "obj", "nsubj:pass"):
        if tree.bases[asked] not in _INVITATIONS:
            continue
        inside = tree.subtree(asked)
        for child in tree.children(asked, "nmod"):
            place = settings.town_named(sentence, child) or settings.named_place(
                sentence, child
            )
            whither = tree.case_of(child) == "to" and place is not None
            if not (whither and place and guests and settings.is_place(place)):
                continue
            time = settings.time_within(sentence, inside)
            if draft.time == time:
                draft.time = None
            visit = replace(
                draft.again(guests), type="CONSULT", mode="visit", place=place
            )
            visit.modality, visit.lemma, visit.time = Modality.PLANNED, "visit", None
            visit.head, visit.topics, visit.quantities = child, [], []
            yield visit


def _apart(
    settings: SettingReader, sentence: int, filled: Filled, draft: Draft
) -> Iterator[Draft]:
    """Yield the second of "met A in Rome and B in Lima", and leave the first to A.

    A place or a day right behind each guest is where and when he was met, wherever the
    parse hangs it.
    """
    if draft.type != "CONSULT" or draft.mode in {"visit", "call"}:
        return
    tree = settings.annotations.sentences[sentence]
    for token, part in filled.tokens:
        guests = sorted(tree.conjuncts(token))
        if part != "recipient" or len(guests) < _TWO:
            continue
        spans = [
            range(guest + 1, end)
            for guest, end in zip(guests, [*guests[1:], len(tree)], strict=True)
        ]
        places = [settings.place_within(sentence, span) for span in spans]
        times = [settings.time_within(sentence, span) for span in spans]
        if not _differ(places) and not _differ(times):
            continue
        groups = [settings.reader.read_one(sentence, one, "party") for one in guests]
        rest = [
            one for one in draft.participants if all(one.party not in g for g in groups)
        ]
        told = zip(places, times, groups, strict=True)
        for number, (place, time, group) in enumerate(told):
            met = [*rest, *(one for one in draft.participants if one.party in group)]
            one = _again(draft, met, place or draft.place) if number else draft
            one.time = time or draft.time
            if number:
                yield one
        draft.participants = [
            one for one in draft.participants if one in rest or one.party in groups[0]
        ]
        draft.place = places[0] or draft.place
        return


def _differ(values: Sequence[object]) -> bool:
    """Tell whether each has a value of its own."""
    return None not in values and len({*values}) == len(values)


def _on_other_days(settings: SettingReader, sentence: int, draft: Draft) -> list[Draft]:
    """Return the second of "met him on 12 November and again on 26 November"."""
    if not draft.verbal or draft.time is None:
        return []
    return [
        replace(draft.again(draft.participants), time=time, topics=[], quantities=[])
        for time in settings.times_again(sentence, draft.head)
        if time.precision == "day" and time != draft.time
    ]


def _part_times(
    settings: SettingReader, sentence: int, token: int, first: Draft, later: Draft
) -> None:
    """Give "a day later" to the later occasion alone."""
    told = settings.time_of_later(sentence, token)
    if told is None:
        return
    later.time = told
    if first.time == told:
        first.time = None
    first.parted = True


def _again(
    draft: Draft,
    participants: Iterable[Participant],
    place: tuple[str | None, str] | None,
) -> Draft:
    """Return another occasion elsewhere; what was talked of and counted stays here."""
    made = draft.again(list(participants))
    made.place, made.topics, made.quantities, made.parted = place, [], [], False
    return made
