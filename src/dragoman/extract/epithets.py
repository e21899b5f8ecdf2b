"""Names that only a partisan speaker uses: kept apart from the names of entities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dragoman.data.tables import capitals, country_names, demonyms, fold_key
from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import Annotations, MentionKind, Quotation, Schema
from dragoman.model.claim import Claim, EpithetClaim, Party
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.model.syntax import Sentence

_LONGEST = 10
_NICKNAME = 3  # words of one that is written like a name
_AS = re.compile(
    r"[\s,]*(?:(?:only|now|simply|merely|routinely|henceforth)\s+)?(?:as|the|an?|,)?\s*"
    r"(?:the|an?)?\s*",
    re.IGNORECASE,
)
_OPEN = frozenset({"advcl", "obl", "xcomp", "ccomp"})
# Verbs that name only with "as": "refers to him as".
_NEEDS_AS = frozenset({"refer", "describe"})
# Whose words these say are their owner's: "SDL pages", "its presenters".
_VOICES = frozenset(
    {"account", "broadcaster", "channel", "commentator", "medium", "media", "newspaper"}
    | {"outlet", "page", "presenter", "site", "website", "supporter", "propagandist"}
)
_ARTICLE = re.compile(r"(?:(?:an?|the)\s+)?", re.IGNORECASE)
_SPEECH = frozenset(
    {"say", "tell", "call", "condemn", "denounce", "warn", "accuse", "declare",
     "state", "add", "blame", "describe", "reject", "praise", "threaten", "vow",
     "assert", "claim", "stress", "reaffirm", "announce", "insist", "argue",
     "attack", "criticise", "criticize", "charge", "decry", "deplore", "confront",
     "urge", "label", "brand", "dub", "term", "write", "note"}
)  # fmt: skip


@dataclass(frozen=True)
class _Words:
    ideology: dict[str, tuple[frozenset[str], str]]
    fixed: dict[str, str]
    regimes: frozenset[str]
    telling: frozenset[str]
    loaded: frozenset[str]
    needs: dict[str, frozenset[str]]
    naming: frozenset[str]
    known_as: re.Pattern[str]


@cache
def _words() -> _Words:
    text = files("dragoman.data").joinpath("epithets_en.yaml").read_text("utf-8")
    raw = yaml.load(text, yaml.CSafeLoader)
    phrases = sorted(raw["known_as"], key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase) for phrase in phrases)
    ideology = {
        adjective: (frozenset(line["nouns"]), line["country"])
        for line in raw["ideology"]
        for adjective in line["adjectives"]
    }
    first = {phrase.partition(" ")[0] for phrase in raw["fixed"]}
    return _Words(
        ideology=ideology,
        fixed=raw["fixed"],
        regimes=frozenset(raw["regimes"]),
        telling=frozenset({*ideology, *first, *raw["regimes"]}),
        loaded=frozenset(raw["loaded"]),
        needs={
            word: frozenset(needed) for word, needed in raw["needs_modifier"].items()
        },
        naming=frozenset(raw["naming_verbs"]),
        known_as=re.compile(rf"\b({joined})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    chain: str
    start: int
    end: int
    sentence: int
    token: int
    by: tuple[Party, ...] | None = None


class EpithetExtractor:
    """Read "the running dog X", "known as the 'butcher'", "the Zionist enemy"."""

    name = "epithets"
    version = "1"
    requires = frozenset({"sentences", "quotations", "mentions", "chains"})
    provides = frozenset({"epithet"})

    def extract(
        self,
        document: Document,
        annotations: Annotations,
        claims: Sequence[Claim],  # noqa: ARG002  # part of the protocol
    ) -> Iterator[EpithetClaim]:
        """Yield an epithet with everywhere it stands and who uses it."""
        found = [
            *_quoted(document, annotations),
            *_ideological(annotations),
            *_loaded(annotations),
        ]
        found.sort(key=lambda one: (one.start, one.end))
        gathered: dict[tuple[str, str], list[_Found]] = {}
        for one in found:
            text = fold_key(document.text[one.start : one.end])
            gathered.setdefault((one.chain, text), []).append(one)
        for (chain, text), uses in gathered.items():
            by: list[Party] = []
            for use in uses:
                users = use.by
                if users is None:
                    users = _users(document, annotations, use)
                by.extend(user for user in users if user not in by)
            first = uses[0]
            yield EpithetClaim(
                id=hash_id("h", document.id, chain, text),
                document_id=document.id,
                entity=chain,
                text=document.text[first.start : first.end],
                by=tuple(by),
                citations=tuple(document.cite(use.start, use.end) for use in uses),
                producer=f"{self.name}/{self.version}",
            )


def _is_entity(annotations: Annotations, chain: str | None) -> bool:
    if chain is None:
        return False
    found = annotations.chain_by_id[chain]
    return found.name is not None and not found.members


# ---------------------------------------------------------------- quoted names


def _quoted(document: Document, annotations: Annotations) -> Iterator[_Found]:
    words = _words()
    for quotation in annotations.quotations:
        inner = document.text[quotation.start : quotation.end]
        capital = inner[:1].isupper()
        if len(inner.split()) > (_NICKNAME if capital else _LONGEST):
            continue
        number = annotations.sentence_at(quotation.start)
        if number is None:
            continue
        sentence = annotations.sentences[number]
        before = document.text[sentence.start : quotation.outer_start]
        end = quotation.start + len(inner.rstrip(" ,.;:!?"))
        if end <= quotation.start:
            continue
        token = sentence.token_at(quotation.start)
        if token is None:
            continue
        start = quotation.start + len(_ARTICLE.match(inner).group())  # type: ignore[union-attr]  # matches always
        shown = words.known_as.search(before)
        if shown is not None and not capital:
            target = _described_by(annotations, number, sentence.start + shown.start())
            if target is not None:
                yield _Found(target, start, end, number, token, by=())
            continue
        named = _named_so(document, annotations, number, quotation)
        if named is not None:
            yield _Found(named[0], start, end, number, token, by=named[1])


def _described_by(annotations: Annotations, number: int, offset: int) -> str | None:
    """Return whom a participle describes: "X, commonly known as"."""
    sentence = annotations.sentences[number]
    token = sentence.token_at(offset)
    steps = 0
    while token is not None and token >= 0 and steps < 6:
        mention = annotations.mention_headed(number, token)
        if mention is not None and _is_entity(annotations, mention.chain):
            return mention.chain
        token, steps = sentence[token].head, steps + 1
    before = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if mention.end <= offset and offset - mention.end <= 12
    ]
    if before and _is_entity(annotations, before[-1].chain):
        return before[-1].chain
    return None


def _named_so(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> tuple[str, tuple[Party, ...]] | None:
    """Return who is named by whom: "A calls B 'E'", "B, whom A calls 'E'"."""
    sentence = annotations.sentences[number]
    naming = _words().naming
    for verb in sentence.find_lemmas(naming):
        token = sentence[verb]
        if token.upos != "VERB":
            continue
        gap = document.text[token.end : quotation.outer_start]
        if token.end > quotation.outer_start or len(gap) > 60:
            continue
        words = document.text[quotation.start : quotation.end].lower()
        if token.lemma.lower() == "describe" and not words.startswith("the "):
            continue  # "described her as “tired”"
        target = _target(document, annotations, number, verb, quotation)
        if sentence.is_passive(verb):
            subject = sentence.subject(verb)
            mention = (
                annotations.mention_headed(number, subject)
                if subject is not None
                else None
            )
            target = mention.chain if mention else target
            if _is_entity(annotations, target) and target is not None:
                return target, _agents(annotations, number, verb)
            continue
        if target is not None and _is_entity(annotations, target):
            subject = _namer(sentence, verb)
            return target, _parties(document, annotations, number, subject)
    return None


def _target(
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    quotation: Quotation,
) -> str | None:
    """Return who stands between a naming verb and the name, or before "whom"."""
    token = annotations.sentences[number][verb]
    gap = document.text[token.end : quotation.outer_start]
    inside = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if token.end <= mention.start and mention.end <= quotation.outer_start
    ]
    if not inside:
        bare = re.fullmatch(r"[\s,]*(the|an?)?\s*", gap)
        return _relative_target(annotations, number, verb) if bare else None
    # "the army's chief, Lee": the outermost, then nothing but "as"
    last = max(mention.end for mention in inside)
    outer = min((one for one in inside if one.end == last), key=lambda one: one.start)
    between = document.text[last : quotation.outer_start]
    named = " as" in between or token.lemma.lower() not in _NEEDS_AS
    whole = inside[0].start == outer.start or inside[0].chain == outer.chain
    return outer.chain if named and whole and _AS.fullmatch(between) else None


def _namer(sentence: Sentence, verb: int) -> int | None:
    """Return who gives the name, also in "pages took to calling him"."""
    while verb >= 0 and sentence.subject(verb) is None:
        if sentence[verb].tag != "VBG" or sentence[verb].deprel not in _OPEN:
            return None
        verb = sentence[verb].head
    return sentence.subject(verb)


def _relative_target(annotations: Annotations, number: int, verb: int) -> str | None:
    sentence = annotations.sentences[number]
    if sentence[verb].deprel == "acl:relcl":
        mention = annotations.mention_headed(number, sentence[verb].head)
        if mention is not None:
            return mention.chain
    for child in sentence.children(verb):
        if sentence[child].text.lower() in {"whom", "who", "which"}:
            mention = annotations.mention_headed(number, child)
            if mention is not None:
                return mention.chain
    return None


def _agents(annotations: Annotations, number: int, verb: int) -> tuple[Party, ...]:
    sentence = annotations.sentences[number]
    found: list[Party] = []
    for agent in sentence.children(verb, "obl:agent"):
        mention = annotations.mention_headed(number, agent)
        if mention is not None:
            found.extend(parties_of_chain(annotations, mention.chain))
    return tuple(found)


def _parties(
    document: Document, annotations: Annotations, number: int, token: int | None
) -> tuple[Party, ...]:
    """Return the parties of a subject; "the Bolivian side" is Bolivia."""
    if token is None:
        return ()
    mention = annotations.mention_headed(number, token)
    if mention is not None:
        return parties_of_chain(annotations, mention.chain)
    sentence = annotations.sentences[number]
    voices = sentence[token].lemma.lower() in _VOICES
    for child in sentence.children(token, "amod", "compound", "nmod:poss"):
        owner = annotations.mention_headed(number, child)
        if voices and owner is not None:
            return parties_of_chain(annotations, owner.chain)
        code = demonyms().get(fold_key(sentence[child].text))
        chain = _state(annotations, code)
        if chain is not None:
            return parties_of_chain(annotations, chain)
    start, end = sentence.extent(token, without=frozenset({"acl", "appos", "punct"}))
    return (Party(None, document.text[start:end]),)


def _state(annotations: Annotations, code: str | None) -> str | None:
    if code is None:
        return None
    return next(
        (
            chain.id
            for chain in annotations.chains
            if chain.country == code and chain.types == ("state",)
        ),
        None,
    )


# ---------------------------------------------------------------- set phrases


def _ideological(annotations: Annotations) -> Iterator[_Found]:
    words = _words()
    for number, sentence in enumerate(annotations.sentences):
        tokens = sentence.tokens
        telling = not words.telling.isdisjoint(sentence.words) or any(
            not word.isascii() and fold_key(word) in words.telling
            for word in sentence.words
        )
        for index in range(len(tokens) - 1) if telling else ():
            left = fold_key(tokens[index].text)
            right = tokens[index + 1].text.lower()
            code: str | None = None
            if left in words.ideology:
                nouns, country = words.ideology[left]
                code = country if right in nouns else None
            elif f"{left} {right}" in words.fixed:
                code = words.fixed[f"{left} {right}"]
            elif right in words.regimes and tokens[index].text[:1].isupper():
                code = (
                    capitals().get(left)
                    or demonyms().get(left)
                    or country_names().get(left)
                )
            chain = _state(annotations, code)
            if chain is not None:
                yield _Found(
                    chain, tokens[index].start, tokens[index + 1].end, number, index + 1
                )


def _loaded(annotations: Annotations) -> Iterator[_Found]:
    """Read "the running dog X", "X, a traitor in exile", "the hired pens of X"."""
    words = _words()
    for number, sentence in enumerate(annotations.sentences):
        for index in sentence.find_lemmas(words.loaded):
            token = sentence[index]
            lemma = token.lemma.lower()
            if token.upos not in {"NOUN", "PROPN"}:
                continue
            before = sentence[index - 1].text.lower() if index else ""
            needed = words.needs.get(lemma)
            if needed is not None and before not in needed:
                continue
            start = sentence[index - 1].start if needed else token.start
            if not needed and index and sentence[index - 1].upos == "ADJ":
                start = sentence[index - 1].start
            chain = _blamed(annotations, sentence, number, index)
            if chain is not None and _is_entity(annotations, chain):
                yield _Found(chain, start, token.end, number, index)


def _blamed(
    annotations: Annotations, sentence: Sentence, number: int, index: int
) -> str | None:
    token = sentence[index]
    # Directly before a name, or in apposition behind one.
    for mention in annotations.mentions_by_sentence.get(number, ()):
        if mention.kind is not MentionKind.NAME:
            continue
        if mention.start == token.end + 1 and mention.schema is Schema.PERSON:
            return mention.chain
    if token.deprel == "appos" and token.head >= 0:
        above = annotations.mention_headed(number, token.head)
        if above is not None and above.end <= token.start:
            return above.chain
    for child in sentence.children(index, "nmod", "appos"):
        if sentence[child].deprel == "nmod" and sentence.case_of(child) != "of":
            continue
        below = annotations.mention_headed(number, child)
        if below is not None and below.schema in {Schema.PERSON, Schema.ORGANIZATION}:
            return below.chain
    return None


# ---------------------------------------------------------------- who speaks


def _users(
    document: Document, annotations: Annotations, use: _Found
) -> tuple[Party, ...]:
    """Return who uses the words: the speaker above them, else the author."""
    sentence = annotations.sentences[use.sentence]
    token, steps = use.token, 0
    while token >= 0 and steps < 25:
        if sentence[token].upos == "VERB" and sentence[token].lemma.lower() in _SPEECH:
            subject = sentence.subject(token)
            if subject is not None:
                return _parties(document, annotations, use.sentence, subject)
        token, steps = sentence[token].head, steps + 1
    quoted = any(q.start <= use.start < q.end for q in annotations.quotations)
    if quoted:
        return ()
    return (Party(None, document.source.name or "author"),)
