"""What a capitalised sequence names, judged by what stands around one mention."""

from collections.abc import Mapping
from collections.abc import Sequence as Items
from dataclasses import dataclass, field

from dragoman.annotate.names.clauses import VISITED, judge_clause
from dragoman.annotate.names.datelines import is_agency, is_dateline
from dragoman.annotate.names.described import Description
from dragoman.annotate.names.growing import is_state_behind
from dragoman.annotate.names.media import (
    has_audience,
    is_asking,
    is_class,
    is_credit,
    is_interviewer,
    is_listed_body,
    is_printed_in,
)
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import TitlePhrase, singular
from dragoman.annotate.names.types import ORGANIZATION, PERSON, PLACE, Evidence
from dragoman.annotate.names.units import OWNERS, Unit, has_letters, is_letters
from dragoman.data.tables import NameWords, all_given_names, places
from dragoman.model.syntax import DASHES, Sentence

_BETWEEN_TITLES = frozenset(
    {"the", "a", "an", "former", "its", "their", "his", "her", "acting"}
)
_CLOSED = frozenset({"ADP", "AUX", "CCONJ", "SCONJ", "VERB", "ADV", "PRON"})
# "the Bush administration"; cabinets and camps are called by places as well.
_HOUSES = frozenset({"administration", "brothers", "family", "presidency"})
_OFFICES = frozenset(
    {
        "ambassador",
        "chancellor",
        "envoy",
        "minister",
        "ministry",
        "premier",
        "president",
    }
)
# Whom a person may have: "the lawyer of Ana Ruiz".
_SERVES = frozenset(
    {"adviser", "advisor", "aide", "assistant", "attorney", "bodyguard", "counsel"}
    | {"deputy", "lawyer", "secretary", "spokesman", "spokesperson", "spokeswoman"}
    | {"envoy", "representative", "chief", "head", "king", "queen", "prince"}
    | {"princess", "successor", "predecessor", "son", "daughter", "wife", "doctor"}
)
# Who works for an outlet, or is a part of one.
_STAFF = frozenset(
    {"columnist", "correspondent", "correspondents", "editor", "editors", "edition"}
    | {"frontpage", "newsroom", "readers", "reporters", "subscribers", "viewers"}
)
# What only a body has, after a word or two: "X's media arm", "X's armed wing".
_LIMBS = frozenset({"arm", "wing", "politburo"})


@dataclass(slots=True)
class Context:
    """One mention of a name and what stands around it.

    Attributes:
        sequence: The name.
        units: Units of its sentence.
        sentence: Its sentence.
        titles: Title phrases of the sentence.
        starts: Last unit of each sequence of the sentence by its first one.
        ends: First unit of each sequence of the sentence by its last one.
        words: Vocabulary.
        evidence: Points so far.
        told: The finer type of a body that a class word right beside tells, if one.
    """

    sequence: Sequence
    units: list[Unit]
    sentence: Sentence
    titles: Items[TitlePhrase]
    starts: Mapping[int, int]
    ends: Mapping[int, int]
    words: NameWords
    evidence: Evidence = field(default_factory=Evidence)
    told: str = ""

    def judge(self) -> Evidence:
        """Return the points of this mention."""
        if self.sequence.honorific is not None:
            self.evidence.add(PERSON, 9.0)
        if self.sequence.title is not None:
            self.evidence.add(PERSON, 7.0)
        self._by_word_before()
        after = self._unit(self.sequence.last + 1)
        if after is not None:
            self._by_unit_behind(after)
        for phrase in self.titles:
            self._by_title(phrase)
        beside = Description(
            self.sequence, self.units, self.sentence, self.words, self.evidence
        )
        beside.judge()
        self.told = beside.told
        if after is not None and after.text == ",":
            self._by_noun_behind()
            if is_state_behind(self.units, self.sequence.last + 2):
                self.evidence.add(PLACE, 6.0)  # "Fairfax, Va."
        self._by_media()
        self._by_staff()
        self._by_rule()
        self._by_line()
        judge_clause(self.sequence, self.sentence, self.words, self.evidence)
        # Where the dash ends it, the dateline was read by itself.
        alone = self.units[-1].text in DASHES
        if is_dateline(self.sequence, self.units, alone=alone):
            self.evidence.add(PLACE, 9.0 if alone else 5.0)
        elif self.sequence.first < 12 and is_agency(self.sequence, self.units):
            self.evidence.add(ORGANIZATION, 9.0 if alone else 4.0)
        self.evidence.strong = self.evidence.points.get(PERSON, 0.0) > 1.0
        return self.evidence

    def _unit(self, index: int) -> Unit | None:
        return self.units[index] if 0 <= index < len(self.units) else None

    def _by_word_before(self) -> None:
        """Read "in X", "near X", "the town of X"; persons have no article."""
        first = self.sequence.first
        before, further = self._unit(first - 1), self._unit(first - 2)
        after = self._unit(self.sequence.last + 1)
        if before is None:
            return
        if before.key in {"a", "an"} and len(self.sequence.keys) == 1:
            self.evidence.add(PERSON, -5.0)  # "a Kardanian"
        article = before.key == "the"
        if article:
            # "the Karam cabinet" may be of a person, "the Aurora" is none.
            alone = after is None or not after.word or after.upos in _CLOSED
            housed = after is not None and after.key in _HOUSES
            if not (housed and self.sequence.hint is PERSON):
                self.evidence.add(PERSON, -5.0 if alone else -2.5)
            if alone and is_letters(self.sequence.text):
                self.evidence.add(ORGANIZATION, 1.0)  # "in the CPA"
            before = further
        if before is None or before.capital:
            return
        points = self.words.place_cases.get(before.key, 0.0)
        if points:
            self.evidence.add(PLACE, points / 2 if article else points)
        if points >= 3.0 and not article and not (after and after.possessive):
            self.evidence.add(PERSON, -1.5)
        of_noun = further.key if before.key == "of" and further is not None else ""
        if not article and of_noun in self.words.context["place_nouns"]:
            self.evidence.add(PLACE, 6.0)

    def _by_unit_behind(self, after: Unit) -> None:
        self._by_comma_behind(after)
        if after.word:
            self._by_word_behind(after)

    def _by_comma_behind(self, after: Unit) -> None:
        """Read "X, 45," and "X, who"."""
        if after.key in {"who", "whom", "whose"}:
            self.evidence.add(PERSON, 3.0)
        if after.text == ":" and self.sequence.first == 0:
            # The speaker of a transcript.
            self.evidence.add(PERSON, 2.0 if len(self.sequence.keys) > 1 else 0.0)
        if after.text != ",":
            return
        second, third = (self._unit(self.sequence.last + ahead) for ahead in (2, 3))
        if second is None:
            return
        if second.key in {"alias", "aka", "a.k.a"}:
            self.evidence.add(PERSON, 4.0)
        if second.key in {"who", "whom"}:
            self.evidence.add(PERSON, 3.0)
        age = int(second.key) if second.key.isdecimal() else 0
        if 15 < age < 105 and third is not None and third.text in {",", "."}:
            self.evidence.add(PERSON, 4.0)

    def _by_word_behind(self, after: Unit) -> None:
        """Read "X group", "X airport", "X spokesman"."""
        if after.capital:
            if after.taken:
                self.evidence.add(ORGANIZATION, 2.0)
                self.evidence.add(PLACE, 1.0)
                self.evidence.add(PERSON, -3.0)
            return
        words, context = self.words, self.words.context
        if after.key in words.describes and after.key not in words.places:
            self.evidence.add(ORGANIZATION, 3.5)
        elif after.key in context["behind_organizations"]:
            self.evidence.add(ORGANIZATION, 2.5)
        elif after.key in context["behind_places"] or (
            after.key in words.places and after.key not in context["behind_anything"]
        ):
            self.evidence.add(PLACE, 3.0)
        elif after.key in context["befalls_places"]:
            self._by_fate()
        elif after.taken:
            self.evidence.add(ORGANIZATION, 1.5)
            self.evidence.add(PERSON, -2.0)

    def _by_fate(self) -> None:
        """Read "the Fallujah fighting" of a known place, not "the Olympic bombing"."""
        noun = self.sequence.units[-1].upos in {"NOUN", "PROPN"}
        if noun and self.sequence.hint is None and self.sequence.key in places():
            self.evidence.add(PLACE, 3.0)

    def _by_title(self, phrase: TitlePhrase) -> None:
        """Read "X, the foreign minister" and "the foreign minister, X"."""
        if phrase.plural:
            return
        last = self.sequence.last
        if 1 <= phrase.first - last - 1 <= 5 and self._is_apposed(phrase):
            following = self._unit(phrase.last + 1)
            names_next = following is not None and following.capital
            self.evidence.add(PERSON, 0.5 if names_next else 3.5)
        if phrase.first == last + 1:
            self._by_leader(phrase)
        if phrase.last < self.sequence.first and self.sequence.key not in places():
            self._by_title_before(phrase)

    def _by_leader(self, phrase: TitlePhrase) -> None:
        """Read "Pravi Put leader Ivan Ilić": a party, where it is no known place."""
        holder = self._unit(phrase.last + 1)
        titled = not self.units[phrase.first].capital
        unheard = self.sequence.key not in places() and len(self.sequence.keys) > 1
        if unheard and titled and holder is not None and holder.capital:
            self.evidence.add(ORGANIZATION, 4.0)
            self.evidence.add(PERSON, -4.0)

    def _is_apposed(self, phrase: TitlePhrase) -> bool:
        """Tell whether only what may precede a title stands before it."""
        last = self.sequence.last
        if self._acts(phrase):
            return False
        return self.units[last + 1].text in {",", "(", "–", "—"} and all(
            unit.key in _BETWEEN_TITLES
            or unit.possessive
            or unit.capital
            or unit.upos == "ADJ"
            for unit in self.units[last + 2 : phrase.first]
        )

    def _acts(self, phrase: TitlePhrase) -> bool:
        """Tell whether the title is a subject: "Speaking to X, the general said"."""
        place = self.units[phrase.last].last
        token = self.sentence[place]
        behind = self._unit(phrase.last + 1)
        subject = token.deprel.startswith("nsubj") and token.head > place
        return subject and behind is not None and behind.upos in {"VERB", "AUX"}

    def _by_title_before(self, phrase: TitlePhrase) -> None:
        """Read "the head of the Mission, X", "Minister of Foreign Affairs of Y X"."""
        at = phrase.last + 1
        link = self._unit(at)
        body = link is not None and link.key in {"of", "for", "on", "to"}
        if body:
            at = self._behind_body(at + 1)
        bracket = self._unit(at)
        if bracket is not None and bracket.text == "(":
            at += 3
        comma = self._unit(at)
        if at == self.sequence.first and body:
            self.evidence.add(PERSON, 6.0)
        elif comma is not None and comma.text == "," and self._reached_from(at + 1):
            self.evidence.add(PERSON, 3.5)

    def _behind_body(self, begin: int) -> int:
        """Return the unit behind the name of the body that begins at a unit.

        The name itself where a noun in small letters is the body: "the head of the
        group's political bureau X".
        """
        at = begin
        while at < self.sequence.first and at not in self.starts:
            unit = self.units[at]
            inner = unit.key in OWNERS or unit.possessive
            if not inner and unit.upos not in {"ADJ", "NOUN"}:
                return at
            at += 1
        if at == self.sequence.first and self._is_behind_class(begin):
            return at
        if at not in self.starts:
            return at
        at = self.starts[at] + 1
        # "the chairman of the Sadr party X"
        classed = at < self.sequence.first and is_class(self.units[at].key, self.words)
        return at + 1 if classed else at

    def _is_behind_class(self, begin: int) -> bool:
        """Tell whether a full name with a given name stands behind a kind of body."""
        first, keys = self.sequence.first, self.sequence.keys
        return (
            first > begin
            and is_class(self.units[first - 1].key, self.words)
            and len(keys) > 1
            and keys[0] in all_given_names()
        )

    def _reached_from(self, at: int) -> bool:
        """Tell whether only titles and honorifics stand between."""
        return at <= self.sequence.first and all(
            unit.taken for unit in self.units[at : self.sequence.first]
        )

    def _by_media(self) -> None:
        """Read "the channels X and Y", "published in X", "(X)" behind a text."""
        first, last = self.sequence.first, self.sequence.last
        if is_listed_body(self.units, first, self.ends, self.words):
            self.evidence.add(ORGANIZATION, 8.0)
        elif is_printed_in(self.units, first, self.sequence.key):
            self.evidence.add(ORGANIZATION, 6.0)
        elif is_asking(self.units, first, last):
            self.evidence.add(ORGANIZATION, 9.0)
            self.evidence.add(PERSON, -4.0)
        elif is_credit(self.units, first, last):
            self.evidence.add(ORGANIZATION, 4.0)
            self.evidence.add(PERSON, -2.0)
        elif all_given_names().keys().isdisjoint(self.sequence.keys):
            self._by_press()

    def _by_press(self) -> None:
        """Read "in an interview with X", "listeners of X", "Jamaat Ansar (JA)"."""
        first = self.sequence.first
        if has_letters(self.units, self.sequence.last, self.sequence.text):
            self.evidence.add(ORGANIZATION, 6.0)
            self.evidence.add(PERSON, -3.0)
        if is_interviewer(self.units, first) or has_audience(self.units, first):
            self.evidence.add(ORGANIZATION, 4.5)
            self.evidence.add(PERSON, -3.0)

    def _owned(self) -> Unit | None:
        """Return the word behind "X's"."""
        mark = self._unit(self.sequence.last + 1)
        if mark is None or not mark.possessive:
            return None
        return self._unit(self.sequence.last + 2)

    def _by_staff(self) -> None:
        """Read "X's correspondent", "X's Belgrade correspondent", "X's armed wing"."""
        owned, behind = self._owned(), self._unit(self.sequence.last + 3)
        if owned is None:
            return
        for limb in (owned, behind):
            if limb is not None and limb.key in _LIMBS and limb.upos == "NOUN":
                self.evidence.add(ORGANIZATION, 5.5)
                self.evidence.add(PERSON, -2.0)
        staff = behind if owned.capital else owned
        if staff is not None and staff.key in _STAFF:
            self.evidence.add(ORGANIZATION, 5.5)

    def _by_noun_behind(self) -> None:
        """Read "X, a traitor"."""
        last = self.sequence.last
        for unit in self.units[last + 2 : last + 6]:
            human = unit.key in self.words.humans and not unit.taken
            if human and unit.upos in {"NOUN", "PROPN"}:
                self.evidence.add(PERSON, 3.0)
            if not unit.word or unit.upos not in {"DET", "ADJ", "NUM", "PRON"}:
                break

    def _by_rule(self) -> None:
        """Read "the Ruler of X", "the ambassador to X", "fighters of X", "X's army"."""
        context = self.words.context
        at = self.sequence.first - 1
        if at >= 1 and self.units[at].key == "the":
            at -= 1
        if at >= 1:
            link, noun = self.units[at].key, self.units[at - 1].key
            if link == "of" and noun in context["before_of_place"]:
                self.evidence.add(PLACE, 3.5)
            elif link == "of" and noun in context["before_of_organization"]:
                self.evidence.add(ORGANIZATION, 3.0)
            elif link == "to" and noun in VISITED:
                self.evidence.add(PLACE, 3.0)
            if link == "of":
                self._by_office(at - 1)
            elif link == "and":
                self._by_fellows(at)
            self._by_shares(link, noun)
        owned = self._owned()
        if owned is not None and owned.key in context["behind_states"]:
            office = self._unit(self.sequence.last + 3)
            led = office is not None and office.key in _OFFICES
            self.evidence.add(
                PLACE, 4.0 if led and len(self.sequence.keys) == 1 else 2.0
            )
        elif owned is not None and owned.key in context["behind_persons"]:
            self.evidence.add(PERSON, 1.5)

    def _by_fellows(self, at: int) -> None:
        """Read "the governors of Gao and X", "the ministers of Gao, Kidal and X"."""
        while self.units[at].key in {"and", ","} and at - 1 in self.ends:
            at = self.ends[at - 1] - 1
            if at < 1 or self.units[at].key == "and":
                return
        noun = singular(self.units[at - 1].key, self.words.titles)
        if self.units[at].key != "of" or noun is None:
            return
        self.evidence.add(PERSON, -5.0)
        if noun in self.words.context["before_of_place"] or noun in _OFFICES:
            self.evidence.add(PLACE, 3.5)

    def _by_shares(self, link: str, noun: str) -> None:
        """Read "shares in X", "the headquarters of X"."""
        if link not in {"of", "in"}:
            return
        if noun not in self.words.context["owned_by_bodies"]:
            return
        self.evidence.add(ORGANIZATION, 5.5)
        self.evidence.add(PERSON, -4.0)
        self.evidence.add(PLACE, -3.0 if link == "in" else 0.0)

    def _by_office(self, at: int) -> None:
        """Read "the Minister of Justice of X", "chief engineer of Ketra Hydro"."""
        if len(self.sequence.keys) > 1:
            if self._is_office_of_body(at):
                self.evidence.add(ORGANIZATION, 4.0)
                self.evidence.add(PERSON, -3.0)
        elif self._is_office(at):
            self.evidence.add(PLACE, 3.5)
            self.evidence.add(ORGANIZATION, 1.5)
            self.evidence.add(PERSON, -5.0)

    def _is_office_of_body(self, at: int) -> bool:
        """Tell whether a title ends here that nobody holds "of" a person."""
        key = self.units[at].key
        office = singular(key, self.words.titles) or key
        return office not in _SERVES and any(p.last == at for p in self.titles)

    def _is_office(self, at: int) -> bool:
        """Tell whether a unit ends an office that states and bodies have."""
        key = self.units[at].key
        office = singular(key, self.words.titles) or ""
        return office in _OFFICES or (
            key in self.words.portfolios and self.units[at].capital
        )

    def _by_line(self) -> None:
        """Read a line that is a name and no more: who is addressed, who signs."""
        given = len(self.sequence.keys) == 1 and self.sequence.key in all_given_names()
        if given and sum(unit.word for unit in self.units) == 1:
            self.evidence.add(PERSON, 2.5)
