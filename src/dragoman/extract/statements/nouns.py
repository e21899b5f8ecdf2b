"""Nouns of saying: "his call for a truce"."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.statements.clauses import subtree
from dragoman.extract.statements.lexicon import Frames
from dragoman.extract.statements.order import first_word
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.sources import governor, source_of, verb_lemma
from dragoman.model.syntax import FINITE, OWNER_CASES, THEIRS, Sentence
from dragoman.text.calendar_names import CALENDAR

_PAYS = frozenset({"pay", "receive", "return"})
_VISITING = frozenset({"courtesy", "farewell", "phone", "telephone", "conference"})
_SPREAD = frozenset(
    {"make", "spread", "circulate", "disseminate", "publish", "issue", "voice"}
    | {"level", "raise", "broadcast", "report", "post", "carry", "put", "sign"}
)
_PERTAINING = frozenset({"to", "for", "of", "over", "about", "at", "towards"})
_SENT = frozenset(
    {"greeting", "greetings", "condolence", "condolences", "congratulation", "wish"}
    | {"congratulations", "regards", "felicitations", "message", "letter", "wishes"}
    | {"invitation", "thanks", "sympathy", "apology", "warning", "threat", "appeal"}
    | {"plea", "promise", "pledge", "ultimatum", "reminder", "offer", "assurance"}
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who says a noun, by which verb, passed on by whom."""

    verb: int | None
    owner: int
    relay: int | None
    state: bool
    supported: bool


def find_noun_attributions(reading: Reading, index: int) -> Iterator[Attribution]:
    """Yield what the nouns of saying of a sentence attribute."""
    sentence = reading.sentences[index]
    nouns = reading.lexicon.nouns
    said = nouns.keys()
    for noun in sorted({*sentence.find_lemmas(said), *sentence.find_words(said)}):
        token = sentence[noun]
        if token.upos != "NOUN":
            continue
        frames = nouns.get(token.lemma.lower())
        if frames is None:
            frames = nouns.get(token.text.lower())
        if frames is None or _is_quoted(reading, sentence, noun):
            continue
        if sentence.is_negated(noun) or _is_paid(sentence, noun):
            continue
        attribution = _attribute(reading, index, noun, frames)
        if attribution is not None:
            yield attribution


def _is_quoted(reading: Reading, sentence: Sentence, noun: int) -> bool:
    """Tell a noun inside quoted words from 'voiced “disgust”', which is all of them."""
    quotation = reading.quotation_at(sentence[noun].start)
    if quotation is None:
        return False
    whole = sentence[noun].start == quotation.start
    return not (whole and sentence[noun].end + 1 >= quotation.end)


def _is_paid(sentence: Sentence, noun: int) -> bool:
    """Tell "paid a courtesy call on the mayor", a visit, from "his call on Mali to"."""
    above = sentence[noun].head
    paid = above >= 0 and sentence[above].lemma in _PAYS
    kinds = {sentence[c].lemma for c in sentence.children(noun, "amod", "compound")}
    return sentence[noun].lemma == "call" and (paid or bool(kinds & _VISITING))


def _attribute(
    reading: Reading, index: int, noun: int, frames: Frames
) -> Attribution | None:
    sentence = reading.sentences[index]
    voice = _voice(reading, sentence, noun)
    if voice is None or has_lost_its_verb(sentence, noun):
        return None
    found = (
        _voiced(sentence, noun, frames)
        if voice.state
        else _content(sentence, noun, voice.owner, frames, supported=voice.supported)
    )
    if found is None:
        return None
    frame, tokens, core = found
    verb, owner, relay = voice.verb, voice.owner, voice.relay
    told = () if verb is None else _receivers(sentence, verb, noun)
    if frame == "inf":
        # "the appeal of the bishop to the rebels to leave"
        told += tuple(
            child
            for child in sentence.children(noun, "nmod")
            if noun < child < core and sentence.case_of(child) == "to"
        )
    if voice.state:
        # "reiterated his commitment to peace": peace is told nothing.
        told = tuple(one for one in told if one < noun or one not in tokens)
    whole = tokens
    for one in told:
        if noun not in sentence.subtree(one):
            tokens -= subtree(sentence, one)
    if frame == "self" and all(
        one == noun or sentence[one].deprel in {"det", "amod", "nmod:poss"}
        for one in tokens
    ):
        tokens = whole  # "a warning" says too little without "to travellers"
    tokens = _without_cues(reading, sentence, noun, tokens)
    content = reading.stretches(sentence, tokens - {owner} if frame == "" else tokens)
    if not content:
        return None
    return Attribution(
        sentence=index,
        cue=noun,
        cue_span=(sentence[noun].start, sentence[noun].end),
        source=owner,
        source_sentence=index,
        content=content,
        frame="noun-" + frame,
        act=frames[frame],
        addressees=told,
        core=core,
        relay=None if relay == owner else relay,
    )


def _voice(reading: Reading, sentence: Sentence, noun: int) -> _Voice | None:
    """Find who says a noun of saying, ``None`` if nobody does."""
    verb = governor(sentence, noun)
    if verb is None:
        verb = _accompanied(sentence, noun)
    owner = owner_of(sentence, noun)
    relay: int | None = None
    if verb is not None and not is_said(sentence, verb, reading.lexicon):
        verb = None
        if owner is None:
            return None
    lemma = "" if verb is None else verb_lemma(sentence, verb)
    supported = lemma in reading.lexicon.supports
    state = (
        sentence[noun].lemma.lower() in reading.lexicon.states
        or sentence[noun].text.lower() in reading.lexicon.states
    )
    if state and not supported:
        return None
    if verb is not None and supported and owner is not None:
        # "the union renewed its call": the union's
        own = sentence[owner].tag == "PRP$" and sentence[owner].text.lower() in THEIRS
        owner = None if own else owner
    with_it = verb is not None and sentence.case_of(noun) == "with"
    if with_it and sentence[noun].lemma.lower() == "report" and owner is None:
        return None  # "accused Lee, with reports of a fire": whose is not told
    if verb is not None and (supported or with_it) and (state or owner is None):
        owner = source_of(sentence, verb)
    elif verb is not None and lemma in reading.lexicon.relays:
        relay = source_of(sentence, verb)
    if owner is None or owner == noun:
        return None
    return _Voice(verb, owner, relay, state=state, supported=supported)


def has_lost_its_verb(sentence: Sentence, noun: int) -> bool:
    """Tell "Remarks by Ruiz on the fee alarm traders.", all of it taken for names.

    Prose with a full stop has a finite verb; where the parse has none, the verb
    stands somewhere in what would be the content. A headline has no full stop.
    """
    top = noun
    while sentence[top].head >= 0 and sentence[top].upos not in {"VERB", "AUX"}:
        top = sentence[top].head
    stopped = any(token.text == "." for token in sentence.tokens[-2:])
    finite = any(token.tag in FINITE for token in sentence)
    return stopped and not finite and sentence[top].upos == "NOUN"


def _accompanied(sentence: Sentence, noun: int) -> int | None:
    """Return the verb in "signed the decree with the remark that ..."."""
    verb = sentence[noun].head
    if sentence[noun].deprel != "obl" or sentence.case_of(noun) != "with":
        return None
    if verb < 0 or sentence[verb].upos != "VERB" or verb > noun:
        return None
    clause = sentence.children(noun, "acl", "ccomp")
    return verb if clause else None


def _without_cues(
    reading: Reading, sentence: Sentence, noun: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut what the same speaker adds: "his support for the plan, calling it just".

    Of "a letter from Ruiz saying that" nothing is left: "saying" is the cue.
    """
    first = min(tokens, default=noun)
    if first > noun and sentence[first].tag == "VBG":
        told = sentence.child(first, "ccomp") is not None
        if told and verb_lemma(sentence, first) in reading.lexicon.verbs:
            return frozenset()
    for index in sorted(tokens):
        token = sentence[index]
        if index <= noun + 1 or token.tag != "VBG" or index not in tokens:
            continue
        quoted = reading.quotation_at(token.start) is not None
        apart = sentence[index - 1].upos == "PUNCT" and not quoted
        if apart and verb_lemma(sentence, index) in reading.lexicon.verbs:
            # Words drawn under the cue though they stand before it remain.
            below = frozenset(t for t in sentence.subtree(index) if t >= index)
            tokens -= below
    return tokens


def owner_of(sentence: Sentence, noun: int) -> int | None:
    """Return who says or feels a noun: "his call", "the call of the bishop"."""
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    holders = [noun, *sentence.children(noun, "conj")]
    for child in (c for one in holders for c in sentence.children(one, "nmod", "acl")):
        case = sentence.case_of(child)
        if child < noun or case not in OWNER_CASES:
            continue
        if case == "of" and not (
            sentence[noun].lemma in {"greeting", "greetings"}
            or _is_author(sentence, noun, child)
        ):
            continue
        if sentence[child].upos in {"NOUN", "PROPN", "PRON"}:
            return child
    spreader = _spreader(sentence, noun)
    return _publisher(sentence, noun) if spreader is None else spreader


def _publisher(sentence: Sentence, noun: int) -> int | None:
    """Return the body of "a Harbour Post report that ..."."""
    if not any(child > noun for child in sentence.children(noun, "acl", "ccomp")):
        return None
    for child in sentence.children(noun, "compound"):
        token = sentence[child]
        if token.upos == "PROPN" and token.entity.endswith(("ORG", "PERSON")):
            return child
    return None


def _spreader(sentence: Sentence, noun: int) -> int | None:
    """Find who spread it: "the rumour put about by the radio that ..."."""
    for child in sentence.children(noun, "acl"):
        if sentence[child].lemma in _SPREAD:
            agent = sentence.child(child, "obl:agent")
            if agent is not None:
                return agent
    return None


def _is_author(sentence: Sentence, noun: int, owner: int) -> bool:
    """Tell "the proposal of the chairman that ..." from "the promise of help"."""
    clause = sentence.children(noun, "acl", "ccomp")
    verb = sentence[noun].head
    if verb >= 0 and sentence[noun].deprel == "obj":
        clause = clause + sentence.children(verb, "ccomp")
    human = sentence[owner].upos == "PROPN" or any(
        sentence[c].upos == "PROPN" for c in sentence.children(owner, "appos", "nmod")
    )
    return human and any(child > owner for child in clause)


def _content(
    sentence: Sentence, noun: int, owner: int, frames: Frames, *, supported: bool
) -> tuple[str, frozenset[int], int] | None:
    clauses = sentence.children(noun, "acl", "ccomp", "acl:relcl")
    clauses.extend(_infinitive_behind(sentence, noun))
    for child in clauses:
        if child < noun or child == owner:
            continue
        marks = {
            sentence[c].text.lower() for c in sentence.children(child, "mark", "aux")
        }
        if "clause" in frames and ("that" in marks or _is_content(sentence, child)):
            return "clause", subtree(sentence, child), child
        if "inf" in frames and "to" in marks:
            return "inf", subtree(sentence, child), child
    return _loose_content(sentence, noun, owner, frames, supported=supported)


def _infinitive_behind(sentence: Sentence, noun: int) -> list[int]:
    """Return an infinitive right behind a noun that was hung on its verb.

    "Recalled his order to arm the valley": no purpose of recalling.
    """
    verb = sentence[noun].head
    if verb < 0 or verb > noun or sentence[noun].deprel != "obj":
        return []
    end = sentence.subtree(noun)[-1]
    return [
        child
        for child in sentence.children(verb, "advcl", "xcomp")
        if first_word(sentence, child) == end + 1
    ]


def _is_content(sentence: Sentence, clause: int) -> bool:
    """Tell "the rumour that he had left" from "the rumour that he spread"."""
    relative = [c for c in sentence.children(clause, "obj") if sentence[c].tag == "WDT"]
    if not relative or sentence[relative[0]].text.lower() != "that":
        return False
    subject = sentence.child(clause, "nsubj", "nsubj:pass")
    verb = sentence[clause]
    return subject is not None and verb.tag == "VBN" and verb.lemma not in _SPREAD


def _loose_content(
    sentence: Sentence, noun: int, owner: int, frames: Frames, *, supported: bool
) -> tuple[str, frozenset[int], int] | None:
    """Find a clause that hangs on the verb, a phrase, or the noun itself."""
    verb = sentence[noun].head
    if "clause" in frames and verb >= 0 and sentence[noun].deprel == "obj":
        # "repeated the proposal of A, B, that ...": the clause hangs on the verb.
        # "sent word from Rome that ...": it hangs there as an adverbial clause.
        for child in sentence.children(verb, "ccomp", "advcl"):
            marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
            if child > owner > noun or (child > noun and "that" in marks):
                that = min(first_word(sentence, child), child)
                tokens = frozenset(t for t in sentence.subtree(child) if t >= that)
                return "clause", tokens, child
    if "clause" in frames and (behind := _behind_colon(sentence, noun)):
        return "clause", behind, -1
    for child in _phrases_of(sentence, noun):
        case = sentence.case_of(child)
        if sentence[child].text in CALENDAR:
            # "issued a statement on Sunday": when, not what about.
            continue
        if child > noun and child != owner and case in frames:
            cases = set(sentence.children(child, "case"))
            return case, subtree(sentence, child) - cases, child
    if "self" in frames and supported:
        whole = subtree(sentence, noun)
        whole |= _strayed(sentence, noun, frames)
        if len(whole) > 1:
            return "self", whole, noun
    return None


def _behind_colon(sentence: Sentence, noun: int) -> frozenset[int]:
    """Return what "a message from the minister: the road stays shut" spells out."""
    colon = sentence.reach(noun)[1] + 1
    behind = range(colon + 1, len(sentence))
    if colon >= len(sentence) or sentence[colon].text != ":" or not behind:
        return frozenset()
    quoted = sentence[behind[0]].upos == "PUNCT"
    told = any(sentence[one].tag in FINITE for one in behind)
    return frozenset(behind) if told and not quoted else frozenset()


def _phrases_of(sentence: Sentence, noun: int) -> list[int]:
    """Return the phrases of a noun, and those right behind it on its verb."""
    found = sentence.children(noun, "nmod", "obl", "acl")
    verb = sentence[noun].head
    if verb < 0 or verb > noun or sentence[noun].deprel not in {"obj", "conj"}:
        return found
    end = sentence.subtree(noun)[-1]
    found.extend(
        child
        for child in sentence.children(verb, "obl", "advcl", "xcomp")
        if first_word(sentence, child) == end + 1
    )
    return found


def _strayed(sentence: Sentence, noun: int, frames: Frames) -> frozenset[int]:
    """Return a phrase that belongs to a noun but was hung on its verb.

    "Voiced concern over the floods", "reiterated his commitment to peace".
    """
    own = set(sentence.children(noun))
    for child in _phrases_of(sentence, noun):
        case = sentence.case_of(child)
        fits = case in frames or case in _PERTAINING
        if child not in own and child > noun and fits:
            return subtree(sentence, child)
    return frozenset()


def _voiced(
    sentence: Sentence, noun: int, frames: Frames
) -> tuple[str, frozenset[int], int] | None:
    whole = subtree(sentence, noun) | _strayed(sentence, noun, frames)
    frame = "self" if "self" in frames else next(iter(frames))
    return (frame, whole, noun) if len(whole) > 1 else None


def _receivers(sentence: Sentence, verb: int, noun: int) -> tuple[int, ...]:
    found = [c for c in sentence.children(verb, "iobj") if c != noun]
    found.extend(
        child
        for child in sentence.children(verb, "obl")
        if sentence.case_of(child) == "to" and child != noun
    )
    if sentence[noun].lemma.lower() in _SENT:
        # "conveyed the greetings of the king to the envoy": hung on the greetings.
        holders = [noun, *sentence.children(noun, "nmod")]
        found.extend(
            child
            for holder in holders
            for child in sentence.children(holder, "nmod")
            if sentence.case_of(child) == "to"
        )
    return tuple(found)
