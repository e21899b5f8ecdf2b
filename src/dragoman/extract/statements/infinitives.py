"""Infinitives and gerunds as content: "promised to pay", "is believed to hold"."""

from dragoman.extract.statements.clauses import (
    Found,
    find_told,
    is_infinitive,
    subtree,
)
from dragoman.extract.statements.occasions import hung_on_occasion
from dragoman.model.syntax import OBJECTS, Sentence

_JUDGING = frozenset(
    {"believe", "consider", "judge", "deem", "think", "expect", "hold"}
)
# Whoever is their object is told what their subject will do.
_VOWS = frozenset({"promise", "vow", "pledge", "swear"})
_NAMED = frozenset({"name", "identify", "quote", "cite"})
_FORMS = frozenset({"aux", "aux:pass", "cop"})
_UNNAMED = frozenset({"anonymous", "unnamed", "unidentified", "nameless"})
_RAISED = frozenset(
    {"expect", "believe", "say", "report", "think", "allege", "know", "understand"}
    | {"estimate", "presume", "suspect", "assume", "claim", "predict", "project"}
    | {"forecast", "suppose", "consider", "hope", "fear", "feel", "reckon"}
)
_SHUNS = frozenset({"decline", "refuse"})
# "Declined to comment" says nothing.
_NO_NEWS = frozenset(
    {"comment", "say", "elaborate", "answer", "discuss", "respond", "disclose"}
    | {"specify", "speak", "identify", "name", "confirm", "give", "provide", "talk"}
    | {"speculate", "reveal", "explain", "tell", "be", "draw"}
)
_WISHING = frozenset({"ask", "request", "beg"})
_LEAVES = frozenset(
    {"permission", "leave", "authorization", "authorisation", "consent", "time", "help"}
    | {"approval", "assistance", "money", "change", "amendment", "extension"}
)


def find_infinitive(sentence: Sentence, verb: int) -> Found | None:
    """Read "promised to pay"; what one declines to say is no content."""
    for child in sentence.children(verb, "xcomp", "ccomp"):
        if sentence[child].lemma in _NO_NEWS and sentence[verb].lemma in _SHUNS:
            return None
        if sentence[child].lemma in _NAMED and sentence.is_negated(child):
            # "asked not to be named" is a condition of speaking, no request.
            return None
        if any(sentence[c].text in _UNNAMED for c in sentence.children(child, "xcomp")):
            return None  # "asked to remain anonymous": neither
        if child > verb and is_infinitive(sentence, child):
            told = find_told(sentence, verb) if sentence[verb].lemma in _VOWS else ()
            return Found("inf", subtree(sentence, child), child, told)
    for child in sentence.children(verb, "advcl"):
        # "threatened to close": an infinitive behind a verb is often read as its
        # purpose.
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        bare = sentence.child(child, "nsubj") is None and marks <= {"to"}
        if child > verb and bare and is_infinitive(sentence, child):
            tokens = frozenset(t for t in subtree(sentence, child) if t > verb)
            return Found("inf", tokens, child)
    return hung_on_occasion(sentence, verb)


def find_object_infinitive(sentence: Sentence, verb: int) -> Found | None:
    """Read "urged Mali to pay": Mali is told, to pay is the content."""
    for child in sentence.children(verb, "ccomp", "xcomp"):
        subject = sentence.child(child, "nsubj")
        if child > verb and subject is not None and is_infinitive(sentence, child):
            told = subtree(sentence, subject)
            tokens = subtree(sentence, child) - told
            if sentence[verb].lemma in _JUDGING:
                # "Police believe dealers to be behind it": the dealers are judged.
                return Found("obj-inf", tokens | told, child)
            return Found("obj-inf", tokens, child, (subject,))
    told_one = _told_to_do(sentence, verb)
    clause = find_infinitive(sentence, verb)
    if clause is None and told_one is not None:
        clause = _hung_on_phrase(sentence, verb, told_one)
    if told_one is None or clause is None or told_one > clause.core:
        return None
    if sentence[verb].lemma == "hold" and sentence.child(clause.core, "cop") is None:
        return None  # "held talks to end the war", unlike "held them to be harmless"
    if sentence[verb].lemma in _WISHING and sentence[told_one].lemma in _LEAVES:
        # "asked permission from the king to sail": nobody is asked by that name
        tokens = subtree(sentence, told_one) | clause.tokens
        return Found("obj-inf", tokens, told_one)
    if sentence[verb].lemma in _JUDGING:
        whole = clause.tokens | subtree(sentence, told_one)
        return Found("obj-inf", whole, clause.core)
    return Found("obj-inf", clause.tokens, clause.core, (told_one,))


def _told_to_do(sentence: Sentence, verb: int) -> int | None:
    """Return who is told to do something, wherever the parse has them."""
    told_one = sentence.child(verb, *OBJECTS)
    if told_one is None and sentence.child(verb, "obl:agent") is not None:
        # "was ordered by the judge to leave"
        judged = sentence[verb].lemma in _JUDGING
        told_one = None if judged else sentence.child(verb, "nsubj:pass")
    if told_one is None:
        told_one = _drawn_down(sentence, verb)
    if told_one is None and sentence.child(verb, "compound:prt") is not None:
        # "called on the rebels to leave", with "on" taken for a particle.
        told_one = next(
            (c for c in sentence.children(verb, "obl") if not sentence.case_of(c)), None
        )
    return told_one


def find_raised(sentence: Sentence, verb: int) -> Found | None:
    """Read "the rebels are believed to hold the bridge": all of it is believed."""
    subject = sentence.child(verb, "nsubj:pass")
    if subject is None or sentence[verb].lemma not in _RAISED:
        return None
    if sentence[subject].text.lower() in {"it", "there", "who", "which", "that"}:
        return None
    for child in sentence.children(verb, "xcomp", "advcl"):
        if child > verb and is_infinitive(sentence, child):
            words = subtree(sentence, subject) | subtree(sentence, child)
            return Found("clause", words, child)
    return None


def _hung_on_phrase(sentence: Sentence, verb: int, told: int) -> Found | None:
    """Read "urged Mali with its hold over the rebels to pay", hung on the rebels."""
    if sentence[told].upos != "PROPN":
        return None
    phrases = (*sentence.children(verb, "obl"), *sentence.children(told, "nmod"))
    for phrase in phrases:
        for below in sentence.subtree(phrase):
            token = sentence[below]
            # "its right to pay" is a right; of "the rebels to pay" the rebels stand
            # before it by chance.
            people = sentence[below - 2].tag in {"NNS", "NNP", "NNPS"}
            hung = token.deprel == "acl" and told < phrase <= token.head < below
            if hung and people and is_infinitive(sentence, below):
                return Found("inf", subtree(sentence, below), below)
    return None


def _drawn_down(sentence: Sentence, verb: int) -> int | None:
    """Return an object that was hung on the infinitive: "expect Mali to win"."""
    for child in sentence.children(verb, "xcomp"):
        for below in sentence.children(child, "obj"):
            to = sentence.child(child, "mark")
            if to is not None and verb < below < to:
                return below
    return None


def find_gerund(sentence: Sentence, verb: int) -> Found | None:
    """Read "denied having paid", "ruled out paying"."""
    for child in sentence.children(verb, "xcomp", "ccomp"):
        forms = sentence.children(child, "aux", "aux:pass", "cop")
        being = any(sentence[form].tag == "VBG" for form in forms)
        if child > verb and (sentence[child].tag == "VBG" or being):
            return Found("gerund", subtree(sentence, child), child)
    first = verb + 1
    if first < len(sentence) and sentence[first].deprel == "compound:prt":
        first += 1  # "ruled out sending troops"
    if first < len(sentence) and sentence[first].deprel == "amod":
        return None  # "mentioned disparaging remarks"
    if first < len(sentence) and sentence[first].tag == "VBG":
        # "having" may be taken for an auxiliary of what stands before it.
        child = first
        while verb < sentence[child].head and sentence[child].deprel in _FORMS:
            child = sentence[child].head
        if sentence[child].head >= 0:
            return Found("gerund", subtree(sentence, child) | {first}, child)
    return None
