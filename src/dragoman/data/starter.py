"""The starter pack: states and well-known organisations, from the tables that ship."""

from collections.abc import Iterator
from functools import cache

from dragoman.data.gazetteer import country_points
from dragoman.data.tables import countries, fold_key, organizations
from dragoman.model.knowledge import Known, name_known

PACK = "starter"

# Articles of the English Wikipedia that are not titled by the name in the table.
_TITLES = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "FM": "Federated States of Micronesia",
    "GE": "Georgia (country)",
    "GM": "The Gambia",
    "BS": "The Bahamas",
    "IE": "Republic of Ireland",
    "PS": "State of Palestine",
    "ST": "São Tomé and Príncipe",
    "TL": "Timor-Leste",
}


@cache
def starter_pack() -> dict[str, tuple[Known, ...]]:
    """Return the entries by folded name."""
    found: dict[str, list[Known]] = {}
    for known in (*_states(), *_bodies()):
        for key in dict.fromkeys(map(fold_key, known.names)):
            found.setdefault(key, []).append(known)
    return {key: tuple(entries) for key, entries in found.items()}


def _states() -> Iterator[Known]:
    for country in countries().values():
        latitude, longitude = country_points().get(country.code, (None, None))
        yield Known(
            id=name_known(PACK, "Place", country.name, country.code),
            pack=PACK,
            schema="Place",
            name=country.name,
            names=country.names,
            types=("state",),
            country=country.code,
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
            wiki=body.name,
        )
