"""Predicates as content: "called the tour a fraud", "described it as a fraud"."""

from dragoman.extract.statements.clauses import Found, is_infinitive, subtree
from dragoman.extract.statements.occasions import is_occasion
from dragoman.extract.statements.phrases import (
    is_meanwhile,
    phrases_behind,
    undergoer,
    without_clause,
)
from dragoman.extract.statements.reading import Reading
from dragoman.model.syntax import Sentence

_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
_NAMING = frozenset({"call", "dub", "term", "label", "brand", "style", "deem"})
_BRANDING = frozenset({"dub", "term", "brand", "label", "deem"})


def find_predicative(sentence: Sentence, verb: int) -> Found | None:
    """Read "called the tour a fraud" and "described it as a fraud"."""
    target = undergoer(sentence, verb)
    passive = target is not None or sentence.is_passive(verb)
    if not passive:
        target = sentence.child(verb, "obj")
    if target is not None and sentence[target].text.lower() in _REFLEXIVE:
        return None
    whom = sentence.child(verb, "xcomp", "nsubj")
    if whom is not None and whom < verb and sentence[whom].text.lower() == "whom":
        target = whom
    if not passive and target is not None and sentence[target].tag in {"WP", "WDT"}:
        after = _after_what(sentence, verb)
        if after is not None or sentence[verb].deprel != "acl:relcl":
            return after
        target = sentence[verb].head
    gap = sentence[verb].deprel == "acl:relcl" and sentence[verb].lemma != "refer"
    if target is None and gap:
        # "a charge she dismissed as idle": but "who was seen as" has no gap
        subject = sentence.child(verb, "nsubj")
        bare = subject is not None and sentence[subject].tag not in {"WP", "WDT"}
        led = (sentence[c].tag for c in sentence.children(verb, "obl"))
        bare = bare and {"WP", "WDT"}.isdisjoint(led)  # "in which he spoke of it as"
        target = sentence[verb].head if bare else None
    return _small_clause(sentence, verb, target) or _with_as(sentence, verb, target)


def find_quoted_predicate(
    reading: Reading, sentence: Sentence, verb: int
) -> Found | None:
    """Read 'called the letter "ten years late"', whatever the parser makes of it."""
    target = sentence.child(verb, "obj")
    if target is None or target < verb or sentence[verb].lemma not in _NAMING:
        return None
    after = sentence.subtree(target)[-1] + 1
    for place in range(target + 1, min(after + 3, len(sentence))):
        if sentence[place].text in {",", ";", ":"}:
            return None
        quotation = reading.quotation_at(sentence[place].start)
        if quotation is not None:
            quoted = {
                index
                for index in range(place, len(sentence))
                if sentence[index].start < quotation.end
            }
            whole = frozenset(range(verb + 1, place)) | quoted
            return Found("as", whole, place)
    return None


def _small_clause(sentence: Sentence, verb: int, target: int | None) -> Found | None:
    second = [c for c in sentence.children(verb, "obj") if target and c > target]
    if sentence[verb].lemma in _NAMING:
        # "called the raid a day of shame": the predicate is taken for a date.
        second += [
            c
            for c in sentence.children(verb, "obl:npmod", "obl:unmarked", "obl:tmod")
            if target and c > target and not sentence[c].entity
        ]
    if target is not None and _holds_both(sentence, verb, target):
        return Found("as", subtree(sentence, target), target)
    for child in [*sentence.children(verb, "xcomp", "ccomp"), *second]:
        token = sentence[child]
        named = sentence[verb].lemma in _NAMING and token.tag == "VBN"
        nominal = token.upos not in {"VERB", "AUX"} or token.tag == "JJ" or named
        if nominal and child > verb and not is_infinitive(sentence, child):
            whole = subtree(sentence, child)
            if target is not None:
                whole |= without_clause(sentence, verb, target)
            return Found("as", whole, child)
    return None


def _holds_both(sentence: Sentence, verb: int, target: int) -> bool:
    """Tell "branded the boarding piracy", where both were taken for one noun.

    Nothing is branded without a word for it.
    """
    if sentence[verb].lemma not in _BRANDING or target < verb:
        return False
    if any(c > target for c in sentence.children(verb) if sentence[c].upos != "PUNCT"):
        return False
    return sentence[target - 1].deprel == "compound" and any(
        sentence[c].upos == "DET" for c in sentence.children(target, "det")
    )


def _with_as(sentence: Sentence, verb: int, target: int | None) -> Found | None:
    if target is None:
        return None
    bare = _bare_as(sentence, verb, target)
    if bare is not None:
        return bare
    occasions = [c for c in sentence.children(verb, "obl") if is_occasion(sentence, c)]
    for holder in (verb, target, *occasions):
        for word, child, case, tokens in phrases_behind(sentence, holder):
            if word == "as" and not is_meanwhile(sentence, child, case):
                whole = without_clause(sentence, verb, target) | tokens | {case}
                return Found("as", whole, child)
    return None


def _after_what(sentence: Sentence, verb: int) -> Found | None:
    """Read "what they label a coup": the predicate is taken for a second object."""
    for child in sentence.children(verb, "obj", "xcomp"):
        if child > verb:
            return Found("as", subtree(sentence, child), child)
    return None


def _bare_as(sentence: Sentence, verb: int, target: int) -> Found | None:
    """Read "praised the summit as brave", where "as" governs an adjective."""
    for child in sentence.children(verb, "advmod", "advcl"):
        below = subtree(sentence, child)
        if sentence[child].text.lower() == "as" and child > target and len(below) > 1:
            return Found("as", subtree(sentence, target) | below, child)
    return None
