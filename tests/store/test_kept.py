"""What a writer has read holds as long as it is what is stored."""

from builders import make_document, make_entity
from dragoman.model.knowledge import Known, name_known
from dragoman.store.case import Case, create_case
from dragoman.store.kept import MAX_CLAIMS, MAX_DOCUMENTS, Kept, look_up

LIST = Known(
    name_known("own", "Person", "Hana Okoye", None),
    "own",
    "Person",
    "Hana Okoye",
    ("Hana Okoye", "هناء أوكويي"),
)


def test_a_document_that_is_read_anew_is_seen(case: Case) -> None:
    document = make_document("Lee met Okoye.")
    lee, okoye = make_entity(document, "Lee"), make_entity(document, "Okoye")
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [lee], "test/1")
        assert writer.view.claims_of(document.id) == [lee]

    with case.writing() as writer:
        writer.put_claims(document, [okoye], "test/2")
        assert writer.view.claims_of(document.id) == [okoye]
        assert writer.view.claims_named([lee.id, okoye.id]) == [okoye]


def test_what_another_program_reads_anew_is_seen(case: Case) -> None:
    document = make_document("Lee met Okoye.")
    lee, okoye = make_entity(document, "Lee"), make_entity(document, "Okoye")
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [lee], "test/1")
        assert writer.view.claims_of(document.id) == [lee]

    with create_case(case.folder) as other, other.writing() as writer:
        writer.put_claims(document, [okoye], "test/2")

    with case.writing() as writer:
        assert writer.view.claims_of(document.id) == [okoye]


def test_a_list_is_seen_when_it_is_put_in_and_taken_out(case: Case) -> None:
    asked = ["هناء أوكويي"]
    with case.writing() as writer:
        assert writer.view.known(asked) == {}
        writer.put_knowledge([LIST])
        assert writer.view.known(asked) == {asked[0]: (LIST,)}
        writer.drop_knowledge("own")
        assert writer.view.known(asked) == {}


def test_a_list_of_another_program_is_seen(case: Case) -> None:
    with case.writing() as writer:
        assert writer.view.known(LIST.names) == {}

    with create_case(case.folder) as other, other.writing() as writer:
        writer.put_knowledge([LIST])

    with case.writing() as writer:
        assert writer.view.known(LIST.names).keys() == set(LIST.names)


def test_dates_of_documents_that_come_later_are_found(case: Case) -> None:
    first = make_document("Lee spoke.", published="2024-05-12")
    later = make_document("Okoye spoke.", published="2024-05-13")
    with case.writing() as writer:
        writer.add_document(first, b"")
        assert writer.view.published([first.id, later.id]) == {first.id: "2024-05-12"}

    with case.writing() as writer:
        writer.add_document(later, b"")
        dates = writer.view.published([first.id, later.id])

    assert dates == {first.id: "2024-05-12", later.id: "2024-05-13"}


def test_what_is_asked_for_is_returned_when_much_is_kept() -> None:
    kept = {f"d{n}": n for n in range(MAX_DOCUMENTS + 1)}

    found = look_up(kept, ["d1", "new", "none"], lambda asked: {asked[0]: -1})

    assert found == {"d1": 1, "new": -1}
    assert kept == {"new": -1}


def test_the_oldest_claims_go_first() -> None:
    kept = Kept()
    document = make_document("Lee spoke.")
    claim = make_entity(document, "Lee")
    kept.claims = {f"c{n}": claim for n in range(MAX_CLAIMS + 1)}

    kept.make_room()

    assert len(kept.claims) < MAX_CLAIMS
    assert f"c{MAX_CLAIMS}" in kept.claims
