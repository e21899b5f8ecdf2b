"""Names that only a partisan speaker uses: kept apart from the names of entities."""

import re
from collections.abc import Iterator, Sequence

from dragoman.data.tables import capitals, country_names, demonyms, fold_key
from dragoman.extract.epithets.branded import find_branded
from dragoman.extract.epithets.labels import without_article
from dragoman.extract.epithets.quoted import find_announced, find_quoted
from dragoman.extract.epithets.users import state_of, users_of
from dragoman.extract.epithets.words import Epithet, is_entity, load_words
from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.claim import Claim, EpithetClaim, Party
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.model.syntax import Sentence

_SPEECH = frozenset(
    {"say", "tell", "call", "condemn", "denounce", "warn", "accuse", "declare",
     "state", "add", "blame", "describe", "reject", "praise", "threaten", "vow",
     "assert", "claim", "stress", "reaffirm", "announce", "insist", "argue",
     "attack", "criticise", "criticize", "charge", "decry", "deplore", "confront",
     "urge", "label", "brand", "dub", "term", "write", "note"}
)  # fmt: skip


# "The Iranian regime" is what most of the press calls a government; "the Tehran regime"
# and "the Iranian clique" are not.
_PLAIN = "regime"
_ILLS = frozenset({"cancer", "tumor", "tumour"})
_SELF = re.compile(r"\bself-\w+\s+$", re.IGNORECASE)
_OF_ONE = frozenset({"my", "our", "your", "his", "her", "its", "their"})


class EpithetExtractor:
    """Read "the running dog X", "known as the 'butcher'", "the Zionist enemy"."""

    name = "epithets"
    version = "5"
    requires = frozenset({"sentences", "quotations", "mentions", "chains"})
    provides = frozenset({"epithet"})

    def extract(
        self,
        document: Document,
        annotations: Annotations,
        claims: Sequence[Claim],  # noqa: ARG002  # part of the protocol
    ) -> Iterator[EpithetClaim]:
        """Yield an epithet with everywhere it stands and who uses it."""
        given = [
            *find_quoted(document, annotations),
            *find_announced(document, annotations),
            *find_branded(document, annotations),
        ]
        found = [
            *(one for one in given if not any(_is_longer(a, one) for a in given)),
            *_ideological(annotations),
            *(
                one
                for one in _loaded(document, annotations)
                if not any(_holds(other, one) for other in given)
            ),
        ]
        found.sort(key=lambda one: (one.start, one.end))
        gathered: dict[tuple[str, str], list[Epithet]] = {}
        for one in found:
            text = fold_key(without_article(document.text[one.start : one.end]))
            uses = gathered.setdefault((one.chain, text), [])
            if all((use.start, use.end) != (one.start, one.end) for use in uses):
                uses.append(one)
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


def _holds(one: Epithet, other: Epithet) -> bool:
    """Tell whether words stand in a name of the same, or are it."""
    same = one.chain == other.chain
    return same and one.start <= other.start and other.end <= one.end


def _is_longer(one: Epithet, other: Epithet) -> bool:
    """Tell whether words stand in a longer name: "short" in "short and fat"."""
    return _holds(one, other) and not _holds(other, one)


# ---------------------------------------------------------------- set phrases


def _ideological(annotations: Annotations) -> Iterator[Epithet]:
    words = load_words()
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
                code = capitals().get(left)
                if code is None and right != _PLAIN:
                    code = demonyms().get(left) or country_names().get(left)
            chain = state_of(annotations, code)
            if chain is not None:
                yield Epithet(
                    chain, tokens[index].start, tokens[index + 1].end, number, index + 1
                )


def _loaded(document: Document, annotations: Annotations) -> Iterator[Epithet]:
    """Read "the running dog X", "X, a traitor in exile", "the hired pens of X"."""
    words = load_words()
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
            if _is_in_name(annotations, number, index) or any(
                sentence[one].text.lower() in _OF_ONE
                for one in sentence.children(index, "nmod:poss")
            ):
                continue  # "Vermin Ruiz", "his enemy"
            if lemma in _ILLS and sentence.children(index, "compound", "nmod:poss"):
                continue  # "colon cancer"
            chain = _blamed(annotations, sentence, number, index)
            if chain is not None and is_entity(annotations, chain):
                own = _SELF.search(document.text, max(start - 30, 0), start)
                name = annotations.chain_by_id[chain].name
                by = (
                    (Party(chain, name),) if own and name is not None else None
                )  # himself
                yield Epithet(chain, start, token.end, number, index, by)


def _is_in_name(annotations: Annotations, number: int, index: int) -> bool:
    """Tell whether a word is part of somebody's name."""
    around = annotations.mention_covering(number, index)
    return around is not None and around.kind is MentionKind.NAME


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
    document: Document, annotations: Annotations, use: Epithet
) -> tuple[Party, ...]:
    """Return who uses the words: the speaker above them, else the author."""
    number, token, steps = use.sentence, use.token, 0
    around = next(
        (q for q in annotations.quotations if q.start <= use.start < q.end), None
    )
    if around is not None and around.start < annotations.sentences[number].start:
        # A later sentence of what somebody says: the verb stands with the first.
        number = annotations.sentence_at(around.start) or number
        opening = annotations.sentences[number].token_at(around.start)
        token = use.token if opening is None else opening
    sentence = annotations.sentences[number]
    while token >= 0 and steps < 25:
        if sentence[token].upos == "VERB" and sentence[token].lemma.lower() in _SPEECH:
            subject = sentence.subject(token)
            if subject is not None:
                return users_of(document, annotations, number, subject)
        token, steps = sentence[token].head, steps + 1
    if around is not None:
        return ()
    return (Party(None, document.source.name or "author"),)
