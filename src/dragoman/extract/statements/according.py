"""What stands "according to" somebody, in his words or in his view."""

from collections.abc import Iterator

from dragoman.extract.statements.clauses import subtree
from dragoman.extract.statements.order import IN_NAMES, lead_in
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.syntax import Sentence

_SOURCE_CASES = frozenset({"according", "per", "in", "by"})
_INSIDE_NAMES = frozenset(
    {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "punct"}
    | {"case", "nmod:unmarked"}
)
_CLAUSES = ("acl", "acl:relcl", "ccomp", "parataxis", "appos", "advcl")
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where"})
_VIEW = frozenset(
    {"view", "opinion", "words", "word", "estimation", "eyes", "telling", "account"}
    | {"judgment", "judgement", "assessment", "reckoning"}
)
# "By one estimate", "by his own admission"; "in a poll" at the head of a sentence.
_ACCOUNTS = frozenset(
    {"account", "admission", "estimate", "count", "tally", "reckoning", "calculation"}
)
_POLLS = frozenset({"poll", "survey"})


def find_according(reading: Reading, index: int) -> Iterator[Attribution]:
    """Yield what stands "according to" somebody, or in his words or view."""
    sentence = reading.sentences[index]
    for place in sentence.find_words(_SOURCE_CASES):
        token = sentence[place]
        word = token.text.lower()
        if token.deprel not in {"case", "mark", "root"}:
            continue
        if reading.quotation_at(token.start) is not None:
            continue
        source = _according_source(sentence, place, word)
        if source is None:
            continue
        author = _author_of(reading, sentence, source)
        tokens, core = _according_content(reading, sentence, place, source)
        content = _quoted_behind(reading, sentence, source) or reading.stretches(
            sentence, tokens
        )
        if content:
            fixed = [place, *sentence.children(place, "fixed")]
            if sentence[place + 1].text.lower() == "to":
                fixed.append(place + 1)
            yield Attribution(
                sentence=index,
                cue=place,
                cue_span=(token.start, sentence[max(fixed)].end),
                source=source if author is None else author,
                source_sentence=index,
                content=content,
                frame="according",
                act="assess" if word in {"in", "by"} else "assert",
                core=core,
            )


def _author_of(reading: Reading, sentence: Sentence, source: int) -> int | None:
    """Return Ruiz of "according to a speech that Ruiz delivered"."""
    if sentence[source].lemma.lower() not in reading.lexicon.documents:
        return None
    for clause in sentence.children(source, "acl", "acl:relcl"):
        author = sentence.child(clause, "nsubj")
        relative = author is None or sentence[author].tag in {"WP", "WDT"}
        if clause > source and not relative:
            return author
    return None


def _quoted_behind(
    reading: Reading, sentence: Sentence, source: int
) -> tuple[tuple[int, int], ...]:
    """Return the quotation in "According to Ruiz, “the port is shut. ...”"."""
    comma = source + 1
    if comma + 1 >= len(sentence) or sentence[comma].text not in {",", ":"}:
        return ()
    quotation = reading.quotation_at(sentence[comma + 1].end)
    if quotation is None or sentence[comma + 1].start != quotation.outer_start:
        return ()
    rest = [t for t in sentence.tokens[comma:] if t.start >= quotation.outer_end]
    if any(t.upos != "PUNCT" for t in rest):
        return ()
    return ((quotation.outer_start, quotation.outer_end),)


def _according_source(sentence: Sentence, place: int, word: str) -> int | None:
    token = sentence[place]
    if word == "according":
        if token.deprel != "root":
            return _named_after(sentence, place)
        return sentence.child(place, "obl", "nmod", "obj")
    if token.deprel == "root":
        return None
    if word == "per":
        return token.head if sentence[token.head].upos == "PROPN" else None
    if word == "by":
        return _account(sentence, place)
    if sentence[token.head].text.lower() in _VIEW:
        return _owner_of_view(sentence, token.head)
    if place == 0 and sentence[token.head].lemma in _POLLS:
        # "In a poll for the Herald, Ruiz led": the poll tells it.
        last = sentence.subtree(token.head)[-1]
        return token.head if "," in _around(sentence, last) else None
    return None


def _around(sentence: Sentence, last: int) -> set[str]:
    return {token.text for token in sentence.tokens[last : last + 2]}


def _account(sentence: Sentence, place: int) -> int | None:
    """Return the source of ", by one estimate" and of "by the mayor's count"."""
    noun = sentence[place].head
    if sentence[noun].lemma.lower() not in _ACCOUNTS:
        return None
    last = sentence.subtree(noun)[-1]
    apart = place == 0 or sentence[place - 1].text in {",", "—", "–", "-", "("}
    closed = last + 1 >= len(sentence) or sentence[last + 1].upos == "PUNCT"
    if not (apart and (closed or sentence[last].upos == "PUNCT")):
        return None
    owner = _owner_of_view(sentence, noun)
    return noun if owner is None else owner


def _named_after(sentence: Sentence, place: int) -> int | None:
    """Return the head of the noun phrase behind "according to"."""
    top = place + 1
    if top < len(sentence) and sentence[top].text.lower() == "to":
        top += 1
    if top >= len(sentence):
        return None
    last = top
    while sentence[top].head >= 0 and sentence[top].head > place:
        if sentence[top].deprel not in _INSIDE_NAMES:
            break
        last, top = top, sentence[top].head
    if sentence[top].tag in {"WDT", "WP"}:
        # "the report according to which they fled": the report says so.
        current = top
        while sentence[current].head >= 0:
            if sentence[current].deprel == "acl:relcl":
                return sentence[current].head
            current = sentence[current].head
        return None
    return top if sentence[top].upos in IN_NAMES else last


def _source_tokens(sentence: Sentence, place: int, source: int) -> frozenset[int]:
    """Return the phrase of a source; a clause behind its comma is what it says."""
    tokens = set(sentence.subtree(source))
    for child in sentence.children(source, *_CLAUSES):
        if child < source or "," not in lead_in(sentence, child):
            continue
        words = [sentence[t].text.lower() for t in sentence.subtree(child)]
        opening = next((w for w in words if w[0].isalnum()), "")
        described = sentence[child].tag == "VBN" and sentence[child].deprel == "acl"
        if opening not in _RELATIVE and not described:
            tokens -= set(sentence.subtree(child))
    return frozenset(tokens) | {place, place + 1, *sentence.children(place, "fixed")}


def _according_content(
    reading: Reading, sentence: Sentence, place: int, source: int
) -> tuple[frozenset[int], int]:
    """Return the clause around; where the parse fails, what follows the comma."""
    token = sentence[place]
    if token.deprel == "root":
        comma = next(
            (i for i in range(place, len(sentence)) if sentence[i].text == ","),
            len(sentence),
        )
        return frozenset(range(comma + 1, len(sentence))), -1
    if source > place and sentence[source].head == -1:
        return frozenset(), -1
    if source < place:
        clause = token.head
        tokens = frozenset(t for t in sentence.subtree(clause) if t > place)
        return tokens - set(sentence.children(place, "fixed")) - {place + 2}, clause
    above = sentence[source].head
    while (
        reading.quotation_at(sentence[above].start) is not None
        and sentence[above].head >= 0
    ):
        # Hung on quoted words, though it stands outside of them.
        above = sentence[above].head
    own = _source_tokens(sentence, place, source)
    if token.head >= 0 and sentence[token.head].text.lower() in _VIEW | _ACCOUNTS:
        own |= set(sentence.subtree(token.head))
    final = all(
        index in own or sentence[index].upos in {"PUNCT", "PROPN"}
        for index in range(place, len(sentence))
    )
    if final and sentence[place - 1].text == ",":
        # ", according to the bank." at the end: all of the sentence.
        above = sentence.root
        own |= frozenset(range(place, len(sentence)))
    around = _clause_around(sentence, above) - own
    if any(sentence[i].deprel == "acl:relcl" and i > place for i in around):
        around -= {i for i in around if i < place and _is_linking(sentence, i)}
    # A semicolon ends what is attributed: "A left; according to B, C stayed".
    breaks = [i for i in range(len(sentence)) if sentence[i].text == ";"]
    low = max((i for i in breaks if i < place), default=-1)
    high = min((i for i in breaks if i > place), default=len(sentence))
    return frozenset(i for i in around if low < i < high), above


def _is_linking(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is of the "in which" that opens a clause."""
    token = sentence[index]
    return "WDT" in {
        token.tag,
        sentence[token.head].tag if token.deprel == "case" else "",
    }


def _owner_of_view(sentence: Sentence, noun: int) -> int | None:
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    return next(
        (c for c in sentence.children(noun, "nmod") if sentence.case_of(c) == "of"),
        None,
    )


def _clause_around(sentence: Sentence, token: int) -> frozenset[int]:
    """Return the clause that a phrase belongs to, climbing out of noun phrases."""
    current = token
    while (
        sentence[current].upos not in {"VERB", "AUX"}
        and not sentence.children(current, "cop", "nsubj")
        and sentence[current].head >= 0
    ):
        current = sentence[current].head
    while (
        sentence[current].deprel in {"xcomp", "conj", "ccomp"}
        and sentence.child(current, "nsubj", "nsubj:pass", "csubj") is None
        and sentence[current].head >= 0
    ):
        # An open clause has its subject above: "the top would see taxes go up".
        current = sentence[current].head
    return subtree(sentence, current)
