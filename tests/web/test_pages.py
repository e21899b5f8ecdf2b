from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.model.claim import Claim
from dragoman.store.case import create_case
from dragoman.web.wording import say_act
from workbench import csrf_of, make_case, open_workbench


@pytest.fixture
def reports(tmp_path: Path) -> list[list[Claim]]:
    return make_case(tmp_path / "tour")


@pytest.fixture
def client(tmp_path: Path, reports: list[list[Claim]]) -> Iterator[TestClient]:
    del reports
    with open_workbench(tmp_path / "tour", reads_per_s=10_000) as opened:
        yield opened


class Links(HTMLParser):
    """Every address that a page links to or loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [v for k, v in attrs if k in {"href", "src", "action"} and v]


def test_every_address_that_a_page_links_to_is_there(client: TestClient) -> None:
    seen = set()
    queue = ["/"]
    while queue:
        address = queue.pop()
        path = address.partition("#")[0]
        # Filters can be combined in any number of ways: one at a time is enough.
        if path in seen or path.count("&"):
            continue
        seen.add(path)
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, (path, answer.text[-500:])
        if answer.headers["content-type"].startswith("text/html"):
            queue += [one for one in Links(answer.text).found if one.startswith("/")]

    kinds = {path.split("/")[1].partition("?")[0] for path in seen}
    assert {"documents", "entities", "events", "statements", "narratives"} <= kinds


def test_overview_counts_what_is_in_the_case(client: TestClient) -> None:
    page = client.get("/").text

    assert "<b>3</b> documents" in page
    assert "They met again (5)" in page


@pytest.mark.parametrize(
    ("act", "told"),
    [("assert", "asserted"), ("deny", "denied"), ("direct", "ordered")],
)
def test_what_somebody_did_by_saying_it_is_a_verb(act: str, told: str) -> None:
    assert say_act(act) == told


def test_document_marks_the_words_that_a_link_leads_to(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    citation = reports[0][6].citations[0]
    span = citation.span

    page = client.get(f"/documents/{span.document_id}?at={span.start}-{span.end}").text

    assert 'id="cited"' in page
    assert "is-cited" in page
    assert ">the border was open</mark>" in page
    assert f'data-claim="{reports[0][6].id}"' in page


def test_entity_page_shows_names_by_script_and_roles(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    omar = client.get(f"/entities/{reports[1][1].id}", follow_redirects=True).text
    anna = client.get(f"/entities/{reports[0][0].id}", follow_redirects=True).text

    assert "Arabic script" in omar
    assert "عمر بدوي" in omar
    assert "Foreign Minister" in anna
    assert "2024-05-03 – 2024-05-04" in anna
    assert "the lioness" in anna


def test_address_from_before_a_merge_leads_on(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    pair = sorted([reports[0][0].id, reports[1][0].id])

    answer = client.get(f"/entities/{pair[1]}")

    assert answer.status_code == 307
    assert answer.headers["location"] == f"/entities/{pair[0]}"


def test_list_is_narrowed_by_filter_date_and_words(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    anna = min(reports[0][0].id, reports[1][0].id)

    narrowed = client.get(f"/events?entity={anna}&from=2024-05-04").text
    searched = client.get("/statements?q=border").text
    empty = client.get("/events?type=ASSAULT").text

    assert "1 event<" in narrowed
    assert "3 statements" in searched
    assert "Nothing here matches." in empty


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/events?from=yesterday", "need YYYY"),
        ("/events?after=%00", "no place in a list"),
        ("/documents?q=a&after=x", "need a number"),
        ("/documents?q=" + "a" * 401, "400 may"),
    ],
)
def test_wrong_address_is_explained_in_a_line(
    client: TestClient, address: str, words: str
) -> None:
    answer = client.get(address)

    assert answer.status_code == 422
    assert words in answer.text


def test_unknown_thing_is_not_found(client: TestClient) -> None:
    for path in ("documents", "entities", "events", "statements", "narratives"):
        assert client.get(f"/{path}/none").status_code == 404


def test_empty_case_says_what_to_do(tmp_path: Path) -> None:
    create_case(tmp_path / "empty").close()
    with open_workbench(tmp_path / "empty") as client:
        assert "dragoman build" in client.get("/").text
        assert "dragoman build" in client.get("/events").text


def test_name_of_the_analyst_is_kept(client: TestClient) -> None:
    form = {"name": "Ūla Ķirše", "csrf": csrf_of(client)}

    assert client.post("/analyst", data=form).status_code == 303
    assert "Ūla Ķirše" in client.get("/").text


def test_program_is_no_name_of_an_analyst(client: TestClient) -> None:
    form = {"name": "auto:names", "csrf": csrf_of(client)}

    answer = client.post("/analyst", data=form)

    assert answer.status_code == 422
    assert "no name of a person" in answer.text


def test_pictures_and_their_lists_tell_the_same(client: TestClient) -> None:
    drawn = client.get("/timeline/data").json()
    network = client.get("/network/data").json()

    assert [one["start"] for one in drawn["events"]] == [
        "2024-05-03",
        "2024-05-04",
        "2024-05-05",
    ]
    assert sorted(sum(n for _, n in months) for _, _, months in network["ties"]) == [
        1,
        2,
    ]
    assert "May 2024" in client.get("/timeline").text


def test_many_events_are_drawn_as_counts(client: TestClient) -> None:
    drawn = client.get("/timeline/data?limit=2").json()

    assert drawn["events"] == []
    assert [one["things"] for one in drawn["counts"]] == [1, 1, 1]


def test_lanes_are_actors_or_places(client: TestClient) -> None:
    places = client.get("/timeline/data?lanes=place").json()["lanes"]
    actors = client.get("/timeline/data?lanes=actor").json()["lanes"]

    assert {one["name"] for one in places} == {"Norcity"}
    assert {one["name"] for one in actors} == {"Anna Lindqvist", "Omar Badawi"}


def test_offices_and_words_tie_names(client: TestClient) -> None:
    roles = client.get("/network/data?ties=roles").json()

    assert {one[1] for one in roles["nodes"]} == {"Anna Lindqvist", "Council"}
    assert client.get("/network/data?ties=statements").json()["ties"] == []


def test_events_are_called_by_plain_nouns(client: TestClient) -> None:
    listed = client.get("/events").text
    narrowed = client.get("/events?type=CONSULT&mode=meeting").text
    drawn = client.get("/timeline/data").json()

    assert ">consult<" not in listed
    assert "Type: <bdi>consultation</bdi>" in narrowed
    assert "Mode: <bdi>meeting</bdi>" in narrowed
    assert any(one["label"].startswith("meeting") for one in drawn["events"])
