from dragoman.analyze.mentions import chain_mentions

FIRE = (
    "A fire destroyed the harbour warehouse in Dervan. Ilse Marwick, the owner, said "
    "she smelled smoke in the warehouse before the fire."
)
FIRE_AGAIN = (
    "Smoke rose over the harbour of Dervan after the warehouse fire. Marwick said the "
    "owner of the warehouse had warned of fire."
)
VOTE = "Voters in Karsk elected a mayor. The mayor thanked voters for the ballot."
VOTE_AGAIN = "The ballot in Karsk gave the mayor a narrow lead, voters told reporters."


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def test_mentions_are_joined_within_a_story_only() -> None:
    texts = [FIRE, FIRE_AGAIN, VOTE, VOTE_AGAIN]
    mentions = [
        spans(FIRE, "Ilse Marwick", "she", "the owner"),
        spans(FIRE_AGAIN, "Marwick", "the\nowner".replace("\n", " ")),
        spans(VOTE, "a mayor"),
        spans(VOTE_AGAIN, "the mayor"),
    ]

    (ilse, she, owner), (marwick, owner_again), (mayor,), (mayor_again,) = (
        chain_mentions(texts, mentions, [0, 0, 1, 1])
    )

    assert ilse == she == marwick
    assert owner == owner_again != ilse
    assert mayor == mayor_again != owner


def test_chains_do_not_depend_on_the_order_of_the_mentions() -> None:
    forth = spans(FIRE, "Ilse Marwick", "she", "the owner")

    (one,), (other,) = (
        chain_mentions([FIRE], [order], [0]) for order in (forth, forth[::-1])
    )

    assert one == other[::-1]
