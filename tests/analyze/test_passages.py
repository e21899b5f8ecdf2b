import numpy as np

from dragoman.analyze.passages import compare_passages

STORM = "Gunmen stormed the livestock market of Orhan and killed eleven herders."
STORMED = "Eleven herders were killed when the market of Orhan was stormed by gunmen."
SEIZED = "Of the trawlers in the harbor, one was seized and the other was not."
ARABIC = "اقتحم مسلحون سوق الماشية"


def test_one_thing_in_other_words_is_alike_and_common_words_are_not() -> None:
    likeness = compare_passages([STORM, STORMED, SEIZED, ARABIC])

    assert likeness[0, 1] > 0.6
    assert likeness[0, 2] < 0.1
    assert np.allclose(np.diag(likeness), 1, atol=1e-5)


def test_a_single_word_in_common_does_not_make_two_passages_one() -> None:
    likeness = compare_passages([STORM, "The herders of Tamar signed a lease of land"])

    assert 0 < likeness[0, 1] < 0.3
