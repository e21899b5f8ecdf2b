"""Someone described by office and someone named who own the same thing are one.

"Iran's Supreme Leader's directive to arm the West Bank", later "Khamenei's directive
to arm the West Bank": the same directive, so the same giver of it.
"""

from dragoman.annotate.coreference.discourse import Discourse
from dragoman.model.annotation import MentionKind, Schema

_FEWEST_WORDS = 3


def merge_owners(discourse: Discourse) -> dict[int, int]:
    """Join described persons to named ones; return which chain went where."""
    named, described = _owners(discourse)
    merged: dict[int, int] = {}
    for owned, number in described:
        owners = named.get(owned, set())
        if len(owners) != 1 or number in merged:
            continue
        owner = next(iter(owners))
        # One who has an office of another kind is somebody else.
        if discourse.referents[owner].facts:
            continue
        merged[number] = owner
        discourse.referents[owner].facts.extend(discourse.referents[number].facts)
    for draft in discourse.drafts:
        draft.chain = merged.get(draft.chain, draft.chain)
    return merged


def _owners(
    discourse: Discourse,
) -> tuple[dict[str, set[int]], list[tuple[str, int]]]:
    """Return who owns what: the named by thing, the described in order."""
    named: dict[str, set[int]] = {}
    described: list[tuple[str, int]] = []
    for draft in discourse.drafts:
        chain = discourse.chains[draft.chain]
        person = chain.schema is Schema.PERSON and not chain.members
        if draft.kind is MentionKind.PRONOUN or not person:
            continue
        owned = _owned(discourse, draft.sentence, draft.head)
        if owned is None:
            continue
        if chain.names:
            named.setdefault(owned, set()).add(draft.chain)
        elif not discourse.referents[draft.chain].plural:
            described.append((owned, draft.chain))
    return named, described


def _owned(discourse: Discourse, sentence: int, head: int) -> str | None:
    """Return what the possessor owns, with all that belongs to it, folded."""
    tree = discourse.sentences[sentence]
    if tree[head].deprel != "nmod:poss" or tree[head].head < 0:
        return None
    thing = tree[head].head
    words = [
        tree[index].text.lower()
        for index in tree.subtree(
            thing, without=frozenset({"nmod:poss", "appos", "conj"})
        )
        if tree[index].upos != "PUNCT"
    ]
    if len(words) < _FEWEST_WORDS:
        return None
    return " ".join(words)
