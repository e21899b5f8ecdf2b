"""Who is spoken to: from the tokens of addressees to parties."""

from collections.abc import Callable, Sequence

from dragoman.extract.parties import CUT
from dragoman.extract.statements.addressed import find_addressed, is_told
from dragoman.extract.statements.clauses import find_told
from dragoman.extract.statements.outlets import OutletFinder
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.turns import place_of_name
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence
from dragoman.text.calendar_names import CALENDAR_KEYS, WEEKDAYS

# Who writes means himself: "she told us", "told this newspaper".
_WRITER = frozenset({"me", "us"})
# Frames whose object is put beside something, not told: "compared the camp to a jail".
_ABOUT = frozenset({"obj-at", "obj-with"})
_GROUPS = frozenset({"both", "two", "them", "each"})
# Whoever is to be freed is not who is asked: "wants Lee freed".
_WISHING = frozenset({"demand", "want", "order", "require"})
_ORGANS = frozenset(
    {"newspaper", "paper", "publication", "magazine", "agency", "site", "website"}
    | {"channel", "station", "reporter", "correspondent", "writer", "column", "outlet"}
)


class HearerFinder:
    """Resolves addressees and those against whom words are directed."""

    def __init__(
        self,
        reading: Reading,
        parties: Callable[[int, int], tuple[Party, ...]],
        is_human: Callable[[int, int], bool],
        outlets: OutletFinder,
    ) -> None:
        self.reading = reading
        self.annotations = reading.annotations
        self.parties = parties
        self.is_human = is_human
        self.outlets = outlets
        # Asked for the outlet that was told, and again for the claim.
        self._of: dict[Attribution, tuple[Party, ...]] = {}

    def is_hearer(self, index: int, token: int) -> bool:
        """Tell whether an unnamed phrase can be spoken to."""
        lemma = self.reading.sentences[index][token].lemma.lower()
        return lemma in self.reading.lexicon.hearers or self.is_human(index, token)

    def of(self, one: Attribution) -> tuple[Party, ...]:
        """Return who is told."""
        if one not in self._of:
            self._of[one] = self._find(one)
        return self._of[one]

    def are_under(self, one: Attribution) -> bool:
        """Tell whether those told to do something take orders: "told his men to"."""
        if one.frame != "obj-inf" or one.cue < 0:
            return False
        sentence = self.reading.sentences[one.sentence]
        if sentence[one.cue].lemma != "tell":
            return False
        under = self.reading.lexicon.subordinates
        return any(sentence[token].lemma.lower() in under for token in one.addressees)

    def _find(self, one: Attribution) -> tuple[Party, ...]:
        found: list[Party] = []
        voice = self.reading.own_voice
        if one.own and voice is not None:
            return voice.readers
        if one.asker is not None:
            return self._named(*one.asker)
        about = one.frame in _ABOUT and one.act == "assert"
        tokens = () if about else one.addressees
        if one.cue >= 0:
            tokens = (*tokens, *find_addressed(self.reading, one))
        elif one.source is not None and one.source_sentence == one.sentence:
            tokens = (*tokens, *self._before_colon(one.sentence, one.source))
        for token in self._without_days(one.sentence, tokens):
            own = self._reader(one.sentence, token)
            writer = None if own else self._writer(one.sentence, token)
            if writer is not None:
                found.append(writer)
                continue
            parties = own or self._told(one, token)
            if all(party.entity is None for party in parties):
                parties = self._group(one, token) or parties
            medium = self.outlets.named(one.sentence, token)
            if medium is not None and all(p.entity is None for p in parties):
                parties = (medium,)
            named = any(party.entity is not None for party in parties)
            # Whoever is ordered or urged to do something can be spoken to.
            urged = one.frame in {"obj-inf", "term-inf"} and one.act is not None
            told = urged or is_told(self.reading, one, token)
            if named or told or self.is_hearer(one.sentence, token):
                found.extend(
                    cut
                    for cut in (self._without_content(one, p) for p in parties)
                    if cut not in found
                )
        return _without_parts(found or self._called_on(one))

    def _group(self, one: Attribution, token: int) -> tuple[Party, ...]:
        """Return who "both", "the two" and "them" are: those named together last.

        "She spoke with Ruiz and with Tal and urged both to leave."
        """
        sentence = self.reading.sentences[one.sentence]
        if sentence[token].text.lower() not in _GROUPS:
            return ()
        for index in range(one.sentence, max(one.sentence - 2, -1), -1):
            tree = self.reading.sentences[index]
            stop = token if index == one.sentence else len(tree)
            for head in range(stop - 1, -1, -1):
                if tree[head].deprel == "conj" or not tree.children(head, "conj"):
                    continue
                heads = [one for one in tree.conjuncts(head) if one < stop]
                found = tuple(
                    party
                    for place in heads
                    if self.annotations.mention_headed(index, place) is not None
                    for party in self.parties(index, place)
                    if party.entity is not None
                )
                found = tuple(dict.fromkeys(found))
                if len(found) > 1:
                    return found
        return ()

    def _without_content(self, one: Attribution, party: Party) -> Party:
        """Cut what is asked off who is asked: "the ministry for blood"."""
        if party.entity is not None or not one.frame.startswith("obj-"):
            return party
        start, end = one.content[0]
        said = self.reading.document.text[start:end]
        name, found, _ = party.name.partition(f" {said}")
        return Party(None, name.rpartition(" ")[0]) if found and " " in name else party

    def _before_colon(self, index: int, source: int) -> tuple[int, ...]:
        """Return who is told in "the leader sent word to his men: “Go home.”"."""
        sentence = self.reading.sentences[index]
        verb = sentence[source].head
        if verb < 0 or sentence[verb].upos != "VERB":
            return ()
        quoted = self.reading.quotation_at
        return tuple(
            token
            for token in find_told(sentence, verb)
            if quoted(sentence[token].start) is None
            and sentence[token].lemma.lower() not in self.reading.lexicon.nouns
        )

    def _writer(self, index: int, token: int) -> Party | None:
        """Return the source of the document where its author was told: "told us"."""
        sentence = self.reading.sentences[index]
        word = sentence[token]
        if self.reading.quotation_at(word.start) is not None:
            return None
        this = word.lemma.lower() in _ORGANS and _is_this(sentence, token)
        turned = self.reading.turn_at(word.start) is not None
        if turned or not (word.small in _WRITER or this):
            return None
        return Party(None, self.reading.document.source.name or "author")

    def _urged(self, one: Attribution, token: int) -> tuple[Party, ...]:
        """Return who "it" and "them" are where a chain does not tell.

        "The cabinet met. The bishop begged it to wait": the subject before that fits.
        """
        word = self.reading.sentences[one.sentence][token].text.lower()
        urging = one.frame.endswith("-inf")
        if word not in {"it", "them"} or not urging or not one.sentence:
            return ()
        index = one.sentence - 1
        tree = self.reading.sentences[index]
        subject = tree.subject(tree.root)
        if subject is None or tree.block != self.reading.sentences[one.sentence].block:
            return ()
        plural = tree[subject].tag in {"NNS", "NNPS"} or bool(
            tree.children(subject, "conj")
        )
        if word == "them" and not plural:
            return self._group_told(index)
        if plural != (word == "them"):
            return ()
        mention = self.annotations.mention_headed(index, subject)
        body = mention is not None and mention.schema is not Schema.PERSON
        human = plural and self.is_hearer(index, subject)
        return self.parties(index, subject) if body or human else ()

    def _group_told(self, index: int) -> tuple[Party, ...]:
        """Return the people who are an object or a phrase of a sentence before."""
        tree = self.reading.sentences[index]
        for token, word in enumerate(tree):
            told = word.tag == "NNS" and word.deprel in {"obj", "iobj", "obl"}
            if told and self.is_hearer(index, token):
                return self.parties(index, token)
        return ()

    def _called_on(self, one: Attribution) -> tuple[Party, ...]:
        """Return who is called on first by name: “The ties are fine, Everett”."""
        if one.frame != "quote":
            return ()
        for quotation in one.quotations:
            for index in self.reading.sentences_of(quotation):
                sentence = self.reading.sentences[index]
                for mention in self.annotations.mentions_by_sentence.get(index, ()):
                    named = (
                        quotation.start <= mention.start < quotation.end
                        and mention.schema is Schema.PERSON
                        and mention.kind is MentionKind.NAME
                        and sentence[mention.head].deprel == "vocative"
                    )
                    parties = self.parties(index, mention.head) if named else ()
                    if parties:
                        return parties[:1]
        return ()

    def _told(self, one: Attribution, token: int) -> tuple[Party, ...]:
        """Return the parties of a phrase; nobody tells himself, whatever its chain.

        In "Hunger Watch urged the Council to act" the Council is another.
        """
        parties = self.parties(one.sentence, token) or self._urged(one, token)
        proper = self.reading.sentences[one.sentence][token].upos == "PROPN"
        if proper and all(party.entity is None for party in parties):
            parties = self._named(one.sentence, token)
        if one.source is None or len(parties) != 1 or parties[0].entity is None:
            return parties
        sentence = self.reading.sentences[one.sentence]
        if sentence[token].upos not in {"NOUN", "PROPN"}:
            return parties
        if parties != self.parties(one.source_sentence, one.source):
            return parties
        start, end = sentence.extent(token, without=CUT)
        return (Party(None, self.reading.document.text[start:end]),)

    def _reader(self, index: int, token: int) -> tuple[Party, ...]:
        """Return whom "you" means in a letter, and "us" of whoever wrote it."""
        voice = self.reading.own_voice
        word = self.reading.sentences[index][token]
        turn = self.reading.turn_at(word.start)
        if turn is not None and word.start >= turn.label.words:
            said = word.small
            label = turn.label if said in {"me", "us"} else turn.before
            if said not in {"me", "us", "you"} or label is None or label.asks:
                return ()
            place = place_of_name(self.reading, label)
            return () if place is None else self._named(*place)
        if voice is None or self.reading.quotation_at(word.start) is not None:
            return ()
        if word.small in {"us", "me", "i", "we"}:
            return (voice.author,)
        return voice.readers if word.text.lower() == "you" else ()

    def _named(self, index: int, token: int) -> tuple[Party, ...]:
        """Return who a name in a transcript is, wherever its head is."""
        mention = self.annotations.mention_covering(index, token)
        if mention is not None:
            chain = self.annotations.chain_by_id[mention.chain]
            if chain.name is not None:
                return (Party(chain.id, chain.name),)
        start = self.reading.sentences[index][token].start
        turn = self.reading.turn_at(start)
        if turn is not None and start < turn.label.mark[0]:
            return (Party(None, turn.label.name),)
        return self.parties(index, token)

    def _without_days(self, index: int, tokens: Sequence[int]) -> list[int]:
        """Leave out days: "called on April 11 to ask", unlike "called on May to"."""
        sentence = self.reading.sentences[index]
        return [token for token in tokens if not _is_day(sentence, token)]

    def targets(self, one: Attribution, act: str) -> tuple[Party, ...]:
        """Return against whom or to whom words are directed, named ones only."""
        tokens = list(one.addressees)
        if one.frame in {"object", "as"} and act in {"condemn", "accuse"}:
            sentence = self.reading.sentences[one.sentence]
            tokens.extend(
                child for child in sentence.children(one.cue, "obj") if child > one.cue
            )
        found: list[Party] = []
        for token in tokens:
            if self._undergoes(one, token):
                continue
            if self.annotations.mention_headed(one.sentence, token) is not None:
                found.extend(p for p in self.parties(one.sentence, token))
        return tuple(dict.fromkeys(found))

    def _undergoes(self, one: Attribution, token: int) -> bool:
        """Tell "called for Mali to be expelled", which asks nothing of Mali."""
        sentence = self.reading.sentences[one.sentence]
        wished = sentence[one.cue].lemma in _WISHING or sentence.case_of(token) == "for"
        return wished and any(
            sentence.is_passive(clause) or sentence[clause].tag == "VBN"
            for clause in sentence.children(one.cue, "xcomp")
        )


def _without_parts(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Leave out what is a part of another: a name that the parser tore in two."""
    return tuple(
        party
        for party in parties
        if party.entity is not None
        or not any(
            other is not party and f" {other.name} ".count(f" {party.name} ")
            for other in parties
        )
    )


def _is_day(sentence: Sentence, token: int) -> bool:
    word = sentence[token].text.lower()
    return word in WEEKDAYS or (
        word in CALENDAR_KEYS and sentence.child(token, "nummod") is not None
    )


def _is_this(sentence: Sentence, token: int) -> bool:
    """Tell "this newspaper"."""
    return any(
        sentence[child].text.lower() == "this"
        for child in sentence.children(token, "det")
    )
