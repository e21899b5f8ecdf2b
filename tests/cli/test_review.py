"""A sitting of review, driven key by key; and journals that change hands."""

import io
import os
import pty
import select
import sys
from pathlib import Path

import pytest

from builders import make_document, make_entity, make_event
from dragoman.cli.run import main
from dragoman.model.decision import make_decision
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import create_case, open_case
from dragoman.store.journal_file import write_journal

_RUN = "from dragoman.cli import main; main()"
ONE = "Minister Anna Lindqvist spoke in Oslo."
OTHER = "A. Lindqvist [the minister] and «آنا ليندكفيست» spoke again."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    one, other = make_document(ONE), make_document(OTHER, origin="b.txt")
    anna, short = make_entity(one, "Anna Lindqvist"), make_entity(other, "A. Lindqvist")
    arabic = make_entity(other, "آنا ليندكفيست")
    with create_case(tmp_path / "case") as case, case.writing() as writer:
        for document, claims in ((one, [anna]), (other, [short, arabic])):
            writer.add_document(document, document.text.encode())
            writer.put_claims(document, claims, "test/1")
        writer.append_edges(
            [
                make_edge(
                    anna.id,
                    short.id,
                    Judgement.UNSURE,
                    score=0.6,
                    judge="auto:names",
                    reasons=("initial fits",),
                ),
                make_edge(
                    anna.id,
                    arabic.id,
                    Judgement.POSITIVE,
                    score=0.6,
                    judge="auto:names",
                ),
            ]
        )
    return tmp_path / "case"


def call(*arguments: object) -> int:
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
    return int(caught.value.code or 0)


def sit(monkeypatch: pytest.MonkeyPatch, folder: Path, keys: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(keys)))
    return call("review", folder, "--analyst", "علي")


def count_entities(folder: Path) -> int:
    with open_case(folder) as case, case.reading() as view:
        return len(list(view.entities()))


def test_questions_show_both_sides_with_words_and_reasons(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sit(monkeypatch, folder, "q") == 0

    shown = capsys.readouterr().out
    assert "1 of 2" in shown
    assert "Anna Lindqvist" in shown
    assert "[the" in shown
    assert "initial fits" in shown


def test_a_match_joins_and_an_undo_parts_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count_entities(folder)

    sit(monkeypatch, folder, "xq")
    joined = count_entities(folder)
    sit(monkeypatch, folder, "dq")

    assert (before, joined, count_entities(folder)) == (2, 1, 2)


def test_no_match_takes_an_automatic_merge_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(monkeypatch, folder, "snq")

    assert count_entities(folder) == 3


def test_what_is_answered_is_not_asked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sit(monkeypatch, folder, "un")
    capsys.readouterr()

    sit(monkeypatch, folder, "q")

    assert "nothing is left to decide" in capsys.readouterr().out


def test_the_last_answer_can_be_undone_when_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = count_entities(folder)
    sit(monkeypatch, folder, "xx")
    joined = count_entities(folder)

    # Keys of answers do nothing where nothing is asked; what is undone is asked again.
    sit(monkeypatch, folder, "xddhnq")

    shown = capsys.readouterr().out
    assert (before, joined) == (2, 1)
    assert shown.count("undone: match by") == 2
    assert "d undo the last decision" in shown
    with open_case(folder) as case, case.reading() as view:
        judged = [one.judgement for one in view.journal()]
    assert judged[-1] is Judgement.NEGATIVE
    assert len(judged) == 5


def test_answers_are_told_in_the_words_of_the_keys(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sit(monkeypatch, folder, "nq")
    one = capsys.readouterr().out
    sit(monkeypatch, folder, "dq")

    assert (
        f"1 entry in the journal; write the dossier anew: dragoman dossier {folder}"
        in (" ".join(one.split()))
    )
    assert "undone: no match by علي" in capsys.readouterr().out


def test_one_name_is_asked_about_with_all_that_it_joins(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\nh\nq"))

    assert call("review", folder, "--analyst", "Ali", "--about", "آنا ليندكفيست") == 0

    shown = capsys.readouterr().out
    assert "1 of 2" in shown
    assert "merged now" in shown.split("2 of 2")[0]
    assert "Ali: no match: " in shown
    assert count_entities(folder) == 3


def test_the_events_of_a_name_are_parted_and_put_together_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, events = tmp_path / "events", []
    with create_case(folder) as case, case.writing() as writer:
        for number in range(3):
            text = f"Report {number}: Anna Lindqvist met Omar Badawi."
            document = make_document(text, origin=f"{number}.txt")
            anna = make_entity(document, "Anna Lindqvist")
            omar = make_entity(document, "Omar Badawi")
            event = make_event(document, "met Omar Badawi", anna, omar)
            writer.add_document(document, document.text.encode())
            writer.put_claims(document, [anna, omar, event], "test/1")
            events.append(event.id)
        writer.append_edges(
            make_edge(
                events[a], events[b], Judgement.POSITIVE, score=0.9, judge="auto:events"
            )
            for a, b in ((0, 1), (1, 2))
        )
    asked = ("review", folder, "--analyst", "Ali", "--about", "Anna Lindqvist")

    def homes() -> dict[str, str]:
        with open_case(folder) as case, case.reading() as view:
            return view.canonicals(events)

    before = homes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\nq"))
    assert call(*asked) == 0
    shown = capsys.readouterr().out
    assert "event: merged now" in shown
    parted = homes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("d\nq"))
    assert call(*asked) == 0

    assert (len(set(before.values())), len(set(parted.values()))) == (1, 2)
    assert homes() == before


def test_a_name_that_the_case_does_not_have_is_one_clear_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("review", folder, "--about", "Nobody") == 2
    assert "nobody and nothing is named 'Nobody'" in capsys.readouterr().err


def test_an_unknown_key_and_an_early_undo_change_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sit(monkeypatch, folder, "zdhlq")

    shown = capsys.readouterr().out
    assert "no key 'z'" in shown
    assert "there is nothing to undo" in shown
    assert "nobody has decided anything yet" in shown
    assert "0 entries in the journal" in shown


def test_a_real_terminal_takes_single_keys(folder: Path) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(  # noqa: S606  # our own command in a child
            sys.executable,
            [sys.executable, "-c", _RUN, "review", str(folder)],
        )
    shown = b""
    for key in (b"x", b"q"):
        while b"quit" not in shown:
            ready, _, _ = select.select([terminal], [], [], 30)
            assert ready, shown
            shown += os.read(terminal, 4096)
        shown = b""
        os.write(terminal, key)
    _, status = os.waitpid(pid, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert count_entities(folder) == 1


def test_a_journal_goes_from_copy_to_copy_once(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    journal = tmp_path / "ali.jsonl"
    sit(monkeypatch, folder, "xq")

    assert call("judgements", "export", folder, journal) == 0
    sit(monkeypatch, folder, "dq")
    assert call("judgements", "import", folder, journal) == 0

    told = capsys.readouterr().err
    assert "0 new of 1 entry" in told
    assert "has not" not in told
    assert count_entities(folder) == 2


def test_a_journal_of_another_case_is_kept_and_said_to_be(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = [
        make_decision(
            "c1", f"c{n}", Judgement.POSITIVE, analyst="ali", made=f"2026-01-0{n}"
        )
        for n in (2, 3)
    ]
    journal = tmp_path / "other.jsonl"
    journal.write_bytes(write_journal(strange))

    assert call("judgements", "import", folder, journal) == 0

    told = capsys.readouterr().err
    assert "2 new of 2 entries" in told
    assert "2 of 2 entries on claims that this case has not" in told
    back = tmp_path / "back.jsonl"
    assert call("judgements", "export", folder, back) == 0
    assert back.read_bytes() == journal.read_bytes()


@pytest.mark.parametrize(
    ("line", "message"),
    [("{}", ":1: no decision"), ('{"id":"j1","left":"a"', ":1: no decision")],
)
def test_a_line_that_is_no_decision_is_named(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    line: str,
    message: str,
) -> None:
    journal = tmp_path / "odd.jsonl"
    journal.write_text(line)

    assert call("judgements", "import", folder, journal) == 2
    assert message in capsys.readouterr().err


def test_an_altered_decision_is_refused(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    journal = tmp_path / "ali.jsonl"
    sit(monkeypatch, folder, "xq")
    call("judgements", "export", folder, journal)
    journal.write_text(journal.read_text().replace("positive", "negative"))

    assert call("judgements", "import", folder, journal) == 2
    assert "was altered after it was made" in capsys.readouterr().err
