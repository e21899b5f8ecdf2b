"""Which statement claims report the same words of the same speaker.

Reprints and retellings are one statement with several reports; what one document
cuts out of one utterance as two statements (a pledge and a threat) stays two.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from zlib import crc32

from dragoman.data.tables import fold_key
from dragoman.data.word_yaml import read_yaml
from dragoman.model.claim import Claim, Manner, Party, StatementClaim
from dragoman.model.edtf import can_both_hold
from dragoman.model.judgement import CONTRADICTS, Edge
from dragoman.model.view import View
from dragoman.resolve.own_words import own_keys, share_own_words
from dragoman.resolve.settle import NEAREST, settle
from dragoman.resolve.statements_against import say_contrary
from dragoman.resolve.tellings import month_buckets
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.text.name_likeness import coarse, latin
from dragoman.text.names import words_of

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_INITIALS = re.compile(r"\b(?:\w\.){2,}")


def _load_common() -> list[str]:
    text = files("dragoman.data").joinpath("common_words_en.yaml").read_text("utf-8")
    words: list[str] = read_yaml(text)["common"]
    return words


# Words that say nothing of what was said.
_COMMON = frozenset(_load_common())
_QUOTED = frozenset({Manner.DIRECT, Manner.MIXED})
_BANDS = 4
_PAIRED = 3
# So much of the shorter statement must the longer one hold.
_LEAST_INSIDE = 0.7
# So much, and a person is asked whether reports of one occasion tell of one statement.
_LEAST_DOUBTED = 0.6

Pair = tuple[StatementClaim, StatementClaim, Verdict]


class StatementResolver:
    """Speakers, words and acts decide."""

    name = "statements"
    version = "2"
    judge_name = "auto:statements"

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        """Return blocking keys: speaker and the least hashes of the content.

        Speakers go by several names ("U.S."), so two hashes together are keys too.
        A few words that somebody says every week ("talks go on") are one statement in
        reports of one occasion alone: those are filed under their months as well.
        """
        if not isinstance(claim, StatementClaim):
            return ()
        keys = _statement_keys(claim)
        if len(keys) > 1:
            return keys
        published = view.published([claim.document_id])[claim.document_id]
        months = month_buckets(None, published)
        return (*keys, *(f"{keys[0]}|{month}" for month in months))

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterable[Edge]:
        """Judge the statements of one document."""
        own = [claim for claim in fresh if isinstance(claim, StatementClaim)]
        others = [claim for claim in known if isinstance(claim, StatementClaim)]
        if not own or len(own) + len(others) < 2:
            return ()
        sayings = _make_sayings(own, view)
        listed = list(_pair_up(own, others, sayings))
        met = {other.id: other for _, other in listed if other.id not in sayings}
        sayings |= _make_sayings(met.values(), view)
        pairs = [
            (one, other, verdict)
            for one, other in listed
            if (verdict := compare(sayings[one.id], sayings[other.id])) is not None
        ]
        return settle(pairs, (), view, self.judge_name)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement in comparable form.

    Attributes:
        claim: The claim.
        speakers: Canonical identifiers, or the words for someone unnamed.
        relayed_by: The same for the relay chain.
        named: Whether a speaker is known by name.
        published: When the document came out, ``None`` if not known.
    """

    claim: StatementClaim
    speakers: frozenset[str]
    relayed_by: frozenset[str]
    named: bool
    published: str | None


def _make_sayings(claims: Collection[StatementClaim], view: View) -> dict[str, Saying]:
    asked = {
        party.entity
        for claim in claims
        for party in (*claim.speakers, *claim.via)
        if party.entity is not None
    }
    canonical = view.canonicals(asked)
    dates = view.published({claim.document_id for claim in claims})
    return {
        claim.id: Saying(
            claim,
            _identities(claim.speakers, canonical),
            _identities(claim.via, canonical),
            any(party.entity is not None for party in claim.speakers),
            dates.get(claim.document_id),
        )
        for claim in claims
    }


def _identities(
    parties: Iterable[Party], canonical: Mapping[str, str]
) -> frozenset[str]:
    return frozenset(
        fold_key(party.name) if party.entity is None else canonical[party.entity]
        for party in parties
    )


# Reports of one occasion come out within so many days.
_OCCASION_DAYS = 3
# So many words must two statements of two documents have in common.
_FEWEST = 3
# So many in what two reports of one occasion tell in the same few words.
_FEW_ALIKE = 2
# Or so many words of every kind, in quotation marks and to the letter.
_FEWEST_TO_THE_LETTER = 4


def _statement_keys(claim: StatementClaim) -> tuple[str, ...]:
    speakers = tuple([one.name for one in claim.speakers])
    return _keys_of(speakers, claim.content, claim.manner)


@lru_cache(maxsize=16384)
def _keys_of(names: tuple[str, ...], content: str, manner: Manner) -> tuple[str, ...]:
    least = least_hashes(content)
    if len(content_words(content)) < _FEWEST:
        exact = " ".join(all_words(content))
        least = (crc32(exact.encode()),)
    speakers = {_speaker_key(name) for name in names} or {""}
    return (
        *(f"{speaker}|{value:08x}" for speaker in sorted(speakers) for value in least),
        *(f"{one:08x}|{two:08x}" for one, two in combinations(least[:_PAIRED], 2)),
        *own_keys(content, manner),
    )


def _exact_words(claim: StatementClaim) -> str:
    """Return all words of a quotation, folded; "" for what is too short or reported."""
    words = all_words(claim.content)
    long_enough = len(words) >= _FEWEST_TO_THE_LETTER
    return " ".join(words) if long_enough and claim.manner in _QUOTED else ""


def _pair_up(
    own: Sequence[StatementClaim],
    others: Sequence[StatementClaim],
    sayings: Mapping[str, Saying],
) -> Iterator[tuple[StatementClaim, StatementClaim]]:
    """Yield pairs that share a key; in one document, a speaker or who passes it on.

    Args:
        own: Claims of one document.
        others: Claims of earlier ones.
        sayings: The own ones in comparable form.
    """
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(others):
        for key in _statement_keys(other):
            by_key[key].append(number)
    by_party: defaultdict[str, list[StatementClaim]] = defaultdict(list)
    for claim in own:
        seen = {claim.id}
        met = {number for key in _statement_keys(claim) for number in by_key[key]}
        for number in sorted(met):
            other = others[number]
            # Who says much shares a speaker and a word with himself all the time.
            if _may_be_one(claim, other):
                seen.add(other.id)
                yield claim, other
        parties = _parties(sayings[claim.id])
        for other in (c for party in parties for c in by_party[party][-NEAREST:]):
            if other.id not in seen:
                seen.add(other.id)
                yield claim, other
        for party in parties:
            by_party[party].append(claim)


def _may_be_one(one: StatementClaim, other: StatementClaim) -> bool:
    """Tell whether ``compare`` can find anything in two claims of two documents."""
    if one.time and other.time:
        return True
    left, right = content_words(one.content), content_words(other.content)
    within = len(left & right) >= _LEAST_DOUBTED * min(len(left), len(right))
    return within or share_own_words(one, other)


def _parties(saying: Saying) -> list[str]:
    return sorted(saying.speakers | {f"via {one}" for one in saying.relayed_by})


def _may_speak(one: Saying, other: Saying) -> bool:
    """Tell whether the speakers are the same.

    "The ambassador recalled the leader's order" and "... Lee's order" are, if the
    one who passes it on is.
    """
    if one.speakers == other.speakers:
        return True
    relayed = bool(one.relayed_by) and one.relayed_by == other.relayed_by
    return relayed and one.named != other.named


def compare(one: Saying, other: Saying) -> Verdict | None:
    """Judge two statements of a speaker, ``None`` if the words do not call for it."""
    if not _may_speak(one, other):
        return None
    left, right = content_words(one.claim.content), content_words(other.claim.content)
    common = len(left & right)
    if not common:
        return None
    if say_contrary(one.claim, other.claim, left, right):
        return _judge_contrary(one, other)
    if _other_figures(left, right):
        return None
    jaccard = common / len(left | right)
    inside = common / min(len(left), len(right))
    if one.claim.document_id == other.claim.document_id:
        return _in_one_document(one.claim, other.claim, jaccard, inside, common)
    times = one.claim.time, other.claim.time
    if times[0] and times[1] and not can_both_hold(times[0].value, times[1].value):
        return different(0.1, "said at different times", silent=True)
    if jaccard >= 0.75 and common >= _FEWEST:
        return same(0.75 + jaccard / 5, "the same words")
    return _quoted_alike(one, other, inside, common) or _told_alike(
        one, other, jaccard, inside, common
    )


def _judge_contrary(one: Saying, other: Saying) -> Verdict:
    """Keep versions apart that exclude one another; of one occasion they contradict."""
    if one.claim.document_id == other.claim.document_id:
        return different(0.1, "said and denied", silent=True)
    times = one.claim.time, other.claim.time
    if times[0] and times[1]:
        once = can_both_hold(times[0].value, times[1].value)
    else:
        undated = None in (one.published, other.published)
        once = undated or _came_out_together(one, other)
    if not once:
        return different(0.1, "said at different times", silent=True)
    return different(0.1, CONTRADICTS, "the same speaker", "like words")


def _quoted_alike(
    one: Saying, other: Saying, inside: float, common: int
) -> Verdict | None:
    """Judge by what stands in quotation marks."""
    if _came_out_together(one, other) and share_own_words(one.claim, other.claim):
        return same(0.85, "the same words in quotation marks")
    exact = _exact_words(one.claim)
    if exact and exact == _exact_words(other.claim):
        return same(0.9, "the same words, to the letter")
    quoted = one.claim.manner in _QUOTED and other.claim.manner in _QUOTED
    if quoted and inside >= 0.85 and common >= 5:
        return same(0.8, "a part of the same words")
    return None


def _told_alike(
    one: Saying, other: Saying, jaccard: float, inside: float, common: int
) -> Verdict | None:
    """Judge one act of two reports by the words in which it is told."""
    if one.claim.act != other.claim.act:
        return None
    if _came_out_together(one, other) and _tells_part(one.claim, other.claim):
        return same(0.72, "the same act", "a part of the same words")
    if inside >= _LEAST_INSIDE and jaccard >= 0.5 and common >= 4:
        return same(0.7, "the same act", "like words")
    if _came_out_together(one, other) and inside >= _LEAST_DOUBTED and common >= 4:
        return unsure(0.3 + jaccard / 4, "the same act", "words in common")
    return None


def _came_out_together(one: Saying, other: Saying) -> bool:
    """Tell whether both reports may be of one occasion: what is said often is not."""
    if one.published is None or other.published is None:
        return False
    days = [date.fromisoformat(each[:10]) for each in (one.published, other.published)]
    return abs((days[0] - days[1]).days) <= _OCCASION_DAYS


def _tells_part(one: StatementClaim, other: StatementClaim) -> bool:
    """Tell whether one report gives no words but those of the other, or the same few.

    "Vowed revenge" is that, "rejects the plan" beside "the plan" is not.
    """
    left, right = content_words(one.content), content_words(other.content)
    common = len(left & right)
    if all_words(one.content) == all_words(other.content):
        return common >= _FEW_ALIKE
    least, most = sorted((len(left), len(right)))
    return common == least >= _FEWEST and 3 * common >= most


def _other_figures(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell "reduced to 310" from "risen to 430".

    A year in common is no figure in common where both tell more than a year.
    """
    mine, theirs = (
        {word for word in words if word[0].isdigit()} for words in (left, right)
    )
    counts = [
        {one for one in some if not _YEAR.fullmatch(one)} for some in (mine, theirs)
    ]
    if all(counts):
        return counts[0].isdisjoint(counts[1])
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _in_one_document(
    one: StatementClaim,
    other: StatementClaim,
    jaccard: float,
    inside: float,
    common: int,
) -> Verdict | None:
    if _overlap(one, other):
        return None
    if one.act == other.act and inside >= 0.85 and common >= 2:
        return same(0.8 + jaccard / 10, "told again in the document")
    if jaccard >= 0.85 and common >= 3:
        return same(0.8 + jaccard / 10, "the same words")
    return None


def _overlap(one: StatementClaim, other: StatementClaim) -> bool:
    """Tell whether both stand on the same words of a document."""
    mine, theirs = one.citations[0].span, other.citations[0].span
    return mine.start < theirs.end and theirs.start < mine.end


def all_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, without marks.

    >>> all_words("“Order, and bread!”")
    ('order', 'and', 'bread')
    >>> all_words("U.S. involvement")
    ('us', 'involvement')
    """
    return tuple(_WORD.findall(_fold(text)))


def _fold(text: str) -> str:
    folded = fold_key(text)
    if "." not in folded:
        return folded
    return _INITIALS.sub(lambda hit: hit[0].replace(".", ""), folded)


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """Return the folded words that carry a statement, plural forms cut.

    >>> sorted(content_words("to arm the West Banks"))
    ['arm', 'bank', 'west']
    """
    words = {word for word in all_words(text) if word not in _COMMON}
    return frozenset(
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words
    )


@lru_cache(maxsize=16384)
def least_hashes(text: str) -> tuple[int, ...]:
    """Return the least hashes of the content words, which like texts share."""
    words = content_words(text)
    return tuple(sorted(crc32(word.encode()) for word in words)[:_BANDS])


def _speaker_key(name: str) -> str:
    words = words_of(latin(name))
    return (coarse(words[-1]) or words[-1]) if words else ""
