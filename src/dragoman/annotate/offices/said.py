"""Titles that a verb says of somebody: "X is", "was named", "held the post of".

Whoever is meant is given back as a token; what the tense says of the office (former,
designate) is noted on the title.
"""

from dataclasses import dataclass

from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.units import head_token
from dragoman.annotate.offices.real import ENTRIES, EXITS, lies_ahead
from dragoman.annotate.offices.rows import Row
from dragoman.annotate.offices.terms import HOLDING, POSTS
from dragoman.model.syntax import PAST, Sentence

APPOINTING = frozenset(
    {"appoint", "name", "elect", "re-elect", "reelect", "nominate", "designate",
     "promote", "install", "confirm", "reappoint", "choose", "select", "declare",
     "proclaim", "inaugurate", "swear", "crown", "reinstate", "make"}
)  # fmt: skip
# The same of a title with "as": "was picked as minister".
_PICKING = frozenset({"announce", "assign", "introduce", "pick", "present", "unveil"})
# Whom others want to have an office: "asked X to serve as".
_ASKING = frozenset({"ask", "invite", "persuade", "tap", "urge", "want", "tip", "back"})
REMOVING = frozenset({"sack", "fire", "oust", "remove", "depose", "unseat"})
DISMISSING = REMOVING | {"dismiss", "relieve"}
_LEAVING = frozenset({"resign", "retire", "quit", "step"})
# What a date hangs on that begins or ends a term.
ENTERING = (
    APPOINTING
    | ENTRIES
    | {"become", "succeed", "replace", "take", "assume", "return", "begin", "start"}
    | {"enter", "follow"}
)
ENDING = DISMISSING | EXITS | _LEAVING | {"leave"}
_DOWN = frozenset({"down", "aside", "back"})
_AHEAD = frozenset({"will", "shall", "would", "could", "may", "might"})
_OATH = frozenset({"oath", "office", "helm", "rein"})
_SERVING = frozenset(
    {"serve", "act", "work", "become", "remain", "continue", "succeed", "replace",
     "return", "begin", "start", "enter", "stay", "follow"}
)  # fmt: skip
_STAYING = frozenset({"remain", "continue", "stay"})
_BEGINNING = frozenset({"begin", "start", "enter"})
_WHILE = frozenset({"when", "while"})
_LATELY = frozenset({"recently", "formerly", "previously", "once"})
_PROPOSING = frozenset({"nominate", "designate"})
# Nouns for having an office; those of the second row for having had it.
_STATES = frozenset(
    {"role", "capacity", "position", "tenure", "term", "work", "mandate"}
)
_PAST_STATES = frozenset({"stint", "spell"})
_DOUBTING = frozenset(
    {"reject", "oppose", "block", "veto", "demand", "seek", "propose", "refuse",
     "suggest", "consider", "rule", "deny", "await", "delay", "annul"}
)  # fmt: skip
_OPENING = 2  # units before a title that opens its sentence: "As the"


@dataclass(frozen=True, slots=True)
class Said:
    """Of whom a title is said.

    Attributes:
        subject: Head token of him.
        told_of: The verb, the noun with a copula or "appointment" that says it.
    """

    subject: int
    told_of: int | None


def find_subject(row: Row, phrase: TitlePhrase) -> Said | None:
    """Return the head token of X in "X is the minister", "X was named minister"."""
    said = _find(row.sentence, row, phrase)
    if said is None or said.told_of is None:
        return said
    return said if _note_reality(row.sentence, said.told_of, phrase) else None


def _find(sentence: Sentence, row: Row, phrase: TitlePhrase) -> Said | None:
    end = row.units[phrase.last].last
    head = _head_of(sentence, head_token(sentence, row.units[phrase.head]), end)
    token = sentence[head]
    if sentence.children(head, "cop"):
        return _said(_subject_of_copula(sentence, head, phrase), head)
    above = token.head
    if above < 0 or sentence.is_negated(above):
        return None
    case = sentence.case_of(head)
    lemma = sentence[above].lemma.lower()
    if sentence.children(above, "cop"):
        if token.deprel == "conj":  # "was dean and bishop"
            return _said(_subject_of_copula(sentence, above, phrase), above)
        if token.deprel == "nsubj" and sentence[above].upos == "PROPN":
            return _said(above, above)  # "The governor is X"
        return None
    if lemma in POSTS and case == "of":
        return _said_of_post(sentence, above, phrase)
    opens = row.units[0].key == "as" and phrase.first - 1 <= _OPENING
    if case == "as" and opens and sentence[above].upos == "VERB":
        # "As chairman of the council, X warned": what he warned of tells no term
        return _said(sentence.subject(above), None)
    if case == "as" and token.deprel in {"nmod", "appos", "acl"}:
        act = _act_of(sentence, above)
        if act is not None:
            return _said_of_act(sentence, act, phrase)
        return _said(_beside_name(sentence, above), sentence[above].head)
    return _said(_subject_of_verb(sentence, head, case, phrase), above)


def _head_of(sentence: Sentence, last: int, end: int) -> int:
    """Return "attorney" of "attorney general", by which the phrase hangs."""
    above = sentence[last].head
    if last < above <= end and sentence[last].deprel == "compound":
        return above  # "Ambassador Extraordinary"
    behind = above >= 0 and above == last - 1 and not sentence.case_of(last)
    return above if behind and sentence[last].deprel in {"amod", "nmod"} else last


def _said(subject: int | None, told_of: int | None) -> Said | None:
    return None if subject is None else Said(subject, told_of)


def _note_reality(sentence: Sentence, predicate: int, phrase: TitlePhrase) -> bool:
    """Note on a title that it is to come; tell whether it is more than thought of."""
    ahead = lies_ahead(sentence, predicate)
    if ahead is None or sentence[len(sentence) - 1].text == "?":
        return False
    lemma = sentence[predicate].lemma.lower()
    if phrase.status == "current" and lemma not in _LEAVING:
        proposed = lemma in _PROPOSING and sentence[predicate].upos == "VERB"
        stays = lemma in _STAYING or _still(sentence, predicate)
        if (ahead and not stays) or proposed:
            phrase.status = "designate"
    return True


def _still(sentence: Sentence, predicate: int) -> bool:
    """Tell "will still be chairman": he is already."""
    return any(
        sentence[one].lemma.lower() == "still"
        for one in sentence.children(predicate, "advmod")
    )


def _act_of(sentence: Sentence, above: int) -> int | None:
    """Return "appointment" of "the appointment of X as minister"."""
    for noun in (above, sentence[above].head):
        lemma = sentence[noun].lemma.lower() if noun >= 0 else ""
        if lemma in ENTRIES | EXITS | _STATES | _PAST_STATES:
            return noun
    return None


def _said_of_act(sentence: Sentence, noun: int, phrase: TitlePhrase) -> Said | None:
    """Read "the appointment of X as minister", "her resignation as minister"."""
    act = sentence[noun]
    if act.head >= 0 and sentence[act.head].upos == "VERB":
        doubted = sentence[act.head].lemma.lower() in _DOUBTING
        if doubted or sentence.is_negated(act.head):
            return None
        if lies_ahead(sentence, act.head) is not False:
            return None
    lemma = act.lemma.lower()
    if phrase.status == "current" and lemma in EXITS | _PAST_STATES:
        phrase.status = "former"
    elif phrase.status == "current" and lemma in {"nomination", "designation"}:
        phrase.status = "designate"
    owners = sentence.children(noun, "nmod:poss") or [
        one for one in sentence.children(noun, "nmod") if sentence.case_of(one) == "of"
    ]
    return Said(owners[0], noun) if owners else None


def _subject_of_verb(
    sentence: Sentence, head: int, case: str, phrase: TitlePhrase
) -> int | None:
    """Read "was named minister", "resigned as minister", "served as minister"."""
    token = sentence[head]
    lemma = sentence[token.head].lemma.lower()
    if lemma in APPOINTING and case in {"", "as"} and _is_complement(token.deprel):
        return _appointed(sentence, token.head, head)
    if lemma in _PICKING and case == "as" and _is_complement(token.deprel):
        return _appointed(sentence, token.head, head)
    if lemma in REMOVING and case == "as" and token.deprel == "obl":
        phrase.status = "former"  # "was sacked as energy minister"
        return _appointed(sentence, token.head, head)
    if case == "as" and lemma in _LEAVING | {"take"}:
        return _leaving_or_taking(sentence, token.head, phrase)
    acts = lemma == "act" and token.deprel == "obj"  # "has been acting head of"
    above = sentence[token.head].head
    marks = sentence.children(token.head, "mark", "case")
    given = above >= 0 and sentence[above].lemma.lower() in APPOINTING | _PICKING
    if acts and given and any(sentence[one].text == "as" for one in marks):
        phrase.status = "acting"  # "appointed X as acting head of": the parse errs
        return _appointed(sentence, above, token.head)
    said = case == "as" or token.deprel.startswith("xcomp")
    if acts or (lemma in _SERVING and said):
        return _serving(sentence, token.head, phrase)
    return None


def _serving(sentence: Sentence, verb: int, phrase: TitlePhrase) -> int | None:
    """Read "served as minister", "has been acting head", "will become envoy"."""
    token = sentence[verb]
    lemma = token.lemma.lower()
    made = _made_to(sentence, verb)
    subject = sentence.subject(verb) if made is None else made
    if subject is None and token.deprel == "advcl" and token.head >= 0:
        # "After serving as governor, X became minister"
        marks = {sentence[c].text.lower() for c in sentence.children(verb, "mark")}
        subject = sentence.subject(token.head)
        if "after" in marks | {sentence.case_of(verb)}:
            phrase.status = "former"
    if phrase.status != "current":
        return subject
    if lemma in {"serve", "work"} | _BEGINNING and token.tag in PAST:
        phrase.status = "former"
    elif lemma == "act" and token.tag == "VBG" and sentence.auxiliaries(verb):
        phrase.status = "acting"  # but "by acting as X's lawyer"
    return subject


def _said_of_post(sentence: Sentence, post: int, phrase: TitlePhrase) -> Said | None:
    """Read "held the post of minister", "relieved X of the post of minister"."""
    verb = sentence[post].head
    for _ in range(2):
        if verb >= 0 and sentence[verb].upos != "VERB":
            verb = sentence[verb].head
    if verb < 0 or sentence[verb].upos != "VERB" or sentence.is_negated(verb):
        return None
    lemma = sentence[verb].lemma.lower()
    if lemma in {"assume", "take"}:
        return _said(sentence.subject(verb), verb)
    if lemma in APPOINTING:
        return _said(_appointed(sentence, verb, post), verb)
    removed = lemma in DISMISSING
    if removed or lemma in _LEAVING | {"leave"}:
        phrase.status = "former"
    elif lemma not in HOLDING:
        return None
    elif sentence[verb].tag == "VBD" and phrase.status == "current":
        phrase.status = "former"
    found = _appointed(sentence, verb, post) if removed else sentence.subject(verb)
    return _said(found, verb)


def _subject_of_copula(
    sentence: Sentence, noun: int, phrase: TitlePhrase
) -> int | None:
    """Return X of "X is the minister", "X had been", "most recently was minister"."""
    if sentence.is_negated(noun):
        return None
    around = sentence.children(noun, "aux", "advmod")
    told = {sentence[one].text.lower() for one in around}
    opens = min(sentence.subtree(noun))
    told |= {sentence[one].text.lower() for one in (max(opens - 1, 0), opens)}
    was = any(sentence[one].tag == "VBD" for one in sentence.children(noun, "cop"))
    if phrase.status == "current" and (
        (_LATELY | {"had"}) & told or (was and told & _WHILE)
    ):
        phrase.status = "former"  # "when he was a lieutenant"
    subject = sentence.child(noun, "nsubj")
    above = sentence[noun].head
    if subject is None and sentence[noun].deprel == "conj" and above >= 0:
        return sentence.subject(above)  # "was ordained in 1963, was dean of"
    marks = {sentence[one].text for one in sentence.children(noun, "mark")}
    if subject is None and "to" in marks and above >= 0:
        made = _made_to(sentence, noun)
        return sentence.subject(above) if made is None else made  # "returned to being"
    return subject


def _made_to(sentence: Sentence, predicate: int) -> int | None:
    """Return X of "nominated X to become minister", "asked X to serve as"."""
    token = sentence[predicate]
    above = token.head
    around = sentence.children(predicate, "mark", "aux")
    infinitive = any(sentence[one].text.lower() == "to" for one in around)
    if above < 0 or not infinitive or sentence.child(predicate, "nsubj") is not None:
        return None
    verb = above if sentence[above].upos == "VERB" else sentence[above].head
    if verb < 0 or sentence[verb].lemma.lower() not in APPOINTING | _PICKING | _ASKING:
        return None
    if sentence.is_passive(verb):
        return sentence.subject(verb)
    given = (one for one in sentence.children(verb, "obj") if one < predicate)
    return next(given, None)


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
    given = next((o for o in sentence.children(verb, "obj") if o != title), None)
    above = sentence[verb].head
    joined = sentence[verb].deprel == "conj" and sentence.is_passive(above)
    if given is None and joined:
        return sentence.subject(above)  # "was moved from one and appointed another"
    if sentence[verb].deprel.startswith("acl") and sentence[verb].tag == "VBN":
        return sentence[verb].head  # "X, appointed minister in May"
    return given
