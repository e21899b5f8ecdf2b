"""When and where an event takes place, from the phrases that hang on it.

A time or place counts only if the parse attaches it to the trigger, to a noun
that belongs to it, or to a clause that the trigger continues.
"""

from collections.abc import Iterator

from dragoman.data.tables import countries, country_names, demonyms, fold_key
from dragoman.extract.events_clause import DAYS, find_obliques
from dragoman.extract.events_draft import Filled
from dragoman.extract.events_later import time_of_later
from dragoman.extract.events_nearby import clause_tokens, is_beside, told_by_when
from dragoman.extract.events_parties import PartyReader
from dragoman.extract.events_seats import capital_before
from dragoman.extract.events_triggers import Match
from dragoman.model.annotation import MentionKind, Schema, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.syntax import Sentence

LOCATIVES = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "on", "off", "within", "across"}
    | {"along", "throughout", "over", "above", "close to", "north of", "south of"}
    | {"east of", "west of", "next to"}
)
_VERBAL = frozenset({"VERB", "AUX"})
_IN = frozenset({"in", "at", "inside", "outside", "within", "near"})
_NOMINAL_RELATIONS = frozenset({"compound", "nmod", "nummod", "appos", "flat", "conj"})
_SHARED_OCCASIONS = frozenset({"during", "at", "in", "on"})

_HIT = frozenset({"ASSAULT", "COERCE"})

Place = tuple[str | None, str]


class SettingReader:
    """Reads times and places of events."""

    def __init__(self, reader: PartyReader) -> None:
        self.reader = reader
        self.document = reader.document
        self.annotations = reader.annotations
        self._times = self._by_sentence()

    def _by_sentence(self) -> dict[int, list[tuple[TimeExpression, int]]]:
        found: dict[int, list[tuple[TimeExpression, int]]] = {}
        for time in self.annotations.times:
            if time.kind not in {"DATE", "TIME"}:
                continue
            sentence = self.annotations.sentence_at(time.start)
            if sentence is None:
                continue
            head = self.annotations.sentences[sentence].head_of(time.start, time.end)
            if head is not None:
                found.setdefault(sentence, []).append((time, head))
        return found

    def inside_time(self, sentence: int, token: int) -> bool:
        """Tell whether a token is part of a time expression."""
        word = self.annotations.sentences[sentence][token]
        return word.text in DAYS or any(
            time.start <= word.start and word.end <= time.end
            for time, _ in self._times.get(sentence, ())
        )

    # -- time ------------------------------------------------------------------

    def time(self, sentence: int, match: Match) -> Time | None:
        """Return when an event took place, as attached in its sentence."""
        times = self._times.get(sentence)
        if not times:
            return None
        tree = self.annotations.sentences[sentence]
        above = tree[match.head].head
        if tree[match.head].deprel == "acl:relcl":
            for time, _ in times:
                word = tree[above]
                if time.start <= word.start and word.end <= time.end:
                    return time.time
        if (since := told_by_when(tree, match.head, times)) is not None:
            return since.time
        governed = [(time, _governor(tree, head)) for time, head in times]
        for anchor, before in _anchors(tree, match):
            for time, governor in governed:
                if governor != anchor:
                    continue
                if before is not None and time.start >= tree[before].start:
                    continue
                return time.time
        return self._time_nearby(tree, match, times)

    def _time_nearby(
        self, tree: Sentence, match: Match, times: list[tuple[TimeExpression, int]]
    ) -> Time | None:
        """Return the only time in the clause of an event, wherever it hangs."""
        if is_beside(tree, match.head):
            return None
        clause = set(clause_tokens(tree, match.head))
        found = [
            time
            for time, head in times
            if head in clause and _is_day(time) and not _is_of_another(tree, head)
        ]
        return found[0].time if len(found) == 1 else None

    def time_of_later(self, sentence: int, token: int) -> Time | None:
        """Return the time right before a phrase: "and, two days later, with B"."""
        tree = self.annotations.sentences[sentence]
        found = time_of_later(tree, token, self._times.get(sentence, ()))
        return None if found is None else found.time

    def has_time(self, sentence: int, head: int) -> bool:
        """Tell whether the clause of a trigger holds any date or time."""
        times = self._times.get(sentence)
        if not times:
            return False
        tree = self.annotations.sentences[sentence]
        clause = set(clause_tokens(tree, head))
        return any(
            token in clause and not _is_of_another(tree, token) for _, token in times
        )

    # -- place -----------------------------------------------------------------

    def place(self, sentence: int, match: Match, filled: Filled) -> Place | None:
        """Return where an event took place: entity and name."""
        if filled.places:
            return self.named_place(sentence, filled.places[0])
        found: Place | None = None
        for token in self._place_tokens(sentence, match, filled):
            place = self.named_place(sentence, token)
            if place is not None and (found is None or found[0] is None):
                found = place
        return found or self._place_nearby(sentence, match)

    def _place_nearby(self, sentence: int, match: Match) -> Place | None:
        """Return the only named place in the clause of an event, wherever it hangs."""
        tree = self.annotations.sentences[sentence]
        found: list[Place] = []
        if is_beside(tree, match.head):
            return None
        for token in clause_tokens(tree, match.head):
            if tree.case_of(token) not in _IN or not self._is_loose(sentence, token):
                continue
            place = self.named_place(sentence, token)
            if place is not None and place[0] is not None and self._is_place(place):
                found.append(place)
        return found[0] if len(set(found)) == 1 else None

    def _is_loose(self, sentence: int, token: int) -> bool:
        """Tell whether a phrase can belong to the clause as well as to its noun."""
        tree = self.annotations.sentences[sentence]
        current = token
        while tree[current].deprel in {"nmod", "conj"}:
            current = tree[current].head
            mention = self.reader.annotations.mention_headed(sentence, current)
            named = mention is not None and mention.kind is MentionKind.NAME
            if named or tree[current].lemma.lower() in _TOPICAL:
                return False
        return not tree[current].deprel.startswith("nsubj")

    def named_place(self, sentence: int, token: int) -> Place | None:
        """Return a phrase as a place: its entity if it is named, and its words."""
        tree = self.annotations.sentences[sentence]
        if self.inside_time(sentence, token):
            return None
        if tree[token].lemma.lower() in _PARTS:  # "in front of the consulate"
            for child in tree.children(token, "nmod"):
                return self.named_place(sentence, child)
        mention = self.reader.mention(sentence, token)
        if mention is None:
            return self._unnamed_place(sentence, token)
        if mention.schema is Schema.PERSON:
            return self._inner_place(sentence, token)
        if mention.schema is Schema.WORK:
            return None
        chain = self.annotations.chain_by_id[mention.chain]
        capital = self._capital(tree, token)
        if capital is not None:
            return capital
        if chain.name is None or chain.members:
            return self._inner_place(sentence, token) or (None, mention.text)
        return chain.id, chain.name

    def _unnamed_place(self, sentence: int, token: int) -> Place | None:
        """Return a place that is no mention: by a name in it, or by its words."""
        found = (
            self._capital(self.annotations.sentences[sentence], token)
            or self._inner_place(sentence, token)
            or self._nested(sentence, token)
            or self._named_part(sentence, token)
        )
        if found is not None:
            return found
        tree = self.annotations.sentences[sentence]
        if tree[token].lemma.lower() in self._sites or tree[token].upos == "PROPN":
            start, end = tree.extent(token, without=_BARE)
            return None, self.document.text[start:end]
        return None

    def _capital(self, tree: Sentence, token: int) -> Place | None:
        """Return the city that "the Togolese capital" is, if the document names it."""
        if tree[token].lemma.lower() != "capital":
            return None
        for child in tree.children(token, "amod", "compound", "nmod:poss"):
            key = fold_key(tree[child].text)
            code = demonyms().get(key) or country_names().get(key)
            if code is None:
                continue
            names = {fold_key(name) for name in countries()[code].capitals}
            for chain in self.annotations.chains:
                if chain.schema is not Schema.PLACE or chain.name is None:
                    continue
                if fold_key(chain.name) in names:
                    return chain.id, chain.name
        if tree.children(token, "amod", "compound", "nmod:poss", "nmod"):
            return None
        return capital_before(self.annotations, tree.start)

    def _nested(self, sentence: int, token: int) -> Place | None:
        """Return the named place of an unnamed one: "the office in Yongsan"."""
        tree = self.annotations.sentences[sentence]
        for one in find_obliques(tree, token):
            mention = self.reader.mention(sentence, one.token)
            if one.case in _IN and mention is not None:
                chain = self.annotations.chain_by_id[mention.chain]
                if mention.schema is Schema.PLACE and chain.name is not None:
                    return chain.id, chain.name
        return None

    def _named_part(self, sentence: int, token: int) -> Place | None:
        """Return the place in an unnamed one's name: "the Hsenwi railway bridge"."""
        tree = self.annotations.sentences[sentence]
        for child in tree.children(token, "compound"):
            mention = self.annotations.mention_headed(sentence, child)
            if mention is not None and mention.schema is Schema.PLACE:
                chain = self.annotations.chain_by_id[mention.chain]
                if chain.name is not None:
                    return chain.id, chain.name
        return None

    @property
    def _sites(self) -> frozenset[str]:
        return self.reader.words["sites"]

    def _inner_place(self, sentence: int, token: int) -> Place | None:
        """Return X of "the city of X", "the border town X"."""
        tree = self.annotations.sentences[sentence]
        if tree[token].lemma.lower() not in self._sites:
            return None
        for child in tree.children(token, "nmod", "appos"):
            if tree[child].deprel == "nmod" and tree.case_of(child) != "of":
                continue
            mention = self.annotations.mention_headed(sentence, child)
            if mention is None and tree[child].upos == "PROPN":
                start, end = tree.extent(child, without=_BARE)
                return None, self.document.text[start:end]
            if mention is not None and mention.schema is Schema.PLACE:
                chain = self.annotations.chain_by_id[mention.chain]
                if chain.name is not None:
                    return chain.id, chain.name
        return None

    def _place_tokens(
        self, sentence: int, match: Match, filled: Filled
    ) -> Iterator[int]:
        tree = self.annotations.sentences[sentence]
        for anchor, before in _anchors(tree, match):
            for one in find_obliques(tree, anchor):
                if one.case not in LOCATIVES or self.inside_time(sentence, one.token):
                    continue
                if before is not None and one.token >= before:
                    continue
                if self._is_located(sentence, one.token, one.case):
                    yield one.token
                elif tree[one.token].lemma.lower() in self._occasions:
                    yield from self._at_occasion(tree, one.token)
            yield from self._where(tree, anchor)
        for token, part in filled.tokens:
            hit = match.trigger.type in _HIT and part != "actor"
            for head in tree.conjuncts(token):
                yield from self._on_party(sentence, head, hit=hit)

    def _on_party(self, sentence: int, token: int, *, hit: bool) -> Iterator[int]:
        """Yield places told with a party: "met officials in Rome"."""
        tree = self.annotations.sentences[sentence]
        own = self.reader.mention(sentence, token)
        inner = [
            deep
            for child in tree.children(token, "nmod")
            if own is None and tree.case_of(child) == "of"
            for deep in find_obliques(tree, child)
            if deep.case in _IN
        ]
        for one in (*find_obliques(tree, token), *inner):
            if not (one.case in _IN or (own is None and one.case == "of")):
                continue
            place = self.named_place(sentence, one.token)
            seat = one.case in {"at", "inside"} and own is None
            if place is not None and (seat or self._is_place(place)):
                yield one.token
        for clause in tree.children(token, "acl:relcl"):  # "who was in Rome"
            if tree.child(clause, "cop") is not None and tree.case_of(clause) in _IN:
                yield clause
        if hit and own is not None and own.schema is Schema.PLACE:
            yield token

    def _is_place(self, place: Place) -> bool:
        entity = place[0]
        if entity is None:
            last = place[1].rpartition(" ")[2]
            return last[:1].isupper() or last.lower() in self._sites
        return self.annotations.chain_by_id[entity].schema is Schema.PLACE

    def _at_occasion(self, tree: Sentence, noun: int) -> Iterator[int]:
        """Yield the place of "at the summit in Rome"."""
        for one in find_obliques(tree, noun):
            if one.case in _IN:
                yield one.token

    @property
    def _occasions(self) -> frozenset[str]:
        return self.reader.words["meeting_nouns"]

    def _is_located(self, sentence: int, token: int, case: str) -> bool:
        """Tell whether a phrase names a place, or a body at whose seat one meets."""
        mention = self.reader.mention(sentence, token)
        tree = self.annotations.sentences[sentence]
        if mention is None and case not in _IN:
            return case == "on" and tree[token].lemma.lower() in _UPON
        if mention is None:
            unknown = tree[token].upos == "PROPN" and tree[token].text[:1].isupper()
            return unknown or tree[token].lemma.lower() in self._sites
        if mention.schema is Schema.PLACE:
            return case != "over"
        return mention.schema is Schema.ORGANIZATION and case in {"at", "inside"}

    def _where(self, tree: Sentence, verb: int) -> Iterator[int]:
        current = verb
        while tree[current].deprel == "xcomp":
            current = tree[current].head
        if tree[current].deprel != "acl:relcl":
            return
        below = (*tree.children(verb, "advmod"), *tree.children(current, "advmod"))
        if any(tree[child].text.lower() == "where" for child in below):
            yield tree[current].head


# "the situation in Gaza" is what is talked about, not where.
_TOPICAL = frozenset(
    {"situation", "development", "war", "conflict", "crisis", "event", "violence"}
    | {"election", "ceasefire", "truce", "peace", "cooperation", "security", "issue"}
    | {"fighting", "escalation", "tension", "stability", "effort", "interest", "role"}
    | {"investment", "project", "presence", "policy", "question", "progress", "rise"}
)
_PARTS = frozenset({"front", "vicinity", "heart", "outskirt", "middle", "back"})
_UPON = frozenset({"island", "coast", "shore", "border", "campus", "front", "road"})
_SETTING = frozenset(
    {"schedule", "plan", "set", "due", "be", "open", "hold", "take", "slate", "begin"}
    | {
        "target",
        "kill",
        "hit",
        "strike",
        "wound",
        "destroy",
        "start",
        "run",
        "last",
        "expect",
        "convene",
        "occur",
        "fix",
        "foresee",
        "envisage",
        "host",
    }
)
_ROUNDS = frozenset(
    {"cycle", "round", "series", "session", "set", "day", "phase", "leg"}
)
_BARE = frozenset({"acl", "appos", "conj", "cc", "parataxis", "punct", "case"})


def _is_of_another(tree: Sentence, token: int) -> bool:
    """Tell whether a time is of something else: "since the 2021 Rome summit"."""
    current = token
    while tree[current].deprel in _NOMINAL_RELATIONS and tree[current].head >= 0:
        if tree.case_of(current) == "since":
            return True
        current = tree[current].head
    return tree.case_of(current) == "since"


def _is_day(time: TimeExpression) -> bool:
    return time.time is not None


def _governor(tree: Sentence, token: int) -> int:
    """Return what a time hangs on, out of the names that the parser put it in."""
    current = token
    above = tree[token].head
    if tree[token].deprel == "obl:npmod" and above >= 0:  # "met the envoy, Lee, today"
        while tree[above].upos in {"PROPN", "NOUN"} and tree[above].head >= 0:
            above = tree[above].head
        return above
    while tree[current].deprel in _NOMINAL_RELATIONS and tree[current].head >= 0:
        above = tree[current].head
        if tree[current].deprel == "nmod" or tree[above].upos not in {"NUM", "PROPN"}:
            return above
        current = above
    above = tree[current].head
    while above >= 0 and tree[above].upos == "ADV" and tree[above].deprel == "advmod":
        above = tree[above].head  # "shortly after noon"
    return above


def _anchors(tree: Sentence, match: Match) -> Iterator[tuple[int, int | None]]:
    """Yield tokens whose times and places are those of the event.

    The second value is set where only what stands before that token counts: in
    "On Monday he met A and signed B", Monday holds for both.
    """
    yield match.head, None
    noun = match.head if match.clause is None else match.noun
    if noun is not None:
        if noun != match.head:
            yield noun, None
        yield from ((child, None) for child in _schedules(tree, noun))
    current = match.head
    before: int | None = None
    for _ in range(6):
        relation = tree[current].deprel
        head = _shared(tree, current)
        if head is None:
            return
        if relation == "conj":
            before = head if before is None else min(before, head)
        yield head, before
        if relation in {"nsubj", "nsubj:pass"}:  # "the meeting is due to open in Rome"
            yield from ((child, None) for child in tree.children(head, "xcomp"))
        current = head


def _shared(tree: Sentence, current: int) -> int | None:
    """Return what governs a word and shares its time and place, if anything does."""
    token = tree[current]
    if token.head < 0:
        return None
    if token.deprel in {"acl:relcl", "advcl"} and _is_where(tree, current):
        # "On Monday he was in Rome, where he met Lee": up to the outer predicate
        head = token.head
        while token.deprel == "acl:relcl" and tree[head].head >= 0:
            if tree[head].upos in _VERBAL or tree.child(head, "cop") is not None:
                break
            head = tree[head].head
        return head
    return token.head if token.deprel == "conj" or _continues(tree, current) else None


def _is_where(tree: Sentence, verb: int) -> bool:
    return any(
        tree[child].text.lower() == "where" for child in tree.children(verb, "advmod")
    )


def _schedules(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield clauses that set time and place: "talks due to open in Rome on Monday"."""
    for child in tree.subtree(noun):
        if tree[child].deprel not in {"acl", "acl:relcl", "amod"}:
            continue
        if tree[child].lemma.lower() in _SETTING and child > noun:
            yield child
            yield from tree.children(child, "xcomp")
    above = tree[noun].head
    if above >= 0 and tree[noun].deprel == "nmod" and tree[above].lemma in _ROUNDS:
        yield above
        yield from _schedules(tree, above)


def _continues(tree: Sentence, current: int) -> bool:
    """Tell whether a word shares time and place with what governs it."""
    token = tree[current]
    if token.upos in {"VERB", "AUX"}:
        marks = {tree[child].text.lower() for child in tree.children(current, "mark")}
        if token.deprel == "xcomp":
            return True
        return token.deprel == "advcl" and token.tag == "VBG" and not marks
    if token.deprel == "nmod" and tree[token.head].lemma in _ROUNDS:
        return True
    if token.deprel in {"obj", "nsubj", "nsubj:pass", "appos"}:
        return tree[token.head].upos in {"VERB", "ADJ"}
    return token.deprel == "obl" and tree.case_of(current) in _SHARED_OCCASIONS
