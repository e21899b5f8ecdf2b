"""Phrases as content: "praised the deal", "accused Mali of theft"."""

from dragoman.extract.statements.clauses import (
    Found,
    find_told,
    find_whom,
    is_infinitive,
    subtree,
)
from dragoman.extract.statements.infinitives import find_infinitive
from dragoman.extract.statements.lexicon import Frames
from dragoman.extract.statements.occasions import is_occasion
from dragoman.extract.statements.order import first_word, lead_in
from dragoman.extract.statements.sources import is_reduced, stray_particle
from dragoman.model.syntax import Sentence, noted
from dragoman.text.calendar_names import is_day
from dragoman.text.sayings import TELLING

# Objects of these frames are told, not talked about: they are no part of it.
_TOLD = TELLING | frozenset(
    {"apprise", "convince", "brief", "update", "lecture", "quiz", "ask", "question"}
    | {"caution", "alert", "forewarn", "correct", "petition", "press", "beg", "implore"}
    | {"tip"}
)
_PREPOSITIONS = frozenset(
    {"for", "of", "on", "about", "over", "with", "to", "at", "against", "in", "as"}
    | {"upon", "concerning", "regarding"}
)
_TAKING = frozenset(
    {"attachment", "commitment", "support", "opposition", "objection", "devotion"}
    | {"loyalty", "readiness", "respect", "need", "call", "demand", "response"}
    | {"solution", "threat", "approach", "answer", "stance", "position", "right"}
)
_CHARGES = frozenset(
    {"accusation", "allegation", "claim", "charge", "report", "suggestion", "rumour"}
    | {"rumor", "assertion", "version"}
)
# Their phrase is no part of the object, even where it was hung on it.
_CHARGING = frozenset(
    {"accuse", "suspect", "charge", "blame", "fault", "thank", "praise", "warn"}
    | {"inform", "notify", "apprise", "remind", "assure", "convince", "congratulate"}
    | {"brief", "update", "ask", "condemn", "criticize", "criticise", "commend"}
    | {"put", "estimate", "press", "invite", "threaten", "question", "credit"}
)
_STANDINGS = frozenset({"ahead", "behind", "level", "tied", "up", "down"})
_DECLARING = frozenset({"declare", "pronounce", "proclaim"})
_ENDED = frozenset({"over", "off", "dead", "void", "closed", "open", "finished"})
_GIVES = frozenset({"promise", "pledge", "offer", "guarantee", "assure", "vow"})
_OF_QUALITIES = ("ity", "ety", "tion", "ment", "ness", "ance", "ence", "dom")
_APPEALS = frozenset({"appeal", "turn", "apply"})
_ALIAS = {"upon": "on", "concerning": "about", "regarding": "about"}


@noted
def phrases_behind(
    sentence: Sentence, verb: int
) -> tuple[tuple[str, int, int, frozenset[int]], ...]:
    """Return preposition, head, preposition token and tokens of what follows."""
    found: list[tuple[str, int, int, frozenset[int]]] = []
    for child in sentence.children(verb, "obl", "advcl", "nmod", "ccomp", "xcomp"):
        if child < verb:
            continue
        case = first_word(sentence, child)
        word = sentence[case].text.lower()
        if case != child and word in _PREPOSITIONS and case > verb:
            tokens = frozenset(t for t in sentence.subtree(child) if t > case)
            found.append((_ALIAS.get(word, word), child, case, tokens))
    return tuple(found)


def find_prepositional_infinitive(
    sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    """Read "called on the young to guard" and "called for troops to leave"."""
    for word, child, case, tokens in phrases_behind(sentence, verb):
        frame = f"{word}-inf"
        if frame not in frames:
            continue
        clause = find_infinitive(sentence, verb)
        if clause is not None and clause.core > child:
            inside = clause.tokens
            return Found(frame, inside, clause.core, (child,), case)
        if is_infinitive(sentence, child):
            subject = sentence.child(child, "nsubj")
            told = () if subject is None else (subject,)
            return Found(frame, tokens, child, told, case)
        below = [c for c in sentence.children(child, "acl") if c > child]
        if word != "for" and below and is_infinitive(sentence, below[0]):
            inside = subtree(sentence, below[0])
            return Found(frame, inside, below[0], (child,), case)
    return None


def find_object_and_phrase(
    sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    """Read "accused Mali of theft", "briefed her on the talks"."""
    # In "the group that Mali accuses Niger of arming" the second object is accused.
    behind = [c for c in sentence.children(verb, "obj", "iobj") if c > verb]
    target = behind[0] if behind else sentence.child(verb, "obj", "iobj")
    patient = undergoer(sentence, verb)
    if target is None:
        target = patient
    if target is None or (target < verb and patient is None):
        return None
    for holder in (verb, target):
        for word, child, case, tokens in phrases_behind(sentence, holder):
            frame = f"obj-{word}"
            if frame not in frames or child == target:
                continue
            if holder == target and not _is_charged(sentence, verb, target):
                continue
            if sentence[verb].lemma in _TOLD:
                if word == "against":  # what one is not to do
                    tokens |= {case}
                return Found(frame, tokens, child, (target,))
            if word == "at" and not _is_put_at(sentence, verb, child, tokens):
                continue
            whole = without_clause(sentence, verb, target) | tokens | {case}
            return Found(frame, whole, child, (target,))
    return _hung_inside(sentence, verb, target, frames)


def undergoer(sentence: Sentence, verb: int) -> int | None:
    """Return what a passive is done to: the toll of "the toll, derided by Mali as"."""
    if sentence.is_passive(verb):
        return sentence.child(verb, "nsubj:pass")
    return sentence[verb].head if is_reduced(sentence, verb) else None


def without_clause(sentence: Sentence, verb: int, target: int) -> frozenset[int]:
    """Return a noun without the clause of the cue that hangs on it."""
    whole = subtree(sentence, target)
    if sentence[verb].head != target:
        return whole
    if sentence[target].tag in {"WP", "WDT"}:
        return frozenset()  # "what he sees as theft"
    clause = subtree(sentence, verb)
    first = first_word(sentence, target)
    while sentence[first].head == target and sentence[first].deprel == "case":
        first += 1
    return frozenset(t for t in whole - clause if first <= t < min(clause))


def _hung_inside(
    sentence: Sentence, verb: int, target: int, frames: Frames
) -> Found | None:
    """Read what the parser hung below the object or an occasion."""
    if "obj-at" in frames:
        return _put_inside(sentence, verb, target)
    if "obj-of" in frames and sentence[verb].lemma in _CHARGING:
        return _charged_behind(sentence, verb, target)
    return None


def _put_inside(sentence: Sentence, verb: int, target: int) -> Found | None:
    """Read "put the number of dead at 40", hung on the dead."""
    for holder in sentence.children(target, "nmod"):
        for word, child, _, tokens in phrases_behind(sentence, holder):
            if word == "at" and _is_put_at(sentence, verb, child, tokens):
                return Found("obj-at", subtree(sentence, target), child, (target,))
    return None


def _is_charged(sentence: Sentence, verb: int, target: int) -> bool:
    """Tell "accused the baker of theft" from "assured the safety of the missions"."""
    lemma = sentence[verb].lemma
    told = lemma in _TOLD and is_quality(sentence, target)
    return lemma in _CHARGING and not told


def is_quality(sentence: Sentence, noun: int) -> bool:
    """Tell what can be told nothing: "the safety", "the implementation"."""
    token = sentence[noun]
    return token.tag == "NN" and token.lemma.lower().endswith(_OF_QUALITIES)


def _charged_behind(sentence: Sentence, verb: int, target: int) -> Found | None:
    """Read "accused the state in parliament of buying votes", hung on parliament."""
    for phrase in sentence.children(verb, "obl"):
        if phrase < target or not is_occasion(sentence, phrase):
            continue
        for child in sentence.children(phrase, "acl", "nmod"):
            first = first_word(sentence, child)
            if sentence[first].text.lower() == "of" and sentence[child].tag == "VBG":
                inside = frozenset(t for t in sentence.subtree(child) if t > first)
                whole = subtree(sentence, target) | inside | {first}
                return Found("obj-of", whole, child, (target,))
    return None


def _is_put_at(
    sentence: Sentence, verb: int, child: int, tokens: frozenset[int]
) -> bool:
    """Tell "put the toll at 40" and "laid the crime at their door" from places."""
    if sentence[verb].lemma == "lay":
        return sentence[child].lemma.lower() in {"door", "doorstep", "foot", "feet"}
    return _has_number(sentence, tokens)


def _has_number(sentence: Sentence, tokens: frozenset[int]) -> bool:
    return any(sentence[token].upos == "NUM" for token in tokens)


def is_meanwhile(sentence: Sentence, clause: int, mark: int) -> bool:
    """Tell "attacked the village as it slept", where a subject follows "as"."""
    subject = sentence.child(clause, "nsubj")
    return subject is not None and sentence.subtree(subject)[0] == mark + 1


def find_object(sentence: Sentence, verb: int) -> Found | None:
    """Read "praised the deal" and "the deal was praised by"."""
    if sentence.is_passive(verb):
        child = sentence.child(verb, "nsubj:pass")
        if child is None or sentence.child(verb, "obl:agent") is None:
            return None
        return Found("object", subtree(sentence, child), child)
    relative = _relative_object(sentence, verb)
    if relative is not None:
        return relative
    objects = [child for child in sentence.children(verb, "obj") if child > verb]
    stray = stray_particle(sentence, verb)
    if not objects and stray is not None:
        phrase = sentence[stray].head
        return Found("object", subtree(sentence, phrase) - {stray}, phrase)
    given = objects[:1] if len(objects) == 2 and sentence[verb].lemma in _GIVES else []
    for child in objects:
        if child not in given:
            if sentence[child].text.lower().endswith(("self", "selves")):
                continue
            tokens = set(subtree(sentence, child))
            for other in sentence.children(child, "conj"):
                if sentence[other].tag in {"VBD", "VBZ"}:
                    # "rejected the plan, and named a man": another deed.
                    tokens -= subtree(sentence, other)
            _take_phrases(sentence, verb, child, tokens)
            tokens -= _added(sentence, child)
            _take_clauses(sentence, verb, tokens)
            tokens |= _standing(sentence, verb, tokens)
            told = (*sentence.children(verb, "iobj"), *find_whom(sentence, verb))
            told += tuple(given)
            # "stressed to the envoy the need for calm"
            told += tuple(
                phrase
                for phrase in sentence.children(verb, "obl")
                if verb < phrase < child and sentence.case_of(phrase) == "to"
            )
            return Found("object", frozenset(tokens), child, told)
    return None


def _standing(sentence: Sentence, verb: int, tokens: set[int]) -> frozenset[int]:
    """Return "ahead by three points" of "showed Ruiz ahead by three points"."""
    behind = max(tokens) + 1
    for child in sentence.children(verb, "advmod", "xcomp", "obl"):
        below = sentence.subtree(child)
        ended = sentence[verb].lemma in _DECLARING and sentence[child].lemma in _ENDED
        standing = sentence[child].lemma in _STANDINGS or ended
        if below[0] <= behind <= child and standing:
            return frozenset(below)
    return frozenset()


def _take_clauses(sentence: Sentence, verb: int, tokens: set[int]) -> None:
    """Add what stands right behind an object and says more of it.

    "Rejected a request to restore the vote", "described her plan in terms of cost":
    no occasion of the speech, whatever the phrase was hung on.
    """
    for child in sentence.children(verb, "obl", "advcl", "ccomp", "xcomp"):
        if child < verb or first_word(sentence, child) != max(tokens) + 1:
            continue
        below = sentence.subtree(child)
        first = sentence[first_word(sentence, child)].text.lower()
        if sentence[child].deprel == "obl":
            if is_occasion(sentence, child):
                return
        elif first not in {"to", "that", "like", "as"} and not (
            # "a proposal by the bloc to send guards", the bloc hung on "send"
            (first in {"by", "from", "of"} and is_infinitive(sentence, child))
            # "showed her trailing by four points"
            or (sentence[child].tag == "VBG" and sentence[child].deprel == "xcomp")
        ):
            return
        elif first == "as" and sentence.child(child, "nsubj") is not None:
            # "showed a tight race as the rebels gained": what happened meanwhile.
            return
        if "," in lead_in(sentence, child):
            return
        tokens.update(below)


def _added(sentence: Sentence, noun: int) -> set[int]:
    """Return what the report adds to an object: ", which makes him an outlier"."""
    holders = [noun, *sentence.children(noun, "nmod", "conj")]
    found: set[int] = set()
    for told in sentence.children(noun, "appos"):
        # "the Front (BLF), a group that has held the hills": who that is.
        if sentence.children(told, "acl:relcl") and "," in lead_in(sentence, told):
            found.update(sentence.subtree(told))
    for holder in holders:
        for clause in sentence.children(holder, "acl:relcl"):
            if clause > holder and "," in lead_in(sentence, clause):
                found.update(sentence.subtree(clause))
    return found


def _relative_object(sentence: Sentence, verb: int) -> Found | None:
    """Read "a claim which the mayor denied", and what the claim was if it is said.

    "They burned the hall, an accusation which he denied": the clause before is it.
    """
    noun = sentence[verb].head
    which = sentence.child(verb, "obj")
    if sentence[verb].deprel != "acl:relcl" or which is None or which > verb:
        return None
    if any(other > verb for other in sentence.children(verb, "obj")):
        return None
    if sentence[which].tag not in {"WDT", "WP"} or sentence[noun].upos != "NOUN":
        return None
    above = sentence[noun].head
    whole = subtree(sentence, noun)
    if sentence[noun].lemma in _CHARGES and above >= 0 and above < noun:
        clause = frozenset(t for t in subtree(sentence, above) if t < min(whole))
        return Found("object", clause, above)
    own = whole - subtree(sentence, verb) - set(sentence.children(noun, "case"))
    return Found("object", own, noun)


def _take_phrases(sentence: Sentence, verb: int, child: int, tokens: set[int]) -> None:
    """Add phrases that the parser hung on the verb instead of the object.

    "His attachment to a solution": a phrase right behind a noun of the kind that
    takes one.
    """
    for phrase in sentence.children(verb, "obl"):
        if phrase < child:
            continue
        below = sentence.subtree(phrase)
        case = sentence.case_of(phrase)
        taking = sentence[child].lemma in _TAKING and below[0] == max(tokens) + 1
        # "welcomed the arrest on Monday of Ruiz": the day stands between.
        dated = sentence[phrase].entity.endswith(("DATE", "TIME")) and any(
            sentence.case_of(c) == "of" for c in sentence.children(phrase, "nmod")
        )
        behind = below[0] == max(tokens) + 1
        # "promised 15 million for Chad"
        sum_of = sentence[child].upos == "NUM" or sentence.child(child, "nummod")
        for_whom = sentence[verb].lemma in _GIVES and sum_of and behind
        if (
            case == "of"
            or (for_whom and case in {"for", "to", "towards", "toward"})
            or (dated and behind)
            or (case in {"to", "for", "on"} and taking)
        ):
            tokens.update(below)


def _taken_as(sentence: Sentence, verb: int, tokens: frozenset[int]) -> frozenset[int]:
    """Return "as a thief" behind "referred to him"."""
    end = max(tokens) + 1
    for child in sentence.children(verb, "obl", "advcl", "xcomp"):
        first = first_word(sentence, child)
        if first == end and sentence[first].text.lower() == "as" and first != child:
            finite = sentence.child(child, "nsubj") is not None
            return frozenset() if finite else subtree(sentence, child)
    return frozenset()


def _asked_for(sentence: Sentence, verb: int, asked: int) -> tuple[int, int] | None:
    """Read "appealed to donors for 38 million": preposition and head of the rest."""
    if sentence[verb].lemma not in _APPEALS:
        return None
    beside = [c for c in sentence.children(verb, "obl") if c > asked]
    for child in (*sentence.children(asked, "nmod"), *beside):
        cases = sentence.children(child, "case")
        if cases and sentence[cases[0]].text.lower() == "for":
            return cases[0], child
    return None


def find_phrase(sentence: Sentence, verb: int, frames: Frames) -> Found | None:
    """Read "called for a truce": the phrase without its preposition."""
    for word, child, case, tokens in phrases_behind(sentence, verb):
        if word == "for" and sentence.child(verb, "obj") is not None:
            continue
        asked = _asked_for(sentence, verb, child) if word == "to" else None
        if asked is not None:
            inside = subtree(sentence, asked[1]) - {asked[0]}
            return Found("for", inside, asked[1], (child,), asked[0])
        if word == "as" and is_meanwhile(sentence, child, case):
            continue
        if word == "on" and is_day(sentence[child].text):
            continue  # "agreed on Saturday"
        if word in frames:
            taken = _taken_as(sentence, verb, tokens)
            told = tuple(one for one in find_told(sentence, verb) if one != child)
            frame = "as" if taken and "as" in frames else word
            return Found(frame, tokens | taken, child, told, case)
    return None
