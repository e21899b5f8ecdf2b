"""Laws of joining: no side comes first, no document comes first."""

from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import count
from dragoman.model.claim import EventClaim, Modality
from dragoman.resolve.events_compare import compare
from dragoman.resolve.tellings import find_belonging, make_tellings
from story import HADDAD, LEE, OKOYE, Story

DAYS = ("2024-05-10", "2024-05-11")
GROUPS = ("27 Russian envoys", "27 German envoys", "33 hostages", "a 34-year-old man")
WORDS = (
    "met in the capital to talk about the river",
    "held talks at length",
    "for the second time",
    "the toll of the blast rose",
)

KINDS = (
    ("CONSULT", "meeting"),
    ("CONSULT", "visit"),
    ("COERCE", "arrest"),
    ("ASSAULT", None),
)


def tellings(*put: Modality) -> st.SearchStrategy[dict[str, object]]:
    optional = {
        "when": st.sampled_from(DAYS),
        "at": st.sampled_from(("Gao", "Kidal", "Mali")),
        "unnamed": st.sampled_from(GROUPS),
        "by": st.sampled_from(("rebels", "the army", "French troops")),
        "numbers": st.sampled_from(
            ((count("killed", 12),), (count("killed", 21),), (count("arrested", 27),))
        ),
        "how": st.sampled_from(put),
    }
    return st.tuples(
        st.fixed_dictionaries(
            {
                "who": st.sampled_from(((), (LEE,), (LEE, OKOYE), (LEE, HADDAD))),
                "words": st.sampled_from(WORDS),
                "of": st.sampled_from(KINDS),
            },
            optional=optional,
        ),
        st.sampled_from(("2024-05-11", "2024-05-13", "2024-07-01")),
    ).map(_complete)


def _complete(drawn: tuple[dict[str, object], str]) -> dict[str, object]:
    told, published = drawn
    kind, mode = told.pop("of")  # type: ignore[misc]  # a pair
    told.update(kind=kind, published=published)
    if mode is not None:
        told["mode"] = mode
    return told


def _tell(story: Story, told: dict[str, object]) -> EventClaim:
    one = {key: value for key, value in told.items() if key != "published"}
    return story.tell(one, published=str(told["published"]))[0]


@settings(max_examples=300, deadline=None)
@given(tellings(*Modality), tellings(*Modality))
def test_a_verdict_is_the_same_both_ways_round(
    one: dict[str, object], other: dict[str, object]
) -> None:
    story = Story()
    claims = [_tell(story, one), _tell(story, other)]
    made = make_tellings(claims, story.desk)
    belonging = find_belonging(claims, story.desk)
    mine, theirs = (made[claim.id] for claim in claims)

    there, back = compare(mine, theirs, belonging), compare(theirs, mine, belonging)

    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.judgement, there.score) == (back.judgement, back.score)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(tellings(Modality.ASSERTED, Modality.DENIED), min_size=3, max_size=3))
def test_what_is_joined_does_not_depend_on_which_document_came_first(
    told: list[dict[str, object]],
) -> None:
    found = set()
    for order in permutations(range(len(told))):
        story = Story()
        claims = {number: _tell(story, told[number]) for number in order}
        found.add(
            frozenset(
                pair
                for pair in combinations(range(len(told)), 2)
                if story.desk.together(claims[pair[0]], claims[pair[1]])
            )
        )

    assert len(found) == 1
