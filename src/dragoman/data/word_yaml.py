"""YAML of word lists, as our own files have it, read fast.

The loader of the library composes a tree of nodes first and looks up a constructor for
each of them. Ours are lists of words and mappings, which come out of its parser as they
are: a quarter of the time, and half of what starting took was reading them.
"""

from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)


class WordLoader(yaml.CSafeLoader):
    """YAML in which ``on``, ``no`` and ``off`` are words, not truth values."""


WordLoader.yaml_implicit_resolvers = {
    first: [(tag, test) for tag, test in found if not tag.endswith(":bool")]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_RESOLVERS = WordLoader.yaml_implicit_resolvers
# What opens a document: the stream, the document itself.
_OPENING = 2


def read_yaml(text: str) -> Any:  # noqa: ANN401 - whatever the file has
    """Return what a file says: mappings, lists, words and numbers.

    Raises:
        yaml.YAMLError: It is no YAML.

    >>> read_yaml("verbs: [go on, 'no', 12]")
    {'verbs': ['go on', 'no', 12]}
    """
    loader = WordLoader(text)
    for _ in range(_OPENING):
        loader.get_event()
    try:
        return _read(loader, loader.get_event())
    except _UnknownError:
        return yaml.load(text, WordLoader)  # noqa: S506 - safe loader


class _UnknownError(Exception):
    """Something that is neither word, list nor mapping: a tag, a name for later."""


def _read(loader: WordLoader, event: Any) -> Any:  # noqa: ANN401 - see above
    kind = type(event)
    if kind is ScalarEvent:
        return _read_scalar(event)
    next_event = loader.get_event
    if kind is SequenceStartEvent:
        items = []
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(_read(loader, event))
        return items
    if kind is not MappingStartEvent:
        raise _UnknownError
    found = {}
    while type(event := next_event()) is not MappingEndEvent:
        if type(event) is not ScalarEvent:
            raise _UnknownError
        key = _read_scalar(event)
        found[key] = _read(loader, next_event())
    return found


def _read_scalar(event: ScalarEvent) -> Any:  # noqa: ANN401 - see above
    text: str = event.value
    plain, quoted = event.implicit
    if plain:
        for tag, test in _RESOLVERS.get(text[:1], ()):
            if test.match(text):
                if tag.endswith(":merge"):
                    raise _UnknownError
                return yaml.load(text, WordLoader)  # noqa: S506 - safe loader
    elif not quoted:
        raise _UnknownError
    return text
