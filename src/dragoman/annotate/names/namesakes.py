"""Two of one name or surname, where the text tells.

"No relation to", "not to be confused"; and "Minister Tavares" before "João Tavares, a
singer".
"""

import re
from collections import defaultdict
from collections.abc import Sequence as Items
from itertools import pairwise

from dragoman.annotate.names.persons import may_be_same
from dragoman.annotate.names.sequences import Sequence
from dragoman.data.callings import are_apart, are_other_trades, is_calling
from dragoman.data.tables import given_names, name_words
from dragoman.model.annotation import Annotations
from dragoman.text.lowered import lower_all
from dragoman.text.names import sound_words

# In a text in small letters.
_SAID = re.compile(
    r"\b(?:no|any|not a) (?:relation|relative|kin)s? (?:to|of|with)\b"
    r"|\b(?:not|un)[ ]?related to\b|\bnot to be confused with\b"
    r"|\bshar(?:es?|ed|ing) (?:his|her|a|the same|their) (?:full |family |last |sur)?"
    r"names? with\b|\bof the same name\b|\bnamesakes?\b"
)
# What may stand between a name and these words: "X, who is no relation of", "X and a
# poet of the same name". Behind a verb they are said of something else: "X said that
# the strike was unrelated to".
_BESIDE = re.compile(
    r"(?:[\s,()–—-]+(?:who|and|but|is|was|are|were|has|had|he|she|bears?|also|no|not))*"
    r"(?:[\s,(–—-]+(?:an?|the|another) \w+)?[\s,()–—-]+",
    re.IGNORECASE,
)


def find_namesakes(
    raw: Items[Sequence], annotations: Annotations, text: str
) -> tuple[set[str], dict[int, int]]:
    """Find full names that two bear.

    Returns:
        The keys of these names; and by ``id`` which of the two a sequence names, 0 or
        1: the second of a name in the sentence that says so is the other one.
    """
    low = lower_all(text)
    told = {
        number: found
        for number, sentence in enumerate(annotations.sentences)
        if (found := _SAID.search(low, sentence.start, sentence.end)) is not None
    }
    which = _find_introduced(raw, text)
    keys = {sequence.key for sequence in raw if id(sequence) in which}
    by_name: defaultdict[tuple[int, str], list[Sequence]] = defaultdict(list)
    for sequence in raw:
        if sequence.sentence in told and len(sequence.keys) > 1:
            by_name[sequence.sentence, sequence.key].append(sequence)
    for (number, key), same in by_name.items():
        said = told[number].start()
        if len(same) > 1:
            which[id(same[1])] = 1
        elif not (same[0].end <= said and _BESIDE.fullmatch(text, same[0].end, said)):
            continue
        keys.add(key)
    return keys, which


# Behind a name, what somebody lives by: ", a 54-year-old surgeon".
_CALLED = re.compile(r"\s*,\s+an?\s+((?:[\w-]+\s+){0,3}[\w-]+)")
_ANOTHER = re.compile(
    r"\b(?:another|an? (?:different|second)|the other)\s+$", re.IGNORECASE
)
_REACH = 20  # code points


def _find_introduced(raw: Items[Sequence], text: str) -> dict[int, int]:
    """Find full names introduced twice, by callings that hardly one man has.

    "Omar Karam, a surgeon" and "another Omar Karam, a butcher".
    """
    which: dict[int, int] = {}
    first: dict[str, tuple[Sequence, list[str]]] = {}
    for sequence in raw:
        called = _CALLED.match(text, sequence.end) if len(sequence.keys) > 1 else None
        if called is None:
            continue
        callings = list(filter(is_calling, called[1].lower().split()))
        one, known = first.setdefault(sequence.key, (sequence, callings))
        before = text[max(0, sequence.start - _REACH) : sequence.start]
        if one is not sequence and (
            _ANOTHER.search(before)
            or are_apart(known, callings)
            or are_other_trades(known, callings)
        ):
            which[id(one)], which[id(sequence)] = 0, 1
    return which


# Behind a name, what tells readers who somebody is whom they do not know yet.
_NEW = re.compile(r"\s*,\s+an?\s+[a-z\d]")


def find_newcomers(raw: Items[Sequence], text: str) -> set[tuple[str, str]]:
    """Find surnames behind an office, and fuller names that another bears later on.

    Who is told by an office and a surname is not introduced as somebody new later on
    ("a singer"), nor by another office. Headlines introduce nobody. Nor is anybody
    introduced anew by a part of his name ("Yemane Tesfai Haile", "Tesfai Haile, a
    trader").

    Returns:
        Pairs of keys: a surname or a part of a name, and a fuller one with it.
    """
    firsts: dict[str, Sequence] = {}
    for sequence in raw:
        firsts.setdefault(sequence.key, sequence)
    by_word: defaultdict[str, list[Sequence]] = defaultdict(list)
    for one in firsts.values():
        if len(one.keys) > 1:
            for word in dict.fromkeys(one.keys):
                by_word[word].append(one)
    found = set()
    for one in firsts.values():
        fuller = by_word.get(one.keys[0], ())
        if len(one.keys) > 1:
            if _NEW.match(text, one.end):
                found |= {
                    (one.key, full.key)
                    for full in fuller
                    if full.start < one.start and _is_within(one.keys, full.keys)
                }
        elif one.title and fuller and not _is_headline(one, text):
            found |= {
                (one.key, full.key)
                for full in fuller
                if full.start > one.start and _is_another(one, full, text)
            }
    return found


def find_later_namesakes(raw: Items[Sequence], text: str) -> set[tuple[str, str]]:
    """Find surnames in use for one person when another full name with it comes up.

    "Miodrag Vukov was jailed. Vukov smiled. His lawyer, Luka Vukov, appealed": the
    bare surname stays with who had it, unless "the two ministers Vukov" names both.

    Returns:
        Pairs of keys: a surname, and the full name that came later.
    """
    bearer: dict[str, Sequence] = {}
    used: set[str] = set()
    both: set[str] = set()
    found = set()
    for sequence in raw:
        if len(sequence.keys) == 1:
            if sequence.title is not None and sequence.title.plural:
                both.add(sequence.key)
            used.update(bearer.keys() & sequence.keys)
        elif not _is_headline(sequence, text):
            for surname in sequence.keys:
                first = bearer.setdefault(surname, sequence)
                if surname in used and not may_be_same(
                    sound_words(sequence.text), sound_words(first.text)
                ):
                    found.add((surname, sequence.key))
    return {(surname, full) for surname, full in found if surname not in both}


# Between a surname and the full name of a relative: "Okoro and the first lady, Ada
# Okoro".
_WITH = re.compile(r"\s+and\s+(?:[a-z.-]+,?\s+){0,4}")


def find_relatives_by_surname(raw: Items[Sequence], text: str) -> set[tuple[str, str]]:
    """Find surnames of one person, and full names of another who bears it as well.

    Both are told in a row ("President Okoro and Ada Okoro"); or the surname stands
    behind "Mr." alone, and the given name is a woman's, or the other way round.

    Returns:
        Pairs of keys: a surname, and a full name.
    """
    honorifics = name_words().honorifics
    shown: defaultdict[str, set[str]] = defaultdict(set)
    full: dict[str, tuple[str, ...]] = {}
    for sequence in raw:
        if len(sequence.keys) > 1:
            full[sequence.key] = sequence.keys
        elif (gender := honorifics.get(sequence.honorific or "", "n")) != "n":
            shown[sequence.key].add(gender)
    found = {
        (surname, key)
        for key, words in full.items()
        if (given := given_names().get(words[0])) is not None
        for surname in {words[0], words[-1]} & shown.keys()
        if given not in shown[surname]
    }
    for one, other in pairwise(raw):
        if one.sentence != other.sentence or len(other.keys) < 2:
            continue
        if one.key in {other.keys[0], other.keys[-1]} and _WITH.fullmatch(
            text, one.end, _begin(other)
        ):
            found.add((one.key, other.key))
    return found


# They go by their given names: "King Hussein" is no Saddam Hussein.
_ROYAL = frozenset(
    {"king", "queen", "prince", "princess", "emperor", "empress", "sultan", "emir",
     "amir", "pope", "tsar", "tsarina"}
)  # fmt: skip


def find_royal(raw: Items[Sequence]) -> set[tuple[str, str]]:
    """Find single names that only monarchs bear here, and full names that end in one.

    Returns:
        Pairs of keys: the monarch's name, and a full name of somebody else.
    """
    first: dict[str, int] = {}
    for one in raw:
        if len(one.keys) == 1 and one.title is not None and one.title.word in _ROYAL:
            first.setdefault(one.key, one.start)
    if not first:
        return set()
    others = [one for one in raw if one.title is None or one.title.word not in _ROYAL]
    early = {one.key for one in others if one.start < first.get(one.key, 0)}
    royal = first.keys() - early
    crowned = {one.key for one in raw} - {one.key for one in others}
    return {
        (one.keys[-1], one.key)
        for one in others
        if len(one.keys) > 1 and one.keys[-1] in royal and one.key not in crowned
    }


def _begin(sequence: Sequence) -> int:
    """Return where a name begins, or the title before it."""
    return sequence.start if sequence.title is None else sequence.title.start


def _is_within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether a name is a longer one without some of its words."""
    words = iter(whole)
    return len(part) < len(whole) and all(word in words for word in part)


def _is_headline(sequence: Sequence, text: str) -> bool:
    """Tell whether the line of a name ends like no sentence."""
    end = text.find("\n", sequence.end)
    line = text[sequence.end : len(text) if end < 0 else end].rstrip()
    return not line.endswith((".", "!", "?", '"', "”", "’", "»", ":", ")"))


def _is_another(short: Sequence, full: Sequence, text: str) -> bool:
    """Tell whether a fuller name is introduced as that of somebody else."""
    if short.title is None:
        return False
    if full.title is None:
        return _NEW.match(text, full.end) is not None
    return short.title.word != full.title.word
