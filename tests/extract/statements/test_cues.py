"""Which content holds which cue, and what stands near a cue."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.statements.cues import Cues, find_enclosing
from dragoman.extract.statements.reading import Attribution
from dragoman.model.syntax import Sentence, Token

LENGTH = 40


def make_sentences(count: int) -> list[Sentence]:
    return [
        Sentence(
            [
                Token(
                    n * LENGTH,
                    n * LENGTH + 5,
                    "Words",
                    "word",
                    "NOUN",
                    "NNS",
                    -1,
                    "root",
                )
            ],
            0,
        )
        for n in range(count)
    ]


@st.composite
def attributions(draw: st.DrawFn) -> list[Attribution]:
    found = []
    for _ in range(draw(st.integers(0, 12))):
        sentence = draw(st.integers(0, 29))
        # Labels of turns stand before their first sentence.
        turn = draw(st.booleans())
        cue = max(sentence * LENGTH - draw(st.integers(0, 90)) * turn, 0)
        start = draw(st.integers(0, 1100))
        content = ((start, start + draw(st.integers(1, 700))),)
        act = draw(st.sampled_from(["assert", "deny", None]))
        frame = "turn" if turn else draw(st.sampled_from(["clause", "quote"]))
        found.append(
            Attribution(
                sentence, 0, (cue, cue + 4), None, sentence, content, frame, act
            )
        )
    return found


@given(attributions())
def test_cue_lies_in_the_smallest_content_of_its_sentence_or_of_a_turn(
    told: list[Attribution],
) -> None:
    enclosing = find_enclosing(told)

    for one, outer in zip(told, enclosing, strict=True):
        sizes = [
            end - start
            for other in told
            for start, end in other.content
            if other is not one
            and (other.sentence == one.sentence or other.frame == "turn")
            and other.act is not None
            and other.frame != "quote"
            and not (other.act == "deny" and other.core < 0)
            and start <= one.cue_span[0] < end
            and not one.holds(other.cue_span[0])
        ]
        assert (outer is None) == (not sizes)
        if outer is not None:
            start, end = told[outer].content[0]
            assert end - start == min(sizes)


@given(attributions(), st.integers(0, 29), st.integers(0, 1200))
def test_what_stands_near_a_cue_leaves_out_nothing_of_its_sentences(
    told: list[Attribution], sentence: int, end: int
) -> None:
    cues = Cues(told, make_sentences(30))

    near = cues.near(sentence, end)

    wanted = [
        number
        for number, one in enumerate(told)
        if one.sentence >= sentence and one.cue_span[0] < end
    ]
    assert [n for n in near if told[n].sentence >= sentence] == wanted
    assert cues.within(0, end) == [n for n, o in enumerate(told) if o.cue_span[0] < end]
