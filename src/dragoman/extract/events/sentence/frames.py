"""Fill the frame of a trigger: who plays which part, where it leads, what about."""

from collections.abc import Iterator

from dragoman.data.tables import capitals, fold_key, places
from dragoman.extract.clauses.clause import Clause, find_subjects
from dragoman.extract.clauses.later import later_objects
from dragoman.extract.clauses.obliques import Oblique
from dragoman.extract.clauses.predicates import is_definite, is_mutual
from dragoman.extract.clauses.shared import shared_objects
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.blows import find_blow_phrases
from dragoman.extract.events.parties.described import describe
from dragoman.extract.events.parties.nations import (
    add_nation,
    find_named,
    find_paired,
    read_side,
    whose_blow,
)
from dragoman.extract.events.parties.otherside import add_other_side
from dragoman.extract.events.sentence.aims import AimReader, asks_for_deed, is_spared
from dragoman.extract.events.sentence.behind import add_owner, find_doers, who_ordered
from dragoman.extract.events.sentence.owners import (
    add_thanked,
    give_owner,
    read_stagers,
)
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.extract.events.setting.slots import (
    Slot,
    find_behind_particle,
    find_beside,
    find_callers,
    find_charged,
    find_drawn,
    find_honoured,
    find_in_clause,
    find_inside,
    find_on_subject,
    find_on_verb,
    find_perpetrators,
    find_phrases_of,
    is_made,
    is_shunned,
    taken_hostage,
)
from dragoman.extract.events.triggers.sources import find_base, is_blow, is_source
from dragoman.extract.events.triggers.triggers import Match
from dragoman.extract.events.triggers.untold import is_aimless, is_someones
from dragoman.model.annotation import Schema
from dragoman.model.claim import Participant, Party
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import Frame
from dragoman.text.governors import is_none

# Frames in which the object that a pattern asks for is itself a party.
_DONE_TO = frozenset(
    {"act", "force", "free", "hit", "host", "law", "rescue", "summons", "taking"}
    | {"conquest", "pullback"}
    | {"briefing", "deploring", "dining", "surrendering"}
)
# Frames in which the noun that a pattern asks for behind a preposition is one.
_NOUN_TOO = frozenset({"relay", "summons"})
# Frames whose parties stand on the subject: "a truce between A and B took effect".
_OF_SUBJECT = frozenset({"arrived", "outset"})
# Frames of those who go: nobody leaves who takes a thing back.
_GOING = frozenset({"leave", "pullback"})
_LEFT = frozenset({"quit", "vacate", "evacuate", "leave", "retreat"})
_LENGTHS = frozenset({"mile", "kilometre", "kilometer", "km", "metre", "meter", "step"})
_WITHIN = frozenset({"in", "by", "during"})
_FORCED = frozenset({"strike", "force"})
_MANY = frozenset({"NNS", "NNPS"})
_NOT_PARTIES = frozenset({"place", "origin", "topic"})
# "They met and thanked Lee", "it fell and killed three": nobody need be met or hit.
_ALSO_ALONE = frozenset({"meeting", "session", "impact"})


class FrameFiller:
    """Fills frames with the phrases of a sentence."""

    def __init__(self, settings: SettingReader) -> None:
        self.settings = settings
        self.reader = reader = settings.reader
        self.annotations = reader.annotations
        self._aims = AimReader(settings)
        self._regards = reader.ontology.sets["sympathy"]

    def fill(self, sentence: int, match: Match, *, lenient: bool) -> Filled | None:
        """Return the parts of an event, ``None`` if what it needs is not there.

        Args:
            sentence: Index of the sentence.
            match: The trigger.
            lenient: Ask for nothing but one phrase; for what did not take place.
        """
        tree = self.annotations.sentences[sentence]
        frame = match.trigger.frame
        filled = Filled()
        if match.clause is None:
            slots = list(self._noun_slots(tree, match.head, frame))
            mapping = frame.noun
        else:
            slots = [
                self._made_plain(sentence, match, slot)
                for slot in self._verb_slots(tree, match)
            ]
            mapping = frame.verb
        for slot in slots:
            part = self._part(sentence, match, slot, mapping.get(slot.name))
            if part is not None:
                self._put(sentence, slot, part, frame, filled)
        self._add_fired_for(sentence, match, filled)
        add_nation(self.annotations, self.reader.ontology, sentence, match, filled)
        if (
            match.trigger.type == "SUPPORT"
            and match.noun is not None
            and tree[match.noun].lemma.lower() in self._regards
        ):
            give_owner(self.reader, sentence, match.noun, filled)
        add_other_side(self.reader, sentence, match, filled)
        both = match.clause is not None and is_mutual(tree, match.clause.objects)
        if "complement" in mapping and not both:
            self._aims.aim(sentence, match, mapping["complement"], filled)
        if match.clause is None or match.clause.passive:
            add_thanked(self.reader, sentence, match, filled)
        if self._is_figurative(sentence, match, filled):
            return None
        # "She received no answer" keeps nobody from being received.
        lenient = lenient and frame.name != "host" and not is_aimless(match)
        if lenient or (match.clause is None and filled.places):
            return filled
        both = both and (len(filled.participants) > 1 or filled.plural)
        return filled if both or self.is_full(tree, match, filled) else None

    def _made_plain(self, sentence: int, match: Match, slot: Slot) -> Slot:
        """Return a slot that the parse or a pronoun has put on the wrong word.

        In "Group 22 May also kidnapped 40 women, released them later" the day is taken
        for who acts, and "them" for the group.
        """
        tree = self.annotations.sentences[sentence]
        token = slot.token
        if slot.name == "subject" and self.settings.inside_time(sentence, token):
            for child in tree.children(token, "compound", "nmod"):
                noun = tree[child].upos in {"NOUN", "PROPN"}
                if noun and not self.settings.inside_time(sentence, child):
                    return Slot(slot.name, child, apart=slot.apart)
        if slot.name == "object" and token == match.noun:
            return Slot(slot.name, taken_hostage(tree, token), apart=slot.apart)
        verb = tree[match.head]
        if (
            slot.name == "object"
            and tree[token].text.lower() == "them"
            and verb.deprel == "conj"
            and tree.child(match.head, "nsubj") is None
        ):
            hit = tree.child(verb.head, "obj")
            if hit is not None and tree[hit].tag in _MANY:
                return Slot(slot.name, hit, apart=slot.apart)
        return slot

    def _part(
        self, sentence: int, match: Match, slot: Slot, part: str | None
    ) -> str | None:
        """Return the part that a phrase plays, ``None`` if it is a time or a source."""
        asked = match.trigger.prepositions
        if part == "place" and asked and slot.name not in asked:
            return None  # "left for Rome after a meeting in Gao": where he left for
        if part is None or self.settings.inside_time(sentence, slot.token):
            return None
        tree = self.annotations.sentences[sentence]
        if part == "recipient" and is_spared(tree, match, slot.token):
            return None
        return None if is_source(tree, match.trigger.lemma, slot.token) else part

    def _add_fired_for(self, sentence: int, match: Match, filled: Filled) -> None:
        """Take whose blow it is, or whose base fire came from, if nobody else acts."""
        if any(one.part == "actor" for one in filled.participants):
            return
        parties: tuple[Party, ...] = ()
        if match.clause is not None and match.clause.passive:
            parties = who_ordered(self.reader, sentence, match.head)
        if match.clause is None and match.trigger.frame.name in _FORCED:
            parties = whose_blow(self.annotations, sentence, match.head)
        tree = self.annotations.sentences[sentence]
        base = find_base(tree, match)
        if not parties and base is not None:
            own = tree.child(base, "nmod:poss")
            parties = self.reader.owner(sentence, base)
            if not parties and own is not None:  # "the army's base": somebody's
                parties = self.reader.read_one(sentence, own, "party")
        for party in parties:
            filled.add(party, "actor")

    def _is_figurative(self, sentence: int, match: Match, filled: Filled) -> bool:
        """Tell whether a deed is only a way of speaking: "attacked his record"."""
        tree = self.annotations.sentences[sentence]
        frame, clause = match.trigger.frame, match.clause
        if frame.name in _GOING and clause is not None and match.noun is None:
            # "withdrew its offer": a thing is taken back, nobody leaves
            left = match.trigger.lemma in _LEFT or clause.passive
            return not left and any(
                not self.settings.inside_time(sentence, token)
                and tree[token].upos == "NOUN"
                and tree[token].lemma.lower() not in _LENGTHS
                for token in clause.objects
            )
        if clause is None or frame.name not in {"strike", "hit", "force"}:
            return False
        words = self.reader.words["figurative"]
        if any(tree[one.token].lemma.lower() in words for one in clause.obliques):
            return True
        aimed = [
            token
            for token in clause.objects
            # "opened fire": the verb's own word is nobody's
            if token != match.noun
            and tree[token].text.lower() not in match.trigger.words
        ]
        told = any(one.part == "recipient" for one in filled.participants)
        if any(is_none(tree, t) or tree[t].upos == "PRON" for t in aimed):
            return False  # "no one was arrested", "would arrest anyone who came"
        return bool(aimed) and not told and match.noun is None

    def is_full(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether a frame has all that it needs.

        A passive without a doer needs whoever or wherever it was done to: "sanctions
        were imposed on Lee".
        """
        frame, clause = match.trigger.frame, match.clause
        untold = clause is not None and clause.passive and not clause.subjects
        if untold and frame.passive:
            return filled.satisfies(frame.passive)
        if filled.satisfies(frame.needs):
            return True
        if asks_for_deed(tree, match):
            return filled.satisfies((frozenset({"actor"}),))
        done_to = bool(filled.participants or filled.places)
        return untold and done_to and not is_someones(tree, match)

    def _put(
        self, sentence: int, slot: Slot, part: str, frame: Frame, filled: Filled
    ) -> None:
        part = self._visited(sentence, slot, part, frame)
        if self._put_aside(sentence, slot, part, filled):
            return
        if self._is_beside(sentence, slot, part, frame, filled):
            return
        parties = self._parties(sentence, slot, frame.kinds.get(part, "party"))
        if slot.name == "object" and filled.participants:
            parties = self._other_than_subject(sentence, slot.token, parties, filled)
        if slot.apart and filled.participants:
            if parties:
                group = tuple(Participant(one, part) for one in parties)
                filled.apart.append((slot.token, group))
            return
        if part == "recipient":
            parties = self._done_to(sentence, slot.token, frame, parties)
        if part == "actor":
            parties = find_doers(self.reader, sentence, slot.token, frame, parties)
        own = slot.name == "possessor" and part == "recipient"
        known = {one.party for one in filled.participants}
        if own and known.issuperset(parties):
            return  # "acknowledged its mistake": nobody else's
        for party in parties:
            filled.add(party, part)
        filled.plural = filled.plural or self._is_plural(sentence, slot, part, parties)
        filled.tokens.append((slot.token, part))

    def _parties(self, sentence: int, slot: Slot, kind: str) -> tuple[Party, ...]:
        parties = self.reader.read(sentence, slot.token, kind)
        if slot.name == "between":
            parties = read_side(self.annotations, sentence, slot.token, parties)
        return parties

    def _done_to(
        self, sentence: int, token: int, frame: Frame, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Return to whom a thing belongs that something is done to or said of."""
        if frame.name == "force":
            parties = read_stagers(self.reader, sentence, token) or parties
        return add_owner(self.reader, sentence, token, frame, parties)

    def _visited(self, sentence: int, slot: Slot, part: str, frame: Frame) -> str:
        """Tell "visited the Speaker", who is the host, from "visited the capital"."""
        if part != "place" or frame.name != "visit" or slot.name != "object":
            return part
        mention = self.reader.mention(sentence, slot.token)
        person = mention is not None and mention.schema is Schema.PERSON
        noun = self.annotations.sentences[sentence][slot.token].lemma.lower()
        housed = noun in self.reader.words["sites"]  # "Saint Andrew's Church"
        return "recipient" if person and not housed else part

    def _other_than_subject(
        self, sentence: int, token: int, parties: tuple[Party, ...], filled: Filled
    ) -> tuple[Party, ...]:
        """Return an object described by itself where it came out as the subject.

        "Thapa met the brigade's commander": nobody does that to himself.
        """
        tree = self.annotations.sentences[sentence]
        acting = {one.party for one in filled.participants if one.part == "actor"}
        if len(parties) != 1 or parties[0] not in acting:
            return parties
        if parties[0].entity is None or tree[token].upos != "NOUN":
            return parties
        start, end = describe(tree, token)
        return (Party(None, self.reader.document.text[start:end]),)

    def _put_aside(self, sentence: int, slot: Slot, part: str, filled: Filled) -> bool:
        """Keep a phrase that names no party: a place, a topic, "the Geneva talks"."""
        if slot.name == "demonym" and self._is_city(sentence, slot.token):
            filled.called.append(slot.token)
            return True
        if part == "topic":
            filled.topics.append(slot.token)
        elif part == "place" and self.is_place(sentence, slot.token):
            filled.places.append(slot.token)
        return part in _NOT_PARTIES

    def _is_beside(
        self, sentence: int, slot: Slot, part: str, frame: Frame, filled: Filled
    ) -> bool:
        """Tell whether a phrase is beside the point of its slot."""
        if frame.name == "host":
            return self._is_intake(sentence, slot)
        if frame.name == "free" and slot.name == "to":
            # "the memos were released to Congress": nobody was set free
            return not any(one.part == part for one in filled.participants)
        # "attacked the convoy at Gao": where, not whom
        if frame.name != "strike" or slot.name not in {"at", "on"}:
            return False
        tree = self.annotations.sentences[sentence]
        aimed = any(
            one == part and tree[token].upos != "PRON" for token, one in filled.tokens
        )
        filled_in = any(one.part == part for one in filled.participants)
        return filled_in or (slot.name == "at" and aimed)

    def _is_plural(
        self, sentence: int, slot: Slot, part: str, parties: tuple[Party, ...]
    ) -> bool:
        """Tell whether one unnamed phrase stands for several: "experts of both"."""
        tree = self.annotations.sentences[sentence]
        unnamed = len(parties) == 1 and parties[0].entity is None
        return unnamed and part == "actor" and tree[slot.token].tag in {"NNS", "NNPS"}

    def _is_intake(self, sentence: int, slot: Slot) -> bool:
        """Tell whether somebody only got people: "received 600 more officers".

        "The nine sailors" are there already.
        """
        tree = self.annotations.sentences[sentence]
        counted = tree.child(slot.token, "nummod") is not None
        return (
            not is_definite(tree, slot.token)
            and slot.name == "object"
            and counted
            and (self.reader.mention(sentence, slot.token) is None)
        )

    def is_place(self, sentence: int, token: int) -> bool:
        """Tell whether a phrase can be where somebody goes."""
        mention = self.reader.mention(sentence, token)
        tree = self.annotations.sentences[sentence]
        if mention is not None and mention.schema in {"Place", "Organization"}:
            return True
        lemma = tree[token].lemma.lower()
        return mention is None and lemma in self.reader.words["sites"]

    def _verb_slots(self, tree: Sentence, match: Match) -> Iterator[Slot]:
        clause, frame = match.clause, match.trigger.frame
        if clause is None:
            return
        if frame.name in _OF_SUBJECT:
            yield from find_on_subject(tree, clause, frame)
            return
        for token in clause.subjects:
            yield Slot("subject", token)
        if frame.name == "charging":
            yield from find_charged(tree, match.head)
            return
        yield from self._object_slots(tree, match, clause)
        yield from self._phrase_slots(tree, match, clause)

    def _phrase_slots(
        self, tree: Sentence, match: Match, clause: Clause
    ) -> Iterator[Slot]:
        frame = match.trigger.frame
        obliques: list[Oblique] = list(clause.obliques)
        if match.noun is not None:
            obliques.extend(find_inside(tree, match.noun))
            for child in tree.children(match.noun, "nmod:poss"):
                yield Slot("possessor", child)
            for token in find_paired(tree, match.noun):
                yield Slot("between", token)
        for one in obliques:
            if one.case == "between" and frame.name == "deed" and not clause.passive:
                continue  # "will reduce trade between the two": by whom?
            # "was called to the ministry": who called is where he was called to
            if one.token != match.noun or frame.name in _NOUN_TOO:
                received = clause.passive and one.apart and one.case == "by"
                name = "subject" if received else one.case
                yield Slot(name, one.token, apart=one.apart)

    def _object_slots(
        self, tree: Sentence, match: Match, clause: Clause
    ) -> Iterator[Slot]:
        done_to = match.trigger.frame.name in _DONE_TO
        for token in clause.objects:
            if token == match.noun and is_made(tree, clause, token):
                continue  # "took two officers hostage"
            if done_to or match.noun is None or match.noun not in tree.conjuncts(token):
                yield Slot("object", token)
                yield from (
                    Slot("object", later, apart=True)
                    for later in later_objects(tree, token)
                )
        yield from find_behind_particle(match.trigger.words, clause)
        alone = clause.objects or clause.passive or match.noun is not None
        if not alone and match.trigger.frame.name not in _ALSO_ALONE:
            shared = shared_objects(tree, clause.verb)
            yield from (Slot("object", token) for token in shared)
        for token in (*clause.indirect, *find_honoured(tree, clause)):
            yield Slot("iobj", token)
        if clause.passive and not clause.subjects:
            for one in clause.obliques:
                if one.case in _WITHIN and is_blow(tree[one.token].lemma):
                    yield from find_perpetrators(tree, one.token)
        if match.noun is not None and clause.passive and not clause.subjects:
            yield from find_callers(tree, match.noun)

    def _noun_slots(self, tree: Sentence, noun: int, frame: Frame) -> Iterator[Slot]:
        for child in tree.children(noun, "nmod:poss"):
            # "in Chad's north in an attack": what stands before "an" is another phrase
            if not any(child < det for det in tree.children(noun, "det", "case")):
                yield Slot(self._owned_as(tree, noun, frame), child)
        paired = find_paired(tree, noun) if "between" in frame.noun else []
        yield from (Slot("between", token) for token in paired)
        if "demonym" in frame.noun:
            yield from (
                Slot("on" if is_shunned(tree, noun, token) else "demonym", token)
                for token in find_named(tree, noun)
                if token not in paired
            )
        phrases = find_phrases_of(tree, noun, frame)
        aimed = {one.case for one in phrases} & {"on", "against", "at"}
        for one in phrases:
            name = one.case
            force = tree[one.token].lemma.lower() in self.reader.words["forces"]
            if name == "of" and aimed and force and frame.name == "strike":
                name = "by"  # "the strike of rebel forces at a checkpoint"
            yield Slot(name, one.token, apart=one.apart)
        yield from find_on_verb(tree, noun, frame)
        if frame.name == "strike":
            blows = find_blow_phrases(tree, noun, self.reader.words)
            yield from (Slot(name, token) for name, token in blows)
        yield from find_drawn(tree, noun)
        yield from find_beside(tree, noun, frame)
        for child in tree.children(noun, "acl", "acl:relcl"):
            yield from find_in_clause(tree, child, frame)

    def _owned_as(self, tree: Sentence, noun: int, frame: Frame) -> str:
        """Return what a possessor is to a noun: to "Lee's arrest" what "of Lee" is.

        In "Lee's sacking of Kim" it is who does it.
        """
        token = tree[noun]
        undergone = token.lemma.lower() in self.reader.words["undergone"]
        told = any(tree.case_of(child) == "of" for child in tree.children(noun, "nmod"))
        if told and frame.noun.get("possessor") == "recipient" == frame.noun.get("of"):
            return "by"
        single = token.tag not in _MANY and frame.noun.get("of") == "recipient"
        return "of" if undergone and single and not told else "possessor"

    def _is_city(self, sentence: int, token: int) -> bool:
        mention = self.annotations.mention_headed(sentence, token)
        if mention is None:
            key = fold_key(self.annotations.sentences[sentence][token].text)
            known = places().get(key)
            return key in capitals() or (known is not None and known.kind == "city")
        chain = self.annotations.chain_by_id[mention.chain]
        town = chain.schema is Schema.PLACE and "state" not in chain.types
        return town and "-" not in mention.text

    def owners(self, sentence: int, noun: int, kind: str) -> tuple[Party, ...]:
        """Return who an event noun without owner belongs to: the clause's subject."""
        tree = self.annotations.sentences[sentence]
        verb = tree[noun].head
        if verb < 0:
            return ()
        found: list[Party] = []
        for token in find_subjects(tree, verb):
            found.extend(self.reader.read(sentence, token, kind))
        return tuple(found)
