"""Plugins by entry point: found, loaded and put in an order that works."""

from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint
from typing import Protocol, TypeVar

from dragoman.errors import PluginError
from dragoman.protocols import (
    Annotator,
    Exporter,
    Extractor,
    Resolver,
    installed,
)

# What later resolvers look at is resolved before them; foreign ones come last.
RESOLVER_ORDER = ("entities", "knowledge", "events", "statements", "narratives")
# Those that judge who is who; all documents pass them before the others begin.
WHO_IS_WHO = frozenset({"entities", "knowledge"})


class _Named(Protocol):
    name: str
    version: str


class _Step(_Named, Protocol):
    requires: frozenset[str]
    provides: frozenset[str]


S = TypeVar("S", bound=_Step)


def find_points(group: str) -> dict[str, EntryPoint]:
    """Return the entry points of ``dragoman.GROUP`` by name, in order of names.

    Raises:
        PluginError: A name is registered twice.
    """
    found: dict[str, EntryPoint] = {}
    for point in installed(f"dragoman.{group}"):
        other = found.setdefault(point.name, point)
        if other.value != point.value:
            raise PluginError(
                f"two plugins of dragoman.{group} are named {point.name!r}: "
                f"{other.value} and {point.value}"
            )
    return dict(sorted(found.items()))


def load_plugin(point: EntryPoint) -> object:
    """Make the plugin of an entry point.

    Raises:
        PluginError: It cannot be imported or made.
    """
    try:
        return point.load()()
    except (ImportError, AttributeError, TypeError, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise PluginError(
            f"plugin {point.name!r} ({point.value}) cannot be loaded: {reason}"
        ) from error


def _load_all(group: str) -> list[object]:
    return [load_plugin(point) for point in find_points(group).values()]


def _refuse(plugin: object, kind: str) -> PluginError:
    return PluginError(
        f"{type(plugin).__module__}.{type(plugin).__name__} is no {kind}"
    )


def load_annotators() -> list[Annotator]:
    """Return the annotators in an order in which each finds what it requires.

    Raises:
        PluginError: There is no such order.
    """
    steps = []
    for plugin in _load_all("annotators"):
        if not isinstance(plugin, Annotator):
            raise _refuse(plugin, "annotator")
        steps.append(plugin)
    return order_steps(steps)


def load_extractors(annotators: Sequence[Annotator]) -> list[Extractor]:
    """Return the extractors in an order in which each finds what it requires.

    Raises:
        PluginError: There is no such order.
    """
    provided = {part for annotator in annotators for part in annotator.provides}
    steps = []
    for plugin in _load_all("extractors"):
        if not isinstance(plugin, Extractor):
            raise _refuse(plugin, "extractor")
        steps.append(plugin)
    return order_steps(steps, provided)


def load_resolvers() -> list[Resolver]:
    """Return the resolvers: entities before events before statements.

    Raises:
        PluginError: One of them cannot be loaded.
    """
    order = {name: place for place, name in enumerate(RESOLVER_ORDER)}
    resolvers = []
    for plugin in _load_all("resolvers"):
        if not isinstance(plugin, Resolver):
            raise _refuse(plugin, "resolver")
        resolvers.append(plugin)
    return sorted(
        resolvers,
        key=lambda resolver: (order.get(resolver.name, len(order)), resolver.name),
    )


def load_exporter(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        PluginError: There is no such format, or it cannot be loaded.
    """
    points = find_points("exporters")
    if name not in points:
        raise PluginError(
            f"no export format {name!r}: allowed are {', '.join(points) or 'none'}"
        )
    exporter = load_plugin(points[name])
    if not isinstance(exporter, Exporter):
        raise _refuse(exporter, "exporter")
    return exporter


def order_steps(steps: Iterable[S], provided: Iterable[str] = ()) -> list[S]:
    """Put steps in an order in which each finds what it requires.

    A step that refines a part (requires and provides it) comes after those that
    make it and before those that only read it. Names decide where order is free.

    Raises:
        PluginError: Something required is provided by nobody, or two steps wait
            for one another.
    """
    waiting = sorted(steps, key=lambda step: step.name)
    at_hand = set(provided)
    ordered: list[S] = []
    while waiting:
        ready = next(
            (step for step in waiting if _is_ready(step, waiting, at_hand)), None
        )
        if ready is None:
            raise PluginError(_explain(waiting, at_hand))
        waiting.remove(ready)
        ordered.append(ready)
        at_hand |= ready.provides
    return ordered


def _is_ready(step: S, waiting: Sequence[S], at_hand: set[str]) -> bool:
    return step.requires <= at_hand and not any(
        other is not step and _goes_before(other, step, part)
        for part in step.requires
        for other in waiting
    )


def _goes_before(other: _Step, step: _Step, part: str) -> bool:
    """Tell whether another step still has something to do to a part."""
    refines_too = part in step.provides and part in other.requires
    return part in other.provides and not refines_too


def _explain(waiting: Sequence[S], at_hand: set[str]) -> str:
    coming = {part for step in waiting for part in step.provides}
    for step in waiting:
        missing = sorted(step.requires - at_hand - coming)
        if missing:
            return (
                f"plugin {step.name!r} requires {', '.join(missing)}, "
                "which no plugin provides"
            )
    names = ", ".join(repr(step.name) for step in waiting)
    return f"plugins wait for one another: {names}"


def sign(plugins: Iterable[_Named]) -> str:
    """Return the names and versions of plugins, to note who did a stage."""
    return " ".join(f"{plugin.name}/{plugin.version}" for plugin in plugins)
