"""Whether what a verb tells is done by its subject or to it."""

from dragoman.model.syntax import Sentence

# What somebody gets by them stands behind him: "granted Lee asylum".
GIVING = frozenset(
    {"accord", "allot", "allow", "assign", "award", "bring", "deny", "give", "grant"}
    | {"hand", "issue", "lend", "loan", "offer", "owe", "pay", "promise", "refuse"}
    | {"send", "serve", "show", "sell", "wish", "pass", "guarantee", "bequeath"}
)
SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def is_passive(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb is passive, as a participle without marking too."""
    token = tree[verb]
    if token.lemma == "oppose" and _has_to(tree, verb):
        return False  # "extremists opposed to the truce": they are against it
    if tree.is_passive(verb):
        return True
    if token.deprel in {"acl", "advcl"} and token.tag in {"VBN", "VBD"}:
        # "granted asylum in Oslo, the poet left": what is given is kept as its object
        given = token.lemma.lower() in GIVING and not tree.children(verb, *SUBJECT)
        if given and token.tag == "VBN" and not tree.auxiliaries(verb):
            return True
    if token.deprel == "acl" and token.tag in {"VBN", "VBD"}:
        return tree.child(verb, "obj") is None
    if token.deprel == "xcomp" and token.tag == "VBN":  # "was found shot"
        return not tree.auxiliaries(verb) and tree.is_passive(token.head)
    if token.deprel == "conj" and token.tag == "VBN":
        first = token.head
        return (
            tree.child(verb, *SUBJECT) is None
            and not tree.auxiliaries(verb)
            and tree.child(verb, "obj") is None
            and tree[first].upos in {"VERB", "AUX"}
            and is_passive(tree, first)
        )
    if token.deprel == "advcl" and token.tag == "VBN":
        return tree.child(verb, "obj") is None and not tree.auxiliaries(verb)
    return False


def _has_to(tree: Sentence, verb: int) -> bool:
    return any(tree.case_of(child) == "to" for child in tree.children(verb, "obl"))
