"""Where and when an act by words is done: where and when the words are said.

"She announced on Sunday in Gao that she stood behind Lee", "in a communiqué read out
in Gao the forum asked", "threw his weight behind her, telling a crowd in Gao that": day
and place hang on the saying, or on what was written, and are the act's all the same.
"""

from collections.abc import Iterator

from dragoman.extract.clauses.clause import WRITINGS, clause_head
from dragoman.extract.clauses.nearby import clause_tokens
from dragoman.extract.events.draft import WORDS
from dragoman.extract.events.triggers.triggers import Match
from dragoman.extract.statements.occasions import ISSUED, OCCASIONS
from dragoman.model.syntax import Sentence

TOLD = WORDS | {"SUPPORT"}
_SAYING = frozenset(
    {"say", "announce", "declare", "tell", "write", "state", "add", "proclaim"}
    | {"insist", "stress", "note", "warn", "claim", "argue", "maintain", "affirm"}
    | {"assert", "explain", "repeat", "reiterate", "tweet", "post", "vow", "pledge"}
    | {"confirm", "signal", "indicate", "complain", "protest", "demand", "urge"}
    | {"call", "ask", "assure", "remind", "promise", "inform", "speak", "address"}
)
# What a deed in court is put in: it is charged by being unsealed, filed.
_CHARGES = frozenset({"indictment", "complaint", "charge", "filing", "sheet"})
_HELD_IN = frozenset({"in", "through", "via", "by", "with", "on", "at", "during"})
_WRITTEN = OCCASIONS | WRITINGS | {"pamphlet", "leaflet", "manifesto", "broadcast"}
_PERSONS = frozenset({"he", "she", "it", "they", "we", "i"})
_PAST = frozenset({"VBN", "VBD", "JJ"})
_UP = 4


def find_sayings(tree: Sentence, match: Match) -> Iterator[int]:
    """Yield the words of saying or writing whose day and place are those of an act.

    Args:
        tree: Sentence.
        match: The act.
    """
    if match.trigger.type not in TOLD:
        return
    verb = clause_head(tree, match.head)
    verbs = [verb, *_sayings_above(tree, verb)]
    yield from verbs[1:]
    charged = match.trigger.type == "ACCUSE"
    for one in verbs:
        for child in tree.children(one, "advcl"):
            if tree[child].tag == "VBG" and tree[child].lemma.lower() in _SAYING:
                yield child
                yield from tree.children(child, "obj", "iobj")
            # "In a communiqué read out in Gao": the parse may make reading the head.
            if child and _is_written(tree, child - 1) and _comes_out(tree, child):
                yield child
        for token in clause_tokens(tree, one):
            case = tree.case_of(token)
            held = case in _HELD_IN and _is_written(tree, token)
            court = charged and case == "according to"
            if held or (court and tree[token].lemma.lower() in _CHARGES):
                yield from _issued(tree, token)


def _is_written(tree: Sentence, token: int) -> bool:
    return tree[token].lemma.lower() in _WRITTEN


def _sayings_above(tree: Sentence, verb: int) -> Iterator[int]:
    """Yield the verbs of saying that the clause of an act belongs to.

    Whose speaker acts: "Lee said on Sunday that he stood by her", "said in Gao, and she
    named him the thief".
    """
    current = verb
    for _ in range(_UP):
        above, relation = tree[current].head, tree[current].deprel
        if above < 0 or relation not in {"ccomp", "conj", "xcomp"}:
            return
        saying = tree[above].lemma.lower() in _SAYING
        if relation != "xcomp":
            subject = tree.child(current, "nsubj")
            own = subject is None or tree[subject].text.lower() in _PERSONS
            if not saying or not own or tree[above].tag not in {"VBD", "VBZ", "VBP"}:
                return
            ahead = any(
                tree[child].tag == "MD" for child in tree.children(current, "aux")
            )  # "said that he would back her"
            if relation == "ccomp" and (subject is None or ahead):
                return
        if saying:
            yield above
        current = above


def _issued(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield the participle behind a piece of writing: "a letter sent on Monday".

    The parse may make it a clause of the sentence: what stands right behind counts.
    """
    for child in tree.children(noun, "acl", "amod"):
        if child > noun and tree[child].tag in _PAST and _comes_out(tree, child):
            yield child
            return
    behind = noun + 1
    if behind + 1 < len(tree) and tree[behind].text == ",":
        behind += 1
    own = behind < len(tree) and tree[behind].tag in _PAST
    if own and tree.child(behind, "nsubj", "aux", "aux:pass") is not None:
        return
    if own and _comes_out(tree, behind):
        yield behind


def _comes_out(tree: Sentence, token: int) -> bool:
    lemma = tree[token].lemma.lower()
    return lemma in ISSUED or lemma.removesuffix("ed") in ISSUED  # "unsealed/JJ"
