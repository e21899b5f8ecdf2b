"""Who is named out of a group: "three men, among them Lee", "nine, including Kim"."""

from collections.abc import Iterator

from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.syntax import FINITE, Sentence

# Who meets for somebody: "officials from both capitals".
SENT = frozenset(
    {"negotiator", "official", "diplomat", "representative", "minister", "delegate"}
    | {"envoy", "delegation", "mediator", "expert", "team", "leader", "commander"}
    | {
        "member",
        "figure",
        "cadre",
        "politician",
        "lawmaker",
        "deputy",
        "parliamentarian",
    }
    | {"navy", "army", "government", "parliament", "ministry", "force", "authority"}
    | {"emissary", "adviser", "advisor", "chief", "head", "general", "spokesman"}
)
_MANY = frozenset({"NNS", "NNPS"})
_CALLED = frozenset({"know", "call", "name", "identify"})
_HEADED = frozenset({"head", "lead", "chair", "command", "comprise", "include"})
_LED = frozenset({"head", "lead", "command"})
_ACTING = frozenset({"nsubj", "obl:agent"})
_ENDS = frozenset({".", ";", ":"})
_INSIDE = frozenset({"nmod:poss", "compound", "flat"})


def find_members(annotations: Annotations, sentence: int, group: int) -> Iterator[int]:
    """Yield the heads of names that are told as part of an unnamed group.

    Args:
        annotations: Those of the document.
        sentence: Index of the sentence.
        group: Head of the phrase of the group.
    """
    tree = annotations.sentences[sentence]
    for child in _included(tree, group):
        yield from _names_of(annotations, sentence, child)
    for place in range(group + 2, len(tree) - 1):
        if tree[place].text.lower() != "among" or tree[place + 1].text.lower() not in {
            "them",
            "whom",
        }:
            continue
        inside = tree[place - 1].upos == "PROPN"  # "four companies, Halcyon among them"
        last = place - 1
        while inside and tree[last].upos != "PUNCT":
            last -= 1
        if not _is_of(tree, _antecedent(tree, last), group):
            continue
        span = range(last + 1, place) if inside else range(place + 2, len(tree))
        yield from _named(annotations, sentence, span)


def find_senders(annotations: Annotations, sentence: int, group: int) -> list[int]:
    """Return A and B of "negotiators from A and B met", who sit there for them.

    Not where those who met are named: "the ministers of A and B, Lee and Kim".

    Args:
        annotations: Those of the document.
        sentence: Index of the sentence.
        group: Head of the phrase of the group.
    """
    tree = annotations.sentences[sentence]
    if tree[group].tag != "NNS" or tree[group].lemma.lower() not in SENT:
        return []
    named = (
        annotations.mention_headed(sentence, one)
        for one in tree.children(group, "appos")
    )
    if any(one is not None and one.schema is Schema.PERSON for one in named):
        return []
    found = [
        head
        for child in tree.children(group, "nmod")
        if tree.case_of(child) == "from"
        or (tree.case_of(child) == "of" and _stands_for(tree, group))
        for head in tree.conjuncts(child)
    ]
    sides = [one for one in found if _is_side(annotations, sentence, one)]
    return sides if len(sides) == len(found) > 1 else []


def find_heads(tree: Sentence, group: int) -> Iterator[int]:
    """Yield who heads or makes up "a delegation of the League headed by Lee"."""
    for noun in (group, *tree.children(group, "nmod")):
        for clause in tree.children(noun, "acl"):
            if tree[clause].lemma in _HEADED:
                yield from tree.children(clause, "obl:agent", "obj")


def find_leaders(tree: Sentence, group: int) -> Iterator[int]:
    """Yield who leads those that act: "soldiers led by Captain Lee seized the post".

    Nobody is hit with those he leads.
    """
    first = group
    while tree[first].deprel == "conj":
        first = tree[first].head
    if tree[first].deprel not in _ACTING:
        return
    for noun in (group, *tree.children(group, "nmod")):
        for clause in tree.children(noun, "acl"):
            if tree[clause].lemma.lower() in _LED and tree[clause].tag == "VBN":
                yield from tree.children(clause, "obl:agent")


def _stands_for(tree: Sentence, group: int) -> bool:
    """Tell whether members act for what they are of: none who are hit or counted."""
    done_to = tree[group].deprel in {"obj", "nsubj:pass"}
    return not done_to and tree.child(group, "nummod") is None


def _is_side(annotations: Annotations, sentence: int, token: int) -> bool:
    """Tell whether a name is of a body or a state."""
    mention = annotations.mention_headed(sentence, token)
    if mention is None or mention.kind is not MentionKind.NAME:
        return False
    state = "state" in annotations.chain_by_id[mention.chain].types
    return state or mention.schema is Schema.ORGANIZATION


def _included(tree: Sentence, group: int) -> Iterator[int]:
    """Yield the phrases with "including" on a group, or behind what is told of it.

    "Nine activists were arrested, including Lee": the parse hangs Lee on the verb.
    """
    found = tree.children(group, "nmod", "appos")
    verb = tree[group].head
    told_of = tree.child(verb, "obj") if verb >= 0 else None
    if told_of is None and tree[group].deprel.startswith("nsubj"):
        told_of = group
    if told_of == group and tree[group].tag in _MANY:
        found += [child for child in tree.children(verb, "obl") if child > group]
    yield from (child for child in found if tree.case_of(child) == "including")


def _is_of(tree: Sentence, whom: int | None, group: int) -> bool:
    """Tell whether "them" are a group, or what it is some of: "three of its ships"."""
    if whom is None or whom == group:
        return whom == group
    return tree[whom].head == group and tree.case_of(whom) == "of"


def _antecedent(tree: Sentence, end: int) -> int | None:
    """Return whom "them" means: who is counted before it, or the last plural."""
    plural = [
        index
        for index in range(end)
        if tree[index].tag in _MANY and tree[index].deprel not in _INSIDE
    ]
    counted = [index for index in plural if tree.child(index, "nummod") is not None]
    found = counted or plural
    return found[-1] if found else None


def _names_of(annotations: Annotations, sentence: int, head: int) -> Iterator[int]:
    """Yield the names of a phrase and its row, also of one known by another name."""
    tree = annotations.sentences[sentence]
    for token in tree.conjuncts(head):
        known = [
            inner
            for clause in tree.children(token, "acl")
            if tree[clause].lemma.lower() in _CALLED
            for inner in tree.children(clause, "obl", "xcomp", "obj")
        ]
        for one in (token, *tree.children(token, "appos"), *known):
            if _is_name(annotations, sentence, one) or _is_known(
                annotations, sentence, one
            ):
                yield one
                break


def _named(annotations: Annotations, sentence: int, span: range) -> Iterator[int]:
    """Yield the names of people and bodies in a stretch up to the next predicate."""
    tree = annotations.sentences[sentence]
    for index in span:
        token = tree[index]
        if token.text in _ENDS or token.tag in FINITE or token.tag in {"WP", "WDT"}:
            return
        if token.deprel in _INSIDE or tree.case_of(index):
            continue
        if _is_name(annotations, sentence, index):
            yield index


def _is_known(annotations: Annotations, sentence: int, token: int) -> bool:
    """Tell whether a description is of a person whose name is known: "its leader"."""
    mention = annotations.mention_headed(sentence, token)
    if mention is None or mention.kind is not MentionKind.NOMINAL:
        return False
    chain = annotations.chain_by_id.get(mention.chain)
    return chain is not None and chain.name is not None and not chain.members


def _is_name(annotations: Annotations, sentence: int, token: int) -> bool:
    mention = annotations.mention_headed(sentence, token)
    return (
        mention is not None
        and mention.kind is MentionKind.NAME
        and mention.schema in {Schema.PERSON, Schema.ORGANIZATION}
    )
