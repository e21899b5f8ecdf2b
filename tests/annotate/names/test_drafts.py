"""Names and chains while they are being built."""

from dragoman.annotate.names.drafts import ChainDraft, Name, display_name, found_chain
from dragoman.annotate.names.types import Evidence
from dragoman.model.annotation import Schema
from dragoman.text.names import words_of


def make_name(
    text: str, first: int = 0, *, count: int = 1, alias: bool = False
) -> Name:
    return Name(
        text.lower(), text, words_of(text), Evidence(), first, count, alias=alias
    )


def test_a_chain_begins_with_a_name_and_its_place() -> None:
    chains = [ChainDraft(Schema.PLACE)]

    number = found_chain(Schema.PERSON, make_name("حسن نصر", 12), chains)

    assert number == 1
    assert (chains[1].first, chains[1].names[0].text) == (12, "حسن نصر")


def test_the_type_told_most_often_is_taken_if_the_ontology_has_it() -> None:
    name = make_name("Norvik")
    name.subtypes.update({"gpe": 2, "fac": 3, "misc": 9})

    assert name.subtype({"gpe": "city", "fac": "facility"}) == ("facility",)
    assert name.subtype({"loc": "region"}) == ()


def test_the_fullest_name_is_shown_not_the_alias_and_not_in_capitals() -> None:
    names = [
        make_name("Haddad", 0, count=5),
        make_name("OMAR KARIM HADDAD", 10),
        make_name("Omar Haddad", 20),
        make_name("Abu Salim al-Haddad", 30, alias=True),
    ]

    assert display_name(ChainDraft(Schema.PERSON, names)) == "Omar Haddad"


def test_of_two_spellings_of_a_person_the_usual_one_is_shown() -> None:
    names = [make_name("Ziad Nakhalah"), make_name("Ziad Nakhala", 9, count=4)]

    assert display_name(ChainDraft(Schema.PERSON, names)) == "Ziad Nakhala"


def test_a_state_is_shown_by_its_common_name_where_it_stands() -> None:
    names = [make_name("Islamic Republic of Iran"), make_name("Iran", 40)]
    chain = ChainDraft(Schema.PLACE, names, ("state",), "IR")

    assert display_name(chain) == "Iran"
    assert display_name(ChainDraft(Schema.PLACE)) is None
