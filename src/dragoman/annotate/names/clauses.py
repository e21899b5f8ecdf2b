"""What a name stands for by its part in the clause: "met X", "flew to X"."""

from dragoman.annotate.names.media import sends
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.types import ORGANIZATION, PERSON, PLACE, Evidence
from dragoman.data.tables import NameWords, all_given_names, places
from dragoman.model.syntax import Sentence

VISITED = frozenset(
    {"ambassador", "envoy", "visit", "trip", "visits", "journey", "tour", "flight"}
)
# Who tells them, or leads a delegation, is a person, whatever the name looks like.
_PRESS = frozenset({"journalist", "newsman", "reporter"})
# Behind others, "which" goes back to the whole clause or to the noun before them.
_ANTECEDENTS = frozenset({"nsubj", "obl"})
# What befalls towns, and hardly anybody: "was shelled", "fell to", "came under fire".
_BESET = frozenset(
    {"besiege", "bombard", "encircle", "evacuate", "liberate", "occupy", "overrun"}
    | {"recapture", "retake", "shell", "surround"}
)
_LOST = {"fall": "to", "come": "under"}
# What befalls bodies, and what they do, as nobody else.
_UNDONE = frozenset(
    {"disband", "dissolve", "nationalise", "nationalize", "outlaw"}
    | {"privatise", "privatize", "delist", "co-found", "deregister"}
)
_DISMISSING = ("lay", "off")
_LED = frozenset({"accompany", "chair", "head", "lead"})


def judge_clause(
    sequence: Sequence, sentence: Sentence, words: NameWords, evidence: Evidence
) -> None:
    """Add the points of one mention by the word that governs it."""
    head = _find_head(sequence, sentence)
    if head is None or sentence[head].head < 0:
        return
    unheard = all_given_names().keys().isdisjoint(sequence.keys)
    relation = sentence[head].deprel.partition(":")[0]
    if unheard and relation in _ANTECEDENTS and _is_which(sequence, sentence):
        # Nobody whom the model takes for a person is a "which".
        evidence.add(ORGANIZATION, 3.5)
        evidence.add(PERSON, -6.0)
    if sentence[head].deprel.startswith("nsubj"):
        verb = sentence[head].head
        several = len(sequence.keys) > 1
        _judge_subject(sentence, verb, words, evidence, several=several)
        if _does_what_bodies_do(sentence, head, verb):
            evidence.add(ORGANIZATION, 6.0)
            evidence.add(PERSON, -6.0)
        if sequence.key in places() and _befalls_towns(sentence, head, verb):
            evidence.add(PLACE, 3.5)
        if several and unheard and sends(sentence, verb):
            evidence.add(ORGANIZATION, 4.5)
            evidence.add(PERSON, -4.5)
        speaks = sentence[verb].lemma.lower() in words.person_verbs
        if speaks and not several and sequence.text.isupper():
            evidence.add(ORGANIZATION, 0.6)  # letters that speak: "the JPC said"
    else:
        _judge_object(sentence, head, words, evidence)
        _judge_held(sequence, sentence, head, words, evidence)


def _is_which(sequence: Sequence, sentence: Sentence) -> bool:
    """Tell whether a name goes on with ", which"."""
    behind = [
        token.text for token in sentence.tokens[sequence.units[-1].last + 1 :][:2]
    ]
    return "which" in behind[:1] or behind == [",", "which"]


def _find_head(sequence: Sequence, sentence: Sentence) -> int | None:
    first, last = sequence.units[0].first, sequence.units[-1].last
    return next(
        (
            index
            for index in range(last, first - 1, -1)
            if not first <= sentence[index].head <= last
        ),
        None,
    )


def _judge_subject(
    sentence: Sentence,
    verb: int,
    words: NameWords,
    evidence: Evidence,
    *,
    several: bool,
) -> None:
    if sentence[verb].lemma.lower() in words.person_verbs:
        evidence.add(PERSON, 2.5 if several else 1.2)
        evidence.add(ORGANIZATION, 0.6)
        told = sentence.children(verb, "obj", "iobj")
        if any(sentence[one].lemma.lower() in _PRESS for one in told):
            evidence.add(PERSON, 4.0)
    elif sentence[verb].upos == "VERB":
        evidence.add(PERSON, 0.4)
        evidence.add(ORGANIZATION, 0.4)


def _does_what_bodies_do(sentence: Sentence, subject: int, verb: int) -> bool:
    """Tell whether a clause is about a body: "X was dissolved", "X laid off 20 men"."""
    lemma = sentence[verb].lemma.lower()
    if sentence[subject].deprel == "nsubj:pass":
        return lemma in _UNDONE
    particle = sentence.children(verb, "compound:prt", "advmod")
    return lemma == _DISMISSING[0] and any(
        sentence[child].lemma == _DISMISSING[1] for child in particle
    )


def _befalls_towns(sentence: Sentence, subject: int, verb: int) -> bool:
    """Tell whether a clause tells what befalls towns: "Gao fell to the rebels"."""
    lemma = sentence[verb].lemma.lower()
    if sentence[subject].deprel == "nsubj:pass":
        return lemma in _BESET
    case = _LOST.get(lemma)
    return case is not None and any(
        sentence.case_of(child) == case for child in sentence.children(verb, "obl")
    )


def _judge_object(
    sentence: Sentence, head: int, words: NameWords, evidence: Evidence
) -> None:
    """Read "flew to X", "captured X"; "met X", "led by X"."""
    token, context = sentence[head], words.context
    verb = sentence[token.head].lemma.lower()
    if token.deprel == "nmod" and verb in VISITED:
        if sentence.case_of(head) == "to":
            evidence.add(PLACE, 2.5)
    elif token.deprel in {"obl", "obj", "advmod"} and verb in context["motion_verbs"]:
        case = sentence.case_of(head)
        if case in context["goal_prepositions"] or (
            not case and verb in context["reaching_verbs"]
        ):
            evidence.add(PLACE, 2.5)
    if token.deprel == "obj" and verb in _UNDONE:
        evidence.add(ORGANIZATION, 6.0)
        evidence.add(PERSON, -6.0)
    if token.deprel == "obl:agent" and verb in _LED:
        evidence.add(PERSON, 4.5)
    if token.deprel in {"obj", "iobj"} and verb in context["met_verbs"]:
        if _is_thing(sentence, token.head):
            evidence.add(PERSON, -3.0)
            evidence.add(PLACE, 3.0)
        else:
            evidence.add(PERSON, 1.5)


def _judge_held(
    sequence: Sequence,
    sentence: Sentence,
    head: int,
    words: NameWords,
    evidence: Evidence,
) -> None:
    """Read "hold Ras Zarif", which begins like a place and is held like one."""
    opens = len(sequence.keys) > 1 and sequence.keys[0] in words.place_openers
    verb = sentence[sentence[head].head].lemma.lower()
    taken = sentence[head].deprel == "obj" and not sentence.case_of(head)
    if opens and taken and verb in words.context["motion_verbs"]:
        evidence.add(PLACE, 4.5)


def _is_thing(sentence: Sentence, verb: int) -> bool:
    """Tell whether an object is no person: "thanked Lusara for its offer"."""
    return any(
        sentence[owner].text.lower() == "its"
        for child in sentence.children(verb, "obl")
        if sentence.case_of(child) == "for"
        for owner in sentence.children(child, "nmod:poss")
    )
