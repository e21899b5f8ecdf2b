"""Canonical identifiers that a writer has looked up, kept from document to document.

Resolving a document asks for the clusters of all claims that it is compared with, most
of which the last documents were compared with as well. What is kept holds as long as
no other program writes (``connect.transaction`` sees to that) and as long as clusters
only grow together; when one is taken apart, all is forgotten.
"""

from collections.abc import Iterable, Mapping

# Claims and moves that are kept, some 40 MB.
MAX_KEPT = 200_000


class Homes:
    """A part of the canonical map."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        # Clusters that have become part of another one.
        self._moved: dict[str, str] = {}

    def find(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Return the canonical identifiers of those claims that are known."""
        known = {}
        for one in identifiers:
            home = self._found.get(one)
            if home is None:
                continue
            if home in self._moved:
                while home in self._moved:
                    home = self._moved[home]
                self._found[one] = home
            known[one] = home
        return known

    def keep(self, found: Mapping[str, str]) -> None:
        """Keep canonical identifiers that were read."""
        if len(self._found) + len(self._moved) > MAX_KEPT:
            self.forget()
        self._found.update(found)

    def move(self, moved: Mapping[str, str]) -> None:
        """Note clusters that have become part of others."""
        self._moved.update(moved)

    def forget(self) -> None:
        """Forget everything."""
        self._found.clear()
        self._moved.clear()
