"""What a run says at its end, and the exit status that follows."""

from dragoman.cli.terminal import say, tell_time
from dragoman.pipeline import Summary, find_outdated
from dragoman.settings import Settings
from dragoman.store.case import Case

SOME_FAILED = 1
# Some 2,500 words, what one process reads of reports on a common laptop
# (benchmarks/throughput.py); progress then tells what it measures.
_CHARS_A_SECOND = 15_000


def announce_outdated(case: Case, settings: Settings) -> None:
    """Say how much of a case is read anew, since another version had read it."""
    documents, characters = find_outdated(case)
    if not documents:
        return
    what = "1 document was" if documents == 1 else f"{documents:,} documents were"
    span = tell_time(characters / _CHARS_A_SECOND / settings.workers)
    say(
        f"{what} read for claims by another version and will be read anew: about "
        f"{span}; it can be interrupted (Ctrl-C), the same call goes on from there"
    )


def report(summary: Summary) -> int:
    """Say what a run did and name everything that was lost.

    Returns:
        Exit status: 0, or 1 if anything was lost.
    """
    parts = [
        f"{count} {what}"
        for count, what in (
            (summary.added, "new"),
            (summary.known, "known already"),
            (summary.completed, "given a date or an outlet"),
            (summary.extracted, "read for claims"),
            (summary.resolved, "resolved"),
            (len(summary.failures), "failed"),
        )
        if count
    ]
    for failure in summary.failures:
        # Readers say what is wrong with a source; elsewhere a plugin may be at fault.
        where = "" if failure.stage == "read" else f" ({failure.producer})"
        say(f"failed: {failure.origin}: {failure.message}{where}")
    if summary.undated:
        what = (
            "1 document carries"
            if summary.undated == 1
            else f"{summary.undated:,} documents carry"
        )
        say(
            f'{what} no date: days such as "on Monday" stay open there; the same call '
            "with --date YYYY-MM-DD says when they were published"
        )
    say("documents: " + (", ".join(parts) or "nothing to do"))
    return SOME_FAILED if summary.failures else 0
