import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.encoder.words import split_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn’t reply.", "He|did|n’t|reply|."),
        ("Marwan Aziz's deputy", "Marwan|Aziz|'s|deputy"),
        ("they've, you'll, cannot", "they|'ve|,|you|'ll|,|can|not"),
        ("the U.S.'s envoy", "the|U.S.|'s|envoy"),
        ("Sha'ban and O'Neill", "Sha'ban|and|O'Neill"),
        ("al-Karmi", "al|-|Karmi"),
        ("a left-wing, anti-war vote", "a|left|-|wing|,|anti-war|vote"),
        ("mid-June", "mid-June"),
        ("Gen. Lee and Dr. Omar", "Gen.|Lee|and|Dr.|Omar"),
        ("J. T. Lee left. He", "J.|T.|Lee|left|.|He"),
        ("No. 3, not No.", "No.|3|,|not|No|."),
        ("$5.5bn or 20%", "$|5.5|bn|or|20|%"),
        ("at 5pm, 12:30 p.m. (GMT+3)", "at|5|pm|,|12:30|p.m.|(|GMT|+|3|)"),
        ("1,200 on 2024-05-12", "1,200|on|2024-05-12"),
        ("the 1990s, the 10th", "the|1990s|,|the|10th"),
        ("“Go!” he said…", "“|Go|!|”|he|said|…"),
        ("wait... what?!", "wait|...|what|?!"),
        ("see https://a.org/b?c=1.", "see|https://a.org/b?c=1|."),
        ("SEE WWW.LAKE.COM. GO", "SEE|WWW.LAKE.COM|.|GO"),
        ("AT LAKE.ORG", "AT|LAKE.ORG"),
        ("mail x.y@z.org, @user #tag", "mail|x.y@z.org|,|@user|#tag"),
        ("AT&T and/or P&L", "AT&T|and|/|or|P&L"),
        ("قال الوزير: «لن نتراجع».", "قال|الوزير|:|«|لن|نتراجع|»|."),
        ("מִשְׂרַד הַחוּץ", "מִשְׂרַד|הַחוּץ"),
        ("می‌خواهند", "می‌خواهند"),
    ],
)
def test_words_are_cut_as_the_treebank_cuts_them(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


@given(
    st.text(
        st.sampled_from(
            "aé.-'’@/:1, \n\u200d\u0301\ufe0f\u200fשل&$#=*!?()[]\"“😀\u00ad_٣漢"
        ),
        max_size=25,
    )
)
def test_every_visible_character_is_in_exactly_one_word(text: str) -> None:
    covered = [0] * len(text)
    for start, end in split_words(text):
        for index in range(start, end):
            covered[index] += 1

    assert covered == [0 if letter in " \n\u200f" else 1 for letter in text]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a-",
        "a.",
        "s'",
        "a@",
        "1,",
        "-",
        "http://",
        "é",
        "👨‍👩‍👧",
        "U.",
        "a&",
        "n't",
    ],
)
def test_a_long_text_without_a_space_takes_time_by_its_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))

    began = time.process_time()
    found = split_words(text)

    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    # Ten times what the slowest takes; looking back from each letter takes minutes.
    assert time.process_time() - began < 15


@pytest.mark.parametrize("text", ["", " \n\t", "\u200f\ufeff"])
def test_blank_text_has_no_words(text: str) -> None:
    assert split_words(text) == []
