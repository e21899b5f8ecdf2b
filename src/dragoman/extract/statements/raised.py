"""Second cues that belong to the speaker of the first, wherever they were hung."""

from dragoman.extract.statements.order import lead_in
from dragoman.model.syntax import SUBJECTS, Sentence

_ENDS = frozenset({",", "”", '"', "''"})


def raised_to(sentence: Sentence, verb: int) -> int | None:
    """Return the cue to which a cue inside reported speech belongs in truth.

    "Denied that it fled, and blamed the storm", "said it would pay and warned of
    delays", "said that it won, adding that ...": parsers hang the second cue on the
    reported clause, and often take its "warned" for a participle. A comma, a clash
    of tenses or the participle tells.
    """
    token = sentence[verb]
    if token.head < 0 or sentence.child(verb, "nsubj", "aux") is not None:
        return None
    added = token.deprel == "advcl" and token.tag == "VBG"
    marks = {sentence[c].text.lower() for c in sentence.children(verb, "mark")}
    if marks - ({"while"} if added else set()):
        return None
    active = (
        token.tag == "VBN"
        and sentence.child(verb, "ccomp", "obj") is not None
        and not sentence.is_passive(verb)
    )
    if token.deprel == "conj" and token.tag == "VBZ":
        # "Denies that they met but concedes that he knew": by the tense; "says that
        # visitors will come, and plans to build": by the modal and the number.
        reporter = _cue_above(sentence, token.head)
        if reporter is None or "VBZ" not in _tags(sentence, reporter):
            return None
        return reporter if _clashes_with_present(sentence, token.head) else None
    told = token.tag == "VBN" and sentence[token.head].tag == "VB"
    if token.deprel == "conj" and (token.tag == "VBD" or active or told):
        above = sentence[token.head]
        modal = any(
            sentence[c].tag == "MD" for c in sentence.children(token.head, "aux")
        )
        passive = sentence.is_passive(token.head) and not sentence.is_passive(verb)
        nominal = sentence.child(token.head, "cop") is not None
        clash = modal or passive or nominal or above.tag in {"VB", "VBP", "VBZ"}
        if not (clash or _is_apart(sentence, verb) or _reports_anew(sentence, verb)):
            return None
        reporter = _cue_above(sentence, token.head)
        # "Stressing that it was a threat and required an answer": no participle, too.
        bare = reporter is not None and sentence[reporter].tag == "VBG"
        return None if bare and token.tag == "VBD" else reporter
    if added and set(lead_in(sentence, verb)) & {",", "—", "–"}:
        return _cue_above(sentence, token.head) or _over_claim(sentence, token.head)
    return None


def _is_apart(sentence: Sentence, verb: int) -> bool:
    """Tell ", and blamed" and, behind a quotation, "” and blamed"."""
    lead = lead_in(sentence, verb)
    if not lead or lead[-1] not in {"and", "but"}:
        return False
    return lead[0] in _ENDS


def _reports_anew(sentence: Sentence, verb: int) -> bool:
    """Tell "said that it crossed the river and warned that the bridge would close".

    Where the reported clause reports nothing itself, a second "that" goes on with
    the first: who speaks in the report speaks again.
    """
    if sentence.child(sentence[verb].head, "ccomp", "xcomp") is not None:
        return False
    return any(
        sentence[mark].text.lower() == "that"
        for clause in sentence.children(verb, "ccomp")
        for mark in sentence.children(clause, "mark")
    )


def _over_claim(sentence: Sentence, clause: int) -> int | None:
    """Return "rejected" in "rejected claims that it fled, calling them lies"."""
    noun = sentence[clause].head
    if sentence[clause].deprel != "acl" or sentence[noun].deprel != "obj":
        return None
    marks = {sentence[c].text.lower() for c in sentence.children(clause, "mark")}
    return sentence[noun].head if "that" in marks else None


def _tags(sentence: Sentence, verb: int) -> set[str]:
    """Return the tags of a predicate and of its copula."""
    return {
        sentence[verb].tag,
        *(sentence[c].tag for c in sentence.children(verb, "cop")),
    }


def _clashes_with_present(sentence: Sentence, verb: int) -> bool:
    """Tell whether "plans" cannot stand beside a verb and have its subject."""
    if sentence[verb].tag == "VBD":
        return True
    modal = any(sentence[c].tag == "MD" for c in sentence.children(verb, "aux"))
    subject = sentence.child(verb, *SUBJECTS)
    plural = subject is not None and (
        sentence[subject].tag in {"NNS", "NNPS"}
        or sentence[subject].text.lower() in {"they", "we"}
    )
    return modal or plural


def raised_cue(sentence: Sentence, verb: int, place: int) -> bool:
    """Tell whether a word behind a set-off cue is another verb of its speaker.

    "The port, he said, was closed, adding ..." and "..., he said, and left".
    """
    token = sentence[place]
    if token.tag == "VBG":
        return token.deprel in {"advcl", "acl", "parataxis", "root"}
    bare = sentence.child(place, "nsubj", "aux", "mark") is None
    return token.tag == "VBD" and bare and token.head == verb and place > verb


def _cue_above(sentence: Sentence, clause: int) -> int | None:
    """Climb from a verb of reported speech to the past-tense verb that reports."""
    current = clause
    for _ in range(5):
        token = sentence[current]
        if token.head < 0 or token.deprel in {"acl:relcl", "acl"}:
            return None
        if token.deprel == "ccomp":
            above = sentence[token.head]
            finite = above.tag in {"VBD", "VBZ", "VBP", "VBG", "VBN"}
            finite = finite or sentence.child(token.head, "cop") is not None
            return token.head if finite and token.head < current else None
        current = token.head
    return None
