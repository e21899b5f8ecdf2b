"""Who uses a name: the party behind the subject of naming."""

from dragoman.data.tables import demonyms, fold_key
from dragoman.extract.epithets_words import load_words
from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import Annotations, MentionKind
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence

_PLURALS = frozenset({"they", "these", "those"})
_CUT = frozenset({"acl", "appos", "case", "nsubj", "obj", "punct"})


def agents_of(annotations: Annotations, number: int, verb: int) -> tuple[Party, ...]:
    """Return the named parties by whom something is done."""
    sentence = annotations.sentences[number]
    found: list[Party] = []
    for agent in sentence.children(verb, "obl:agent"):
        mention = annotations.mention_headed(number, agent)
        if mention is not None:
            found.extend(parties_of_chain(annotations, mention.chain))
    return tuple(found)


def users_of(
    document: Document,
    annotations: Annotations,
    number: int,
    token: int | None,
    named: str | None = None,
) -> tuple[Party, ...]:
    """Return the parties of a subject; "the Bolivian side" is Bolivia.

    Args:
        document: Where it stands.
        annotations: Of the document.
        number: Sentence.
        token: Head of the subject.
        named: Chain of whom they name: "his supporters" are not himself.
    """
    if token is None:
        return ()
    sentence = annotations.sentences[number]
    voices = sentence[token].lemma.lower() in load_words().voices
    mention = annotations.mention_headed(number, token)
    if mention is not None:
        known = annotations.chain_by_id[mention.chain].name is not None
        if known or not voices:
            return parties_of_chain(annotations, mention.chain)
    owned = _behind_voice(annotations, number, token, named, voices=voices)
    if owned is not None:
        return owned
    if sentence[token].tag in {"WDT", "WP"}:
        clause = sentence[sentence[token].head]
        if clause.deprel == "acl:relcl" and clause.head != token:
            return users_of(document, annotations, number, clause.head, named)
    if sentence[token].upos in {"PRON", "DET"}:
        meant = _meant_by(sentence, token)  # a noun, so this ends
        return users_of(document, annotations, number, meant, named)
    start, end = sentence.extent(token, without=_CUT)
    first = sentence.token_at(start)
    if first is not None and first < token and sentence[first].tag == "WP":
        start = sentence[first + 1].start  # "whom the daily calls"
    return (Party(None, document.text[start:end]),)


def _behind_voice(
    annotations: Annotations,
    number: int,
    token: int,
    named: str | None,
    *,
    voices: bool,
) -> tuple[Party, ...] | None:
    """Return X of "the channel X", "X's pages", Chad of "the Chadian side"."""
    sentence = annotations.sentences[number]
    for child in sentence.children(token, "appos", "flat") if voices else ():
        called = annotations.mention_headed(number, child)
        if called is not None and called.kind is MentionKind.NAME:
            return parties_of_chain(annotations, called.chain)
    for child in sentence.children(token, "amod", "compound", "nmod:poss"):
        owner = annotations.mention_headed(number, child)
        if owner is not None and owner.chain == named:
            return None
        if voices and owner is not None:
            return parties_of_chain(annotations, owner.chain)
        code = demonyms().get(fold_key(sentence[child].text))
        chain = state_of(annotations, code)
        if chain is not None:
            return parties_of_chain(annotations, chain)
    return None


def _meant_by(sentence: Sentence, token: int) -> int | None:
    """Return the plural noun before "they" or "these", a subject first for "they"."""
    if sentence[token].text.lower() not in _PLURALS:
        return None
    nouns = [one for one in range(token) if sentence[one].tag in {"NNS", "NNPS"}]
    acting = [one for one in nouns if sentence[one].deprel.startswith("nsubj")]
    if sentence[token].text.lower() == "they" and acting:
        return acting[-1]
    return nouns[-1] if nouns else None


def state_of(annotations: Annotations, code: str | None) -> str | None:
    """Return the chain of a state, if the document has one."""
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
