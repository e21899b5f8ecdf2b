"""The code book: sectors of actors, CAMEO codes and quad classes, read from YAML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.data.word_yaml import read_yaml
from dragoman.errors import SchemaError
from dragoman.schema.loader import PLOVER

FILE = Path(__file__).parent / "codes.yaml"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class CodeBook:
    """What ``codes.yaml`` says.

    Attributes:
        sectors: Code to its meaning.
        types: Finer type of an organisation to sector.
        words: Sectors in order of precedence, each with single words and phrases
            in lower case.
        quads: PLOVER type to quad class, 1 to 4.
        cameo: PLOVER type to codes by mode; the empty mode is always there.
        finer: PLOVER type to what is coded finer by words of the telling: mode (``*``
            for any), code, words in lower case.
    """

    sectors: Mapping[str, str]
    types: Mapping[str, str]
    words: tuple[tuple[str, frozenset[str]], ...]
    quads: Mapping[str, int]
    cameo: Mapping[str, Mapping[str, str]]
    finer: Mapping[str, tuple[tuple[str, str, frozenset[str]], ...]]


@cache
def load_codes(path: Path = FILE) -> CodeBook:
    """Read and check a code book.

    Raises:
        SchemaError: A sector, type or code is not known or missing; the message
            says which.
    """
    book = read_yaml(path.read_text(encoding="utf-8"))
    if book.get("version") != _VERSION:
        raise SchemaError(f"{path.name}: version {book.get('version')}, not {_VERSION}")
    sectors: dict[str, str] = dict(book["sectors"])
    words = tuple((sector, frozenset(listed)) for sector, listed in book["words"])
    used = {sector for sector, _ in words} | set(book["types"].values())
    if unknown := used - sectors.keys():
        raise SchemaError(f"{path.name}: no such sectors: {', '.join(sorted(unknown))}")
    quads = {name: quad for quad, names in book["quads"].items() for name in names}
    _check_types(path.name, "quads", quads)
    _check_types(path.name, "cameo", book["cameo"])
    for name, modes in book["cameo"].items():
        if "" not in modes:
            raise SchemaError(f"{path.name}: cameo.{name} has no code without a mode")
    finer = _read_finer(path.name, book.get("finer", ()), book["cameo"])
    return CodeBook(sectors, dict(book["types"]), words, quads, book["cameo"], finer)


def _read_finer(
    file: str, rows: Iterable[Sequence[Any]], cameo: Mapping[str, Any]
) -> dict[str, tuple[tuple[str, str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for kind, mode, code, words in rows:
        if kind not in cameo:
            raise SchemaError(f"{file}: finer: {kind} is no PLOVER type")
        found.setdefault(kind, []).append((mode, code, frozenset(words)))
    return {kind: tuple(listed) for kind, listed in found.items()}


def _check_types(file: str, key: str, table: Mapping[str, Any]) -> None:
    if set(table) != set(PLOVER):
        odd = ", ".join(sorted(set(table) ^ set(PLOVER)))
        raise SchemaError(f"{file}: {key} and the PLOVER types differ: {odd}")
