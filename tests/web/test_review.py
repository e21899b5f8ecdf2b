import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.model.claim import Claim, EventClaim
from dragoman.store.case import open_case
from workbench import csrf_of, join, make_case, open_workbench


@pytest.fixture
def reports(tmp_path: Path) -> list[list[Claim]]:
    return make_case(tmp_path / "tour")


@pytest.fixture
def client(tmp_path: Path, reports: list[list[Claim]]) -> Iterator[TestClient]:
    del reports
    with open_workbench(tmp_path / "tour", writes_per_s=1_000) as opened:
        yield opened


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of the question on a page."""
    form = page.partition('action="/review">')[2].partition("</form>")[0]
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in found}


def answer(client: TestClient, verdict: str, page: str | None = None) -> int:
    fields = fields_of(page or client.get("/review").text)
    return client.post("/review", data=fields | {"verdict": verdict}).status_code


def undo_last(client: TestClient) -> None:
    page = client.get("/review").text
    entry = re.search(r'name="entry" value="(\w+)"', page)
    assert entry is not None
    form = {"entry": entry[1], "csrf": csrf_of(client)}
    assert client.post("/review/undo", data=form).status_code == 303


def named(client: TestClient) -> int:
    """How many entities there are."""
    return int(client.get("/api/v1/counts").json()["entity"])


def test_question_shows_both_sides_with_their_words(client: TestClient) -> None:
    page = client.get("/review").text

    assert "Two now: are they one?" in page
    assert "question 1 of 2" in page
    assert "surname alone" in page
    assert page.count("<mark>Anna Lindqvist</mark>") == 3
    assert "If the same, both are told as" in page


def test_same_joins_and_undo_parts_again(client: TestClient) -> None:
    before = named(client)

    assert answer(client, "x") == 303
    assert named(client) == before - 1

    undo_last(client)
    assert named(client) == before


@pytest.mark.parametrize("verdict", ["n", "u"])
def test_other_answers_keep_apart_and_end_the_question(
    client: TestClient, verdict: str
) -> None:
    before = named(client)

    assert answer(client, verdict) == 303

    assert named(client) == before
    assert "question 1 of 1" in client.get("/review").text


def test_queue_ends_with_what_to_do(client: TestClient) -> None:
    answer(client, "n")
    answer(client, "n")

    assert "Nothing needs a decision" in client.get("/review").text
    assert "Nothing." in client.get("/").text


def test_question_can_wait(client: TestClient) -> None:
    later = client.get("/review?skip=1").text

    assert "question 2 of 2" in later
    assert "Omar Badawi" in later
    assert "left for later" in client.get("/review?skip=2").text


def test_decisions_are_there_after_a_restart(
    client: TestClient, tmp_path: Path
) -> None:
    answer(client, "x")
    count = named(client)

    with open_workbench(tmp_path / "tour") as again:
        assert named(again) == count
        assert "eva" in again.get("/journal").text


def test_answer_to_an_old_page_is_a_conflict(client: TestClient) -> None:
    page = client.get("/review").text
    pair = fields_of(page)
    client.cookies.set("dragoman_analyst", "omar")
    answer(client, "n", page)
    client.cookies.set("dragoman_analyst", "lia")

    late = client.post("/review", data=pair | {"verdict": "x"})

    assert late.status_code == 409
    assert "omar" in late.text
    assert "not the same" in late.text
    assert named(client) == 8


def test_entry_is_undone_once(client: TestClient) -> None:
    answer(client, "x")
    page = client.get("/journal").text
    entry = re.search(r'name="entry" value="(\w+)"', page)
    assert entry is not None
    form = {"entry": entry[1], "csrf": csrf_of(client)}

    assert client.post("/review/undo", data=form).status_code == 303
    assert client.post("/review/undo", data=form).status_code == 422
    assert "undone" in client.get("/journal").text


def test_undo_can_be_undone(client: TestClient) -> None:
    before = named(client)
    answer(client, "x")
    undo_last(client)
    newest = re.search(r'name="entry" value="(\w+)"', client.get("/journal").text)
    assert newest is not None

    client.post("/review/undo", data={"entry": newest[1], "csrf": csrf_of(client)})

    assert named(client) == before - 1


def test_two_names_can_be_put_together_from_their_page(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    anna = min(reports[0][0].id, reports[1][0].id)

    page = client.get(f"/entities/{anna}/merges?q=badawi").text

    assert "same name" in page
    address = re.search(r'href="(/review\?pair=[^"]*)">compare', page)
    assert address is not None
    question = client.get(unescape(address[1])).text
    before = named(client)
    assert answer(client, "x", question) == 303
    assert named(client) == before - 1


def test_wrong_merge_is_parted_by_not_the_same(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    pair = f"{reports[0][0].id}~{reports[1][0].id}"
    before = named(client)

    page = client.get(f"/review?pair={pair}").text
    assert "One now: is that right?" in page
    answer(client, "n", page)

    assert named(client) == before + 1


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\e"])
def test_answer_leads_nowhere_else(client: TestClient, back: str) -> None:
    fields = fields_of(client.get("/review").text)

    answered = client.post("/review", data=fields | {"verdict": "u", "back": back})

    assert answered.headers["location"] == "/"


def test_pair_that_is_none_is_refused(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    mixed = f"{reports[0][0].id}~{reports[0][5].id}"

    assert client.get(f"/review?pair={mixed}").status_code == 404
    assert client.get("/review?pair=a~b").status_code == 404


def test_an_event_says_why_its_reports_are_one_and_is_parted_and_joined_again(
    tmp_path: Path,
) -> None:
    reports = make_case(tmp_path / "tour")
    events = [next(c for c in some if isinstance(c, EventClaim)) for some in reports]
    with open_case(tmp_path / "tour") as case:
        join(case, events[0], events[1], 0.6)
    with open_workbench(tmp_path / "tour", writes_per_s=1_000) as client:
        home = min(events[0].id, events[1].id)
        page = client.get(f"/events/{home}").text
        assert "Why these are one" in page
        assert "same name" in page
        address = unescape(re.findall(r'href="(/review\?pair=[^"]+)"', page)[0])

        assert answer(client, "n", client.get(address).text) == 303
        parted = client.get(f"/events/{home}").text
        undo_last(client)

        assert "Why these are one" not in parted
        assert "Why these are one" in client.get(f"/events/{home}").text
