"""The starter pack: states, organisations and officials, from the tables that ship."""

from collections.abc import Iterator
from functools import cache, lru_cache

from dragoman.data.gazetteer import country_points
from dragoman.data.tables import (
    Country,
    countries,
    fold_key,
    organizations,
    read_rows,
)
from dragoman.model.knowledge import Known, name_known

PACK = "starter"

# Articles of the English Wikipedia that are not titled by the name in the table.
_TITLES = {
    "BS": "The Bahamas",
    "CI": "Ivory Coast",
    "FM": "Federated States of Micronesia",
    "GE": "Georgia (country)",
    "GM": "The Gambia",
    "IE": "Republic of Ireland",
    "PS": "State of Palestine",
}


@cache
def starter_pack() -> dict[str, tuple[Known, ...]]:
    """Return the entries by folded name."""
    found: dict[str, list[Known]] = {}
    for known in (*_states(), *_bodies(), *_officials()):
        for key in dict.fromkeys(map(name_key, known.names)):
            found.setdefault(key, []).append(known)
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Return the key under which lists file a name: folded, without "the"."""
    return fold_key(name).removeprefix("the ")


def find_in_starter(name: str) -> tuple[Known, ...]:
    """Return the entries that bear a name."""
    return starter_pack().get(name_key(name), ())


def _states() -> Iterator[Known]:
    ids = {code: (item, names) for code, item, names in read_rows("country_ids.tsv")}
    for country in countries().values():
        item, names = ids.get(country.code, ("", ""))
        yield _state(country, item, tuple(filter(None, names.split("|"))))


def _state(country: Country, item: str, names: tuple[str, ...]) -> Known:
    latitude, longitude = country_points().get(country.code, (None, None))
    return Known(
        id=name_known(PACK, "Place", country.name, country.code),
        pack=PACK,
        schema="Place",
        name=country.name,
        names=(*country.names, *names),
        types=("state",),
        country=country.code,
        wikidata=item or None,
        wiki=_TITLES.get(country.code, country.name),
        latitude=latitude,
        longitude=longitude,
    )


def _bodies() -> Iterator[Known]:
    listed = {body.name: body for body in organizations().values()}
    for body in listed.values():
        yield Known(
            id=name_known(PACK, "Organization", body.name, None),
            pack=PACK,
            schema="Organization",
            name=body.name,
            names=body.names,
            types=tuple(body.types),
            country=body.country,
            wikidata=body.wikidata,
            wiki=body.wiki,
        )


def _officials() -> Iterator[Known]:
    """Yield persons; their state is not set, since offices of several may follow."""
    for name, others, wiki in read_rows("officials.tsv"):
        yield Known(
            id=name_known(PACK, "Person", name, None),
            pack=PACK,
            schema="Person",
            name=name,
            names=(name, *filter(None, others.split("|"))),
            wiki=wiki or None,
        )
