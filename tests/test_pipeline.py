import json
import os
import time
from collections.abc import Iterator
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plugins_by_hand
from dragoman import pipeline, plugins, workers
from dragoman.errors import PluginError, StoreError
from dragoman.export.jsonl import JsonLinesExporter
from dragoman.model.annotation import Annotations
from dragoman.model.pulse import beat
from dragoman.protocols import ReadSettings
from dragoman.settings import Settings
from dragoman.store.case import Case, create_case
from plugins_by_hand import find_points_by_hand

READ = ReadSettings("2024-05-12", "Herald", None, "2024-05-13T00:00:00Z")
REPORTS = [
    "The minister Anna Lindqvist met the envoy Omar Badawi on the border of Norland.",
    "The talks went on. Later the envoy Omar Badawi left for the coast by train.",
    "Last week the mediator Lia Chen met the minister Anna Lindqvist once more.",
    "Nobody of the delegation wanted to speak about the talks on the next day.",
]


@pytest.fixture(autouse=True)
def hand_made_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = plugins.find_points

    def find_points(group: str) -> object:
        return real(group) if group == "exporters" else find_points_by_hand(group)

    monkeypatch.setattr(plugins, "find_points", find_points)
    workers.load_steps.cache_clear()
    yield
    workers.load_steps.cache_clear()


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    # Children that are forked know the plugins of the test.
    monkeypatch.setattr(workers, "get_context", lambda _: get_context("fork"))


def write_lines(folder: Path, texts: list[str]) -> str:
    path = folder / "reports.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts) + "\n")
    return str(path)


def run(case: Case, path: str, count: int = 1) -> pipeline.Summary:
    summary = pipeline.Summary()
    pipeline.add(case, [path], READ, summary)
    pipeline.extract(case, summary, settings=Settings(workers=count))
    pipeline.resolve(case, summary)
    return summary


def export(case: Case) -> bytes:
    stream = BytesIO()
    with case.reading() as view:
        JsonLinesExporter().export(view, stream)
    return stream.getvalue()


def objects(case: Case, kind: str) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in export(case).splitlines()]
    return [line for line in lines if line["kind"] == kind]


def test_run_goes_from_reports_to_merged_entities(case: Case, tmp_path: Path) -> None:
    summary = run(case, write_lines(tmp_path, REPORTS))

    assert (summary.added, summary.extracted, summary.resolved) == (4, 4, 4)
    people = {one["name"]: one for one in objects(case, "entity")}
    assert sorted(people) == ["Anna Lindqvist", "Lia Chen", "Omar Badawi"]
    assert len(people["Anna Lindqvist"]["citations"]) == 2  # type: ignore[arg-type]
    parties = [
        party["entity"]
        for event in objects(case, "event")
        for party in event["participants"]  # type: ignore[attr-defined]
    ]
    assert set(parties) <= {one["id"] for one in people.values()}


def test_building_twice_adds_nothing(case: Case, tmp_path: Path) -> None:
    path = write_lines(tmp_path, REPORTS)
    run(case, path)
    before = export(case)

    again = run(case, path)

    assert (again.added, again.known, again.extracted, again.resolved) == (0, 4, 0, 0)
    assert export(case) == before


@settings(max_examples=8, deadline=None)
@given(st.permutations(REPORTS))
def test_order_of_documents_does_not_change_the_export(order: list[str]) -> None:
    exports = []
    for texts in (REPORTS, order):
        with TemporaryDirectory() as name, create_case(Path(name) / "case") as case:
            run(case, write_lines(Path(name), texts))
            exports.append(export(case))

    assert exports[0] == exports[1]


@pytest.mark.parametrize(
    ("text", "stage", "producer", "message"),
    [
        ("Here the text should RAISE an error.", "extract", "names", "ValueError"),
        ("Here the text should SLIP through.", "annotate", "sentences", "KeyError"),
    ],
)
def test_faulty_plugin_costs_one_document_only(
    case: Case, tmp_path: Path, text: str, stage: str, producer: str, message: str
) -> None:
    summary = run(case, write_lines(tmp_path, [text, *REPORTS]))

    (failure,) = summary.failures
    assert (failure.stage, failure.producer) == (stage, producer)
    assert failure.message.startswith(message)
    assert "\n" not in failure.message
    assert summary.extracted == len(REPORTS)
    with case.reading() as view:
        assert view.document(str(failure.document_id)).text == text


@pytest.mark.parametrize("moment", [0.0, 60.0])
def test_faulty_resolver_costs_one_document_only(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: float
) -> None:
    # Each document in a transaction of its own; all in one.
    monkeypatch.setattr(pipeline, "MOMENT_S", moment)
    path = write_lines(tmp_path, ["A text about a Broken Resolver.", *REPORTS])

    summary = run(case, path)

    (failure,) = summary.failures
    assert (failure.stage, failure.producer) == ("resolve", "entities")
    assert summary.resolved == len(REPORTS)
    assert "Broken Resolver" in {one["name"] for one in objects(case, "entity")}


def test_interrupt_while_reading_loses_nothing_that_was_read(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = [*pipeline.read_inputs([write_lines(tmp_path, REPORTS)], READ)]

    def read_and_be_interrupted(*_: object) -> Iterator[object]:
        yield from outcomes
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_inputs", read_and_be_interrupted)
    with pytest.raises(KeyboardInterrupt):
        pipeline.add(case, [], READ, pipeline.Summary())

    with case.reading() as view:
        assert len(list(view.documents())) == len(REPORTS)


def test_document_that_failed_is_tried_again(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_lines(tmp_path, ["A text to RAISE, says Anna Lindqvist."])
    run(case, path)
    monkeypatch.setattr("plugins_by_hand.Names.extract", lambda *_: [])

    summary = run(case, path)

    assert (summary.extracted, summary.failures) == (1, [])
    with case.reading() as view:
        assert list(view.failures()) == []


@pytest.mark.parametrize(
    ("text", "word", "message"),
    [
        (
            "قال الوزير إن المحادثات مستمرة في العاصمة منذ يوم الاثنين الماضي.",
            "المحادثات",
            "unread: no model for language ar; stored and searchable",
        ),
        (
            "Der Minister sagte am Montag, die Gespräche würden bald fortgesetzt.",
            "gesprache",
            "unread: no model for language de; stored and searchable",
        ),
    ],
)
def test_text_in_another_language_is_searchable_and_said_to_be_unread(
    case: Case, tmp_path: Path, text: str, word: str, message: str
) -> None:
    summary = run(case, write_lines(tmp_path, [text, *REPORTS]))

    assert [failure.message for failure in summary.failures] == [message]
    with case.reading() as view:
        assert len(view.search(word)) == 1


def test_text_over_the_limit_is_stored_but_not_read(case: Case, tmp_path: Path) -> None:
    summary = pipeline.Summary()
    pipeline.add(case, [write_lines(tmp_path, ["talks " * 300])], READ, summary)

    pipeline.extract(case, summary, settings=Settings(max_chars=1_000))

    (failure,) = summary.failures
    assert "1,000 are not read for claims" in failure.message


def test_file_names_that_are_no_utf8_or_several_lines_are_told_in_one(
    case: Case, tmp_path: Path
) -> None:
    for number, name in enumerate([b"caf\xe9.txt", b"two\nlines.txt"]):
        path = os.fsdecode(bytes(tmp_path) + b"/" + name)
        Path(path).write_text(REPORTS[number])
        Path(f"{path}.gz").touch()

    summary = run(case, str(tmp_path))

    assert (summary.added, summary.extracted) == (2, 2)
    assert [failure.origin for failure in summary.failures] == [
        f"{tmp_path}/caf\\udce9.txt.gz",
        f"{tmp_path}/two\\nlines.txt.gz",
    ]


@pytest.mark.usefixtures("forked")
def test_two_workers_make_the_same_case_as_one(tmp_path: Path) -> None:
    texts = [f"Envoy Omar Badawi met the mediator {n} times." for n in range(12)]
    path = write_lines(tmp_path, texts)
    exports = []
    for count in (1, 2):
        with create_case(tmp_path / f"case{count}") as case:
            run(case, path, count)
            exports.append(export(case))

    assert exports[0] == exports[1]


@pytest.mark.usefixtures("forked")
def test_worker_that_dies_costs_one_document_only(case: Case, tmp_path: Path) -> None:
    texts = [f"Envoy Omar Badawi met the mediator {n} times." for n in range(7)]
    texts.insert(3, "This text makes the process DIE at once.")

    summary = run(case, write_lines(tmp_path, texts), count=2)

    (failure,) = summary.failures
    assert failure.message == "the process that read this document died"
    assert summary.extracted == 7


def test_dossier_that_cannot_be_written_leaves_the_case_whole(
    case: Case, tmp_path: Path
) -> None:
    run(case, write_lines(tmp_path, REPORTS))
    (case.folder / ".dossier.json.part").mkdir()

    with pytest.raises(StoreError, match="cannot be written"):
        pipeline.compose(case, None)


def make_step(name: str, requires: str, provides: str) -> object:
    members = {
        "name": name,
        "version": "1",
        "requires": frozenset(requires.split()),
        "provides": frozenset(provides.split()),
    }
    return type("Step", (), members)()


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        (["b:x:y", "a::x"], "a b"),
        (["z::x", "m:x:x", "a:x:y"], "z m a"),
        (["a:y:z", "b:x:y", "c::x"], "c b a"),
        (["b::", "a::"], "a b"),
    ],
)
def test_steps_run_when_what_they_require_is_there(
    steps: list[str], order: str
) -> None:
    made = [make_step(*step.split(":")) for step in steps]

    ordered = plugins.order_steps(made)  # type: ignore[type-var]  # made by hand

    assert " ".join(step.name for step in ordered) == order  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (["a:z:y", "b::x"], "'a' requires z, which no plugin provides"),
        (["a:x:y", "b:y:x"], "plugins wait for one another: 'a', 'b'"),
    ],
)
def test_steps_without_an_order_are_refused(steps: list[str], message: str) -> None:
    made = [make_step(*step.split(":")) for step in steps]

    with pytest.raises(PluginError, match=message):
        plugins.order_steps(made)  # type: ignore[type-var]  # made by hand


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize("count", [1, 2])
def test_progress_tells_the_share_of_the_document_that_is_being_read(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    def annotate(_: object, __: object, annotations: Annotations) -> Annotations:
        beat(0.5)
        time.sleep(0.3 * (count - 1))
        return annotations

    monkeypatch.setattr(plugins_by_hand.Sentences, "annotate", annotate)
    monkeypatch.setattr(workers, "_LOOK_S", 0.05)
    pipeline.add(case, [write_lines(tmp_path, REPORTS[:1])], READ, pipeline.Summary())
    told: list[tuple[float, int | None]] = []

    def hear(stage: str, done: float, total: int | None) -> None:
        assert stage == "extract"
        told.append((done, total))

    pipeline.extract(case, pipeline.Summary(), hear, Settings(workers=count))

    assert (told[0], told[-1]) == ((0, 1), (1, 1))
    assert any(0 < done < 1 for done, _ in told)
    assert told == sorted(told)


def test_what_another_version_has_read_is_known_before_it_is_read_anew(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(case, write_lines(tmp_path, REPORTS))
    assert pipeline.find_outdated(case) == (0, 0)

    monkeypatch.setattr(plugins_by_hand.Names, "version", "2")
    workers.load_steps.cache_clear()

    assert pipeline.find_outdated(case) == (4, sum(map(len, REPORTS)))
    run(case, write_lines(tmp_path, REPORTS))
    assert pipeline.find_outdated(case) == (0, 0)
