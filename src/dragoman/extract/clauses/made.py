"""What somebody has done to somebody: "had Lee arrested", "ordered Lee held"."""

from dragoman.model.syntax import Sentence, noted

_HAVING = frozenset({"have", "get", "see", "order", "want"})


@noted
def find_made(tree: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the verb over a participle, and whom it befalls; ``None`` if it has none.

    The parse makes of him an object, or the subject of the participle.
    """
    token = tree[verb]
    above = token.head
    if token.tag != "VBN" or above < 0 or tree.auxiliaries(verb):
        return None
    if token.deprel == "acl" and tree[above].deprel == "obj":
        noun, above = above, tree[above].head  # "ordered the two men released"
        # but "ordered the men trained there to leave"
        asked = tree.children(above, "xcomp", "ccomp", "advcl")
        shaped = tree[above].lemma.lower() == "order" and not asked
    elif token.deprel in {"xcomp", "ccomp"}:
        own = tree.child(verb, "nsubj:pass", "nsubj")
        noun = -1 if own is None else own
        if own is None and (held := tree.child(above, "obj")) is not None:
            noun = held
        shaped = tree[above].lemma.lower() in _HAVING
    else:
        return None
    return (above, noun) if shaped and above < noun < verb else None
