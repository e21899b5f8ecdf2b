"""From the token of a source to parties: speakers, relays and outlets."""

from dragoman.extract.parties import (
    CUT,
    QUESTIONER,
    describe,
    parties_at,
    party_named,
)
from dragoman.extract.statements.bodies import BodyFinder, Voices
from dragoman.extract.statements.exchanges import ExchangeFinder
from dragoman.extract.statements.hearers import HearerFinder
from dragoman.extract.statements.labelled import find_labelled
from dragoman.extract.statements.outlets import OutletFinder
from dragoman.extract.statements.phrase_parties import PhraseParties
from dragoman.extract.statements.pronouns import SpokenPronouns
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.relays import find_relays
from dragoman.extract.statements.sources import QUOTING, quoter_of, source_of
from dragoman.extract.statements.turns import find_own_name
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import OWNER_CASES, Sentence
from dragoman.text.calendar_names import WEEKDAY_NAMES

_SPEECH_ONLY = frozenset({"say", "tell", "add", "reply", "respond", "state", "declare"})
_EVIDENCE = frozenset(
    {"show", "find", "prove", "suggest", "indicate", "mean", "demonstrate", "reveal"}
    | {"confirm", "highlight", "underline", "underscore", "reflect", "hold"}
)
_ISSUED = frozenset(
    {"issue", "publish", "release", "sign", "write", "post", "send", "make", "read"}
    | {"put", "draft", "address", "attribute", "adopt", "send", "submit", "deliver"}
)
_PUBLISHES = frozenset({"publish", "post", "share", "release", "upload", "circulate"})
_SENDS = _ISSUED | _PUBLISHES | {"hand", "leave", "present", "dispatch", "file", "give"}
# How many sentences before a document may have been published.
_WHEN = ("DATE", "TIME")
_LOOK_BACK = 4
# Neither "each" that stands for nobody told nor "Bloody Friday" speaks.
_NOBODY = frozenset({*WEEKDAY_NAMES, "Each", "each"})
_SAID_IN = frozenset({"in", "by", "through", "with"})
_FILINGS = frozenset(
    {"appeal", "brief", "complaint", "filing", "lawsuit", "motion", "petition", "suit"}
)
_PAIR = 2
_STATEMENTS = frozenset({"statement", "communique", "communiqué", "declaration"})
_ASCRIBED = frozenset({"attribute", "ascribe"})


_SIDES = frozenset(
    {"side", "government", "country", "state", "nation", "capital", "ministry", "army"}
    | {"party", "leader", "minister", "president", "premier", "neighbour", "neighbor"}
)
# What one does by saying it.
_ACTS = frozenset(
    {"request", "demand", "condemn", "thank", "reject", "deny", "praise", "accuse"}
    | {"warn", "pledge"}
)


class SpeakerFinder:
    """Resolves sources; remembers who issued the statement last spoken of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.annotations: Annotations = reading.annotations
        # Its neighbours are given these, not the finder: it holds them, and a circle
        # would keep the document until the garbage collector comes by.
        phrases = PhraseParties(reading)
        self._parties, self._is_human = phrases.of, phrases.is_human
        # A transcript has few names and thousands of turns.
        self._named: dict[str, Party] = {}
        self.pronouns = SpokenPronouns(reading, self._parties)
        self.outlets = OutletFinder(reading, self._parties)
        self.bodies = BodyFinder(reading, self._parties)
        self.exchanges = ExchangeFinder(reading, self._parties)
        self.hearers = HearerFinder(
            reading, self._parties, self._is_human, self.outlets
        )

    def voices(self, one: Attribution) -> Voices:
        """Return the voices behind an attribution; no speakers if none is known."""
        if one.source is None:
            voice = self.reading.own_voice
            return Voices((voice.author,) if one.own and voice is not None else ())
        index, source = one.source_sentence, one.source
        sentence = self.reading.sentences[index]
        found = self._speakers(index, source, one)
        if not found.speakers:
            return found
        via = list(found.via)
        outlet = found.outlet
        if one.cue >= 0 and one.sentence == index:
            found, via, outlet = self._with_relays(index, one, found)
        quoter = quoter_of(sentence, one.cue) if one.cue >= 0 else None
        if quoter is None and _is_quoted(sentence, one):
            quoter = source_of(sentence, one.cue)
        if quoter is not None and one.sentence == index:
            for party in self._parties(index, quoter):
                if self.outlets.is_media(party):
                    outlet = outlet or party
                else:
                    via.insert(0, party)
        if not one.inside:
            self.pronouns.remember(one, found)
        return Voices(
            found.speakers,
            tuple(via),
            outlet or self.outlets.find(one, self.hearers.of(one)),
        )

    def _with_relays(
        self, index: int, one: Attribution, found: Voices
    ) -> tuple[Voices, list[Party], Party | None]:
        """Add those through whom, and by whose word, a source says it."""
        via, outlet = list(found.via), found.outlet
        assert one.source is not None  # noqa: S101 - asked before
        relays = find_relays(self.reading.sentences[index], one.cue, one.source)
        for token in relays.through:
            human = self._is_human(index, token) or self.outlets.is_medium(index, token)
            for party in self._parties(index, token):
                medium = party
                if not human and party.entity is None:
                    continue  # "told the agency via telephone"
                if party.entity is None:
                    medium = self.outlets.named(index, token) or party
                if self.outlets.is_media(medium) or medium is not party:
                    outlet = outlet or medium
                via.append(medium)
        cited = [
            party
            for token in relays.cited
            if self._is_human(index, token)
            for party in self._parties(index, token)
        ]
        if not cited:
            return found, via, outlet
        if len(found.speakers) == 1 and (
            self.outlets.is_media(found.speakers[0])
            or self.outlets.named(index, one.source) is not None
            or self.outlets.is_medium(index, one.source)
        ):
            # "The Post, citing two diplomats, reported": the two said so.
            via.extend(found.speakers)
            outlet = outlet or found.speakers[0]
            return Voices(tuple(cited), (), outlet), via, outlet
        if relays.through:
            via.extend(cited)
        return found, via, outlet

    def _speakers(self, index: int, source: int, one: Attribution) -> Voices:
        sentence = self.reading.sentences[index]
        lexicon = self.reading.lexicon
        on_network = sentence[source].text.lower() in lexicon.platforms
        if on_network and sentence[source].deprel == "nmod":
            source = sentence[source].head  # "users on Telegram, who wrote"
        lemma = sentence[source].lemma.lower()
        own = self._in_own_voice(index, source)
        if own:
            return Voices(own)
        if lemma in lexicon.documents and sentence[source].upos != "PROPN":
            issued = self._issuer(index, source)
            if not issued.speakers and lemma in _STATEMENTS:
                # "a statement said": whose it is, is not told
                words = describe(self.reading.document, sentence, source)
                return Voices((Party(None, words),))
            if issued.speakers or lemma not in lexicon.speakers:
                return issued
        body = self.bodies.find(index, source)
        parties = self._parties(index, source)
        if _is_both(sentence, source) and all(p.entity is None for p in parties):
            parties = self._pair_before(index) or parties
        if body is None and all(party.entity is None for party in parties):
            body = self.bodies.last_before(index, source) or self.bodies.of_words(one)
        if body is None and one.frame == "turn" and one.cue < 0:
            speaking = self._of_turn(one, parties)
            body = self.bodies.spoken_for(speaking) or Voices(speaking)
        if body is not None:
            return body
        return self._voiced(index, source, one, parties)

    def _voiced(
        self, index: int, source: int, one: Attribution, parties: tuple[Party, ...]
    ) -> Voices:
        """Return whose voice parties are, if they can speak."""
        # Who went on speaking is no "he" of whom he is quoted to tell.
        if self.reading.sentences[index][source].upos == "PRON" and not one.inside:
            parties = self.pronouns.resolve(index, source, one, parties)
        if not self._can_speak(index, source, parties, one):
            return Voices(())
        return self.bodies.spoken_for(parties) or Voices(parties)

    def _pair_before(self, index: int) -> tuple[Party, ...]:
        """Return the two of "Orlov and Lund met in Rome. Both deny it."."""
        sentences = self.reading.sentences
        if index == 0 or sentences[index - 1].block != sentences[index].block:
            return ()
        before = sentences[index - 1]
        rows = [t for t in range(len(before)) if len(before.conjuncts(t)) == _PAIR]
        for token in rows:
            if before.case_of(token) == "between":  # "talks between Chad and Mali"
                sides = self._parties(index - 1, token)
                return sides if len(sides) == _PAIR else ()
        found = [
            parties
            for token in rows
            for parties in (self._parties(index - 1, token),)
            if len(parties) == _PAIR and all(party.entity for party in parties)
        ]
        if not found:
            # "Chad accused Mali of theft. Both governments deny it."
            named = {
                mention.chain: Party(mention.chain, name)
                for mention in self.annotations.mentions_by_sentence.get(index - 1, ())
                for name in (self.annotations.chain_by_id[mention.chain].name,)
                if name is not None and self._may_be_side(mention)
            }
            return tuple(named.values()) if len(named) == _PAIR else ()
        return found[0] if len(found) == 1 else ()

    def _may_be_side(self, mention: Mention) -> bool:
        """Tell whether a name is somebody: no work, no town where others met."""
        if mention.schema is Schema.PLACE:
            return "state" in self.annotations.chain_by_id[mention.chain].types
        return mention.schema is not Schema.WORK

    def _in_own_voice(self, index: int, source: int) -> tuple[Party, ...]:
        """Return the author for his "we", the reader of his letter for "you"."""
        voice = self.reading.own_voice
        sentence = self.reading.sentences[index]
        word = sentence[source]
        if voice is None or word.start < voice.start:
            return ()
        if self.reading.quotation_at(word.start) is not None:
            return ()
        if word.text.lower() in {"we", "i", "my", "our"}:
            return (voice.author,)
        if word.text.lower() == "you":
            return voice.readers if len(voice.readers) == 1 else ()
        if word.text.lower() == "it" and index:
            return (voice.author,) if self._goes_on_as_author(index, source) else ()
        start, end = sentence.extent(source, without=CUT)
        described = voice.is_author(self.reading.document.text[start:end])
        if not described:
            return ()
        chains = {p.entity for p in self._parties(index, source)} - {None}
        # Of another ministry, "the Ministry" is said only where it was just named.
        near = range(max(index - 1, 0), index + 1)
        named = any(
            mention.chain in chains and mention.kind is MentionKind.NAME
            for place in near
            for mention in self.annotations.mentions_by_sentence.get(place, ())
        )
        return () if named else (voice.author,)

    def publisher(self, one: Attribution) -> tuple[Party, ...]:
        """Return who publishes, for his "we": "We call on the court to free her".

        Only where he acts by saying it: in the present, outside quotation marks.
        """
        name = self.reading.document.source.name
        if name is None or one.act not in _ACTS or one.cue < 0 or self.reading.turns:
            return ()
        if one.source is None:
            return ()
        sentence = self.reading.sentences[one.sentence]
        word, cue = sentence[one.source], sentence[one.cue]
        if one.source_sentence != one.sentence or word.text.lower() != "we":
            return ()
        if cue.tag not in {"VBP", "VB"} or cue.deprel not in {"root", "conj"}:
            return ()
        if any(
            not quotation.balanced
            for quotation in self.reading.quotations_in(sentence.start, sentence.end)
        ):
            return ()
        return (party_named(self.annotations, name),)

    def _goes_on_as_author(self, index: int, source: int) -> bool:
        """Tell "The Embassy takes note ... It rejects", of the Embassy itself."""
        voice, sentences = self.reading.own_voice, self.reading.sentences
        before = sentences[index - 1]
        subject = before.subject(before.root)
        if voice is None or subject is None or before.block != sentences[index].block:
            return False
        if self._parties(index, source):
            return False
        start, end = before.extent(subject, without=CUT)
        return voice.is_author(self.reading.document.text[start:end])

    def _of_turn(
        self, one: Attribution, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Name who speaks in a transcript by what stands before the colon."""
        turn = self.reading.turn_by_mark.get(one.cue_span)
        if turn is not None and (turn.label.posted or turn.label.name[0] == "@"):
            name = turn.label.name
            if name not in self._named:
                self._named[name] = party_named(self.annotations, name)
            return (self._named[name],)
        named = tuple(party for party in parties if party.entity is not None)
        if named:
            return named  # what was coordinated with the label stands in the words
        if turn is None or turn.label.answers:
            return parties
        own = find_own_name(self.reading, turn)
        if own is not None:
            text = self.reading.document.text
            return (Party(None, text[own.start : own.end]),)
        if turn.label.asks:
            return (QUESTIONER,)
        return (
            find_labelled(self.reading, turn.label) or Party(None, turn.label.name),
        )

    def _issuer(self, index: int, source: int) -> Voices:
        """Resolve "the ministry's communiqué": those whose document speaks speak."""
        sentence = self.reading.sentences[index]
        owners = _owners(sentence, source)
        for owner in owners:
            named = self.annotations.mention_headed(index, owner) is not None
            if named or self._is_human(index, owner):
                parties = self._parties(index, owner)
                whose = sentence[owner].deprel == "amod"
                if whose and all(party.entity is None for party in parties):
                    # "The Ethiopian readout" is no party called Ethiopian.
                    parties = parties_at(
                        self.reading.document, self.annotations, index, source
                    )
                if parties:
                    return Voices(parties)
        above = sentence[source].head
        if sentence[source].deprel == "obl" and sentence.case_of(source) in _SAID_IN:
            teller = sentence.subject(above)  # "denied it in a statement that spoke of"
            if teller is not None and self._is_human(index, teller):
                return Voices(self._parties(index, teller))
        articles = {sentence[c].text.lower() for c in sentence.children(source, "det")}
        described = all(sentence[owner].deprel == "amod" for owner in owners)
        if not (articles & {"the", "this", "that"} and described):
            return Voices(())
        noun = sentence[source].lemma.lower()
        senders = self._senders(index, noun) or self._publishers(index)
        return Voices(senders or self.pronouns.issuers)

    def _senders(self, index: int, noun: str) -> tuple[Party, ...]:
        """Return who gave away what speaks: "handed him a note. The note read".

        Whoever speaks in between, the note is theirs who wrote or handed it over.
        """
        for place in range(index - 1, max(index - _LOOK_BACK, -1), -1):
            sentence = self.reading.sentences[place]
            for thing in sentence.find_lemmas(
                _FILINGS if noun in _FILINGS else frozenset({noun})
            ):
                verb = sentence[thing].head
                if (
                    sentence[thing].deprel != "obj"
                    or sentence[verb].lemma not in _SENDS
                ):
                    continue
                sender = source_of(sentence, verb)
                if sender is not None:
                    return self._parties(place, sender)
        return ()

    def _publishers(self, index: int) -> tuple[Party, ...]:
        """Return who published what speaks, where nobody spoke since.

        "The channel shared a photograph. The post reads": the channel's.
        """
        last = self.pronouns.last
        spoken = -1 if last is None else last.sentence
        for place in range(index - 1, max(index - _LOOK_BACK, spoken, -1), -1):
            sentence = self.reading.sentences[place]
            root = sentence.root
            subject = sentence.subject(root)
            if subject is None or sentence[root].lemma not in _PUBLISHES:
                continue
            parties = self._parties(place, subject)
            named = [p for p in parties if p.entity is not None or not p.name.islower()]
            if parties and len(named) == len(parties):
                return parties
        return ()

    def _can_speak(
        self, index: int, token: int, parties: tuple[Party, ...], one: Attribution
    ) -> bool:
        if not parties or parties[-1].name.rpartition(" ")[2] in _NOBODY:
            return False
        cue = ""
        if one.cue >= 0:
            cue = self.reading.sentences[one.sentence][one.cue].lemma.lower()
        if any(party.entity is not None for party in parties):
            chains = [p.entity for p in parties if p.entity is not None]
            schemas = {self.annotations.chain_by_id[chain].schema for chain in chains}
            if schemas == {Schema.WORK}:
                return False
            return not (schemas == {Schema.PLACE} and cue in _EVIDENCE)
        if self._is_human(index, token):
            return True
        return cue in _SPEECH_ONLY and not _is_doing(
            self.reading.sentences[index], token
        )

    def thing(self, one: Attribution) -> tuple[Party, ...]:
        """Return the video of "a video claims that she said": nobody, but a relay."""
        if one.source is None or one.frame != "clause" or one.act != "assert":
            return ()
        word = self.reading.sentences[one.source_sentence][one.source]
        if word.upos != "NOUN":
            return ()
        return self._parties(one.source_sentence, one.source)

    def relay(self, one: Attribution) -> tuple[Party, ...]:
        """Return who passes on what somebody else said."""
        if one.relay is None:
            return ()
        return self._parties(one.sentence, one.relay)


def _is_doing(sentence: Sentence, source: int) -> bool:
    """Tell "the severing of relations", which says nothing."""
    doing = sentence[source].tag == "NN" and sentence[source].text.endswith("ing")
    return doing and any(
        sentence.case_of(child) == "of" for child in sentence.children(source, "nmod")
    )


def _is_both(sentence: Sentence, source: int) -> bool:
    """Tell "both", "both governments" and "the two sides"."""
    if sentence[source].text.lower() == "both":
        return True
    words = {sentence[c].text.lower() for c in sentence.children(source)}
    sides = sentence[source].tag == "NNS" and sentence[source].lemma in _SIDES
    return sides and bool(words & {"both", "two"})


def _is_quoted(sentence: Sentence, one: Attribution) -> bool:
    """Tell whether the source is who is quoted: 'The daily quotes Ruiz: “No.”'."""
    return (
        one.cue >= 0
        and sentence[one.cue].lemma in QUOTING
        and one.source is not None
        and one.source_sentence == one.sentence
        and sentence[one.source].head == one.cue
        and sentence[one.source].deprel == "obj"
    )


def _owners(sentence: Sentence, source: int) -> list[int]:
    """Return whose document it may be: owners, authors, senders, what describes it."""
    owners = sentence.children(source, "nmod:poss")
    owners.extend(
        child
        for child in sentence.children(source, "nmod", "acl")
        if sentence.case_of(child) in OWNER_CASES
    )
    for child in sentence.children(source, "acl"):
        if sentence[child].lemma in _ISSUED:
            owners.extend(sentence.children(child, "obl:agent"))
        if sentence[child].lemma in _ASCRIBED:
            owners.extend(
                below
                for below in sentence.children(child, "obl")
                if sentence.case_of(below) == "to"
            )
    for child in sentence.children(source, "acl:relcl"):
        # "the letter he sent reads": he speaks.
        owners.extend(
            c
            for c in sentence.children(child, "nsubj")
            if sentence[c].tag not in {"WDT", "WP"}
        )
    owners.extend(sentence.children(source, "compound", "amod"))
    behind = source + 1
    if behind < len(sentence) and sentence[behind].text.lower() in OWNER_CASES:
        # "a statement by the mayor's office read", torn from its noun.
        owners.extend(head for head in (sentence[behind].head,) if head >= 0)
    verb = sentence[source].head
    if sentence[source].deprel == "obj" and sentence[verb].lemma in _ISSUED:
        # "The union issued a communiqué, which warned": the union.
        issuer = source_of(sentence, verb)
        owners.extend(() if issuer is None else (issuer,))
    # "Thursday's decision" is not the day's.
    return [one for one in owners if not sentence[one].entity.endswith(_WHEN)]
