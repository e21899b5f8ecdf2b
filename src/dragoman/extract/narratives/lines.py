"""Quotations told to be lines: "the line of the week was “X”", "a phrase daubed on".

What makes them more than a remark is said of them: that they stand on walls, run on
channels, are taught, were coined by somebody.
"""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import full_lemma
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found, quoted_lines
from dragoman.extract.narratives.spread import COINING, is_first
from dragoman.model.annotation import MentionKind, Quotation, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import FINITE, Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_REACH = 70  # code points before a quotation
_FOCUS = 3  # sentences back to the body whose recruits are taught
_ITS_TIME = r"(?:of the (?:week|day|month|hour|moment|season|campaign|year))"
_IS = r"(?:was|is|were|are|remains?|remained|has been|ran|runs|went|goes|became)"
_CALLS = (
    r"(?:calls?|called|terms?|termed|dubs?|dubbed|labels?|labell?ed|brands?|branded)"
)
_WHAT = re.compile(
    rf"\bwhat (?P<who>[^,;:.\"“”]{{2,60}}?) (?P<verb>{_CALLS}) (?:the |its |an? )?$",
    re.IGNORECASE,
)
# "“Out with the tax,” marchers chanted": other verbs of the kind are but of speech.
_CHANTING = frozenset({"chant", "intone"})
_MAKING = frozenset({"make", "turn", "elevate", "raise", "promote", "convert"})
_CLOSED = re.compile(r"[;.:\"“]")
_SPEECHES = frozenset({"speech", "address", "sermon", "interview", "message", "rally"})
_HEARD = re.compile(
    r"[”\"»,\s]*(?:was|has\s+been)\s+(?:first\s+)?(?:heard|uttered|used|seen|shouted)\b"
)


class LineReader:
    """Reads the lines of one document."""

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._channels = unite_words(words["channels"], words["outlet_words"])
        self._shows = unite_words(words["chant_verbs"], words["spread_verbs"])
        self._appears = unite_words(
            words["appear_verbs"], words["running_verbs"], words["noticed_verbs"]
        )
        self._called_nouns = words["called_nouns"]
        self._teaches = words["teaching_verbs"]
        nouns = unite_words(
            words["line_nouns"], words["slogan_words"], words["called_nouns"]
        )
        self._nouns = nouns
        self._was, self._behind, self._runs = _read_patterns(nouns)

    def read(self) -> Iterator[Found]:
        """Yield every quotation that is told to be a line."""
        for quotation, number, label in quoted_lines(self.document, self.annotations):
            tree = self.annotations.sentences[number]
            carriers, origin = self._carriers(number, tree, quotation) or (None, None)
            if carriers is not None:
                yield Found(label, "slogan", carriers, origin, (tree.start, tree.end))

    def _carriers(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Return who pushes a line and who was first; ``None`` if it is none."""
        told = self._described(number, tree, quotation)
        if told is not None:
            return told
        text = self.document.text
        start = max(tree.start, quotation.outer_start - _REACH)
        head = text[start : quotation.outer_start]
        was = self._was.search(head)
        if was is not None:
            return self._of_channel(number, tree, start + was.start("noun"), was)
        what = _WHAT.search(head)
        if what is not None:
            return self._called(number, tree, start + what.start("verb"))
        taught = self._taught(number, tree, quotation)
        if taught is None:
            taught = self._chanted(number, tree, quotation)
        if taught is not None:
            return taught, None
        heard = self._heard(number, tree, quotation)
        if heard is not None:
            return heard
        adopted = self._adopted(number, quotation)
        if adopted is not None:
            return adopted, None
        runs = self._runs.match(text, quotation.outer_end, tree.end)
        noun = None if runs is None else tree.token_at(runs.start("noun"))
        if noun is None:
            return None
        return self.carriers.owners_of(number, noun) or self._worn(
            number, tree, noun
        ), None

    def _heard(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "“X” was first heard in a speech by A"."""
        if not _HEARD.match(self.document.text, quotation.outer_end, tree.end):
            return None
        for speech in tree.find_lemmas(_SPEECHES):
            for one in find_obliques(tree, speech):
                parties = self.carriers.of_noun(number, one.token)
                if one.case in {"by", "of"} and parties:
                    return parties, parties[0] if "first" in tree.words else None
        return None

    def _described(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "“X”, a phrase daubed on walls", "a term coined by A, taken up by B"."""
        told = self._behind.match(self.document.text, quotation.outer_end, tree.end)
        noun = None if told is None else tree.token_at(told.start("noun"))
        if told is None or noun is None:
            return None
        last = tree.token_at(told.end() - 1)
        if told["noun"].lower() in self._called_nouns and last is not None:
            called = self._called_so(number, tree, last)
            if called is not None or told["copula"]:
                return called
        verbs = [
            verb
            for clause in tree.children(noun, "acl", "acl:relcl")
            for verb in tree.conjuncts(clause)
            if not tree.is_negated(verb)
        ]
        found: list[Party] = []
        origin: Party | None = None
        spread = False
        for verb in verbs:
            lemma = full_lemma(tree, verb)
            coined = lemma in COINING
            first = coined or is_first(tree, verb)
            if not (coined or lemma in self._shows or lemma in self._appears):
                continue
            parties = (
                self.carriers.of_verb(number, verb) if _has_agent(tree, verb) else ()
            )
            parties = parties or self.carriers.shown_on(number, verb)
            parties = self.carriers.without_things(parties)
            origin = origin or (parties[0] if parties and first else None)
            found.extend(one for one in parties if one not in found)
            spread = spread or bool(parties) or lemma in self._shows
        if not spread:
            return None
        return tuple(found) or self._taught(number, tree, quotation) or (), origin

    def _called_so(
        self, number: int, tree: Sentence, noun: int
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "“X” becomes the hashtag of A", "is the line with which A made"."""
        owners = self.carriers.owners_of(number, noun)
        for clause in tree.children(noun, "acl:relcl") if not owners else ():
            if clause < noun:  # within the quotation itself
                continue
            owners = self.carriers.of_verb(number, clause)
        for one in find_obliques(tree, noun) if not owners else ():
            if one.case in {"of", "for", "among"}:
                owners = self.carriers.of_noun(number, one.token)
        return (owners, None) if owners else None

    def _of_channel(
        self, number: int, tree: Sentence, offset: int, told: re.Match[str]
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "on A's channels the line was", "the line of the week on A's pages"."""
        noun = tree.token_at(offset)
        if noun is None or tree[noun].upos not in {"NOUN", "PROPN"}:
            return None  # "took to its channel to claim: “…”"
        found: list[Party] = []
        for at in tree.find_lemmas(self._channels):
            if (
                at == noun
                or not tree.start <= tree[at].start < told.end() + tree[noun].start
            ):
                continue
            if at < noun or tree[at].head == noun:
                found.extend(p for p in self.carriers.of_noun(number, at) if p.entity)
        owned = self.carriers.owners_of(number, noun) if told["time"] else ()
        parties = tuple(dict.fromkeys((*found, *owned)))
        return (parties, None) if parties else None

    def _called(
        self, number: int, tree: Sentence, offset: int
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "what the Front's radio calls the “road of brothers”"."""
        verb = tree.token_at(offset)
        subject = None if verb is None else tree.subject(verb)
        if subject is None:
            return None
        channel = tree[subject].lemma.lower() in self._channels
        if not channel and not self.carriers.is_outlet(number, subject):
            return None
        return self.carriers.of_noun(number, subject), None

    def _taught(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[Party, ...] | None:
        """Return who teaches: "recruits are taught that “X”"."""
        for verb in tree.find_lemmas(self._teaches):
            between = self.document.text[tree[verb].end : quotation.outer_start]
            if tree[verb].end > quotation.outer_start or len(between) > _REACH // 2:
                continue
            if not between.rstrip().endswith(("that", ":", "to")):
                continue
            if self.document.text[quotation.start].islower() and not any(
                quotation.start <= token.start < quotation.end and token.tag in FINITE
                for token in tree
            ):
                continue  # "teaches that “under no circumstances” can it be": a piece
            if not tree.is_passive(verb):
                return self.carriers.of_verb(number, verb)
            if _has_agent(tree, verb):
                return self.carriers.of_verb(number, verb)
            subject = tree.subject(verb)
            own = () if subject is None else self.carriers.of_noun(number, subject)
            return (
                tuple(one for one in own if one.entity)
                or self._in_focus(number)
                or None
            )
        return None

    def _adopted(self, number: int, quotation: Quotation) -> tuple[Party, ...] | None:
        """Return who "made it its campaign line", "turned it into a battle-cry"."""
        for index in range(number, min(number + 2, len(self.annotations.sentences))):
            tree = self.annotations.sentences[index]
            for verb in tree.find_lemmas(_MAKING):
                if tree[verb].start < quotation.outer_end or tree[verb].upos != "VERB":
                    continue
                passive = tree.is_passive(verb)
                thing = tree.child(verb, "nsubj:pass" if passive else "obj")
                meant = thing is not None and (
                    tree[thing].text.lower() == "it"
                    or tree[thing].start < quotation.outer_end
                    or tree[thing].lemma.lower() in self._nouns
                )
                made = [
                    one
                    for one in (*tree.children(verb, "xcomp", "obl", "obj"),)
                    if one > verb
                    and tree[one].lemma.lower() in self._called_nouns
                    and tree.case_of(one) in {"", "into", "to"}
                ]
                if meant and made and not tree.is_negated(verb):
                    return self.carriers.of_verb(index, verb)
        return None

    def _chanted(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[Party, ...] | None:
        """Return who chants it: "“X,” marchers chanted"."""
        for verb in tree.find_lemmas(_CHANTING):
            between = self.document.text[quotation.outer_end : tree[verb].start]
            if tree[verb].start < quotation.outer_end or _CLOSED.search(between):
                continue
            if tree[verb].upos == "VERB" and len(between) < _REACH // 2:
                parties = self.carriers.of_verb(number, verb)
                if not parties:  # "“X!” chanted members of the union"
                    behind = tree.children(verb, "nsubj", "obj")
                    parties = self.carriers.of_noun(number, behind[0]) if behind else ()
                return self.carriers.without_things(parties)
        return None

    def _in_focus(self, number: int) -> tuple[Party, ...]:
        """Return the only body that acts in the sentences before."""
        block = self.annotations.sentences[number].block
        for index in range(number - 1, max(-1, number - _FOCUS - 1), -1):
            tree = self.annotations.sentences[index]
            if tree.block != block:
                break
            acting = {
                mention.chain: mention.head
                for mention in self.annotations.mentions_by_sentence.get(index, ())
                if mention.schema is Schema.ORGANIZATION
                and tree[mention.head].deprel.startswith("nsubj")
            }
            if len(acting) == 1:
                return self.carriers.of_noun(index, acting.popitem()[1])
            if acting:
                break
        return ()

    def _worn(self, number: int, tree: Sentence, noun: int) -> tuple[Party, ...]:
        """Return X of "“…” runs the motto on X's armbands"."""
        for place in (noun, tree[noun].head):
            for one in find_obliques(tree, place) if place >= 0 else ():
                if one.case not in {"on", "in", "of", "under", "at"}:
                    continue
                mention = self.annotations.mention_headed(number, one.token)
                named = mention is not None and mention.kind is MentionKind.NAME
                if named and mention is not None and mention.schema is Schema.PLACE:
                    continue
                owners = tree.children(one.token, "nmod:poss")
                owners += [
                    o.token for o in find_obliques(tree, one.token) if o.case == "of"
                ]
                for owner in owners if not named else [one.token]:
                    found = self.carriers.of_noun(number, owner)
                    if any(party.entity for party in found):
                        return found
        return ()


def _has_agent(tree: Sentence, verb: int) -> bool:
    return bool(tree.children(verb, "obl:agent")) or (
        tree[verb].deprel == "acl:relcl" and not tree.is_passive(verb)
    )


@cache
def _read_patterns(
    nouns: frozenset[str],
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before a line, and two ways of what stands behind one."""
    either = "|".join(sorted(map(re.escape, nouns), key=lambda one: (-len(one), one)))
    noun = rf"(?P<noun>{either})"
    return (
        re.compile(
            rf"\b{noun}s?(?:\s+(?P<time>{_ITS_TIME}))?(?:\s+[\w’'-]+){{0,4}}?"
            rf"(?:\s+{_IS}|:)\s*:?\s*$",
            re.IGNORECASE,
        ),
        re.compile(
            r"[”\"»,\s–—:-]*\b(?:which\s+)?"
            r"(?P<copula>(?:is|was|becomes?|became|ha[sd] be(?:en|come)|remains?)\s+"
            r"(?:now\s+|still\s+|also\s+)*)?(?:(?:now|also|once)\s+)*"
            rf"(?:an?|the|its|their|his|her)\s+(?:[\w’'-]+\s+){{0,2}}?{noun}\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[”\"»,\s]*(?:runs?|ran|reads?|goes|went)\s+(?:the|its|their|an?)\s+"
            rf"(?:[\w’'-]+\s+){{0,2}}?{noun}\b",
            re.IGNORECASE,
        ),
    )
