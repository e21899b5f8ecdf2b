"""The bundled sample corpus against its gold: what ``dragoman demo`` shows."""

from pathlib import Path

import pytest

from golden.gold_check import Case, check_all
from golden.golden_build import call, export_case, list_misses

pytestmark = pytest.mark.slow

GOLD = Path(__file__).parent / "sample" / "gold.json"
FLOOR = 0.6
MUST = (
    "boilerplate-uncited",
    "dossier-cited",
    "dossier-loaded",
    "evidence-citations",
    "evidence-share",
    "norole-faris",
    "norole-grocer",
    "norole-vera",
    "noevent-called-off-held",
    "noevent-gates",
    "notsaid-jailer",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("sample") / "case"
    assert call("demo", "--out", folder) == 0
    return export_case(folder, GOLD)


@pytest.fixture(scope="module")
def held(sample: Case) -> dict[str, bool]:
    return check_all(sample)


def test_every_report_of_the_sample_is_read(sample: Case) -> None:
    assert len(sample.of_kind("document")) == 25


@pytest.mark.parametrize("name", MUST)
def test_evidence_and_traps_hold_without_exception(
    held: dict[str, bool], name: str
) -> None:
    assert held[name]


def test_most_of_the_gold_holds(held: dict[str, bool]) -> None:
    assert sum(held.values()) / len(held) >= FLOOR, list_misses(held)
