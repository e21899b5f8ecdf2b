"""Which names of a document are one body's."""

import pytest

from naming import tell_offices, tell_spellings

_LEAD = (
    "{} – The talks failed, Foreign Ministry spokesperson Han Do-yun said. "
    "In Beijing, Chinese Foreign Ministry spokeswoman Fang Yali spoke too."
)


def test_a_ministry_without_its_state_is_that_of_the_dateline() -> None:
    told = tell_offices(_LEAD.format("SEOUL, Feb. 19 (Hanbit News)"))

    assert "Han Do-yun: spokesperson of Foreign Ministry" in told
    assert "Fang Yali: spokeswoman of Chinese Foreign Ministry" in told


@pytest.mark.parametrize(
    "line", ["BEIJING, Feb. 19 (Hanbit News)", "Wednesday", "GENEVA, 3 May"]
)
def test_else_both_names_are_one_ministry(line: str) -> None:
    spelled = tell_spellings(_LEAD.format(line))

    (ministry,) = [forms for forms in spelled.values() if "Foreign Ministry" in forms]
    assert "Chinese Foreign Ministry" in ministry


def test_what_is_short_for_a_ministry_comes_after_it() -> None:
    spelled = tell_spellings(
        "SEOUL, Feb. 19 (Hanbit News) – Chinese Foreign Ministry spokeswoman Fang Yali "
        "spoke on Wednesday. The Foreign Ministry had called for talks."
    )

    (ministry,) = [forms for forms in spelled.values() if "Foreign Ministry" in forms]
    assert "Chinese Foreign Ministry" in ministry


def test_a_short_month_is_no_agency() -> None:
    told = tell_spellings("SEOUL, Feb. 19 (Hanbit News) – Han Do-yun spoke in Rome.")

    assert "Feb." not in told
    assert "Hanbit News" in told
