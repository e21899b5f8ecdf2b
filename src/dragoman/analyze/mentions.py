"""Chains of given mentions over many texts: names, nouns and pronouns.

For corpora whose mentions somebody else has marked. Within a story (``stories``) the
head of a mention decides; first names and acronyms lead to the name that they stand
for; a pronoun goes to the last fitting person or thing of its own text. Between
stories nothing is joined: without knowledge of the world, two mayors are two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.data.tables import country_names, fold_key, given_names, name_words
from dragoman.text.calendar_names import CALENDAR_KEYS
from dragoman.text.person_names import GENERATIONS

_PRONOUNS = {
    "m": "he him his himself",
    "f": "she her hers herself",
    "n": "it its itself",
    "p": "they them their themselves",
    "speaker": "i my me",
    "we": "we our us",
    "relative": "who which whom whose that where",
    "other": "you your this these there here",
}
_KINDS = {word: kind for kind, words in _PRONOUNS.items() for word in words.split()}
_OPENERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|several|"
    r"two|three|other)\s+",
    re.IGNORECASE,
)
# What follows the head of a noun phrase.
_BEHIND = re.compile(
    r"\s+(?:of|in|at|on|for|from|with|to|by|who|which|that|near|under|behind|between|"
    r"during)\s.*|,.*|\s-\s.*|\s*\(.*",
    re.IGNORECASE | re.DOTALL,
)
_POSSESSIVE = re.compile(r"\s*['’]\s*s?$")
_WORD = re.compile(r"[\w&]+(?:[-’'.]\w+)*")
_GENDERED = {
    "m": "man father son husband boy brother king actor gentleman",
    "f": "woman mother daughter wife girl sister queen actress grandmother",
}
_NOUN_GENDER = {
    word: gender for gender, words in _GENDERED.items() for word in words.split()
}

Label = tuple[int | str, str]
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


def _stem(word: str) -> str:
    """Cut inflection only: of nouns, "robber" and "robbery" are two."""
    word = fold_key(word).removesuffix("'s")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    return word.removesuffix("e") if len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention in comparable form.

    Attributes:
        words: Words up to the head.
        head: Stem of the head, with a generation mark the word before it as well.
        name: Whether the head is written as a name.
        pronoun: Kind of pronoun, ``""`` for anything else.
    """

    words: tuple[str, ...]
    head: str
    name: bool
    pronoun: str


def chain_mentions(
    texts: Sequence[str],
    mentions: Sequence[Sequence[tuple[int, int]]],
    stories: Sequence[int],
) -> list[list[str]]:
    """Return the chain of each mention.

    Args:
        texts: The texts.
        mentions: Start and end of the mentions of each text, in any order.
        stories: Number of the story that each text tells.

    Returns:
        Labels in the shape of ``mentions``; equal ones over all texts are one chain.
    """
    read = [
        [_read(text[start:end]) for start, end in spans]
        for text, spans in zip(texts, mentions, strict=True)
    ]
    by_story: defaultdict[int, list[_Mention]] = defaultdict(list)
    for story, some in zip(stories, read, strict=True):
        by_story[story] += some
    stands_for = {story: _find_full(some) for story, some in by_story.items()}
    found = []
    for n, (some, spans) in enumerate(zip(read, mentions, strict=True)):
        order = sorted(range(len(some)), key=lambda at: spans[at])
        full = stands_for[stories[n]]
        labels = _follow([some[at] for at in order], n, stories[n], full)
        placed = dict(zip(order, labels, strict=True))
        found.append([f"{placed[at][0]}:{placed[at][1]}" for at in range(len(some))])
    return found


def _read(text: str) -> _Mention:
    plain = _POSSESSIVE.sub("", text.strip()).replace(" ’ ", "’").strip('"“” ')
    while _OPENERS.match(plain):
        plain = _OPENERS.sub("", plain, count=1)
    core = _BEHIND.sub("", plain) or plain
    words = tuple(_WORD.findall(core)) or (text,)
    head = _stem(words[-1])
    if len(words) > 1 and words[-1].lower().rstrip(".") in GENERATIONS:
        head = f"{_stem(words[-2])} {words[-1].lower()}"
    name = words[-1][:1].isupper() or words[-1].isdigit()
    return _Mention(words, head, name, _KINDS.get(text.strip().lower(), ""))


def _find_full(mentions: Iterable[_Mention]) -> dict[str, str]:
    """Return the head that a first name or an acronym of a story stands for."""
    firsts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    initials: dict[str, str] = {}
    single: dict[str, str] = {}
    titles = name_words().titles
    for mention in mentions:
        if not mention.name or mention.pronoun:
            continue
        if len(mention.words) == 1:
            single[mention.head] = mention.words[0]
            continue
        letters = "".join(word[0] for word in mention.words if word[0].isupper())
        initials.setdefault(letters.lower(), mention.head)
        if _is_person(mention):
            for word in mention.words[:-1]:
                if word[0].isupper() and len(word) > 2 and word.lower() not in titles:
                    firsts[_stem(word)][mention.head] += 1
    found: dict[str, str] = {}
    for head, word in single.items():
        ranked = firsts[head].most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]):
            found[head] = ranked[0][0]
        elif word.isupper() and 2 <= len(word) <= 6 and word.lower() in initials:
            found[head] = initials[word.lower()]
    return {head: full for head, full in found.items() if found.get(full) != head}


def _follow(
    mentions: Sequence[_Mention], number: int, story: int, full: dict[str, str]
) -> list[Label]:
    """Label the mentions of one text in reading order, pronouns by what went before."""
    labels: list[Label] = []
    last: dict[str, Label] = {}
    for mention in mentions:
        kind = mention.pronoun
        if kind:
            before = {"m": "person", "f": "person", "speaker": "person"}
            before["relative"] = "person"
            label = last.get(kind) or last.get(before.get(kind, kind))
            labels.append(label or (f"text {number}", kind))
            continue
        label = (story, full.get(mention.head, mention.head))
        labels.append(label)
        if _is_person(mention):
            last["person"] = label
            gender = given_names().get(mention.words[0].lower())
            gender = gender or _NOUN_GENDER.get(mention.words[-1].lower())
            if gender:
                last[gender] = label
            elif mention.name and len(mention.words) > 1:
                last.pop("m", None)
                last.pop("f", None)
        else:
            last["n"] = label
        if _is_group(mention):
            last["p"] = label
    return labels


def _is_person(mention: _Mention) -> bool:
    vocabulary = name_words()
    last = mention.words[-1].lower()
    if mention.name:
        return not (
            last in country_names()
            or last in vocabulary.organizations
            or last in vocabulary.places
            or last in CALENDAR_KEYS
        )
    single = last.removesuffix("s")
    return any(
        word in vocabulary.humans or word in vocabulary.titles or word in _NOUN_GENDER
        for word in (last, single)
    )


def _is_group(mention: _Mention) -> bool:
    last = mention.words[-1].lower()
    return last in {"people", "police"} or (last.endswith("s") and not mention.name)
