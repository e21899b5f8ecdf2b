"""What a phrase tells to have happened, in one word that other tellings share.

Two phrases with the same name of an occurrence, in reports of one story, most often
tell of one event: "was arrested" and "the arrest". Sayings are told apart by who says
them, since a story has many.
"""

from collections.abc import Sequence

from dragoman.model.syntax import Sentence
from dragoman.text.families import find_family, stem

_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "NUM"})
_SAYING = frozenset({"say", "report"})


def name_occurrence(sentence: Sentence, tokens: Sequence[int]) -> str:
    """Name the occurrence that some tokens of a sentence tell.

    Args:
        sentence: Where they stand.
        tokens: Their indices, at least one, ascending.

    Returns:
        A word in base form, for sayings with the stem of the speaker behind ``|``
        (empty where the sentence does not say who).
    """
    head = _find_head(sentence, tokens)
    whole = " ".join(sentence[index].lemma.lower() for index in tokens)
    family = find_family(whole)
    if len(tokens) == 1 or family == stem(whole):
        particle = _child(sentence, head, "compound:prt")
        family = find_family(sentence[head].lemma, particle)
    if family not in _SAYING:
        return family
    return f"{family}|{stem(_child(sentence, head, 'nsubj'))}"


def _find_head(sentence: Sentence, tokens: Sequence[int]) -> int:
    """Return the content word that the others hang on, else the first content word."""
    inside = set(tokens)
    tops = [index for index in tokens if sentence[index].head not in inside]
    for index in (*tops, *tokens):
        if sentence[index].upos in _CONTENT:
            return index
    return tokens[0]


def _child(sentence: Sentence, head: int, relation: str) -> str:
    return next(
        (
            token.lemma
            for token in sentence
            if token.head == head and token.deprel.startswith(relation)
        ),
        "",
    )
