"""Numbers that belong to an event: killed, wounded, arrested, amounts.

Bounds are kept: "at least 12" has no upper one, "10 to 15" has both.
"""

import re
from collections.abc import Iterator

from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.claim import Quantity
from dragoman.model.document import Document
from dragoman.model.syntax import TENSED, Sentence
from dragoman.schema.force import ATTACKERS

_KINDS = {
    "kill": "killed",
    "murder": "killed",
    "massacre": "killed",
    "slaughter": "killed",
    "execute": "killed",
    "die": "killed",
    "perish": "killed",
    "behead": "killed",
    "assassinate": "killed",
    "shoot": "killed",
    "wound": "wounded",
    "injure": "wounded",
    "hurt": "wounded",
    "maim": "wounded",
    "arrest": "arrested",
    "detain": "arrested",
    "jail": "arrested",
    "imprison": "arrested",
    "apprehend": "arrested",
    "displace": "displaced",
    "abduct": "abducted",
    "kidnap": "abducted",
    "release": "released",
    "free": "released",
    "deport": "deported",
    "expel": "expelled",
    "evacuate": "evacuated",
    "convict": "convicted",
    "sentence": "convicted",
}
_STATES = {
    "dead": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "homeless": "displaced",
    "missing": "missing",
}
_NOUN_KINDS = {"killing": "killed", "arrest": "arrested", "abduction": "abducted"}
_SPANS = frozenset({"hour", "day", "week", "month", "year", "round"})
UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
}
_MANY = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
_MANY |= {"tens": 20, "dozen": 12, "millions": 2 * 10**6}
_LEAST = re.compile(
    r"(?:at least|more than|over|no fewer than|no less than|above|upwards of|some)"
    r"\s*(?:\ba\s*)?$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:up to|at most|no more than|fewer than|less than|as many as|nearly|almost)\s*$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:several|a few|many|some few)\s*$", re.IGNORECASE)
_DOZEN = 12
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_LATER_PARTS = frozenset({"conj", "appos", "acl", "case", "punct", "nmod"})
_PEOPLE = frozenset({"killed", "wounded", "arrested", "displaced", "abducted"})
# Whose deaths are no part of the toll of what they did.
INSURGENTS = frozenset(
    {"militant", "terrorist", "insurgent", "rebel", "extremist", "jihadist", "bandit"}
    | {"fighter"}
)
ARMED = INSURGENTS | {"soldier", "policeman", "officer", "troop", "guard", "trooper"}


class QuantityReader:
    """Reads the numbers of events."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def read(
        self, tree: Sentence, match: Match, tokens: list[tuple[int, str]]
    ) -> list[Quantity]:
        """Return the numbers on the participants and objects of an event."""
        trigger = match.trigger
        lemma = match.trigger.lemma
        kind = _KINDS.get(lemma) if match.clause else _NOUN_KINDS.get(lemma)
        if trigger.frame.name == "toll":
            kind = "killed"
        found: list[Quantity] = []
        if trigger.type == "PROTEST":
            heads = [token for token, part in tokens if part == "actor"]
            found.extend(self._counts(tree, heads, "participants"))
        elif kind is not None:
            heads = [token for token, part in tokens if part == "recipient"]
            if trigger.frame.name == "dying":  # not "two camps" of the attack on them
                heads = [token for token in heads if token < match.head]
            found.extend(self._counts(tree, heads, kind))
            found.extend(self._shared(tree, match.head))
        elif (
            trigger.type in {"AID", "COOPERATE", "MOBILIZE"} and match.noun is not None
        ):
            found.extend(self._amounts(tree, match.noun))
        if trigger.type == "ASSAULT":
            found.extend(self._toll(tree, match.head))
        return found

    def _shared(self, tree: Sentence, verb: int) -> Iterator[Quantity]:
        """Read "17 were killed and 30 wounded", where the auxiliary is told once."""
        for child in tree.children(verb, "conj"):
            kind = _KINDS.get(tree[child].lemma.lower())
            told = tree[child].tag == "VBN" and not tree.children(child, "obj", "aux")
            if kind is None or not told:
                continue
            for token in tree.children(child, "nsubj", "nsubj:pass"):
                quantity = self.number(tree, token, kind, None)
                if quantity is not None:
                    yield quantity

    def _counts(
        self, tree: Sentence, heads: list[int], kind: str
    ) -> Iterator[Quantity]:
        for token in heads:
            row = tree.conjuncts(token)
            total = self._total(tree, row, kind) if len(row) > 1 else None
            if total is not None:
                yield total
                continue
            for head in row:
                quantity = self.number(tree, head, kind, None)
                if quantity is not None:
                    yield quantity
                    break

    def _total(self, tree: Sentence, row: list[int], kind: str) -> Quantity | None:
        """Return the sum of "two soldiers and a medic"; "and others" leave it open."""
        row = _without_others(tree, row, kind)
        parts = [
            Quantity(kind, 1, 1, None, tree[head].text)
            if _is_one(tree, head)
            else self.number(tree, head, kind, None)
            for head in row
        ]
        found = [part for part in parts if part is not None]
        if all(_is_one(tree, head) for head in row) or not found:
            return None
        open_ = len(found) < len(row) or any(part.high is None for part in found)
        high = None if open_ else sum(part.high or 0 for part in found)
        start, _ = tree.extent(min(row), without=_LATER_PARTS)
        text = self.document.text[start : tree[max(row)].end]
        return Quantity(kind, sum(part.low for part in found), high, None, text)

    def _amounts(self, tree: Sentence, noun: int) -> Iterator[Quantity]:
        inner = tree.child(noun, "nmod")
        unit = tree[noun].lemma.lower()
        if unit in _SPANS:
            return  # "10 days of war games"
        if inner is not None and tree.case_of(inner) == "of":
            unit = f"{unit} of {tree[inner].lemma.lower()}"
        quantity = self.number(tree, noun, "amount", unit)
        if quantity is not None:
            yield quantity

    def _toll(self, tree: Sentence, head: int) -> Iterator[Quantity]:
        """Read "killing four and wounding nine", "left 12 dead"."""
        for child in tree.subtree(head):
            token = tree[child]
            kind = _STATES.get(token.lemma.lower()) or _STATES.get(token.text.lower())
            state = token.upos == "ADJ" or (
                token.tag == "VBN" and token.deprel in {"xcomp", "acl", "amod"}
            )
            if kind is None or _is_of_another_deed(tree, child, head):
                continue
            if state and tree.child(child, "obj") is None:
                own = tree.children(child, "nsubj", "nsubj:pass")
                heads = (*tree.children(token.head, "obj"), token.head)
                for number in own if token.deprel == "acl" and own else heads:
                    quantity = self.number(tree, number, kind, None)
                    if quantity is not None:
                        yield quantity
                        break

    def number(
        self, tree: Sentence, head: int, kind: str, unit: str | None
    ) -> Quantity | None:
        """Return the number on a noun, or the noun that is a number itself."""
        many = _MANY.get(tree[head].text.lower())
        if many is not None:
            text = self.document.text[tree[head].start : tree[head].end]
            return Quantity(kind, many, None, unit, text)
        children = tree.children(head, "nummod")
        number = children[0] if children else head
        if not _is_number(tree, number):
            return None
        if kind in _PEOPLE and is_rest(tree, head, number):
            return None
        return self._read(tree, number, kind, unit)

    def _read(
        self, tree: Sentence, number: int, kind: str, unit: str | None
    ) -> Quantity | None:
        inside = [
            index
            for index in tree.subtree(number)
            if _is_number(tree, index) or tree[index].text in _CURRENCIES
        ]
        values = [index for index in inside if _is_number(tree, index)]
        value = parse_number([tree[index].text for index in values])
        if value is None:
            return None
        start, end = tree[inside[0]].start, tree[inside[-1]].end
        before = self.document.text[max(tree.start, start - 20) : start]
        low: float = value
        high: float | None = value
        if before.endswith("half a ") and value == _DOZEN:
            low = high = value / 2
            start -= len("half a ")
        elif (several := _SEVERAL.search(before)) is not None and value >= _DOZEN:
            low, high = 2 * value, None  # "several hundred" are two at least
            start -= len(several.group(0))
        elif (least := _LEAST.search(before)) is not None:
            high = None if least.group(0).strip().lower() != "some" else value
            start -= len(least.group(0))
        elif (most := _MOST.search(before)) is not None:
            low = value if kind in _PEOPLE else 0
            start -= len(most.group(0))
        currency = next(
            (c for i in inside if (c := _CURRENCIES.get(tree[i].text))), None
        )
        text = self.document.text[start:end].strip()
        return Quantity(kind, low, high, currency or unit, text)


def _is_of_another_deed(tree: Sentence, state: int, deed: int) -> bool:
    """Tell whether "dead" is what the next deed did: "hit it and shot ten dead"."""
    verb = tree[state].head
    while verb >= 0 and verb != deed and tree[verb].upos != "VERB":
        verb = tree[verb].head
    if verb < 0 or verb == deed:
        return False
    told = tree[verb].lemma != "leave" or tree.child(verb, "nsubj") is not None
    return told and tree[verb].deprel == "conj" and tree[verb].tag in TENSED


def _without_others(tree: Sentence, row: list[int], kind: str) -> list[int]:
    """Leave out of a row who is of no one toll with its first.

    "84 killed and 284 injured" are two tolls; of "nine students and two gunmen were
    killed" the gunmen are who did it.
    """
    kept = [head for head in row if not _is_of_other_state(tree, head, kind)]
    suffered = [head for head in kept if tree[head].lemma.lower() not in ATTACKERS]
    civil = any(tree[head].lemma.lower() not in ARMED for head in suffered)
    if civil:
        suffered = [h for h in suffered if tree[h].lemma.lower() not in INSURGENTS]
    return suffered or kept or row


def _is_of_other_state(tree: Sentence, head: int, kind: str) -> bool:
    """Tell whether a number has a state of its own: "and 284 injured"."""
    states = (tree[child].lemma.lower() for child in tree.children(head, "acl", "amod"))
    kinds = {_STATES.get(state) or _KINDS.get(state) for state in states}
    return bool(kinds - {None, kind})


def _is_one(tree: Sentence, head: int) -> bool:
    """Tell whether a noun is one of its kind: "a medic"."""
    words = {tree[child].text.lower() for child in tree.children(head, "det")}
    return tree[head].tag == "NN" and bool(words & {"a", "an"})


def is_rest(tree: Sentence, head: int, number: int) -> bool:
    """Tell "the other six people killed": a part of a count that is told as well."""
    words = {tree[child].text.lower() for child in tree.children(head, "det", "amod")}
    return {"the", "other"} <= words and number != head


def _is_number(tree: Sentence, token: int) -> bool:
    """Tell whether a word is a number, a noun in "eleven were arrested" too."""
    return tree[token].upos == "NUM" or tree[token].text.lower() in UNITS


def parse_number(words: list[str]) -> float | None:
    """Return the value of number words or digits, ``None`` if they are none.

    >>> parse_number(["twenty", "thousand"])
    20000
    >>> parse_number(["2.5", "million"])
    2500000.0
    """
    total: float = 0
    current: float | None = None
    for raw in words:
        for word in raw.lower().replace(",", "").split("-"):
            if word in UNITS:
                current = (current or 0) + UNITS[word]
            elif word in _SCALES:
                current = (1 if current is None else current) * _SCALES[word]
                if _SCALES[word] > 100:
                    total, current = total + current, 0
            elif re.fullmatch(r"\d+(?:\.\d+)?", word):
                value = float(word) if "." in word else int(word)
                current = (current or 0) + value
            else:
                return None
    return None if current is None else total + current
