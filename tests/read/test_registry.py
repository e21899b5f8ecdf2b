from importlib.metadata import EntryPoint

import pytest

from dragoman.errors import PluginError
from dragoman.protocols import Reader
from dragoman.read.registry import BUILT_IN, GROUP, ReaderRegistry, get_registry


def _point(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, GROUP)


@pytest.mark.parametrize(("media_type", "name"), sorted(BUILT_IN.items()))
def test_every_kind_has_a_reader_that_says_so(media_type: str, name: str) -> None:
    reader = get_registry().find_reader(media_type)

    assert isinstance(reader, Reader)
    assert reader.name == name
    assert media_type in reader.media_types


def test_unknown_kind_has_no_reader() -> None:
    assert get_registry().find_reader("image/png") is None


def test_reader_that_cannot_be_loaded_is_a_plugin_error() -> None:
    with pytest.raises(PluginError, match="reader 'mine' cannot be loaded"):
        ReaderRegistry({"mine": _point("mine", "dragoman.read.nowhere:Reader")})


def test_kind_of_a_built_in_reader_is_not_overridden() -> None:
    with pytest.raises(PluginError, match="taken by two readers: 'plain' and 'mine'"):
        ReaderRegistry({"mine": _point("mine", "dragoman.read.plain:PlainReader")})
