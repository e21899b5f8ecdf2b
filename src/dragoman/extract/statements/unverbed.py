"""Quotations that no verb assigns: signed behind a dash, announced by a colon."""

import re
from dataclasses import replace

from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.nouns import owner_of
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.annotation import Quotation
from dragoman.model.syntax import DASHES, FINITE, Sentence
from dragoman.text.calendar_names import is_day

_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—―–]|--?)\s*(?P<name>(?:[A-ZÀ-ÝĀ-Ž][\w.'’-]*[ ,]*"
    r"|(?:of|de|al|bin|van|von|the|and|for) ){1,12})"
    # Perhaps with his office: "— Ana Ruiz, mayor of Harsted".
    r"(?=(?:(?:, )?(?:an? |the )?[a-z][^\n.“”\"«]{2,60})?\.?\s*(?:\n|$|[“”\"«]))"
)

# What stands between a quotation and the noun for it; another sentence takes it up.
_ANSWER = re.compile(
    r"[ \n](?P<those>(?:That|Those|These|This) )?"
    r"(?P<verb>(?(those)(?:is|are|was|were)|(?:came|comes|was|is|were|are)))\b"
)
# What is done to somebody who speaks.
_ASKED = frozenset({"ask", "draw", "press", "question", "quote", "cheer", "applaud"})
_ANSWERS = frozenset(
    {"answer", "reply", "response", "retort", "word", "message", "verdict", "comment"}
)
# A signed quotation without a verb has at least so many words, and a stop.
_SAYING = 4
# How many words the noun stands behind its verb, at most: "was her dry reply".
_NEAR = 7


def find_signed(reading: Reading, quotation: Quotation) -> Attribution | None:
    """Read a quotation that a dash attributes: "No way back." — Ana Ruiz."""
    text = reading.document.text
    match = _SIGNATURE.match(text, quotation.outer_end)
    if match is None or not _is_said(reading, quotation):
        return None
    index = reading.annotations.sentence_at(match.start("name"))
    if index is None:
        return None
    sentence = reading.sentences[index]
    if sentence.block != reading.sentences[reading.sentences_of(quotation)[0]].block:
        return None
    names = [
        place
        for place, token in enumerate(sentence)
        if match.start("name") <= token.start < match.end("name")
        and token.upos in {"PROPN", "NOUN"}
    ]
    if not names:
        return None
    source = sentence.head_of(sentence[names[0]].start, sentence[names[-1]].end)
    last = names[-1] if source is None else source
    return _from_its_head(
        reading, _quote(index, last, match.span("dash"), quotation), sentence.block
    )


def _from_its_head(reading: Reading, one: Attribution, block: int) -> Attribution:
    """Let a signature at the end of a paragraph sign all of it, quoted from its head.

    A quotation in it may have closed its marks too early.
    """
    start, (_, end) = reading.document.blocks[block].start, one.content[0]
    inside = [q for q in reading.quotations_in(start, end) if q.outer_start >= start]
    whole = reading.document.text[one.cue_span[1] : reading.document.blocks[block].end]
    if not inside or inside[0].outer_start != start or "\n" in whole.strip():
        return one
    if _SIGNATURE.search(reading.document.text, start, one.content[0][0]):
        return one
    held = tuple(q for q in inside if q.outer_end <= end)
    return replace(one, content=((start, end),), quotations=held)


def _is_said(reading: Reading, quotation: Quotation) -> bool:
    """Tell '"No luck, no money, no way." — Ruiz' from '"The Fox" — Ana Ruiz'."""
    words = reading.document.text[quotation.start : quotation.end]
    stopped = words[-1] in ".?!…," and len(words.split()) >= _SAYING
    return stopped or has_verb(reading, quotation)


def find_answer(reading: Reading, quotation: Quotation) -> Attribution | None:
    """Read a quotation that a noun behind it attributes.

    "“No,” came the reply from Ruiz.", "“No way back.” Those were the words of Ruiz."
    """
    text = reading.document.text
    match = _ANSWER.match(text, quotation.outer_end)
    if match is None or not (match["those"] is None or is_whole(reading, quotation)):
        return None
    index = reading.annotations.sentence_at(match.start("verb"))
    if index is None:
        return None
    sentence = reading.sentences[index]
    if sentence.block != reading.sentences[reading.sentences_of(quotation)[0]].block:
        return None
    first = sentence.token_at(match.start("verb"))
    if first is None:
        return None
    for noun in range(first + 1, min(first + _NEAR, len(sentence))):
        if sentence[noun].lemma.lower() not in _ANSWERS:
            continue
        if sentence[noun].lemma == "word" and sentence[noun].tag == "NN":
            continue  # "Freedom" is a word
        owners = sentence.children(noun, "nmod:poss")
        if not owners and noun > first + 2 and sentence[noun - 1].tag == "POS":
            # "is Osk's answer", where the parse has Osk for a subject.
            owners = [noun - 2]
        owners.extend(
            child
            for child in sentence.children(noun, "nmod")
            if child > noun and sentence.case_of(child) in {"of", "from"}
        )
        mark = sentence[noun].start, sentence[noun].end
        return _quote(index, owners[0], mark, quotation) if owners else None
    return None


def find_behind_colon(
    reading: Reading, quotation: Quotation, first: int
) -> Attribution | None:
    """Read a quotation that only a colon ties to who speaks.

    "Valdivia, in a suit: “I thank you.”", "His deputy was blunter: “No.”", or a dash
    with his name right before it.
    """
    index, sentence = first, reading.sentences[first]
    stop = sum(token.end <= quotation.outer_start for token in sentence)
    if stop == 0 and index > 0:
        index -= 1
        sentence = reading.sentences[index]
        stop = len(sentence)
    clause = _clause_behind_colon(reading, index, stop, quotation)
    if clause is not None:
        return clause
    if stop < 2 or not is_whole(reading, quotation):
        return None
    opening = reading.document.text[quotation.start]
    if sentence[stop - 1].text in DASHES and opening.isupper():
        source = _named_before_dash(sentence, stop - 1)
    elif sentence[stop - 1].text == ":":
        source = _announcer(reading, sentence, stop - 1)
    else:
        return None
    if source is None:
        return None
    colon = sentence[stop - 1]
    return _quote(index, source, (colon.start, colon.end), quotation)


def _clause_behind_colon(
    reading: Reading, index: int, stop: int, quotation: Quotation
) -> Attribution | None:
    """Read "Ruiz went further: if they stay, “our guns will speak.”", all of it his.

    Nobody else is quoted in a clause that goes on with quoted words to its end.
    """
    sentence = reading.sentences[index]
    colon = next((i for i in range(stop - 1, 0, -1) if sentence[i].text == ":"), 0)
    between = sentence.tokens[colon + 1 : stop]
    words = [token for token in between if token.upos != "PUNCT"]
    behind = [t for t in sentence if t.start >= quotation.outer_end]
    if not colon or not words or any(t.upos != "PUNCT" for t in behind):
        return None
    verbs = reading.lexicon.verbs
    if any(t.tag in FINITE and tells_clause(verbs.get(t.lemma)) for t in between):
        return None
    source = _announcer(reading, sentence, colon)
    if source is None or any(
        reading.quotation_at(token.start) is not None
        for token in sentence.tokens[:colon]
    ):
        return None
    mark = sentence[colon].start, sentence[colon].end
    one = _quote(index, source, mark, quotation)
    content = (words[0].start, quotation.outer_end)
    return replace(one, content=(content,), frame="clause", quotations=())


def _named_before_dash(sentence: Sentence, dash: int) -> int | None:
    """Return Ruiz of "others agree, Ana Ruiz among them — “It is late” — and", no less.

    Only a person who stands right before the dash.
    """
    name = sentence[dash - 1]
    if not name.entity.endswith("PERSON"):
        return None
    return sentence.head_of(name.start, name.end)


def _announcer(reading: Reading, sentence: Sentence, colon: int) -> int | None:
    """Return the subject of what stands before a colon, or the name it begins with."""
    verbs = [
        place
        for place in range(colon - 1, -1, -1)
        if sentence[place].deprel in {"root", "conj", "parataxis", "advcl"}
        and sentence.child(place, "nsubj") is not None
    ]
    found = sentence.subject(verbs[0]) if verbs else None
    if found is None and sentence[0].upos in {"PROPN", "DET", "NOUN"}:
        stop = next((i for i in range(colon) if sentence[i].text in {",", ":"}), colon)
        stop = colon if stop == 0 else stop
        found = sentence.head_of(sentence[0].start, sentence[stop - 1].end)
    if found is None or found >= colon:
        return None
    word = sentence[found]
    if word.entity.endswith(("DATE", "TIME")) or is_day(word.text):
        return None  # "Fri: the envoy called it a farce"
    lexicon = reading.lexicon
    person = word.text.lower() in {"he", "she", "they", "i", "we"}
    known = word.upos == "PROPN" or word.lemma.lower() in lexicon.speakers
    return found if person or known else _author(reading, sentence, found, colon)


def _author(reading: Reading, sentence: Sentence, noun: int, colon: int) -> int | None:
    """Return whose words a noun announces: "A lesson from Ana Ruiz: ..."."""
    if sentence[noun].lemma.lower() in reading.lexicon.nouns:
        owner = owner_of(sentence, noun)  # "The union's answer was brief: ..."
        if owner is not None and owner < colon:
            return owner
    for child in sentence.children(noun, "nmod", "nmod:poss"):
        named = sentence[child].entity.endswith("PERSON") and child < colon
        whose = sentence[child].deprel == "nmod:poss"
        if named and (whose or sentence.case_of(child) in {"from", "by"}):
            return child
    if sentence[noun].head < 0:
        return None
    for child in sentence.children(sentence[noun].head, "obl"):
        # Or for whom something is so: "For Ana Ruiz, the choice is simple: ..."
        named = sentence[child].entity.endswith("PERSON") and child < noun
        if named and sentence.case_of(child) == "for":
            return child
    return None


def find_right_before(
    reading: Reading, quotation: Quotation, first: int
) -> Attribution | None:
    """Read a quotation that stands alone behind what its speaker does.

    "Ana Ruiz shook her head. “We stay or we drown.”"
    """
    index = first - 1
    if index < 0 or not is_whole(reading, quotation):
        return None
    sentence = reading.sentences[index]
    if sentence.block != reading.sentences[first].block:
        return None
    doer = find_subject(reading, index)
    return (
        None
        if doer is None
        else replace(
            doer,
            content=((quotation.outer_start, quotation.outer_end),),
            quotations=(quotation,),
        )
    )


def find_subject(reading: Reading, index: int) -> Attribution | None:
    """Return who does something in a sentence as one who is about to speak."""
    sentence = reading.sentences[index]
    source = sentence.subject(sentence.root)
    if source is None or sentence.root < source:
        return None
    asked = sentence[sentence.root].lemma in _ASKED  # "She would not be drawn. “No.”"
    if sentence.is_passive(sentence.root) and not asked:
        return None
    word = sentence[source]
    person = word.text.lower() in {"he", "she"} or word.entity.endswith("PERSON")
    if not person or reading.quotation_at(word.start) is not None:
        return None
    return Attribution(
        sentence=index,
        cue=-1,
        cue_span=(word.start, word.end),
        source=source,
        source_sentence=index,
        content=((word.start, word.end),),
        frame="quote",
        act="assert",
    )


def _quote(
    index: int, source: int, mark: tuple[int, int], quotation: Quotation
) -> Attribution:
    """Return what attributes a whole quotation to a word of a sentence.

    Args:
        index: Index of the sentence.
        source: Head of who says it, in that sentence.
        mark: Span of what stands for the missing verb.
        quotation: What is said.
    """
    return Attribution(
        sentence=index,
        cue=-1,
        cue_span=mark,
        source=source,
        source_sentence=index,
        content=((quotation.outer_start, quotation.outer_end),),
        frame="quote",
        act="assert",
        quotations=(quotation,),
    )


def is_whole(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence, not words worked into one."""
    text = reading.document.text
    if text[quotation.end - 1] in ".?!…":
        return (
            text[quotation.start].isupper()
            or " " in text[quotation.start : quotation.end]
        )
    return text[quotation.start].isupper() and has_verb(reading, quotation)


def has_verb(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether quoted words hold a finite verb."""
    return any(
        token.tag in FINITE
        for index in reading.sentences_of(quotation)
        for token in reading.sentences[index]
        if quotation.start <= token.start < quotation.end
    )


# what is made of it
