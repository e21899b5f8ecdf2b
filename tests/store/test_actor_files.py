"""Dictionaries of actors and agents in the forms that event coders have them."""

import logging

import pytest

from dragoman.errors import StoreError
from dragoman.model.knowledge import DatedCode, Known
from dragoman.store.knowledge_files import read_knowledge

ACTORS = """<!-- Actors of an invented region
     over two lines -->
VARNIA_ [VRN] # a state
+VARNIAN
+ВАРНИЯ

OLE_BRANDT_
+THE_OLD_FOX
\t[VRNOPP <20040131]
\t[VRNGOV 20040201 - 091130]
\t[VRNELI]
RIVER_FRONT [VRNREB/SLE]
GHOST [---]
"""
AGENTS = """!PERSON! = MAN, WOMEN
POLICE {} [ ~COP] # never "polices"
GOOSE {GEESE} [~GGS]
DEPUTY [~LEG]
CONGRESS!PERSON! [~LEG]
AID_BODY [NGO~]
"""


def read(text: str) -> dict[str, Known]:
    return {one.name: one for one in read_knowledge(text.encode(), "own.txt", "own")}


def test_an_actor_has_its_names_and_its_code() -> None:
    varnia = read(ACTORS)["VARNIA"]

    assert varnia.schema == "Actor"
    assert varnia.names == ("VARNIA", "VARNIAN", "ВАРНИЯ")
    assert varnia.codes == (DatedCode("VRN"),)


def test_codes_bound_to_days_come_first() -> None:
    assert read(ACTORS)["OLE BRANDT"].codes == (
        DatedCode("VRNOPP", None, "2004-01-31"),
        DatedCode("VRNGOV", "2004-02-01", "2009-11-30"),
        DatedCode("VRNELI"),
    )


def test_the_first_of_several_codes_counts_and_a_null_code_does_not() -> None:
    found = read(ACTORS)

    assert found["RIVER FRONT"].codes == (DatedCode("VRNREB"),)
    assert "GHOST" not in found


@pytest.mark.parametrize(
    ("name", "names", "code"),
    [
        ("POLICE", ("POLICE",), "~COP"),
        ("GOOSE", ("GOOSE", "GEESE"), "~GGS"),
        ("DEPUTY", ("DEPUTY", "DEPUTIES"), "~LEG"),
        ("CONGRESSMAN", ("CONGRESSMAN", "CONGRESSWOMEN"), "~LEG"),
        ("AID BODY", ("AID BODY", "AID BODIES"), "NGO~"),
    ],
)
def test_an_agent_has_its_plural(name: str, names: tuple[str, ...], code: str) -> None:
    found = read(AGENTS)[name]

    assert (found.schema, found.names, found.codes) == (
        "Agent",
        names,
        (DatedCode(code),),
    )


def test_a_day_that_cannot_be_read_costs_its_code_only(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        found = read("VARNIA_ [VRN]\n\t[VRNGOV >9008223]\nSELBY_ [SLB]\n")

    assert found["VARNIA"].codes == (DatedCode("VRN"),)
    assert "own.txt:2: [VRNGOV >9008223] left out" in caplog.text


def test_a_further_name_needs_a_first_one() -> None:
    with pytest.raises(StoreError, match=r"own\.txt:1: a further name before any name"):
        read("+VARNIAN\nVARNIA_ [VRN]\n")
