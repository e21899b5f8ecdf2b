"""Are two persons of two documents the same one?

Full names decide, spelling variants need the likeness of every word; a bare
surname needs an office, a body or a state in common and a single person of the
case whom it fits.
"""

import re
from dataclasses import replace
from functools import lru_cache

from dragoman.data.callings import are_apart
from dragoman.data.tables import given_names
from dragoman.model.judgement import Judgement
from dragoman.resolve.company import Company, share_named, weigh_company
from dragoman.resolve.persons_told import (
    SAME_BODY,
    SAME_OFFICE,
    SAME_STATE,
    Person,
    find_agreements,
    find_contradictions,
    have_unlike_offices,
    have_unlike_titles,
    is_predecessor,
    live_apart,
    tell_offices_apart,
)
from dragoman.resolve.verdict import COMMON, LENT, Verdict, different, same, unsure
from dragoman.text.name_score import (
    AUTOMATIC,
    LIKELY,
    Comparison,
    compare_person_names,
)
from dragoman.text.name_words import Likeness, compare_words
from dragoman.text.names import is_part_of, sound_words
from dragoman.text.person_names import PersonWords, split_person


def compare(one: Person, other: Person) -> Verdict | None:
    """Judge two persons, ``None`` if their names do not call for it."""
    if one.claim.document_id == other.claim.document_id:
        return _within_document(one, other)
    if one.full and other.full:
        return _across(one, other, _best(one.full, other.full))
    if one.full or other.full:
        return _bare_and_full(one, other)
    return _both_bare(one, other)


def reconsider(
    one: Person, other: Person, verdict: Verdict, company: tuple[Company, Company]
) -> Verdict:
    """Weigh whom two reports name beside a person whom the names leave in doubt.

    A name within another one is joined for what the reports have in common beside it,
    and without anything waits for a person.
    Company makes one of two only where both met somebody of a full name; who is
    merely named beside them moves the question in the queue of a person. Several who
    are named beside a full name do: what else it lacks is not another surname; of a
    bare surname it takes more, and no offices that tell the two apart. What a bare
    surname joins holds while nobody else fits it, be it another bare one.
    """
    score, reasons = weigh_company(verdict.score, *company)
    within = verdict.judgement is Judgement.POSITIVE
    if not reasons:
        return leave_within(verdict) if within else verdict
    reasons = (*reasons, *verdict.reasons)
    met = company[0].met.keys() & company[1].met.keys()
    several = _SAME_STORY if one.full and other.full else _SAME_STORY_BARE
    story = len(share_named(*company)) >= several
    if not (met or story) or find_contradictions(one, other) or live_apart(one, other):
        return unsure(score, *reasons)
    if within:
        return same(max(score, verdict.score), *reasons, weak=verdict.weak)
    if one.full and other.full:
        names = _best(one.full, other.full)
        if score < AUTOMATIC or names.has(*_OF_TWO):
            return unsure(score, *reasons)
        if not met and (names.has(*_SLIPS) or tell_offices_apart(one, other)):
            return unsure(score, *reasons)
        less = names.has("extra_any", "word_initial")
        return same(score, *reasons, weak=_shorter(one, other) if less else None)
    alike = _is_spelt_alike(one, other) and not tell_offices_apart(one, other)
    if score < _IN_COMPANY and not (story and alike):
        return unsure(score, *reasons)
    bare = [each.claim.id for each in (one, other) if not each.full]
    return same(score, *reasons, weak=min(bare))


def _is_spelt_alike(one: Person, other: Person) -> bool:
    """Tell whether a bare name is a word of the other's, letter by letter.

    Who are told of beside one another bear names that sound alike: "Mario", "Meyer".
    """
    bare, whole = (one, other) if other.full else (other, one)
    words = {word for name in (*whole.full, *whole.bare) for word in _words(name)}
    return any(words.issuperset(_words(name)) for name in bare.bare)


def leave_within(verdict: Verdict) -> Verdict:
    """Leave a name within another one to a person."""
    return unsure(verdict.score, *verdict.reasons, "nothing else in common")


# As sure as an office in common makes a bare surname.
_IN_COMPANY = 0.8
_SAME_STORY, _SAME_STORY_BARE = 2, 4
# What may be another name all the same, which a story tells beside the first.
_SLIPS = ("word_slip", "word_slips", "word_consonants", "joined_slip", "two_names")
# What tells brother from sister and father from son: they meet the same people.
_OF_TWO = (
    "ending", "slip_gender", "gender_differs", "both_given", "generation_once",
    "generation_differs", "order_descent", "extra_first", "extra_last",
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def _best(names: tuple[str, ...], others: tuple[str, ...]) -> Comparison:
    pairs = [compare_person_names(name, other) for name in names for other in others]
    if len(pairs) == 1:
        return pairs[0]
    return max(pairs, key=lambda found: (found.probability, found.features))


def _within_document(one: Person, other: Person) -> Verdict | None:
    """Judge two persons whom one document tells apart, rightly as a rule."""
    if not one.full and not other.full:
        return None
    if not (one.full and other.full):
        return _surname_again(one, other)
    names = _best(one.full, other.full)
    if {name.casefold() for name in one.full} & {n.casefold() for n in other.full}:
        # One name is one person in a document, unless it says otherwise.
        return different(0.05, "namesakes, told apart in one document")
    if names.probability < LIKELY and names.differ:
        shared = any(
            split_person(a).words[-1] == split_person(b).words[-1]
            for a in one.full
            for b in other.full
        )
        return different(0.1, "told apart in one document", silent=not shared)
    if _is_within(one, other) or _is_within(other, one):
        # A part of a name is taken for it unless the document tells them apart.
        return different(0.1, "one name within the other", "told apart in one document")
    plain = names.automatic and not names.has("order", "word_initial")
    if plain and not names.has("equal") and tell_offices_apart(one, other):
        return unsure(_INITIAL, "like names in one document", "other offices")
    if plain and not find_contradictions(one, other):
        return same(names.probability, "the same name in one document")
    if names.probability >= LIKELY and names.has("word_initial"):
        return unsure(
            _INITIAL, "an initial in one document", *tell_offices_apart(one, other)
        )
    return None


_INITIAL = 0.4


def _is_within(one: Person, other: Person) -> bool:
    """Tell whether a full name of the one is a longer name of the other in part."""
    return any(
        len(part) < len(whole) and min(map(len, part)) > 1 and is_part_of(part, whole)
        for part in map(sound_words, one.full)
        for whole in map(sound_words, other.full)
    )


def _surname_again(one: Person, other: Person) -> Verdict | None:
    """Judge a surname behind an office and a full name before it with another one.

    The same person holds both, unless the case knows somebody else who fits.
    """
    bare, full = (one, other) if other.full else (other, one)
    later = bare.claim.citations[0].span.start > full.claim.citations[0].span.start
    fits = later and bare.offices and _calling(bare, full) is not None
    if not fits or find_contradictions(one, other):
        return None
    reasons = ("the surname again in one document", *tell_offices_apart(one, other))
    if not full.offices or are_apart(one.titles, other.titles):
        return unsure(_INITIAL, *reasons)
    return same(_AGAIN, *reasons, weak=bare.claim.id, grade=LENT)


_AGAIN = 0.6


def _across(one: Person, other: Person, names: Comparison) -> Verdict | None:
    agreement = find_agreements(one, other)
    if names.probability < LIKELY:
        return _unlikely(one, other, names, agreement)
    against = find_contradictions(one, other)
    if against and not (agreement and names.automatic):
        silent = not names.automatic
        return different(0.2, "namesakes", *against, silent=silent)
    if against:
        return unsure(0.5, "the same name", *against)
    if SAME_OFFICE not in agreement and _may_be_descent(one, other, names):
        return unsure(0.5, *names.reasons, "two given names", *agreement)
    shorter = _shorter(one, other)
    if agreement:
        return _agreed(one, other, names, agreement, shorter)
    if names.automatic or names.contained:
        doubt = _doubt_namesakes(one, other, names)
        if doubt is not None:
            return doubt
    if names.differ and names.probability < _ASKED:
        return different(names.probability, "different names", silent=True)
    return _judge_alone(one, other, names, shorter)


def _judge_alone(
    one: Person, other: Person, names: Comparison, shorter: str
) -> Verdict | None:
    """Judge two of whom reports have nothing but likely names in common."""
    verdict = judge_names(names, shorter)
    if verdict is None or verdict.judgement is not Judgement.POSITIVE:
        return verdict
    less = verdict.weak and not _is_patronymic(one, other)
    if less or names.has("order"):
        return replace(verdict, weak=shorter, grade=LENT)
    return verdict


_PATRONYMIC = re.compile(r"(?:[oe]vich|[oe]vna|ichna|ivna)$")


def _is_patronymic(one: Person, other: Person) -> bool:
    """Tell whether one full name has but a Slavic patronymic more.

    Whoever leaves it out means the same person; another name in the middle may be
    what tells two apart.
    """
    words = [{*_words(max(person.full, key=len))} for person in (one, other)]
    more = words[0] ^ words[1]
    return bool(more) and all(_PATRONYMIC.search(word) for word in more)


def _unlikely(
    one: Person, other: Person, names: Comparison, agreement: tuple[str, ...]
) -> Verdict | None:
    """Judge names that are hardly of one person.

    Of one office in one state, a surname of other vowels is another spelling.
    """
    held_alike = SAME_OFFICE in agreement and len(agreement) > 1
    vowels = names.has("word_consonants") and not names.has("slip_first", *_OF_TWO)
    if held_alike and vowels and not (names.differ or find_contradictions(one, other)):
        return same(AUTOMATIC, "the same consonants", *agreement)
    if agreement and not names.differ and names.probability >= _DOUBT:
        return unsure(names.probability, "similar names")
    return None if _may_overlap(one.full, other.full) else judge_names(names, "")


def _doubt_namesakes(one: Person, other: Person, names: Comparison) -> Verdict | None:
    """Doubt one name whose bearers have nothing in common, ``None`` if none is due."""
    if live_apart(one, other):
        return unsure(0.5, "the same name", "other walks of life")
    if have_unlike_offices(one, other):
        return unsure(0.6, "the same name", "no office in common")
    other_form = not names.has("equal") or names.has("generation_once")
    if other_form and have_unlike_titles(one, other):
        return unsure(0.6, *names.reasons, "other offices")
    return None


def _agreed(
    one: Person,
    other: Person,
    names: Comparison,
    agreement: tuple[str, ...],
    shorter: str,
) -> Verdict:
    """Judge likely names of two who have an office, a body or a state in common."""
    hardly = names.has("nothing_sure") and names.has("word_initial")
    if hardly or not _is_enough(agreement, names, one, other):
        return unsure(names.probability, *names.reasons, *agreement)
    score = max(names.probability, AUTOMATIC)
    # Of two namesakes, the one of the same office comes first.
    score += (1 - score) / 2
    sure = names.automatic or names.contained
    whole = sure and not names.has("extra_any", "word_initial")
    return same(score, *names.reasons, *agreement, weak=None if whole else shorter)


@lru_cache(maxsize=1 << 15)
def _may_overlap(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether two names may be parts of one that nobody wrote out here.

    "Maria Quispe" and "Quispe Rojas" are both María Quispe Rojas, where there is one.
    """
    ends = [
        {(words[0], words[-1]) for name in each if (words := _words(name))}
        for each in (names, others)
    ]
    return any(
        compare_words(first, their_last).kind in _FITS
        or compare_words(last, their_first).kind in _FITS
        for first, last in ends[0]
        for their_first, their_last in ends[1]
    )


def _words(name: str) -> tuple[str, ...]:
    return split_person(name).words


def _may_be_descent(one: Person, other: Person, names: Comparison) -> bool:
    """Tell whether names in turned order may be those of father and son.

    Where the father's name stands behind one's own, "Tesfaye Bekele" may be the son of
    "Bekele Tesfaye": both are given names, and neither is a family's.
    """
    return names.has("order") and any(
        len(words) == _TWO and all(word in given_names() for word in words)
        for name in (*one.full, *other.full)
        if (words := split_person(name).words)
    )


_TWO = 2


def _is_enough(
    agreement: tuple[str, ...], names: Comparison, one: Person, other: Person
) -> bool:
    """Tell whether what two have in common makes one of names that are in doubt.

    A state has many people of like names: other offices in it are no office in common.
    Brothers serve one body.
    """
    # A son's name may end in his father's, or be his father's turned round.
    plain = not names.has("extra_first", "order")
    if plain and (names.automatic or names.contained):
        return True
    if SAME_OFFICE in agreement:
        return True
    if SAME_BODY in agreement and not names.has(*_OF_TWO):
        return True
    return not tell_offices_apart(one, other)


def judge_names(names: Comparison, shorter: str) -> Verdict | None:
    """Judge two names where nothing else is known of those who bear them.

    Args:
        names: What comparing them came to.
        shorter: Which of the two says less.
    """
    verdict = _judge_names(names)
    if verdict is None or verdict.judgement is not Judgement.POSITIVE:
        return verdict
    if names.has("extra_any", "word_initial"):
        return same(verdict.score, *verdict.reasons, weak=shorter)
    return verdict


@lru_cache(maxsize=1 << 15)
def _judge_names(names: Comparison) -> Verdict | None:
    if names.probability < LIKELY:
        if names.differ or names.probability < _DOUBT:
            return different(names.probability, "different names", silent=True)
        return None
    if names.automatic or names.contained:
        return same(names.probability, *names.reasons)
    return unsure(names.probability, *names.reasons)


# Below this, what names have in common is not worth a person's question.
_DOUBT = 0.2
# Below this, names with a word each that the other has not are not asked about.
_ASKED = 0.5


def _shorter(one: Person, other: Person) -> str:
    """Return the claim whose fullest name says less."""
    fullest = min(
        (one, other),
        key=lambda person: (
            max(len(split_person(name).joined) for name in person.full),
            person.claim.id,
        ),
    )
    return fullest.claim.id


def _bare_and_full(one: Person, other: Person) -> Verdict | None:
    bare, full = (one, other) if other.full else (other, one)
    name = _calling(bare, full)
    if name is None or find_contradictions(one, other):
        return None
    agreement = find_agreements(one, other)
    if not agreement:
        return unsure(0.4, name)
    if agreement == (SAME_STATE,) and tell_offices_apart(one, other):
        return unsure(0.4, name, *agreement, "other offices")
    # "President Lomadze" is the one in office, unless nobody but a former one fits.
    grade = LENT if is_predecessor(bare, full) else COMMON
    return same(0.82, name, *agreement, weak=bare.claim.id, grade=grade)


def _calling(bare: Person, full: Person) -> str | None:
    """Return what a bare name is of somebody of a full name, ``None`` if nothing."""
    word = [split_person(name).joined for name in bare.bare]
    if any(_called(each, split_person(name)) for each in word for name in full.full):
        return "surname of the full name"
    others = [split_person(name).joined for name in full.bare]
    if any(compare_words(each, one).kind in _FITS for each in word for one in others):
        return "the same byname"
    return None


_FITS = frozenset({Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING, Likeness.LISTED})


def _called(word: str, full: PersonWords) -> bool:
    """Tell whether a person of a full name can be called by one word of it."""
    if len(word) < 2:
        return False
    words = (*full.words, full.words[-2] + full.words[-1])
    return any(
        compare_words(word, each).kind in _FITS for each in words if len(each) > 1
    )


def _both_bare(one: Person, other: Person) -> Verdict | None:
    numbers = [_numbers(person) for person in (one, other)]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return different(0.05, "other numbers")
    fits = any(
        compare_words(split_person(a).joined, split_person(b).joined).kind in _FITS
        for a in one.bare
        for b in other.bare
    )
    if not fits or find_contradictions(one, other):
        return None
    agreement = find_agreements(one, other)
    if not agreement:
        return unsure(0.45, "the same surname")
    if agreement == (SAME_STATE,) and tell_offices_apart(one, other):
        return unsure(0.45, "the same surname", *agreement, "other offices")
    return same(0.85, "the same surname", *agreement)


def _numbers(person: Person) -> frozenset[str]:
    """Return the numbers of a king or pope: "Haldor V"."""
    found = (split_person(name).generation for name in person.bare)
    return frozenset(number for number in found if number)
