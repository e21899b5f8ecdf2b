"""Names without marks that a verb gives: "branded her a traitor to the nation"."""

from collections.abc import Iterator

from dragoman.extract.epithets.users import agents_of, users_of
from dragoman.extract.epithets.words import Epithet, is_entity, load_words
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence

_LONGEST = 8  # words
_CUT = frozenset({"acl", "advcl", "case", "cc", "conj", "det", "mark", "punct"})


def find_branded(document: Document, annotations: Annotations) -> Iterator[Epithet]:
    """Yield what somebody is branded, in the words of the text.

    Verbs that only name count with a noun that blackens: "called him a puppet".
    """
    words = load_words()
    for number, sentence in enumerate(annotations.sentences):
        for verb in sentence.find_lemmas(words.naming):
            lemma = sentence[verb].lemma.lower()
            if sentence[verb].upos != "VERB":
                continue
            passive = sentence.is_passive(verb)
            named = sentence.child(verb, "nsubj:pass" if passive else "obj")
            noun = _predicate(sentence, verb)
            if named is None or noun is None or sentence.is_negated(verb):
                continue
            blackens = sentence[noun].lemma.lower()
            needed = words.needs.get(blackens)  # "made Lee the enemy" blackens nobody
            before = sentence[noun - 1].text.lower() if noun else ""
            loaded = blackens in words.loaded and (needed is None or before in needed)
            mention = annotations.mention_headed(number, named)
            if mention is None or not (loaded or lemma in words.branding):
                continue
            start, end = sentence.extent(noun, without=_CUT)
            text = document.text[start:end]
            if any(mark in text for mark in '"“”«') or len(text.split()) > _LONGEST:
                continue
            if annotations.is_quoted(start) and not annotations.is_quoted(
                sentence[verb].start
            ):
                continue  # in marks of its own it is found by them
            if is_entity(annotations, mention.chain):
                by = _namers(document, annotations, number, verb, passive=passive)
                yield Epithet(mention.chain, start, end, number, noun, by)


def _predicate(sentence: Sentence, verb: int) -> int | None:
    """Return the noun of "branded him a traitor", "denounced him as a traitor"."""
    for child in sentence.children(verb, "xcomp", "obl"):
        if child < verb or sentence[child].upos != "NOUN":
            continue
        case = sentence.case_of(child)
        if case == "as" or (not case and sentence[child].deprel == "xcomp"):
            return child
    return None


def _namers(
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    *,
    passive: bool,
) -> tuple[Party, ...]:
    if passive:
        return agents_of(annotations, number, verb)
    subject = annotations.sentences[number].subject(verb)
    return users_of(document, annotations, number, subject)
