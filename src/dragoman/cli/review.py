"""``dragoman review``: the open questions of a case, answered by keys."""

import getpass
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console

from dragoman.cli.keys import read_keys
from dragoman.cli.options import CaseArgument
from dragoman.cli.review_screen import SAID, Screen
from dragoman.cli.terminal import count_entries
from dragoman.errors import StoreError
from dragoman.model.claim import EventClaim, StatementClaim
from dragoman.model.decision import Decision, find_undone, list_standing, make_decision
from dragoman.model.judgement import Judgement
from dragoman.store.case import Case, change_case
from dragoman.store.review import Question
from dragoman.store.view import SqliteView

_ANSWERS = {
    "x": Judgement.POSITIVE,
    "n": Judgement.NEGATIVE,
    "u": Judgement.UNSURE,
}


def review(
    case: CaseArgument,
    analyst: Annotated[
        str | None,
        typer.Option(
            "--analyst",
            metavar="NAME",
            help="Whose decisions these are; the name of the user if not given.",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="Questions at most.")
    ] = 500,
    about: Annotated[
        str | None,
        typer.Option(
            "--about",
            metavar="NAME",
            help="Ask about all that is joined under this name, and about the events "
            "and statements that it takes part in, to part them.",
        ),
    ] = None,
) -> None:
    """Answer, key by key, whether two things are one.

    Keys: x match, n no match, u unsure, s skip, d undo the last decision, h history,
    l Latin letters beside other scripts, q quit. Every answer is stored at once.

    Example: dragoman review tour --analyst "Anna Lindqvist"
    """
    name = analyst or getpass.getuser()
    with change_case(case) as opened:
        claims: tuple[str, ...] = ()
        if about is not None:
            with opened.reading() as view:
                found = view.closeup().named(about)
                if not found:
                    raise StoreError(f"{case}: nobody and nothing is named {about!r}")
                claims = _all_about(view, found[0].id)
        _Review(opened, name, Screen(Console()), limit, claims).run()


def _all_about(view: SqliteView, entity: str) -> tuple[str, ...]:
    """Return the claims of an entity, and of what it takes part in and says."""
    closeup = view.closeup()
    members = view.members(entity)
    told = {
        claim.id
        for kind in ("event", "statement")
        for claim in closeup.about(kind, [entity])
        if isinstance(claim, EventClaim | StatementClaim)
        and any(party.entity in members for party in claim.parties)
    }
    return (*members, *sorted(told))


class _Review:
    """One sitting: the queue as it was at the start, the place in it."""

    def __init__(
        self,
        case: Case,
        analyst: str,
        screen: Screen,
        limit: int,
        about: Sequence[str] = (),
    ) -> None:
        self._case = case
        self._about = about
        self._limit = limit
        self._analyst = analyst
        self._screen = screen
        with case.reading() as view:
            self._queue = view.questions(limit, about)
        self._at = 0
        self._made = 0

    def run(self) -> None:
        """Ask until the queue or the patience ends."""
        commands: dict[str, Callable[[], None]] = {
            "d": self._undo,
            "h": self._history,
            "l": self._latin,
            "s": self._skip,
        }
        if not self._ask():
            return
        for key in read_keys():
            if key == "q":
                break
            if key in _ANSWERS:
                self._answer(_ANSWERS[key])
            elif key in commands:
                commands[key]()
            else:
                self._screen.say(f"no key {key!r}: use x n u s d h l q")
                continue
            if not self._ask():
                break
        anew = f"; write the dossier anew: dragoman dossier {self._case.folder}"
        self._screen.say(
            f"{count_entries(self._made)} in the journal{anew if self._made else ''}"
        )

    def _ask(self) -> bool:
        """Show the next question that is still one.

        Returns:
            Whether there is one, or a decision that can still be undone.
        """
        with self._case.reading() as view:
            open_now = {
                (one.edge.left, one.edge.right): one
                for one in view.questions(len(self._queue) or 1, self._about)
            }
            while self._at < len(self._queue):
                question = open_now.get(_pair(self._queue[self._at]))
                if question is not None:
                    place = f"{self._at + 1} of {len(self._queue)}"
                    self._screen.ask(view, question, place)
                    return True
                self._at += 1
        if self._last() is None:
            self._screen.say("nothing is left to decide")
            return False
        self._screen.say(
            "nothing is left to decide: d undo the last decision, h history, q quit"
        )
        return True

    def _answer(self, judgement: Judgement) -> None:
        if self._at >= len(self._queue):
            return
        left, right = _pair(self._queue[self._at])
        self._enter(left, right, judgement)
        self._at += 1

    def _enter(
        self, left: str, right: str, judgement: Judgement, undoes: str | None = None
    ) -> None:
        entry = make_decision(
            left,
            right,
            judgement,
            analyst=self._analyst,
            made=datetime.now(UTC).isoformat(timespec="microseconds"),
            undoes=undoes,
        )
        with self._case.writing() as writer:
            writer.add_decisions([entry])
        self._made += 1

    def _undo(self) -> None:
        last = self._last()
        if last is None:
            self._screen.say("there is nothing to undo")
            return
        self._enter(last.left, last.right, Judgement.NO_JUDGEMENT, last.id)
        self._screen.say(f"undone: {SAID[last.judgement]} by {last.analyst}")
        pairs = [_pair(question) for question in self._queue]
        if (last.left, last.right) not in pairs:
            with self._case.reading() as view:
                self._queue = view.questions(self._limit, self._about)
            pairs = [_pair(question) for question in self._queue]
            self._at = 0
        if (last.left, last.right) in pairs:
            self._at = pairs.index((last.left, last.right))

    def _last(self) -> Decision | None:
        with self._case.reading() as view:
            standing = list_standing(view.decisions())
        own = [one for one in standing if one.analyst == self._analyst]
        return own[0] if own else None

    def _history(self) -> None:
        with self._case.reading() as view:
            journal = view.decisions()
            self._screen.history(view, journal, find_undone(journal))

    def _latin(self) -> None:
        self._screen = replace(self._screen, latin=not self._screen.latin)

    def _skip(self) -> None:
        self._at += 1


def _pair(question: Question) -> tuple[str, str]:
    return question.edge.left, question.edge.right
