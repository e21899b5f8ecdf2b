"""Single reports of many regions and kinds against their gold."""

import json
from pathlib import Path

import pytest

from golden.gold_check import check_all
from golden.golden_build import call, export_case, list_misses

pytestmark = pytest.mark.slow

REPORTS = Path(__file__).parent / "reports"
GOLDS = sorted(REPORTS.glob("*/gold*.json"))
# The share of assertions that a report holds today; it is raised, never lowered.
FLOORS: dict[str, float] = json.loads((REPORTS / "floors.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "gold", GOLDS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_report_holds_its_floor(gold: Path, tmp_path: Path) -> None:
    about = json.loads(gold.read_text("utf-8"))
    options = []
    if about["published"]:
        options += ["--date", about["published"]]
    if about["source"]:
        options += ["--source", about["source"]]
    folder = tmp_path / "case"

    status = call("build", gold.parent / "report.txt", "--case", folder, *options)

    held = check_all(export_case(folder, gold))
    share = sum(held.values()) / len(held)
    assert status == 0
    assert share >= FLOORS[f"{gold.parent.name}/{gold.stem}"], list_misses(held)
