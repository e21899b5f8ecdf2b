import pytest

from dragoman.model.document import shorten_origin


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("/home/ann/in/0.txt", "0.txt"),
        ("in/0.txt", "0.txt"),
        ("C:\\Users\\ann\\0.txt", "0.txt"),
        ("/home/ann/reports.zip!may/4.txt", "reports.zip!may/4.txt"),
        ("https://paper.example/a/4", "https://paper.example/a/4"),
        ("-!line 3", "standard input!line 3"),
        ("0.txt", "0.txt"),
    ],
)
def test_folders_of_this_machine_are_not_shown(origin: str, shown: str) -> None:
    assert shorten_origin(origin) == shown
