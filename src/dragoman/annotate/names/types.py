"""What a capitalised sequence names: evidence from its words.

What stands around it is judged in ``names.context``. Every sequence collects points
for person, organisation, place and for no entity at all. The points of all mentions
of one name in the document are added, so that one clear mention decides for the
others.
"""

from dataclasses import dataclass, field

from dragoman.annotate.encoder.case import common_words
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles_inside import CAPITAL_LINKS, SHIP_PREFIXES
from dragoman.data.tables import (
    NameWords,
    all_given_names,
    capitals,
    country_names,
    demonyms,
    find_organization,
    places,
)
from dragoman.model.annotation import Schema
from dragoman.text.names import PARTICLES

PERSON, ORGANIZATION, PLACE = Schema.PERSON, Schema.ORGANIZATION, Schema.PLACE
NONE = "none"
Kind = Schema | str
_ARTICLES = ("al-", "ul-", "ur-", "el-", "ash-", "as-", "an-", "ar-", "ad-", "at-")
# "House of Commons"
_CHAMBERS = frozenset({"house", "chamber"})
_LEGAL_FORMS = frozenset(
    {"Co.", "Corp.", "Inc.", "Ltd.", "Inc", "Ltd", "Corp", "LLC", "LLP", "PLC", "Plc",
     "GmbH", "B.V.", "N.V.", "Bros."}
)  # fmt: skip
# Plural articles of Spanish, before what people call themselves.
_GANGS = frozenset({"los", "las"})
_DEITIES = frozenset({"god", "allah", "almighty", "jehovah", "yahweh"})


@dataclass(slots=True)
class Evidence:
    """Points for each kind.

    Attributes:
        points: By kind.
        strong: Whether something speaks for a person, not for a name alone.
    """

    points: dict[Kind, float] = field(default_factory=dict)
    strong: bool = False

    def add(self, kind: Kind, points: float) -> None:
        """Add points for a kind."""
        self.points[kind] = self.points.get(kind, 0.0) + points

    def merge(self, other: "Evidence") -> None:
        """Add all points of another."""
        for kind, points in other.points.items():
            self.add(kind, points)
        self.strong = self.strong or other.strong

    def best(self) -> tuple[Kind, float, float]:
        """Return the leading kind, its points and its lead over the next."""
        ranked = sorted(self.points.items(), key=lambda item: (-item[1], str(item[0])))
        if not ranked:
            return NONE, 0.0, 0.0
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return ranked[0][0], ranked[0][1], ranked[0][1] - second


def of_the_hint(sequence: Sequence) -> tuple[Kind, float]:
    """Return what the reading model says of one mention, and how much it weighs.

    Words that it has never seen it takes for surnames where they stand alone; so a
    single word needs more than that.
    """
    if sequence.hint is not None:
        if not sequence.agreed:
            return sequence.hint, 2.5
        if len(sequence.keys) > 1:
            unheard = sequence.hint is PLACE and sequence.key not in places()
            return sequence.hint, 3.5 if unheard else 5.0
        surname = sequence.hint is PERSON and sequence.key not in all_given_names()
        return sequence.hint, 3.0 if surname else 4.0
    if len(sequence.keys) == 1 and sequence.key in common_words():
        # "Nice people": there is a city, but the model saw the word in its place.
        return NONE, 4.0
    return NONE, 3.0 if sequence.inside else 1.0


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
        evidence.add(PLACE, 20.0)
        return evidence
    if find_organization(sequence.text, key) is not None:
        evidence.add(ORGANIZATION, 12.0)
        return evidence
    if key in words.context["no_names"]:
        evidence.add(NONE, 9.0)
        return evidence
    core = core_keys(sequence)
    _by_heads(evidence, sequence, core, words)
    _by_heads_of_places(evidence, sequence, core, words)
    _by_gazetteer(evidence, key)
    _by_shape(evidence, sequence)
    if len(core) > 1 and words.context["inside_organizations"].intersection(core):
        evidence.add(ORGANIZATION, 2.0)
    if any(unit.text in CAPITAL_LINKS for unit in sequence.units[1:-1]):
        evidence.add(ORGANIZATION, 5.0)  # "Witness Without Borders"
    return evidence


def _by_shape(evidence: Evidence, sequence: Sequence) -> None:
    text, units = sequence.text, sequence.units
    if len(sequence.keys) == 1:
        if text.isupper() and 2 <= len(text) <= 8 and not sequence.titlecase:
            evidence.add(ORGANIZATION, 2.5)
        elif any(c.isdigit() for c in text) and text[0].isupper():
            evidence.add(ORGANIZATION, 1.0)
        elif text.istitle() and sequence.key in all_given_names():
            evidence.add(PERSON, 1.0)
        return
    if 2 <= len(units) <= 4 and not evidence.points:
        evidence.add(PERSON, 1.3)
    if sequence.keys[0].partition("-")[0] in all_given_names():
        evidence.add(PERSON, 1.7)
    if any(len(u.text.rstrip(".")) == 1 and u.text[0].isupper() for u in units[:-1]):
        evidence.add(PERSON, 1.5)


def _by_heads(
    evidence: Evidence, sequence: Sequence, core: tuple[str, ...], words: NameWords
) -> None:
    first, last = core[0], core[-1]
    several = len(sequence.keys) > 1
    opens = several and first in words.context["no_entity_openers"]
    opens = opens or (not several and first in _DEITIES)
    if opens or sequence.units[0].text in SHIP_PREFIXES:
        evidence.add(NONE, 8.0)
    if last in words.not_entities:
        evidence.add(NONE, 5.0 if several else 3.0)
    if last in words.organizations:
        evidence.add(ORGANIZATION, 6.0 if several else 2.0)
    if several and sequence.units[-1].text in _LEGAL_FORMS:
        evidence.add(ORGANIZATION, 9.0)  # "Philip Ray Co." is nobody's name
    if not several:
        return
    _by_opener(evidence, sequence, words)
    if last not in words.organizations:
        if any(key in words.organizations for key in core[1:-1]):
            evidence.add(ORGANIZATION, 2.0)
        elif len(core) < len(sequence.keys) and first in words.organizations:
            evidence.add(ORGANIZATION, 4.0)
    if sequence.keys[-1] in words.organizations and last != sequence.keys[-1]:
        evidence.add(ORGANIZATION, 1.5)


def _by_opener(evidence: Evidence, sequence: Sequence, words: NameWords) -> None:
    first, second = sequence.keys[:2]
    if _is_press(sequence, words):
        # More than the model and a verb say: it takes foreign words for surnames.
        evidence.add(ORGANIZATION, 8.5)
    elif first in _GANGS and sequence.key not in places():
        evidence.add(ORGANIZATION, 6.0)  # "Los Tiguerones"
    elif first in words.organization_openers:
        # "Liwa al-Qasim", "Jamaat Ansar al-Nahr" look like persons.
        foreign = second.startswith(_ARTICLES) or second in words.organization_openers
        unheard = first not in all_given_names()
        evidence.add(ORGANIZATION, 8.0 if foreign and unheard else 3.5)


def _is_press(sequence: Sequence, words: NameWords) -> bool:
    """Tell whether "Radyo Kutawato", "Vecernji Glas" are meant, not "Jorge Glas"."""
    outer = {sequence.keys[0], sequence.keys[-1]}
    names = set(sequence.keys) - PARTICLES  # "Voz del Valle"
    return not words.context["press_words"].isdisjoint(outer) and (
        all_given_names().keys().isdisjoint(names)
    )


def _by_heads_of_places(
    evidence: Evidence, sequence: Sequence, core: tuple[str, ...], words: NameWords
) -> None:
    first, last = core[0], core[-1]
    several = len(sequence.keys) > 1
    if several and first in _CHAMBERS and sequence.keys[1] == "of":
        evidence.add(ORGANIZATION, 3.0)
        return
    if several and first in words.place_openers:
        evidence.add(PLACE, 1.7)
    if last in words.places:
        evidence.add(PLACE, 4.5 if several else 1.5)
    elif several and first in words.places:
        evidence.add(PLACE, 3.0)
    if several and first in words.organization_openers:
        evidence.add(PLACE, -3.0)
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
