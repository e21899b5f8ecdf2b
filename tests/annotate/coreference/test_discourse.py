"""What refers back: titles, descriptions, pronouns and groups."""

import pytest

from naming import tell_referents

CASES = [
    # Pronouns
    (
        "President Lucía Etcheverry received Gonzalo Barboza. She thanked him.",
        "She",
        ["Lucía Etcheverry"],
    ),
    (
        "President Lucía Etcheverry received Gonzalo Barboza. She thanked him.",
        "him",
        ["Gonzalo Barboza"],
    ),
    (
        "Following his visit to Syria, Foreign Minister Omar Haddad arrived in Beirut.",
        "his",
        ["Omar Haddad"],
    ),
    (  # nobody strikes his own where another was told of
        "The Togolese army attacked the Cedar Front on Friday, killing several of its"
        " fighters.",
        "its",
        ["Cedar Front"],
    ),
    (  # nor are several who were told of since
        "The Cedar Front never asked for the police. Omar Haddad walked past the "
        "relatives of the dead. They were singing.",
        "They",
        [],
    ),
    (  # what a body without a name says of itself is of nobody named before
        "Ecowas called a summit. The junta said it would recall its envoys.",
        "it",
        [],
    ),
    (  # who arrested somebody is not the one arrested
        "Peter Holt came to Tunis. By arresting Omar Karam, he lost the army.",
        "he",
        ["Peter Holt"],
    ),
    (  # who calls somebody names is not the one called so
        "Peter Holt denounced Omar Karam as a fool, mocked him on air and left.",
        "him",
        ["Omar Karam"],
    ),
    (  # whom the style fits
        "The Minister of Health, His Excellency Rafael Montero, thanked President "
        "Leonor Bisson. She smiled. Her Excellency accepted the gift.",
        "Her Excellency",
        ["Leonor Bisson"],
    ),
    (  # a grandmother without a name is not who was named before
        "Envoy Sefa Maro met Dana Olt. A grandmother of the boy said she would wait.",
        "she",
        [],
    ),
    (
        "Lucía Etcheverry quoted Norma Quiroga as having told her that it was late.",
        "her",
        ["Lucía Etcheverry"],
    ),
    (
        "They met President Lucía Etcheverry and her foreign minister, Gonzalo"
        " Barboza.",
        "her",
        ["Lucía Etcheverry"],
    ),
    (
        "Norma Quiroga met Ximena Salvatierra. Duarte Riquelme said that his country"
        " would study it.",
        "his",
        ["Duarte Riquelme"],
    ),
    # Titles alone
    (
        "Foreign Minister Rodrigo Salvatierra met Energy Minister Óscar Duarte."
        " The foreign minister left.",
        "The foreign minister",
        ["Rodrigo Salvatierra"],
    ),
    (  # host and guest, not who was named last
        "Chairman Bao Keosa received at the Red Hall a delegation headed by Seng Dara."
        " Taking part was Thong Vanna. Seng Dara condemned the traitor Kasem Phon."
        " The two sides agreed to open a market.",
        "The two sides",
        ["Bao Keosa + Seng Dara"],
    ),
    (  # two who stood in different sentences are no sides of anything
        "Omar Haddad spoke on Monday. The harvest was poor. Peter Holt wrote a book."
        " Both sides lost men.",
        "Both sides",
        [],
    ),
    (
        "Bolivian Foreign Minister Rodrigo Salvatierra spoke. The head of Bolivian"
        " diplomacy arrived on Sunday.",
        "The head of Bolivian diplomacy",
        ["Rodrigo Salvatierra"],
    ),
    (
        "The Archbishop of Asunción, Monsignor Celso Ayala, was ill. The prelate"
        " rested.",
        "The prelate",
        ["Celso Ayala"],
    ),
    (
        "President Félicien Kayembe called. He had not spoken to the Rwandan"
        " President.",
        "the Rwandan President",
        ["the Rwandan President"],
    ),
    # Organisations
    (
        "The Workers' League of Khamlan met the United Toilers' Party."
        " The League thanked the Party.",
        "League",
        ["Workers' League of Khamlan"],
    ),
    (
        "The Oromo Liberation Movement signed. The movement said it would honour it.",
        "The movement",
        ["Oromo Liberation Movement"],
    ),
    # Groups
    (
        "Abebe Girma met President William Kiprono in Nairobi. The two men agreed.",
        "The two men",
        ["Abebe Girma + William Kiprono"],
    ),
    (
        "Ine Solberg and Tobias Lindqvist arrived in Oslo. They were tired.",
        "They",
        ["Ine Solberg + Tobias Lindqvist"],
    ),
    (
        "Hassan Karam held a meeting with Ziad Nasr and Saleh Omari. During the"
        " exchange they agreed.",
        "they",
        ["Hassan Karam + Ziad Nasr + Saleh Omari"],
    ),
    (
        "Karam met Hamas and Fatah leaders in Doha.",
        "Hamas and Fatah leaders",
        ["Hamas + Fatah"],
    ),
    (
        "He received a delegation of the Volta Bank headed by Governor Esi Mensah."
        " The delegation left on Sunday.",
        "The delegation",
        ["Esi Mensah"],
    ),
    (
        "A local journalist told the Herald that rain fell. The journalist had"
        " seen it.",
        "The journalist",
        ["A local journalist"],
    ),
    (
        "جمال عثمان said no. President Jamal Osman left, and his aides followed.",
        "his",
        ["Jamal Osman"],
    ),
    # "The group": the most salient body of a fitting kind
    (
        "Amnesty International said that rockets of the Free Hills Front had killed"
        " civilians. The group urged Chad to investigate.",
        "The group",
        ["Amnesty International"],
    ),
    (
        "Fighters of the Free Hills Front attacked the town, Amnesty International"
        " said. The group then withdrew to the hills.",
        "The group",
        ["Free Hills Front"],
    ),
    (
        "The Wadi Sura Brigades attacked a convoy. Omar Karam is a member of"
        " parliament for the Justice Party. The group denies it.",
        "The group",
        ["Wadi Sura Brigades"],
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_expression_refers_to_its_antecedent(
    text: str, words: str, expected: list[str]
) -> None:
    assert tell_referents(text, words) == expected


def test_bare_surname_of_namesakes_means_the_one_spoken_of() -> None:
    text = (
        "Foreign Minister Rodrigo Salvatierra toured the south. Salvatierra was joined"
        " by Energy Minister Ximena Salvatierra. Salvatierra signed."
    )

    assert tell_referents(text, "Salvatierra") == ["Rodrigo Salvatierra"] * 2


def test_rank_tells_brothers_apart() -> None:
    text = (
        "Bounthan Keosavath, Chairman of the Party of Toil, spoke. General Somphone"
        " Keosavath, Minister of Defence, listened. On Sunday General Keosavath left."
    )

    assert tell_referents(text, "Keosavath") == ["Somphone Keosavath"]


@pytest.mark.parametrize(
    ("title", "who"),
    [("The army chief", "The army chief"), ("The military leader", "Omar Keld")],
)
def test_a_president_is_no_army_chief(title: str, who: str) -> None:
    text = f"President Omar Keld visited Osk. {title} said that troops would stay."

    assert tell_referents(text, title) == [who]


def test_pronoun_inside_a_quotation_is_left_alone() -> None:
    text = 'Omar Haddad spoke. "He will never leave," said Ziad Nasr.'

    assert tell_referents(text, "He") == []


def test_described_owner_of_the_same_thing_is_the_named_one() -> None:
    text = (
        "Omar Haddad cited Iran's Supreme Leader's directive to arm the West Bank."
        " Later he recalled Javad Rostami's directive to arm the West Bank."
    )

    assert tell_referents(text, "Iran's Supreme Leader") == ["Javad Rostami"]


def test_headline_stands_more_than_a_thousand_sentences_before_the_name() -> None:
    text = "Lucía Etcheverry visits Quito\n\n" + "Rain fell. " * 1100

    told = tell_referents(f"{text}\n\nLucía Etcheverry left.", "Lucía Etcheverry")

    assert told == ["Lucía Etcheverry"] * 2


def test_the_minister_is_not_the_prime_minister_told_last() -> None:
    text = (
        "Foreign Minister Lena Orb spoke in Osk. She met Prime Minister Omar Karam in"
        " Gao. He told her that he would call the brigade back. The Prime Minister's"
        " office has not said so. The minister passed it on by telephone."
    )

    assert tell_referents(text, "The minister") == ["Lena Orb"]
