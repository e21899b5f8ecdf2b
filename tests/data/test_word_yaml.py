"""Our own files of words, read as the library reads them."""

from pathlib import Path

import pytest
import yaml

import dragoman
from dragoman.data.word_yaml import WordLoader, read_yaml

FILES = sorted(Path(dragoman.__file__).parent.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_files_that_ship_are_read_as_the_library_reads_them(path: Path) -> None:
    text = path.read_text("utf-8")

    assert repr(read_yaml(text)) == repr(yaml.load(text, WordLoader))  # noqa: S506


@pytest.mark.parametrize(
    "text",
    [
        "a: [on, off, no, yes]",
        "{one: 1, two: 2.5, none: ~, '3': three, 4: four}",
        "rows:\n  - &first [a, b]\n  - *first",
        "whole: &w {a: 1}\npart:\n  <<: *w\n  b: 2",
        "? [a, b]\n: pair",
        "day: 2024-05-12\ntold: !!str 12",
        "",
        "alone",
    ],
)
def test_whatever_yaml_has_is_read(text: str) -> None:
    try:
        expected = yaml.load(text, WordLoader)  # noqa: S506
    except yaml.YAMLError:
        with pytest.raises(yaml.YAMLError):
            read_yaml(text)
    else:
        assert read_yaml(text) == expected


def test_a_fault_is_an_error_of_the_library() -> None:
    with pytest.raises(yaml.YAMLError):
        read_yaml("a: [b")
