"""Titles in a row with the name that they belong to: "ex-minister and senator Lee"."""

from collections.abc import Sequence

from dragoman.data.tables import name_words
from dragoman.extract.events.parties.people import DOERS
from dragoman.extract.parties import CUT
from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.syntax import Sentence

_PARTED = CUT - {"case"}


def is_title_beside(
    annotations: Annotations, sentence: int, token: int, row: Sequence[int]
) -> bool:
    """Tell whether a phrase without a name runs into the next one, which has one.

    "Minister of Trade Ana Ruiz", "Ana Ruiz Head of the Bloc", taken for two: what
    "and" and comma do not part is one. So are offices without an article before a name.

    Args:
        annotations: Those of the document.
        sentence: Index of the sentence.
        token: Head of the phrase.
        row: Heads of the phrases in a row with it.
    """
    tree = annotations.sentences[sentence]
    bare = _is_bare(tree, token)
    if not bare and tree[token].upos != "PROPN":
        return False
    if is_person(annotations, sentence, token):
        return False
    for other in row:
        if other == token or not is_person(annotations, sentence, other):
            continue
        first, last = min(token, other), max(token, other)
        whole = tree.subtree(first, without=_PARTED)
        begin = min(tree.subtree(last, without=_PARTED))
        beside = max(i for i in whole if i < last) + 1 == begin
        if beside or (bare and token < other):
            return True
    return False


def is_person(annotations: Annotations, sentence: int, token: int) -> bool:
    """Tell whether a phrase is the name of a person, by its head."""
    mention = annotations.mention_headed(sentence, token)
    named = mention is not None and mention.kind is MentionKind.NAME
    return named and mention is not None and mention.schema is Schema.PERSON


def _is_bare(tree: Sentence, token: int) -> bool:
    """Tell whether a noun may stand before a name as its title: "senator Lee"."""
    lemma = tree[token].lemma.lower()
    return (
        tree[token].tag == "NN"
        and (lemma.endswith(DOERS) or lemma in name_words().titles)
        and tree.child(token, "det", "nummod", "nmod:poss", "appos") is None
    )
