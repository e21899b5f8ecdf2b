"""Stretches of a sentence that may name a party, a target or a weapon.

Wider than references: "mortar" in "mortar and rifle fire" is a weapon by itself, and
a phrase is offered with and without its modifiers ("two armed men", "armed men",
"men"), since what is learned from was marked by people who chose freely among them.
"""

from collections.abc import Iterator

from dragoman.model.syntax import Sentence

_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_MOST_WORDS = 10
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset({'"', "“"})
_LINKS = frozenset({"of", "for", "de", "la", "del", "and"})
# An adjective that is the head of a clause names nobody.
_CLAUSAL = frozenset({"advcl", "ccomp", "root", "xcomp", "acl", "conj"})


def candidate_spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last word of every candidate, by their last word."""
    for last in range(len(sentence)):
        if _may_end(sentence, last):
            yield from _starts(sentence, last)


def _may_end(sentence: Sentence, last: int) -> bool:
    token = sentence[last]
    if token.upos in _NOUNS:
        return True
    after = sentence[last + 1].upos if last + 1 < len(sentence) else ""
    if after in _BEFORE_NOUN:
        return False
    if token.upos == "NUM":
        return not token.text.isdigit()
    return token.upos == "ADJ" and token.deprel.partition(":")[0] not in _CLAUSAL


def _starts(sentence: Sentence, last: int) -> Iterator[tuple[int, int]]:
    linked = False
    place = last
    while place >= 0 and last - place < _MOST_WORDS:
        token = sentence[place]
        word = token.text.lower()
        inside = place < last
        if (
            token.upos in _BEFORE_NOUN
            or word in _QUOTES
            or (inside and _modifies(sentence, place, last))
        ):
            yield place, last
        elif inside and token.upos == "DET":
            # "the ministry of the interior": only on behind a link.
            if place == 0 or sentence[place - 1].text.lower() not in _LINKS:
                return
        elif inside and word in _LINKS and not linked:
            linked = True
        elif word not in _POSSESSIVE and word != "-":
            return
        place -= 1


def _modifies(sentence: Sentence, place: int, last: int) -> bool:
    """Tell whether a participle or adverb belongs to the noun after it."""
    token = sentence[place]
    if token.upos == "ADV":
        return place < token.head <= last
    participle = token.text.lower().endswith(("ed", "ing"))
    return token.upos == "VERB" and (
        participle or token.deprel.partition(":")[0] == "amod"
    )


def describe(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Return what words say of a phrase: its head, what it hangs on and how.

    Always as many, each by itself or with the relation: "nsubj<kill".
    """
    head = head_within(sentence, first, last)
    lemma, *around = describe_head(sentence, head)
    return lemma, *describe_ends(sentence, first, last), *around


def describe_ends(sentence: Sentence, first: int, last: int) -> tuple[str, str]:
    """Return the part of ``describe`` that is of first and last words."""
    end = sentence[last].lemma.lower()
    if last > first:
        end = f"{sentence[last - 1].lemma.lower()} {end}"
    return end, f"{sentence[first].lemma.lower()}.."


def describe_head(sentence: Sentence, head: int) -> tuple[str, ...]:
    """Return the part of ``describe`` that phrases with one head have in common."""
    token = sentence[head]
    verb, relation = sentence.governor_of(head)
    above = sentence[token.head].lemma.lower() if token.head >= 0 else ""
    case = sentence.case_of(head)
    return (
        token.lemma.lower(),
        f"{token.deprel}<{above}",
        f"{relation}<<{verb}",
        f"{case}<<{verb}",
        f"{case}<{above}",
    )


def head_within(sentence: Sentence, first: int, last: int) -> int:
    """Return the first word of a phrase that hangs outside of it, else the last."""
    for place, token in enumerate(sentence[first : last + 1], first):
        if not first <= token.head <= last:
            return place
    return last
