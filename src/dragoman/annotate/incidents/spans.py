"""Stretches of a sentence that may name a party, a target or a weapon.

Wider than references: "mortar" in "mortar and rifle fire" is a weapon by itself, and
a phrase is offered with and without its modifiers ("two armed men", "armed men",
"men"), since what is learned from was marked by people who chose freely among them.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.syntax import POSSESSIVE_MARKS, Sentence, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_MOST_WORDS = 10
_QUOTES = frozenset({'"', "“"})
_LINKS = frozenset({"of", "for", "de", "la", "del", "and"})
_ENDS = _NOUNS | {"NUM", "ADJ"}
# An adjective that is the head of a clause names nobody.
_CLAUSAL = frozenset({"advcl", "ccomp", "root", "xcomp", "acl", "conj"})


# What a word is to a phrase that ends behind it: the phrase may start here, may go on
# before one such word, may go on before it, or not. Asked for word by word, and for
# members of an enumeration that takes twice as long.
_OPENS, _LINKING, _INSIDE, _OUTSIDE = range(4)


def candidate_spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last word of every candidate, by their last word."""
    marks = [_mark(sentence, place) for place in range(len(sentence))]
    # An adverb opens a phrase that holds the word after it that it belongs to.
    adverbs = {
        place: token.head
        for place, token in enumerate(sentence)
        if token.upos == "ADV" and token.head > place
    }
    for last in range(len(sentence)):
        if not _may_end(sentence, last):
            continue
        linked = False
        for place in range(last, max(last - _MOST_WORDS, -1), -1):
            mark = marks[place]
            if mark == _OPENS or adverbs.get(place, len(marks)) <= last:
                yield place, last
            elif mark == _LINKING and not linked:
                linked = True
            elif mark != _INSIDE:
                break


def _may_end(sentence: Sentence, last: int) -> bool:
    token = sentence[last]
    if token.upos not in _ENDS:
        return False
    if token.upos in _NOUNS:
        return True
    after = sentence[last + 1].upos if last + 1 < len(sentence) else ""
    if after in _BEFORE_NOUN:
        return False
    if token.upos == "NUM":
        return not token.text.isdigit()
    return token.deprel.partition(":")[0] not in _CLAUSAL


def _mark(sentence: Sentence, place: int) -> int:
    token = sentence[place]
    if token.upos in _BEFORE_NOUN:
        return _OPENS
    word = sentence.lowered[place]
    if word in _QUOTES or (token.upos == "VERB" and _is_participle(token)):
        return _OPENS
    if token.upos == "DET":
        # "the ministry of the interior": only on behind a link.
        linked = place > 0 and sentence.lowered[place - 1] in _LINKS
        return _INSIDE if linked else _OUTSIDE
    if word in _LINKS:
        return _LINKING
    inside = word in POSSESSIVE_MARKS or word == "-"
    return _INSIDE if inside else _OUTSIDE


def _is_participle(token: Token) -> bool:
    """Tell whether a verb may belong to the noun after it."""
    return (
        token.text.lower().endswith(("ed", "ing"))
        or token.deprel.partition(":")[0] == "amod"
    )


def describe(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Return what words say of a phrase: its head, what it hangs on and how.

    Always as many, each by itself or with the relation: "nsubj<kill".
    """
    head = head_within(sentence, first, last)
    lemma, *around = describe_head(sentence, head)
    return lemma, *describe_ends(sentence.bases, first, last), *around


def describe_ends(lemmas: Sequence[str], first: int, last: int) -> tuple[str, str]:
    """Return the part of ``describe`` that is of first and last words.

    Args:
        lemmas: Those of the sentence, in lower case.
        first: Index of the first word.
        last: Index of the last word.
    """
    end = f"{lemmas[last - 1]} {lemmas[last]}" if last > first else lemmas[last]
    return end, f"{lemmas[first]}.."


def describe_head(sentence: Sentence, head: int) -> tuple[str, ...]:
    """Return the part of ``describe`` that phrases with one head have in common."""
    token = sentence[head]
    verb, relation = sentence.governor_of(head)
    above = sentence.bases[token.head] if token.head >= 0 else ""
    case = sentence.case_of(head)
    return (
        sentence.bases[head],
        f"{token.deprel}<{above}",
        f"{relation}<<{verb}",
        f"{case}<<{verb}",
        f"{case}<{above}",
    )


def head_within(sentence: Sentence, first: int, last: int) -> int:
    """Return the first word of a phrase that hangs outside of it, else the last."""
    for place in range(first, last):
        if not first <= sentence[place].head <= last:
            return place
    return last
