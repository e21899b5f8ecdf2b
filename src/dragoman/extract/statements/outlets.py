"""Media through which words reach the public: outlets told, interviewing, carrying."""

import re
from collections.abc import Callable, Iterable

from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.annotation import MentionKind
from dragoman.model.claim import Party
from dragoman.model.syntax import PAST, Sentence

_CARRIED = frozenset(
    {"carry", "publish", "broadcast", "report", "post", "air", "quote", "cite"}
    | {"distribute", "release", "run", "print"}
)
_MEDIA_FRAMES = frozenset(
    {"interview", "remark", "comment", "statement", "speech", "aside", "conversation"}
)
_SPEAKS = frozenset({"speak", "talk"})
MEDIA = frozenset(
    {"daily", "newspaper", "paper", "weekly", "magazine", "agency", "channel"}
    | {"television", "tv", "radio", "broadcaster", "website", "station", "news"}
)

# What belongs to a medium.
_PARTS = frozenset({"service", "correspondent", "reporter", "programme", "program"})
_STATIONS = frozenset({"television", "tv", "radio"})
_ON_AIR = frozenset({"on", "in", "over", "via", "for"})
_ASKED = frozenset({"ask", "question", "interview", "press"})
_ANSWERS = frozenset({"reply", "answer", "respond", "say"})
_LETTER = re.compile(r"\bX\b")


class OutletFinder:
    """Finds the outlet of a statement."""

    def __init__(
        self, reading: Reading, parties: Callable[[int, int], tuple[Party, ...]]
    ) -> None:
        self.reading = reading
        self.annotations = reading.annotations
        self.parties = parties
        text = reading.document.text
        low = text.lower()
        named = [name for name in reading.lexicon.platforms - {"x"} if name in low]
        if _LETTER.search(text) is not None:
            named.append("x")
        self._networks = {
            word
            for word in (re.findall(r"\w+", text) if named else ())
            if word.lower() in named and word != "x"
        }

    def is_media(self, party: Party) -> bool:
        """Tell whether a party is an outlet."""
        if party.entity is None:
            return False
        return "media" in self.annotations.chain_by_id[party.entity].types

    def is_medium(self, index: int, token: int) -> bool:
        """Tell what only passes on: "state television", "a report of the institute"."""
        lemma = self.reading.sentences[index][token].lemma.lower()
        return lemma in MEDIA or lemma in self.reading.lexicon.documents

    def named(self, index: int, token: int) -> Party | None:
        """Name an outlet by what follows its kind: "the Yerevan daily Arev"."""
        sentence = self.reading.sentences[index]
        if sentence[token].lemma.lower() in MEDIA:
            return self._behind_kind(index, token)
        if sentence[token].upos != "PROPN":
            return None
        kinds = [
            child
            for child in sentence.children(token, "compound", "amod")
            if sentence[child].lemma.lower() in MEDIA and child < token
        ]
        if not kinds:
            return None
        start = sentence[kinds[-1] + 1].start
        return Party(None, self.reading.document.text[start : sentence[token].end])

    def _behind_kind(self, index: int, token: int) -> Party | None:
        """Name an outlet whose kind was taken for its head: "the daily Arev"."""
        sentence = self.reading.sentences[index]
        stop = token + 1
        while stop < len(sentence) and sentence[stop].upos == "PROPN":
            stop += 1
        if stop == token + 1:
            return None
        start = sentence[token + 1].start
        for mention in self.annotations.mentions_by_sentence.get(index, ()):
            if mention.start == start and mention.kind is MentionKind.NAME:
                return next(iter(self.parties(index, mention.head)), None)
        return Party(None, self.reading.document.text[start : sentence[stop - 1].end])

    def find(self, one: Attribution, addressees: Iterable[Party]) -> Party | None:
        """Return the outlet that is told, interviews or carries, if any is."""
        told = self._told_medium(one, addressees)
        if told is not None:
            return told
        if one.cue < 0:
            return None
        sentence = self.reading.sentences[one.sentence]
        asker = self._interviewer(one, sentence)
        if asker is not None:
            return asker
        platform = self._platform(one, sentence)
        if platform is not None:
            return platform
        carriers = [
            place
            for child in sentence.children(one.cue, "obl", "advcl")
            if sentence[child].lemma.lower() in _MEDIA_FRAMES
            for place in self._carriers(sentence, child)
        ]
        return (
            self._medium(one.sentence, carriers)
            or self._aired(one)
            or self._told_behind(one)
        )

    def _aired(self, one: Attribution) -> Party | None:
        """Return where it was said: "said on Radio Gao", "was there, where he said".

        Or where whoever answers was asked, in the sentence before.
        """
        index, cue = one.sentence, one.cue
        sentence = self.reading.sentences[index]
        found = self._on_air(index, find_stages(sentence, cue), one)
        if found is not None or index == 0:
            return found
        before = self.reading.sentences[index - 1]
        if sentence[cue].lemma not in _ANSWERS or not is_asked(before, sentence):
            return None
        return self._on_air(index - 1, [before.root], one)

    def _on_air(
        self, index: int, verbs: Iterable[int], one: Attribution
    ) -> Party | None:
        """Return the medium that a phrase of one of some verbs names."""
        sentence = self.reading.sentences[index]
        for verb in verbs:
            for phrase in sentence.children(verb, "obl"):
                case = sentence.case_of(phrase)
                if case not in _ON_AIR or one.holds(sentence[phrase].start):
                    continue
                medium = self._medium(index, [phrase])
                if medium is not None:
                    return medium
                if case == "on" and sentence[phrase].lemma.lower() in _STATIONS:
                    first = min(
                        [phrase, *sentence.children(phrase, "amod", "compound")]
                    )
                    start, end = sentence[first].start, sentence[phrase].end
                    return Party(None, self.reading.document.text[start:end])
        return None

    def _interviewer(self, one: Attribution, sentence: Sentence) -> Party | None:
        """Return the Courier of "The Courier interviews Ruiz, who pledges to pay"."""
        if one.source is None or one.source_sentence != one.sentence:
            return None
        asked = sentence[one.source].head
        if asked < 0 or sentence[asked].lemma != "interview":
            return None
        subject = sentence.subject(asked)
        if sentence[one.source].deprel != "obj" or subject is None:
            return None
        return next(iter(self.parties(one.sentence, subject)), None)

    def _medium(self, index: int, places: Iterable[int]) -> Party | None:
        for place in places:
            told = self.parties(index, place)
            medium = next((party for party in told if self.is_media(party)), None)
            medium = medium or self.named(index, place)
            if medium is not None:
                return medium
        return None

    def _told_behind(self, one: Attribution) -> Party | None:
        """Return Radio Gao of "“No.” Ruiz spoke in an interview with Radio Gao."."""
        index = max(one.sentence, one.source_sentence)
        last = self.annotations.sentence_at(one.content[-1][1] - 1)
        index = 1 + (index if last is None else max(index, last))
        sentences = self.reading.sentences
        if one.source is None or index >= len(sentences):
            return None
        sentence = sentences[index]
        subject = sentence.subject(sentence.root)
        if subject is None or sentence[sentence.root].lemma not in _SPEAKS:
            return None
        if sentence.block != sentences[one.sentence].block:
            return None
        speakers = self.parties(one.source_sentence, one.source)
        if not set(self.parties(index, subject)) & set(speakers):
            return None
        phrases = sentence.children(sentence.root, "obl")
        carriers = [c for phrase in phrases for c in self._carriers(sentence, phrase)]
        return self._medium(index, (*phrases, *carriers))

    def _platform(self, one: Attribution, sentence: Sentence) -> Party | None:
        """Return the network of "said in a post on Telegram", "wrote on X"."""
        if not self._networks:
            return None
        phrases = sentence.children(one.cue, "obl", "nmod")
        if one.source is not None and one.source_sentence == one.sentence:
            phrases.extend(sentence.children(one.source, "nmod"))
        for phrase in phrases:
            for place in sentence.subtree(phrase):
                token = sentence[place]
                if token.text not in self._networks or one.holds(token.start):
                    continue
                if token.text != "X" or sentence.case_of(place) == "on":
                    return Party(None, token.text)
        return None

    def _told_medium(
        self, one: Attribution, addressees: Iterable[Party]
    ) -> Party | None:
        for party in addressees:
            if self.is_media(party):
                return party
        for token in one.addressees:
            medium = self.named(one.sentence, token) or self._meant(one.sentence, token)
            if medium is not None:
                return medium
        return None

    def _meant(self, index: int, token: int) -> Party | None:
        """Return the Post of "the Post's Gao service", and of "the paper" behind it."""
        sentence = self.reading.sentences[index]
        if sentence[token].lemma.lower() not in MEDIA | _PARTS:
            return None
        owner = sentence.child(token, "nmod:poss")
        if owner is not None:
            return self._medium(index, [owner])
        article = sentence.child(token, "det")
        if article is None or sentence[article].text.lower() not in {"the", "this"}:
            return None
        before = [
            mention
            for mention in self.annotations.mentions
            if mention.end <= sentence[token].start
            and mention.kind is MentionKind.NAME
            and "media" in self.annotations.chain_by_id[mention.chain].types
        ]
        if not before:
            return None
        return next(iter(self.parties(before[-1].sentence, before[-1].head)), None)

    def _carriers(self, sentence: Sentence, noun: int) -> list[int]:
        """Return who an interview was with, who carried a statement."""
        found = [
            child
            for child in sentence.children(noun, "nmod", "obl")
            if sentence.case_of(child) in {"with", "to", "on", "by"}
        ]
        for child in sentence.children(noun, "acl"):
            if sentence[child].lemma in _CARRIED:
                found.extend(sentence.children(child, "obl"))
        return found


def is_asked(before: Sentence, sentence: Sentence) -> bool:
    """Tell whether somebody is asked by nobody named: "Asked about it, he replied".

    In the sentence right before, or in what opens the sentence of the answer.
    """
    asks = [(before, before.root)] if before.block == sentence.block else []
    asks += [(sentence, one) for one in sentence.children(sentence.root, "advcl")]
    return any(
        tree[verb].lemma in _ASKED
        and tree[verb].tag in PAST
        and tree.child(verb, "obl:agent") is None
        and (tree.is_passive(verb) or tree.subject(verb) is None)
        for tree, verb in asks
    )


def find_stages(sentence: Sentence, cue: int) -> list[int]:
    """Return the verbs whose place is that of what is said.

    The cue itself; what it goes on from ("went on air and said", "was on air, where he
    said", "speaking on air, he said"); what is told of a statement ("a statement read
    out on air").
    """
    found = [cue]
    verb = cue
    for _ in range(3):
        above = sentence[verb].head
        alone = sentence.child(verb, "nsubj") is None
        where = any(
            sentence[child].lemma.lower() == "where"
            for child in sentence.children(verb, "advmod")
        )
        relation = sentence[verb].deprel
        if above < 0:
            break
        if relation == "acl:relcl" and where and sentence[above].head >= 0:
            verb = sentence[above].head  # the verb that the medium is a phrase of
        elif (relation == "advcl" and where) or (
            relation == "conj" and alone and above < verb
        ):
            verb = above
        else:
            break
        found.append(verb)
    found.extend(sentence.children(cue, "advcl"))
    for phrase in sentence.children(cue, "obl"):
        if sentence[phrase].lemma.lower() in _MEDIA_FRAMES:
            found.extend(sentence.children(phrase, "acl"))
    return found
