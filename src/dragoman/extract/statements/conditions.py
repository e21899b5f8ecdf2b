"""The explicit condition on which a statement hangs."""

import re
from collections.abc import Iterator

from dragoman.extract.statements.reading import Reading, Stretch
from dragoman.model.syntax import FUTURE, INVERTED, TENSED, Sentence

_ASKING = frozenset(
    {"ask", "wonder", "know", "see", "doubt", "question", "decide", "inquire", "check"}
    | {"determine", "find", "tell", "understand", "explain", "consider", "be"}
)
_SCANT = frozenset({"any", "anything", "ever"})
# What stands before an "if" that is none: "even if", "few if any", "asked if".
_NO_PREMISE = frozenset(
    {"even", "as", "asked", "wonder", "few", "little", "rarely", "seldom"}
)
_BARE = frozenset({"possible", "necessary", "need", "anything"})
_CLOSE = 3  # tokens at the end of a sentence among which its question mark stands
_OPEN = frozenset({"unclear", "uncertain", "unsure", "unknown", "clear", "sure"})
_TILL = frozenset({"until", "once"})
_OPENERS = INVERTED | _TILL
_PHRASE = re.compile(
    r"\b(?:provided(?: that)?|providing(?: that)?|on (?:the )?condition that|"
    r"(?:as|so) long as|only if|in the event (?:of|that)|in case|"
    # Behind "should" there is a verb, unless it stands before its subject.
    r"should [\[(]?(?:an?|any|anyone|the|one|this|these|those|he|she|they|it|we|you|"
    r"its|their|his|her|our))\b",
    re.IGNORECASE,
)
# "It will pass as soon as they pay", which waits for it.
_AWAITING = re.compile(r"[^.;]*?\b(?:will|would|shall)\b")
_SOON = re.compile(r"\bas soon as\b")
_WITHOUT = re.compile(
    r"[“\"]?(?P<condition>[Ww]ithout [^?.;,]{2,60}?)(?:,| (?=there\b))"
    r"[^?.;]*\b(?:would|will|cannot|can|could|won[’']t)\b"
)
_OPENING = re.compile(
    r"[“\"]?(?P<condition>(?:Were|Should|Had) [^?.;,]{4,160}), "
    r"[^?.;]*\b(?:would|will|could|might|shall)\b"
)


def find_condition(reading: Reading, content: Stretch) -> Stretch | None:
    """Return the first explicit condition in a content, ``None`` if there is none."""
    for sentence in sentences_in(reading, content):
        opening = {
            *sentence.find_words(_OPENERS),
            *sentence.find_words(reading.lexicon.conditions),
        }
        for index in sorted(opening):
            if not content[0] <= sentence[index].start < content[1]:
                continue
            clause = _conditional(reading, sentence, index)
            if clause is not None:
                start, end = max(clause[0], content[0]), min(clause[1], content[1])
                return _trimmed(reading, start, _own_end(reading, start, end, content))
    return (
        _opening(reading, content)
        or _without(reading, content)
        or _phrase(reading, content)
    )


def _without(reading: Reading, content: Stretch) -> Stretch | None:
    """Find what a prediction hangs on: "without schools there would be no talks"."""
    match = _WITHOUT.match(reading.document.text, content[0], content[1])
    return None if match is None else match.span("condition")


def _opening(reading: Reading, content: Stretch) -> Stretch | None:
    """Find an inverted condition that the parser misread: "Were they to leave, ..."."""
    match = _OPENING.match(reading.document.text, content[0], content[1])
    return None if match is None else match.span("condition")


def _own_end(reading: Reading, start: int, end: int, content: Stretch) -> int:
    """End a condition that opens a content before what hangs on it.

    Parsers sometimes take "If they attack, we strike back" for one clause.
    """
    text = reading.document.text
    whole = not any(c.isalnum() for c in text[content[0] : start]) and not any(
        c.isalnum() for c in text[end : content[1]]
    )
    comma = text.find(", ", start, end)
    return comma if whole and comma > 0 else end


def sentences_in(reading: Reading, content: Stretch) -> Iterator[Sentence]:
    """Yield the sentences that a content touches."""
    index = reading.annotations.sentence_at(content[0])
    if index is None:
        return
    while index < len(reading.sentences):
        sentence = reading.sentences[index]
        if sentence.start >= content[1]:
            return
        yield sentence
        index += 1


def _conditional(reading: Reading, sentence: Sentence, index: int) -> Stretch | None:
    token = sentence[index]
    word = token.text.lower()
    head = token.head
    if head < 0:
        return None
    until = word in _TILL and _awaits(sentence, head, word)
    if (until or word in reading.lexicon.conditions) and token.deprel == "mark":
        before = sentence[index - 1].text.lower() if index else ""
        if _is_unconditional(sentence, index, before):
            return None
        start, end = sentence.extent(head)
        if before == "only":
            return sentence[index - 1].start, end
        return max(start, token.start), end
    if word in INVERTED and token.deprel in {"aux", "cop", "aux:pass"}:
        return _inverted(sentence, index, head)
    return None


def _is_unconditional(sentence: Sentence, index: int, before: str) -> bool:
    """Tell "even if", "few, if any", "if possible" and "whether" from conditions."""
    head, word = sentence[index].head, sentence[index].text.lower()
    if before in _NO_PREMISE or (before == "or" and "whether" in sentence.lowered):
        return True
    bare = sentence[head].lemma in _BARE or sentence[head].text.lower() in _SCANT
    if bare and head == index + 1:
        return True
    if word != "if":
        return False
    if sentence[sentence[head].head].lemma in _OPEN:
        return True  # "unclear if they will pay"
    # No cue before it asks what a quotation goes on with: '"No," he told us, "if ..."'.
    resumed = index > 0 and sentence[index - 1].tag == "``"
    asked = sentence[head].deprel in {"ccomp", "xcomp"} and index > 0 and not resumed
    return asked and _asks(sentence, sentence[head].head)


def _awaits(sentence: Sentence, clause: int, word: str) -> bool:
    """Tell "nothing will pass until they pay" from "they waited until he came".

    So does "it will pass once they pay", where nothing is denied.
    """
    above = sentence[clause].head
    if above < 0 or sentence[clause].deprel != "advcl":
        return False
    future = any(
        sentence[c].text.lower() in FUTURE for c in sentence.children(above, "aux")
    )
    subject = sentence.subject(above)
    denied = sentence.is_negated(above) or (
        subject is not None and sentence.is_negated(subject)
    )
    return future and (denied or word == "once")


def _asks(sentence: Sentence, verb: int) -> bool:
    """Tell whether "if" behind a verb means "whether"."""
    return verb < 0 or sentence[verb].lemma in _ASKING


def _inverted(sentence: Sentence, index: int, head: int) -> Stretch | None:
    """Read "should the enemy dare": the auxiliary stands before its subject."""
    subject = sentence.child(head, "nsubj")
    if subject is None or not index < sentence.subtree(subject)[0] <= head:
        return None
    if any(token.text == "?" for token in sentence.tokens[-_CLOSE:]):
        return None
    before = sentence[index - 1].text.lower() if index else ""
    opens = index == 0 or before in {",", "that", ";", ":", "—", "–", "and", "but"}
    should = sentence[index].text.lower() == "should"
    if not (should or opens or not before.isalnum()):
        return None
    if not should and sentence[head].tag == "VB":
        return None
    _, end = sentence.extent(head)
    return sentence[index].start, end


def _phrase(reading: Reading, content: Stretch) -> Stretch | None:
    """Find conditions that the parser reads as phrases: "provided that ..."."""
    text = reading.document.text
    match = _PHRASE.search(text, content[0], content[1])
    if match is None:
        ahead = _AWAITING.match(text, content[0], content[1])
        match = None if ahead is None else _SOON.search(text, ahead.end(), content[1])
        if match is not None and not _is_clause(reading, match.end(), content[1]):
            return None  # "as soon as Tuesday"
    if match is None or _is_no_phrase(reading, match):
        return None
    stop = re.compile(r"[;!?]|\.(?:\s|$)|,\s").search(text, match.end(), content[1])
    end = content[1] if stop is None else stop.start()
    return _trimmed(reading, match.start(), end) if end > match.end() + 3 else None


def _is_no_phrase(reading: Reading, match: re.Match[str]) -> bool:
    """Tell "provided them with trucks", "why should it wait?" from conditions."""
    first = match.group().lower().split()
    index = reading.annotations.sentence_at(match.start())
    if index is None or first[0] not in {"provided", "providing", "should"}:
        return False
    sentence = reading.sentences[index]
    if first[0] == "should":
        return any(token.text == "?" for token in sentence.tokens[-_CLOSE:])
    return first[-1] != "that" and not any(
        token.start == match.start()
        and (
            token.deprel == "mark"
            or sentence.child(place, "ccomp") is not None
            or _opens_clause(sentence, place)
        )
        for place, token in enumerate(sentence)
    )


def _opens_clause(sentence: Sentence, place: int) -> bool:
    """Tell ", provided the hull is delivered" from "provided them with what is new"."""
    if sentence[place - 1].text != "," or sentence.child(place, "aux", "nsubj"):
        return False
    for token in sentence.tokens[place + 1 :]:
        if token.upos in {"ADP", "SCONJ", "PUNCT", "PRON"}:
            return token.upos == "PRON" and token.tag == "PRP"
        if token.tag in TENSED:
            return True
    return False


def _is_clause(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch has a verb with a tense."""
    return any(
        start <= token.start < end and token.tag in TENSED
        for sentence in sentences_in(reading, (start, end))
        for token in (sentence[index] for index in range(len(sentence)))
    )


def _trimmed(reading: Reading, start: int, end: int) -> Stretch:
    text = reading.document.text
    note = text.find(".[", start, end)
    if note > start:
        end = note
    while end > start and text[end - 1] in ' ,.;:!?\n"”’':
        end -= 1
    return start, end
