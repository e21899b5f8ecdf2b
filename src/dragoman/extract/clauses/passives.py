"""Whether what a verb tells is done by its subject or to it."""

from dragoman.model.syntax import PAST, Sentence

# What somebody gets by them stands behind him: "granted Lee asylum".
GIVING = frozenset(
    {"accord", "allot", "allow", "assign", "award", "bring", "deny", "give", "grant"}
    | {"hand", "issue", "lend", "loan", "offer", "owe", "pay", "promise", "refuse"}
    | {"send", "serve", "show", "sell", "wish", "pass", "guarantee", "bequeath"}
)
SUBJECT = ("nsubj", "nsubj:pass", "csubj")

# What nobody does without doing it to somebody or something.
_UNDERGONE = frozenset(
    {"abduct", "acquit", "arrest", "behead", "capture", "confiscate", "convict"}
    | {"damage", "deport", "destroy", "detain", "dismiss", "displace", "evacuate"}
    | {"execute", "expel", "free", "hospitalise", "hospitalize", "imprison", "injure"}
    | {"jail", "kidnap", "kill", "release", "rescue", "sack", "seize", "sentence"}
    | {"suspend", "wound"}
)


def is_passive(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb is passive, as a participle without marking too."""
    token = tree[verb]
    if token.lemma == "oppose" and _has_to(tree, verb):
        return False  # "extremists opposed to the truce": they are against it
    if tree.is_passive(verb):
        return True
    if token.deprel in {"acl", "advcl"} and token.tag in PAST:
        # "granted asylum in Oslo, the poet left": what is given is kept as its object
        given = token.lemma.lower() in GIVING and not tree.children(verb, *SUBJECT)
        if given and token.tag == "VBN" and not tree.auxiliaries(verb):
            return True
    if token.deprel == "acl" and token.tag in PAST:
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
    return _shares_helper(tree, verb)


def _shares_helper(tree: Sentence, verb: int) -> bool:
    """Tell "and twenty protesters arrested" behind "two officers were injured".

    The helper is told once; nobody arrests without arresting somebody.
    """
    token = tree[verb]
    if token.deprel != "conj" or token.tag not in PAST:
        return False
    if token.lemma.lower() not in _UNDERGONE or tree.auxiliaries(verb):
        return False
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or tree[subject].upos == "PRON":
        return False
    if tree.child(verb, "obj", "iobj", "ccomp", "xcomp") is not None:
        return False
    first = token.head
    copula = tree.child(first, "cop") is not None  # "were injured", read as adjective
    return is_passive(tree, first) or (copula and tree[first].text.endswith("ed"))


def _has_to(tree: Sentence, verb: int) -> bool:
    return any(tree.case_of(child) == "to" for child in tree.children(verb, "obl"))
