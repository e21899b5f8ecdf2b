"""Documents in which their author speaks: communiqués, letters, speeches, columns.

Outside quotation marks "we warn" and "I urge" are his words there, and so are threats
and pledges that no verb announces: "If one more shell falls, we will close the canal."
"""

import re
from dataclasses import dataclass

from dragoman.extract.parties import party_named
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.document import Block, BlockKind, Document
from dragoman.model.syntax import TENSED
from dragoman.text.names import SMALL_WORDS

# How many lines above the words, and below them, tell whose they are.
_HEAD = 6
_TAIL = 3
_LONGEST_LINE = 160
# A column that nothing calls one says "I" so often; an interview has so many
# paragraphs that end with a question.
_OFTEN = 2
_QUESTIONS = 2
_NAME = (
    r"[A-ZÀ-ÝĀ-Ž@][\w.'’-]*(?: (?:(?:of|for|and|the|de|del|la|van|von|der|al) ){0,2}"
    r"[A-ZÀ-ÝĀ-Ž][\w.'’-]*){0,8}"
)
_FORM = re.compile(
    r"(?:(?:full|text|transcript|an?|the|joint|open|official|public|press|televised|"
    r"opening|closing|keynote|inaugural|farewell|new year|written|special|of) ){0,4}"
    r"(?P<kind>address|speech|remarks|statement|declaration|message|letter|appeal|"
    r"communiqu[eé]|sermon|homily|lecture|proclamation|manifesto|testimony|petition|"
    r"press release|news release|resolution|note verbale|intervention)\b"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
# "LAKE FRONT - COMMUNIQUÉ No. 14": whose it is stands before.
_HEADED = re.compile(
    rf"(?:the )?(?P<name>{_NAME}) ?[-–—:|,] ?(?:(?:official|press|joint|final) )?"
    r"(?P<kind>statement|declaration|message|communiqu[eé]|proclamation|press release|"
    r"bulletin)\b(?: (?:no|nr|number)\b)?[^\n]{0,40}",
    re.IGNORECASE,
)
_AUTHOR = re.compile(rf"\b(?:by|of|from)(?: the)? (?P<name>{_NAME})")
_READER = re.compile(rf"\bto(?: the)? (?P<name>{_NAME})")
_RELEASE = re.compile(
    r"(?:(?:press|news|media) (?:release|statement)|for immediate release|"
    r"official (?:statement|communiqu[eé]))\b",
    re.IGNORECASE,
)
_EDITORIAL = re.compile(
    r"(?:editorial|leader|our view|leading article)\W*", re.IGNORECASE
)
_COLUMN = re.compile(
    r"(?:opinion|op-ed|commentary|comment|column|viewpoint|perspective|essay|"
    r"guest (?:essay|column|contribution))\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    rf"(?:[\w ,]{{0,30}}\b)?[Bb]y:? (?:[a-z]+ ){{0,4}}(?P<name>{_NAME})"
)
_SIGNED = re.compile(
    rf"(?:signed(?: by)?:? )?(?P<name>{_NAME})"
    rf"(?:,? (?:for|on behalf of)(?: the)? (?P<body>{_NAME}))?(?:,[^.]{{0,60}})?\.?"
)
# What may stand behind the name of who speaks: to whom, where, on what.
_GOES_WITH = frozenset(
    {"and", "as", "at", "before", "delivered", "during", "following", "for", "given"}
    | {"in", "issued", "made", "of", "on", "published", "regarding", "to", "upon"}
)
_WORD = re.compile(r" ([a-z]+)\b")
_OWN = frozenset({"my", "our"})
_TITLES = frozenset(
    {"president", "prime", "minister", "ambassador", "general", "secretary", "king"}
    | {"secretary-general", "chancellor", "queen", "archbishop", "bishop", "mayor"}
    | {"governor", "senator", "foreign", "defence", "defense", "interior", "deputy"}
    | {"vice", "special", "envoy", "mr", "mrs", "ms", "dr", "professor", "chairman"}
    | {"chairwoman", "chair", "speaker", "colonel", "major", "admiral", "commander"}
    | {"sheikh", "imam", "pope", "patriarch", "judge", "justice", "sir", "lord", "lady"}
    | {"finance", "representative", "high", "commissioner", "director", "former"}
)
# "This newspaper", "this union": who writes.
_THIS = frozenset(
    {
        "newspaper",
        "paper",
        "magazine",
        "journal",
        "union",
        "party",
        "committee",
        "front",
    }
    | {"movement", "council", "association", "organization", "organisation", "ministry"}
    | {"government", "country", "delegation", "office", "mission", "group", "board"}
)
_LINKS = SMALL_WORDS | {"a", "al"}


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """Whose words a document holds.

    Attributes:
        author: Who speaks in it.
        readers: To whom it is addressed, if the head says so.
        start: Offset from which the words are his.
        words: Words of the author's name, in small letters: "the Front" is he.
        kind: What it is: "letter", "address" ... ; "column" and "editorial".
    """

    author: Party
    readers: tuple[Party, ...]
    start: int
    words: frozenset[str]
    kind: str

    def is_author(self, name: str) -> bool:
        """Tell whether a description is the author: "the Front", "this newspaper"."""
        parts = name.split()
        if not 1 < len(parts) <= 3 or parts[0].lower() not in {"the", "this", *_OWN}:
            return False
        own = parts[0].lower() != "the"
        if own:
            return parts[-1].lower() in _THIS
        return all(p[0].isupper() and p.lower() in self.words for p in parts[1:])


def find_own_voice(document: Document, annotations: Annotations) -> OwnVoice | None:
    """Return who speaks in a document as a whole, ``None`` if it is a report."""
    return _Head(document, annotations).read()


class _Head:
    """What the lines above and below the words tell."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.annotations = annotations
        self.lines: list[tuple[Block, str]] = []
        self.start = 0
        for block in document.blocks:
            text = document.text[block.start : block.end]
            if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
                self.start = block.start
                break
            if len(self.lines) < _HEAD and len(text) <= _LONGEST_LINE:
                self.lines.append((block, text))

    def read(self) -> OwnVoice | None:
        """Read the form and the author; a column needs somebody who says "I"."""
        for block, line in self.lines:
            found = _FORM.match(line)
            if found is not None:
                voice = self._of_form(block, found)
                if voice is not None:
                    return voice
            headed = _HEADED.fullmatch(line)
            if headed is not None and line[0].isupper():
                at = block.start + headed.start("name")
                parties = self._party_in(at, at + len(headed["name"]), headed["name"])
                return self._make(parties[0], (), headed["kind"].lower())
        released = any(_RELEASE.match(line) for _, line in self.lines)
        if released and self.document.source.name:
            return self._make(self._named(self.document.source.name), (), "statement")
        if any(_EDITORIAL.fullmatch(line) for _, line in self.lines):
            name = self.document.source.name
            return self._make(self._named(name), (), "editorial") if name else None
        return self._of_column()

    def _of_form(self, block: Block, found: re.Match[str]) -> OwnVoice | None:
        kind = found["kind"].lower()
        base = block.start + found.start("rest")
        author = _AUTHOR.search(found["rest"])
        reader = _READER.search(found["rest"])
        readers: tuple[Party, ...] = ()
        if reader is not None:
            at = base + reader.start("name")
            readers = self._party_in(at, at + len(reader["name"]), reader["name"])
        if author is not None:
            at = base + author.start("name")
            behind = _WORD.match(found["rest"], author.end())
            news = behind is not None and behind[1] not in _GOES_WITH
            if news or self._goes_on(block, at):
                return None  # "Speech by Viktor Tal angers Brussels": news of one
            parties = self._party_in(at, at + len(author["name"]), author["name"])
            return self._make(parties[0], readers, kind) if parties else None
        signed = self._signature() if kind in {"letter", "appeal", "petition"} else None
        name = self.document.source.name
        if signed is None and name and _RELEASE.match(found[0]):
            signed = self._named(name)
        return None if signed is None else self._make(signed, readers, kind)

    def _goes_on(self, block: Block, at: int) -> bool:
        """Tell whether a line says what became of it behind the name of its author."""
        return any(
            token.start > at and token.tag in TENSED
            for sentence in self.annotations.sentences
            if block.start <= sentence.start < block.end
            for token in sentence.tokens
        )

    def _signature(self) -> Party | None:
        """Return who signs: the body for which somebody signs, else he."""
        for block in reversed(self.document.blocks[-_TAIL:]):
            text = self.document.text[block.start : block.end]
            if len(text) > _LONGEST_LINE or text[-1] in ".?!":
                break
            found = _SIGNED.fullmatch(text)
            if found is not None:
                return self._named(found["body"] or found["name"])
        return None

    def _of_column(self) -> OwnVoice | None:
        labelled = any(_COLUMN.match(line) for _, line in self.lines)
        name = self.document.source.author
        if name is None and labelled:
            found = [_BYLINE.fullmatch(line) for _, line in self.lines]
            name = next((one["name"] for one in found if one is not None), None)
        least = 1 if labelled else _OFTEN
        if name is None or self._count_i() < least or self._asks():
            return None
        if not labelled and "," in name:
            return None
        return self._make(self._named(name), (), "column")

    def _count_i(self) -> int:
        """Count the sentences in which somebody says "I" outside quotation marks."""
        quoted = self.annotations.quotations
        return sum(
            any(
                token.text == "I"
                and token.deprel.startswith("nsubj")
                and token.start >= self.start
                and not any(q.outer_start <= token.start < q.outer_end for q in quoted)
                for token in sentence
            )
            for sentence in self.annotations.sentences
        )

    def _asks(self) -> bool:
        """Tell an interview, in which "I" is not who signs it, by its questions."""
        text = self.document.text
        ends = (text[block.end - 1] for block in self.document.blocks)
        return sum(end == "?" for end in ends) >= _QUESTIONS

    # names

    def _make(self, author: Party, readers: tuple[Party, ...], kind: str) -> OwnVoice:
        words = frozenset(word.lower() for word in author.name.split()) - _LINKS
        readers = tuple(party for party in readers if party != author)
        return OwnVoice(author, readers, self.start, words, kind)

    def _party_in(self, start: int, end: int, name: str) -> tuple[Party, ...]:
        """Return whom a stretch of the head names: a person before a body."""
        inside: list[Mention] = [
            mention
            for mention in self.annotations.mentions
            if start <= mention.start
            and mention.end == end  # "Tarsa Valley" is not the Tarsa Valley Brigades
            and mention.kind is MentionKind.NAME
        ]
        for schema in (Schema.PERSON, Schema.ORGANIZATION):
            for mention in inside:
                chain = self.annotations.chain_by_id[mention.chain]
                if chain.schema is schema and chain.name is not None:
                    return (Party(chain.id, chain.name),)
        return (self._named(name),)

    def _named(self, name: str) -> Party:
        """Return the entity of a name, else a party that has only the name."""
        words = name.split()
        while len(words) > 2 and words[0].lower().strip(".") in _TITLES:
            words = words[1:]  # "Prime Minister Nadia Orlov"
        name = " ".join(words)
        return party_named(self.annotations, name)
