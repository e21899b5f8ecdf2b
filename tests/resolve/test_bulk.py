import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.bulk import cluster_names


def clusters(names: list[str]) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for name, label in zip(names, cluster_names(names), strict=True):
        found.setdefault(label, set()).add(name)
    return {frozenset(some) for some in found.values()}


def test_spellings_fall_together_and_namesakes_do_not() -> None:
    names = [
        "Sergei Lapshin",
        "Сергей Лапшин",
        "Hossein Amir-Tabrizi",
        "Amirtabrizi Hussein",
        "Ximena Salvatierra",
        "Rodrigo Salvatierra",
        "Salma Haddad",
        "Salim Haddad",
    ]

    assert clusters(names) == {
        frozenset({"Sergei Lapshin", "Сергей Лапшин"}),
        frozenset({"Hossein Amir-Tabrizi", "Amirtabrizi Hussein"}),
        frozenset({"Ximena Salvatierra"}),
        frozenset({"Rodrigo Salvatierra"}),
        frozenset({"Salma Haddad"}),
        frozenset({"Salim Haddad"}),
    }


def test_a_part_of_a_name_joins_where_one_name_fits() -> None:
    one = ["Sergei Lapshin", "Sergei Ivanovich Lapshin"]
    two = [*one, "Sergei Petrovich Lapshin"]

    assert len(clusters(one)) == 1
    assert len(clusters(two)) == 3


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("Emine Hemid", "Amina Hamid Jelili"),
        ("Omar Tetuka", "Ivo Omar Tetuka"),
        ("Abdulaziz Bani", "Abdelaziz Benny Iravanski"),
    ],
)
def test_who_says_less_says_the_same(less: str, more: str) -> None:
    # Among many names there is always one that is a little like a part of another.
    assert len(clusters([less, more])) == 2


@pytest.mark.parametrize(
    ("father", "son"),
    [
        ("Sultan bin Zayed", "Zayed bin Sultan"),
        ("Robert Marsh Sr.", "Robert Marsh Jr."),
    ],
)
def test_father_and_son_stay_apart(father: str, son: str) -> None:
    assert len(clusters([father, son])) == 2


NAMES = st.lists(
    st.sampled_from(
        [
            "Sergei Lapshin",
            "Sergey Lapshin",
            "Sergei Ivanovich Lapshin",
            "Sergei Petrovich Lapshin",
            "S. Lapshin",
            "Ana Lee",
            "Lee Ana",
            "Anna Lee",
            "حسن نصر",
            "Abd al-Karim Haddad",
            "Karim Haddad",
            "Abdelkarim Hadad",
            "Omar Omar Haddad",
            "Omar Haddad",
            "Alex Andre Haddad",
            "Haddad Alexandre",
            "Robert Marsh Jr.",
            "Marsh, Robert",
            "",
        ]
    ),
    max_size=9,
)


@given(NAMES, st.randoms())
def test_clusters_do_not_depend_on_the_order(names: list[str], lots: object) -> None:
    shuffled = list(names)
    lots.shuffle(shuffled)  # type: ignore[attr-defined]

    assert clusters(names) == clusters(shuffled)


@given(NAMES)
def test_every_name_is_in_the_cluster_of_the_first_of_its_kind(
    names: list[str],
) -> None:
    labels = cluster_names(names)

    assert all(labels[label] == label <= n for n, label in enumerate(labels))


def test_long_empty_and_equal_names_cost_no_square() -> None:
    names = [
        *("" for _ in range(2000)),
        *("Sergei Lapshin" for _ in range(2000)),
        *("a" * (9_000 + n) + " Haddad" for n in range(20)),
        *("ana " * 2_500 + f"b{n}" for n in range(20)),
        *(f"Hassan {chr(97 + n % 26)}{n}ra Karim" for n in range(2000)),
        *(f"{n:x}b Haddad" for n in range(2000)),
    ]

    labels = cluster_names(names)

    assert len(labels) == len(names)
    assert set(labels[:2000]) == {0}
    assert set(labels[2000:4000]) == {2000}
