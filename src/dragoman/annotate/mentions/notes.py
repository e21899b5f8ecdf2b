"""What can be seen of a mention by itself, in numbers: kind, number, gender, role.

Used alike when the scorer of antecedents is trained and when it runs. Every flag is 0
or 1; their order is that of the tables below, and the weights go by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.mentions.finder import FoundMention
from dragoman.data.tables import fold_key, given_names, name_words
from dragoman.model.syntax import DEFINITE, Sentence

Ints = NDArray[np.int64]
Flags = NDArray[np.float32]

KINDS = (
    "name",
    "definite",
    "indefinite",
    "bare",
    "possessive",
    "demonstrative",
    "counted",
    "i",
    "we",
    "you",
    "he",
    "she",
    "it",
    "they",
    "this",
    "other_pronoun",
)
_PRONOUNS = {
    word: kind
    for kind, words in {
        "i": "i me my mine myself",
        "we": "we us our ours ourselves",
        "you": "you your yours yourself yourselves",
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves themself",
        "this": "this that these those",
    }.items()
    for word in words.split()
}
FIRST_PRONOUN = KINDS.index("i")
_REFLEXIVE = frozenset(
    {"myself", "yourself", "himself", "herself", "itself", "ourselves"}
    | {"yourselves", "themselves", "themself"}
)
_INDEFINITE = frozenset({"a", "an", "some", "any", "another", "no", "every", "each"})
_DEMONSTRATIVE = (DEFINITE - {"the", "both"}) | {"such"}
_QUANTIFIERS = frozenset(
    {"all", "both", "many", "most", "several", "few", "two", "three", "four"}
    | {"five", "six", "seven", "eight", "nine", "ten", "more", "some", "other"}
    | {"one"}
)
NUMBERS = ("singular", "plural", "open")
GENDERS = ("m", "f", "n", "open")
_PRONOUN_GENDERS = {"he": 0, "she": 1, "it": 2}
_MALE = frozenset(
    {"man", "boy", "father", "son", "brother", "husband", "uncle", "king"}
    | {"prince", "gentleman", "guy", "nephew", "grandfather", "grandson"}
    | {"chairman", "spokesman", "businessman", "policeman", "mr", "sir", "lord"}
)
_FEMALE = frozenset(
    {"woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "queen"}
    | {"princess", "lady", "niece", "widow", "grandmother", "granddaughter"}
    | {"chairwoman", "spokeswoman", "businesswoman", "policewoman", "actress"}
    | {"ms", "mrs", "miss", "dame"}
)
ROLES = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "nmod:poss",
    "nmod",
    "compound",
    "appos",
    "conj",
    "root",
    "other",
)
TYPES = (
    "person",
    "organization",
    "place",
    "event",
    "time",
    "object",
    "abstract",
    "substance",
    "animal",
    "plant",
)
_WIDTHS = (1, 2, 3, 5, 9)
_ODDS = (0.0, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)
_SMALL_WORDS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its"}
    | {"their", "my", "our", "your", "of", "and", "'s", "’s", "'", "’", ","}
    | {".", "-", '"', "“", "”"}
)
MENTION_SIZE = (
    len(KINDS)
    + len(NUMBERS)
    + len(GENDERS)
    + len(ROLES)
    + len(TYPES)
    + len(_WIDTHS)
    + len(_ODDS)
    + 3
)


@dataclass(slots=True)
class Noted:
    """All that is known of the mentions of one document, one row each.

    ``mentions`` are in order of the text; the arrays have a row for each of them.
    """

    mentions: list[FoundMention]
    flags: Flags  # (mentions, MENTION_SIZE)
    kind: Ints
    number: Ints
    gender: Ints
    role: Ints
    type: Ints
    sentence: Ints
    start: Ints  # words, counted in the document
    end: Ints
    head: Ints
    governor: Ints  # word that the head hangs on, -1 for the root
    text: Ints  # numbers of strings: equal strings have equal numbers
    lemma: Ints
    first: Ints
    last: Ints
    acronym: Ints
    copula: Ints  # head word of the subject that a predicate tells of, -1
    apposed: Ints  # head word that an apposition stands beside, -1
    reflexive: NDArray[np.bool_]
    words: list[frozenset[str]]  # without small words

    def __len__(self) -> int:
        return len(self.mentions)


_COLUMNS = (
    *("kind", "number", "gender", "role", "type", "sentence", "start", "end"),
    *("head", "governor", "text", "lemma", "first", "last", "acronym"),
    *("copula", "apposed"),
)
_TYPE_NUMBERS = {name: number for number, name in enumerate(TYPES)}
_KIND_NUMBERS = {name: number for number, name in enumerate(KINDS)}
_ROLE_NUMBERS = {name: number for number, name in enumerate(ROLES)}


def note(mentions: Sequence[FoundMention], sentences: Sequence[Sentence]) -> Noted:
    """Look at every mention of a document by itself."""
    # Equal strings have equal numbers; what there is none of has -1.
    strings: dict[str, int] = {"": -1}
    number_of = strings.setdefault
    values: list[int] = []
    reflexive: list[bool] = []
    joined: list[bool] = []
    contents: list[frozenset[str]] = []
    views: dict[int, _View] = {}
    offsets = list(accumulate(map(len, sentences), initial=0))
    for mention in mentions:
        number = mention.sentence
        view = views.get(number)
        if view is None:
            view = views[number] = _View(sentences[number])
        offset, start, end = offsets[number], mention.start, mention.end
        head = view.tree_head(mention)
        token = view.sentence[head]
        texts = view.texts[start:end]
        kind = _kind(view, mention, head, texts)
        named_together = view.joined.get(head, end) < end
        content = [word for word in texts if word not in _SMALL_WORDS]
        contents.append(frozenset(content))
        above = offset + token.head if token.head >= 0 else -1
        subject = view.subject(head)
        # In the order of _COLUMNS.
        values += (
            kind,
            1 if named_together else _number(token.tag, view.texts[head], kind, texts),
            _gender(view, mention, kind),
            _role(token.deprel),
            _TYPE_NUMBERS[mention.type],
            number,
            offset + start,
            offset + end,
            offset + head,
            above,
            number_of(" ".join(content or texts), len(strings)),
            number_of(view.sentence.bases[head], len(strings))
            if kind < FIRST_PRONOUN
            else -1,
            number_of(content[0], len(strings)) if content and not kind else -1,
            number_of(content[-1], len(strings)) if content and not kind else -1,
            number_of(_acronym(view, mention, texts), len(strings)),
            -1 if subject is None else offset + subject,
            above if token.deprel == "appos" else -1,
        )
        reflexive.append(texts[-1] in _REFLEXIVE)
        joined.append(named_together)
    table = np.array(values, np.int64).reshape(len(mentions), len(_COLUMNS)).T
    columns = dict(zip(_COLUMNS, np.ascontiguousarray(table), strict=True))
    return Noted(
        list(mentions),
        _set_flags(mentions, columns, joined),
        **columns,
        reflexive=np.array(reflexive, np.bool_),
        words=contents,
    )


class _View:
    """What is asked of a sentence again and again, mention by mention.

    Attributes:
        texts: Its words in lower case.
        joined: By head, the first word behind it that is coordinated with it.
        owned: By head, the last word before it that possesses it.
    """

    __slots__ = ("_copulas", "_heads", "joined", "owned", "sentence", "texts")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.texts = sentence.lowered
        self._heads = [token.head for token in sentence]
        self._copulas: set[int] = set()
        self.joined: dict[int, int] = {}
        self.owned: dict[int, int] = {}
        for index, token in enumerate(sentence):
            if token.deprel == "conj":
                if token.head < index:
                    self.joined.setdefault(token.head, index)
            elif token.deprel == "nmod:poss":
                if index < token.head:
                    self.owned[token.head] = index
            elif token.deprel == "cop":
                self._copulas.add(token.head)

    def tree_head(self, mention: FoundMention) -> int:
        """Return the word whose head lies outside; the model's own if none does."""
        start, end, heads = mention.start, mention.end, self._heads
        for index in range(start, end):
            if not start <= heads[index] < end:
                return index
        return mention.head

    def subject(self, head: int) -> int | None:
        """Return the subject that a word is said of by a copula, or ``None``."""
        return self.sentence.child(head, "nsubj") if head in self._copulas else None


def _set_flags(
    mentions: Sequence[FoundMention],
    columns: dict[str, Ints],
    joined: Sequence[bool],
) -> Flags:
    rows = np.arange(len(mentions))
    flags = np.zeros((len(rows), MENTION_SIZE), np.float32)
    odds = np.array([mention.odds for mention in mentions])
    width = np.searchsorted(_WIDTHS, columns["end"] - columns["start"], "right") - 1
    place = 0
    for chosen, size in (
        (columns["kind"], len(KINDS)),
        (columns["number"], len(NUMBERS)),
        (columns["gender"], len(GENDERS)),
        (columns["role"], len(ROLES)),
        (columns["type"], len(TYPES)),
        (width, len(_WIDTHS)),
        (np.searchsorted(_ODDS, odds, "right") - 1, len(_ODDS)),
    ):
        flags[rows, place + chosen] = 1
        place += size
    flags[:, place] = columns["sentence"] == 0
    flags[:, place + 1] = [not mention.start for mention in mentions]
    flags[:, place + 2] = joined
    return flags


def _kind(view: _View, mention: FoundMention, head: int, texts: Sequence[str]) -> int:
    token = view.sentence[head]
    if len(texts) == 1 and (texts[0] in _PRONOUNS or token.upos == "PRON"):
        return _KIND_NUMBERS[_PRONOUNS.get(texts[0], "other_pronoun")]
    if token.upos == "PROPN" and texts[0] not in _INDEFINITE:
        return _KIND_NUMBERS["name"]
    if token.upos in {"PRON", "DET"}:
        return _KIND_NUMBERS["other_pronoun"]
    first = texts[0]
    if first == "the":
        return _KIND_NUMBERS["definite"]
    if first in _INDEFINITE:
        return _KIND_NUMBERS["indefinite"]
    if first in _DEMONSTRATIVE:
        return _KIND_NUMBERS["demonstrative"]
    if view.owned.get(head, -1) >= mention.start:
        return _KIND_NUMBERS["possessive"]
    if view.sentence[mention.start].upos == "NUM" or first in _QUANTIFIERS:
        return _KIND_NUMBERS["counted"]
    return _KIND_NUMBERS["bare"]


def _number(tag: str, text: str, kind: int, texts: Sequence[str]) -> int:
    name = KINDS[kind]
    if name in {"i", "he", "she", "it"} or text in {"this", "that"}:
        return 0
    if name in {"we", "they"} or text in {"these", "those"}:
        return 1
    if tag in {"NNS", "NNPS"} or ("and" in texts and name == "name"):
        return 1
    return 0 if tag in {"NN", "NNP"} else 2


def _gender(view: _View, mention: FoundMention, kind: int) -> int:
    name = KINDS[kind]
    if kind >= FIRST_PRONOUN:
        return _PRONOUN_GENDERS.get(name, 3)
    if mention.type != "person":
        return 2
    titles = _title_words()
    for index in range(mention.start, mention.end):
        word = fold_key(view.sentence[index].text)
        gender = titles.get(word)
        if gender is None and name == "name":
            gender = given_names().get(word)
        if gender in {"m", "f"}:
            return GENDERS.index(gender)
        if index == mention.head and name != "name":
            break
    return 3


@cache
def _title_words() -> dict[str, str]:
    found = dict(name_words().honorifics)
    found.update(dict.fromkeys(_MALE, "m"))
    found.update(dict.fromkeys(_FEMALE, "f"))
    return found


@cache
def _role(deprel: str) -> int:
    known = _ROLE_NUMBERS.get(deprel)
    if known is None:
        stem = deprel.partition(":")[0]
        known = _ROLE_NUMBERS.get(stem, _ROLE_NUMBERS["other"])
    return known


def _acronym(view: _View, mention: FoundMention, texts: Sequence[str]) -> str:
    """Return the acronym of a name of several words, or an acronym itself."""
    if len(texts) == 1:
        word = view.sentence[mention.start].text
        told = len(word) > 1 and word.isupper() and texts[0] not in _SMALL_WORDS
        return word.replace(".", "").lower() if told else ""
    words = [
        view.sentence[index].text
        for index, lower in enumerate(texts, mention.start)
        if lower not in _SMALL_WORDS
    ]
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return words[0].replace(".", "").lower()
    letters = [word[0] for word in words if word[:1].isupper()]
    return "".join(letters).lower() if len(letters) > 1 else ""
