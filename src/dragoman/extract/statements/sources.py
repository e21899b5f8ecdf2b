"""Who speaks, in the grammar: from a cue to the token of its source."""

from collections.abc import Container

from dragoman.extract.statements.order import (
    final_source,
    find_beside_cue,
    lead_in,
)
from dragoman.extract.statements.raised import raised_to
from dragoman.extract.statements.relatives import (
    antecedent,
    just_before,
    named_before,
    opening_name,
)
from dragoman.model.syntax import OBJECTS, RELATIVE, SUBJECTS, Sentence
from dragoman.text.calendar_names import CALENDAR
from dragoman.text.governors import find_doer, is_none

_STATEMENTS = frozenset(
    {"statement", "speech", "letter", "message", "remark", "note", "petition", "memo"}
    | {"appeal", "email", "communiqué", "declaration", "report"}
)
_FORCES = frozenset({"force", "compel", "prompt", "lead", "drive", "get", "push"})
_WRUNG = frozenset(
    {"admit", "concede", "acknowledge", "confess", "apologize", "apologise", "say"}
    | {"deny", "promise", "pledge", "announce", "warn", "declare", "agree"}
)
_STATING = frozenset(
    {"send", "write", "issue", "sign", "deliver", "submit", "release", "post", "give"}
    | {"make", "file", "circulate", "record", "read", "hand", "present", "dispatch"}
)
_WAYS = frozenset({"point", "habit", "mistake", "trouble", "opportunity", "chance"})
_PARTICLES = frozenset({"off", "down", "out", "up", "back", "aside", "away"})
_SEIZED = frozenset({"opportunity", "occasion", "chance", "moment", "pain"})
_SEEKS = frozenset({"seek", "vow", "promise", "pledge", "refuse", "try", "threaten"})
_OPEN = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis"})
# What somebody else may publish of an author.
# Whoever is their object says what follows: "quoted the mayor: “No.”".
QUOTING = frozenset({"quote", "cite"})
# Whoever is their object, or stands behind "to", is told what follows.
WRITING = frozenset(
    {"write", "email", "e-mail", "phone", "telephone", "cable", "text", "petition"}
    | {"call", "message", "contact", "approach", "ring", "telegraph", "wire"}
)
_TEXTS = frozenset(
    {"communique", "communiqué", "letter", "message", "note", "post", "recording"}
    | {"release", "statement", "video"}
)


def source_of(sentence: Sentence, verb: int) -> int | None:
    """Return the token of who speaks, ``None`` if the sentence does not say."""
    beside = find_beside_cue(sentence, verb)
    if beside is None and is_wrung(sentence, verb):
        beside = sentence.child(sentence[verb].head, "obj")
    return _climb(sentence, verb) if beside is None else beside


def _climb(sentence: Sentence, verb: int) -> int | None:
    seen: set[int] = set()
    raised = raised_to(sentence, verb)
    current = verb if raised is None else raised
    while current >= 0 and current not in seen:
        seen.add(current)
        passive = sentence.is_passive(current) and not _is_perfect(sentence, current)
        if passive or is_reduced(sentence, current):
            return _passive_source(sentence, current, verb)
        subjects = [
            c
            for c in sentence.children(current, *SUBJECTS)
            if c < current and not is_written_to(sentence, current, c)
        ]
        if subjects:
            # Of two, the first is called out: "Ana, the minister said that ...".
            return _referent(sentence, current, subjects[-1])
        found = sentence.child(current, *SUBJECTS)
        if found is not None and is_written_to(sentence, current, found):
            found = None
        elif found is None:
            found = _displaced(sentence, current)
        if found is None and current == verb and sentence[verb].deprel == "root":
            found = final_source(sentence, verb)
        if found is None:
            found = _governing(sentence, current)
        if found is not None or not _goes_up(sentence, current):
            return found
        current = sentence[current].head
    return None


def is_written_to(sentence: Sentence, verb: int, subject: int) -> bool:
    """Tell the mayor of "wrote to the mayor asking for help", taken for who asks."""
    return sentence[verb].tag == "VBG" and sentence.case_of(subject) == "to"


def is_reduced(sentence: Sentence, verb: int) -> bool:
    """Tell a passive without "was": "the toll, derided by Mali as theft"."""
    token = sentence[verb]
    hung = token.tag == "VBN" and token.deprel == "acl" and 0 <= token.head < verb
    return hung and sentence.child(verb, "obl:agent") is not None


def is_wrung(sentence: Sentence, verb: int) -> bool:
    """Tell "forced the banker to admit that": he did."""
    token = sentence[verb]
    return (
        token.deprel == "xcomp"
        and token.head >= 0
        and sentence[token.head].lemma in _FORCES
        and token.lemma in _WRUNG
    )


def _is_perfect(sentence: Sentence, verb: int) -> bool:
    """Tell "he's sought to leave" and "he's called it a lie" from a passive.

    The parse has the bare "'s" for "is" where it stands for "has".
    """
    aux = sentence.children(verb, "aux", "aux:pass")
    if not aux or any(sentence[c].text.lower() not in {"'s", "’s"} for c in aux):
        return False
    if sentence[verb].lemma in _SEEKS and sentence.child(verb, "xcomp") is not None:
        return True
    return any(child > verb for child in sentence.children(verb, "obj"))


def _author_of_container(sentence: Sentence, verb: int, subject: int) -> int | None:
    """Resolve "the statement of the envoy, in which he accused": he is the envoy."""
    token = sentence[verb]
    if sentence[subject].upos != "PRON" or token.deprel != "acl:relcl":
        return None
    led = any(
        sentence[c].text.lower() == "which" and c < verb
        for c in sentence.children(verb, "obl")
    )
    current = token.head
    while led and current >= 0:
        if sentence[current].lemma in _STATEMENTS:
            owners = [
                c
                for c in sentence.children(current, "nmod:poss", "nmod")
                if sentence.case_of(c) in {"", "of", "by", "from"} and c < verb
            ]
            return owners[0] if owners else None
        if sentence[current].upos not in {"NOUN", "PROPN"}:
            return None
        current = sentence[current].head
    return None


def _behind_day(sentence: Sentence, verb: int) -> int | None:
    """Find a name lost to a day: "at a rally on Sunday Ruiz called it a sham"."""
    start = verb
    while start > 0 and sentence[start - 1].upos == "PROPN":
        if sentence[start - 1].text in CALENDAR:
            named = start < verb and sentence[verb].tag in {"VBD", "VBZ"}
            return verb - 1 if named else None
        start -= 1
    return None


def _displaced(sentence: Sentence, verb: int) -> int | None:
    """Find a subject that the parse has for something else."""
    found = _behind_day(sentence, verb)
    if found is None:
        found = _swallowed(sentence, verb)
    if found is None:
        found = _trapped(sentence, verb)
    if found is None:
        found = opening_name(sentence, verb)
    return _inverted(sentence, verb) if found is None else found


def _trapped(sentence: Sentence, verb: int) -> int | None:
    """Find a subject hung on the clause behind: "One, a baker, said men had come"."""
    for clause in sentence.children(verb, "ccomp"):
        subjects = sentence.children(clause, "nsubj")
        if len(subjects) > 1 and subjects[0] < verb < subjects[-1] < clause:
            return subjects[0]
    return None


def _swallowed(sentence: Sentence, verb: int) -> int | None:
    """Find a subject lost to a date: "in the night of 2 May the network spread"."""
    if sentence[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    for time in sentence.children(verb, "obl", "obl:npmod"):
        if time > verb:
            break
        for below in sentence.subtree(time):
            token = sentence[below]
            above = sentence[token.head]
            dated = above.text in CALENDAR or above.entity.endswith(("DATE", "TIME"))
            name = token.upos in {"PROPN", "NOUN"} and not token.entity.endswith("DATE")
            if token.deprel == "appos" and dated and name and token.head < below < verb:
                return below
    return None


def is_let_known(sentence: Sentence, verb: int) -> bool:
    """Tell "let it be known that", said by the subject of "let"."""
    head = sentence[verb].head
    return (
        sentence[verb].lemma == "know" and head >= 0 and sentence[head].lemma == "let"
    )


def _governing(sentence: Sentence, current: int) -> int | None:
    """Find the source in what governs a verb without a subject: a noun, a quoter."""
    relation, above = sentence[current].deprel, sentence[current].head
    if above < 0:
        return None
    if relation in {"acl", "acl:relcl"}:
        return _modified(sentence, current, above)
    if relation not in _OPEN:
        return None
    if relation == "advcl" and sentence[current].tag == "VBG":
        doer = find_doer(sentence, current)
        if doer is not None:  # "held him in contempt for refusing": he refused
            return doer
        author = _author(sentence, current, above)
        if author is not None:
            return author
    noun = sentence[above].upos in {"NOUN", "PROPN", "PRON"}
    if noun and sentence.child(above, "cop") is None:
        return above
    return _quoted_as(sentence, current, above) if relation == "advcl" else None


def _author(sentence: Sentence, said: int, verb: int) -> int | None:
    """Return the Front of "published a statement by the Front saying that"."""
    thing = sentence.child(verb, "obj")
    if thing is None or sentence[thing].lemma.lower() not in _TEXTS:
        return None
    beside = (*sentence.children(thing, "nmod"), *sentence.children(verb, "obl"))
    for one in beside:
        if thing < one < said and sentence.case_of(one) in {"by", "from"}:
            return one
    return None


def _goes_up(sentence: Sentence, current: int) -> bool:
    relation = sentence[current].deprel
    return relation in _OPEN and (relation != "ccomp" or sentence[current].tag == "VBG")


def _passive_source(sentence: Sentence, current: int, verb: int) -> int | None:
    agent = sentence.child(current, "obl:agent")
    if current == verb:
        return agent
    subject = sentence.child(current, *SUBJECTS)
    if subject is None:
        return None
    return _referent(sentence, current, subject)


def _unclosed(sentence: Sentence, verb: int, subject: int) -> int | None:
    """Find the subject after a name called out: "Ana, the minister said that ..."."""
    appositions = sentence.children(subject, "appos")
    if not appositions or appositions[-1] > verb:
        return None
    last = appositions[-1]
    indices = sentence.subtree(last)
    first, after = indices[0], indices[-1] + 1
    opened = first > 0 and sentence[first - 1].text == ","
    between = sentence.tokens[after:verb]
    closed = any(token.upos == "PUNCT" for token in between) or (
        sentence[after - 1].upos == "PUNCT"
    )
    return last if opened and not closed else None


def _referent(sentence: Sentence, verb: int, subject: int) -> int | None:
    """Go from a relative pronoun to its noun; expletives speak for nobody."""
    word = sentence[subject].text.lower()
    called = _unclosed(sentence, verb, subject)
    if called is not None:
        return called
    contained = _author_of_container(sentence, verb, subject)
    if contained is not None:
        return contained
    if word == "there" or is_none(sentence, subject):
        return None
    if word in RELATIVE and sentence[subject].upos == "PRON":
        top = verb
        while sentence[top].deprel in {"conj", "xcomp"} and sentence[top].head >= 0:
            top = sentence[top].head
        if sentence[top].deprel == "acl:relcl":
            beside = just_before(sentence, subject) if word == "who" else None
            return antecedent(sentence, sentence[top].head, beside)
        if sentence[top].deprel not in {"root", "ccomp"}:
            return named_before(sentence, subject) if word == "who" else None
    return subject


def _inverted(sentence: Sentence, verb: int) -> int | None:
    """Find the subject that the parser took for an object: "warned the general"."""
    if sentence[verb].tag not in {"VBD", "VBZ", "VBP"} or verb == 0:
        return None
    if sentence[verb - 1].upos != "PUNCT" or sentence[verb].deprel == "conj":
        return None  # "called it a crime, summoned the envoy, and warned her"
    after = sentence.child(verb, *OBJECTS)
    if after is not None and after > verb and sentence.child(verb, "ccomp") is None:
        return after
    return None


def _modified(sentence: Sentence, verb: int, noun: int) -> int | None:
    if sentence[verb].deprel == "acl:relcl":
        return noun
    above = sentence[noun].head
    used = above >= 0 and sentence[above].lemma == "use"
    if sentence[verb].tag == "VB" and (sentence[noun].lemma in _SEIZED or used):
        # "took the occasion to thank", "was at pains to stress": whoever took it.
        predicate = noun if sentence.child(noun, "cop") is not None else above
        return None if predicate < 0 else sentence.subject(predicate)
    if sentence[verb].tag != "VBG":
        return None
    if sentence[noun].lemma in _WAYS and above >= 0 and sentence[noun].deprel == "obj":
        # "made a point of saying": whoever made it.
        return sentence.subject(above)
    sender = _sender(sentence, noun)
    if sender is not None:
        return sender
    if sentence[noun].deprel == "obj" and sentence[above].lemma in WRITING:
        # "emailed the mayor urging him to pay"
        return source_of(sentence, above)
    before = {sentence[verb - 1].text, *lead_in(sentence, verb)}
    apart = {",", "—", "–", "”", '"', "“"} & before
    if not apart or sentence[noun].deprel not in {"obj", "obl", "nmod"}:
        return noun
    # "Repeated the demand of the union, calling it just": not the union calls.
    current = noun
    while current >= 0 and sentence[current].upos not in {"VERB", "AUX"}:
        current = sentence[current].head
    return noun if current < 0 else sentence.subject(current)


def _sender(sentence: Sentence, noun: int) -> int | None:
    """Return who sent it: "the union sent a letter to the board urging it to pay".

    Args:
        sentence: The sentence.
        noun: What the participle was hung on: the letter or whom it was sent to.
    """
    text = noun
    if sentence[noun].lemma not in _STATEMENTS:
        above = sentence[noun].head
        if above < 0 or sentence.case_of(noun) != "to":
            return None
        sent = sentence[above].upos == "VERB"
        text = (sentence.child(above, "obj") or noun) if sent else above
    verb = sentence[text].head
    if sentence[text].lemma not in _STATEMENTS or sentence[text].deprel != "obj":
        return None
    if sentence[verb].lemma not in _STATING:
        return None
    return source_of(sentence, verb)


def _quoted_as(sentence: Sentence, verb: int, above: int) -> int | None:
    """Resolve "quoted the minister as saying": the one quoted speaks."""
    marks = [sentence[child].text.lower() for child in sentence.children(verb, "mark")]
    having = any(
        sentence[child].text.lower() == "having"
        for child in sentence.children(verb, "aux")
    )
    if "as" not in marks or not (having or sentence[verb].tag == "VBG"):
        return None
    if sentence.is_passive(above):
        return sentence.child(above, *SUBJECTS)
    return sentence.child(above, "obj")


def quoter_of(sentence: Sentence, verb: int) -> int | None:
    """Return who quotes in "SANA quoted the minister as saying", else ``None``."""
    above = sentence[verb].head
    if above < 0 or sentence[verb].deprel != "advcl":
        return None
    if _quoted_as(sentence, verb, above) is None:
        return None
    if sentence.is_passive(above):
        return sentence.child(above, "obl:agent")
    return source_of(sentence, above)


def verb_lemma(sentence: Sentence, verb: int) -> str:
    """Return the lemma of a verb with its particle."""
    lemma = sentence[verb].lemma.lower()
    particle = sentence.child(verb, "compound:prt")
    if particle is not None:
        lemma += "_" + sentence[particle].text.lower()
    return lemma


def stray_particle(sentence: Sentence, verb: int) -> int | None:
    """Return the "off" of "shrugged off the charge", taken for a preposition."""
    after = verb + 1
    if after >= len(sentence) or sentence[after].text.lower() not in _PARTICLES:
        return None
    phrase = sentence[after].head
    hung = sentence[after].deprel == "case" and phrase > after
    return after if hung and sentence[phrase].head == verb else None


def governor(sentence: Sentence, noun: int) -> int | None:
    """Return the verb whose object a noun is, through coordination.

    A noun that the parser hung on a parenthetical cue ("and, the ministry said, a
    message") belongs to the clause around it.
    """
    current = noun
    while sentence[current].deprel in {"conj", "appos"} and sentence[current].head >= 0:
        current = sentence[current].head
    relation, head = sentence[current].deprel, sentence[current].head
    if head < 0:
        return None
    if sentence[head].deprel == "parataxis" and relation in {"obl:npmod", "obj"}:
        above = sentence[head].head
        return above if above >= 0 and sentence[above].upos == "VERB" else None
    if relation in {"obj", "dep"} and sentence[head].upos == "VERB":
        return head
    if relation == "obl" and sentence[head].lemma in {"refer", "point", "allude"}:
        return head
    above = sentence[head].head
    if (
        relation == "nmod"
        and not sentence.case_of(current)
        and sentence[head].deprel == "obl"
        and sentence.case_of(head) == "to"
        and sentence[above].upos == "VERB"
    ):
        # "conveyed to the king the greetings of": no preposition, so an object.
        return above
    return None


def container_of(sentence: Sentence, verb: int, nouns: Container[str]) -> int | None:
    """Return the noun of saying in "a message in which he asked", else ``None``."""
    token = sentence[verb]
    if token.deprel != "acl:relcl" or token.head < 0:
        return None
    holder = token.head
    while (
        sentence[holder].lemma.lower() not in nouns
        and sentence[holder].deprel in {"nmod", "appos"}
        and sentence[holder].head >= 0
    ):
        # "the resolution of the Council, which demands": what demands is the text.
        holder = sentence[holder].head
    if sentence[holder].lemma.lower() not in nouns:
        return None
    for child in sentence.children(verb, "obl", "nsubj"):
        if sentence[child].text.lower() == "which" and child < verb:
            return holder
    return None


def subject_of_participle(sentence: Sentence, verb: int) -> int | None:
    """Find who says in "Ruiz was firm with those who left, saying, ...".

    A participle behind a comma that takes a quotation goes with the main clause.
    """
    token = sentence[verb]
    if token.tag != "VBG" or verb == 0 or token.deprel not in {"advcl", "acl"}:
        return None
    if "," not in {sentence[verb - 1].text, *lead_in(sentence, verb)}:
        return None
    subject = sentence.subject(sentence.root)
    if subject is None or subject > verb:
        return None
    word = sentence[subject]
    person = word.text.lower() in {"he", "she", "they", "i", "we"}
    return subject if person or word.upos == "PROPN" else None
