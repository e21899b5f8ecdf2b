"""The sample corpus is what its sources say."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "dragoman" / "data" / "sample" / "reports"
# Their bytes depend on the version of the library that writes them.
BY_LIBRARY = {".docx", ".odt"}


@pytest.mark.slow
def test_shipped_corpus_is_made_from_its_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")
    runpy.run_path(str(ROOT / "tools" / "make_sample.py"))["main"](tmp_path)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_bytes() for path in SHIPPED.iterdir()}
    assert made.keys() == shipped.keys()
    for name, data in made.items():
        assert Path(name).suffix in BY_LIBRARY or data == shipped[name]
