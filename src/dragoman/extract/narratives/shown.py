"""Quotations by where they stand: on walls, on channels, in a list of lines.

"Pages of the Front run “X” under every picture", "“X” appears on walls", "“X,” read the
banner", "Most shared: “X”", "“X” – coined by A, adopted by B".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import full_lemma
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found, quoted_lines
from dragoman.extract.narratives.spread import COINING, is_first
from dragoman.model.annotation import Quotation, Schema
from dragoman.model.claim import Claim, Party, StatementClaim
from dragoman.model.document import BlockKind
from dragoman.model.syntax import FINITE, PAST, Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_SHORTEST, _SAYING = 3, 9  # words of a line that nobody calls one
_TITLE = 0.6  # share of capitals from which a quotation passes for a title
_GAP = re.compile(
    r"\s*(?:(?:off|out|down)\s+)?(?:(?:in tandem|day and night|\w+ly|again|daily|almost"
    r"|night after night|every day|on a loop)\s+)*"
    r"(?:that\s+|with\s+|:\s*|the (?:line|words?|message|phrase|caption)\s+|,\s*)?"
)
# Where the list goes on after an agent: "by A and, since then, by B".
_ENUMERATED = re.compile(r"\s*(?:\(?[a-z\d]{1,2}[.)]|[▸•■➤*–—-])?\s*")
_SHOWN = frozenset({"appear", "hang", "stand", "read", "go", "figure", "be", "surface"})
_ON = frozenset({"on", "across", "over", "in", "at", "along"})
_PLURALS = frozenset({"NNS", "NNPS"})
_ASIDE = 14  # words up to what a line stands on
_MARKER = 8  # code points of "(a) ", at most
_REACH = 12  # sentences back to what announces a list of lines


class ShownReader:
    """Reads the lines of one document that stand on something."""

    def __init__(
        self, carriers: CarrierReader, words: NarrativeOntology, claims: Sequence[Claim]
    ) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._channels = unite_words(
            words["channels"], words["outlet_words"], words["media_things"]
        )
        self._runs = words["channel_verbs"]
        self._spreads = unite_words(words["chant_verbs"], words["spread_verbs"])
        self._surfaces = words["surfaces"]
        self._lines = unite_words(
            words["line_nouns"], words["slogan_words"], words["narrative_nouns"]
        )
        self._voicing = words["voicing"]
        self._read, self._label = _read_patterns(words["surfaces"], words["labels"])
        self._said = sorted(
            (citation.span.start, citation.span.end)
            for claim in claims
            if isinstance(claim, StatementClaim) and claim.speakers
            for citation in claim.citations
        )

    def read(self) -> Iterator[Found]:
        """Yield every quotation told to stand somewhere, with who put it there."""
        for quotation, number, label in quoted_lines(self.document, self.annotations):
            tree = self.annotations.sentences[number]
            if self.document.blocks[tree.block].kind is BlockKind.TITLE:
                continue  # "New theory: “X”" heads a report
            told = (
                self._run(number, tree, quotation)
                or self._spread_behind(number, tree, quotation)
                or self._on_surface(number, tree, quotation)
                or self._labelled(number, tree, quotation)
                or self._unsaid(number, tree, quotation)
            )
            if told is not None:
                carriers, origin = told
                carriers = carriers or self._owner_told(number, tree, quotation)
                yield Found(label, "slogan", carriers, origin, (tree.start, tree.end))

    def _owner_told(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[Party, ...]:
        """Return the body of "its armbands", "the Front's walls" in the sentence."""
        found: list[Party] = []
        for owner in tree.find_relation("nmod:poss"):
            token = tree[owner]
            if quotation.outer_start <= token.start < quotation.outer_end:
                continue
            mention = self.annotations.mention_headed(number, owner)
            if mention is not None and mention.schema is Schema.ORGANIZATION:
                found.extend(self.carriers.of_noun(number, owner))
        return tuple(dict.fromkeys(one for one in found if one.entity))

    def _run(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "their pages run “X”", "its new video repeats “X”"."""
        for verb in tree.find_lemmas(self._runs):
            token = tree[verb]
            if token.upos != "VERB" or token.end > quotation.outer_start:
                continue
            between = self.document.text[token.end : quotation.outer_start]
            if not _GAP.fullmatch(between) or tree.is_negated(verb):
                continue
            subject = tree.subject(verb)
            if subject is None or not self._is_channel(number, tree, subject):
                continue
            if self._is_title(quotation):
                return None
            return self.carriers.of_verb(number, verb), None
        return None

    def _is_channel(self, number: int, tree: Sentence, noun: int) -> bool:
        return any(
            tree[one].lemma.lower() in self._channels
            or self.carriers.is_outlet(number, one)
            for one in tree.conjuncts(noun)
        )

    def _is_title(self, quotation: Quotation) -> bool:
        """Tell whether most words begin with a capital: "aired “The Long Night”"."""
        words = self.document.text[quotation.start : quotation.end].split()
        capital = sum(word[:1].isupper() for word in words)
        return capital > _TITLE * len(words)

    def _spread_behind(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "“X” – coined by A, adopted by B and, since then, by C".

        By the place of the participles: the parse hangs them on anything.
        """
        opened = self._participle_behind(tree, quotation)
        if opened is None:
            return None
        found: list[Party] = []
        origin: Party | None = None
        known = False
        for verb in range(opened, len(tree)):
            token = tree[verb]
            if token.tag in FINITE and tree.subject(verb) is not None:
                break
            lemma = full_lemma(tree, verb)
            coined = lemma in COINING
            if token.upos != "VERB" or not (coined or lemma in self._spreads):
                continue
            known = True
            parties = self.carriers.without_things(
                self.carriers.of_verb(number, verb)
                if tree.children(verb, "obl:agent")
                else ()
            )
            if parties and origin is None and (coined or is_first(tree, verb)):
                origin = parties[0]
            found.extend(one for one in parties if one not in found)
        return (tuple(found), origin) if known else None

    def _participle_behind(self, tree: Sentence, quotation: Quotation) -> int | None:
        """Return "revived" of "“X”: an older theme, revived by"."""
        behind = [i for i, t in enumerate(tree) if t.start >= quotation.outer_end]
        if not behind or tree[behind[0]].text not in {"–", "—", "-", ",", ":"}:
            return None
        opened = behind[0] + 1
        while opened < len(tree) and tree[opened].upos in {"ADV", "DET", "ADJ", "NOUN"}:
            noun = tree[opened].lemma.lower() in self._lines
            if tree[opened].upos == "NOUN" and not noun:
                return None
            opened += 1
            if noun and opened < len(tree) and tree[opened].text == ",":
                opened += 1
        participle = opened < len(tree) and tree[opened].tag in PAST
        return opened if participle else None

    def _on_surface(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "“X” appears on walls", "“X,” read the banner"."""
        text = self.document.text
        reads = self._read.match(text, quotation.outer_end, tree.end)
        if reads is not None:
            noun = tree.token_at(reads.start(reads.lastgroup or 0))
            owners = () if noun is None else self.carriers.of_noun(number, noun)
            return tuple(one for one in owners if one.entity), None
        behind = next(
            (i for i, t in enumerate(tree) if t.start >= quotation.outer_end), None
        )
        if behind is None or tree[behind].tag not in FINITE:
            return None
        if tree[behind].lemma.lower() not in _SHOWN or tree.is_negated(behind):
            return None
        for at in range(behind + 1, min(behind + _ASIDE, len(tree))):
            if tree[at].lemma.lower() in self._surfaces and tree[at].upos == "NOUN":
                commas = text[tree[behind].end : tree[at].start].count(",")
                if tree.case_of(at) not in _ON or commas % 2:
                    return None  # "is, by Friday, on the placards" is closed
                return self._chanters(number, tree, at), None
        return None

    def _chanters(self, number: int, tree: Sentence, at: int) -> tuple[Party, ...]:
        """Return who owns the walls or is told to chant it behind."""
        found = [one for one in self.carriers.of_noun(number, at) if one.entity]
        for one in find_obliques(tree, at):
            if one.case == "of":
                found.extend(
                    p for p in self.carriers.of_noun(number, one.token) if p.entity
                )
        for verb in range(at + 1, len(tree)):
            if tree[verb].upos == "VERB" and tree[verb].lemma.lower() in self._spreads:
                found.extend(self.carriers.of_verb(number, verb))
        return self.carriers.without_things(tuple(dict.fromkeys(found)))

    def _labelled(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read "Most shared: “X”", "(a) “Y”" in a list of lines that was announced."""
        head = self.document.text[tree.start : quotation.outer_start]
        if self._label.fullmatch(head):
            found = [
                party
                for noun in tree.find_lemmas(self._channels)
                if tree[noun].end <= quotation.outer_start
                for party in self.carriers.of_noun(number, noun)
                if party.entity is not None
            ]
            return tuple(dict.fromkeys(found)), None
        text = self.document.text
        line = text[text.rfind("\n", 0, quotation.outer_start) + 1 : tree.start] + head
        line = line if len(line) < _MARKER else head
        listed = line.strip() and _ENUMERATED.fullmatch(line)
        if not listed or not self._is_announced(number):
            return None
        return ((), None) if self._is_bare(tree, quotation) else None

    def _unsaid(
        self, number: int, tree: Sentence, quotation: Quotation
    ) -> tuple[tuple[Party, ...], Party | None] | None:
        """Read a line that nobody is told to say, in a sentence on lines or channels.

        "His pages, where “Bread or barricades” is never far away".
        """
        text = self.document.text[quotation.start : quotation.end]
        words = text.split()
        if not (text[:1].isupper() and _SHORTEST <= len(words) <= _SAYING):
            return None
        if self.document.text[quotation.outer_start - 1 : quotation.outer_start] == "(":
            return None  # "posted a translation (“…”)"
        said = any(a <= quotation.start < b for a, b in self._said)
        if said or self._is_title(quotation):
            return None
        found: list[Party] = []
        for noun in tree.find_lemmas(self._voicing):
            token = tree[noun]
            inside = quotation.outer_start <= token.start < quotation.outer_end
            if not inside and token.upos == "NOUN":
                found.extend(p for p in self.carriers.of_noun(number, noun) if p.entity)
        # Of a page that is nobody's it may be the name of a song or a dish.
        return (tuple(dict.fromkeys(found)), None) if found else None

    def _is_bare(self, tree: Sentence, quotation: Quotation) -> bool:
        """Tell whether nobody is told to say it in the sentence."""
        return not any(
            token.tag in FINITE
            and token.start >= quotation.outer_end
            and tree.subject(index) is not None
            for index, token in enumerate(tree)
        )

    def _is_announced(self, number: int) -> bool:
        """Tell whether "three stories", "lines of the week" stand before a list."""
        for index in range(number, max(-1, number - _REACH - 1), -1):
            tree = self.annotations.sentences[index]
            for noun in tree.find_lemmas(self._lines):
                counted = tree.children(noun, "nummod") or any(
                    tree[one].text.lower() in {"week", "month", "day", "fortnight"}
                    for one in tree.children(noun, "nmod")
                )
                pushed = any(
                    tree[one].lemma.lower() in self._runs | self._spreads
                    for one in tree.children(noun, "acl")
                )
                if tree[noun].tag in _PLURALS and (counted or pushed):
                    return True
        return False


@cache
def _read_patterns(
    surfaces: frozenset[str], labels: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    things = "|".join(
        sorted(map(re.escape, surfaces), key=lambda one: (-len(one), one))
    )
    listed = "|".join(sorted(map(re.escape, labels), key=lambda one: (-len(one), one)))
    return (
        re.compile(
            r"[”\"»,\s]*(?:(?:read|reads|said|says|ran)\s+(?:the|a|an|their|his|her|its|one)"
            rf"\s+(?:[\w’'-]+\s+){{0,2}}?(?P<behind>{things})(?:e?s)?\b"
            r"|(?:the|their|his|her|its|an?|many|some)\s+(?:[\w’'-]+\s+){0,3}?"
            rf"(?P<before>{things})(?:e?s)?\s+(?:read|reads|said|say|ran|proclaimed)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            r"\s*(?:\(?[a-z\d]{1,2}[.)]|[▸•■➤*–—-])?\s*"
            rf"(?:{listed})\b[^.;:\"“”]{{0,60}}:\s*",
            re.IGNORECASE,
        ),
    )
