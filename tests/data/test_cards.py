"""Every table and every model that ships says where it comes from."""

from importlib.resources import files
from pathlib import PurePath

import pytest

_DATA = files("dragoman.data")
_MADE = {".gz", ".json", ".npz", ".onnx", ".tsv", ".txt", ".yaml"}


def _list_shipped(folder: str) -> list[str]:
    return sorted(
        one.name
        for one in _DATA.joinpath(folder).iterdir()
        if PurePath(one.name).suffix in _MADE
    )


@pytest.mark.parametrize("name", _list_shipped("."))
def test_every_table_has_a_card(name: str) -> None:
    assert f"`{name}`" in _DATA.joinpath("CARDS.md").read_text("utf-8")


@pytest.mark.parametrize("name", _list_shipped("model"))
def test_every_part_of_the_model_has_a_card(name: str) -> None:
    cards = [
        _DATA.joinpath(card).read_text("utf-8")
        for card in ("CARDS.md", "model/README.md")
    ]

    assert any(name in card for card in cards)
