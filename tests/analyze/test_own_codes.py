"""Phrases coded by a user's own dictionaries."""

from collections.abc import Iterable, Mapping

import pytest

from dragoman.analyze.actor_codes import code_party
from dragoman.analyze.own_codes import OwnCodes
from dragoman.data.starter import name_key
from dragoman.model.claim import NameUse, Party
from dragoman.model.entity import Entity, Role
from dragoman.model.knowledge import DatedCode, Known


def make(schema: str, codes: tuple[DatedCode, ...], *names: str) -> Known:
    return Known(names[0], "own", schema, names[0], names, codes=codes)


ENTRIES = (
    make("Actor", (DatedCode("VRN"),), "VARNIA", "VARNIAN", "ВАРНИЯ"),
    make("Actor", (DatedCode("SLB"),), "SELBY"),
    make(
        "Actor",
        (
            DatedCode("VRNGOV", "2004-02-01", "2009-11-30"),
            DatedCode("VRNELI", "2009-11-30"),
            DatedCode("VRN"),
        ),
        "OLE BRANDT",
    ),
    make("Agent", (DatedCode("~COP"),), "BORDER POLICE"),
    make("Agent", (DatedCode("~GOV"),), "GOVERNMENT"),
    make("Agent", (DatedCode("~MED"),), "MEDIA"),
    make("Agent", (DatedCode("NGO~"),), "RELIEF CORPS"),
)


def find(names: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
    found = {
        name: tuple(
            one for one in ENTRIES if name_key(name) in map(name_key, one.names)
        )
        for name in names
    }
    return {name: entries for name, entries in found.items() if entries}


OWN = OwnCodes(find)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Varnia", ("VRN",)),
        ("the Varnian border police", ("VRNCOP",)),
        ("Varnia's government media", ("VRNGOVMED",)),
        ("the Relief Corps of Selby", ("NGOSLB",)),
        ("former government of Varnia", ("VRNELI",)),
        ("the governments of Varnia and Selby", ("VRN", "SLB")),
        ("border police", ("COP",)),
        ("правительство: Варния", ("VRN",)),
    ],
)
def test_a_phrase_is_coded_by_its_longest_entries(
    text: str, codes: tuple[str, ...]
) -> None:
    coded = OWN.code(text, None)

    assert coded is not None
    assert coded.codes() == codes


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2005-01-01", "VRNGOV"),
        ("2009-11-30", "VRNGOV"),
        ("2012-01-01", "VRNELI"),
        ("1999-01-01", "VRN"),
        (None, "VRN"),
    ],
)
def test_a_code_holds_for_its_days(day: str | None, code: str) -> None:
    coded = OWN.code("Ole Brandt", day)

    assert coded is not None
    assert coded.codes() == (code,)


def test_what_no_dictionary_names_is_coded_as_without_one() -> None:
    assert OWN.code("two Syrian soldiers", None) is None
    assert str(code_party(Party(None, "two Syrian soldiers"), {}.get, OWN)) == "SYRMIL"


def test_a_person_is_coded_by_name_before_office() -> None:
    uses = (NameUse("Ole Brandt", "en", ()),)
    role = Role("mayor", None, "Selby", "current", None, None, "2024-05-01", ())
    brandt = Entity("e1", "Person", (), "Ole Brandt", uses, (), (role,), None, ())

    coded = code_party(Party("e1", "Brandt"), {"e1": brandt}.get, OWN, "2005-05-05")

    assert (coded.country, coded.sector) == ("VRN", "GOV")
