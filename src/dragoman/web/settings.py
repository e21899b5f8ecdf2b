"""What a workbench is started with."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SettingsError

DEFAULT_PORT = 8421
MIN_TOKEN = 16


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How the workbench runs.

    Attributes:
        case: Folder of the case.
        host: Address that it listens on.
        port: Port, 0 for any free one.
        analyst: Name under which decisions are kept until the reader gives another.
        token: Secret that every request must bring; ``None`` to need none, which is
            allowed on the own machine only. It also opens the API for writing.
        max_body: Longest request body, in bytes.
        reads_per_s: Requests that one client may make a second, in the long run.
        writes_per_s: Those of them that change something.

    Raises:
        SettingsError: The address is open to others and there is no token.
    """

    case: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    analyst: str = "analyst"
    token: str | None = None
    max_body: int = 8_000_000
    reads_per_s: float = 50.0
    writes_per_s: float = 5.0

    def __post_init__(self) -> None:
        if self.token is None and not is_loopback(self.host):
            raise SettingsError(
                f"host {self.host!r} can be reached by others: give a token with it"
            )
        if self.token is not None and len(self.token) < MIN_TOKEN:
            raise SettingsError(
                f"the token has {len(self.token)} characters: need {MIN_TOKEN} or more"
            )


def is_loopback(host: str) -> bool:
    """Tell whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
