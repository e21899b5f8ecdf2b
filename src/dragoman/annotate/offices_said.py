"""Titles that a verb says of somebody: "X is", "was named", "held the post of".

Whoever is meant is given back as a token; what the tense says of the office (former,
designate) is noted on the title.
"""

from dragoman.annotate.names_titles import TitlePhrase
from dragoman.annotate.names_units import head_token
from dragoman.annotate.offices_rows import Row
from dragoman.annotate.offices_terms import HOLDING, POSTS
from dragoman.model.syntax import Sentence

APPOINTING = frozenset(
    {"appoint", "name", "elect", "re-elect", "reelect", "nominate", "designate",
     "promote", "install", "confirm", "reappoint", "choose", "select", "declare",
     "proclaim", "inaugurate", "swear", "crown", "reinstate", "make"}
)  # fmt: skip
REMOVING = frozenset({"sack", "fire", "oust", "remove", "depose", "unseat"})
_LEAVING = frozenset({"resign", "retire", "quit", "step"})
_DOWN = frozenset({"down", "aside", "back"})
_AHEAD = frozenset({"will", "shall", "would", "could", "may", "might"})
_OATH = frozenset({"oath", "office", "helm", "rein"})
_SERVING = frozenset(
    {"serve", "act", "work", "become", "remain", "continue", "succeed", "replace"}
)
_COMING = frozenset({"become", "succeed", "replace", "act", "serve"})
# What would be is nothing that is.
_SUPPOSED = frozenset({"would", "could", "might", "may", "should", "can"})
_OPENING = 2  # units before a title that opens its sentence: "As the"


def find_subject(row: Row, phrase: TitlePhrase) -> int | None:
    """Return the head token of X in "X is the minister", "X was named minister"."""
    sentence = row.sentence
    head = head_token(sentence, row.units[phrase.head])
    token = sentence[head]
    if sentence.children(head, "cop"):
        return _subject_of_copula(sentence, head)
    if token.head < 0 or sentence.is_negated(token.head):
        return None
    if token.deprel == "conj" and sentence.children(token.head, "cop"):
        return _subject_of_copula(sentence, token.head)  # "was dean and bishop"
    case = sentence.case_of(head)
    above = sentence[token.head]
    lemma = above.lemma.lower()
    if lemma in POSTS and case == "of":
        return _subject_of_post(sentence, token.head, phrase)
    opens = row.units[0].key == "as" and phrase.first - 1 <= _OPENING
    if case == "as" and opens and above.upos == "VERB":
        return sentence.subject(token.head)  # "As chairman of the council, X warned"
    if case == "as" and token.deprel in {"nmod", "appos", "acl"}:
        return _beside_name(sentence, token.head)
    return _subject_of_verb(sentence, head, case, phrase)


def _subject_of_verb(
    sentence: Sentence, head: int, case: str, phrase: TitlePhrase
) -> int | None:
    """Read "was named minister", "resigned as minister", "served as minister"."""
    token = sentence[head]
    lemma = sentence[token.head].lemma.lower()
    if lemma in APPOINTING and case in {"", "as"} and _is_complement(token.deprel):
        return _appointed(sentence, token.head, head)
    if lemma in REMOVING and case == "as" and token.deprel == "obl":
        phrase.status = "former"  # "was sacked as energy minister"
        return _appointed(sentence, token.head, head)
    if case == "as" and lemma in _LEAVING | {"take"}:
        return _leaving_or_taking(sentence, token.head, phrase)
    acts = lemma == "act" and token.deprel == "obj"  # "has been acting head of"
    said = case == "as" or token.deprel.startswith("xcomp")
    if acts or (lemma in _SERVING and said):
        return _serving(sentence, token.head, phrase)
    return None


def _serving(sentence: Sentence, verb: int, phrase: TitlePhrase) -> int | None:
    """Read "served as minister", "has been acting head", "will become envoy"."""
    token = sentence[verb]
    lemma = token.lemma.lower()
    ahead = {sentence[one].text.lower() for one in sentence.children(verb, "aux")}
    if lemma == "become" and ahead & _SUPPOSED:
        return None
    subject = sentence.subject(verb)
    if subject is None and token.deprel == "advcl" and token.head >= 0:
        # "After serving as governor, X became minister"
        marks = {sentence[c].text.lower() for c in sentence.children(verb, "mark")}
        subject = sentence.subject(token.head)
        if "after" in marks | {sentence.case_of(verb)}:
            phrase.status = "former"
    if phrase.status != "current":
        return subject
    if ahead & {"will", "shall"} and lemma in _COMING:
        phrase.status = "designate"
    elif lemma in {"serve", "work"} and token.tag in {"VBD", "VBN"}:
        phrase.status = "former"
    elif lemma == "act" and token.tag == "VBG":
        phrase.status = "acting"
    return subject


def _subject_of_post(sentence: Sentence, post: int, phrase: TitlePhrase) -> int | None:
    """Read "held the post of minister", "relieved X of the post of minister"."""
    verb = sentence[post].head
    for _ in range(2):
        if verb >= 0 and sentence[verb].upos != "VERB":
            verb = sentence[verb].head
    if verb < 0 or sentence[verb].upos != "VERB" or sentence.is_negated(verb):
        return None
    lemma = sentence[verb].lemma.lower()
    if lemma in {"assume", "take"}:
        return sentence.subject(verb)
    if lemma in APPOINTING:
        return _appointed(sentence, verb, post)
    removed = lemma in REMOVING | {"relieve", "dismiss"}
    if removed or lemma in _LEAVING | {"leave"}:
        phrase.status = "former"
    elif lemma not in HOLDING:
        return None
    elif sentence[verb].tag == "VBD" and phrase.status == "current":
        phrase.status = "former"
    return _appointed(sentence, verb, post) if removed else sentence.subject(verb)


def _subject_of_copula(sentence: Sentence, noun: int) -> int | None:
    """Return X of "X is the minister", not of "X would be a fine minister"."""
    around = {sentence[c].text.lower() for c in sentence.children(noun, "aux")}
    if sentence.is_negated(noun) or around & _SUPPOSED:
        return None
    subject = sentence.child(noun, "nsubj")
    above = sentence[noun].head
    if subject is None and sentence[noun].deprel == "conj" and above >= 0:
        return sentence.subject(above)  # "was ordained in 1963, was dean of"
    return subject


def _beside_name(sentence: Sentence, name: int) -> int | None:
    """Read "appointing General X of Nepal as Force Commander", "took the oath as"."""
    above = sentence[name]
    verb = sentence[above.head].lemma.lower() if above.head >= 0 else ""
    if above.lemma.lower() in _OATH and verb in {"take", "assume"}:
        return sentence.subject(above.head)
    given = above.deprel in {"obj", "nsubj:pass"}
    return name if given and verb in APPOINTING else None


def _leaving_or_taking(
    sentence: Sentence, verb: int, phrase: TitlePhrase
) -> int | None:
    """Read "stepped down as energy minister", "took over as", "took office as"."""
    taken = {sentence[one].lemma.lower() for one in sentence.children(verb, "obj")}
    if taken - _OATH:
        return None
    particles = sentence.children(verb, "compound:prt", "advmod")
    words = {sentence[one].lemma.lower() for one in particles}
    lemma = sentence[verb].lemma.lower()
    if lemma == "step" and not words & _DOWN:
        return sentence.subject(verb)
    ahead = {sentence[one].lemma.lower() for one in sentence.children(verb, "aux")}
    if lemma in _LEAVING:
        phrase.status = "current" if ahead & _AHEAD else "former"
    elif ahead & _AHEAD:
        phrase.status = "designate"
    return sentence.subject(verb)


def _is_complement(deprel: str) -> bool:
    return deprel.startswith(("xcomp", "obl", "obj", "advcl"))


def _appointed(sentence: Sentence, verb: int, title: int) -> int | None:
    """Return who is appointed: the subject of a passive, else the object."""
    if sentence.is_passive(verb):
        return sentence.subject(verb)
    if sentence[verb].deprel.startswith("acl") and sentence[verb].tag == "VBN":
        return sentence[verb].head  # "X, appointed minister in May"
    return next((o for o in sentence.children(verb, "obj") if o != title), None)
