"""How far the content of a verb goes: what is strayed added, what is aside cut."""

from dragoman.extract.statements.clauses import Found, subtree
from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.hung import is_premise
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.order import first_word, lead_in
from dragoman.extract.statements.quoted_lists import find_list_end
from dragoman.extract.statements.raised import raised_to
from dragoman.extract.statements.reading import Reading
from dragoman.extract.statements.run_on import find_run_on, runs_on
from dragoman.extract.statements.set_off import start_of_tail
from dragoman.extract.statements.sources import is_reduced
from dragoman.model.syntax import ASKING, DASHES, FINITE, TENSED, Sentence

_RAISED = frozenset({"VBG", "VBD", "VBN", "VBZ"})
_CONDITIONAL = frozenset({"if", "unless", "provided", "providing"})
_MEANWHILE = frozenset({"as", "while", "although", "though", "whereas"})
_COMMAS = DASHES | {","}
_ADDING = frozenset({"advcl", "acl", "parataxis"})
_NAMING_PARTS = frozenset({"include", "regard", "concern", "follow"})
# What the report calls the words that stand before.
_COMMENTS = frozenset(
    {"charge", "claim", "accusation", "allegation", "assertion", "contention", "remark"}
    | {"comment", "statement", "argument", "view", "suggestion", "sentiment", "stance"}
    | {"position", "idea", "notion", "comparison", "reference", "theme", "line"}
)
_TIMED = frozenset({"demand", "request", "pledge", "direct", "agree", "warn"})


def extent_of(
    reading: Reading, sentence: Sentence, verb: int, found: Found, act: str | None
) -> frozenset[int]:
    """Return the tokens of a content: what is strayed added, what is aside cut."""
    tokens = found.tokens - {verb}
    if found.frame == "clause":
        tokens = _without_raised(reading, sentence, verb, tokens)
    else:
        tokens = _without_clauses(reading, sentence, tokens)
    after = found.frame != "clause" and found.core > verb
    ahead = sentence.is_passive(verb) or is_reduced(sentence, verb)
    # "a charge that he rejected as gossip": what he rejected stands before its cue
    ahead = ahead or (found.frame == "as" and sentence[verb].deprel == "acl:relcl")
    if after and not ahead:
        tokens = frozenset(token for token in tokens if token > verb)
    if found.core >= 0 and (found.frame == "clause" or found.core > verb):
        tokens -= _aside(sentence, found.core)
    tokens = _without_cues(reading, sentence, found, tokens)
    tokens = _without_tail(reading, sentence, verb, tokens)
    if found.frame != "clause" and found.core > verb:
        tokens = _within_quotation(reading, sentence, found.core, tokens)
    if found.core > verb:
        if act in _TIMED and found.frame != "clause":
            tokens |= _deadline(sentence, verb, found.core)
        tokens |= _conditions(sentence, verb, found.core, tokens)
        if tokens and runs_on(found.frame):
            tokens |= find_run_on(sentence, verb, tokens)
        tokens |= _quoted_rest(reading, sentence, found, tokens)
        if found.frame != "clause":
            tokens |= _quoted_list(reading, sentence, tokens)
            tokens |= _spelled_out(reading, sentence, tokens)
        tokens = _without_afterthought(reading, sentence, verb, found, tokens)
        if found.frame == "clause":
            tokens |= _told_behind_colon(reading, sentence, verb, tokens)
    return tokens


def _without_afterthought(
    reading: Reading,
    sentence: Sentence,
    verb: int,
    found: Found,
    tokens: frozenset[int],
) -> frozenset[int]:
    """Cut what the report adds behind a comma at the end of a content.

    Behind a phrase that is ", which he held for years", ", leading the march", ", as
    he did before"; behind a clause what is true now, though it was said then: "said
    it cut its forecast, and the cut is felt". Measured on the read part of PolNeAR's
    development half, where relative clauses behind a reported clause belong to it as
    often as not.
    """
    for index in sorted(tokens):
        if index <= found.core or index not in tokens:
            continue
        if reading.quotation_at(sentence[index].start) is not None:
            continue
        if not _COMMAS & set(lead_in(sentence, index)):
            continue
        if _is_afterthought(sentence, verb, found, index):
            below = subtree(sentence, index)
            if max(below) + 1 >= max(tokens):
                tokens -= below
    return tokens


def _is_afterthought(sentence: Sentence, verb: int, found: Found, index: int) -> bool:
    token = sentence[index]
    marks = {sentence[c].text.lower() for c in sentence.children(index, "mark")}
    if token.deprel == "advcl" and marks & {"although", "though"}:
        return True
    if _is_comment(sentence, index):
        return True
    own = sentence.child(index, "nsubj", "nsubj:pass") is not None
    if found.frame == "clause":
        aux = [sentence[c].tag for c in sentence.children(index, "aux", "cop")]
        present = bool({token.tag, *aux} & {"VBZ", "VBP"})
        return (
            token.deprel == "conj"
            and token.head == found.core
            and own
            and present
            and sentence[verb].tag == "VBD"
        )
    if token.deprel == "acl:relcl":
        return True
    if token.tag == "VBG":
        return token.deprel in _ADDING and token.lemma not in _NAMING_PARTS
    return token.deprel == "advcl" and "as" in marks and own


def _is_comment(sentence: Sentence, noun: int) -> bool:
    """Tell ", a charge that the army denies", where the report names what was said."""
    token = sentence[noun]
    if token.lemma.lower() not in _COMMENTS or token.deprel in {"obl", "obj", "nsubj"}:
        return False
    opening = sentence[first_word(sentence, noun)].text.lower()
    told = sentence.children(noun, "acl:relcl", "acl", "ccomp")
    return opening in {"a", "an"} and any(clause > noun for clause in told)


def _quoted_rest(
    reading: Reading, sentence: Sentence, found: Found, tokens: frozenset[int]
) -> frozenset[int]:
    """Return a quotation right behind: 'ruled out a truce "with men without word"'.

    Behind a clause it goes on with it if it does not open like a sentence.
    """
    after = max(tokens, default=len(sentence)) + 1
    if after + 1 >= len(sentence):
        return frozenset()
    quotation = reading.quotation_at(sentence[after + 1].start)
    if quotation is None or sentence[after].start != quotation.outer_start:
        return frozenset()
    opening = reading.document.text[quotation.start]
    if found.frame == "clause" and not opening.islower():
        return frozenset()
    return frozenset(
        index
        for index in range(after, len(sentence))
        if sentence[index].start < quotation.end
    )


def _quoted_list(
    reading: Reading, sentence: Sentence, tokens: frozenset[int]
) -> frozenset[int]:
    """Return what is enumerated: 'called him a “thief,” a “coward” and “a liar”'."""
    last = reading.quotation_at(sentence[max(tokens, default=0)].start)
    if last is None:
        return frozenset()
    end = find_list_end(reading, last, sentence.end)
    return frozenset(
        index
        for index in range(max(tokens) + 1, len(sentence))
        if sentence[index].start < end
    )


def _spelled_out(
    reading: Reading, sentence: Sentence, tokens: frozenset[int]
) -> frozenset[int]:
    """Return what a colon adds: "conceded two mistakes: the delay and the cost".

    A sentence of its own behind the colon tells something else.
    """
    colon = max(tokens, default=len(sentence)) + 1
    if colon >= len(sentence) - 1 or sentence[colon].text != ":":
        return frozenset()
    rest = range(colon + 1, len(sentence))
    asked = sentence[colon + 1].tag in ASKING  # "the facts: how much he earns"
    told = not asked and any(sentence[index].tag in FINITE for index in rest)
    quoted = any(reading.quotation_at(sentence[index].start) for index in rest)
    return frozenset() if told or quoted else frozenset(rest)


def _told_behind_colon(
    reading: Reading, sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Return what a colon spells out: "noted that two things rise: rents are up"."""
    colon = max(tokens, default=len(sentence)) + 1
    if colon >= len(sentence) - 1 or sentence[colon].text != ":":
        return frozenset()
    rest = range(colon + 1, len(sentence))
    if any(reading.quotation_at(sentence[index].start) for index in rest):
        return frozenset()
    told = [c for c in sentence.children(verb, "parataxis") if c > colon]
    return frozenset(rest) if len(told) == 1 else frozenset()


def _conditions(
    sentence: Sentence, verb: int, core: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Return conditions that the parser hung on the cue: "threatened to ... if".

    Where another clause stands between, its condition it is.
    """
    found: set[int] = set()
    for child in sentence.children(
        verb, "advcl", "advmod", "ccomp", "xcomp", "parataxis"
    ):
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        marks.add(sentence[child].text.lower())
        hung = sentence[child].deprel in {"advcl", "advmod"} and marks & _CONDITIONAL
        if child > core and (hung or is_premise(sentence, verb, child)):
            below = sentence.subtree(child)
            between = range(max(tokens, default=core) + 1, below[0])
            if not any(sentence[index].tag in FINITE for index in between):
                found.update(below)
    return frozenset(found)


def _deadline(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return the term of a demand: "asked for answers by Friday"."""
    found: set[int] = set()
    for child in sentence.children(verb, "obl"):
        if child > core and sentence.case_of(child) in {"by", "before", "within"}:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _aside(sentence: Sentence, core: int) -> frozenset[int]:
    """Return what the report adds after a comma: ", as the North threatened ..."."""
    found: set[int] = set()
    for child in sentence.subtree(core):
        if child < core or sentence[child].deprel != "advcl":
            continue
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        comma = "," in lead_in(sentence, child)
        own = sentence.child(child, "nsubj") is not None
        near = sentence[child].head == core or marks & {"though", "although"}
        if comma and marks & _MEANWHILE and own and near:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _within_quotation(
    reading: Reading, sentence: Sentence, core: int, tokens: frozenset[int]
) -> frozenset[int]:
    """End a quoted object with its quotation: 'regrets “the shot,” as if ...'."""
    quotation = reading.quotation_at(sentence[core].start)
    if quotation is None or not quotation.balanced:
        return tokens
    if reading.document.text[quotation.end - 1] not in ",.":
        return tokens
    return frozenset(t for t in tokens if sentence[t].start < quotation.end)


def _without_cues(
    reading: Reading, sentence: Sentence, found: Found, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut what is said further: ", saying that ..." behind a content."""
    for index in sorted(tokens):
        token = sentence[index]
        if index <= found.core or token.tag != "VBG" or index not in tokens:
            continue
        comma = index > 0 and sentence[index - 1].text == ","
        quoted = reading.quotation_at(token.start) is not None
        if not comma or quoted or token.deprel not in {"advcl", "acl", "parataxis"}:
            continue
        frames = frames_of(reading, sentence, index)
        cue = tells_clause(frames)
        if cue:
            tokens -= frozenset(t for t in sentence.subtree(index) if t >= index)
    return tokens


def _without_tail(
    reading: Reading, sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut who reports it all: "said that it fell, the Courier reported, adding"."""
    for index in sorted(tokens):
        if index <= verb or sentence[index].tag not in {"VBD", "VBZ"}:
            continue
        comma = start_of_tail(sentence, index)
        if comma is None or comma <= verb or comma not in tokens | {min(tokens) - 1}:
            continue
        if not tells_clause(frames_of(reading, sentence, index)):
            continue
        if reading.quotation_at(sentence[index].start) is None:
            return frozenset(token for token in tokens if token < comma)
    return tokens


def _without_clauses(
    reading: Reading, sentence: Sentence, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut main clauses that were hung on a phrase: "called it void, and he left"."""
    for index in sorted(tokens):
        token = sentence[index]
        if index not in tokens or token.deprel not in {"conj", "parataxis"}:
            continue
        if not _is_finite(sentence, index) or sentence.child(index, "nsubj") is None:
            continue
        quoted = reading.quotation_at(token.start) is not None
        if not quoted and {",", ";"} & set(lead_in(sentence, index)):
            tokens -= subtree(sentence, index)
    return tokens


def _is_finite(sentence: Sentence, verb: int) -> bool:
    return sentence[verb].tag in TENSED or any(
        sentence[child].tag == "MD" for child in sentence.children(verb, "aux")
    )


def _without_raised(
    reading: Reading, sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut further cues that belong to the same speaker: ", adding that ..."."""
    for index in sorted(tokens):
        if sentence[index].tag not in _RAISED or index not in tokens:
            continue
        raised = raised_to(sentence, index) == verb and bool(
            frames_of(reading, sentence, index)
        )
        if raised or _is_second_cue(reading, sentence, verb, index):
            tokens -= subtree(sentence, index)
    return tokens


def _is_second_cue(reading: Reading, sentence: Sentence, verb: int, index: int) -> bool:
    """Tell ", but he said that ..." behind what was said: a cue of its own."""
    token = sentence[index]
    if token.deprel != "conj" or index < verb or token.tag != sentence[verb].tag:
        return False
    lead = lead_in(sentence, index)
    if "," not in lead and not {"”", '"', "''"} & set(lead):
        return False
    subject = sentence.child(index, "nsubj")
    frames = frames_of(reading, sentence, index)
    speaks = frames is not None and frames.get("clause") in {"assert", "announce"}
    return (
        speaks
        and subject is not None
        and sentence[subject].text.lower() in {"he", "she", "they", "it"}
        and sentence.child(index, "ccomp") is not None
        and reading.quotation_at(token.start) is None
    )
