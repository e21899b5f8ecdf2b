"""Who stands between a speaker and the report: channels, quoters, those cited.

"The mine, through its lawyer, said", "Ruiz, quoted by Radio Delta, said", "the Post,
citing two diplomats, reported", "Ruiz promised, the channel added, that ...".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.extract.statements.clauses import find_told
from dragoman.extract.statements.lexicon import Lexicon, tells_clause
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.sources import source_of
from dragoman.model.syntax import Sentence

_THROUGH = frozenset({"through", "via"})
_QUOTES = frozenset({"quote", "cite"})
_CARRIES = _QUOTES | {"carry", "report", "publish", "relay"}
_SET_OFF = frozenset({"parataxis", "ccomp"})
# How many tokens an aside has at most.
_ASIDE = 8
_PASSING = frozenset({"clause", "quote"})


@dataclass(frozen=True, slots=True)
class Relays:
    """Tokens of the sentence of the cue.

    Attributes:
        through: Those through whom the source speaks, or who quote it.
        cited: Those whose words the source passes on.
    """

    through: tuple[int, ...] = ()
    cited: tuple[int, ...] = ()


def find_relays(sentence: Sentence, cue: int, source: int) -> Relays:
    """Read who is put between a source and its words."""
    through: list[int] = []
    cited: list[int] = []
    for child in sentence.children(source, "nmod"):
        if sentence.case_of(child) in _THROUGH:
            through.append(child)
    for child in sentence.children(cue, "obl"):
        if sentence.case_of(child) in _THROUGH:
            through.append(child)
    cited.extend(_quoted_by(sentence, source))
    holders = [source, cue]
    for holder in holders:
        for child in sentence.children(holder, "acl", "advcl"):
            token = sentence[child]
            lemma = token.lemma.lower()
            if token.tag == "VBN" and lemma in _CARRIES:
                through.extend(_agents(sentence, child))
                holders.append(child)
            elif token.tag == "VBG" and lemma in _QUOTES:
                cited.extend(sentence.children(child, "obj"))
    cited.extend(_cited_behind(sentence, cue))
    return Relays(tuple(dict.fromkeys(through)), tuple(dict.fromkeys(cited)))


def _cited_behind(sentence: Sentence, cue: int) -> list[int]:
    """Return the ministry of ", TASS reported, citing the ministry"."""
    citing = cue + 2
    if citing >= len(sentence) or sentence[cue + 1].text != ",":
        return []
    token = sentence[citing]
    quotes = token.tag == "VBG" and token.lemma.lower() in _QUOTES
    return sentence.children(citing, "obj") if quotes else []


def _quoted_by(sentence: Sentence, source: int) -> list[int]:
    """Return the nurse of "the agency, which quoted a nurse"."""
    found: list[int] = []
    for clause in sentence.children(source, "acl:relcl"):
        led = sentence.child(clause, "nsubj")
        relative = led is not None and sentence[led].tag in {"WDT", "WP"}
        if relative and sentence[clause].lemma.lower() in _QUOTES:
            found += [c for c in sentence.children(clause, "obj") if c > clause]
    return found


def _agents(sentence: Sentence, participle: int) -> list[int]:
    """Return who quotes, the last word of a name that was torn into agents."""
    agents = sentence.children(participle, "obl:agent")
    return agents[-1:]


def is_only_cited(reading: Reading, one: Attribution) -> bool:
    """Tell whether what "citing" has for an object is a person, no content."""
    if one.frame != "object" or one.cue < 0:
        return False
    sentence = reading.sentences[one.sentence]
    if sentence[one.cue].lemma.lower() not in _QUOTES:
        return False
    reference = reading.annotations.reference_by_head.get((one.sentence, one.core))
    if reference is not None and reference.type == "person":
        return True
    return sentence[one.core].lemma.lower() in reading.lexicon.speakers


def told_in_passing(
    reading: Reading, one: Attribution, here: Sequence[Attribution]
) -> Attribution | None:
    """Give words back to their speaker: "Ruiz promised, the radio added, that ...".

    The cue between the commas relays; the one before it has the words.

    Args:
        reading: The document.
        one: The attribution whose cue may stand in passing.
        here: What else was found in its sentence.

    Returns:
        The attribution with the true cue, ``None`` if it is right as it is.
    """
    if one.frame not in _PASSING or one.source is None:
        return None
    sentence = reading.sentences[one.sentence]
    above = _cue_around(reading, one)
    if above is None:
        return None
    for other in here:
        if other.cue == above and other.core != one.cue:
            after = other.content[0][0] >= sentence[one.cue].end
            return replace(other, relay=one.source) if after else None
    # "He told her" in "He told her, she said, that ..." is no part of the words.
    behind = tuple(s for s in one.content if s[0] >= sentence[one.cue].end)
    if not behind or not _reports(sentence, above, reading.lexicon):
        return None
    speaker = source_of(sentence, above)
    if speaker is None or speaker == one.source:
        return None
    frames = reading.lexicon.verbs[sentence[above].lemma.lower()]
    return replace(
        one,
        cue=above,
        cue_span=(sentence[above].start, sentence[above].end),
        source=speaker,
        content=behind,
        act=frames["clause"],
        addressees=find_told(sentence, above),
        relay=one.source,
    )


def added_aside(reading: Reading, one: Attribution) -> int | None:
    """Return who adds in passing: the radio of "promised, the radio added, that"."""
    if one.cue < 0 or one.frame not in _PASSING:
        return None
    sentence = reading.sentences[one.sentence]
    first = one.cue + 1
    if first >= len(sentence) or sentence[first].text != ",":
        return None
    for place in range(first + 1, min(first + _ASIDE, len(sentence) - 1)):
        token = sentence[place]
        if token.upos == "PUNCT":
            return None
        if token.upos != "VERB" or token.tag not in {"VBD", "VBZ"}:
            continue
        named = [
            i
            for i in range(first + 1, place)
            if sentence[i].upos in {"NOUN", "PROPN", "PRON"}
        ]
        behind = one.content[0][0] >= token.end
        aside = sentence[place + 1].text == "," and behind
        if not (aside and named and _reports(sentence, place, reading.lexicon)):
            return None
        return None if named[-1] == one.source else named[-1]
    return None


def _cue_around(reading: Reading, one: Attribution) -> int | None:
    """Return the verb behind which a cue stands between commas with its subject."""
    sentence = reading.sentences[one.sentence]
    cue = one.cue
    if cue < 1 or one.source is None or one.source_sentence != one.sentence:
        return None
    above = sentence[cue].head
    start = sentence.subtree(one.source)[0]
    if sentence[cue].deprel not in _SET_OFF or not 0 <= above < one.source < cue:
        # The other way round: the first cue hung on the one between the commas.
        hung = [c for c in sentence.children(cue, "ccomp") if c == start - 2]
        above = hung[0] if hung else -1
    if above < 0 or start == 0:
        return None
    set_off = (
        sentence[start - 1].text == ","
        and cue + 1 < len(sentence)
        and sentence[cue + 1].text == ","
    )
    return above if set_off else None


def _reports(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    frames = lexicon.verbs.get(sentence[verb].lemma.lower())
    speaks = tells_clause(frames)
    return speaks and is_said(sentence, verb, lexicon)
