"""Cues set off by commas: "The talks, she told the agency on Monday, would end"."""

from dragoman.extract.statements.clauses import SUBORDINATE, Found
from dragoman.extract.statements.order import first_word, is_finite_cue, is_in_name
from dragoman.extract.statements.raised import raised_cue
from dragoman.model.syntax import FINITE, OBJECTS, Sentence
from dragoman.text.sayings import TELLING

_CLOSING = frozenset({",", "”", '"', "''", "—", "–", "--"})
_LONGEST = 12
_ASIDE = frozenset(
    {"after", "following", "amid", "while", "when", "before", "during", "despite"}
    | {"with", "without", "hours", "days", "minutes", "weeks", "a", "two", "three"}
)
_REPORTING = frozenset({"report", "write", "say"})
_QUOTING = frozenset({"cite", "quote"})
_STOPS = frozenset({"VERB", "AUX", "SCONJ"})


def find_set_off(sentence: Sentence, verb: int) -> Found | None:
    """Find what a cue between commas, or between a comma and the end, reports.

    The commas tell it more surely than the parse: what is left of the sentence when
    the cue with its source and its occasion is taken out.
    """
    if not is_finite_cue(sentence, verb):
        return None
    if sentence[verb].lemma == "hold" and sentence[verb].deprel == "acl:relcl":
        return None  # "an office he held for six years"
    start = start_of_source(sentence, verb)
    if start is None:
        return None
    end = _end(sentence, verb)
    if end is None:
        return None
    if sentence[verb].lemma not in TELLING and any(
        child > verb for child in sentence.children(verb, *OBJECTS)
    ):
        return None
    before = _before(sentence, start)
    after = _after(sentence, verb, end)
    if not before or not _is_clause(sentence, before, after):
        return None
    opening = sentence[before[0]]
    if opening.deprel == "advcl" and opening.head == verb:
        # "Asked whether he would go, Ruiz said no."
        return None
    if sentence[start - 2].upos in {"CCONJ", "SCONJ"} and after:
        # "They left because, she said, the road was safe": only the reason is hers.
        before = range(0)
    elif (
        after
        and sentence[after[0]].text.lower() in _ASIDE
        and _is_finite(sentence, before)
    ):
        # "The truce held, the army said, after a night of fire".
        after = range(0)
    told = tuple(c for c in sentence.children(verb, *OBJECTS) if verb < c < end)
    words = frozenset((*before, *after))
    return Found("clause", words, _core(sentence, verb, words), told)


def _core(sentence: Sentence, verb: int, words: frozenset[int]) -> int:
    """Return the verb over all that is reported, -1 if there is none."""
    tops = [
        word
        for word in sorted(words)
        if sentence[word].upos == "VERB" and sentence[word].head not in words - {verb}
    ]
    return tops[0] if len(tops) == 1 else -1


def start_of_tail(sentence: Sentence, verb: int) -> int | None:
    """Return the comma before ", the Courier reported." or ", reported Reuters."."""
    if not is_finite_cue(sentence, verb) or sentence[verb].lemma not in _REPORTING:
        return None
    if verb > 1 and sentence[verb - 1].text == ",":
        stop = verb + 1
        while stop < len(sentence) and is_in_name(sentence[stop]):
            stop += 1
        behind = range(verb + 1, stop)
        last = stop >= len(sentence) - 1 or sentence[stop].lemma in _QUOTING
        named = any(sentence[i].upos in {"PROPN", "NOUN"} for i in behind)
        return verb - 1 if last and named else None
    start, end = start_of_source(sentence, verb), _end(sentence, verb)
    if start is None or end is None or sentence[verb].deprel == "acl:relcl":
        return None
    rest = sentence.tokens[end + 1 :]
    adds = not rest or rest[0].tag == "VBG" or all(t.upos == "PUNCT" for t in rest)
    return start - 1 if adds else None


def find_inverted(sentence: Sentence, verb: int) -> Found | None:
    """Read "He had fled, reported local media citing his aide", however it hangs."""
    if verb < 3 or sentence[verb - 1].text != "," or sentence[verb].lemma != "report":
        return None
    comma = start_of_tail(sentence, verb)
    before = range(0 if comma is None else _opening(sentence), comma or 0)
    if not before or not _is_finite(sentence, before):
        return None
    if sentence[before[0]].text.lower() in SUBORDINATE:
        return None
    words = frozenset(before)
    return Found("clause", words, _core(sentence, verb, words))


def _opening(sentence: Sentence) -> int:
    """Return the first word of a sentence that is no mark and no "and"."""
    place = 0
    while place < len(sentence) and sentence[place].upos in {"CCONJ", "PUNCT"}:
        place += 1
    return place


def start_of_source(sentence: Sentence, verb: int) -> int | None:
    """Return where the source before a cue begins, right behind a comma."""
    described = _described_start(sentence, verb)
    if described is not None:
        return described
    place = verb
    if place > 0 and sentence[place - 1].upos == "ADV":
        place -= 1
    while place > 0:
        word = sentence[place - 1]
        if word.text == ")":
            while place > 0 and sentence[place - 1].text != "(":
                place -= 1
            place -= 1
        elif is_in_name(word) and word.tag not in {"WDT", "WP"}:
            place -= 1
        elif word.text == "of" and _joins_names(sentence, place - 1):
            place -= 1  # "The Times of Lima"
        else:
            break
    if place < 2 or place >= verb or verb - place > _LONGEST:
        return None
    if not any(
        sentence[i].upos in {"NOUN", "PROPN", "PRON"} for i in range(place, verb)
    ):
        return None
    return place if sentence[place - 1].text in _CLOSING else None


def _joins_names(sentence: Sentence, place: int) -> bool:
    """Tell the "of" inside a name."""
    sides = (place - 1, place + 1)
    return place > 0 and all(sentence[i].upos == "PROPN" for i in sides)


def _described_start(sentence: Sentence, verb: int) -> int | None:
    """Return where a source with an apposition begins: ", Ruiz, the mayor, said"."""
    if verb < 2 or sentence[verb - 1].text != ",":
        return None
    subjects = sentence.children(verb, "nsubj")
    if not subjects:
        return _start_by_commas(sentence, verb)
    subject = max(subjects)
    if subject > verb:
        return None
    if sentence.child(subject, "appos") is None:
        return _start_by_commas(sentence, verb)
    start = first_word(sentence, subject)
    fits = start >= 2 and sentence[start - 1].text in _CLOSING
    return start if fits else None


def described_source(sentence: Sentence, verb: int) -> int | None:
    """Return the name in ", the head of the union, Ana Ruiz, said"."""
    if verb < 2 or sentence[verb - 1].text != ",":
        return None
    start = _start_by_commas(sentence, verb)
    if start is None or any(c >= start for c in sentence.children(verb, "nsubj")):
        return None
    return verb - 2


def _start_by_commas(sentence: Sentence, verb: int) -> int | None:
    """Return where ", the head of the union, Ana Ruiz, said" begins, by its commas."""
    commas = [i for i in range(verb) if sentence[i].text == ","][-3:]
    if len(commas) < 3 or commas[0] < 2 or verb - commas[0] > _LONGEST:
        return None
    name = range(commas[1] + 1, commas[2])
    title = range(commas[0] + 1, commas[1])
    named = all(sentence[i].upos == "PROPN" for i in name)
    described = all(
        is_in_name(sentence[i]) or sentence[i].upos == "ADP" for i in title
    ) and any(sentence[i].upos == "NOUN" for i in title)
    return title[0] if name and title and named and described else None


def _end(sentence: Sentence, verb: int) -> int | None:
    """Return the comma or the end behind a cue; only its occasion lies between."""
    for place in range(verb + 1, min(verb + _LONGEST, len(sentence))):
        word = sentence[place]
        if word.text in {",", "—", "–", "--"}:
            return place
        if word.text == ";":
            return place
        if word.upos in _STOPS or word.text == ":" or word.tag == "``":
            return None
        if word.text in {".", "!", "?"} and place + 2 >= len(sentence):
            return place
    return len(sentence) if verb + 1 >= len(sentence) else None


def _before(sentence: Sentence, start: int) -> range:
    """Return the words before a source; a relative pronoun begins its own clause."""
    last = start - 1
    low = 0
    for place in range(last - 1, -1, -1):
        if sentence[place].text in {";", ":"}:
            low = place + 1
            break
    if last > 0 and sentence[last - 1].tag in {"WDT", "WP"}:
        low = last - 1
    while (
        low < last
        and sentence[low].upos in {"CCONJ", "PUNCT"}
        and (sentence[low].tag != "``")
    ):
        low += 1
    return range(low, last)


def _after(sentence: Sentence, verb: int, end: int) -> range:
    """Return what goes on behind the comma, up to another cue of the same speaker."""
    first = end + 1
    if first >= len(sentence) or sentence[end].text not in {",", "—", "–", "--"}:
        return range(0)
    stop = len(sentence)
    for place in range(first, stop):
        word = sentence[place]
        opens = place == first or sentence[place - 1].upos in {"PUNCT", "CCONJ"}
        relative = place == first and word.tag in {"WDT", "WP"}
        if (
            word.text == ";"
            or relative
            or (opens and raised_cue(sentence, verb, place))
        ):
            # Behind ", said Ruiz, who" he is spoken of.
            stop = place
            break
    return range(first, stop)


def _is_clause(sentence: Sentence, before: range, after: range) -> bool:
    """Tell whether what is left is a sentence, not an occasion and its fact."""
    finite = _is_finite(sentence, before)
    if after:
        return finite or _is_finite(sentence, after)
    if sentence[before[0]].text.lower() not in SUBORDINATE:
        return finite
    # "Until the tolls are paid, no truck will pass, she warned": its second clause.
    comma = next((i for i in before if sentence[i].text == ","), None)
    return comma is not None and _is_finite(sentence, range(comma, before[-1] + 1))


def _is_finite(sentence: Sentence, words: range) -> bool:
    """Tell whether words hold a finite verb; "held" is often taken for a participle."""
    return any(
        sentence[i].tag in FINITE
        or (sentence[i].tag == "VBN" and sentence.child(i, "aux", "aux:pass") is None)
        for i in words
    )
