"""Who bears a nickname and who gave it: "earned him the nickname “X” among them"."""

from dragoman.extract.epithets.words import Words
from dragoman.model.syntax import Sentence

_AMONG = frozenset({"among", "amongst", "by", "from"})
_UNDER = frozenset({"by", "under", "with"})
_STEPS = 3


def find_bearer(sentence: Sentence, noun: int, words: Words) -> int | None:
    """Return who bears a nickname.

    Args:
        sentence: Where it stands.
        noun: "nickname", "moniker".
        words: Verbs of bearing and giving one.
    """
    for clause in sentence.children(noun, "acl"):
        if sentence[clause].lemma.lower() in words.giving:
            return _receiver(sentence, clause)  # "the nickname given to him by"
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    whole = _whole(sentence, noun)
    verb = sentence[whole].head
    if whole < noun:
        return whole  # parsed as one with its bearer: "earned Lee the nickname"
    if verb >= 0 and sentence[verb].upos == "VERB":
        found = _bearer_of_verb(sentence, verb, whole, words)
        if found is not None:
            return found
    places = (noun, *sentence.children(noun, "appos"), whole)
    return next(
        (
            child
            for place in places
            for child in sentence.children(place, "nmod")
            if sentence.case_of(child) == "for"
        ),
        None,
    )


def _bearer_of_verb(
    sentence: Sentence, verb: int, noun: int, words: Words
) -> int | None:
    """Return who has it by the verb above."""
    lemma = sentence[verb].lemma.lower()
    given = sentence.child(verb, "iobj")
    if given is not None:
        return given
    if lemma in words.giving:
        passive = sentence.child(verb, "nsubj:pass")
        if passive is not None and passive != noun:
            return passive  # "he was given the nickname"
        return _receiver(sentence, verb)
    if sentence.case_of(noun) in _UNDER:
        if sentence.is_passive(verb):
            return sentence.child(verb, "nsubj:pass")
        if sentence[verb].deprel in {"acl", "amod"}:
            return sentence[verb].head  # "X, known by the nickname"
        told = sentence.child(verb, "obj")
        named = told is not None and sentence[told].upos in {"PRON", "PROPN"}
        return told if named else sentence.subject(verb)
    if lemma in words.bearing and sentence[noun].deprel == "obj":
        before = sentence.child(verb, "obj")
        if before is not None and before < noun:
            return before  # parsed so: "earned Lee the nickname"
        return _subject(sentence, verb)
    return None


def _whole(sentence: Sentence, noun: int) -> int:
    """Return the head of "the nickname “X”", which may be the name itself."""
    whole = noun
    while sentence[whole].deprel in {"compound", "appos", "flat"}:
        whole = sentence[whole].head
        if whole < noun:
            break
    return whole


def find_givers(sentence: Sentence, noun: int, words: Words) -> list[int]:
    """Return by whom a nickname is used or was given."""
    whole = _whole(sentence, noun)
    verb = sentence[whole].head
    found: list[int] = []
    places = [noun, *sentence.children(noun, "acl", "appos")]
    if verb >= 0 and sentence[verb].upos == "VERB":
        places.append(verb)
        lemma = sentence[verb].lemma.lower()
        active = not sentence.is_passive(verb)
        if lemma in words.giving and active and sentence[whole].deprel == "obj":
            subject = sentence.subject(verb)
            found.extend([] if subject is None else [subject])
    for place in places:
        for child in sentence.children(place, "obl", "nmod", "obl:agent"):
            if child != noun and sentence.case_of(child) in _AMONG:
                found.append(child)
    return found


def _receiver(sentence: Sentence, verb: int) -> int | None:
    """Return him of "given to him"."""
    return next(
        (
            child
            for child in sentence.children(verb, "obl")
            if sentence.case_of(child) in {"to", "on", "upon"}
        ),
        None,
    )


def _subject(sentence: Sentence, verb: int) -> int | None:
    """Return the subject, of the verb above if it is shared."""
    for _ in range(_STEPS):
        found = sentence.subject(verb)
        if found is not None or sentence[verb].head < 0:
            return found
        if sentence[verb].deprel not in {"conj", "advcl", "xcomp"}:
            return None
        verb = sentence[verb].head
    return None
