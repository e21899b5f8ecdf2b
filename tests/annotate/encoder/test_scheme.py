import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.encoder.draft import ReadWord
from dragoman.annotate.encoder.scheme import adapt
from dragoman.annotate.encoder.tree import find_circle

RELATIONS = [
    "nsubj",
    "nsubj:pass",
    "conj",
    "ccomp",
    "advcl",
    "acl:relcl",
    "parataxis",
    "compound",
    "amod",
    "nmod:poss",
    "nmod",
    "flat",
    "nummod",
    "aux",
    "aux:pass",
    "advmod",
    "cop",
    "punct",
    "obj",
    "iobj",
    "obl",
    "acl",
    "xcomp",
    "mark",
    "case",
    "cc",
    "det",
    "appos",
    "nmod:unmarked",
    "obl:unmarked",
    "nmod:desc",
    "fixed",
    "expl",
]
TAGS = [
    "NOUN/NN",
    "PROPN/NNP",
    "PRON/PRP",
    "NUM/CD",
    "VERB/VBD",
    "VERB/VBN",
    "VERB/VB",
    "AUX/VBD",
    "ADP/IN",
    "SCONJ/IN",
    "PUNCT/,",
    "ADJ/JJ",
    "DET/DT",
    "PRON/WP",
    "CCONJ/CC",
    "VERB/VBG",
    "PART/TO",
]
LEMMAS = [
    "say",
    "explode",
    "Lee",
    "accuse",
    ",",
    "in",
    "by",
    "with",
    "to",
    "and",
    "that",
    "May",
    "monday",
    "visit",
    "due",
    "be",
]


@st.composite
def trees(draw: st.DrawFn) -> list[ReadWord]:
    """Draw a sentence with any tree at all, sense or none."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    head = dict.fromkeys(order, -1)
    for place, index in enumerate(order[1:], start=1):
        head[index] = order[draw(st.integers(0, place - 1))]
    sentence = []
    for index in range(len(order)):
        upos, xpos = draw(st.sampled_from(TAGS)).split("/")
        relation = draw(st.sampled_from(RELATIONS)) if head[index] >= 0 else "root"
        lemma = draw(st.sampled_from(LEMMAS))
        sentence.append(ReadWord(upos, xpos, lemma, head[index], relation, "O"))
    return sentence


@given(trees())
def test_what_is_adapted_stays_a_tree(sentence: list[ReadWord]) -> None:
    heads = [word.head for word in adapt(sentence)]

    assert heads.count(-1) == 1
    assert find_circle(heads) is None


def word(
    upos: str, head: int, deprel: str, xpos: str = "NNP", lemma: str = "x"
) -> ReadWord:
    return ReadWord(upos, xpos, lemma, head, deprel, "O")


def arcs(words: list[ReadWord]) -> list[tuple[int, str]]:
    return [(word.head, word.deprel) for word in words]


def test_name_is_headed_by_its_last_part() -> None:
    # President Hossein Ali Rahimi spoke
    words = [
        word("PROPN", 1, "nmod:desc"),
        word("PROPN", 4, "nsubj"),
        word("PROPN", 1, "flat"),
        word("PROPN", 1, "flat"),
        word("VERB", -1, "root"),
    ]

    assert arcs(adapt(words)) == [
        (3, "compound"),
        (3, "compound"),
        (3, "compound"),
        (4, "nsubj"),
        (-1, "root"),
    ]


def test_name_that_is_the_root_stays_the_root() -> None:
    words = [word("PROPN", -1, "root"), word("PROPN", 0, "flat")]

    assert arcs(adapt(words)) == [(1, "compound"), (-1, "root")]


def test_flat_phrase_without_names_is_left_alone() -> None:
    words = [word("NOUN", -1, "root"), word("NOUN", 0, "flat")]

    assert arcs(adapt(words)) == arcs(words)


def test_name_ends_where_other_words_begin() -> None:
    # Saleh al-Karmi, ... Bureau: the last word was hung on the name by mistake.
    words = [
        word("PROPN", -1, "root"),
        word("PROPN", 0, "flat"),
        word("PUNCT", 3, "punct", "HYPH"),
        word("PROPN", 0, "flat"),
        word("PUNCT", 5, "punct", ","),
        word("PROPN", 0, "flat"),
    ]

    assert arcs(adapt(words)) == [
        (3, "compound"),
        (3, "compound"),
        (3, "punct"),
        (-1, "root"),
        (5, "punct"),
        (3, "flat"),
    ]


@pytest.mark.parametrize("day_first", [True, False])
def test_date_is_headed_by_its_month(*, day_first: bool) -> None:
    # met on 18 May, met on May 18
    day, month = (2, 3) if day_first else (3, 2)
    words = [word("VERB", -1, "root"), word("ADP", day, "case")]
    words += [word("NUM", 0, "obl"), word("NUM", 0, "obl")]
    words[month] = word("PROPN", day, "nmod:unmarked", lemma="May")

    found = arcs(adapt(words))

    assert found[month] == (0, "obl")
    assert found[day] == (month, "nummod")
    assert found[1] == (month, "case")


def test_a_day_is_nobody_who_acts() -> None:
    # "Group 22 Aug abducted women."
    sentence = [
        word("PROPN", 2, "compound", lemma="Group"),
        word("NUM", 2, "nummod", "CD", "22"),
        word("PROPN", 3, "nsubj", lemma="Aug"),
        word("VERB", -1, "root", "VBD", "abduct"),
        word("NOUN", 3, "obj", "NNS", "woman"),
    ]

    adapted = adapt(sentence)

    assert (adapted[0].head, adapted[0].deprel) == (3, "nsubj")
    assert (adapted[2].head, adapted[2].deprel) == (3, "obl:unmarked")


def test_only_object_is_called_obj() -> None:
    told = [word("VERB", -1, "root"), word("NOUN", 0, "iobj")]
    gave = [*told, word("NOUN", 0, "obj")]

    assert arcs(adapt(told))[1] == (0, "obj")
    assert arcs(adapt(gave))[1] == (0, "iobj")


def test_place_after_a_day_hangs_where_the_day_hangs() -> None:
    # met on Monday in Luanda; met on Monday of ...
    def met(preposition: str) -> list[ReadWord]:
        return [
            word("VERB", -1, "root"),
            word("ADP", 2, "case", lemma="on"),
            word("PROPN", 0, "obl", lemma="Monday"),
            word("ADP", 4, "case", lemma=preposition),
            word("PROPN", 2, "nmod"),
        ]

    assert arcs(adapt(met("in")))[4] == (0, "obl")
    assert arcs(adapt(met("of")))[4] == (2, "nmod")


def test_place_before_a_day_hangs_where_the_day_hangs() -> None:
    # "In Luanda last Monday they met."
    sentence = [
        word("ADP", 1, "case", lemma="in"),
        word("PROPN", 3, "nmod"),
        word("ADJ", 3, "amod", "JJ", "last"),
        word("PROPN", 4, "obl:unmarked", lemma="Monday"),
        word("VERB", -1, "root"),
    ]

    assert arcs(adapt(sentence))[1] == (4, "obl")


def test_charge_takes_its_clause() -> None:
    # accused the army of shelling; saw the army of ...
    def army(verb: str) -> list[ReadWord]:
        return [
            word("VERB", -1, "root", lemma=verb),
            word("NOUN", 0, "obj"),
            word("SCONJ", 3, "mark", lemma="of"),
            word("VERB", 1, "acl"),
        ]

    assert arcs(adapt(army("accuse")))[3] == (0, "advcl")
    assert arcs(adapt(army("see")))[3] == (1, "acl")


def test_appeal_takes_its_infinitive() -> None:
    # called on sides to show
    words = [
        word("VERB", -1, "root", lemma="call"),
        word("ADP", 2, "case", lemma="on"),
        word("NOUN", 0, "obl"),
        word("PART", 4, "mark", lemma="to"),
        word("VERB", 0, "advcl"),
    ]

    assert arcs(adapt(words))[4] == (0, "xcomp")


def test_condition_is_that_of_the_clause_behind_an_adverb() -> None:
    # if much fired, remains
    words = [
        word("SCONJ", 1, "mark", "IN", "if"),
        word("ADV", 4, "advcl", "RB", "much"),
        word("VERB", 4, "advcl", "VBN", "fire"),
        word("PUNCT", 1, "punct", ",", ","),
        word("VERB", -1, "root", "VBZ", "remain"),
    ]

    assert arcs(adapt(words))[:3] == [(2, "mark"), (2, "advmod"), (4, "advcl")]


def test_the_end_of_a_way_hangs_where_its_start_hangs() -> None:
    # flew from Geneva to Tripoli
    words = [
        word("VERB", -1, "root", "VBD", "fly"),
        word("ADP", 2, "case", "IN", "from"),
        word("PROPN", 0, "obl", "NNP", "Geneva"),
        word("ADP", 4, "case", "IN", "to"),
        word("PROPN", 2, "nmod", "NNP", "Tripoli"),
    ]

    assert arcs(adapt(words))[4] == (0, "obl")


def test_a_past_form_taken_for_a_present_one_is_read_as_past() -> None:
    # were killed when shells struck
    words = [
        word("VERB", -1, "root", "VBD", "kill"),
        word("NOUN", 2, "nsubj", "NNS", "shell"),
        word("VERB", 0, "advcl", "VBP", "struck"),
        word("VERB", 2, "conj", "VBP", "cut"),
    ]

    found = adapt(words)

    assert [(one.xpos, one.lemma) for one in found[2:]] == [
        ("VBD", "strike"),
        ("VBD", "cut"),
    ]


@pytest.mark.parametrize(
    ("subject", "tag"), [("NN", "VBD"), ("NNP", "VBD"), ("NNS", "VBP")]
)
def test_one_subject_without_an_s_on_its_verb_is_told_in_the_past(
    subject: str, tag: str
) -> None:
    words = [
        word("NOUN", 1, "nsubj", subject, "junta"),
        word("VERB", -1, "root", "VBP", "shut"),
        word("NOUN", 1, "obj", "NN", "station"),
    ]

    assert adapt(words)[1].xpos == tag
