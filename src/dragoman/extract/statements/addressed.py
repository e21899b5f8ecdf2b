"""Who is spoken to, beyond the object of the cue."""

from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.sources import WRITING
from dragoman.model.syntax import OBJECTS, Sentence
from dragoman.text.sayings import REQUIRING, TELLING

# Whatever their object is, it is told.
_TELLS = TELLING | frozenset(
    {"brief", "ask", "beg", "urge", "implore", "congratulate", "thank", "order"}
)
_SHOUTS = frozenset({"shout", "scream", "yell", "snap", "bark", "shriek", "snarl"})
_TO_FACE = frozenset({"congratulate", "thank", "salute", "greet"})
# Saluted for its owner's sake: "salutes the courage of the bishop".
_MERITS = frozenset(
    {"courage", "effort", "role", "work", "decision", "memory", "commitment", "stance"}
    | {"sacrifice", "initiative", "bravery", "position", "achievement", "contribution"}
)
_FEELINGS = frozenset(
    {"gratitude", "appreciation", "thanks", "condolence", "sympathy", "apology"}
    | {"congratulation", "respect", "solidarity", "greeting", "regret"}
)
_TEXTS = frozenset({"speech", "address", "letter", "message", "remark", "telegram"})
# What is addressed and hears nothing: "addressing the problem".
_MATTERS = frozenset(
    {"problem", "issue", "question", "crisis", "matter", "topic", "concern", "claim"}
    | {"challenge", "situation", "allegation", "need", "cause", "point", "subject"}
    | {"shortage", "conflict", "threat", "criticism", "dispute", "controversy", "gap"}
)
_EXCHANGES = frozenset(
    {"call", "conversation", "talk", "meeting", "exchange", "chat", "talks", "phone"}
    | {"telephone", "videoconference", "discussion", "audience", "dinner", "lunch"}
)
_BARE = frozenset({"VB", "VBP"})
_PLEADS = frozenset({"plead", "remonstrate", "intercede", "argue"})
ANSWERS = frozenset({"reply", "retort", "answer", "rejoin", "respond", "counter"})
_OCCASIONAL = ("obl", "advcl", "nmod")
_SPEAKING = frozenset({"write", "speak", "talk"})
_PLACES = ("GPE", "LOC", "FAC")
_TO_PERSONS = frozenset({"to", "at", "with", "before"})


def find_addressed(reading: Reading, one: Attribution) -> tuple[int, ...]:
    """Return further tokens of those who are spoken to, in the sentence of the cue."""
    sentence = reading.sentences[one.sentence]
    found = [
        *_faced(sentence, one),
        *_bound(sentence, one),
        *_of_feeling(sentence, one),
        *_passive_hearers(sentence, one),
        *_of_text(reading, sentence, one),
        *_of_exchange(sentence, one),
        *_askers(sentence, one),
        *_of_address(sentence, one),
        *_of_writing(sentence, one),
        *_of_handing(reading, sentence, one),
        *_beside(sentence, one, _SHOUTS, "at"),
        *_beside(sentence, one, _PLEADS, "with"),
    ]
    return tuple(token for token in dict.fromkeys(found) if token != one.source)


def is_told(reading: Reading, one: Attribution, token: int) -> bool:
    """Tell whether a phrase is told whatever it names: "told the lower house"."""
    if one.cue < 0:
        return False
    sentence = reading.sentences[one.sentence]
    if token in one.addressees:
        below = sentence[token].head == one.cue and sentence[token].deprel in OBJECTS
        return below and sentence[one.cue].lemma.lower() in _TELLS
    reference = reading.annotations.reference_by_head.get((one.sentence, token))
    return reference is not None and reference.type in {"person", "organization"}


def answers(sentence: Sentence, one: Attribution) -> bool:
    """Tell whether a cue is said in answer to somebody."""
    if sentence[one.cue].lemma.lower() in ANSWERS:
        return True
    return any(
        sentence[child].lemma.lower() in {"reply", "response", "answer"}
        and sentence.case_of(child) == "in"
        for child in sentence.children(one.cue, "obl")
    )


def is_faced(sentence: Sentence, one: Attribution) -> bool:
    """Tell whether what a cue is about is also who is told: "congratulated Ruiz"."""
    return one.cue >= 0 and sentence[one.cue].lemma.lower() in _TO_FACE


def _faced(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "congratulated the winner"."""
    faced = one.frame == "object" and is_faced(sentence, one)
    return [one.core] if faced and sentence[one.core].lemma not in _MERITS else []


def _bound(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "demanded that the port close": the port is told."""
    if one.frame != "clause" or one.core < 0:
        return []
    core = sentence[one.core]
    if sentence[one.cue].lemma.lower() not in REQUIRING or core.tag not in _BARE:
        return []
    if sentence.children(one.core, "aux"):
        return []
    # "that the port open": a plain verb after one port is no statement of fact.
    return [
        child
        for child in sentence.children(one.core, "nsubj")
        if core.tag == "VB" or sentence[child].tag in {"NN", "NNP"}
    ]


def _passive_hearers(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "I was told by two officers that"."""
    if sentence[one.cue].lemma.lower() not in _TELLS or one.frame != "clause":
        return []
    if not sentence.is_passive(one.cue):
        return []
    return sentence.children(one.cue, "nsubj:pass")


def _of_feeling(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "expressed his gratitude to the envoy"."""
    if sentence[one.cue].lemma.lower() not in _FEELINGS:
        return []
    verb = sentence[one.cue].head
    holders = [one.cue] if verb < 0 else [one.cue, verb]
    return [
        child
        for holder in holders
        for child in sentence.children(holder, "nmod", "obl")
        if sentence.case_of(child) == "to"
    ]


def _of_text(reading: Reading, sentence: Sentence, one: Attribution) -> list[int]:
    """Read "said in a letter to the bishops" and "addressing the crowd, said"."""
    found: list[int] = []
    verb = sentence[one.cue].head if one.frame.startswith("noun") else -1
    cues = [one.cue] if verb < 0 else [one.cue, verb]
    for child in (c for h in cues for c in sentence.children(h, *_OCCASIONAL)):
        lemma = sentence[child].lemma.lower()
        if lemma == "address" and sentence[child].tag == "VBG":
            found.extend(
                hearer
                for hearer in sentence.children(child, "obj")
                if sentence[hearer].lemma.lower() not in _MATTERS
            )
        text = lemma in _TEXTS or lemma in reading.lexicon.documents
        if not text or sentence[child].upos != "NOUN":
            continue
        for below in sentence.children(child, "nmod", "acl", "obl"):
            case = sentence.case_of(below)
            there = case == "at" and sentence[below].entity.endswith(_PLACES)
            if case in _TO_PERSONS - {"with"} and not there:
                found.append(below)
            if sentence[below].lemma.lower() in {"address", "send", "write"}:
                found.extend(
                    c
                    for c in sentence.children(below, "obl")
                    if sentence.case_of(c) == "to"
                )
    holders = [one.cue]
    if one.source is not None and one.source_sentence == one.sentence:
        holders.append(one.source)
    for child in (c for h in holders for c in sentence.children(h, "advcl", "acl")):
        # "Speaking to the press, he said"; not "in Lima to talk to the press".
        if sentence[child].lemma.lower() in _SPEAKING and sentence[child].tag != "VB":
            found.extend(
                c
                for c in sentence.children(child, "obl")
                if sentence.case_of(c) in _TO_PERSONS - {"at"}
            )
    return found


def _of_address(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "she addressed the miners, saying that"."""
    above = sentence[one.cue].head
    if sentence[one.cue].tag != "VBG" or above < 0:
        return []
    if sentence[above].lemma != "address" or sentence[above].upos != "VERB":
        return []
    return sentence.children(above, "obj")


def _of_writing(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "wrote to the mayor asking for help" and "phoned her, demanding an end"."""
    if sentence[one.cue].tag != "VBG":
        return []
    above = sentence[one.cue].head
    if above >= 0 and sentence[above].upos in {"NOUN", "PROPN"}:
        above = sentence[above].head
    if above < 0 or sentence[above].lemma not in WRITING:
        return []
    told = sentence.children(above, "obj", "iobj")
    told.extend(c for c in sentence.children(above, "obl") if _is_to(sentence, c))
    told.extend(c for c in sentence.children(one.cue, "nsubj") if _is_to(sentence, c))
    return [c for c in told if above < c < one.cue]


def _is_to(sentence: Sentence, phrase: int) -> bool:
    return sentence.case_of(phrase) == "to"


def _of_handing(reading: Reading, sentence: Sentence, one: Attribution) -> list[int]:
    """Read "handed the envoy a note demanding" and "sent a letter to him saying"."""
    text = sentence[one.cue].head
    hung = sentence[one.cue].deprel in {"acl", "acl:relcl"}
    if text < 0 or not hung or one.addressees:
        return []
    verb = sentence[text].head
    if sentence[text].lemma.lower() not in reading.lexicon.documents:
        return []
    if verb < 0 or sentence[text].deprel != "obj" or sentence[verb].upos != "VERB":
        return []
    told = sentence.children(verb, "iobj")
    told.extend(c for c in sentence.children(verb, "obl") if _is_to(sentence, c))
    told.extend(c for c in sentence.children(text, "nmod") if _is_to(sentence, c))
    return told


def _askers(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "asked by the judge whether she knew him, she said"."""
    return [
        agent
        for child in sentence.children(one.cue, "advcl")
        if sentence[child].tag == "VBN" and sentence[child].lemma in {"ask", "press"}
        for agent in sentence.children(child, "obl:agent")
    ]


def _of_exchange(sentence: Sentence, one: Attribution) -> list[int]:
    """Read "said in a call with the envoy"."""
    verb = sentence[one.cue].head if one.frame.startswith("noun") else -1
    cues = [one.cue] if verb < 0 else [one.cue, verb]
    return [
        below
        for cue in cues
        for child in sentence.children(cue, "obl")
        if sentence[child].lemma.lower() in _EXCHANGES
        for below in sentence.children(child, "nmod")
        if sentence.case_of(below) == "with"
    ]


def _beside(
    sentence: Sentence, one: Attribution, cues: frozenset[str], case: str
) -> list[int]:
    """Read "screamed at a guard" and "pleaded with the king"."""
    if sentence[one.cue].lemma.lower() not in cues:
        return []
    return [
        child
        for child in sentence.children(one.cue, "obl")
        if sentence.case_of(child) == case and child != one.core
    ]
