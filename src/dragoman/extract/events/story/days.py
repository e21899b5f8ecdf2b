"""The day and the place of what a paragraph goes on to tell, once it has named them.

A story told in the simple past stays on its day, and where it was, until it names
another. Only what follows closely, with a party or the incident in common, takes them
over, and only a few sentences long: a wrong date is worse than none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from dragoman.data.tables import country_names, fold_key, places
from dragoman.extract.clauses.predicates import is_definite
from dragoman.extract.events.draft import WORDS, Draft
from dragoman.extract.events.setting.places import Place
from dragoman.extract.events.setting.times import TimeReader
from dragoman.extract.events.story.course import is_known_site
from dragoman.extract.events.story.joining import BLOWS
from dragoman.model.annotation import Mention, MentionKind, Schema
from dragoman.model.claim import Modality
from dragoman.model.document import HEADINGS
from dragoman.model.syntax import Sentence, is_pluperfect
from dragoman.schema.force import INCIDENTS
from dragoman.text.dates import DATE_FROM_CONTEXT

_REACH = 2  # sentences between a telling and the last one on its day
_FAR = 4  # sentences from where the day is named
# Another place of the same story.
_ALIKE = frozenset(
    {"similar", "too", "also", "likewise", "simultaneously", "simultaneous"}
    | {"neighbouring", "neighboring", "nearby"}
)
_FORCE = frozenset({"ASSAULT", "COERCE"})
# Told from anywhere, at any time after what they are about.
_BY_WORDS = WORDS | {"SUPPORT"}
_TALKS = frozenset({"CONSULT", "AGREE"})
# What follows a deed by years: told at once, or of a day that nobody knows.
_MUCH_LATER = frozenset({"ACCUSE", "SANCTION"})
# Words that put a clause on another day, or on any day.
_ELSEWHEN = frozenset(
    {"earlier", "previously", "before", "since", "ago", "already", "recently"}
    | {"formerly", "once", "later", "subsequently", "ever", "still", "yet", "often"}
    | {"repeatedly", "meanwhile", "now", "eventually", "long", "so", "never"}
    | {"reportedly", "allegedly", "day", "days", "weeks", "months"}
)
# "After two years", "during the war": on no day of the story.
_YEARS = frozenset({"year", "decade", "war", "conflict", "insurgency", "occupation"})
# A time of day that was given no day: one of another, or of any.
_PARTS = frozenset(
    {"morning", "dawn", "afternoon", "evening", "night", "overnight", "midnight"}
    | {"a.m.", "p.m.", "noon", "midday"}
)
_UNITS = frozenset({"hours", "hour", "minutes", "minute", "shortly", "immediately"})
# Who lands "first" is one of those that the sentence before told of.
_NEXT = frozenset({"first"})
_THEY = frozenset({"he", "she", "they", "both"})
_SAYING = frozenset({"say", "report", "tell", "state", "confirm", "add"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "on", "of"})


class Story:
    """What the sentences of a document go on to tell.

    Args:
        times: Knows the sentences and the dates in them.
        drafts: What was told so far, in order of the text; grows with the reading.
    """

    def __init__(self, times: TimeReader, drafts: Sequence[Draft]) -> None:
        self._times = times
        self._drafts = drafts
        self._trees = times.annotations.sentences

    def carry(self, draft: Draft) -> None:
        """Give a draft the day and the place that its story goes on from."""
        if self._times.dates_of(draft.sentence):
            return  # on a day of its own, perhaps elsewhere
        start = self._trees[draft.sentence][draft.head].start
        if self._times.annotations.is_quoted(start):
            return  # of a day that the speaker knows
        verb = self._verb_of(draft)
        if verb is None or not self._goes_on(draft, verb):
            return
        if not draft.verbal:
            self._take_story_day(draft)
            return
        before = tuple(self._told_before(draft))
        if not before:
            self._take_scene(draft)
        dated = next((one for one in before if one.time is not None), None)
        if draft.time is None and dated is not None and self._is_linked(draft, dated):
            self._carry_day(draft, dated)
        if draft.time is None:
            self._take_story_day(draft)

    def _verb_of(self, draft: Draft) -> int | None:
        """Return the verb that tells a draft, also of "held a rally of their own"."""
        if draft.verbal:
            return draft.head
        tree, noun = self._trees[draft.sentence], draft.head
        done = tree[noun].deprel in {"obj", "nsubj", "nsubj:pass"}
        # "The attack", "his arrest" speak of one that is known; "he handed in his
        # resignation" tells it.
        known = is_definite(tree, noun) and (
            draft.type in _FORCE or tree[noun].deprel != "obj"
        )
        return None if not done or known else tree[noun].head

    def _take_story_day(self, draft: Draft) -> None:
        """Give a deed the day that the narrative is on where it is told.

        Not what may be told again: a death that has a name, what came "in the blast",
        and force of which nothing was told on that day before.
        """
        story = self._times.annotations.story_day_of_sentence.get(draft.sentence)
        if story is None or draft.type in _BY_WORDS or self._is_background(draft):
            return
        if story.told is None or self._belongs(draft, story.time.value, story.told):
            draft.time = story.time.inferred_by(DATE_FROM_CONTEXT)
            draft.dated = story.told

    def _belongs(self, draft: Draft, day: str, told: int) -> bool:
        """Tell whether a deed is of the story of which a sentence told the day."""
        told_then = [one for one in self._drafts if one.time and one.time.value == day]
        words = self._trees[draft.sentence].words
        if draft.type in _MUCH_LATER or ("then" in words and draft.type not in _TALKS):
            return False
        if self._is_elsewhere(draft, told):
            alike = any(
                (one.type, one.mode) == (draft.type, draft.mode) for one in told_then
            )
            return alike or bool(words & _ALIKE)
        if draft.type in _FORCE:
            return any(one.type in INCIDENTS for one in told_then)
        if draft.type == "PROTEST" and draft.place is None and told_then:
            return True
        return self._speaks_of_the_known(draft, told)

    def _is_elsewhere(self, draft: Draft, told: int) -> bool:
        """Tell whether a deed was in a town that its story has not named."""
        if draft.place is None or draft.place[0] is None:
            return False
        return not self._is_spoken_of(draft.place[0], told, draft.sentence)

    def _speaks_of_the_known(self, draft: Draft, told: int) -> bool:
        """Tell whether a sentence has somebody or something in common with a story."""
        tree = self._trees[draft.sentence]
        named = any(
            self._is_spoken_of(mention.chain, told, draft.sentence)
            for mention in self._mentions(draft.sentence)
        )
        return named or any(
            tree[child].upos == "NOUN" and is_definite(tree, child)
            for child in tree.children(draft.head, "nsubj", "nsubj:pass", "obj", "obl")
        )

    def _is_spoken_of(self, chain: str, first: int, end: int) -> bool:
        """Tell whether sentences from the first to before the end mention a chain."""
        mentions = self._times.annotations.mentions_by_chain.get(chain, [])
        at = bisect_left(mentions, first, key=attrgetter("sentence"))
        return at < len(mentions) and mentions[at].sentence < end

    def _mentions(self, sentence: int) -> list[Mention]:
        return self._times.annotations.mentions_by_sentence.get(sentence, [])

    def _mention(self, sentence: int, token: int) -> Mention | None:
        return self._times.annotations.mention_headed(sentence, token)

    def _is_background(self, draft: Draft) -> bool:
        """Tell whether a deed is one that may be told again, to say who somebody is.

        A person is named who was not just told of, it came of a deed that is known, or
        it is set in years: "signed the truce after two years of war".
        """
        tree = self._trees[draft.sentence]
        chains = self._times.annotations.chain_by_id
        hit = {
            one.party.entity
            for one in draft.participants
            if one.part == "recipient"
            and one.party.entity is not None
            and chains[one.party.entity].schema is Schema.PERSON
        }
        known = draft.type != "ASSAULT" and hit and self._are_told_of(hit, draft)
        if (hit and not known) or any(
            tree[child].lemma.lower() in _YEARS
            and tree.case_of(child) in {"after", "during"}
            for child in tree.children(draft.head, "obl")
        ):
            return True
        return any(
            tree[child].lemma.lower() in BLOWS and is_definite(tree, child)
            for child in tree.children(draft.head, "obl", "nsubj", "obj")
        )

    def _are_told_of(self, chains: set[str], draft: Draft) -> bool:
        """Tell whether the sentence before in the paragraph spoke of somebody."""
        last = draft.sentence - 1
        told = self._times.annotations.mentions_by_sentence.get(last, ())
        mentioned = {mention.chain for mention in told}
        return (
            last >= 0
            and self._trees[last].block == draft.block
            and (chains <= mentioned)
        )

    def _take_scene(self, draft: Draft) -> None:
        """Give "the attack killed nine" where and when the sentence before was.

        It told the attack in words that are none of an event's: "a bomber drove a
        lorry towards a hotel in Gao on Saturday".
        """
        tree = self._trees[draft.sentence]
        last = draft.sentence - 1
        if not draft.past or last < 0:
            return
        if any(one.sentence == last for one in self._drafts):
            return
        scene = self._trees[last]
        if draft.type != "ASSAULT" or not _is_spoken_of(tree, draft):
            if scene.block == draft.block:
                self._take_day(draft, last)
            return
        if scene.block < draft.block - 1:
            return
        places = {
            mention.chain
            for mention in self._times.annotations.mentions_by_sentence.get(last, ())
            if mention.schema is Schema.PLACE and mention.kind is MentionKind.NAME
            if scene.case_of(mention.head) in _WHERE - {"of"}
        }
        chains = self._times.annotations.chain_by_id
        if draft.place is None and len(places) == 1:
            chain = chains[places.pop()]
            draft.place = None if chain.name is None else (chain.id, chain.name)
        days = {one.time for one in self._times.dates_of(last)}
        if draft.time is None and len(days) == 1:
            day = days.pop()
            draft.time = (
                day.inferred_by(DATE_FROM_CONTEXT) if day.precision == "day" else None
            )

    def _take_day(self, draft: Draft, last: int) -> None:
        """Give "X landed first" the day on which "the guests had begun to arrive"."""
        scene = self._trees[last]
        told = self._times.dates_of(last)
        if draft.time is not None or len(told) != 1 or told[0].time.precision != "day":
            return
        if (
            not self._has_party_in_common(draft.sentence, last)
            and not self._is_of_the_same(draft)
            and not (self._is_where(draft, last) and self._sets_the_scene(last))
        ):
            return
        head = scene.head_of(told[0].start, told[0].end)
        verb = -1 if head is None else scene[head].head
        while verb >= 0 and scene[verb].deprel == "xcomp":
            verb = scene[verb].head
        plain = verb == scene.root and any(
            scene[word].tag == "VBD"
            for word in (verb, *scene.children(verb, "aux", "aux:pass", "cop"))
        )
        if plain and scene[verb].lemma.lower() not in _SAYING:
            draft.time = told[0].time.inferred_by(DATE_FROM_CONTEXT)
            draft.dated = last

    def _is_where(self, draft: Draft, scene: int) -> bool:
        """Tell whether a deed may be where a sentence is: only one names a place."""
        return draft.place is None or not any(
            mention.schema is Schema.PLACE for mention in self._mentions(scene)
        )

    def _sets_the_scene(self, sentence: int) -> bool:
        """Tell whether a paragraph opens with what was on a day: "Moscow reacted".

        Who acts next did so then, unless the first sentence is about a person: of whom
        one sentence more may be told before it comes to others.
        """
        scene = self._trees[sentence]
        opens = not sentence or self._trees[sentence - 1].block != scene.block
        subject = scene.child(scene.root, "nsubj", "nsubj:pass")
        told = None if subject is None else self._mention(sentence, subject)
        person = told is not None and told.schema is Schema.PERSON
        return opens and not person and not is_pluperfect(scene, scene.root)

    def _carry_day(self, draft: Draft, last: Draft) -> None:
        time, named = last.time, last.dated
        if time is None or time.precision != "day":
            return
        if named is None:
            if not self._is_of_main_clause(last):
                return
            named = last.sentence
        if draft.sentence - named > _FAR:
            return
        draft.time = time.inferred_by(DATE_FROM_CONTEXT)
        draft.dated = named

    def _is_of_main_clause(self, last: Draft) -> bool:
        """Tell whether the only date of a sentence, or that of its main verb, is meant.

        "Clashed on Sunday, hours after the runoff of 5 October": the story is Sunday's.
        """
        tree = self._trees[last.sentence]
        alone = len(self._times.dates_of(last.sentence)) == 1
        return alone or last.head in tree.conjuncts(tree.root)

    def _goes_on(self, draft: Draft, verb: int) -> bool:
        """Tell whether a draft is told in the simple past, in a clause of its own."""
        if not draft.past or draft.modality is not Modality.ASSERTED:
            return False
        tree = self._trees[draft.sentence]
        if not _is_told_plainly(tree, verb, draft):
            return False
        words = tree.words
        if words & _PARTS:
            return False
        elsewhen = {
            tree.lowered[index]
            for index in tree.find_words(_ELSEWHEN)
            if not _opens_doing(tree, index)
        }
        return not elsewhen or bool(words & _UNITS)

    def _told_before(self, draft: Draft) -> Iterator[Draft]:
        """Yield what the paragraph told just before, up to another day or a plan."""
        for one in reversed(self._drafts):
            if draft.sentence - one.sentence > _REACH or not self._is_one_story(
                one, draft
            ):
                return
            if one.sentence == draft.sentence or one.recalled:
                continue
            if one.modality is not Modality.ASSERTED or not one.past:
                return
            between = range(one.sentence + 1, draft.sentence)
            if any(self._times.dates_of(sentence) for sentence in between):
                return
            tree = self._trees[one.sentence]
            if one.verbal and not _has_simple_past(tree, one.head):
                return
            yield one

    def _is_one_story(self, last: Draft, draft: Draft) -> bool:
        """Tell whether two drafts stand in one paragraph, or in short ones of a page.

        Where each sentence is a paragraph of its own, who acts must be the same.
        """
        apart = draft.block - last.block
        if not apart:
            return True
        blocks = range(last.block + 1, draft.block + 1)
        return (
            draft.sentence - last.sentence == apart
            and draft.shares(last)
            and not any(self._is_heading(block) for block in blocks)
        )

    def _is_heading(self, block: int) -> bool:
        return self._times.document.blocks[block].kind in HEADINGS

    def _is_linked(self, draft: Draft, last: Draft) -> bool:
        """Tell whether a draft tells of the same people or the same incident."""
        apart = draft.place is not None and None not in {
            draft.place[0],
            None if last.place is None else last.place[0],
        }
        if apart and not _is_within(draft.place, last.place):
            return False  # another town, another story
        if draft.shares(last):
            near = draft.sentence - last.sentence == 1
            return near or draft.type not in _MUCH_LATER
        if is_known_site(draft) and last.place is not None:
            return draft.sentence - last.sentence == 1
        words = self._trees[draft.sentence].words
        kinds = {draft.type, last.type}
        if kinds <= INCIDENTS:
            known = draft.place is None or draft.place[0] is None
            known = known or _is_within(draft.place, last.place)
            return known or bool(words & _UNITS)
        return draft.sentence - last.sentence == 1 and (
            self._has_party_in_common(draft.sentence, last.sentence)
            or self._is_of_the_same(draft)
        )

    def _is_of_the_same(self, draft: Draft) -> bool:
        """Tell "they then signed", "the first of them landed" of those told before."""
        tree = self._trees[draft.sentence]
        then = any(
            tree[child].text.lower() in _NEXT
            for child in tree.children(draft.head, "advmod")
        )
        return then or any(
            tree[child].text.lower() in _THEY or _are_the_two(tree, child)
            for child in tree.children(draft.head, "nsubj", "nsubj:pass")
        )

    def _has_party_in_common(self, sentence: int, before: int) -> bool:
        """Tell whether two sentences speak of the same person or body."""
        told = self._times.annotations.mentions_by_sentence
        mine, theirs = (
            {m.chain for m in told.get(one, ()) if m.schema is not Schema.PLACE}
            for one in (sentence, before)
        )
        return bool(mine & theirs)


def _is_within(place: Place | None, other: Place | None) -> bool:
    """Tell whether a place is another one, or a town of that state."""
    if place is None or other is None or place == other:
        return place == other
    state = country_names().get(fold_key(other[1]))
    town = places().get(fold_key(place[1]))
    return town is not None and state is not None and town.country == state


def _opens_doing(tree: Sentence, marker: int) -> bool:
    """Tell "before leaving" from "he had left before": it is on the same day."""
    above = tree[marker].head
    return (
        tree[marker].small == "before"
        and tree[marker].deprel == "mark"
        and tree[above].tag == "VBG"
    )


def _are_the_two(tree: Sentence, subject: int) -> bool:
    """Tell whether "the two leaders" are those who were just told of."""
    return tree.child(subject, "nummod") is not None and is_definite(tree, subject)


def _is_spoken_of(tree: Sentence, draft: Draft) -> bool:
    """Tell whether a deed is called one that is known: "the attack left nine dead"."""
    return any(
        is_definite(tree, child)
        for child in tree.children(draft.head, "nsubj")
        if tree[child].lemma.lower() in BLOWS
    )


def _is_told_plainly(tree: Sentence, verb: int, draft: Draft) -> bool:
    """Tell whether a verb in the simple past stands in a main or a reported clause."""
    if not _has_simple_past(tree, verb):
        return False
    while tree[verb].head >= 0 and (
        tree[verb].deprel in {"conj", "parataxis"} or _is_reported(tree, verb, draft)
    ):
        verb = tree[verb].head
    return tree[verb].deprel == "root"


def _has_simple_past(tree: Sentence, verb: int) -> bool:
    helpers = [tree[child] for child in tree.children(verb, "aux", "aux:pass", "cop")]
    tags = {word.tag for word in helpers} or {tree[verb].tag}
    return tags == {"VBD"} and all(word.text.lower() != "had" for word in helpers)


def _is_reported(tree: Sentence, verb: int, draft: Draft) -> bool:
    """Tell whether a clause has its teller behind it, or tells of an incident.

    "Police made nine arrests, the mayor said"; "residents said gunmen opened fire".
    """
    above = tree[verb].head
    if tree[verb].deprel != "ccomp":
        return False
    told = tree[above].lemma.lower() in _SAYING and tree[above].tag == "VBD"
    return verb < above or (told and draft.type in INCIDENTS)
