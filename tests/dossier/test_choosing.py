from dragoman.dossier.choosing import SOURCES, choose_for_page
from dragoman.model.dossier import CitedSentence, Dossier, Section
from dragoman.model.span import Citation, Span


def make_sentence(text: str, *documents: str, group: str = "") -> CitedSentence:
    cited = tuple(Citation(Span(one, 0, 1), "x") for one in documents)
    return CitedSentence(text, cited, documents[:1], group)


def texts(dossier: Dossier, number: int = 0) -> list[str]:
    return [one.text for one in dossier.sections[number].sentences]


def make_dossier(*sections: Section) -> Dossier:
    return Dossier("A case", ("d1", "d2"), sections)


def test_a_case_that_is_not_large_stands_whole() -> None:
    some = tuple(make_sentence(str(number), "d1") for number in range(5))
    dossier = make_dossier(Section("What was said", some), Section(SOURCES, some))

    assert choose_for_page(dossier, most=5) == dossier


def test_what_most_reports_tell_stays_in_its_order() -> None:
    told = (
        make_sentence("one", "d1"),
        make_sentence("two", "d1", "d2"),
        make_sentence("twice in one", "d1", "d1"),
        make_sentence("three", "d1", "d2", "d3"),
    )
    shown = choose_for_page(make_dossier(Section("Chronology", told)), most=3)

    assert texts(shown) == ["one", "two", "three"]
    assert shown.sections[0].left == 1
    assert shown.generated_from == ("d1", "d2")


def test_a_list_of_names_does_not_rank_by_its_names() -> None:
    names = CitedSentence(
        "Further persons named: A, B and C.",
        make_sentence("", "d1", "d2", "d3").citations,
        ("e1", "e2", "e3"),
        "",
    )
    told = (names, make_sentence("X is a minister.", "d1", "d2"))
    shown = choose_for_page(make_dossier(Section("Who is who", told)), most=1)

    assert texts(shown) == ["X is a minister."]


def test_every_group_has_its_turn() -> None:
    told = tuple(
        make_sentence(f"{who} {number}", "d1", group=who)
        for who, often in (("Lee", 40), ("Ortu", 3))
        for number in range(often)
    )
    shown = choose_for_page(make_dossier(Section("What was said", told)), most=20)

    assert texts(shown)[-3:] == ["Ortu 0", "Ortu 1", "Ortu 2"]
    assert texts(shown)[0] == "Lee 0"
    assert shown.sections[0].left == 23


def test_of_the_sources_those_stay_that_something_cites() -> None:
    told = (make_sentence("one", "d1"), make_sentence("two", "d2", "d3"))
    sources = tuple(make_sentence(one, one) for one in ("d1", "d2", "d3", "d4"))
    dossier = make_dossier(Section("Chronology", told), Section(SOURCES, sources))
    shown = choose_for_page(dossier, most=1)

    assert texts(shown, 1) == ["d2", "d3"]
    assert shown.sections[1].left == 2
