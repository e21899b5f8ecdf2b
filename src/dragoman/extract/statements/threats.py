"""Whether words threaten: hostile consequences, on a condition or a provocation."""

import re
from collections.abc import Iterator, Sequence

from dragoman.extract.statements.content_words import Place, Said
from dragoman.extract.statements.lexicon import Lexicon
from dragoman.extract.statements.menaces import futures, is_armed, is_menace
from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.model.syntax import FUTURE, Sentence, Token

OWN = frozenset({"i", "we", "our", "my", "us"})
# What one does to pay like with like.
IN_KIND = frozenset({"answer", "respond", "retaliate", "react", "reply"})
HALTS = frozenset(
    {"halt", "suspend", "withdraw", "cut", "close", "block", "stop", "shut", "recall"}
)
# What others do in spite of those who threaten: "if the trial goes ahead".
_IN_SPITE = frozenset({"ahead", "proceed", "pass", "adopt", "ratify"})
# What one has with others only, or with those whom one can leave.
_WITH_OTHERS = frozenset(
    {"talk", "negotiation", "dialogue", "session", "coalition", "alliance", "bloc"}
    | {"support", "cooperation", "relation", "tie", "ambassador", "envoy", "diplomat"}
    | {"aid", "embassy", "border", "delegation", "delegate", "boycott", "union"}
    | {"parliament", "government", "treaty", "pact", "truce", "ceasefire", "vote"}
    # What others need: nobody shuts it to them unless he means it.
    | {"port", "harbour", "harbor", "road", "highway", "bridge", "airport", "railway"}
    | {"pipeline", "strait", "crossing", "gas", "oil", "water", "power", "refinery"}
)
# How one parts with somebody who does not do what one wants.
_PARTINGS = frozenset(
    {"leave", "quit", "boycott", "sue", "topple", "oust", "dissolve", "veto", "resign"}
)
_DISTRUST = re.compile(
    r"\bno[- ]confidence\b|\bvote (?:against|down|out)\b|\bstand ?still\b|\bto a halt\b"
)
# What one refuses without harm: "if they attack, we will not sign".
_DEALINGS = frozenset(
    {"discuss", "negotiate", "talk", "sign", "agree", "recognise", "recognize", "join"}
    | {"return", "attend", "meet", "compromise", "leave", "withdraw", "surrender"}
    | {"disarm", "yield", "concede", "retreat", "resign", "abandon", "trade"}
)
# What one does for those who are attacked: "if they invade, we will help them".
_HELPING = frozenset(
    {"help", "support", "assist", "aid", "back", "protect", "shelter", "shield"}
    | {"welcome", "host", "evacuate", "rescue", "rebuild", "compensate", "feed"}
)
_BESIDE = frozenset({"with", "by", "beside", "alongside", "behind"})
_EVERY = frozenset({"any", "every", "each", "another", "further", "new", "renewed"})
_PROVOKING = frozenset(
    {"fire", "raid", "violation", "incursion", "breach", "intrusion", "assault"}
    | {"shelling", "offensive", "escalation", "infringement", "crossing", "bombing"}
)
_MET = frozenset({"meet", "punish", "avenge", "repel"})
_PRICES = frozenset({"consequence", "price", "response", "retaliation", "reprisal"})
_WHOEVER = frozenset({"whoever", "anyone", "anybody"})
_PAYING = IN_KIND | {"pay", "regret", "face", "suffer", "bear"}
_UNBORNE = frozenset({"tolerate", "forgive", "accept", "allow", "permit", "forget"})
_UNDONE = frozenset({"unanswered", "unpunished", "unavenged"})
_CEASING = frozenset({"hold", "cease", "stop", "halt", "end"})
_RELIEFS = frozenset({"problem", "danger", "trouble", "risk", "violence", "fear"})
_ADVERSE = frozenset(
    {"unless", "not", "n't", "n’t", "fail", "refuse", "insist", "persist", "continue"}
    | {"reject", "ignore", "never", "no", "delay", "nothing", "nobody", "none"}
)


def is_threat(
    reading: Reading, one: Attribution, said: Said, condition: Stretch | None
) -> bool:
    """Tell whether hostile consequences are announced, for own or other deeds.

    To halt or withdraw something is hostile only where something is not done:
    "unless they leave, we will cut the aid".
    """
    if not _is_ahead(said):
        return False
    low, high = condition or (0, 0)
    premise: list[Place] = []
    rest: list[Place] = []
    for place in said.tokens:
        inside = low <= place[0][place[1]].start < high
        (premise if inside else rest).append(place)
    words = {form for word in _words(premise) for form in _forms(word)}
    adverse = not words.isdisjoint(_ADVERSE)
    if is_armed(reading, one) and is_menace(premise, rest, adverse=adverse):
        return True
    lexicon = reading.lexicon
    hostile, halted = _consequences(lexicon, rest, conditional=condition is not None)
    if condition is None:
        own = hostile and any(word.small in OWN for word in _words(rest))
        other = _provokes(lexicon, rest) or _warns_all(lexicon, rest)
        return own or other or _or_else(rest)
    own = any(word.small in OWN for word in _words(rest))
    if hostile and not (adverse or own or words & lexicon.provocation):
        # "If you block it, you will shoot yourself in the foot" harms nobody else;
        # but "measures will follow", whatever they answer.
        named = [(tree, index) for tree, index in rest if tree[index].upos == "NOUN"]
        hostile, _ = _consequences(lexicon, named, conditional=True)
    if halted and not words.isdisjoint(_IN_SPITE) and (own or _deals(said)):
        return True
    if adverse:
        text = reading.document.text
        halted = halted or _DISTRUST.search(text, *said.content) is not None
        hostile = hostile or halted
    return hostile or (
        not _refuses(rest)
        and not _offers(rest)
        and not _helps(rest)
        and any(
            tree[index].lemma.lower() in lexicon.provocation
            and not _is_none(tree, index)
            for tree, index in premise
        )
    )


def _deals(said: Said) -> bool:
    """Tell whether it is somebody else's affair: "recall its envoy", "quit the bloc".

    A bank that will close a branch if a merger goes ahead acts against no side.
    """
    return any(
        word.upos == "PROPN" or word.lemma.lower() in _WITH_OTHERS
        for word in _words(said.tokens)
    )


def _is_ahead(said: Said) -> bool:
    """Tell whether something is said of what will be: "will" or "is going to"."""
    if not (said.may_have(FUTURE) or any("go" in one.lemmas for one in said.sentences)):
        return False
    return any(
        word.text.lower() in FUTURE or word.lemma.lower() == "go"
        for word in _words(said.tokens)
    )


def _words(places: Sequence[Place]) -> Iterator[Token]:
    return (tree[index] for tree, index in places)


def _forms(word: Token) -> tuple[str, str]:
    return word.lemma.lower(), word.text.lower()


def _consequences(
    lexicon: Lexicon, places: Sequence[Place], *, conditional: bool
) -> tuple[bool, bool]:
    """Tell whether harm lies ahead, and whether something is brought to an end."""
    hostile = halted = False
    for sentence, index in places:
        token = sentence[index]
        lemma = token.lemma.lower()
        subject = token.deprel.startswith("nsubj")
        if token.deprel == "amod" and token.tag == "VBN":
            continue  # "the closed gates"
        if token.deprel == "obj" and sentence[token.head].lemma in _CEASING:
            continue  # "would hold their fire"
        if subject and lemma == "price":
            continue  # "prices will rise": none that is paid
        if lemma in lexicon.consequence or (conditional and lemma in lexicon.grave):
            hostile = hostile or _lies_ahead(sentence, index)
        elif subject and lemma in _RELIEFS:
            continue  # "there will be no problem"
        elif (subject and _is_none(sentence, index)) or lemma in HALTS | _PARTINGS:
            halted = halted or _lies_ahead(sentence, index)  # "no convoy will pass"
    return hostile, halted


def _refuses(places: Sequence[Place]) -> bool:
    """Tell "would not sign", which harms nobody, from "would not stay silent"."""
    return any(
        tree.is_negated(verb) and tree[verb].lemma in _DEALINGS
        for tree, verb in futures(places)
    )


def _offers(places: Sequence[Place]) -> bool:
    """Tell "they would sign only if the clause were struck", which is an offer."""
    return any(
        not tree.is_negated(verb) and tree[verb].lemma in _DEALINGS
        for tree, verb in futures(places)
    )


def _helps(places: Sequence[Place]) -> bool:
    """Tell "would stand by them", "will defend the town" from "will defend itself"."""
    for tree, verb in futures(places):
        lemma = tree[verb].lemma.lower()
        defended = tree.child(verb, "obj") if lemma == "defend" else None
        others = defended is not None and tree[defended].upos != "PRON"
        beside = lemma == "stand" and any(
            tree.case_of(child) in _BESIDE for child in tree.children(verb, "obl")
        )
        if (lemma in _HELPING or others or beside) and not tree.is_negated(verb):
            return True
    return False


def _provokes(lexicon: Lexicon, places: Sequence[Place]) -> bool:
    """Read "any attack will be answered": what is done on it, without an "if"."""
    for sentence, index in places:
        token = sentence[index]
        lemma = token.lemma.lower()
        if lemma not in _PROVOKING and lemma not in lexicon.provocation:
            continue
        met = token.deprel in {"obj", "obl"} and _is_met(sentence, token.head)
        if not (met or token.deprel.startswith("nsubj")) or token.upos != "NOUN":
            continue
        which = {
            sentence[c].text.lower() for c in sentence.children(index, "det", "amod")
        }
        if which & _EVERY and (met or _is_answered(sentence, token.head)):
            return True
    return False


def _is_met(sentence: Sentence, verb: int) -> bool:
    """Tell "will answer", "would respond to" from "will respond to the call"."""
    ahead = {sentence[c].small for c in sentence.children(verb, "aux")} & FUTURE
    lemma = sentence[verb].lemma.lower()
    return bool(ahead) and not sentence.is_negated(verb) and lemma in IN_KIND | _MET


def _or_else(places: Sequence[Place]) -> bool:
    """Read "Leave by Friday or we will come": what is told to do is the condition."""
    for sentence, index in places:
        token = sentence[index]
        if token.deprel != "conj" or sentence[token.head].tag != "VB":
            continue
        told = sentence.child(token.head, "nsubj", "aux", "mark") is None
        subject = sentence.child(index, "nsubj")
        told = told and subject is not None and sentence[subject].small in OWN
        other = any(sentence[c].small == "or" for c in sentence.children(index, "cc"))
        ahead = {sentence[c].small for c in sentence.children(index, "aux")} & FUTURE
        if told and other and ahead:
            return True
    return False


def _warns_all(lexicon: Lexicon, places: Sequence[Place]) -> bool:
    """Read "whoever harms them will answer to us", a condition without an "if"."""
    words = list(_words(places))
    ahead = next((i for i, one in enumerate(words) if one.small in FUTURE), 0)
    if not words or words[0].small not in _WHOEVER:
        return False
    harmed = any(one.lemma.lower() in lexicon.provocation for one in words[:ahead])
    pays = any(one.lemma.lower() in _PAYING for one in words[ahead:])
    return harmed and pays


def _is_answered(sentence: Sentence, verb: int) -> bool:
    """Tell "will be answered", "will have its price", "will not be borne"."""
    ahead = {sentence[c].text.lower() for c in sentence.children(verb, "aux")}
    if not ahead & FUTURE:
        return False
    below = {
        sentence[c].lemma.lower()
        for c in sentence.children(verb, "obj", "obl", "xcomp", "advmod")
    }
    lemma = sentence[verb].lemma
    if sentence.is_negated(verb):
        return lemma in _UNBORNE or bool(below & _UNDONE)
    return lemma in IN_KIND or lemma in _MET or bool(below & _PRICES)


def _lies_ahead(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is governed by a future verb, or is one."""
    current = index
    for _ in range(6):
        for child in sentence.children(current, "aux"):
            if sentence[child].text.lower() in FUTURE:
                return not sentence.is_negated(current) and not _is_told(
                    sentence, current
                )
        if sentence[current].head < 0:
            return False
        current = sentence[current].head
    return False


def _is_told(sentence: Sentence, verb: int) -> bool:
    """Tell whether it was said before: "had assured him that they would arrest her"."""
    above = sentence[verb].head
    if sentence[verb].deprel != "ccomp" or above > verb:
        return False
    return any(
        sentence[c].text.lower() in {"had", "’d", "'d"}
        for c in sentence.children(above, "aux")
    )


def _is_none(sentence: Sentence, index: int) -> bool:
    """Tell "no shooting", "without attacks"."""
    return sentence.case_of(index) == "without" or any(
        sentence[c].text.lower() == "no" for c in sentence.children(index, "det")
    )
