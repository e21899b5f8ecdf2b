"""Marks, paragraphs and the order of words tell who speaks where a parse errs."""

import pytest

from dragoman.extract.statements.attributions import find_attributions
from reading import read_document


def tell(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, in order of the text."""
    document, annotations = read_document(text.replace("¶", "\n\n"))
    words = document.text
    return [
        (
            " ... ".join(words[start:end] for start, end in spans.source),
            " ... ".join(words[start:end] for start, end in spans.cue),
            " ... ".join(words[start:end] for start, end in spans.content),
        )
        for spans in find_attributions(document, annotations)
    ]


CASES = [
    # A verb of no speech behind a sentence that a comma closes.
    ("“They left at dawn,” the guide shrugged.", "the guide", "“They left at dawn,”"),
    ("“They came at night,” she went on.", "she", "“They came at night,”"),
    ("“Nonsense,” Mr. Okafor interrupted.", "Mr. Okafor", "“Nonsense,”"),
    # Of what is chanted the sentence may go on.
    (
        "Hundreds marched to the quay, chanting “Open the gates” and waving nets.",
        "Hundreds",
        "“Open the gates”",
    ),
    (
        "“Ask the ferryman,” was Lena Okafor’s answer.",
        "Lena Okafor",
        "“Ask the ferryma",
    ),
    # Paragraphs go on with who spoke in the one before.
    (
        "The dam, Ana Ruiz said, was not much of a dam.¶“But it is a dam.”",
        "Ana Ruiz",
        "“But it is a dam.”",
    ),
    (
        "“I was dismissed,” Ana Ruiz said.¶Did the minister call?¶“He sent a note.”",
        "Ana Ruiz",
        "“He sent a note.”",
    ),
    (
        "“The weir is old,” Ana Ruiz said on “The Evening Hour.” “We will mend it.”",
        "Ana Ruiz",
        "“The weir is old,” ... “We will mend it.”",
    ),
    # What tells the hearer a clause is no clause about the hearer.
    ("Tal told the station he saw no danger.", "Tal", "he saw no danger"),
    ("Ana Ruiz assured the board she had the money.", "Ana Ruiz", "she had the money"),
    # A finite verb has a subject, whatever its name was taken for.
    ("Quist thinks the mill will close in May.", "Quist", "the mill will close in May"),
    # "plans" stands beside no "will" and has no subject in the plural.
    (
        "She is confident that guests will come, and plans to open a café.",
        "She",
        "to open a café",
    ),
    (
        "She is confident that guests will come, and plans to open a café.",
        "She",
        "that guests will come",
    ),
    # Who is quick to say something has said it.
    (
        "Others were quick to point out that the bridge had never been tested.",
        "Others",
        "that the bridge had never been tested",
    ),
    # A phrase between a proposal and its infinitive.
    (
        "The council rejected on Friday a proposal by the guild to send divers.",
        "The council",
        "a proposal by the guild to send divers",
    ),
    (
        "A survey showed him trailing the abbot by four points.",
        "A survey",
        "him trailing the abbot by four points",
    ),
    ("A driver recalled being told to wait.", "A driver", "being told to wait"),
    (
        "The abbot conceded two errors: the delay and the quarrel over seats.",
        "The abbot",
        "two errors: the delay and the quarrel over seats",
    ),
    (
        "Bakers in both towns point to the same culprit: salt.",
        "Bakers",
        "the same culprit: salt",
    ),
    (
        "She drew praise from Omar Tal, who wrote: “This is no game.”",
        "Omar Tal",
        "“This is no game.”",
    ),
    ("The bank issued a report warning that it had lost.", "The bank", "that it had l"),
    (
        "The warden declined to say how many boats had been lost.",
        "The warden",
        "how many boats had been lost",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_who_speaks(text: str, source: str, content: str) -> None:
    told = tell(text)

    assert any(source in one[0] and one[2].startswith(content) for one in told), told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # Works of that name do nothing but in the world.
        ("“Wrong,” the new play, opened in May.", "“Wrong,”"),
        ("“The Sea,” the musical opened with.", "“The Sea,”"),
        # Whoever asks not to be named says nothing by it.
        ("A clerk who asked to remain anonymous left.", "to remain anonymous"),
        # The verb of these is taken for a noun, and lies in what would be said.
        ("Remarks by Tomas Engel on the fee alarm traders.", "the fee alarm traders"),
        (
            "Engel’s remarks on the budget alarm investors.",
            "the budget alarm investors",
        ),
    ],
)
def test_nobody_says_that(text: str, content: str) -> None:
    assert not any(one[2].startswith(content) for one in tell(text))


def test_a_question_alone_parts_what_one_cue_would_join() -> None:
    told = tell("“I left,” Ana Ruiz said.¶Did he call?¶“He did.”")

    assert [one[2] for one in told] == ["“I left,”", "“He did.”"]


def test_a_signed_quotation_above_says_nothing_of_the_next() -> None:
    told = tell("“We stay or we drown.” — Ana Ruiz¶“Nobody asked the fishermen.”")

    assert [one[2] for one in told if "Ana" in one[0]] == ["“We stay or we drown.”"]


def test_an_adjective_is_no_second_cue_of_what_is_said() -> None:
    told = tell("The mayor was eager to say she had won.")

    assert [one[1] for one in told] == ["say"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "She said she would go home, “cook something,” and sleep.",
            "she would go home, “cook something,” and sleep",
        ),
        (
            "She told reporters she had spoken to Ruiz, “a good friend,” on Sunday.",
            "she had spoken to Ruiz, “a good friend,” on Sunday",
        ),
        ("Tal told reporters gathered in the hall, “We lost.”", "“We lost.”"),
        ("Ana Ruiz said, as she left the court, “It is over.”", "“It is over.”"),
        (
            "“The weir is old,” Ana Ruiz told the paper on Friday, “but it holds.”",
            "“The weir is old,” ... “but it holds.”",
        ),
        (
            "Both the “experts” and the mayor are “wrong on every count,” Tal said.",
            "the “experts” and the mayor are “wrong on every count,”",
        ),
    ],
)
def test_words_worked_into_a_clause_are_no_speech_of_their_own(
    text: str, content: str
) -> None:
    told = tell(text)

    assert [one[2] for one in told] == [content]


def test_a_quotation_that_was_called_names_does_not_begin_the_next() -> None:
    told = tell(
        "In a note, Lena Orb called Tal “a parrot on a perch.” “If he comes, the quay "
        "will be closed,” she said."
    )

    assert told[-1][2] == "“If he comes, the quay will be closed,”"


def test_what_somebody_fears_that_another_says_is_told_once() -> None:
    told = tell("Ana Ruiz fears that the guild will reject the plan.")

    assert [one[1] for one in told] == ["fears"]
