"""Tolls told apart from the attack: "the governor put the toll at 23", "eight died".

The dead and wounded of an attack often stand in the sentence after it, with whoever
counts them, and several count differently. All numbers go to the one attack; where two
of a kind differ, the view keeps both.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.triggers.quantities import UNITS, is_rest, parse_number
from dragoman.model.claim import Modality, Quantity
from dragoman.model.descriptions import head_word
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.schema.force import ATTACKERS, KILLING
from dragoman.text.sayings import DENYING

_CLOSE = 2  # sentences over which an attack is still spoken of
_NEXT = 1
_PAGE = 10  # and over which "the number of wounded" is of the only one told
_COUNTED = [word for word, value in UNITS.items() if value]
_DIGITS = [word for word in _COUNTED if UNITS[word] < 10]
_NUMBER = rf"(?P<number>\d[\d,]*|(?:{'|'.join(_COUNTED)})(?:-(?:{'|'.join(_DIGITS)}))?)"
_COUNT = re.compile(rf"\d|\b(?:{'|'.join(_COUNTED)})", re.IGNORECASE)
_HOW = (
    r"(?P<how>at least|more than|over|up to|about|around|some|nearly|almost|"
    r"no fewer than|as many as)?\s*"
)
_WHO = r"(?:\s+(?!and\b|or\b|of\b|in\b)[^\W\d]+){0,3}?"
_DEAD, _HURT = r"(?:dead|deaths|fatalities)", r"(?:wounded|injured|injuries)"
_TOLL = re.compile(
    rf"\b(?:(?P<toll>death toll|toll)|(?:number|count) of (?:the )?(?:\w+ )?"
    rf"(?:(?P<dead>dead|deaths|killed|fatalities)|(?P<hurt>wounded|injured|casualties))"
    rf"|the (?P<those>dead))\b[^.;]{{0,90}}?\b(?:at|to|as|of|reached|was|is)\s+"
    rf"{_HOW}\b{_NUMBER}\b",
    re.IGNORECASE,
)
_TOLL_WORDS = ("toll", "number", "count", "dead")
_STATE = re.compile(
    rf"{_HOW}\b{_NUMBER}{_WHO}\s+(?:were\s+)?(?:(?P<dead>{_DEAD}|died|killed|martyrs|"
    rf"martyred)|(?P<hurt>{_HURT}))\b",
    re.IGNORECASE,
)
# "documented the deaths of 19 civilians and injuries to 41 others"
_OF = re.compile(
    rf"\b(?:(?P<dead>deaths?|killing) of|(?P<hurt>injur(?:y|ies|ing)|wounding)"
    rf"(?: (?:to|of))?)\s+{_HOW}\b{_NUMBER}\b(?! per|%)",
    re.IGNORECASE,
)
# "put the figure at 15": a number of what was counted just before
_FIGURE = re.compile(
    rf"\b(?:put|puts|gave|gives|revised|raised|lowered|set) (?:the|that|this|its) "
    rf"(?:figure|number|count|tally|total|estimate)\s+(?:at|as|to)\s+{_HOW}\b{_NUMBER}\b",
    re.IGNORECASE,
)
_LEAST = frozenset({"at least", "more than", "over", "no fewer than"})
_BLOODLESS = frozenset(
    {"seize", "capture", "recapture", "retake", "take", "occupy", "annex", "gain"}
    | {"regain", "wrest", "conquer"}
)
_LOST = frozenset({"lost", "lose", "losing", "loses"})
_MEASURES = frozenset({"percent", "per", "years", "year", "km", "kilometres", "miles"})


def add_tolls(
    document: Document,
    sentence: int,
    tree: Sentence,
    drafts: Sequence[Draft],
    in_time: Callable[[int, int], bool],
) -> None:
    """Give the numbers of a sentence to the attack that it speaks of.

    Args:
        document: The document.
        sentence: Index of the sentence, whose own events are among the drafts.
        tree: The sentence.
        drafts: What was told so far, in order of the text.
        in_time: Tells of a sentence and a token whether it is part of a date: "on
            3 March 2025 killed nine".
    """
    text = document.text[tree.start : tree.end]
    if not drafts or _COUNT.search(text) is None:
        return
    attack = _attack(sentence, drafts) or _only_attack(text, sentence, drafts)
    if attack is None:
        return
    dated = {token.start for n, token in enumerate(tree.tokens) if in_time(sentence, n)}
    for quantity in _tolls(text, tree, attack, dated):
        told = [d for d in drafts if d.sentence == sentence and d is not attack]
        if any(quantity.text in one.text for d in told for one in d.quantities):
            continue
        if any(_same(quantity, one) for one in attack.quantities):
            continue
        attack.quantities.append(quantity)
        attack.last = sentence
        if (tree.start, tree.end) not in attack.spans:
            attack.spans.append((tree.start, tree.end))


def absorb_toll(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Join "seventeen soldiers were killed" to the attack of the sentence before.

    The dead of a sentence that names neither who killed nor where are those of the
    attack right before, unless that was told with its own dead.
    """
    if draft.type != "ASSAULT" or draft.lemma not in KILLING:
        return False
    if draft.modality is not Modality.ASSERTED or draft.place is not None:
        return False
    if draft.time is not None and draft.time.precision == "year":
        return False  # "the massacre of 2013, where nine were killed"
    if _has_attackers(draft):
        return False
    if any(one.part == "actor" for one in draft.participants) or not draft.quantities:
        return False
    attack = _attack(draft.sentence, drafts, reach=_NEXT)
    if attack is None or attack.sentence == draft.sentence:
        return False
    kinds = {one.kind for one in attack.quantities}
    if draft.block - attack.block > 1 or kinds & {one.kind for one in draft.quantities}:
        return False
    if draft.time is not None and attack.time not in {None, draft.time}:
        return False
    attack.quantities.extend(draft.quantities)
    for one in draft.participants:
        attack.add(one.party, one.part)
    attack.time = attack.time or draft.time
    attack.last = draft.sentence
    attack.spans.extend(span for span in draft.spans if span not in attack.spans)
    return True


def _has_attackers(draft: Draft) -> bool:
    """Tell whether those who died came to kill: "four attackers were killed"."""
    return any(
        head_word(one.party.name) in ATTACKERS
        for one in draft.participants
        if one.part == "recipient" and one.party.entity is None
    )


def _attack(
    sentence: int, drafts: Sequence[Draft], reach: int = _CLOSE
) -> Draft | None:
    """Return the attack that a sentence tells, or the last one before it."""
    for draft in reversed(drafts):
        if sentence - draft.latest > reach:
            continue
        told = draft.modality is Modality.ASSERTED and draft.past
        told = told and not draft.recalled
        if told and draft.type == "ASSAULT" and _may_kill(draft):
            return draft
    return None


def _may_kill(draft: Draft) -> bool:
    """Tell whether the dead can be of a deed: not of a kidnapping or of taking a town.

    Unless it counts its dead itself.
    """
    bloodless = draft.mode == "abduct" or draft.lemma in _BLOODLESS
    return not bloodless or any(one.kind == "killed" for one in draft.quantities)


def _only_attack(text: str, sentence: int, drafts: Sequence[Draft]) -> Draft | None:
    """Return the only attack that a page tells, for "the number of wounded is 31"."""
    low = text.lower()
    if not any(word in low for word in _TOLL_WORDS) or _TOLL.search(text) is None:
        return None
    attacks = [
        one
        for one in drafts
        if one.type == "ASSAULT" and one.modality is Modality.ASSERTED and one.past
        if _may_kill(one) and not one.recalled
    ]
    places = {one.place for one in attacks}
    close = bool(attacks) and sentence - attacks[-1].sentence <= _PAGE
    return attacks[0] if close and len(places) == 1 and None not in places else None


def _tolls(
    text: str, tree: Sentence, attack: Draft, dated: Collection[int]
) -> Iterator[Quantity]:
    taken: list[tuple[int, int]] = []
    # "The figure" is of what was counted last: of the dead, if nothing was.
    counted = attack.quantities[-1].kind if attack.quantities else "killed"
    for pattern in (_TOLL, _STATE, _OF, _FIGURE):
        for found in pattern.finditer(text):
            start, end = found.span("number")
            if any(start < last and first < end for first, last in taken):
                continue
            value = parse_number([found["number"]])
            if value is None or _MEASURES & set(found[0].lower().split()):
                continue
            offset = tree.start + start
            if offset in dated or _is_denied(tree, offset) or _in_row(tree, offset):
                continue
            if _is_no_toll(tree, offset, tree.start + found.end()):
                continue
            how = (found["how"] or "").lower()
            kind = counted if pattern is _FIGURE else _kind(found)
            if _is_of_others(text[: found.start()], kind, value, attack):
                continue
            high = None if how in _LEAST else value
            words = f"{found['how']} {found['number']}" if how else found["number"]
            taken.append((start, end))
            yield Quantity(kind, value, high, None, words)


def _is_of_others(before: str, kind: str, value: float, attack: Draft) -> bool:
    """Tell whether a number is of the other side's dead: "we lost two men".

    Where the attack has its dead, one more whose death is told is no other toll.
    """
    words = before.split()
    lost = bool(words) and words[-1].lower() in _LOST
    counted = any(one.kind == kind for one in attack.quantities)
    return lost or (value == 1 and counted)


def _kind(found: re.Match[str]) -> str:
    return "wounded" if found["hurt"] else "killed"


def _in_row(tree: Sentence, offset: int) -> bool:
    """Tell whether a number counts a part only: "12 women and seven men had died"."""
    token = tree.token_at(offset)
    if token is None or tree[token].deprel != "nummod":
        return False
    noun = tree[token].head
    row = tree[noun].head if tree[noun].deprel == "conj" else -1
    return (
        row >= 0
        and tree[noun].upos == tree[row].upos == "NOUN"
        and tree.child(row, "nummod") is not None
    )


def _is_no_toll(tree: Sentence, offset: int, end: int) -> bool:
    """Tell "two blasts that killed nine", "four attackers were killed".

    What is counted killed others, or came to kill, or is a part of the dead.
    """
    number, last = tree.token_at(offset), tree.token_at(end - 1)
    if number is None or last is None:
        return False
    if is_rest(tree, tree[number].head, number):
        return True
    words = tree.tokens[number + 1 : last]
    relative = any(word.tag in {"WDT", "WP"} for word in words)
    active = tree[last].upos == "VERB" and tree.child(last, "obj") is not None
    return relative or active or any(word.lemma.lower() in ATTACKERS for word in words)


def _is_denied(tree: Sentence, offset: int) -> bool:
    token = tree.token_at(offset)
    while token is not None and tree[token].head >= 0:
        token = tree[token].head
        verbal = tree[token].upos in {"VERB", "AUX"}
        if verbal and (tree.is_negated(token) or tree[token].lemma in DENYING):
            return True
    return False


def _same(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.low == other.low
