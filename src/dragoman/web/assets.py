"""Static files: our own and the fetched libraries, under names that follow them."""

import hashlib
from pathlib import Path

from dragoman.errors import SettingsError

STATIC = Path(__file__).parent / "static"
VENDOR = STATIC / "vendor"
# Every library that a page loads; named here so that a missing one is found at start.
LIBRARIES = (
    "countries-50m.json",
    "d3-dispatch.min.js",
    "d3-force.min.js",
    "d3-quadtree.min.js",
    "d3-timer.min.js",
    "graphology.umd.min.js",
    "htmx.min.js",
    "leaflet.css",
    "leaflet.js",
    "sigma.min.js",
    "topojson-client.min.js",
    "vis-timeline-graph2d.min.css",
    "vis-timeline-graph2d.min.js",
)


def check_libraries(folder: Path = VENDOR) -> None:
    """Make sure that the libraries of the workbench are there.

    Raises:
        SettingsError: Some are missing; the message says how to get them.
    """
    missing = [name for name in LIBRARIES if not (folder / name).is_file()]
    if missing:
        raise SettingsError(
            f"{len(missing)} libraries of the workbench are missing ({missing[0]} ...):"
            " install dragoman again with npm's registry in reach, or run"
            " `python hatch_build.py` in a checkout"
        )


class Assets:
    """Addresses of static files."""

    def __init__(self) -> None:
        self._versions: dict[str, str] = {}

    def address(self, name: str) -> str:
        """Return the address of a file, with a version that changes with it."""
        if name not in self._versions:
            digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
            self._versions[name] = digest[:12]
        return f"/static/{name}?v={self._versions[name]}"
