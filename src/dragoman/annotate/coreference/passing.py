"""The pass over the text: each expression in turn is given its chain."""

from collections.abc import Callable
from functools import partial
from operator import itemgetter

from dragoman.annotate.coreference.choice import (
    body_described,
    body_of_section,
    body_of_state,
    choose,
    generic_chain,
)
from dragoman.annotate.coreference.descriptions import Describer, tells_age
from dragoman.annotate.coreference.discourse import Discourse, Referent
from dragoman.annotate.coreference.groups import Groups
from dragoman.annotate.coreference.learned import Learned
from dragoman.annotate.coreference.merge import merge_owners
from dragoman.annotate.coreference.offices import (
    LEFT_RELATIONS,
    VISITORS,
    OfficeReader,
)
from dragoman.annotate.coreference.pronouns import is_pronoun, resolve_pronoun
from dragoman.annotate.names.reading import Reading, Spot
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.state_bodies import STATE_BODIES
from dragoman.annotate.names.units import head_token
from dragoman.annotate.offices.held import Held
from dragoman.annotate.offices.terms import Terms
from dragoman.data.tables import NameWords
from dragoman.model.annotation import Annotations, MentionKind, Quotation, Schema
from dragoman.model.pulse import beat
from dragoman.model.syntax import Sentence
from dragoman.text.respect import BY_RESPECT

_BODY_REACH = 6
_COUNTED = frozenset({"two", "both", "three", "pair", "duo", "trio"})
_SPEAKS_OF = frozenset({"PRON", "DET", "NOUN", "PROPN", "ADJ"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "conj"})
_SPOKESPERSONS = frozenset({"spokesman", "spokesperson", "spokeswoman"})
_TELLING = frozenset({"nmod", "nmod:poss", "acl", "acl:relcl", "appos", "nummod"})
_TIED = ("-linked", "-backed", "-aligned", "-affiliated", "-led")
_GROUP_NOUNS = frozenset({"delegation", "entourage"})


# Where it stands, what goes before what in one place, what is to be done.
_Item = tuple[int, int, Callable[[], None]]


class CoreferencePass:
    """One reading of the document in order of the text.

    Attributes:
        source: Name of whoever published the document, if known.
    """

    source: str | None = None

    def __init__(
        self,
        reading: Reading,
        annotations: Annotations,
        held: dict[int, list[Held]],
        words: NameWords,
        text: str,
    ) -> None:
        sentences = annotations.sentences
        self.discourse = Discourse(reading, sentences, words)
        self.learned = Learned(self.discourse, annotations)
        self.describer = Describer(self.discourse, self.learned)
        self.groups = Groups(self.discourse)
        self.reading = reading
        self.sentences = sentences
        self.words = words
        self.text = text
        self.held = held
        self.terms = Terms(sentences, annotations.times)
        self.quoted = _quoted_tokens(sentences, annotations.quotations)
        self.merged: dict[int, int] = {}
        # Sentence in which "a group" without a name was last told of.
        self._unnamed: dict[str, int] = {}
        self._by_sentence()
        self.offices = OfficeReader(
            self.discourse,
            self.describer,
            self.groups,
            reading,
            text,
            self.quoted,
            self.spots,
        )

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
        for done, number in enumerate((*body, *sorted(headlines))):
            self._read(number, headline=number in headlines)
            beat(done / len(self.sentences))
        self.merged = merge_owners(self.discourse)

    def _read(self, number: int, *, headline: bool) -> None:
        items = self._names_of(number)
        heads: set[int] = set()
        for held in self.held.get(number, ()):
            at = min([_reading_at(held), *self.offices.undecided(held)])
            items.append((at, 1, partial(self.offices.read, held)))
            heads.update(self._heads_of(held))
        if not headline:
            items.extend(self._words_of(number, heads))
        items.sort(key=itemgetter(0, 1))
        for _, _, run in items:
            run()
        if not headline:
            self.groups.read_sentence(number)

    def _names_of(self, number: int) -> list[_Item]:
        items: list[_Item] = []
        for spot in self.spots.get(number, ()):
            items.append((spot.start, 2, partial(self._name, spot)))
        for sequence, chains in self.opens.get(number, ()):
            items.append((sequence.start, 2, partial(self._open, sequence, chains)))
        for sequence in self.generics.get(number, ()):
            items.append((sequence.start, 2, partial(self._generic, sequence)))
        return items

    def _heads_of(self, held: Held) -> set[int]:
        """Return the tokens that a title phrase speaks for."""
        number = held.phrase.sentence
        units = self.reading.units[number]
        heads = {head_token(self.sentences[number], units[held.phrase.head])}
        if held.phrase.word in BY_RESPECT:
            heads.add(units[held.phrase.first].first)
        return heads

    def _words_of(self, number: int, heads: set[int]) -> list[_Item]:
        sentence = self.sentences[number]
        return [
            (token.start, 3, run)
            for index, token in enumerate(sentence)
            if (
                token.upos in _SPEAKS_OF
                or token.tag == "PRP$"
                or sentence.lowered[index] in _COUNTED
            )
            and index not in heads
            and (run := self._word(number, index)) is not None
        ]

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
        chain = choose(self.discourse, sequence, chains)
        if chain is not None:
            self._mention(sequence, MentionKind.NAME, chain)

    def _mention(self, sequence: Sequence, kind: MentionKind, chain: int) -> None:
        sentence = self.sentences[sequence.sentence]
        head = sentence.head_of(sequence.start, sequence.end)
        self.discourse.mention(
            (sequence.start, sequence.end),
            kind,
            sequence.sentence,
            sequence.units[-1].last if head is None else head,
            chain,
        )

    def _generic(self, sequence: Sequence) -> None:
        """Read "the League", "the Ministry": the named one that has the word."""
        chain = generic_chain(self.discourse, sequence)
        if chain is not None:
            names = self.discourse.chains[chain].names
            own = any(name.key == sequence.key for name in names)
            kind = MentionKind.NAME if own else MentionKind.NOMINAL
            self._mention(sequence, kind, chain)

    def _word(self, number: int, index: int) -> Callable[[], None] | None:
        """Return what is to be done with a word that is no name and no title."""
        sentence = self.sentences[number]
        token = sentence[index]
        if token.upos in {"PRON", "DET"} or token.tag == "PRP$":
            if is_pronoun(sentence, index):
                return partial(self._pronoun, number, index)
            return None
        if sentence.lowered[index] in _COUNTED:
            if token.deprel in _ARGUMENTS:
                return partial(self._given, number, index, self.groups.numbered)
            return None
        if token.upos in {"NOUN", "PROPN"}:
            return self._noun(number, index)
        if token.deprel in _ARGUMENTS and (
            tells_age(sentence, index) or self.learned.points_back(number, index)
        ):  # "the 54-year-old", "the accused"
            return partial(self._described, number, index, token.lemma)
        return None

    def _noun(self, number: int, index: int) -> Callable[[], None] | None:
        sentence = self.sentences[number]
        token, lemma = sentence[index], sentence.bases[index]
        describes = lemma in self.words.describes
        if token.deprel == "compound" and not (describes or lemma in STATE_BODIES):
            return None
        if lemma in _GROUP_NOUNS:
            return partial(self._given, number, index, self.groups.delegation)
        if lemma in VISITORS:
            return partial(self._given, number, index, self.groups.visitors)
        if token.tag in {"NNS", "NNPS"}:
            return partial(self._given, number, index, self.groups.numbered)
        if (
            describes
            or lemma in STATE_BODIES
            or self.learned.points_back(number, index) is not None
        ):
            return partial(self._described, number, index, lemma)
        return None

    def _pronoun(self, number: int, index: int) -> None:
        relative = self.sentences[number][index].text.lower() in {
            "who", "whom", "which", "whose", "that",
        }  # fmt: skip
        if (number, index) in self.quoted and not relative:
            return
        chain = resolve_pronoun(
            self.discourse, self.groups, self.learned, number, index
        )
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
        if chain is None:
            chain = self.describer.described(number, index)
        if chain is not None:
            self._nominal(number, index, chain)

    def _described(self, number: int, index: int, lemma: str) -> None:
        """Read "the group", "this party": somebody named before."""
        sentence = self.sentences[number]
        if (number, index) in self.quoted or (number, index) in self.discourse.named:
            return
        body = lemma in self.words.describes
        behind = _name_behind(sentence, index)
        if body:
            self._introduce(number, index, lemma, behind)
        if behind is not None:
            return
        if body and _is_new(sentence, index):
            self._unnamed[lemma] = number
        chain = None
        if body or lemma in STATE_BODIES:
            bare = _is_bare(sentence, sentence.children(index))
            armed = body and _is_armed(sentence, index, self.words.armed)
            if body and (bare or armed):
                chain = self._body(number, index, lemma, armed=armed)
            elif bare or _has_spokesman(sentence, index):
                chain = body_of_state(self.discourse, lemma)
        if chain is None:
            chain = self.describer.described(number, index)
        if chain is not None:
            self._nominal(number, index, chain)

    def _introduce(
        self, number: int, index: int, lemma: str, behind: int | None
    ) -> None:
        """Keep in mind what "the agency" means next, and whose "the bureau" is."""
        discourse = self.discourse
        for owner in self.sentences[number].children(index, "nmod:poss", "compound"):
            chain = discourse.headed.get((number, owner))
            if chain is not None:
                discourse.owned[lemma] = chain
        if behind is not None:
            # "the agency 'X'"
            chain = discourse.named.get((number, behind))
            if chain is not None:
                discourse.introduced[lemma] = chain

    def _body(self, number: int, index: int, lemma: str, *, armed: bool) -> int | None:
        """Return the organisation that "the group" means, if it came lately."""
        discourse = self.discourse
        chain = None if armed else discourse.introduced.get(lemma)
        if chain is None:
            topic = body_of_section(discourse, lemma, number)
            if topic is not None:
                return topic
            chain = body_described(discourse, lemma, number, index, armed=armed)
        if chain is None:
            return None
        last = discourse.referents[chain].sentence
        if armed and last < self._unnamed.get(lemma, -1):
            return None  # "a rebel group" came since, which has no name
        return chain if number - last <= _BODY_REACH else None

    def _nominal(self, number: int, index: int, chain: int) -> None:
        sentence = self.sentences[number]
        start, end = sentence[index].start, sentence[index].end
        for child in sentence.children(index):
            if child < index and sentence[child].deprel in LEFT_RELATIONS:
                start = min(start, sentence.extent(child)[0])
        if sentence[index].upos == "ADJ":  # "the 54-year-old"
            start = sentence.extent(index)[0]
        self.discourse.mention((start, end), MentionKind.NOMINAL, number, index, chain)


def _reading_at(held: Held) -> int:
    """Return where a title is read: behind "the group" in "spokesman for the group"."""
    body, phrase = held.body, held.phrase
    if body is None or body.pronoun is None or body.start <= phrase.end:
        return phrase.start
    return body.end


def _name_behind(sentence: Sentence, index: int) -> int | None:
    """Return the first token of a name that follows directly: "the agency 'X'"."""
    at = index + 1
    while at < len(sentence) and sentence[at].text in {"“", '"', "«", "„", "'", "‘"}:
        at += 1
    named = at < len(sentence) and sentence[at].text[:1].isupper()
    return at if named else None


def _is_bare(sentence: Sentence, children: list[int]) -> bool:
    """Tell whether a noun has an article and nothing that makes it another."""
    article = any(
        sentence[child].text.lower() in {"the", "this", "that"} for child in children
    )
    return article and not any(
        sentence[child].deprel in {"compound", "nmod", "nmod:poss", "acl:relcl"}
        or (sentence[child].deprel == "amod" and sentence[child].tag in {"JJ", "NNP"})
        for child in children
    )


def _is_armed(sentence: Sentence, index: int, armed: frozenset[str]) -> bool:
    """Tell whether a noun has an article and only words that say that it bears arms.

    "The rebel group", "the al-Qaeda-linked militant group" is one spoken of; "the
    Malian rebel group" may be another one.
    """
    article, kind = False, False
    for child in sentence.children(index):
        one = sentence[child]
        word = one.text.lower()
        if one.deprel == "det":
            article = word in {"the", "this", "that"}
        elif one.deprel in {"amod", "compound"} and child < index:
            if not (word in armed or word.endswith(_TIED)):
                return False
            kind = kind or word in armed
        elif one.deprel in _TELLING and not _is_set_off(sentence, index):
            return False
    return article and kind


def _is_set_off(sentence: Sentence, index: int) -> bool:
    """Tell whether a comma stands behind a noun: "the group, which denies it"."""
    return index + 1 < len(sentence) and sentence[index + 1].text == ","


def _is_new(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is of one not spoken of yet: "a rebel group"."""
    return any(
        sentence[child].text.lower() in {"a", "an", "another"}
        for child in sentence.children(index, "det")
    )


def _has_spokesman(sentence: Sentence, index: int) -> bool:
    """Tell "army" of "army spokesman Colonel Ruiz", with nothing before it."""
    token = sentence[index]
    if token.deprel != "compound" or token.head != index + 1:
        return False
    before = sentence[index - 1] if index else None
    described = before is not None and before.upos in {"ADJ", "NOUN", "PROPN"}
    return not described and sentence[token.head].lemma.lower() in _SPOKESPERSONS


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
