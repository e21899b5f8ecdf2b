"""Which narrative claims push the same slogan, theme or foreign report."""

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from dragoman.model.claim import Claim, NarrativeClaim
from dragoman.model.judgement import Edge
from dragoman.model.view import View
from dragoman.resolve.settle import NEAREST, settle
from dragoman.resolve.statements import content_words
from dragoman.resolve.verdict import Verdict, same

RECIRCULATION = "recirculation"
_BANDS = 4
# So much of the longer label has to stand in the shorter one.
_SLOGAN, _THEME, _PASSED_ON = 0.8, 0.7, 0.6


class NarrativeResolver:
    """Form and wording decide; for media passed on, carrier and origin too."""

    name = "narratives"
    version = "1"
    judge_name = "auto:narratives"

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        """Return blocking keys: form and the least hashes of the label."""
        del view
        if not isinstance(claim, NarrativeClaim):
            return ()
        hashes = sorted(crc32(word.encode()) for word in label_words(claim))
        return tuple(f"{claim.form}|{value:08x}" for value in hashes[:_BANDS])

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterable[Edge]:
        """Judge the narratives of one document."""
        own = [claim for claim in fresh if isinstance(claim, NarrativeClaim)]
        others = [claim for claim in known if isinstance(claim, NarrativeClaim)]
        if not own or len(own) + len(others) < 2:
            return ()
        asked = {
            party.entity
            for claim in (*own, *others)
            for party in (*claim.carriers, *((claim.origin,) if claim.origin else ()))
            if party.entity is not None
        }
        canonical = view.canonicals(asked)
        pairs = []
        for n, claim in enumerate(own):
            for other in (*others, *own[max(0, n - NEAREST) : n]):
                verdict = compare(claim, other, canonical)
                if verdict is not None:
                    pairs.append((claim, other, verdict))
        return settle(pairs, (), view, self.judge_name)


def compare(
    one: NarrativeClaim, other: NarrativeClaim, canonical: Mapping[str, str]
) -> Verdict | None:
    """Judge two narratives, ``None`` if they are not of one form and wording."""
    if one.form != other.form:
        return None
    left, right = label_words(one), label_words(other)
    union = len(left | right)
    jaccard = len(left & right) / union if union else 0.0
    if one.form == RECIRCULATION:
        if jaccard < _PASSED_ON or not _same_way(one, other, canonical):
            return None
        return same(0.7 + jaccard / 4, "the same passage", "the same carrier")
    if jaccard < (_SLOGAN if one.form == "slogan" else _THEME):
        return None
    return same(0.7 + jaccard / 4, "the same words")


def _same_way(
    one: NarrativeClaim, other: NarrativeClaim, canonical: Mapping[str, str]
) -> bool:
    """Tell whether a carrier and the origin are the same."""
    carriers = _names(one, canonical) & _names(other, canonical)
    origins = [
        None
        if claim.origin is None
        else canonical.get(claim.origin.entity or "", claim.origin.name.casefold())
        for claim in (one, other)
    ]
    return bool(carriers) and (None in origins or origins[0] == origins[1])


def _names(claim: NarrativeClaim, canonical: Mapping[str, str]) -> set[str]:
    return {
        canonical.get(party.entity or "", party.name.casefold())
        for party in claim.carriers
    }


def label_words(claim: NarrativeClaim) -> frozenset[str]:
    """Return the words of a label; all of them, if it has common words only."""
    return content_words(claim.label) or frozenset(claim.label.casefold().split())
