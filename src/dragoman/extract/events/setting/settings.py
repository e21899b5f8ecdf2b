"""When and where an event takes place, from the phrases that hang on it.

A time or place counts only if the parse attaches it to the trigger, to a noun
that belongs to it, or to a clause that the trigger continues.
"""

from collections.abc import Collection, Iterable, Iterator

from dragoman.data.tables import country_names, fold_key
from dragoman.extract.clauses.nearby import clause_tokens, is_beside, within_phrase
from dragoman.extract.clauses.obliques import Oblique, find_obliques
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.setting.anchors import find_anchors
from dragoman.extract.events.setting.home import find_home
from dragoman.extract.events.setting.places import IN, Place, PlaceReader
from dragoman.extract.events.setting.sayings import find_sayings
from dragoman.extract.events.setting.sections import find_section_places
from dragoman.extract.events.setting.spots import (
    attendant,
    find_sittings,
    gripped,
    named_occasions,
    told_beside,
)
from dragoman.extract.events.triggers.sources import is_source
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import Sentence

_TWO = 2
LOCATIVES = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "on", "off", "within", "across"}
    | {"along", "throughout", "over", "above", "close to", "north of", "south of"}
    | {"east of", "west of", "next to", "opposite", "facing", "beside"}
)

_PLANNED = frozenset({"plan", "schedule", "set", "fix", "slate", "arrange", "foresee"})
_CALLED = frozenset({"call", "announce", "organise", "organize", "convene"})
_ON_PARTY = IN | {"of"}
# Over how much ground something happens: "arrested nine across Gao and Kidal".
_SPREAD = frozenset({"across", "throughout", "along", "around"})
# What is shot from the sky falls over a town.
_ALOFT = frozenset({"over", "above"})
_HIT = frozenset({"ASSAULT", "COERCE"})
# Events that are where they are aimed: "deployed troops to X", "blocked the road to X".
_AIMED = _HIT | {"MOBILIZE", "PROTEST", "AID", "RETREAT"}
_COURTS = frozenset({"court", "tribunal", "judge", "magistrate", "jury", "prosecutor"})
# Deeds that have their place, and what comes of them too.
# Of what they rule or stand for, wherever they are.
_RULERS = frozenset(
    {"government", "governor", "president", "king", "queen", "premier", "minister"}
    | {"people", "parliament", "state", "ambassador", "leader", "ruler", "emir"}
)
# "Due to clashes in Gao": why, not where.
_WHY = frozenset({"due to", "because of", "owing to", "despite"})
_GATHERED = _HIT | {"PROTEST", "CONSULT"}
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
# "the situation in Gaza" is what is talked about, not where.
_TOPICAL = frozenset(
    {"situation", "development", "war", "conflict", "crisis", "event", "violence"}
    | {"election", "ceasefire", "truce", "peace", "cooperation", "security", "issue"}
    | {"fighting", "escalation", "tension", "stability", "effort", "interest", "role"}
    | {"investment", "project", "presence", "policy", "question", "progress", "rise"}
)
_GREETING = frozenset({"welcome", "receive", "greet", "meet"})
_UPON = frozenset(
    {"island", "coast", "shore", "border", "campus", "front", "road", "bridge", "ridge"}
    | {"square", "street", "avenue", "highway", "motorway", "boulevard", "promenade"}
    | {"frontier", "escarpment", "axis", "frontline", "perimeter", "plain", "slope"}
    | {"beach", "hill", "hillside", "mountain", "river", "lake", "riverbank", "pier"}
    | {"waterfront", "outskirt", "plateau", "esplanade", "roundabout", "route", "ramp"}
)
# Ways are long: "took to the streets", "along a road" tell of no place.
_INTO = frozenset({"into", "to", "up to"})
_WAYS = frozenset({"street", "road", "highway", "avenue", "route", "motorway"})
# What lies along or on both sides of where something happens.
_ALONG = frozenset({"across", "along"})
# Where a crowd goes: "marched on the police headquarters".
_MARCHED = frozenset({"on", "to", "towards", "toward", "through", "past"})


class SettingReader(PlaceReader):
    """Reads times and places of events.

    Attributes:
        here: The place of each block of a report that goes place by place.
    """

    def __init__(self, reader: PartyReader) -> None:
        super().__init__(reader)
        self.here = find_section_places(self.document, self.annotations)

    def place(self, sentence: int, match: Match, filled: Filled) -> Place | None:
        """Return where an event took place: entity and name."""
        told = (*filled.places, *filled.called)
        found: Place | None = None
        if told:
            found = self.named_place(sentence, told[0])
            if found is None or found[0] is not None:
                return found
        for token in self._place_tokens(sentence, match, filled):
            place = self.named_place(sentence, token)
            if place is not None and (found is None or found[0] is None):
                found = place
        return (
            found
            or self._place_nearby(sentence, match)
            or self._place_of_saying(sentence, match)
            or self._place_at_hand(sentence, match)
            or self.landing(sentence, match)
            or self._aimed_at(sentence, match, filled)
            or self._named_site(sentence, match, filled)
            or find_home(self, sentence, match, filled)
        )

    def _aimed_at(self, sentence: int, match: Match, filled: Filled) -> Place | None:
        """Return the only town or region that an event is aimed at."""
        if match.trigger.type not in _AIMED:
            return None
        found = set()
        for token, part in filled.tokens:
            mention = self.reader.mention(sentence, token)
            if part == "actor" or mention is None or mention.schema is not Schema.PLACE:
                continue
            chain = self.annotations.chain_by_id[mention.chain]
            word = self.annotations.sentences[sentence][token].text
            if chain.name is None or "state" in chain.types or word not in chain.name:
                continue  # "U.S. embassy"
            found.add((chain.id, chain.name))
        return found.pop() if len(found) == 1 else None

    def landing(self, sentence: int, match: Match) -> Place | None:
        """Return where "Havel landed on Saturday" means: the place of its section."""
        tree = self.annotations.sentences[sentence]
        if match.trigger.frame.name == "thither":
            return self._named_before(sentence, match.head)
        if match.trigger.frame.name != "landing":
            return None
        return self._welcomed(sentence, match.head) or self.here.get(tree.block)

    def _welcomed(self, sentence: int, verb: int) -> Place | None:
        """Return where somebody "landed and was welcomed at the airport"."""
        tree = self.annotations.sentences[sentence]
        for greeting in tree.children(verb, "conj"):
            if tree[greeting].lemma.lower() not in _GREETING:
                continue
            for one in find_obliques(tree, greeting):
                place = self.named_place(sentence, one.token)
                if one.case in IN and place is not None and self.is_place(place):
                    return place
        return None

    def _named_before(self, sentence: int, verb: int) -> Place | None:
        """Return where "there" is: the last place that the sentence named to go to."""
        tree = self.annotations.sentences[sentence]
        for token in range(verb - 1, -1, -1):
            if tree.case_of(token) not in IN | {"to"}:
                continue
            mention = self.annotations.mention_headed(sentence, token)
            if mention is not None and mention.schema is Schema.PLACE:
                return self.named_place(sentence, token)
        return None

    def _named_site(self, sentence: int, match: Match, filled: Filled) -> Place | None:
        """Return a site with a name of its own: "seized the Palmera air base"."""
        if match.trigger.type not in _HIT | {"PROTEST", "RETREAT"}:
            return None
        tree = self.annotations.sentences[sentence]
        for token, part in filled.tokens:
            if part != "recipient":
                continue
            named = any(
                tree[child].upos == "PROPN"
                and fold_key(tree[child].text) not in country_names()
                for child in tree.children(token, "compound", "nmod:poss")
            )  # not "the US embassy"
            words = (token, *tree.children(token, "compound"))  # "a border post"
            if named and any(tree[w].lemma.lower() in self._sites for w in words):
                return self.named_place(sentence, token)
        return None

    def _place_nearby(self, sentence: int, match: Match) -> Place | None:
        """Return the only named place in the clause of an event, wherever it hangs."""
        tree = self.annotations.sentences[sentence]
        if is_beside(tree, match.head):  # "after a session behind doors in Gao"
            inside = within_phrase(tree, match.head)
            found = self._loose_places(sentence, match, inside)
            return found[0] if len(set(found)) == 1 else None
        found = self._loose_places(sentence, match, clause_tokens(tree, match.head))
        if not found:  # "was in Gao when a bomb went off, killing nine"
            outer = _interrupted(tree, match.head)
            if outer is None and match.trigger.type in _HIT:
                outer = told_beside(tree, match.head)
            if outer is not None and not self._is_of_one(tree, outer):
                tokens = clause_tokens(tree, outer)
                found = self._loose_places(sentence, match, tokens)
        return found[0] if len(set(found)) == 1 else None

    def _place_at_hand(self, sentence: int, match: Match) -> Place | None:
        """Return the place of what a victim did just then, or of the talks left."""
        tree = self.annotations.sentences[sentence]
        if match.trigger.type in _HIT:
            places = self._loose_places(sentence, match, attendant(tree, match))
            if len(set(places)) == 1:
                return places[0]
        for token in named_occasions(tree, match, self._occasions):
            place = self.town_named(sentence, token)
            if place is not None:
                return place
        return None

    def _place_of_saying(self, sentence: int, match: Match) -> Place | None:
        """Return where who acts was just then, or said what an act by words is."""
        tree = self.annotations.sentences[sentence]
        for saying in (*find_sittings(tree, match), *find_sayings(tree, match)):
            inside = within_phrase(tree, saying)
            places = self._loose_places(sentence, match, inside)
            if len(set(places)) == 1:
                return places[0]
        return None

    def _is_of_one(self, tree: Sentence, verb: int) -> bool:
        """Tell whether one person does it, who may be far from what happened then."""
        return any(
            tree[subject].upos in {"PROPN", "PRON"}
            or (
                tree[subject].tag == "NN"
                and tree[subject].lemma.lower() in self.reader.words["people"]
            )
            for subject in tree.children(verb, "nsubj", "nsubj:pass")
        )

    def _loose_places(
        self, sentence: int, match: Match, tokens: Iterable[int]
    ) -> list[Place]:
        """Return the named places among some words that may be those of an event."""
        tree = self.annotations.sentences[sentence]
        found: dict[int, Place] = {}
        for token in tokens:
            if is_source(tree, match.trigger.lemma, token):
                continue
            if tree.case_of(token) not in IN or not self._is_loose(sentence, token):
                continue
            if self.is_of_occasion(tree, token, match):
                continue
            place = self.named_place(sentence, token)
            if place is not None and place[0] is not None and self.is_place(place):
                found[token] = place
        # "on Victory Square in Gao": one place within the other
        return [p for token, p in found.items() if not _lies_in(tree, token, found)]

    def _is_loose(self, sentence: int, token: int) -> bool:
        """Tell whether a phrase can belong to the clause as well as to its noun."""
        tree = self.annotations.sentences[sentence]
        current = token
        venue = tree.case_of(token) == "at"  # "over a range of issues at the palace"
        while tree[current].deprel in {"nmod", "conj"}:
            current = tree[current].head
            mention = self.reader.annotations.mention_headed(sentence, current)
            named = mention is not None and mention.kind is MentionKind.NAME
            if named or (not venue and tree[current].lemma.lower() in _TOPICAL):
                return False
        if not tree[current].deprel.startswith("nsubj"):
            return tree.case_of(current) not in _WHY
        if tree[current].lemma.lower() in _COURTS:
            return True  # "a court in Gao ordered his release"
        # "A march in Gao ended with nine arrests": where the march was, they were.
        deeds = self.reader.ontology.nouns.get(tree[current].lemma.lower(), ())
        return any(one.type in _GATHERED for one in deeds)

    def _place_tokens(
        self, sentence: int, match: Match, filled: Filled
    ) -> Iterator[int]:
        tree = self.annotations.sentences[sentence]
        for anchor, before in find_anchors(tree, match):
            yield from self._on_anchor(sentence, match, anchor, before)
            yield from self._where(tree, anchor)
            yield from self._gripped(sentence, anchor)
            yield from _beyond(tree, anchor)
        for token, part in filled.tokens:
            force = match.trigger.type in _HIT
            # Who is kept from something is no place where that is done.
            hit = force and part != "actor" and match.trigger.mode != "ban"
            # "The militia of Gao attacked": whose it is, not where.
            titled = part == "actor" and tree[token].lemma.lower() in _RULERS
            cases = IN if (force and not hit) or titled else _ON_PARTY
            if match.trigger.type in _AIMED and part != "actor":
                cases |= _SPREAD | {"on", "off"}
                if match.trigger.mode == "heavy-weapons":
                    cases |= _ALOFT
                yield from self._between(sentence, token)
            for head in tree.conjuncts(token):
                yield from self._on_party(sentence, head, cases, hit=hit)

    def _gripped(self, sentence: int, anchor: int) -> Iterator[int]:
        for token in gripped(self.annotations.sentences[sentence], anchor):
            mention = self.reader.mention(sentence, token)
            if mention is not None and mention.schema is Schema.PLACE:
                yield token

    def _on_anchor(
        self, sentence: int, match: Match, anchor: int, before: int | None
    ) -> Iterator[int]:
        """Yield the places that hang on a word of the event."""
        tree = self.annotations.sentences[sentence]
        for one in find_obliques(tree, anchor):
            if self.inside_time(sentence, one.token):
                continue
            if self._is_aimed(sentence, match, anchor, one):
                yield one.token
            aloft = match.trigger.mode == "heavy-weapons" and one.case in _ALOFT
            if one.case not in LOCATIVES and not aloft:
                continue
            if before is not None and one.token >= before:
                continue
            if is_source(tree, match.trigger.lemma, one.token):
                continue
            case = "in" if aloft else one.case
            if self._is_located(sentence, one.token, case):
                yield one.token
            elif tree[one.token].lemma.lower() in self._occasions:
                yield from self._at_occasion(tree, one.token)

    def _is_aimed(self, sentence: int, match: Match, anchor: int, one: Oblique) -> bool:
        """Tell whether a phrase is where something goes, or is planned for."""
        lemma = self.annotations.sentences[sentence][anchor].lemma.lower()
        if one.case == "for" and lemma in _PLANNED:  # "planned for Gao on 9 June"
            return self.town_named(sentence, one.token) is not None
        if one.case == "for" and self._is_called_there(sentence, match, anchor, one):
            return True
        marched = self._is_marched_to(sentence, match, one)
        return marched or self._is_entered(sentence, match, one)

    def _is_called_there(
        self, sentence: int, match: Match, anchor: int, one: Oblique
    ) -> bool:
        """Tell where a crowd is called to: "called a march for Dam Square"."""
        tree = self.annotations.sentences[sentence]
        verbs = {tree[word].lemma.lower() for word in (anchor, tree[anchor].head)}
        if match.trigger.type != "PROTEST" or verbs.isdisjoint(_CALLED):
            return False
        mention = self.reader.mention(sentence, one.token)
        named = mention is not None and mention.schema is Schema.PLACE
        square = tree[one.token].upos == "PROPN" and (
            tree[one.token].lemma.lower() in self._sites
        )
        return named or square

    def _on_party(
        self, sentence: int, token: int, cases: frozenset[str], *, hit: bool
    ) -> Iterator[int]:
        """Yield places told with a party: "met officials in Rome"."""
        tree = self.annotations.sentences[sentence]
        own = self.reader.mention(sentence, token)
        inner = [
            deep
            for child in tree.children(token, "nmod")
            if own is None and tree.case_of(child) == "of"
            for deep in find_obliques(tree, child)
            if deep.case in IN
        ]
        inner += [  # "the ferry Ana Ruiz off Osk"
            deep
            for child in tree.children(token, "appos")
            if own is None and tree[child].upos == "PROPN"
            for deep in find_obliques(tree, child)
            if deep.case == "off"
        ]
        for one in (*find_obliques(tree, token), *inner):
            if one.case not in (cases if own is None else cases - {"of"}):
                continue
            place = self.named_place(sentence, one.token)
            if one.case == "on" and tree[one.token].lemma.lower() not in _UPON:
                continue
            if one.case == "of" and place is not None and place[0] is None:
                continue  # "two clerks of the ministry": whose they are
            seat = one.case in {"at", "inside"} and own is None
            if place is not None and (seat or self.is_place(place)):
                yield one.token
        yield from _beyond(tree, token)
        for clause in tree.children(token, "acl:relcl"):  # "who was in Rome"
            if tree.child(clause, "cop") is not None and tree.case_of(clause) in IN:
                yield clause
        if hit and own is not None and own.schema is Schema.PLACE:
            yield token

    def _between(self, sentence: int, token: int) -> Iterator[int]:
        """Yield the first of two towns: "ambushed a column between Gao and Ansongo"."""
        tree = self.annotations.sentences[sentence]
        for one in find_obliques(tree, token):
            towns = [self.town_named(sentence, t) for t in tree.conjuncts(one.token)]
            if one.case == "between" and len(towns) == _TWO and None not in towns:
                yield one.token

    def _is_marched_to(self, sentence: int, match: Match, one: Oblique) -> bool:
        """Tell whether a phrase is where a crowd went: "a march to the embassy"."""
        if match.trigger.mode != "demo" or one.case not in _MARCHED:
            return False
        mention = self.reader.mention(sentence, one.token)
        if mention is not None:
            return mention.schema is Schema.PLACE
        noun = self.annotations.sentences[sentence][one.token].lemma.lower()
        return noun in self._sites - _WAYS

    def _is_entered(self, sentence: int, match: Match, one: Oblique) -> bool:
        """Tell whether a phrase is where troops went: "marched into Gao"."""
        if match.trigger.mode != "troops" or one.case not in _INTO:
            return False
        if one.case == "up to":  # "is moving a battalion up to Gao"
            return self.town_named(sentence, one.token) is not None
        tree = self.annotations.sentences[sentence]
        if one.case == "to":  # "moved to its border with Chad", not "sent to Chad"
            named = any(tree[t].upos == "PROPN" for t in tree.subtree(one.token))
            return named and tree[one.token].lemma.lower() in _UPON
        place = self.named_place(sentence, one.token)
        return place is not None and self.is_place(place)

    def _at_occasion(self, tree: Sentence, noun: int) -> Iterator[int]:
        """Yield the place of "at the summit in Rome"."""
        for one in find_obliques(tree, noun):
            if one.case in IN:
                yield one.token

    @property
    def _occasions(self) -> frozenset[str]:
        return self.reader.words["meeting_nouns"]

    def _is_located(self, sentence: int, token: int, case: str) -> bool:
        """Tell whether a phrase names a place, or a body at whose seat one meets."""
        mention = self.reader.mention(sentence, token)
        tree = self.annotations.sentences[sentence]
        if mention is None and case not in IN:
            lemma = tree[token].lemma.lower()
            along = case in _ALONG and lemma not in _WAYS
            return lemma in _UPON and (case == "on" or along)
        if mention is None:
            unknown = tree[token].upos == "PROPN" and tree[token].text[:1].isupper()
            return unknown or tree[token].lemma.lower() in self._sites
        if mention.schema is Schema.PLACE:
            chain = self.annotations.chain_by_id[mention.chain]
            # "talks on Libya": what they are about
            return case != "over" and not (case == "on" and "state" in chain.types)
        return mention.schema is Schema.ORGANIZATION and case in {"at", "inside"}

    def _where(self, tree: Sentence, verb: int) -> Iterator[int]:
        if tree.child(verb, "cop") is not None and tree.case_of(verb) in IN:
            yield verb  # "is in Rome for talks"
        current = verb
        while tree[current].deprel == "xcomp":
            current = tree[current].head
        if tree[current].deprel not in {"acl:relcl", "acl"}:
            return
        below = (*tree.children(verb, "advmod"), *tree.children(current, "advmod"))
        if any(tree[child].text.lower() == "where" for child in below):
            head = tree[current].head
            yield head
            if tree[head].lemma.lower() in self.reader.words["visit_nouns"]:
                yield from (
                    one.token
                    for one in find_obliques(tree, head)
                    if one.case in IN | {"to"}
                )


def _beyond(tree: Sentence, head: int) -> Iterator[int]:
    """Yield X of "hit a camp north of X", wherever the parser hung "north"."""
    for child in tree.children(head, "advmod", "obl", "obj", "compound", "nmod"):
        direction = tree[child].lemma.lower()
        if direction.removesuffix("-west").removesuffix("-east") in _DIRECTIONS:
            for inner in tree.children(child, "obl", "nmod"):
                if tree.case_of(inner) == "of":
                    yield inner


def _interrupted(tree: Sentence, verb: int) -> int | None:
    """Return what went on when something happened: "they were there when it burst"."""
    current = verb
    while tree[current].upos == "VERB" and (
        tree[current].deprel == "conj"
        or (tree[current].deprel == "advcl" and tree[current].tag == "VBG")
    ):
        current = tree[current].head  # "..., killing nine"
    token = tree[current]
    if token.deprel != "advcl" or token.head > current:
        return None
    marks = {tree[child].text.lower() for child in tree.children(current, "advmod")}
    return token.head if "when" in marks else None


def _lies_in(tree: Sentence, token: int, others: Collection[int]) -> bool:
    """Tell whether a place hangs on another one."""
    current = tree[token].head
    while current >= 0:
        if current in others:
            return True
        current = tree[current].head
    return False
