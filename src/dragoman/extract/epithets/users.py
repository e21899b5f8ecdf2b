"""Who uses a name: the party behind the subject of naming."""

import re

from dragoman.data.tables import demonyms, fold_key
from dragoman.extract.epithets.words import load_words
from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence

_PLURALS = frozenset({"they", "these", "those"})
_RELATIVES = frozenset({"WP", "WDT"})
# Who speaks for a state: "the Bolivian side" is Bolivia, "Bolivian miners" are not.
_SIDES = frozenset({"side", "government", "authority", "official", "leadership"})
_CUT = frozenset({"acl", "appos", "case", "nsubj", "obj", "punct", "advmod"})
_HELD = frozenset({"acl", "advcl", "ccomp", "conj", "obl", "xcomp"})
_STEPS = 4
_ASIDE = re.compile(r", | about ")  # "newspapers about Ruiz, whom these"
# How words hang on the head of their own noun phrase.
_IN_PHRASE = frozenset(
    {"det", "amod", "compound", "nmod:poss", "nummod", "punct", "advmod", "flat"}
)


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
    other = _meant(annotations, number, token)
    if other is not None:  # it stands before, so this ends
        return users_of(document, annotations, number, other, named)
    mention = annotations.mention_headed(number, token)
    if mention is not None:
        known = annotations.chain_by_id[mention.chain].name is not None
        described = mention.kind is MentionKind.NOMINAL
        if known or not (described or is_voice(sentence[token].lemma.lower())):
            return parties_of_chain(annotations, mention.chain)
    owner = _owner(annotations, number, token, named)
    if owner is not None:
        return parties_of_chain(annotations, owner)
    if sentence[token].upos in {"PRON", "DET"}:
        return ()
    start, end = sentence.extent(token, without=_CUT)
    return (Party(None, _ASIDE.split(document.text[start:end])[0]),)


def _meant(annotations: Annotations, number: int, token: int) -> int | None:
    """Return the word of the sentence that a pronoun stands for."""
    sentence = annotations.sentences[number]
    if sentence[token].tag in _RELATIVES:
        return _antecedent(sentence, token)
    if sentence[token].text.lower() == "it":
        return _acting_before(annotations, number, token)
    if annotations.mention_headed(number, token) is not None:
        return None
    return _meant_by(sentence, token)


def _owner(
    annotations: Annotations, number: int, token: int, named: str | None
) -> str | None:
    """Return the chain for which a described user speaks: "Free Wave pages"."""
    sentence = annotations.sentences[number]
    lemma = sentence[token].lemma.lower()
    for child in sentence.children(token, "amod", "compound", "nmod:poss", "nmod"):
        if sentence[child].deprel == "nmod" and sentence.case_of(child) != "of":
            continue
        owner = annotations.mention_headed(number, child)
        if owner is not None and owner.chain == named:
            break
        body = owner is not None and owner.schema is not Schema.PLACE
        if owner is not None and body and is_voice(lemma):
            return owner.chain
        code = demonyms().get(fold_key(sentence[child].text))
        chain = state_of(annotations, code if lemma in _SIDES else None)
        if chain is not None:
            return chain
    for child in sentence.children(token, "appos"):
        told = annotations.mention_headed(number, child)
        if told is not None and told.kind is MentionKind.NAME and told.chain != named:
            return told.chain
    return None


def is_voice(lemma: str) -> bool:
    """Tell whose words are their owner's: "SDL pages", "its cartoons"."""
    words = load_words()
    forms = {lemma, lemma.removesuffix("s"), lemma.removesuffix("es")}
    return not (forms.isdisjoint(words.voices) and forms.isdisjoint(words.works))


def namer_of(annotations: Annotations, number: int, verb: int) -> int | None:
    """Return who gives a name, also in "pages took to calling him".

    Without a subject it is the name that stands directly before the verb.
    """
    sentence = annotations.sentences[number]
    above = verb
    for _ in range(_STEPS):
        found = sentence.subject(above)
        if found is not None:
            return found
        if sentence[above].deprel not in _HELD or sentence[above].head < 0:
            break
        above = sentence[above].head
        if sentence[above].upos != "VERB":
            break
    if verb and sentence[verb - 1].upos in {"NOUN", "PROPN"}:
        return verb - 1  # "the man his troops call", "on Sunday Lee called"
    return None


def phrase_head(sentence: Sentence, first: int) -> int | None:
    """Return the head of the noun phrase that begins with a word.

    Read from the words below it, so that it does not matter on what it hangs.
    """
    token = first
    while sentence[token].deprel in _IN_PHRASE and sentence[token].head > token:
        token = sentence[token].head
    named = sentence[token].upos in {"NOUN", "PROPN", "PRON"}
    return token if named else None


def _acting_before(annotations: Annotations, number: int, token: int) -> int | None:
    """Return the named subject of the clause before: "The Post has it; it calls"."""
    sentence = annotations.sentences[number]
    for before in range(token - 1, -1, -1):
        if sentence[before].deprel not in {"nsubj", "nsubj:pass"}:
            continue
        mention = annotations.mention_headed(number, before)
        named = mention is not None and mention.kind is MentionKind.NAME
        clause = sentence[sentence[before].head].deprel
        if clause in {"root", "parataxis"}:
            return before if named else None
    return None


def _antecedent(sentence: Sentence, token: int) -> int | None:
    """Return whom "who" and "which" stand for."""
    above = sentence[token].head
    for _ in range(_STEPS):
        if above < 0:
            return None
        if sentence[above].deprel == "acl:relcl":
            found = sentence[above].head
            return _host(sentence, token, found) if found >= 0 else None
        above = sentence[above].head
    return None


def _host(sentence: Sentence, relative: int, found: int) -> int:
    """Return X of "X, an aide of Y, who said": between commas Y is only told of X."""
    if not relative or sentence[relative - 1].text != ",":
        return found
    above = found
    for _ in range(_STEPS):
        if above < 0:
            break
        if sentence[above].deprel == "appos" and above != found:
            host = sentence[above].head
            return host if host >= 0 and sentence[host].upos == "PROPN" else found
        above = sentence[above].head
    return found


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
