"""What a run says at its end, and the exit status that follows."""

from dragoman.cli.terminal import say
from dragoman.pipeline import Summary

SOME_FAILED = 1


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
    say("documents: " + (", ".join(parts) or "nothing to do"))
    return SOME_FAILED if summary.failures else 0
