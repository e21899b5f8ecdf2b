"""What one clause tells besides its event: more places, later meetings."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.extract.events_draft import Draft, Filled
from dragoman.extract.events_settings import SettingReader
from dragoman.model.claim import Participant


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
    found.extend(_on_other_days(settings, sentence, draft))
    for token, group in filled.apart:
        # "received by A and, a day later, by B": the guest is the same
        kept = "actor" if group[0].part != "actor" else "recipient"
        rest = [one for one in draft.participants if one.part == kept]
        later = _again(draft, (*rest, *group), draft.place)
        _part_times(settings, sentence, token, draft, later)
        found.append(later)
    return found


def _on_other_days(settings: SettingReader, sentence: int, draft: Draft) -> list[Draft]:
    """Return the second of "met him on 12 November and again on 26 November"."""
    if not draft.verbal or draft.time is None or draft.type != "CONSULT":
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
