import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.judgement import Judgement
from dragoman.resolve.bulk import judge_pair
from dragoman.resolve.bulk_blocks import NameBlocks
from dragoman.text.name_table import NameTable
from dragoman.text.person_names import split_person

WORDS = st.sampled_from(
    [
        *("Hossein", "Hussein", "Hassan", "Amir", "Tabrizi", "Amirtabrizi", "Karim"),
        *("Kareem", "Bill", "William", "Lapshin", "Lapschin", "Sergei", "Sergey"),
        *("Haddad", "Nakhala", "Nakhaleh", "حسن", "نصر", "Лапшин", "Сергей", "Peng"),
        *("Ping", "Wang", "Jian", "Hua", "Jianhua", "Katie", "Kate", "Abd al-Karim"),
        *("Li", "Lee", "Saleh", "Sula", "O'Dea", "Odea", "Mohammed", "Muhamad"),
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def pairs_of(found: tuple[object, object]) -> set[tuple[int, int]]:
    return set(zip(*(np.asarray(places).tolist() for places in found), strict=True))


@given(st.lists(NAMES, min_size=2, max_size=12, unique=True))
def test_no_name_that_would_be_joined_is_left_out_for_its_vowels(
    names: list[str],
) -> None:
    blocks = NameBlocks(NameTable(names))

    likely = pairs_of(blocks.likely_pairs())

    assert likely <= pairs_of(blocks.all_pairs())
    for one, other in pairs_of(blocks.all_pairs()) - likely:
        verdict = judge_pair(names[one], names[other])
        assert verdict is None or verdict.judgement is not Judgement.POSITIVE


@given(NAMES, NAMES)
def test_names_of_two_equal_words_are_compared(one: str, other: str) -> None:
    words = [set(split_person(name).words[:5]) for name in (one, other)]
    both = words[0] & words[1]

    pairs = pairs_of(NameBlocks(NameTable([one, other])).likely_pairs())

    assert pairs == {(0, 1)} or len(both) < 2


def test_a_common_pair_of_words_costs_no_square() -> None:
    family = [
        f"Hassan {middle}{end} Karim"
        for middle in ("Bad", "Dor", "Fam", "Gol", "Lut", "Nam", "Rif", "Sab")
        for end in ("ran", "lik", "mud", "tal", "zor", "nif", "wad", "hub")
    ]

    ones, _ = NameBlocks(NameTable(family)).likely_pairs()

    # All 64 meet under "Hassan Karim"; the words between them are all different.
    assert len(ones) < 64 * 6
