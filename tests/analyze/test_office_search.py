from pathlib import Path

from builders import make_document, make_entity, make_event, make_role, make_statement
from dragoman.analyze.holders import Holders
from dragoman.analyze.office_search import (
    body_phrases,
    find_described,
    find_holders,
    list_roles,
    title_phrases,
)
from dragoman.analyze.tenures import body_key, list_tenures, office_line
from dragoman.data.office_holders import office_holders
from dragoman.data.tables import country_names, demonyms, fold_key, name_words
from dragoman.store.case import Case, create_case

MINISTER = "foreign minister"
TEXT = (
    "Foreign Minister Anna Lindqvist of Norway met Omar Badawi, the prime minister. "
    "The Norwegian foreign minister said that the border was open. Sergei Lavrov was "
    "told. Then the Russian foreign minister said that it was shut."
)


SAID = {"Anna Lindqvist": 2, "Sergei Lavrov": 2, "Omar Badawi": 0}


def words(text: str) -> set[str]:
    return set(fold_key(text).replace("-", " ").replace(".", " ").split())


def test_every_wording_of_a_title_has_one_of_its_phrases() -> None:
    titles = {*name_words().same_office, "Deputy Foreign Minister", "acting FM"}
    titles |= {term.office for terms in office_holders().values() for term in terms}
    for title in titles:
        found = title_phrases(office_line(title))
        assert any(set(phrase) <= words(title) for phrase in found), title


def test_every_name_of_a_state_has_one_of_its_phrases() -> None:
    for name in (*country_names(), *demonyms(), "the World Health Organization", "WHO"):
        key = body_key(name)
        assert key is not None
        found = body_phrases(key)
        assert any(set(phrase) <= set(name.lower().split()) for phrase in found), name


def file_reports(case: Case) -> None:
    for day in ("2024-03-01", "2024-03-05"):
        document = make_document(f"{TEXT} {day}", published=day)
        anna = make_entity(document, "Anna Lindqvist")
        omar = make_entity(document, "Omar Badawi")
        norway = make_entity(document, "Norway", schema="Place", types=("state",))
        lavrov = make_entity(document, "Sergei Lavrov")
        claims = [
            *(anna, omar, norway, lavrov),
            make_role(document, anna, "Foreign Minister", norway),
            make_role(document, omar, "prime minister"),
            make_event(document, "met Omar Badawi", "Norway's top diplomat", omar),
            make_statement(
                document, "the border was open", "the Norwegian foreign minister"
            ),
            make_statement(document, "it was shut", "the Russian foreign minister"),
        ]
        with case.writing() as writer:
            writer.add_document(document, document.text.encode())
            writer.put_claims(document, claims, "test/1")


def test_holders_that_are_looked_up_are_those_of_the_whole_case(tmp_path: Path) -> None:
    with create_case(tmp_path) as case:
        file_reports(case)
        with case.reading() as view:
            closeup = view.closeup()
            events, statements = list(view.events()), list(view.statements())
            near = find_holders(closeup, view, [*events, *statements])
            everybody = Holders(view.entities(), view)

            filled = [everybody.fill_statement(one) for one in statements]
            assert [near.fill_statement(one) for one in statements] == filled
            assert {one.speakers[0].name for one in filled} == {
                "Anna Lindqvist",
                "Sergei Lavrov",
            }
            met = [everybody.fill_event(one) for one in events]
            assert [near.fill_event(one) for one in events] == met


def test_what_names_somebody_by_an_office_alone_is_found(tmp_path: Path) -> None:
    with create_case(tmp_path) as case:
        file_reports(case)
        with case.reading() as view:
            closeup = view.closeup()
            for name, said in (
                ("Anna Lindqvist", 2),
                ("Sergei Lavrov", 2),
                ("Omar Badawi", 0),
            ):
                meant = closeup.named(name)[0]
                told = find_described(closeup, view, "statement", meant)
                assert len(told) == said, name


def test_roles_at_a_body_are_those_of_the_whole_case(tmp_path: Path) -> None:
    with create_case(tmp_path) as case:
        file_reports(case)
        with case.reading() as view:
            closeup = view.closeup()
            roles = list_roles(closeup, {"c=NO"})
            people = closeup.entities(role.entity for role in roles)
            everybody = list_tenures(view.entities())
            assert list_tenures(people) == [
                one for one in everybody if one.office.body == "c=NO"
            ]
