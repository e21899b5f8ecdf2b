"""Whom a description stands for: "the minister", "the businessman", "the 54-year-old".

Three voices are weighed for each candidate: what the reading model links, what the
text has called him so far, and how salient he is. A description that fits what he was
called speaks for him, one that fits nothing of it against him. Nobody is named in
doubt: who is not the likeliest by far is left alone, and so are two who were called
the same and stand side by side.
"""

from dragoman.annotate.coreference.binding import bound_by, is_free
from dragoman.annotate.coreference.discourse import Discourse, Referent
from dragoman.annotate.coreference.learned import Learned
from dragoman.annotate.names.kin import KIN
from dragoman.annotate.offices.alone import Fact, agrees, fit
from dragoman.data.tables import NameWords
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

# How much likelier one is meant whose office fits, the better the more; who was called
# so; of whom something else is known; of whom nothing is.
_FITS = (1.0, 2.0, 6.0, 12.0, 40.0)
_CALLED = 8.0
# Who holds such an office of another rank; what is left of him beside one who fits.
_OF_RANK, _RANKED = 1.9, 0.5
_OTHERWISE, _UNKNOWN = 0.1, 0.8
# Of what office somebody holds a text tells first: "the mayor", "the king".
_UNTOLD = 0.1
# What salience counts beside the model, for whoever fits and for all others.
_SALIENT, _PLAIN = 0.5, 0.05
# Somebody without a name is rather not gone back to.
_UNNAMED = 0.3
# The only one of an office needs no link: "the president".
_ONLY = 0.1
# Nobody is always as likely as this; the model takes too much for new.
_NOBODY, _SHY = 0.05, 0.5
# The least share of one who was called so, and of anybody else.
_LEAST_CALLED, _LEAST = 0.6, 0.65
# How salient somebody beside him may be who fits as well.
_RIVAL = 0.7
# Of whom an age is told has been told of before.
_AGED, _NEAR = 0.5, 2
# What tells one of a kind from another.
_ADDED = ("amod", "compound", "nmod", "nmod:poss")
_GENDERS = {"man": "m", "boy": "m", "woman": "f", "girl": "f"} | {
    word: gender
    for gender, words in {
        "m": "father brother son uncle nephew husband widower grandson grandfather",
        "f": "mother sister daughter aunt niece wife widow granddaughter grandmother",
    }.items()
    for word in words.split()
}


class Describer:
    """Finds who is meant by descriptions of one person."""

    def __init__(self, discourse: Discourse, learned: Learned) -> None:
        self.discourse = discourse
        self.learned = learned

    def described(self, number: int, token: int) -> int | None:
        """Return what a noun that is no title means: "the veteran", "the oil giant"."""
        reference = self.learned.points_back(number, token)
        if reference is None:
            aged = tells_age(self.discourse.sentences[number], token)
            return self.person(number, token, None)[0] if aged else None
        sentence, words = self.discourse.sentences[number], self.discourse.words
        plural, lemma = sentence[token].tag == "NNS", sentence.bases[token]
        body = lemma in words.describes or lemma in words.organizations
        if reference.type == "person" and not plural and not body:
            return self.person(number, token, None)[0]
        return self.learned.nominal(number, token)

    def person(
        self, number: int, token: int, fact: Fact | None, gender: str | None = None
    ) -> tuple[int | None, bool]:
        """Return the person that a description means, and whether several may be.

        Args:
            number: Index of its sentence.
            token: Index of its head.
            fact: The office that it tells, if it is a title.
            gender: What the words show of him.
        """
        discourse = self.discourse
        sentence = discourse.sentences[number]
        lemma = sentence.bases[token]
        gender = gender or _GENDERS.get(lemma)
        bound = bound_by(sentence, token)
        shares = self.learned.told(number, token)
        plain = not sentence.children(token, *_ADDED)
        if tells_age(sentence, token):
            shares = self._aged(number, shares)
        evidence: dict[int, float] = {}
        # "His attacker" is not he, nor is "the attacker" later on.
        owners = discourse.owners_of.get(lemma, set())
        for chain in (*discourse.recent, *(shares.keys() - discourse.recent.keys())):
            if chain is None or chain in owners:
                continue
            referent = discourse.referents[chain]
            told = weigh_call(discourse.words, referent, lemma, fact, plain=plain)
            if (
                (told > 1 or chain in shares)
                and self._may_be(referent, number, gender, bound)
                and not (fact is not None and _is_another(discourse, referent, fact))
            ):
                evidence[chain] = told
        if max(evidence.values(), default=0.0) >= _FITS[2]:
            # "The minister" is no prime minister where another minister was told of.
            evidence = {
                chain: _RANKED if told == _OF_RANK else told
                for chain, told in evidence.items()
            }
        ruled_out = {chain for chain in shares if chain is not None} - evidence.keys()
        persons = [c for c in ruled_out if discourse.chains[c].schema is Schema.PERSON]
        shares[None] = shares.get(None, 0.0) + sum(shares[chain] for chain in persons)
        return self._likeliest(number, shares, evidence)

    def _aged(
        self, number: int, shares: dict[int | None, float]
    ) -> dict[int | None, float]:
        """Return the shares of somebody whose age is told: he was told of before."""
        near = self.discourse.candidates(number, _NEAR)
        told = dict.fromkeys((one.chain for one in near), 0.0) | shares
        return told | {None: _AGED * shares.get(None, 0.0)}

    def _may_be(
        self, referent: Referent, number: int, gender: str | None, bound: set[int]
    ) -> bool:
        return (
            referent.schema is Schema.PERSON
            and not referent.plural
            and not self.discourse.chains[referent.chain].members
            and (gender is None or referent.gender in {gender, None})
            and is_free(referent, number, bound)
        )

    def _likeliest(
        self,
        number: int,
        shares: dict[int | None, float],
        evidence: dict[int, float],
    ) -> tuple[int | None, bool]:
        if not evidence:
            return None, False
        salience = self._saliences(number, shares, evidence)
        points = {
            chain: told * (shares.get(chain, 0.0) + salience[chain])
            for chain, told in evidence.items()
        }
        best = max(points, key=points.__getitem__)
        fitting = [c for c, told in evidence.items() if told >= evidence[best] > 1]
        nobody = _NOBODY + _SHY * shares.get(None, 0.0)
        if len(fitting) == 1 and evidence[best] >= _FITS[3]:
            nobody *= _ONLY
        share = points[best] / (sum(points.values()) + nobody)
        if any(self._is_beside(one, best, number) for one in fitting if one != best):
            return None, True
        least = _LEAST_CALLED if evidence[best] >= _FITS[2] else _LEAST
        return (best, False) if share >= least else (None, len(fitting) > 1)

    def _saliences(
        self,
        number: int,
        shares: dict[int | None, float],
        evidence: dict[int, float],
    ) -> dict[int, float]:
        """Return what salience gives to each, those who fit apart from all others."""
        discourse = self.discourse
        weights = {
            chain: (1.0 if discourse.chains[chain].names else _UNNAMED)
            * (discourse.salience(discourse.referents[chain], number) + 1e-6)
            for chain in evidence
        }
        found: dict[int, float] = {}
        plain = _PLAIN if any(shares.values()) else _SALIENT
        least = max(max(evidence.values()) / 4, 1.0)
        for fits, part in ((True, _SALIENT), (False, plain)):
            group = [chain for chain in evidence if (evidence[chain] > least) is fits]
            whole = sum(weights[chain] for chain in group)
            found.update((chain, part * weights[chain] / whole) for chain in group)
        return found

    def _is_beside(self, other: int, best: int, number: int) -> bool:
        """Tell whether one who fits as well was named as lately and as strongly."""
        one, two = self.discourse.referents[other], self.discourse.referents[best]
        if self.discourse.chains[best].names and not self.discourse.chains[other].names:
            return False
        if number < min(one.sentence, two.sentence):
            return True  # a headline
        mine, his = (self.discourse.salience(each, number) for each in (one, two))
        return mine > his or (one.sentence >= two.sentence and mine > _RIVAL * his)


def weigh_call(
    words: NameWords, referent: Referent, lemma: str, fact: Fact | None, *, plain: bool
) -> float:
    """Tell how much what somebody was called speaks for a description of him.

    Above 1 if he was called so, or by what it can mean; below 1 if otherwise.
    """
    points = 0
    if fact is not None:
        points = max((fit(fact, other) for other in referent.facts), default=0)
        if points == 1 and any(fact.word == other.word for other in referent.facts):
            return _OF_RANK
    if points:
        return _FITS[points]
    if fact is None or _is_bare(fact):
        kinds = words.means.get(lemma, frozenset())
        if lemma in referent.called or not kinds.isdisjoint(referent.called):
            return _CALLED if plain else _FITS[1]
    if fact is None or lemma in words.passing or lemma in KIN:
        return 1.0
    if referent.facts:
        return _OTHERWISE
    known = not _is_bare(fact) or lemma in words.occupations
    return _UNKNOWN if known else _UNTOLD


def _is_another(discourse: Discourse, referent: Referent, fact: Fact) -> bool:
    """Tell the envoy of one body from that of another, and of none that is known."""
    others = referent.facts
    elsewhere = bool(others) and not any(agrees(fact, other) for other in others)
    return elsewhere or discourse.is_another(referent.chain, fact)


def _is_bare(fact: Fact) -> bool:
    """Tell "the minister" from "the Chadian minister", "the former minister"."""
    whose = (fact.country, fact.body) == (None, None)
    return whose and fact.key == fact.word and fact.status == "current"


def tells_age(sentence: Sentence, token: int) -> bool:
    """Tell "the 54-year-old" and "the 54-year-old singer" from "the singer"."""
    near = sentence.lowered[max(token - 4, 0) : token + 1]
    return all(any(word.startswith(part) for word in near) for part in ("old", "year"))
