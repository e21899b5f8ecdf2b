"""Whether a cue tells that something was said, or denies or imagines it."""

from collections.abc import Iterator

from dragoman.extract.statements.lexicon import Lexicon
from dragoman.extract.statements.occasions import OCCASIONS
from dragoman.extract.statements.sources import is_reduced, is_wrung
from dragoman.model.syntax import FUTURE, PAST, SUBJECTS, Sentence
from dragoman.text.embedding import CANCELLED, DENIED, HYPOTHETICAL
from dragoman.text.governors import find_governor, is_doubted, put

_ASKS = frozenset({"ask", "press", "question", "quiz", "challenge", "tell", "urge"})
_UNREAL = frozenset(
    {"would", "could", "may", "might", "should", "can", "must", "will", "shall"}
    | {"'ll", "’ll", "'d", "’d", "wo", "ca", "ought"}
)
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly"})
_GRUDGES = frozenset({"would", "will", "'d", "’d"})
_GRUDGED = frozenset({"say", "confirm", "tell", "add", "reveal", "disclose", "concede"})
_ASKED = frozenset({"ccomp", "csubj", "xcomp", "conj", "advcl"})
_HYPOTHETICAL = frozenset(
    {"if", "unless", "whether", "lest", "until", "provided", "providing", "without"}
)
_WHEN = frozenset({"when", "once", "as", "after", "before", "until", "whenever"})

_SUPPOSING = frozenset({"provided", "providing", "suppose", "supposing"})
_UNDONE = frozenset({DENIED, CANCELLED})
_LINKS = ("mark", "case", "advmod")
_SAID_TO_BE = frozenset({"say", "report", "believe", "think", "know", "understand"})
_KEPT_BACK = frozenset(
    {"decline", "refuse", "fail", "neglect", "try", "attempt", "struggle", "seek"}
)
_HUNG = frozenset({"xcomp", "advcl"})
_RISES = frozenset({"write", "rise", "wish", "want", "like", "beg"})
# "The Embassy wishes to state that": said so by whoever publishes it.
_WISHES = frozenset({"wish", "regret", "beg", "desire"})
# "Took the opportunity to thank": done on it.
_OPENINGS = frozenset({"opportunity", "occasion", "chance", "moment"})
_SEIZES = frozenset({"take", "use", "seize", "grab", "avail", "find"})
_PAINS = frozenset({"pain"})


def is_said(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a cue says that something was said, or denies or imagines it."""
    head = sentence[verb].head
    if sentence[verb].tag in PAST and (
        _is_undergone(sentence, verb) or _is_of_others(sentence, verb)
    ):
        return False
    supposed = sentence[head].text.lower() in _SUPPOSING
    if sentence[verb].deprel == "ccomp" and supposed:
        return False
    if is_doubted(sentence, verb) or _is_asked(sentence, verb):
        return False
    kept = _is_shunned(sentence, verb) or _is_left_unsaid(sentence, verb)
    if kept or _is_awaited(sentence, verb):
        return False
    infinitive = False
    grudging = _is_grudging(sentence, verb)
    for child, word in _small_words(sentence, verb):
        if word in _GRUDGES and grudging:
            continue
        if word in _NEGATIONS or word in _HYPOTHETICAL or word in _UNREAL:
            return False
        plain = sentence[verb].tag == "VB"
        infinitive = infinitive or (word == "to" and child < verb and plain)
    bare = sentence[verb].tag == "VB" and sentence[verb].deprel == "xcomp"
    if infinitive or (bare and sentence[head].lemma == "help"):
        return _goes_on(sentence, verb, lexicon)
    plain = sentence[verb].tag in {"VB", "VBP"}
    if plain and sentence[verb].deprel == "conj" and not sentence.child(verb, "nsubj"):
        # "plans to visit and announce": what holds for the first holds here.
        return is_said(sentence, sentence[verb].head, lexicon)
    return not _is_bare(sentence, verb)


def _is_undergone(sentence: Sentence, verb: int) -> bool:
    """Tell "Asked if he would stay, Ruiz left", who was asked, from "asked"."""
    if sentence[verb].deprel != "advcl":
        return _is_caused(sentence, verb)
    return verb == 0 or (sentence[verb].lemma in _ASKS and _is_when(sentence, verb))


def _is_caused(sentence: Sentence, verb: int) -> bool:
    """Tell "wants to have him declared a fugitive" from "had declared"."""
    head = sentence[verb].head
    return (
        head >= 0
        and sentence[verb].deprel in {"xcomp", "ccomp", "acl"}
        and sentence[head].lemma in {"have", "get", "want", "see"}
        and sentence.child(verb, "aux", "aux:pass", "obl:agent") is None
    )


def _is_when(sentence: Sentence, verb: int) -> bool:
    """Tell "said no when asked", where nobody is said to ask."""
    before = sentence[verb - 1].text.lower()
    return before in _WHEN | {"if", "though"}


def _is_grudging(sentence: Sentence, verb: int) -> bool:
    """Tell "would say only that" and "will only confirm that": so much was said."""
    if sentence[verb].tag != "VB" or sentence[verb].lemma not in _GRUDGED:
        return False
    beside = (*sentence.children(verb, "advmod"), verb + 1)
    return any(
        place < len(sentence) and sentence[place].text.lower() in {"only", "just"}
        for place in beside
        if place <= verb + 1
    )


def _is_asked(sentence: Sentence, verb: int) -> bool:
    """Tell "Does she condemn it?" and "Is it true that she threatened to leave?".

    "Why did she condemn it?" takes for granted that she did.
    """
    last = next((t for t in reversed(sentence.tokens) if t.upos != "SYM"), None)
    if last is None or "?" not in last.text:
        return False
    top = verb
    while sentence[top].deprel in _ASKED and sentence[top].head >= 0:
        top = sentence[top].head
    if sentence[top].deprel not in {"root", "parataxis", "ccomp"}:
        return False
    subject = sentence.child(top, *SUBJECTS, "expl")
    ahead = sentence.children(top, "aux", "aux:pass", "cop")
    if subject is None or not ahead or ahead[0] > subject:
        return False
    return not any(
        token.tag in {"WP", "WRB", "WDT", "WP$"} for token in sentence.tokens[:subject]
    )


def _is_shunned(sentence: Sentence, verb: int) -> bool:
    """Tell "should not get carried away in blaming them" from "erred in blaming"."""
    token = sentence[verb]
    if token.tag != "VBG" or token.deprel != "advcl" or token.head > verb:
        return False
    case = {sentence[c].text.lower() for c in sentence.children(verb, "mark", "case")}
    around = {
        sentence[c].text.lower() for c in sentence.children(token.head, "aux", "advmod")
    }
    return bool(case & {"in", "from", "into"}) and bool(
        around & _UNREAL and around & _NEGATIONS
    )


def _is_left_unsaid(sentence: Sentence, verb: int) -> bool:
    """Tell "stopped short of calling it a war", "avoided saying so" from words said.

    So is "calling him a liar helps nobody", which nobody does.
    """
    token = sentence[verb]
    if token.tag != "VBG" or token.head < 0:
        return False
    beside = {sentence[c].text.lower() for c in sentence.children(verb, *_LINKS)}
    if token.deprel == "csubj" or beside & {"where", "when", "instead", "rather"}:
        return sentence.child(verb, "nsubj") is None
    governor = find_governor(sentence, verb)
    kept = governor is not None and governor.signature.holds in _UNDONE
    return kept and put(sentence, verb) in _UNDONE | {HYPOTHETICAL}


def _is_of_others(sentence: Sentence, verb: int) -> bool:
    """Tell "a man said to be ill", of whom others say so, and "Ruiz, asked why,"."""
    token = sentence[verb]
    if sentence.child(verb, "aux", "aux:pass", "obl:agent") is not None:
        return False
    if token.deprel == "acl" and token.lemma in _ASKS and token.tag == "VBN":
        return sentence.child(verb, *SUBJECTS, "obj") is None
    after = sentence.tokens[verb + 1 : verb + 3]
    return (
        token.lemma in _SAID_TO_BE
        and len(after) > 1
        and after[0].tag == "TO"
        and after[1].lemma in {"be", "have"}
    )


def _is_awaited(sentence: Sentence, verb: int) -> bool:
    """Tell "once both sides agree on the text, it will be published" from a fact."""
    token = sentence[verb]
    if token.deprel != "advcl" or token.tag not in {"VBP", "VBZ"}:
        return False
    first = sentence.subtree(verb)[0]
    above = token.head
    if sentence[above].lemma in {"soon", "long"} and sentence[above].head >= 0:
        first, above = sentence.subtree(above)[0], sentence[above].head
    future = any(
        sentence[c].text.lower() in FUTURE for c in sentence.children(above, "aux")
    )
    return future and sentence[first].text.lower() in _WHEN


def is_withheld(sentence: Sentence, verb: int) -> bool:
    """Tell whether a cue would say something if it were not denied.

    "Ruiz has not said when he will go", "they do not want a war", "she declined to
    say who paid".
    """
    if sentence[verb].deprel != "csubj" and _is_left_unsaid(sentence, verb):
        return True
    head = sentence[verb].head
    infinitive = sentence[verb].tag == "VB" and sentence[verb].deprel in _HUNG
    denied = infinitive and (
        sentence[head].lemma in _KEPT_BACK or _is_yet(sentence, head)
    )
    holder = head if denied else verb
    for child, word in _small_words(sentence, verb):
        if denied and word == "to" and child < verb:
            continue
        if word in _HYPOTHETICAL or word in _UNREAL or word == "to":
            return False
        denied = denied or word in _NEGATIONS
    return denied and sentence.child(holder, *SUBJECTS) is not None


def _is_yet(sentence: Sentence, verb: int) -> bool:
    """Tell "has yet to say why" by "has yet"."""
    words = {sentence[c].text.lower() for c in sentence.children(verb, "advmod")}
    return sentence[verb].lemma in {"have", "be"} and "yet" in words


def _small_words(sentence: Sentence, verb: int) -> Iterator[tuple[int, str]]:
    """Yield auxiliaries, marks and adverbs of a cue.

    Behind its verb such a word belongs to what is reported.
    """
    for child in sentence.children(verb, "aux", "mark", "advmod", "cc", "cc:preconj"):
        if child <= verb + 2 and _beside(sentence, child, verb):
            yield child, sentence[child].text.lower()


def _beside(sentence: Sentence, child: int, verb: int) -> bool:
    """Tell whether a word belongs to the verb: no quotation lies between them.

    Parsers hang a "will" of the quoted words on the cue that follows them.
    """
    between = sentence.tokens[min(child, verb) + 1 : max(child, verb)]
    return not any(token.tag in {"``", "''"} for token in between)


def _goes_on(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    head = sentence[verb].head
    asks = sentence[verb].lemma == "know" and sentence[head].lemma in {"want", "wish"}
    wrung = is_wrung(sentence, verb)
    if sentence[head].lemma in _RISES and sentence[verb].deprel in {"advcl", "xcomp"}:
        # "I write to ask you", "we wish to thank": done by saying so.
        subject = sentence.child(head, "nsubj")
        if subject is not None and sentence[subject].text.lower() in {"i", "we"}:
            return sentence[head].tag in {"VBP", "VB", "VBG"}
    if sentence[verb].deprel == "acl":
        taken = _above(sentence, head)
        return _is_seized(sentence, head) and is_said(sentence, taken, lexicon)
    # "was quick to note": hung on its adjective as a purpose; "went on to note": so is
    # what follows at once.
    near = sentence[head].upos == "ADJ" or sentence[head].lemma == "use"
    near = near or _follows(sentence, head, verb)
    hung = {"xcomp", "advcl"} if near else {"xcomp"}
    wished = sentence[head].lemma in _WISHES and sentence[head].tag in {"VBZ", "VBP"}
    return (
        sentence[verb].deprel in hung
        and (asks or wrung or wished or sentence[head].lemma in lexicon.goes_on)
        and is_said(sentence, head, lexicon)
    )


def _follows(sentence: Sentence, head: int, verb: int) -> bool:
    """Tell whether only particles and "to" stand between a verb and an infinitive."""
    between = sentence.tokens[head + 1 : verb]
    small = {"TO", "RP", "RB", "IN"}
    return head < verb and all(token.tag in small for token in between)


def _is_seized(sentence: Sentence, noun: int) -> bool:
    """Tell "took this opportunity to thank" and "was at pains to stress"."""
    lemma = sentence[noun].lemma.lower()
    if lemma in _PAINS:
        return sentence.case_of(noun) == "at"
    above = sentence[noun].head
    if above < 0 or sentence[noun].deprel != "obj":
        return False
    # "used his sermon to denounce it"
    speech = sentence[above].lemma == "use" and lemma in OCCASIONS
    return speech or (lemma in _OPENINGS and sentence[above].lemma in _SEIZES)


def _above(sentence: Sentence, noun: int) -> int:
    """Return the verb of a seized occasion, or the predicate that it is itself."""
    return sentence[noun].head if sentence[noun].deprel == "obj" else noun


def _is_bare(sentence: Sentence, verb: int) -> bool:
    """Tell whether a cue is an imperative or a participle that modifies a noun."""
    token = sentence[verb]
    if sentence.child(verb, "nsubj", "csubj", "aux") is not None:
        return False
    if is_reduced(sentence, verb):
        return False
    if token.tag == "VBN" or (token.tag == "VBD" and token.deprel == "acl"):
        return token.deprel in {"acl", "amod", "advcl", "compound"}
    if token.tag == "VB":
        return token.deprel in {"root", "conj", "parataxis"}
    return token.deprel in {"amod", "compound"}
