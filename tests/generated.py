"""Short reports in any number, about invented people in public places."""

from collections.abc import Iterator
from itertools import product
from random import Random

GIVEN = [
    "Anna",
    "Omar",
    "Lia",
    "Viktor",
    "Samira",
    "Jonas",
    "Mariam",
    "Pavel",
    "Leila",
    "Hugo",
    "Nadia",
    "Tomas",
    "Irina",
    "Karim",
    "Elsa",
    "Bruno",
    "Farah",
    "Anton",
    "Greta",
    "Youssef",
]
FAMILY = [
    "Lindqvist",
    "Badawi",
    "Chen",
    "Orlov",
    "Haddad",
    "Keller",
    "Sissoko",
    "Novak",
    "Rahimi",
    "Moreau",
    "Petrov",
    "Alvarez",
    "Demir",
    "Okafor",
    "Salonen",
    "Costa",
    "Barzani",
    "Weiss",
    "Nilsen",
    "Mansour",
]
PEOPLE = [f"{given} {family}" for given, family in product(GIVEN, FAMILY)]
OFFICES = (
    "Foreign Minister",
    "Prime Minister",
    "Defence Minister",
    "President",
    "Ambassador",
)
STATES = [
    "Kenya",
    "Norway",
    "Jordan",
    "Peru",
    "Vietnam",
    "Georgia",
    "Senegal",
    "Oman",
    "Chile",
    "Nepal",
]
CITIES = [
    "Nairobi",
    "Oslo",
    "Amman",
    "Lima",
    "Hanoi",
    "Tbilisi",
    "Dakar",
    "Muscat",
    "Santiago",
    "Geneva",
]
TOPICS = (
    "water supplies",
    "the border crossing",
    "the exchange of prisoners",
    "grain exports",
    "a ceasefire",
    "fishing rights",
)
MONTHS = ["January", "March", "May", "July", "September", "November"]


def make_reports(count: int, seed: int = 1) -> Iterator[str]:
    """Yield reports of about 70 words; people return, meetings are told again."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    for number in range(count):
        host, guest = chance.sample(PEOPLE[: 40 + number], 2)
        state, city = chance.choice(STATES), chance.choice(CITIES)
        day, month = chance.randint(1, 28), chance.choice(MONTHS)
        office, topic = chance.choice(OFFICES), chance.choice(TOPICS)
        yield (
            f"{office} of {state} {host} met with the envoy {guest} in {city} on "
            f"{month} {day}.\n\n"
            f"The two discussed {topic}, report {number} said. "
            f"{host.split()[1]} said that {state} would not accept any new conditions. "
            f"“We will defend our interests,” {guest.split()[1]} told reporters after "
            f"the meeting.\n\n"
            f"{guest} is expected to visit {chance.choice(CITIES)} next week. "
            f"The government of {state} denied that {topic} had been stopped.\n"
        )
