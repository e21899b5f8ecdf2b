from dragoman.analyze.identify import identify
from dragoman.model.claim import NameUse
from dragoman.model.entity import Entity
from dragoman.model.knowledge import Known, name_known


def make_entity(*names: str, schema: str = "Person") -> Entity:
    uses = tuple(NameUse(name, None, ()) for name in names)
    return Entity("e1", schema, (), names[0], uses, (), (), None, ())


def make_known(name: str, *others: str, pack: str = "own", **more: str) -> Known:
    schema = more.pop("schema", "Person")
    identifier = name_known(pack, schema, name, more.get("wikidata"))
    return Known(identifier, pack, schema, name, (name, *others), **more)  # type: ignore[arg-type]  # all text


def test_one_entry_with_the_name_is_it() -> None:
    ali = make_known("Ali Khan", "علي خان")

    assert identify(make_entity("علي خان"), {"علي خان": (ali,)}) is ali


def test_two_entries_of_one_list_leave_it_open() -> None:
    one = make_known("Ali Khan", wikidata="Q1")
    other = make_known("Ali Khan", wikidata="Q2")

    assert identify(make_entity("Ali Khan"), {"Ali Khan": (one, other)}) is None


def test_the_users_list_comes_before_the_one_that_ships() -> None:
    own = make_known("Front", schema="Organization")
    shipped = make_known("Front", schema="Organization", pack="starter")

    found = {"Front": (own, shipped)}

    assert identify(make_entity("Front", schema="Organization"), found) is own


def test_a_single_word_names_a_person_only_as_the_whole_name() -> None:
    khan = make_known("Ali Khan", "Khan")
    pele = make_known("Pelé")

    assert identify(make_entity("Khan"), {"Khan": (khan,)}) is None
    assert identify(make_entity("Pelé"), {"Pelé": (pele,)}) is pele


def test_another_schema_or_state_does_not_fit() -> None:
    body = make_known("Ali Khan", schema="Organization")
    foreign = make_known("Ali Khan", country="PK")
    entity = Entity(
        "e1",
        "Person",
        (),
        "Ali Khan",
        (NameUse("Ali Khan", None, ()),),
        (),
        (),
        "IN",
        (),
    )

    assert identify(entity, {"Ali Khan": (body, foreign)}) is None
