"""Two of one name, where the text says so."""

import pytest

from reading import read_document


def offices_by_person(text: str) -> list[tuple[str, list[str]]]:
    _, annotations = read_document(text)
    return [
        (
            chain.name,
            [o.title for o in annotations.offices if o.holder == chain.id],
        )
        for chain in annotations.chains
        if chain.name is not None and chain.schema.value == "Person"
    ]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Foreign Minister Omar Karam, who is no relation of the surgeon, left. "
            "Omar Karam, head of the hospital, said 14 people had died.",
            "Foreign Minister",
            "head",
        ),
        (
            "The commander Omar Karam, not to be confused with Omar Karam, a dean who "
            "died in 2009, was arrested.",
            "commander",
            "dean",
        ),
        (
            "The dean, Omar Karam, shares his name with the foreign minister, Omar "
            "Karam.",
            "dean",
            "foreign minister",
        ),
        (
            "Foreign Minister Omar Karam and a dean of the same name were invited. The "
            "dean, Omar Karam, did not come.",
            "Foreign Minister",
            "dean",
        ),
    ],
)
def test_namesakes_are_two_persons(text: str, first: str, second: str) -> None:
    assert sorted(offices_by_person(text)) == [
        ("Omar Karam", [title]) for title in sorted([first, second])
    ]


def test_without_such_words_one_name_is_one_person() -> None:
    text = (
        "Foreign Minister Omar Karam left. Omar Karam, a dean, is not related to Lena "
        "Okafor."
    )

    persons = [name for name, _ in offices_by_person(text)]

    assert persons.count("Lena Okafor") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Omar Karam said the strike was unrelated to the visit of "
        "Lena Okafor. Finance Minister Omar Karam later met the press.",
        "The strike was not related to the visit of Foreign Minister Omar Karam. "
        "Finance Minister Omar Karam left.",
        "Foreign Minister Omar Karam toured the province in the town of the same name. "
        "Finance Minister Omar Karam left.",
    ],
)
def test_what_else_is_unrelated_makes_nobody_two(text: str) -> None:
    assert [name for name, _ in offices_by_person(text)].count("Omar Karam") == 1


def test_others_of_the_surname_stay_one_person_each() -> None:
    text = "Omar Karam, no relation to Ali Karam, left. Omar Karam met Ali Karam."

    assert sorted(name for name, _ in offices_by_person(text)) == [
        "Ali Karam",
        "Omar Karam",
    ]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "Interior Minister Tavares spoke in Maputo. João Tavares, a singer, will "
            "give a concert there.",
            ["João Tavares", "Tavares"],
        ),
        (
            "Governor Hotakzai travelled to Kabul. Police chief Abdul Qahir Hotakzai "
            "took his place.",
            ["Abdul Qahir Hotakzai", "Hotakzai"],
        ),
        (
            "President Tavares closes tour\n\nForeign Minister João Tavares came home "
            "on Friday.",
            ["João Tavares"],
        ),
        (
            "Envoy Yemane Tesfai Haile arrived in Juba. Tesfai Haile, a trader, "
            "travelled with him.",
            ["Tesfai Haile", "Yemane Tesfai Haile"],
        ),
        (
            "Commissioner Emil Rask Tavares spoke. Rask Tavares, a 12-year-old pupil, "
            "lost his mother.",
            ["Emil Rask Tavares", "Rask Tavares"],
        ),
        # The same office, and no word of somebody new.
        (
            "Minister Tavares spoke in Maputo. Minister João Tavares promised more "
            "police.",
            ["João Tavares"],
        ),
        (
            "Minister Tavares spoke in Maputo. João Tavares promised more police.",
            ["João Tavares"],
        ),
    ],
)
def test_who_is_introduced_later_on_is_not_the_officer_of_the_surname(
    text: str, persons: list[str]
) -> None:
    assert sorted(name for name, _ in offices_by_person(text)) == persons


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Police are looking for Karl Lind, governor of Hexi. Emil Lind said the "
            "case was about land. Lind teaches law.",
            "Emil Lind",
        ),
        (
            "Omar Karam, governor of Belin, has resigned. A professor, Yusuf Karam, "
            "spoke of a trap. Professor Karam teaches law.",
            "Yusuf Karam",
        ),
        # Whom the text has not turned to is the lesser one.
        (
            "President Karl Lind arrived on Monday. He was greeted by his brother, "
            "Emil Lind. Lind said that he was glad.",
            "Karl Lind",
        ),
        (
            "President Karl Lind arrived on Monday. His brother, Emil Lind, greeted "
            "him. The president laughed. Lind said that he was glad.",
            "Karl Lind",
        ),
    ],
)
def test_a_surname_means_whom_the_text_has_just_turned_to(
    text: str, meant: str
) -> None:
    _, annotations = read_document(text)
    names = {chain.id: chain.name for chain in annotations.chains}
    last = max(
        (one for one in annotations.mentions if " " not in one.text),
        key=lambda one: (one.text in {"Lind", "Karam"}, one.start),
    )

    assert names[last.chain] == meant


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "Omar Karam, a surgeon, said so. Another Omar Karam, a butcher, laughed.",
            2,
        ),
        ("Omar Karam, a trader, fled. Omar Karam, a fisherman from Osk, stayed.", 2),
        ("Omar Karam, a trader, fled. Omar Karam, a trader from Osk, stayed.", 1),
        ("Omar Karam, a trader, fled. Omar Karam, a father of three, stayed.", 1),
        ("عمر كرم, a trader, fled. Omar Karam, a fisherman, fled.", 1),
    ],
)
def test_callings_part_those_who_are_introduced_twice(text: str, persons: int) -> None:
    _, annotations = read_document(text)

    found = [chain for chain in annotations.chains if chain.name == "Omar Karam"]
    assert len(found) == persons


@pytest.mark.parametrize(
    "text",
    [
        "President Okoro and Ada Okoro, the first lady, opened the fair. Okoro said "
        "that he would come again.",
        "President Okoro and first lady Ada Okoro opened the fair. Okoro spoke first.",
        "Mr. Okoro opened the fair. His office said that Maria Okoro had cut the "
        "ribbon. Mr. Okoro spoke first.",
        "Okoro and his sister Okoro Yo Ban opened the fair. Okoro spoke first.",
    ],
)
def test_surname_is_not_that_of_relative_told_beside(text: str) -> None:
    _, annotations = read_document(text)
    names = {
        chain.id: chain.name
        for chain in annotations.chains
        if chain.schema.value == "Person"
    }
    by_name = {}
    for mention in annotations.mentions:
        if mention.chain in names:
            name = text[mention.start : mention.end]
            by_name.setdefault(name, set()).add(mention.chain)
    full = next(name for name in by_name if " Okoro" in name or "Okoro " in name)
    assert len(by_name["Okoro"]) == 1
    assert by_name["Okoro"].isdisjoint(by_name[full])


def test_surname_is_that_of_full_name_told_with_it() -> None:
    text = (
        "Maria Okoro opened the fair. Mr. Bello and Mrs. Okoro spoke. Okoro said that "
        "it had been a good year."
    )
    _, annotations = read_document(text)
    chains = {
        mention.chain
        for mention in annotations.mentions
        if "Okoro" in text[mention.start : mention.end]
    }
    assert len(chains) == 1


@pytest.mark.parametrize(
    ("text", "first", "later", "bare"),
    [
        (
            "Miodrag Vukov was jailed on Monday. Vukov smiled. His lawyer, Luka Vukov,"
            " appealed. In June Vukov had received a guest.",
            "Miodrag Vukov",
            "Luka Vukov",
            2,
        ),
        (
            "Li Wei met Chen Bo in Harbin. Chen thanked Li. Chen Ping, a poet, was"
            " there. Chen left first.",
            "Chen Bo",
            "Chen Ping",
            2,
        ),
        (
            "Rodrigo Salva Ibarra flew in. Salva spoke. Ximena Salva, who is no"
            " relation, joined him. Salva then left.",
            "Rodrigo Salva Ibarra",
            "Ximena Salva",
            2,
        ),
    ],
)
def test_surname_in_use_stays_with_who_had_it(
    text: str, first: str, later: str, bare: int
) -> None:
    _, annotations = read_document(text)
    named = {chain.id: chain.name for chain in annotations.chains}
    short = {first.split()[0], first.split()[1]}
    owners = [named[m.chain] for m in annotations.mentions if m.text in short]
    assert owners == [first] * bare
    assert later in named.values()


def test_two_spellings_of_a_full_name_keep_the_surname() -> None:
    text = "Muammar Gadari spoke. Gadari left. Moammar Gadari slept. Gadari rose."
    _, annotations = read_document(text)
    assert len({m.chain for m in annotations.mentions}) == 1


def test_a_king_goes_by_his_given_name() -> None:
    text = (
        "Iraq's Saddam Hussein called the president a liar. Jordan's King Hussein came"
        " to Maine. Hussein and the president talked for two hours."
    )
    assert offices_by_person(text) == [("Saddam Hussein", []), ("Hussein", ["King"])]
