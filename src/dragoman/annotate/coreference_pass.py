"""The pass over the text: each expression in turn is given its chain."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from dragoman.annotate.coreference import Discourse, Referent
from dragoman.annotate.coreference_groups import Groups
from dragoman.annotate.coreference_pronouns import is_pronoun, resolve_pronoun
from dragoman.annotate.coreference_titles import Fact, fit
from dragoman.annotate.names_reading import Reading, Spot
from dragoman.annotate.names_sequences import Sequence
from dragoman.annotate.offices import Held
from dragoman.data.tables import NameWords
from dragoman.model.annotation import MentionKind, Quotation, Schema
from dragoman.model.syntax import Sentence

_LEFT = frozenset(
    {"det", "amod", "compound", "nmod:poss", "nummod", "det:predet", "flat"}
)
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "two", "three", "many"}
)
_NO_REFERENCE = frozenset({"any", "no", "every", "each", "which", "what", "whichever"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_VISITORS = frozenset({"guest", "visitor", "host", "interlocutor"})
_GROUP_NOUNS = frozenset({"delegation", "entourage"})


@dataclass(slots=True)
class _Item:
    start: int
    order: int
    run: Callable[[], None]


class CoreferencePass:
    """One reading of the document in order of the text."""

    def __init__(
        self,
        reading: Reading,
        sentences: tuple[Sentence, ...],
        quotations: tuple[Quotation, ...],
        held: dict[int, list[Held]],
        words: NameWords,
        text: str,
    ) -> None:
        self.discourse = Discourse(reading, sentences, words)
        self.groups = Groups(self.discourse)
        self.reading = reading
        self.sentences = sentences
        self.words = words
        self.text = text
        self.held = held
        self.facts: dict[int, Fact] = {}
        self.quoted = _quoted_tokens(sentences, quotations)
        self.open_by_sequence = {id(s): (s, chains) for s, chains in reading.open}
        self.generic_by_id = {id(s): s for s in reading.generic}
        self._by_sentence()

    def _by_sentence(self) -> None:
        self.spots: dict[int, list[Spot]] = {}
        for spot in self.reading.spots:
            self.spots.setdefault(spot.sentence, []).append(spot)
        self.opens: dict[int, list[tuple[Sequence, list[int]]]] = {}
        for sequence, chains in self.reading.open:
            self.opens.setdefault(sequence.sentence, []).append((sequence, chains))
        self.generics: dict[int, list[Sequence]] = {}
        for sequence in self.reading.generic:
            self.generics.setdefault(sequence.sentence, []).append(sequence)

    def run(self, headlines: frozenset[int]) -> None:
        """Read the body, then the headlines with what the body has shown."""
        body = [n for n in range(len(self.sentences)) if n not in headlines]
        for number in (*body, *sorted(headlines)):
            self._read(number, headline=number in headlines)

    def _read(self, number: int, *, headline: bool) -> None:
        sentence = self.sentences[number]
        items: list[_Item] = []
        for spot in self.spots.get(number, ()):
            items.append(_Item(spot.start, 2, partial(self._name, spot)))
        for sequence, chains in self.opens.get(number, ()):
            items.append(
                _Item(sequence.start, 2, partial(self._open, sequence, chains))
            )
        for sequence in self.generics.get(number, ()):
            items.append(_Item(sequence.start, 2, partial(self._generic, sequence)))
        heads = set()
        for held in self.held.get(number, ()):
            items.append(_Item(held.phrase.start, 1, partial(self._title, held)))
            heads.add(self.reading.units[number][held.phrase.head].last)
        if not headline:
            for index in range(len(sentence)):
                if index in heads:
                    continue
                if (run := self._word(number, index)) is not None:
                    items.append(_Item(sentence[index].start, 3, run))
        items.sort(key=lambda item: (item.start, item.order))
        for item in items:
            item.run()
        if not headline:
            self.groups.read_sentence(number)

    # ------------------------------------------------------------ names

    def _name(self, spot: Spot) -> None:
        chain = spot.chain
        referent = self.discourse.referents[chain]
        self._show_gender(referent, spot.sequence)
        self.discourse.mention(
            (spot.start, spot.end), MentionKind.NAME, spot.sentence, spot.head, chain
        )

    def _show_gender(self, referent: Referent, sequence: Sequence) -> None:
        if referent.gender is not None or referent.schema is not Schema.PERSON:
            return
        if sequence.honorific is not None:
            gender = self.words.honorifics.get(sequence.honorific)
            if gender in {"m", "f"}:
                referent.gender = gender

    def _open(self, sequence: Sequence, chains: list[int]) -> None:
        chain = self.choose(sequence, chains)
        if chain is None:
            return
        sentence = self.sentences[sequence.sentence]
        head = sentence.head_of(sequence.start, sequence.end)
        self.discourse.mention(
            (sequence.start, sequence.end),
            MentionKind.NAME,
            sequence.sentence,
            sequence.units[-1].last if head is None else head,
            chain,
        )

    def choose(
        self, sequence: Sequence, chains: list[int], fact: Fact | None = None
    ) -> int | None:
        """Return which of several a surname means."""
        known = self.discourse.chain_of.get(id(sequence))
        if known is not None:
            return known
        chosen = self._choose(sequence, chains, fact)
        if chosen is not None:
            self.discourse.chain_of[id(sequence)] = chosen
        return chosen

    def _choose(
        self, sequence: Sequence, chains: list[int], fact: Fact | None
    ) -> int | None:
        title = sequence.title
        if title is not None and title.plural:
            return self.discourse.group(chains, sequence.start)
        referents = [self.discourse.referents[chain] for chain in chains]
        if sequence.honorific is not None:
            gender = self.words.honorifics.get(sequence.honorific)
            if gender in {"m", "f"}:
                referents = [r for r in referents if r.gender in {gender, None}]
        if fact is not None and referents:
            points = [
                max((fit(fact, o) for o in r.facts), default=0) for r in referents
            ]
            top = max(points)
            if top:
                referents = [
                    r for r, p in zip(referents, points, strict=True) if p == top
                ]
        introduced = [r for r in referents if r.sentence >= 0]
        if introduced:
            number = sequence.sentence
            return max(
                introduced,
                key=lambda r: (
                    self.discourse.salience(r, number) + 60.0 * min(r.count, 5),
                    -r.chain,
                ),
            ).chain
        return referents[0].chain if referents else None

    # ------------------------------------------------------------ organisations

    def _generic(self, sequence: Sequence) -> None:
        """ "the League", "the Ministry": the named one that has the word."""
        chain = self.generic_chain(sequence)
        if chain is None:
            return
        sentence = self.sentences[sequence.sentence]
        head = sentence.head_of(sequence.start, sequence.end)
        self.discourse.mention(
            (sequence.start, sequence.end),
            MentionKind.NOMINAL,
            sequence.sentence,
            sequence.units[-1].last if head is None else head,
            chain,
        )

    def generic_chain(self, sequence: Sequence) -> int | None:
        """Return the organisation that a bare capitalised head means."""
        key = id(sequence)
        if key not in self.discourse.chain_of:
            chain = self._body_with(sequence.key, after=sequence.start)
            if chain is None:
                return None
            self.discourse.chain_of[key] = chain
        return self.discourse.chain_of[key]

    def _body_with(self, word: str, after: int) -> int | None:
        """Return the last organisation whose name has a word, or of its kind."""
        kinds = set(self.words.describes.get(word, ())) - {"government_body"}
        by_kind: int | None = None
        for chain in reversed(self.discourse.recent):
            draft = self.discourse.chains[chain]
            if draft.schema is not Schema.ORGANIZATION or draft.members:
                continue
            if any(word in name.key.replace("-", " ").split() for name in draft.names):
                return chain
            if by_kind is None and kinds & set(draft.types):
                by_kind = chain
        for chain, draft in enumerate(self.discourse.chains):
            if draft.schema is Schema.ORGANIZATION and draft.names:
                if draft.first > after and any(
                    word in name.key.split() for name in draft.names
                ):
                    return chain
        return by_kind if word not in {"ministry", "embassy", "court"} else None

    # ------------------------------------------------------------ titles

    def _title(self, held: Held) -> None:
        phrase = held.phrase
        number = phrase.sentence
        if held.body is not None and held.body.sequence is not None:
            if id(held.body.sequence) in self.generic_by_id:
                self.generic_chain(held.body.sequence)
        fact = self.discourse.fact(held, number)
        self.facts[id(held)] = fact
        head = self.reading.units[number][phrase.head].last
        if held.holders:
            self._held_by_name(held, fact, number, head)
            return
        if held.subject is not None:
            chain = self.discourse.headed.get((number, held.subject))
            if chain is not None and not self.discourse.chains[chain].members:
                referent = self.discourse.referents[chain]
                if referent.schema is Schema.PERSON and not referent.plural:
                    held.chain = chain
                    self._learn(chain, fact, held)
                    self.discourse.mention(
                        self._extent(number, head, held),
                        MentionKind.NOMINAL,
                        number,
                        head,
                        chain,
                    )
            return
        chain = self._alone(held, fact, number, head)
        if chain is None:
            return
        held.chain = chain
        self.discourse.mention(
            self._extent(number, head, held), MentionKind.NOMINAL, number, head, chain
        )

    def _held_by_name(self, held: Held, fact: Fact, number: int, head: int) -> None:
        chains: list[int] = []
        for sequence in held.holders:
            chain = self.discourse.chain_of.get(id(sequence))
            if chain is None:
                choices = self.open_by_sequence.get(id(sequence))
                if choices is None:
                    continue
                chain = self.choose(*choices, fact)
            if chain is not None:
                chains.append(chain)
                self._own_body(held, fact, sequence, chain)
        if not chains:
            return
        held.chain = chains[0]
        for chain in chains:
            own = held.own_bodies.get(chain)
            for single in self.discourse.chains[chain].members or (chain,):
                self._learn(single, own or fact, held)
        sentence = self.sentences[number]
        names = {
            token
            for sequence in held.holders
            for unit in sequence.units
            for token in range(unit.first, unit.last + 1)
        }
        # Where the title is a noun phrase of its own it is a mention too.
        above = sentence[head].head
        if not (
            sentence[head].deprel in {"compound", "amod", "flat"} and above in names
        ):
            whole = self.discourse.group(chains, held.phrase.start)
            if whole is not None and (len(chains) == 1 or held.phrase.plural):
                self.discourse.mention(
                    self._extent(number, head, held),
                    MentionKind.NOMINAL,
                    number,
                    head,
                    whole,
                )

    def _own_body(self, held: Held, fact: Fact, sequence: Sequence, chain: int) -> None:
        """ "counterparts A of X and B of Y", "senator A, of the Front"."""
        if held.body is not None and fact.word != "counterpart":
            return
        body = held.bodies_behind.get(id(sequence))
        if body is None:
            return
        country, number = self.discourse.body_of(body, sequence.sentence)
        if country is None and number is None:
            return
        if len(held.holders) == 1 and fact.word != "counterpart":
            fact.country, fact.body = country, number
        else:
            held.own_bodies[chain] = replace(fact, country=country, body=number)

    def _learn(self, chain: int, fact: Fact, held: Held) -> None:
        referent = self.discourse.referents[chain]
        if referent.schema is not Schema.PERSON:
            return
        if fact.word == "counterpart":
            self._as_counterpart(fact, held, own=fact.country is not None)
        if referent.gender is None and held.phrase.gender is not None:
            referent.gender = held.phrase.gender
        for known in referent.facts:
            if known.office == fact.office and known.status == fact.status:
                known.country = known.country or fact.country
                known.body = known.body if known.body is not None else fact.body
                return
        referent.facts.append(fact)

    def _as_counterpart(self, fact: Fact, held: Held, *, own: bool) -> None:
        """ "his counterpart, X": X holds the same office elsewhere."""
        body = held.body
        owner: int | None = None
        if body is not None and body.pronoun is not None:
            owner = self.discourse.pronouns.get((held.phrase.sentence, body.pronoun))
        else:
            number = held.phrase.sentence
            units = self.reading.units[number]
            for index in range(
                held.phrase.first - 1, max(-1, held.phrase.first - 4), -1
            ):
                pronoun = units[index].first
                owner = self.discourse.pronouns.get((number, pronoun))
                if owner is not None:
                    break
        if owner is None or not self.discourse.referents[owner].facts:
            if not own or (body is not None and body.pronoun is not None):
                fact.country, fact.body = None, None
            return
        same = self.discourse.referents[owner].facts[0]
        fact.word, fact.key, fact.office = same.word, same.key, same.office
        fact.title, fact.loose = same.title, True
        if fact.country == same.country and fact.body == same.body:
            fact.country, fact.body = None, None

    def _alone(self, held: Held, fact: Fact, number: int, head: int) -> int | None:
        phrase = held.phrase
        sentence = self.sentences[number]
        token = sentence[head]
        if token.deprel in {"compound", "amod", "flat"} and token.head > head:
            return None
        marks = self._determiners(number, head, held)
        if marks & _NO_REFERENCE or (number, head) in self.quoted:
            return None
        if phrase.word in _VISITORS:
            found = self.groups.visitors(number, head)
            if found is not None:
                return found
        if phrase.plural:
            return self._plural_title(held, fact, number, head, marks)
        if sentence.children(head, "cop") or token.deprel in {"xcomp", "appos"}:
            return None
        if sentence.case_of(head) == "as":
            return None
        if not marks & _INDEFINITE:
            definite = (
                bool(marks & _DEFINITE)
                or held.body is not None
                or self.reading.units[number][phrase.head].capital
            )
            if not definite:
                return None
            found = self.discourse.holder_of(fact, number)
            if found is not None:
                self._confirm(found, fact)
                return found
        if token.deprel not in {
            "nsubj",
            "nsubj:pass",
            "obj",
            "obl",
            "obl:agent",
            "nmod:poss",
            "iobj",
            "nmod",
            "conj",
            "root",
        }:
            return None
        return self._describe(held, fact)

    def _confirm(self, chain: int, fact: Fact) -> None:
        """Take over the country that a later title shows."""
        for known in self.discourse.referents[chain].facts:
            if fit(fact, known) and known.country is None and known.body is None:
                known.country, known.body = fact.country, fact.body
                return

    def _describe(self, held: Held, fact: Fact) -> int:
        phrase = held.phrase
        chain = self.discourse.new_chain(
            Schema.PERSON, phrase.start, gender=phrase.gender, country=fact.country
        )
        referent = self.discourse.referents[chain]
        referent.plural = phrase.plural
        referent.facts.append(fact)
        return chain

    def _plural_title(
        self, held: Held, fact: Fact, number: int, head: int, marks: set[str]
    ) -> int | None:
        numbered = self.groups.numbered(number, head)
        if numbered is not None:
            return numbered
        bodies = self._bodies(held, number)
        if len(bodies) > 1:
            return self.discourse.group(bodies, held.phrase.start)
        if "the" in marks and held.body is None:
            for chain in reversed(self.discourse.recent):
                referent = self.discourse.referents[chain]
                if referent.plural and any(f.word == fact.word for f in referent.facts):
                    return chain
                if number - referent.sentence > 5:
                    break
        if self.sentences[number].children(head, "cop"):
            return None
        return self._describe(held, fact)

    def _bodies(self, held: Held, number: int) -> list[int]:
        """Return the bodies of "Hamas and PIJ leaders", "leaders of A and B"."""
        body = held.body
        if body is None or body.sequence is None:
            return []
        units = self.reading.units[number]
        by_end: dict[int, int] = {}
        by_start: dict[int, int] = {}
        for spot in self.spots.get(number, ()):
            by_end[spot.sequence.last] = spot.chain
            by_start[spot.sequence.first] = spot.chain
        sequence = body.sequence
        chain = self.discourse.chain_of.get(id(sequence))
        if chain is None:
            return []
        found = [chain]
        if sequence.start < held.phrase.start:
            index = sequence.first - 1
            while index > 0 and units[index].key in {"the", "and", ","}:
                other = by_end.get(index - 1)
                if units[index].key in {"and", ","} and other is not None:
                    found.insert(0, other)
                    index = next(
                        s.sequence.first
                        for s in self.spots[number]
                        if s.sequence.last == index - 1
                    )
                index -= 1
        else:
            index = sequence.last + 1
            while index + 1 < len(units) and units[index].key in {"the", "and", ","}:
                other = by_start.get(index + 1)
                if other is not None:
                    found.append(other)
                    index = next(
                        s.sequence.last
                        for s in self.spots[number]
                        if s.sequence.first == index + 1
                    )
                index += 1
        return found

    def _determiners(self, number: int, head: int, held: Held) -> set[str]:
        sentence = self.sentences[number]
        found = {
            sentence[child].text.lower()
            for child in sentence.children(head, "det", "nummod", "det:predet")
        }
        units = self.reading.units[number]
        index = held.phrase.first - 1
        while index >= 0 and index >= held.phrase.first - 6:
            unit = units[index]
            if not unit.word and not unit.possessive:
                break
            if unit.upos in {"DET", "NUM"}:
                found.add(unit.key)
                break
            if unit.upos in {"VERB", "ADP", "AUX", "SCONJ", "CCONJ"}:
                break
            index -= 1
        return found

    def _extent(self, number: int, head: int, held: Held) -> tuple[int, int]:
        sentence = self.sentences[number]
        start, end = held.phrase.start, held.phrase.end
        for child in sentence.children(head):
            relation = sentence[child].deprel
            if child < head and relation in _LEFT:
                start = min(start, sentence.extent(child)[0])
        body = held.body
        if body is not None:
            if body.start < start and not self.text[body.end : start].strip(" '’s"):
                start = body.start
            if body.start >= end:
                end = body.end
        return start, end

    # ------------------------------------------------------------ other words

    def _word(self, number: int, index: int) -> Callable[[], None] | None:
        """Return what is to be done with a word that is no name and no title."""
        sentence = self.sentences[number]
        token = sentence[index]
        if token.upos in {"PRON", "DET"} or token.tag == "PRP$":
            if is_pronoun(sentence, index):
                return lambda: self._pronoun(number, index)
            return None
        if token.upos not in {"NOUN", "PROPN"} or token.deprel == "compound":
            return None
        lemma = token.lemma.lower()
        if lemma in _GROUP_NOUNS:
            return lambda: self._given(number, index, self.groups.delegation)
        if lemma in _VISITORS:
            return lambda: self._given(number, index, self.groups.visitors)
        if token.tag in {"NNS", "NNPS"}:
            return lambda: self._given(number, index, self.groups.numbered)
        if lemma in self.words.describes:
            return lambda: self._described(number, index, lemma)
        return None

    def _pronoun(self, number: int, index: int) -> None:
        relative = self.sentences[number][index].text.lower() in {
            "who", "whom", "which", "whose", "that",
        }  # fmt: skip
        if (number, index) in self.quoted and not relative:
            return
        chain = resolve_pronoun(self.discourse, self.groups, number, index)
        if chain is None:
            return
        token = self.sentences[number][index]
        self.discourse.pronouns[number, index] = chain
        self.discourse.mention(
            (token.start, token.end), MentionKind.PRONOUN, number, index, chain
        )

    def _given(
        self, number: int, index: int, find: Callable[[int, int], int | None]
    ) -> None:
        if (number, index) in self.quoted:
            return
        chain = find(number, index)
        if chain is not None:
            self._nominal(number, index, chain)

    def _described(self, number: int, index: int, lemma: str) -> None:
        """ "the group", "this party": an organisation named before."""
        sentence = self.sentences[number]
        if (number, index) in self.quoted or (number, index) in self.discourse.named:
            return
        children = sentence.children(index)
        for owner in sentence.children(index, "nmod:poss", "compound"):
            chain = self.discourse.headed.get((number, owner))
            if chain is not None:
                self.discourse.owned[lemma] = chain
        if _named_behind(sentence, index) or not any(
            sentence[c].text.lower() in {"the", "this", "that"} for c in children
        ):
            return
        if any(
            sentence[c].deprel in {"compound", "nmod", "nmod:poss", "acl:relcl"}
            or (sentence[c].deprel == "amod" and sentence[c].tag in {"JJ", "NNP"})
            for c in children
        ):
            return
        if not any(
            sentence[c].text.lower() in {"the", "this", "that"} for c in children
        ):
            return
        chain = self._body_with(lemma, after=1 << 60)
        if chain is None:
            return
        referent = self.discourse.referents[chain]
        if number - referent.sentence > 6:
            return
        self._nominal(number, index, chain)

    def _nominal(self, number: int, index: int, chain: int) -> None:
        sentence = self.sentences[number]
        start, end = sentence[index].start, sentence[index].end
        for child in sentence.children(index):
            if child < index and sentence[child].deprel in _LEFT:
                start = min(start, sentence.extent(child)[0])
        self.discourse.mention((start, end), MentionKind.NOMINAL, number, index, chain)


def _named_behind(sentence: Sentence, index: int) -> bool:
    """Tell whether a name follows directly: "the agency 'X'"."""
    at = index + 1
    while at < len(sentence) and sentence[at].text in {"“", '"', "«", "„", "'", "‘"}:
        at += 1
    return at < len(sentence) and sentence[at].text[:1].isupper()


def _quoted_tokens(
    sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> set[tuple[int, int]]:
    """Return the tokens inside quotation marks: their "he" is another's "I"."""
    found: set[tuple[int, int]] = set()
    at = 0
    for number, sentence in enumerate(sentences):
        while at < len(quotations) and quotations[at].end <= sentence.start:
            at += 1
        here = at
        while here < len(quotations) and quotations[here].start < sentence.end:
            quotation = quotations[here]
            found.update(
                (number, index)
                for index, token in enumerate(sentence.tokens)
                if quotation.start <= token.start < quotation.end
            )
            here += 1
    return found
