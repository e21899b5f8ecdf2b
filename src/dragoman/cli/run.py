"""Where the program starts and ends: exit status, faults in one line, signals.

Exit status: 0 done; 1 done, but some documents failed; 2 wrong call or settings;
130 interrupted.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from dragoman import __version__
from dragoman.cli.terminal import say
from dragoman.errors import DragomanError

WRONG = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that the arguments name and exit with its status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if given == ["--version"]:
        # Without the command framework: scripts ask for this often.
        print(f"dragoman {__version__}")
        return
    sys.exit(_run(given))


def _run(given: list[str]) -> int:
    try:
        status = import_module("dragoman.cli.commands").app(
            args=given, prog_name="dragoman", standalone_mode=False
        )
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has seen enough; the command framework passes that
        # on as SystemExit. Keep the interpreter from complaining when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _report_interrupt()
    except (DragomanError, OSError, ValueError) as error:
        say(_one_line(error))
        return WRONG
    # Errors of the command framework have no public base in all its versions.
    except Exception as error:  # noqa: BLE001
        return _report_usage(error)
    if status == INTERRUPTED:
        # How the command framework passes on an interrupt in some versions.
        return _report_interrupt()
    return status if isinstance(status, int) else 0


def _report_usage(error: Exception) -> int:
    """Report a wrong call; anything else is a defect and goes up."""
    code = getattr(error, "exit_code", None)
    if code is None:
        if type(error).__name__ == "Abort":
            return _report_interrupt()
        raise error
    message = getattr(error, "format_message", None)
    if message is not None:
        told = str(message())
        wanted = getattr(getattr(error, "param", None), "help", None)
        if type(error).__name__ == "MissingParameter" and wanted:
            told = f"{told.rstrip('.')}: {wanted}"
        # The help of a bare call keeps its lines; a fault is told in one.
        bare = type(error).__name__ == "NoArgsIsHelpError"
        say(told if bare else " ".join(told.split()))
    return int(code)


def _report_interrupt() -> int:
    say("interrupted; what was stored stays, the same call goes on from there")
    return INTERRUPTED


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror.lower()}"
    return " ".join(str(error).split()) or type(error).__name__
