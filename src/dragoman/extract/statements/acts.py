"""The act of a statement, refined by its words."""

import re

from dragoman.extract.statements.conditions import sentences_in
from dragoman.extract.statements.content_words import Said
from dragoman.extract.statements.reading import (
    Attribution,
    Reading,
    Stretch,
    cue_lemma,
)
from dragoman.extract.statements.threats import IN_KIND, OWN, is_threat
from dragoman.model.syntax import FUTURE, TENSED, Sentence

# Only cues that say nothing of the act by themselves are refined.
_NEUTRAL = frozenset({"assert", "announce", "warn"})

_DIRECT = frozenset({"quote", "turn"})
_SELF = frozenset({"we", "i"})
_HIMSELF = frozenset({"he", "she", "it", "they"})
_OWN_SIDE = frozenset({"i", "we", "he", "she", "they", "it"})
# What happens to one, and is not promised.
_FATES = frozenset({"see", "know", "find", "miss", "need", "learn", "hear", "become"})
# What may be is not promised: "we will either meet or we will not".
_HEDGES = re.compile(
    r"\b(?:maybe|perhaps|possibl[ey]|probably|either|might|may)\b", re.IGNORECASE
)
# "The question is, who will pay?" tells what is asked, and asks nobody.
_POSED = re.compile(r"\bquestion (?:is|was|remains)\b", re.IGNORECASE)
# Of one's own side, or of nobody, it is denied; of others it is only said.
_OWN_DENIAL = re.compile(
    r"(?:i|we|he|she|it|they|my|our|his|her|its|their|there|this|that|no|none|nobody|"
    r"nothing|neither|never|not)\b",
    re.IGNORECASE,
)
_ASIDE = frozenset({"advcl", "acl", "acl:relcl", "csubj"})
_ASSURING = frozenset({"assure", "reassure"})
_OBLIGING = frozenset({"must"})
# Said of oneself in so many words: "we condemn this attack" condemns.
_PERFORMATIVE = {
    "condemn": "condemn",
    "denounce": "condemn",
    "deplore": "condemn",
    "reject": "reject",
    "oppose": "reject",
    "refuse": "reject",
    "deny": "deny",
    "demand": "demand",
    "urge": "request",
    "call": "request",
    "ask": "request",
    "appeal": "request",
    "request": "request",
    "implore": "request",
    "beg": "request",
    "warn": "warn",
    "caution": "warn",
    "promise": "pledge",
    "pledge": "pledge",
    "vow": "pledge",
    "swear": "pledge",
    "guarantee": "pledge",
    "thank": "thank",
    "praise": "praise",
    "commend": "praise",
    "salute": "praise",
    "welcome": "praise",
    "applaud": "praise",
    "congratulate": "praise",
    "accuse": "accuse",
    "blame": "accuse",
    "order": "direct",
    "agree": "agree",
    "accept": "agree",
}
_DENIAL = re.compile(
    r"^No, |\b(?:is|are|was|were) (?:\w+ly )?(?:an? |pure )*"
    r"(?:baseless|false|untrue|unfounded|groundless|fabricated|fabrications?|"
    r"not true|lies?|nonsense|disinformation|inventions?)\b|"
    r"^[Nn]ot guilty\b|"
    r"\bnever (?:said|did|happened|took place|existed|made|met|gave)\b|"
    r"\b(?:no|not a (?:word|grain) of) truth\b",
)
# What one's own side will not bear: "we will never allow it".
_NEVER = re.compile(
    r"\b[Ww]e (?:will|shall|would) (?:not|never) (?:ever )?(?:tolerate|allow|permit|"
    r"stand by|sit idly|remain silent)\b",
)
# Nothing of it was one's doing: "had nothing to do with the raid".
_DISTANCE = re.compile(
    r"\b(?:(?:has|have|had) nothing to do with|(?:is|are|was|were) not (?:involved|"
    r"responsible|behind|aware of)|(?:has|have|had|played|plays) no (?:role|part|hand|"
    r"involvement|knowledge|links?) )",
)
_NO = (" nothing ", " not ", " no ")
_UNTRUE = re.compile(
    r"(?:it|this|that) (?:is|was) (?:not true|untrue|false)\b|"
    r"never (?:made|said|happened|existed|took place|sent|signed|paid|met)\b|"
    r"not true\b",
    re.IGNORECASE,
)
# Who insists that something is not so answers those who say that it is.
_INSISTING = frozenset({"insist", "maintain", "protest"})
_NEGATED = re.compile(
    r"(?:[^\s,;.]+ ){0,6}(?:not|never|no|nothing|nobody|none|neither|\w+n[’']t)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"(?:thank you|thanks|many thanks)\b", re.IGNORECASE)
# How many words at the end of "called the tour a sham" may be the predicate.
_TAIL = 5
# How many words stand before an imperative, at most: "Please, do not".
_OPENING_WORDS = 4
# Imperatives that order nothing.
_NO_ORDERS = frozenset(
    {"let", "look", "see", "ask", "imagine", "remember", "believe", "listen", "thank"}
    | {"forget", "say", "think", "suppose", "consider", "take", "know", "welcome"}
    | {"bless", "call", "mind", "guess", "be", "have", "try"}
)
_COMMITMENT = re.compile(
    r"\b(?:commitment|readiness|willingness|determination|resolve|pledge|vow)\b",
    re.IGNORECASE,
)


def refine_act(
    reading: Reading,
    one: Attribution,
    content: Stretch,
    condition: Stretch | None,
    *,
    part: bool = False,
) -> str:
    """Return the act of a statement in the light of its words.

    Args:
        reading: The document.
        one: Who says it, by which cue.
        content: Offsets of the content.
        condition: Offsets of its condition.
        part: Whether this is a sentence of a longer speech, in which a question or
            an imperative does not stand for itself.
    """
    act, frame, cue = one.act or "assert", one.frame, cue_lemma(reading, one)
    if act == "pledge":
        act = _of_pledge(reading, frame, content, cue)
    if act not in _NEUTRAL:
        return act
    form = "" if part and frame in _DIRECT else frame
    plain = _by_form(reading, act, form, content, cue)
    if plain is not None:
        return plain
    if act == "warn":
        return act
    if frame in {"object", "noun-self"}:
        return _of_phrase(reading, act, content)
    said = Said(content, tuple(sentences_in(reading, content)))
    if is_threat(reading, one, said, condition):
        return "threaten"
    performed = _performed(said, own_country=frame == "turn") or _of_himself(
        said, frame
    )
    if performed is not None:
        return performed
    if act != "assert":
        return act
    found = _asserted(reading, frame, said, cue)
    if found == "assert" and form in _DIRECT:
        return _told_to_do(said.tokens) or found
    return found


def _of_pledge(reading: Reading, frame: str, content: Stretch, cue: str) -> str:
    """Return what a pledge is by its words: "vowed revenge", "swore he had not"."""
    if _is_revenge(reading, content):
        return "threaten"
    words = reading.document.text[content[0] : content[1]].lower()
    if cue == "swear" and frame == "clause" and FUTURE.isdisjoint(words.split()):
        return "deny" if _NEGATED.match(words) else "assert"
    return "pledge"


def _is_revenge(reading: Reading, content: Stretch) -> bool:
    """Tell whether hostile consequences are promised: "vowed revenge"."""
    provocation = reading.lexicon.provocation
    words = reading.document.text[content[0] : content[1]].lower()
    provoked = any(word in provocation for word in re.findall(r"\w+", words))
    return any(
        (
            token.lemma.lower() in reading.lexicon.consequence
            or (provoked and token.lemma.lower() in IN_KIND)
        )
        and not sentence.is_negated(index)
        for sentence in sentences_in(reading, content)
        for index, token in enumerate(sentence)
        if content[0] <= token.start < content[1]
    )


def _by_form(
    reading: Reading, act: str, frame: str, content: Stretch, cue: str
) -> str | None:
    """Return an act that frame and cue settle, whatever else is said."""
    if frame == "as" and act == "assert":
        return _of_predicate(reading, content)
    if frame in _DIRECT and _asks_something(reading, content):
        return "request"
    if cue in _ASSURING and frame in {"clause", "quote"}:
        text = reading.document.text[content[0] : content[1]].lower()
        words = set(re.findall(r"[’']?\w+", text))
        return "pledge" if words & FUTURE else act
    return None


def _asserted(reading: Reading, frame: str, said: Said, cue: str) -> str:
    """Return what an assertion does by its words: deny, pledge, demand, or assert."""
    text = reading.document.text[said.content[0] : said.content[1]]
    direct = frame in _DIRECT
    if direct and _NEVER.search(text):
        return "warn"
    distant = any(word in text for word in _NO) and _DISTANCE.search(text)
    if distant or (direct and _DENIAL.search(text)):
        return "deny"
    insisted = cue in _INSISTING and _OWN_DENIAL.match(text)
    if _UNTRUE.match(text) or (insisted and _NEGATED.match(text)):
        return "deny"
    if direct and _THANKS.match(text):
        return "thank"
    if _is_pledge(reading, said, frame):
        return "pledge"
    if frame != "according" and _is_demand(said):
        return "demand"
    return "assert"


def _of_phrase(reading: Reading, act: str, content: Stretch) -> str:
    words = reading.document.text[content[0] : content[1]]
    head = re.split(r"[,;]| that ", " ".join(words.split()[:6]))[0]
    return "pledge" if _COMMITMENT.search(head) else act


def _of_predicate(reading: Reading, content: Stretch) -> str:
    """Return what it does to call something so: "a lie", "cowardly", "historic"."""
    words = re.findall(r"\w+", reading.document.text[content[0] : content[1]].lower())
    predicates = reading.lexicon.predicates
    acts = [predicates[word] for word in words[-_TAIL:] if word in predicates]
    return acts[-1] if acts else "assert"


def _asks_something(reading: Reading, content: Stretch) -> bool:
    """Tell direct speech that is one question."""
    words = reading.document.text[content[0] : content[1]].rstrip(" ”\"’'")
    one = words.endswith("?") and not re.search(r"[.!?…]\s", words)
    return one and _POSED.search(words) is None


def _told_to_do(tokens: list[tuple[Sentence, int]]) -> str | None:
    """Read an imperative: "Stop it now" demands, "Please sit down" requests."""
    if not tokens:
        return None
    sentence, first = tokens[0]
    inside = {index for other, index in tokens if other is sentence}
    top = first
    while sentence[top].head in inside:
        top = sentence[top].head
    token = sentence[top]
    if token.tag != "VB" or sentence.child(top, "nsubj", "expl") is not None:
        return None
    if top > first + _OPENING_WORDS or token.lemma in _NO_ORDERS:
        return None
    if any(sentence[c].tag in {"TO", "MD"} for c in sentence.children(top)):
        return None
    words = {sentence[index].text.lower() for index in inside}
    return "request" if "please" in words else "demand"


def _performed(said: Said, *, own_country: bool) -> str | None:
    """Find what the words themselves do: "we reject this claim" rejects.

    A spokesman says it of his country: "Mali rejects this claim".
    """
    if not (own_country or said.may_have(_SELF)):
        return None
    for sentence, index in said.tokens[:60]:
        token = sentence[index]
        published = _published_act(sentence, index) if own_country else None
        if published is not None:
            return published
        own = token.text.lower() in _SELF
        if token.deprel != "nsubj" or not (own or own_country):
            continue
        present = {"VBP", "VB"} if own else {"VBZ"}
        for verb in (token.head, *_joined(sentence, token.head)):
            act = _PERFORMATIVE.get(sentence[verb].lemma)
            done = act is not None and sentence[verb].tag in present
            if done and _is_performed(sentence, verb):
                return act
    return None


def _of_himself(said: Said, frame: str) -> str | None:
    """Find what "she said that she rejects it", "that he wants three things" do."""
    first = next((p for p in said.tokens if p[0][p[1]].deprel != "mark"), None)
    if first is None or first[0][first[1]].small not in _HIMSELF or frame != "clause":
        return None
    sentence, index = first
    verb = sentence[index].head
    wants = "demand" if sentence[verb].lemma == "want" else None
    act = _PERFORMATIVE.get(sentence[verb].lemma, wants)
    done = act is not None and sentence[verb].tag in TENSED
    done = done and sentence[index].deprel == "nsubj"
    return act if done and _is_performed(sentence, verb) else None


def _joined(sentence: Sentence, verb: int) -> list[int]:
    """Return the verbs that share a subject: "we mourn the dead and condemn"."""
    return [
        child
        for child in sentence.children(verb, "conj")
        if sentence.child(child, "nsubj") is None
    ]


def _is_performed(sentence: Sentence, verb: int) -> bool:
    """Tell "we do condemn it" from "we could not condemn it"."""
    if {a for a in sentence.auxiliaries(verb) if a != "do"}:
        return False
    if (
        sentence[verb].deprel in _ASIDE
        or sentence[sentence[verb].head].lemma == "forbid"
    ):
        return False  # "God forbid we ask them"
    called = any(
        sentence.case_of(c) in {"for", "on", "upon"}
        for c in sentence.children(verb, "obl")
    )
    return not sentence.is_negated(verb) and (sentence[verb].lemma != "call" or called)


def _published_act(sentence: Sentence, index: int) -> str | None:
    """Read "the allegation is denied": by whoever publishes the text."""
    if sentence[index].tag != "VBN" or not sentence.is_passive(index):
        return None
    now = {sentence[c].text.lower() for c in sentence.children(index, "aux")}
    act = _PERFORMATIVE.get(sentence[index].lemma)
    return act if now & {"is", "are"} and act in {"deny", "reject", "condemn"} else None


def _is_pledge(reading: Reading, said: Said, frame: str) -> bool:
    if not said.may_have(FUTURE):
        return False
    if _HEDGES.search(reading.document.text, *said.content) is not None:
        return False
    for sentence, index in said.tokens[:80]:
        token = sentence[index]
        if token.text.lower() not in FUTURE or token.deprel != "aux":
            continue
        subject = sentence.subject(token.head)
        if subject is None:
            continue
        word = sentence[subject].small
        verb = sentence[token.head].lemma
        if sentence.is_passive(token.head) or verb in _FATES:
            continue  # "I will not be silenced", "we will see"
        if verb == "have" and sentence.is_negated(token.head):
            continue  # "we will not have the money"
        mine = word in OWN or any(
            sentence[c].small in OWN for c in sentence.children(subject, "nmod:poss")
        )
        if mine and token.text.lower() != "would" and frame == "quote":
            return True
        # In somebody's own words "he" is another.
        side = OWN if frame in _DIRECT else _OWN_SIDE
        if word in side and verb in reading.lexicon.commitment:
            return True
    return False


def _is_demand(said: Said) -> bool:
    if not said.may_have(_OBLIGING):
        return False
    for sentence, index in said.tokens[:40]:
        token = sentence[index]
        if (
            token.deprel == "aux"
            and token.head >= 0
            and token.text.lower() in _OBLIGING
            and sentence.child(token.head, "cop") is None
            and not _is_inferred(sentence, token.head)
        ):
            subject = sentence.subject(token.head)
            return subject is not None and sentence[subject].small not in OWN
    return False


def _is_inferred(sentence: Sentence, verb: int) -> bool:
    """Tell "must have known", "must be dreaming", from what must be done."""
    beside = {sentence[c].lemma for c in sentence.children(verb, "aux")}
    inferred = "have" in beside or (sentence[verb].tag == "VBG" and "be" in beside)
    return inferred or sentence[verb].deprel == "acl:relcl"
