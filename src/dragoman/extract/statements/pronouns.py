"""Whom a pronoun means that speaks: who went on speaking, not whom he spoke of."""

from collections.abc import Callable

from dragoman.extract.statements.addressed import ANSWERS
from dragoman.extract.statements.bodies import Voices
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.reading import Attribution, Reading, cue_lemma
from dragoman.extract.statements.sources import source_of
from dragoman.model.annotation import Mention, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import QUESTIONS, Token

PERSON_ENDINGS = (
    *("ist", "ists", "ian", "ians"),
    *("man", "men", "woman", "women", "person"),
)
_DESCRIBED = frozenset({MentionKind.NAME, MentionKind.NOMINAL})
_GOING_ON = frozenset({"he", "she", "it", "they"})
# Whoever is asked or accused may be the next to speak; so is who denies.
_TURNING = frozenset({"request", "demand", "direct", "accuse"})
_TURNED = frozenset({"deny", "reject", "agree"})
_ACCUSING = frozenset({"accuse", "blame", "suspect", "charge"})
_QUESTIONS = QUESTIONS | {"if"}
_PERSONS = frozenset(
    {"official", "diplomat", "source", "witness", "resident", "local", "chief"}
    | {"president", "aide", "general", "colonel", "king", "queen", "envoy", "doctor"}
    | {"analyst", "victim", "critic", "student", "priest", "bishop", "imam", "mother"}
    | {"father", "brother", "sister", "son", "daughter", "widow", "wife", "husband"}
    | {"neighbour", "neighbor", "relative", "friend", "survivor", "participant"}
    | {"cousin", "aunt", "uncle", "nephew", "niece", "colleague", "boss", "nun"}
)


class SpokenPronouns:
    """Resolves "he said"; remembers who spoke last.

    Attributes:
        issuers: Who spoke last, or issued the statement last spoken of.
        last: The attribution in which they did.
    """

    def __init__(
        self, reading: Reading, parties: Callable[[int, int], tuple[Party, ...]]
    ) -> None:
        self.reading = reading
        self.annotations = reading.annotations
        self.parties = parties
        self.issuers: tuple[Party, ...] = ()
        self.last: Attribution | None = None

    def remember(self, one: Attribution, voices: Voices) -> None:
        """Note the first speaker of a sentence, who is the one of its main clause."""
        same = self.last is not None and self.last.sentence == one.sentence
        if one.act is not None and not same and not one.frame.startswith("plea"):
            self.last = one
            persons = [*voices.via, *voices.speakers]
            self.issuers = tuple(persons[:1]) if voices.via else voices.speakers

    def resolve(
        self, index: int, source: int, one: Attribution, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Return who a pronoun is that speaks.

        Args:
            index: Index of its sentence.
            source: The pronoun.
            one: What is attributed to it.
            parties: Who it means by its chain.
        """
        word = self.reading.sentences[index][source].text.lower()
        return (
            self._who_was_asked(index, one, word)
            or self._who_was_accused(index, source, one)
            or self._who_reports(index, one, word, parties)
            or self._who_spoke(index, source, one, parties)
        )

    def _who_reports(
        self, index: int, one: Attribution, word: str, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Return Ruiz of "Ruiz, beside Lund, said he hoped for peace".

        Who reports what goes on in a mind reports his own; of what was said or done,
        he is another's if that other is the one whom the text is about.
        """
        many = word == "they" and self._is_body(parties)
        own = one.act in {None, "assess"} or one.frame == "inf"
        if word not in _GOING_ON or not (own or many):
            return ()
        above = self._reporting(index, one, many=many)
        if above is None:
            return ()
        sentence, last = self.reading.sentences[index], self.last
        if last is not None and (last.sentence, last.cue) == (index, above):
            teller, found = last.source, self.issuers
        else:
            teller = source_of(sentence, above)
            found = () if teller is None else self.parties(index, teller)
        if teller is None or not found or found == parties:
            return ()
        plural = sentence[teller].tag in {"NNS", "NNPS"} or len(found) > 1
        if plural or word == "they" or found[0].entity is None:
            return found if plural and word == "they" else ()
        fits = (
            self._fits(found[0], word)
            if word in {"he", "she"}
            else not self._is_one(found[0])
        )
        return found if fits else ()

    def _reporting(self, index: int, one: Attribution, *, many: bool) -> int | None:
        """Return the verb in whose clause a cue stands: "said they hoped".

        Where many are meant, that of "lawyers left the court because they thought".
        """
        sentence, cue = self.reading.sentences[index], one.cue
        if cue < 0 or one.sentence != index:
            return None
        if sentence[cue].deprel == "conj" and sentence.child(cue, "nsubj") is None:
            cue = sentence[cue].head
        above = sentence[cue].head
        if not 0 <= above < cue:
            return None
        if sentence[cue].deprel == "advcl":
            return above if many else None
        frames = self.reading.lexicon.verbs.get(sentence[above].lemma)
        told = sentence[cue].deprel == "ccomp" and tells_clause(frames)
        return above if told else None

    def _who_was_accused(
        self, index: int, source: int, one: Attribution
    ) -> tuple[Party, ...]:
        """Return the king of "Ruiz accused the king of theft, a charge he denied"."""
        sentence = self.reading.sentences[index]
        word = sentence[source].text.lower()
        if one.act not in {"deny", "reject"} or word not in _GOING_ON:
            return ()
        for verb in range(source - 1, 0, -1):
            if sentence[verb].lemma not in _ACCUSING or sentence[verb].upos != "VERB":
                continue
            accused = sentence.child(verb, "obj", "nsubj:pass")
            if accused is None or sentence[accused].upos == "PRON":
                return ()
            found = self.parties(index, accused)
            if word in {"he", "she"}:
                known = [party for party in found if party.entity is not None]
                found = tuple(p for p in known if self._fits(p, word)) or found
            return found
        return ()

    def _who_spoke(
        self, index: int, source: int, one: Attribution, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Prefer who spoke last to somebody whom he only spoke of.

        "Ruiz denied that the general had left. He said ..." goes on with Ruiz, even
        where the general is the nearer of the two.
        """
        sentence = self.reading.sentences[index]
        word = sentence[source].text.lower()
        if not parties:
            if word == "they" and one.sentence == index and one.cue >= 0:
                governing = self._governor(index, one.cue)
                if governing:
                    return governing
            return self._going_on(index, word, quoted=one.frame == "quote")
        if word in {"he", "she"} and self._is_named_within(index, one, parties):
            others = self._others(index, source, word, parties)
            return others or (parties if one.frame == "quote" else ())
        many = word == "they"
        if word not in _GOING_ON or not (many or len(parties) == 1):
            return parties
        return self._rather(index, source, one, parties)

    def _rather(
        self, index: int, source: int, one: Attribution, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Return who spoke last instead of those whom he spoke of, else the latter."""
        sentence, last = self.reading.sentences[index], self.last
        word = sentence[source].text.lower()
        if last is None or last.sentence == index or self.issuers == parties:
            return parties
        near = self._reached(last) >= self._first(index, one) - 1
        near = near and (word == "they" or len(self.issuers) == 1)
        above = sentence.block != self.reading.sentences[last.sentence].block
        if not near:
            return self._topic(index, source, one, parties) or parties
        if above and last.act == "request" and not self._is_text(last):
            return parties
        if not self._can_be(last, word, self.issuers[0]):
            return parties
        spoken_of = all(
            self._is_spoken_of(index, source, one, party, above=above)
            for party in parties
        )
        named = self.issuers[0].entity is not None and word in {"he", "she"}
        fits = not named or self._fits(self.issuers[0], word)
        return self.issuers if spoken_of and fits else parties

    def _topic(
        self, index: int, source: int, one: Attribution, parties: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Return Ruiz of "Ruiz made no mention of Lund's plan. He said he had none".

        Where nobody spoke, "he" goes on with the subject of the sentence before.
        """
        token = self.reading.sentences[index][source]
        word, first = token.text.lower(), self._first(index, one)
        if word not in {"he", "she"} or not first or parties[0].entity is None:
            return ()
        found = self._subject_of(first - 1, index, one)
        if not found or found == parties or not self._fits(found[0], word):
            return ()
        if self._is_named_within(index, one, found):
            return ()
        mentions = self.annotations.mentions_by_chain.get(parties[0].entity, ())
        if any(
            (mention.sentence == first - 1 and not self._is_lesser(mention))
            or (mention.sentence == index and mention.start < token.start)
            for mention in mentions
        ):
            return ()
        return found

    def _subject_of(
        self, before: int, index: int, one: Attribution
    ) -> tuple[Party, ...]:
        """Return the person, known for a man or a woman, whom a sentence is about.

        A quotation in the next paragraph goes on with him if he did something by
        words: "Ruiz attacked the deal".
        """
        tree = self.reading.sentences[before]
        above = tree.block != self.reading.sentences[index].block
        told = tree[tree.root].lemma in self.reading.lexicon.verbs
        if above and not (told and one.frame == "quote"):
            return ()
        subject = tree.subject(tree.root)
        found = () if subject is None else self.parties(before, subject)
        if len(found) != 1 or found[0].entity is None:
            return ()
        shown = self.annotations.chain_by_id[found[0].entity].gender
        return () if shown is None else found

    def _can_be(self, last: Attribution, word: str, speaker: Party) -> bool:
        """Tell whether a pronoun can mean who spoke last: a person, or a thing."""
        if word in {"it", "they"}:
            return self._is_thing(last, word)
        plural = last.source is not None and (
            self.reading.sentences[last.source_sentence][last.source].tag == "NNS"
        )
        return speaker.entity is not None or (self._is_person(last) and not plural)

    def _is_spoken_of(
        self, index: int, source: int, one: Attribution, chosen: Party, *, above: bool
    ) -> bool:
        """Tell whether the nearest candidate is only somebody who was spoken of."""
        last, start = self.last, self.reading.sentences[index][source].start
        assert last is not None  # noqa: S101 - asked before
        if chosen.entity is None:
            tree = self.reading.sentences[last.sentence]
            place = self.reading.document.text.find(chosen.name, tree.start, tree.end)
            return place < 0 or last.holds(place)
        mentions = self.annotations.mentions_by_chain.get(chosen.entity, ())
        if any(
            mention.sentence == index
            and mention.kind is not MentionKind.PRONOUN
            and mention.start < start
            and not one.holds(mention.start)
            for mention in mentions
        ):
            return False
        there = [mention for mention in mentions if mention.sentence == last.sentence]
        if any(last.holds(mention.start) for mention in there):
            return True
        if not there:
            # "The governor" who spoke may be the one whom the chain means.
            speaker = self.issuers[0]
            return speaker.entity is not None or not _is_definite(speaker.name)
        if above and all(self._stands_aside(mention) for mention in there):
            return True
        cue = cue_lemma(self.reading, one)
        answered = last.act in _TURNING or one.act in _TURNED or cue in ANSWERS
        return not answered and all(map(self._is_lesser, there))

    def _is_lesser(self, mention: Mention) -> bool:
        """Tell who is no subject of his sentence, but stands in a phrase of it."""
        sentence = self.reading.sentences[mention.sentence]
        head = sentence.head_of(mention.start, mention.end)
        while head is not None and sentence[head].deprel in {"appos", "flat"}:
            head = sentence[head].head
        if head is None or not sentence[head].deprel.startswith("nsubj"):
            return True
        clause = sentence[head].head
        return sentence[clause].deprel not in {"root", "conj", "parataxis", "ccomp"}

    def _is_text(self, one: Attribution) -> bool:
        """Tell whether a document spoke: "the letters added"."""
        if one.source is None:
            return False
        word = self.reading.sentences[one.source_sentence][one.source]
        return word.lemma.lower() in self.reading.lexicon.documents

    def _is_thing(self, one: Attribution, word: str) -> bool:
        """Tell a body or a document that spoke from a person: "it", "they" go on."""
        if one.source is None:
            return False
        sentence = self.reading.sentences[one.source_sentence]
        token = sentence[one.source]
        plural = token.tag in {"NNS", "NNPS"} or len(self.issuers) > 1
        if token.upos == "PRON":
            return token.text.lower() == word
        if word == "they" and plural:
            return True
        if self._is_text(one):
            return plural == (word == "they")
        mention = self.annotations.mention_headed(one.source_sentence, one.source)
        body = mention is not None and mention.schema is Schema.ORGANIZATION
        return body and word == "it"

    def _stands_aside(self, mention: Mention) -> bool:
        """Tell who is named with the occasion: "In an interview with Ana Ruiz, ..."."""
        sentence = self.reading.sentences[mention.sentence]
        head = sentence.head_of(mention.start, mention.end)
        while head is not None and sentence[head].deprel in {"appos", "flat", "nmod"}:
            head = sentence[head].head
        return head is not None and sentence[head].deprel.startswith("obl")

    def _who_was_asked(
        self, index: int, one: Attribution, word: str
    ) -> tuple[Party, ...]:
        """Return the witness of "The judge asked the witness why. He said ..."."""
        last = self.last
        if last is None or last.act != "request" or last.sentence != index - 1:
            return ()
        bidden = one.act in _TURNED  # "asked the witness to leave. He refused"
        if word not in {"he", "she"} or (
            one.frame not in {"clause", "quote"} and not bidden
        ):
            return ()
        tree = self.reading.sentences[last.sentence]
        if tree.block != self.reading.sentences[index].block or last.core < 0:
            return ()
        first = tree[tree.subtree(last.core)[0]].text.lower()
        if first not in _QUESTIONS and not bidden:
            return ()
        asked = [
            party
            for token in last.addressees
            for party in self.parties(last.sentence, token)
            if party.entity is not None and party not in self.issuers
        ]
        fits = len(asked) == 1 and self._fits(asked[0], word)
        return tuple(asked) if fits else ()

    def _is_named_within(
        self, index: int, one: Attribution, parties: tuple[Party, ...]
    ) -> bool:
        """Tell whether the words reported name the one taken for their speaker.

        "The judge, she says, is ill": she is not the judge. Nobody is named inside a
        clause that hangs on his own pronoun (principle C of binding), and hardly
        anybody speaks of himself by name.
        """
        if len(parties) != 1:
            return False
        text = self.reading.document.text
        if any(parties[0].name in text[s:e] for s, e in one.content):
            return True
        if parties[0].entity is None:
            return False
        # Of who went on speaking, a description within the words is another's.
        goes_on = parties == self.issuers
        barred = {MentionKind.NAME} if goes_on else _DESCRIBED
        return any(
            mention.sentence == index
            and mention.kind in barred
            and one.holds(mention.start)
            for mention in self.annotations.mentions_by_chain.get(parties[0].entity, ())
        )

    def _others(
        self, index: int, source: int, word: str, barred: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Find whom a pronoun means if not the nearest: the last speaker that fits."""
        for party in self.issuers:
            if party not in barred and (
                party.entity is None or self._fits(party, word)
            ):
                return (party,)
        block = self.reading.sentences[index].block
        start = self.reading.sentences[index][source].start
        for place in range(index - 1, max(index - 4, -1), -1):
            if self.reading.sentences[place].block != block:
                break
            for mention in self.annotations.mentions_by_sentence.get(place, ()):
                chain = self.annotations.chain_by_id[mention.chain]
                party = Party(chain.id, chain.name or mention.text)
                person = chain.schema is Schema.PERSON and chain.name is not None
                meant = person and mention.start < start and party not in barred
                if meant and self._fits(party, word):
                    return (party,)
        return ()

    def _going_on(self, index: int, word: str, *, quoted: bool) -> tuple[Party, ...]:
        """Take an unresolved pronoun for who spoke in the sentence before.

        "A witness said that ... He added ...": the unnamed have no chain. The next
        paragraph goes on with him if it quotes.
        """
        last, sentences = self.last, self.reading.sentences
        if last is None or not self.issuers or self._reached(last) != index - 1:
            return ()
        if not quoted and sentences[index].block != sentences[last.sentence].block:
            return ()
        if word == "they":
            plural = last.source is not None and (
                sentences[last.source_sentence][last.source].tag in {"NNS", "NNPS"}
            )
            return self.issuers if plural or len(self.issuers) > 1 else ()
        if len(self.issuers) != 1:
            return ()
        speaker = self.issuers[0]
        if speaker.entity is None:
            person = self._is_person(last)
            if word in {"he", "she"} and last.source is not None:
                # A bare name that no list knows has no chain, but a pronoun.
                tree = sentences[last.source_sentence]
                person = person or tree[last.source].upos == "PROPN"
            return self.issuers if (word == "it") != person else ()
        if word in {"he", "she"}:
            return self.issuers if self._fits(speaker, word) else ()
        chain = self.annotations.chain_by_id[speaker.entity]
        fits = word == "it" and chain.schema is not Schema.PERSON
        return self.issuers if fits else ()

    def _first(self, index: int, one: Attribution) -> int:
        """Return the sentence in which words begin: the cue may stand in the last."""
        first = self.annotations.sentence_at(one.content[0][0])
        return index if first is None else min(index, first)

    def _reached(self, one: Attribution) -> int:
        """Return the sentence in which words end: a quotation has several."""
        if one.frame != "quote":
            return one.sentence
        last = self.annotations.sentence_at(one.content[-1][1] - 1)
        return one.sentence if last is None else max(one.sentence, last)

    def _is_person(self, one: Attribution) -> bool:
        """Tell an unnamed person from an unnamed body, by the ending of the noun."""
        if one.source is None:
            return False
        sentence = self.reading.sentences[one.source_sentence]
        beside = sentence.children(one.source, "appos")
        return any(is_person(sentence[token]) for token in (one.source, *beside))

    def _is_body(self, parties: tuple[Party, ...]) -> bool:
        """Tell one named body or place, which is hardly "they" beside many."""
        return (
            len(parties) == 1
            and parties[0].entity is not None
            and not self._is_one(parties[0])
        )

    def _is_one(self, party: Party) -> bool:
        """Tell a person from a body and a place."""
        chain = self.annotations.chain_by_id[party.entity or ""]
        return chain.schema is Schema.PERSON

    def _fits(self, party: Party, word: str) -> bool:
        chain = self.annotations.chain_by_id[party.entity or ""]
        gender = {"he": "m", "she": "f"}[word]
        return chain.schema is Schema.PERSON and chain.gender in {None, gender}

    def _governor(self, index: int, cue: int) -> tuple[Party, ...]:
        """Resolve "officials criticizing what they call ...": the officials."""
        sentence = self.reading.sentences[index]
        if sentence[cue].deprel not in {"ccomp", "acl:relcl", "advcl"}:
            return ()
        above = sentence[cue].head
        if above < 0 or sentence[above].upos != "VERB":
            return ()
        source = source_of(sentence, above)
        return () if source is None else self.parties(index, source)


def is_person(word: Token) -> bool:
    """Tell the noun of a person by its ending."""
    lemma = word.lemma.lower()
    return lemma.endswith((*PERSON_ENDINGS, "er", "or", "ess")) or lemma in _PERSONS


def _is_definite(name: str) -> bool:
    """Tell "the governor" from "a governor" and "governors"."""
    return name.lower().startswith("the ")
