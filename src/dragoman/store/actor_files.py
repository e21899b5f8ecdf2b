r"""Actor and agent dictionaries of event coders, as TABARI and PETRARCH have them.

An actor dictionary gives names a code, or codes by day::

    GONDOR_ [GON]                    # a comment
    +MINAS_TIRITH                    a further name
    HAMID_KARZAI_
    \t[AFGGOV >011222]               from that day on
    \t[AFGELI 19750101-20000101]     between two days
    \t[AFGELI]                       otherwise

An agent dictionary gives common nouns the code that they add to the actor named with
them, ``~`` standing for that actor; plurals are formed unless braces give them::

    !PERSON! = MAN, MEN
    CONGRESS!PERSON! [~LEG]
    POLICE {} [~COP]

Source:
    P. Schrodt, "PETRARCH Dictionary Formats", documentation of PETRARCH, 2014.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.errors import StoreError
from dragoman.model.knowledge import DatedCode

Json = Mapping[str, Any]

_LOG = logging.getLogger(__name__)
# A code, and the days for which it holds: "HOBGOV 19950601 - 19990815", "ETH <911226".
_RESTRICTED = re.compile(r"([^\s<>]+)\s*([<>\d].*)?")
_CODE = re.compile(r"\[([^\[\]]*)\]")
_NAMED = re.compile(r"[^\s\[,+][^\[]*\[\s*[A-Za-z~]")
_BRACES = re.compile(r"\{([^{}]*)\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DAY = re.compile(r"\d{6}(?:\d{2})?")
_SET = re.compile(r"(![^!\s]+!)\s*=\s*(.+)")
# Codes that mean "not coded".
_NULL = frozenset({"---", "+++", "###", "~", ""})
# Two-digit years up to this one are of this century.
_PIVOT = 30
_LOOKED_AT = 400


def is_dictionary(text: str) -> bool:
    """Tell whether a text looks like an actor or agent dictionary."""
    lines = list(_lines(text))[:_LOOKED_AT]
    coded = sum(bool(_CODE.search(line)) for _, line in lines)
    named = any(_NAMED.match(line) for _, line in lines)
    return named and coded * 4 >= len(lines)


def read_dictionary(text: str, where: str) -> Iterator[tuple[int, Json]]:
    """Yield the entries of a dictionary with the number of their first line.

    A code with a restriction that cannot be read is left out, with a warning in the
    log: the dictionaries in use have a few such slips in ten thousand lines.

    Raises:
        StoreError: A code or a further name stands before any name.
    """
    lines = list(_lines(text))
    agents = any("~" in code for _, line in lines for code in _CODE.findall(line))
    return _read_agents(lines, where) if agents else _read_actors(lines, where)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is neither comment nor blank, with its number."""
    kept = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)
    for number, line in enumerate(kept.splitlines(), start=1):
        bare = line.partition("#")[0].partition(";")[0].rstrip()
        if bare.strip() and not bare.lstrip().startswith("<"):
            yield number, bare


@dataclass(slots=True)
class _Actor:
    line: int
    names: list[str] = field(default_factory=list)
    dated: list[DatedCode] = field(default_factory=list)
    plain: list[DatedCode] = field(default_factory=list)

    def fields(self) -> Json:
        # What holds for some days only goes before what holds otherwise.
        return {
            "name": self.names[0],
            "names": self.names,
            "schema": "Actor",
            "codes": tuple(self.dated + self.plain),
        }


def _read_actors(
    lines: list[tuple[int, str]], where: str
) -> Iterator[tuple[int, Json]]:
    entry: _Actor | None = None
    for number, line in lines:
        if line.lstrip().startswith("["):
            if entry is None:
                raise StoreError(f"{where}:{number}: a code before any name")
        elif line.startswith("+"):
            if entry is None:
                raise StoreError(f"{where}:{number}: a further name before any name")
            entry.names.append(_phrase(line[1:]))
        else:
            if entry is not None and (entry.dated or entry.plain):
                yield entry.line, entry.fields()
            entry = _Actor(number, [_phrase(line)])
        for text in _CODE.findall(line):
            code = _read_code(text, f"{where}:{number}")
            if code is not None:
                listed = entry.dated if code.start or code.end else entry.plain
                listed.append(code)
    if entry is not None and (entry.dated or entry.plain):
        yield entry.line, entry.fields()


def _phrase(line: str) -> str:
    bare = _BRACES.sub(" ", _CODE.sub(" ", line))
    return " ".join(bare.replace("_", " ").split())


def _read_code(text: str, where: str) -> DatedCode | None:
    """Read what stands in brackets: a code, and the days for which it holds."""
    found = _RESTRICTED.fullmatch(text.strip())
    if found is None:
        _LOG.warning("%s: [%s] is no code, left out", where, text)
        return None
    code, bound = found[1], re.sub(r"\s|>$", "", found[2] or "")
    if code in _NULL:
        return None
    # "ELR/GAL": several codes at once; the first one is who it is.
    code = code.partition("/")[0].upper()
    first, dash, last = bound.partition("-")
    try:
        if bound.startswith("<"):
            return DatedCode(code, None, _day(bound[1:]))
        if bound.startswith(">"):
            return DatedCode(code, _day(bound[1:]), None)
        if dash or bound:
            return DatedCode(code, _day(first), _day(last))
    except ValueError as error:
        _LOG.warning("%s: [%s] left out: %s", where, text, error)
        return None
    return DatedCode(code)


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r}: a day is YYMMDD or YYYYMMDD")
    if len(text) == 6:
        text = ("20" if int(text[:2]) <= _PIVOT else "19") + text
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _read_agents(
    lines: list[tuple[int, str]], where: str
) -> Iterator[tuple[int, Json]]:
    sets: dict[str, list[str]] = {}
    for number, line in lines:
        stated = _SET.fullmatch(line.strip())
        if stated is not None:
            sets[stated[1]] = [one.strip() for one in stated[2].split(",")]
            continue
        codes = [
            code
            for text in _CODE.findall(line)
            if (code := _read_code(text.replace(" ", ""), f"{where}:{number}"))
        ]
        if not codes:
            continue
        names = [
            form
            for one in _substitute(_CODE.sub(" ", _BRACES.sub(" ", line)), sets)
            for form in _forms(one, line)
        ]
        if names and names[0]:
            yield (
                number,
                {
                    "name": names[0],
                    "names": names,
                    "schema": "Agent",
                    "codes": tuple(codes[:1]),
                },
            )


def _substitute(phrase: str, sets: Mapping[str, list[str]]) -> list[str]:
    for marker, words in sets.items():
        if marker in phrase:
            return [phrase.replace(marker, word) for word in words]
    return [phrase]


def _forms(phrase: str, line: str) -> list[str]:
    """Return singular and plural; braces in the line hold irregular plurals, or none.

    A phrase made by substitution has its plural in the set already.
    """
    singular = _phrase(phrase)
    braces = _BRACES.search(line)
    if braces is not None:
        return [singular, *(_phrase(one) for one in braces[1].split())]
    if "!" in line or not singular:
        return [singular]
    low = singular.upper()
    if low.endswith("Y") and low[-2:-1] not in "AEIOU":
        return [singular, f"{singular[:-1]}IES"]
    return [singular, f"{singular}ES" if low.endswith(("SS", "CH")) else f"{singular}S"]
