"""What the order of words and the commas tell of cues and those who speak."""

from dragoman.model.syntax import Sentence, Token
from dragoman.text.calendar_names import CALENDAR
from dragoman.text.sayings import TELLING

_OCCASION = frozenset({"punct", "obl", "obl:unmarked", "obl:tmod", "advmod"})
_WHEN_AND_WHERE = frozenset(
    {"", "in", "on", "at", "during", "after", "before", "from", "through", "by"}
)
# Verbs whose object is who is told.
TELLS = TELLING | {"ask"}
IN_NAMES = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})


def find_beside_cue(sentence: Sentence, verb: int) -> int | None:
    """Find who speaks where a cue is set off by commas: ", Ana Ruiz said,".

    The commas tell it more surely than the parse, which may draw the name into the
    words reported: ", said Ana Ruiz, a senior official".
    """
    if verb == 0 or not is_finite_cue(sentence, verb):
        return None
    after = sentence[verb + 1] if verb + 1 < len(sentence) else None
    closed = after is None or (after.upos == "PUNCT" and after.tag != "``")
    if sentence[verb - 1].tag in {"WP", "WDT"}:
        # ", who tweeted: “…”": whoever "who" stands for.
        return None
    if closed and sentence[verb - 1].upos in {"PROPN", "NOUN", "PRON"}:
        start = verb - 1
        while start > 0 and sentence[start - 1].upos in IN_NAMES:
            if sentence[start - 1].tag in {"WP", "WDT"}:
                # "Ruiz, whom she called ...": she, not whom.
                return None
            start -= 1
        if start > 1 and sentence[start - 1].text in {",", "”", '"', "''"}:
            return sentence.head_of(sentence[start].start, sentence[verb - 1].end)
        return None
    return _behind_cue(sentence, verb)


def is_finite_cue(sentence: Sentence, verb: int) -> bool:
    """Tell whether a cue is finite; a last "declared" may be taken for a participle."""
    if sentence[verb].tag in {"VBD", "VBZ", "VBP"}:
        return True
    if sentence[verb].tag != "VBN" or sentence.child(verb, "aux") is not None:
        return False
    rest = sentence.tokens[verb + 1 :]
    if verb > 0 and sentence[verb - 1].upos == "PUNCT":
        # ", noted the paper's Ana Ruiz."
        rest = tuple(token for token in rest if not is_in_name(token))
    return all(token.upos == "PUNCT" for token in rest)


def is_in_name(token: Token) -> bool:
    """Tell whether a word can stand in the name of who speaks: "the paper's Ruiz"."""
    return token.upos in IN_NAMES or token.tag == "POS"


def _behind_cue(sentence: Sentence, verb: int) -> int | None:
    """Find who speaks in ", said Ana Ruiz, a senior official"."""
    if sentence[verb - 1].upos != "PUNCT" or sentence[verb - 1].text in {";", ":", "("}:
        return None
    stop = verb + 1
    while stop < len(sentence) and is_in_name(sentence[stop]):
        stop += 1
    words = range(verb + 1, stop)
    ends = stop == len(sentence) or sentence[stop].upos in {"PUNCT", "ADP"}
    ends = ends or sentence[stop].lemma in {"cite", "quote"}
    if not words or not ends or sentence[words[-1]].upos not in {"PROPN", "NOUN"}:
        return None
    last = sentence[words[-1]]
    dated = last.entity.endswith(("DATE", "TIME")) or last.text in CALENDAR
    if dated or sentence[words[0]].tag == "PRP$":
        return None
    return None if _are_told(sentence, verb, words) else _last_head(sentence, words)


def _are_told(sentence: Sentence, verb: int, words: range) -> bool:
    """Tell whether those behind a cue hear it: ", the minister, told reporters"."""
    own = sentence.child(verb, "nsubj")
    if own is not None and sentence.child(verb, "obj") in words:
        return True
    clause = sentence.child(verb, "ccomp", "xcomp")
    if own is not None and own < verb and clause is not None and clause > words[-1]:
        # ", a senator, said the plan has failed": what follows is what he says.
        return True
    if sentence[verb].lemma == "tell":
        return True
    if sentence[verb].lemma not in TELLS:
        return False
    return (own is not None and own < verb) or _closes_apposition(sentence, verb)


def _closes_apposition(sentence: Sentence, verb: int) -> bool:
    """Tell whether a name stands between the two commas before a cue."""
    commas = [i for i in range(verb) if sentence[i].text == ","]
    if len(commas) < 2 or commas[-1] != verb - 1:
        return False
    between = sentence.tokens[commas[-2] + 1 : commas[-1]]
    return not any(token.upos in {"VERB", "AUX"} for token in between)


def _last_head(sentence: Sentence, words: range) -> int:
    """Return the head of a run of words; a name is headed by its last word.

    "wrote the party daily Sinmun" may be read as two phrases.
    """
    place = words[-1]
    while (
        sentence[place].deprel in {"flat", "compound"} and sentence[place].head in words
    ):
        place = sentence[place].head
    return place


def lead_in(sentence: Sentence, top: int) -> list[str]:
    """Return the marks and conjunctions before a phrase: ``[",", "and"]``.

    They count whether they hang on the phrase or stand before it.
    """
    place = first_word(sentence, top)
    found: list[str] = []
    while place > 0 and sentence[place - 1].upos in {"PUNCT", "CCONJ"}:
        place -= 1
        found.insert(0, sentence[place].text.lower())
    return found


def first_word(sentence: Sentence, top: int) -> int:
    """Return where a phrase begins, its leading marks and conjunctions left out."""
    first, _ = sentence.reach(top)
    if sentence[first].upos not in {"PUNCT", "CCONJ"}:
        return first
    inside = sentence.subtree(top)
    return next(
        (i for i in inside if sentence[i].upos not in {"PUNCT", "CCONJ"}), inside[0]
    )


def source_start(sentence: Sentence, verb: int) -> int | None:
    """Return where the source before a final cue begins, by the commas alone.

    In "..., the mayor, Ana Ruiz, said." it begins after the comma before "the".
    """
    commas = [i for i in range(verb) if sentence[i].text == ","]
    if not commas:
        return None
    if commas[-1] != verb - 1:
        return commas[-1] + 1
    if len(commas) < 3:
        return None
    start = commas[-3] + 1
    return start if sentence[start].lemma in {"the", "a", "an"} else None


def ends_sentence(sentence: Sentence, verb: int) -> bool:
    """Tell whether only the occasion stands behind a cue: "he said last night."."""
    for index in range(verb + 1, len(sentence)):
        token = sentence[index]
        if token.upos in {"VERB", "AUX"} or token.text in {",", ";", ":"}:
            return False
        if token.head != verb:
            continue
        if token.deprel not in _OCCASION:
            return False
        if token.deprel == "obl" and sentence.case_of(index) not in _WHEN_AND_WHERE:
            return False
    return True


def final_source(sentence: Sentence, verb: int) -> int | None:
    """Return the name that stands before a final cue, or the noun if there is none."""
    if not ends_sentence(sentence, verb):
        return None
    start = source_start(sentence, verb)
    if start is None:
        return None
    nominal = [
        i for i in range(start, verb) if sentence[i].upos in {"PROPN", "NOUN", "PRON"}
    ]
    if not nominal:
        return None
    place = nominal[-1]
    while sentence[place].deprel == "nmod" and start <= sentence[place].head < place:
        # "an aide to Ruiz said": the aide.
        place = sentence[place].head
    return place
