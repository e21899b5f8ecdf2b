"""Lists of persons, bodies and places in the forms that users have them.

CSV
    Between commas, semicolons or tabs. A header with ``name``; further columns
    ``schema``, ``names`` or ``aliases`` (separated by ``|`` or ``;``), ``types``,
    ``country``, ``wikidata``, ``wiki``, ``latitude``, ``longitude``.
FollowTheMoney entities
    JSON lines with ``schema`` and ``properties``, also inside the ZIP file of an
    export; persons, bodies and addresses are
    taken, things of other schemata (events, posts, vessels) are left out.
Wikidata items
    JSON lines with ``labels``, ``aliases``, ``claims`` and ``sitelinks``.
Dictionaries of actors and agents
    As event coders have them, see ``store.actor_files``.
"""

import csv
import io
import json
import math
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import BadZipFile, ZipFile

from dragoman.data.tables import countries, country_names, fold_key
from dragoman.errors import StoreError
from dragoman.model.knowledge import CODING, SCHEMAS, Known, name_known
from dragoman.store.actor_files import is_dictionary, read_dictionary
from dragoman.text.printable import is_readable, keep_on_line

ENTITIES = "entities.ftm.json"
_ZIP = b"PK\x03\x04"
_MOST_BYTES = 256_000_000  # unpacked; larger ones are no lists but bombs
Json = Mapping[str, Any]

_FTM = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "PublicBody": "Organization",
    "LegalEntity": "Organization",
    "Address": "Place",
}
# Classes of Wikidata (values of "instance of") and the schema that they mean.
_CLASSES = {
    "Q5": "Person",
    "Q515": "Place",
    "Q3957": "Place",
    "Q532": "Place",
    "Q6256": "Place",
    "Q3624078": "Place",
    "Q35657": "Place",
    "Q10864048": "Place",
}
_DEGREES = {"latitude": 90.0, "longitude": 180.0}


def read_knowledge(data: bytes, where: str, pack: str) -> list[Known]:
    """Read a list; its form is told by its first sign.

    Args:
        data: The file.
        where: Its name, for messages.
        pack: Name under which the entries are kept.

    Raises:
        StoreError: The file is no such list; the message names the line.
    """
    if data.startswith(_ZIP):
        data = _unpack(data, where)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoreError(
            f"{where}: not UTF-8 at byte {error.start}: save it as CSV in UTF-8"
        ) from error
    read = _read_csv
    if text.lstrip()[:1] == "{":
        read = _read_json
    elif is_dictionary(text):
        read = read_dictionary
    entries = []
    for number, fields in read(text, where):
        try:
            entries.append(_make(fields, pack))
        except (TypeError, ValueError) as error:
            raise StoreError(f"{where}:{number}: {error}") from error
    if not entries:
        raise StoreError(f"{where}: has no entries")
    return entries


def _unpack(data: bytes, where: str) -> bytes:
    """Return the entities in an export of the form ``ftm``."""
    try:
        with ZipFile(io.BytesIO(data)) as archive, archive.open(ENTITIES) as packed:
            found = packed.read(_MOST_BYTES + 1)
    except KeyError as error:
        raise StoreError(f"{where}: a ZIP file without {ENTITIES}") from error
    except (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise StoreError(f"{where}: a ZIP file that cannot be read: {error}") from error
    if len(found) > _MOST_BYTES:
        raise StoreError(f"{where}: {ENTITIES} is over {_MOST_BYTES} bytes unpacked")
    return found


def _read_csv(text: str, where: str) -> Iterator[tuple[int, Json]]:
    rows = csv.DictReader(io.StringIO(text), delimiter=_find_delimiter(text))
    try:
        yield from _read_rows(rows, where)
    except csv.Error as error:
        line = rows.reader.line_num
        raise StoreError(f"{where}:{line}: no CSV: {error}") from error


def _find_delimiter(text: str) -> str:
    """Return what stands between the columns of a table.

    Spreadsheets write what is usual in the land of their user.
    """
    head = text.partition("\n")[0].lower()
    for sign in ",;\t":
        if "name" in (column.strip(' "\r') for column in head.split(sign)):
            return sign
    return ","


def _read_rows(rows: "csv.DictReader[str]", where: str) -> Iterator[tuple[int, Json]]:
    rows.fieldnames = [one.strip().lower() for one in rows.fieldnames or ()]
    if "name" not in rows.fieldnames:
        have = ", ".join(rows.fieldnames) or "none"
        raise StoreError(f"{where}: a column 'name' is needed, there are: {have}")
    for row in rows:
        fields: dict[str, Any] = {k: (v or "").strip() for k, v in row.items() if k}
        others = f"{fields.get('names', '')}|{fields.get('aliases', '')}"
        fields["names"] = _split(others)
        fields["types"] = _split(fields.get("types", ""))
        yield rows.line_num, fields


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace(";", "|").split("|") if part.strip()]


def _read_json(text: str, where: str) -> Iterator[tuple[int, Json]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            thing = json.loads(line.rstrip().rstrip(","))
        except (ValueError, RecursionError) as error:
            raise StoreError(f"{where}:{number}: no JSON: {error}") from error
        if not isinstance(thing, dict):
            raise StoreError(f"{where}:{number}: no JSON object")
        try:
            if "labels" in thing:
                fields = _from_wikidata(thing)
            elif thing.get("schema") in _FTM or "schema" not in thing:
                fields = _from_ftm(thing)
            else:
                continue
        except (AttributeError, KeyError, TypeError) as error:
            raise StoreError(
                f"{where}:{number}: neither a Wikidata item nor a FollowTheMoney "
                f"entity: {type(error).__name__}: {error}"
            ) from error
        yield number, fields


def _from_ftm(thing: Json) -> Json:
    found = thing.get("properties")
    raw: Json = found if isinstance(found, dict) else {}
    values = {k: [v] if isinstance(v, str) else list(v) for k, v in raw.items()}
    names = [*values.get("name", ()), *values.get("full", ()), *values.get("alias", ())]
    # FollowTheMoney knows lands that are no states of ISO 3166: "eu", "suhh".
    known = (one for one in values.get("country", ()) if one.upper() in countries())
    return {
        "name": names[0] if names else "",
        "names": [*names, *values.get("previousName", ())],
        "schema": _FTM.get(str(thing.get("schema")), ""),
        "country": next(known, ""),
        "wikidata": next(iter(values.get("wikidataId", ())), ""),
    }


def _from_wikidata(thing: Json) -> Json:
    labels = [each["value"] for each in thing.get("labels", {}).values()]
    usual = thing.get("labels", {}).get("en", {}).get("value")
    aliases = [
        each["value"] for listed in thing.get("aliases", {}).values() for each in listed
    ]
    kinds = [_CLASSES.get(one, "") for one in _items(thing, "P31")]
    point: Json = next(iter(_values(thing, "P625")), {})
    return {
        "name": usual or next(iter(labels), ""),
        "names": [*labels, *aliases],
        "schema": next((kind for kind in kinds if kind), "Organization"),
        "wikidata": str(thing.get("id", "")),
        "wiki": thing.get("sitelinks", {}).get("enwiki", {}).get("title", ""),
        "latitude": point.get("latitude", ""),
        "longitude": point.get("longitude", ""),
    }


def _values(thing: Json, property_id: str) -> list[Any]:
    return [
        claim["mainsnak"]["datavalue"]["value"]
        for claim in thing.get("claims", {}).get(property_id, ())
        if "datavalue" in claim.get("mainsnak", {})
    ]


def _items(thing: Json, property_id: str) -> list[str]:
    return [str(value.get("id")) for value in _values(thing, property_id)]


def _make(fields: Json, pack: str) -> Known:
    given = fields.get("name", "")
    name = _line(given)
    if given and not name:
        raise ValueError(f"name {given!r}: nothing in it can be read")
    schema = str(fields.get("schema") or "Person")
    if schema not in SCHEMAS and not (schema in CODING and "codes" in fields):
        raise ValueError(f"schema {schema!r}: allowed are {', '.join(SCHEMAS)}")
    wikidata = str(fields.get("wikidata") or "") or None
    names = dict.fromkeys((name, *map(_line, fields.get("names", ()))))
    return Known(
        id=name_known(pack, schema, name, wikidata),
        pack=pack,
        schema=schema,
        name=name,
        names=tuple(filter(None, names)),
        types=tuple(fields.get("types", ())),
        country=_country(str(fields.get("country") or "")),
        wikidata=wikidata,
        wiki=str(fields.get("wiki") or "") or None,
        latitude=_degrees(fields, "latitude"),
        longitude=_degrees(fields, "longitude"),
        codes=tuple(fields.get("codes", ())),
    )


def _line(name: object) -> str:
    """Return a name as one line of text, empty if there is nothing to be seen in it.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(name, str):
        raise TypeError(f"name {name!r}: a text is needed")
    return keep_on_line(name.strip()) if is_readable(name) else ""


def _country(text: str) -> str | None:
    code = text.strip().upper()
    if code and code not in countries():
        named = country_names().get(fold_key(text.strip()))
        if named is None:
            raise ValueError(
                f"country {text!r}: a state or its ISO 3166 alpha-2 code is needed"
            )
        return named
    return code or None


def _degrees(fields: Json, name: str) -> float | None:
    value = fields.get(name)
    if value in (None, ""):
        return None
    try:
        degrees = float(str(value))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= _DEGREES[name]:
        most = _DEGREES[name]
        raise ValueError(f"{name} {value!r}: degrees up to {most:g} are needed")
    return degrees
