"""What a capitalised sequence names: evidence from its words and its context.

Every sequence collects points for person, organisation, place and for no entity
at all. The points of all mentions of one name in the document are added, so that
one clear mention decides for the others.
"""

from collections.abc import Mapping
from collections.abc import Sequence as Items
from dataclasses import dataclass, field

from dragoman.annotate.names_sequences import MONTHS, Sequence
from dragoman.annotate.names_titles import SHIP_PREFIXES, TitlePhrase
from dragoman.annotate.names_units import Unit
from dragoman.data.tables import (
    NameWords,
    capitals,
    country_names,
    demonyms,
    find_organization,
    given_names,
    places,
)
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

PERSON, ORGANIZATION, PLACE = Schema.PERSON, Schema.ORGANIZATION, Schema.PLACE
NONE = "none"
Kind = Schema | str

_HINTS: dict[str, tuple[Kind, float]] = {
    "PERSON": (PERSON, 2.0),
    "ORG": (ORGANIZATION, 1.5),
    "GPE": (PLACE, 2.0),
    "LOC": (PLACE, 2.0),
    "FAC": (PLACE, 1.5),
    "WORK_OF_ART": (NONE, 1.0),
    "EVENT": (NONE, 1.5),
    "LAW": (NONE, 1.5),
    "LANGUAGE": (NONE, 1.0),
}
_PLACE_CASES = {
    "in": 3.0, "near": 3.5, "at": 2.3, "from": 0.8, "to": 0.7, "into": 1.5, "towards": 1.0,
    "toward": 1.0, "around": 1.5, "outside": 2.5, "inside": 2.0, "throughout": 2.5,
    "across": 2.0, "via": 1.0, "through": 0.8, "over": 0.5, "within": 2.0, "off": 3.0,
    "along": 1.5, "beyond": 1.5, "north of": 4.0, "south of": 4.0, "east of": 4.0, "west of": 4.0,
    "downtown": 4.0, "central": 3.0, "northern": 4.0, "southern": 4.0, "eastern": 4.0,
    "western": 4.0, "northeastern": 4.0, "northwestern": 4.0, "southeastern": 4.0,
    "southwestern": 4.0, "northwest": 3.0, "northeast": 3.0, "southwest": 3.0,
    "southeast": 3.0, "nearby": 3.5,
}  # fmt: skip
_COMPASS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "outskirts",
        "locality",
        "township",
        "settlement",
        "suburb",
        "suburbs",
        "city",
        "town",
        "village",
        "port",
        "province",
        "district",
        "region",
        "capital",
        "streets",
        "residents",
        "people",
        "neighbourhood",
        "neighborhood",
        "vicinity",
        "island",
        "state",
        "governorate",
        "county",
    }
)
_ORG_FOLLOWERS = frozenset(
    {
        "group",
        "movement",
        "party",
        "militia",
        "militants",
        "fighters",
        "faction",
        "officials",
        "official",
        "forces",
        "troops",
        "rebels",
        "insurgents",
        "members",
        "leadership",
        "media",
        "television",
        "agency",
        "newspaper",
        "channel",
        "network",
        "radio",
        "website",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "supporters",
        "lawmakers",
        "gunmen",
        "activists",
        "statement",
        "commander",
        "commanders",
        "cooperative",
        "gang",
        "cartel",
        "clan",
        "brigade",
        "battalion",
        "regiment",
        "coalition",
        "bloc",
        "union",
        "foundation",
        "institute",
        "newsroom",
        "guerrillas",
        "tribesmen",
        "loyalists",
        "lawmaker",
        "politburo",
        "negotiators",
        "delegation",
        "leaders",
        "outlets",
        "company",
        "plc",
        "inc",
    }
)
_PLACE_FOLLOWERS = frozenset(
    {
        "region",
        "province",
        "district",
        "area",
        "airport",
        "border",
        "dam",
        "plant",
        "grid",
        "river",
        "valley",
        "refugee",
        "camp",
        "prison",
        "port",
        "road",
        "hospital",
        "crossing",
        "checkpoint",
        "neighbourhood",
        "neighborhood",
        "mine",
        "market",
        "basin",
        "front",
        "governorate",
        "state",
        "city",
        "town",
        "village",
        "construction",
        "residents",
        "hotel",
        "square",
        "street",
        "bridge",
    }
)
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "foreign", "joint", "police", "interview"}
)
_NOT_FOLLOWERS = frozenset(
    {
        "state",
        "bank",
        "house",
        "base",
        "mine",
        "wall",
        "field",
        "coast",
        "pass",
        "sound",
        "plain",
        "falls",
        "works",
        "mission",
        "park",
    }
)
_RULED = frozenset(
    {
        "king",
        "queen",
        "ruler",
        "emir",
        "sultan",
        "people",
        "peoples",
        "government",
        "parliament",
        "capital",
        "coast",
        "coasts",
        "independence",
        "sovereignty",
        "territory",
        "borders",
        "border",
        "citizens",
        "invasion",
        "newspapers",
        "bishop",
        "archbishop",
        "mayor",
        "governor",
        "streets",
        "residents",
        "suburb",
        "port",
        "districts",
        "outskirts",
        "ambassador",
        "republic",
        "north",
        "south",
        "east",
        "west",
    }
)
_RANKS_OF = frozenset(
    {
        "forces",
        "fighters",
        "members",
        "leaders",
        "militants",
        "militiamen",
        "troops",
        "leadership",
        "supporters",
        "ranks",
        "rebels",
        "insurgents",
        "units",
        "gunmen",
        "cadres",
        "activists",
        "soldiers",
        "elements",
    }
)
_OF_STATES = frozenset(
    {
        "parliament",
        "president",
        "government",
        "army",
        "armed",
        "economy",
        "capital",
        "constitution",
        "border",
        "borders",
        "coast",
        "sovereignty",
        "foreign",
        "military",
        "interior",
        "defence",
        "defense",
        "finance",
        "national",
        "ambassador",
        "king",
        "prime",
        "airport",
        "residents",
        "people",
        "streets",
        "mayor",
        "exports",
        "central",
        "supreme",
        "air",
        "neighbours",
        "neighbors",
        "territory",
        "ruling",
        "opposition",
    }
)
_GOALS = frozenset(
    {
        "to",
        "in",
        "at",
        "from",
        "for",
        "via",
        "towards",
        "toward",
        "into",
        "on to",
        "through",
        "near",
        "off",
    }
)
_REACHING = frozenset(
    {
        "evacuate",
        "quit",
        "seize",
        "retake",
        "recapture",
        "occupy",
        "reach",
        "cross",
        "enter",
        "capture",
        "shell",
        "bomb",
        "besiege",
        "leave",
        "flee",
    }
)
_MOTION = frozenset(
    {
        "travel",
        "fly",
        "drive",
        "go",
        "arrive",
        "return",
        "leave",
        "head",
        "move",
        "march",
        "visit",
        "flee",
        "retreat",
        "advance",
        "sail",
        "come",
        "depart",
        "reach",
        "cross",
        "enter",
        "withdraw",
        "send",
        "bring",
        "redeploy",
        "evacuate",
        "quit",
        "hold",
        "seize",
        "retake",
        "recapture",
        "take",
        "occupy",
        "control",
        "deport",
        "shuttle",
        "capture",
        "shell",
        "bomb",
        "besiege",
    }
)
_OPENERS = frozenset(
    {
        "operation",
        "hurricane",
        "cyclone",
        "storm",
        "typhoon",
        "article",
        "resolution",
        "exercise",
        "chapter",
        "act",
        "annex",
        "battle",
        "treaty",
        "paragraph",
        "section",
        "law",
        "decree",
        "case",
        "phase",
        "article",
        "expo",
        "fig",
        "figure",
        "table",
        "cop",
    }
)


@dataclass(slots=True)
class Evidence:
    """Points for each kind."""

    points: dict[Kind, float] = field(default_factory=dict)

    def add(self, kind: Kind, points: float) -> None:
        """Add points for a kind."""
        self.points[kind] = self.points.get(kind, 0.0) + points

    def merge(self, other: "Evidence") -> None:
        """Add all points of another."""
        for kind, points in other.points.items():
            self.add(kind, points)

    def best(self) -> tuple[Kind, float, float]:
        """Return the leading kind, its points and its lead over the next."""
        ranked = sorted(self.points.items(), key=lambda item: (-item[1], str(item[0])))
        if not ranked:
            return NONE, 0.0, 0.0
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return ranked[0][0], ranked[0][1], ranked[0][1] - second


def core_keys(sequence: Sequence) -> tuple[str, ...]:
    """Return the folded words up to "of" or "for": where the head stands."""
    for index, key in enumerate(sequence.keys):
        if key in {"of", "for", "on", "to", "in"} and index:
            return sequence.keys[:index]
    return sequence.keys


def of_the_name(sequence: Sequence, words: NameWords) -> Evidence:
    """Judge a name by its own words; the same for all its mentions."""
    evidence = Evidence()
    key = sequence.key
    if key in country_names():
        evidence.add(PLACE, 9.0)
        return evidence
    if find_organization(sequence.text, key) is not None:
        evidence.add(ORGANIZATION, 6.0)
        return evidence
    if key in _DIRECTIONS:
        evidence.add(NONE, 9.0)
        return evidence
    core = core_keys(sequence)
    _by_heads(evidence, sequence, core, words)
    _by_gazetteer(evidence, key)
    if len(sequence.keys) == 1:
        text = sequence.text
        if text.isupper() and 2 <= len(text) <= 8 and not sequence.titlecase:
            evidence.add(ORGANIZATION, 2.5)
        elif any(c.isdigit() for c in text) and text[0].isupper():
            evidence.add(ORGANIZATION, 1.0)
    elif 2 <= len(sequence.units) <= 4 and not evidence.points:
        evidence.add(PERSON, 1.3)
    if len(sequence.keys) > 1 and sequence.keys[0].partition("-")[0] in given_names():
        evidence.add(PERSON, 1.7)
    if any(
        len(u.text.rstrip(".")) == 1 and u.text[0].isupper()
        for u in sequence.units[:-1]
    ):
        evidence.add(PERSON, 1.5)
    return evidence


def _by_heads(
    evidence: Evidence, sequence: Sequence, core: tuple[str, ...], words: NameWords
) -> None:
    first, last = core[0], core[-1]
    several = len(sequence.keys) > 1
    if (first in _OPENERS and several) or sequence.units[0].text in SHIP_PREFIXES:
        evidence.add(NONE, 8.0)
    if several and first in words.organization_openers:
        evidence.add(ORGANIZATION, 3.5)
    if last in words.not_entities:
        evidence.add(NONE, 5.0 if several else 3.0)
    if last in words.organizations:
        evidence.add(ORGANIZATION, 5.0 if several else 2.0)
    elif several and any(key in words.organizations for key in core[1:-1]):
        evidence.add(ORGANIZATION, 2.0)
    elif several and len(core) < len(sequence.keys) and first in words.organizations:
        evidence.add(ORGANIZATION, 4.0)
    if several and first in words.place_openers:
        evidence.add(PLACE, 1.7)
    if last in words.places:
        evidence.add(PLACE, 4.5 if several else 1.5)
    elif several and first in words.places:
        evidence.add(PLACE, 3.0)
    if (
        several
        and sequence.keys[-1] in words.organizations
        and last != sequence.keys[-1]
    ):
        evidence.add(ORGANIZATION, 1.5)
    if several and first in demonyms() and not evidence.points:
        evidence.add(ORGANIZATION, 1.0)


def _by_gazetteer(evidence: Evidence, key: str) -> None:
    place = places().get(key)
    if place is None:
        return
    if place.kind != "city":
        evidence.add(PLACE, 6.0)
    elif key in capitals():
        evidence.add(PLACE, 5.0)
    elif " " in key and place.population >= 50:
        evidence.add(PLACE, 3.5)
    elif place.population >= 300:
        evidence.add(PLACE, 3.0)
    elif place.population >= 60:
        evidence.add(PLACE, 2.0)
    else:
        evidence.add(PLACE, 1.2)


def of_the_context(
    sequence: Sequence,
    units: list[Unit],
    sentence: Sentence,
    titles: Items[TitlePhrase],
    starts: Mapping[int, int],
    words: NameWords,
) -> Evidence:
    """Judge one mention by what stands around it."""
    evidence = Evidence()
    if sequence.honorific is not None:
        evidence.add(PERSON, 9.0)
    if sequence.title is not None:
        evidence.add(PERSON, 7.0)
    _by_hint(evidence, sequence, sentence)
    _by_neighbours(evidence, sequence, units, words)
    _by_titles_around(evidence, sequence, units, titles, starts)
    _by_nouns_around(evidence, sequence, units, words)
    _by_syntax(evidence, sequence, units, sentence, words)
    return evidence


def _by_hint(evidence: Evidence, sequence: Sequence, sentence: Sentence) -> None:
    if sequence.titlecase:
        return
    token = sentence[sequence.units[-1].last]
    label = token.entity[2:]
    if label in _HINTS:
        kind, points = _HINTS[label]
        whole = sentence[sequence.units[0].first].entity[2:] == label
        evidence.add(kind, points if whole else points / 2)


def _by_neighbours(
    evidence: Evidence, sequence: Sequence, units: list[Unit], words: NameWords
) -> None:
    before = units[sequence.first - 1] if sequence.first else None
    further = units[sequence.first - 2] if sequence.first > 1 else None
    after = units[sequence.last + 1] if sequence.last + 1 < len(units) else None
    if before is not None:
        if before.key == "the":
            before_case = further
            evidence.add(PERSON, -2.5)
        else:
            before_case = before
        if before_case is not None and not before_case.capital:
            points = _PLACE_CASES.get(before_case.key, 0.0)
            if before_case is further:
                points /= 2
            elif points >= 3.0 and (after is None or not after.possessive):
                evidence.add(PERSON, -1.5)
            if points:
                evidence.add(PLACE, points)
            if (
                before_case.key == "of"
                and before_case is before
                and further is not None
                and further.key in _COMPASS
            ):
                evidence.add(PLACE, 6.0)
    if after is None:
        return
    if after.text == "," and sequence.last + 3 < len(units):
        age = units[sequence.last + 2]
        if (
            age.key.isdigit()
            and 15 < int(age.key) < 105
            and units[sequence.last + 3].text in {",", "."}
        ):
            evidence.add(PERSON, 4.0)
    if after.key in {"who", "whom", "whose"} or (
        after.text == ","
        and sequence.last + 2 < len(units)
        and units[sequence.last + 2].key in {"who", "whom"}
    ):
        evidence.add(PERSON, 3.0)
    if not after.capital and after.word:
        if after.key in words.describes and after.key not in words.places:
            evidence.add(ORGANIZATION, 3.5)
        elif after.key in _ORG_FOLLOWERS:
            evidence.add(ORGANIZATION, 2.5)
        elif after.key in _PLACE_FOLLOWERS or (
            after.key in words.places and after.key not in _NOT_FOLLOWERS
        ):
            evidence.add(PLACE, 3.0)
        elif after.taken:
            evidence.add(ORGANIZATION, 1.5)
            evidence.add(PERSON, -2.0)
    elif after.taken and after.capital and after.word:
        evidence.add(ORGANIZATION, 2.0)
        evidence.add(PLACE, 1.0)
        evidence.add(PERSON, -3.0)


def _by_titles_around(
    evidence: Evidence,
    sequence: Sequence,
    units: list[Unit],
    titles: Items[TitlePhrase],
    starts: Mapping[int, int],
) -> None:
    """ "X, the foreign minister" and "the foreign minister, X"."""
    for phrase in titles:
        if phrase.plural:
            continue
        gap = phrase.first - sequence.last - 1
        if 1 <= gap <= 5 and units[sequence.last + 1].text in {",", "(", "–", "—"}:
            between = units[sequence.last + 2 : phrase.first]
            if all(
                unit.key
                in {"the", "a", "an", "former", "its", "their", "his", "her", "acting"}
                or unit.possessive
                or unit.capital
                or unit.upos == "ADJ"
                for unit in between
            ):
                following = (
                    units[phrase.last + 1] if phrase.last + 1 < len(units) else None
                )
                names_next = following is not None and following.capital
                evidence.add(PERSON, 0.5 if names_next else 3.5)
        if phrase.last < sequence.first and sequence.key not in places():
            _by_title_before(evidence, sequence, units, phrase, starts)


def _by_title_before(
    evidence: Evidence,
    sequence: Sequence,
    units: list[Unit],
    phrase: TitlePhrase,
    starts: Mapping[int, int],
) -> None:
    """ "the head of the Mission, X", "Minister of Foreign Affairs of Y X"."""
    at = phrase.last + 1
    body = at < len(units) and units[at].key in {"of", "for", "on", "to"}
    if body:
        at += 1
        while at < sequence.first and (
            units[at].key in {"the", "its", "his", "her", "their"}
            or units[at].upos in {"ADJ", "NOUN"}
        ):
            if at in starts:
                break
            at += 1
        at = starts.get(at, at - 1) + 1 if at in starts else at
    if at + 2 < len(units) and units[at].text == "(":
        at += 3
    if at == sequence.first and body:
        evidence.add(PERSON, 6.0)
    elif (
        at < len(units) and units[at].text == "," and _reaches(units, at + 1, sequence)
    ):
        evidence.add(PERSON, 3.5)


def _reaches(units: list[Unit], at: int, sequence: Sequence) -> bool:
    return at <= sequence.first and all(
        unit.taken for unit in units[at : sequence.first]
    )


def _by_nouns_around(
    evidence: Evidence, sequence: Sequence, units: list[Unit], words: NameWords
) -> None:
    """ "the agency X", "the Front's radio station, X", "X, a traitor"."""
    at = sequence.first - 1
    if at >= 0 and units[at].text in {",", "“", '"', "«", "„", ":"}:
        comma = units[at].text == ","
        at -= 1
    else:
        comma = False
    if at >= 0 and units[at].word and not units[at].capital:
        noun = units[at].key
        if noun in words.things and not comma:
            evidence.add(NONE, 8.0)
        elif noun in words.describes and units[at].upos == "NOUN":
            evidence.add(ORGANIZATION, 2.5 if comma else 4.0)
        elif noun in words.humans and not units[at].taken and not comma:
            evidence.add(PERSON, 3.5)
    if sequence.last + 3 < len(units) and units[sequence.last + 1].text == ",":
        for unit in units[sequence.last + 2 : sequence.last + 6]:
            if (
                unit.key in words.humans
                and unit.upos in {"NOUN", "PROPN"}
                and not unit.taken
            ):
                evidence.add(PERSON, 3.0)
            if not unit.word or unit.upos not in {"DET", "ADJ", "NUM", "PRON"}:
                break
    _by_rule(evidence, sequence, units)


def _by_rule(evidence: Evidence, sequence: Sequence, units: list[Unit]) -> None:
    """ "the Ruler of X", "the ambassador to X", "the people of X", "X's army"."""
    at = sequence.first - 1
    if at >= 1 and units[at].key == "the":
        at -= 1
    if at >= 1 and units[at].key in {"of", "to"}:
        noun = units[at - 1].key
        if units[at].key == "of" and noun in _RULED:
            evidence.add(PLACE, 3.5)
        elif units[at].key == "of" and noun in _RANKS_OF:
            evidence.add(ORGANIZATION, 3.0)
        elif units[at].key == "to" and noun in {
            "ambassador",
            "envoy",
            "visit",
            "trip",
            "visits",
        }:
            evidence.add(PLACE, 3.0)
    after = sequence.last + 1
    if after + 1 < len(units) and units[after].possessive:
        if units[after + 1].key in _OF_STATES:
            evidence.add(PLACE, 2.0)


def _is_dateline(sequence: Sequence, units: list[Unit]) -> bool:
    """Tell whether a sentence opens with "Dilmara, Jan 30, DNA --"."""
    head = units[sequence.last + 1 : sequence.last + 14]
    if not head or head[0].text not in {",", "(", "–", "—", "-", "--", "/"}:
        return False
    marks = [unit.text for unit in head]
    dash = next((i for i, m in enumerate(marks) if m in {"–", "—", "--", "-"}), None)
    if dash is None:
        return False
    inside = head[:dash]
    return not inside or any(unit.key in MONTHS or unit.text == ")" for unit in inside)


def _by_syntax(
    evidence: Evidence,
    sequence: Sequence,
    units: list[Unit],
    sentence: Sentence,
    words: NameWords,
) -> None:
    inside = range(sequence.units[0].first, sequence.units[-1].last + 1)
    head = next((i for i in reversed(inside) if sentence[i].head not in inside), None)
    if head is None:
        return
    token = sentence[head]
    if token.deprel.startswith("nsubj") and token.head >= 0:
        verb = sentence[token.head]
        if verb.lemma.lower() in words.person_verbs:
            evidence.add(PERSON, 1.5 if len(sequence.keys) > 1 else 1.2)
            evidence.add(ORGANIZATION, 0.6)
        elif verb.upos == "VERB":
            evidence.add(PERSON, 0.4)
            evidence.add(ORGANIZATION, 0.4)
    if sequence.first == 0 and _is_dateline(sequence, units):
        evidence.add(PLACE, 5.0)
    if token.deprel in {"obl", "obj", "advmod"} and token.head >= 0:
        motion = sentence[token.head].lemma.lower()
        case = sentence.case_of(head)
        if motion in _MOTION and (case in _GOALS or (not case and motion in _REACHING)):
            evidence.add(PLACE, 2.5)
    if token.deprel in {"obj", "iobj"} and token.head >= 0:
        if sentence[token.head].lemma.lower() in {
            "meet",
            "receive",
            "tell",
            "thank",
            "greet",
            "appoint",
            "brief",
            "arrest",
            "invite",
            "congratulate",
            "accuse",
        }:
            evidence.add(PERSON, 1.5)
