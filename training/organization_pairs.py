"""Pairs of names of organisations, made from words and the tables that ship.

Half are variants of one name (legal form spelt out or dropped, a slip, "&" and "and",
an acronym, a known alias), half are bodies that are easily confused (another trade,
another state, a like first word, a word more).
"""

from dragoman.data.tables import countries, organizations
from name_pairs import Maker, Pair

TRADES = (
    "Bank Trust Capital Finance Services Solutions Systems Technologies Industries Trading Construction "
    "Engineering Shipping Energy Oil Gas Power Electric Steel Mining Motors Airlines Aviation Foods "
    "Pharmaceuticals Chemical Insurance Securities Investments Development Media Press Logistics Transport "
    "Resources Communications Software Networks Railway Petroleum Textile Cement Telecom Holdings Partners "
    "Ventures Properties Foundation"
).split()
FORMS = (
    "Inc.|Corporation|Corp.|Company|Co.|Ltd|Limited|LLC|PLC|AG|Aktiengesellschaft|GmbH|S.A.|SA|NV|B.V.|OAO|"
    "OOO|JSC|OJSC|Joint Stock Company|S.p.A.|AB|Pte. Ltd.|Pty Ltd|Co., Ltd.|LP|L.P.|S.r.l.|Sp. z o.o.|"
    "Incorporated|Public Limited Company|Group|Holding"
).split("|")
IN_FRONT = {"OAO", "OOO", "JSC", "OJSC"}
EQUAL_FORMS = [
    ("Inc.", "Incorporated"), ("Corp.", "Corporation"), ("Co.", "Company"), ("Ltd", "Limited"),
    ("AG", "Aktiengesellschaft"), ("PLC", "Public Limited Company"), ("JSC", "Joint Stock Company"),
    ("OOO", "LLC"), ("Ltd.", "Ltd"), ("S.A.", "SA"), ("Inc", "Inc."), ("Co., Ltd.", "Company Limited"),
]  # fmt: skip
KINDS = (
    "Party Front Movement Union Council Committee Federation Association Institute University Center Agency "
    "Brigade Army Foundation Organization League Congress Commission Forum"
).split()
ADJECTIVES = (
    "National People's Democratic Islamic Popular United Free Patriotic Workers' Social Revolutionary "
    "Liberation Christian Green Liberal Progressive Independent Central Supreme Joint"
).split()
TOPICS = (
    "Development|Reconstruction|Human Rights|Public Health|Peace|Agriculture|Trade|Migration|Press Freedom|"
    "Refugees|Security Studies|Energy|Electoral Affairs|Border Control|Culture"
).split("|")
UNITS = "Brigade|Armored Division|Battalion|Division|Regiment|Corps|Infantry Brigade|Congress".split(
    "|"
)


class BodyMaker:
    """Draws bodies, variants of their names and bodies of like names."""

    def __init__(self, maker: Maker) -> None:
        """Draw words from the persons' names of a maker, by its lots."""
        self.maker = maker
        self.random = maker.random
        self.states = [country.name for country in countries().values()]
        self.adjectives = [
            c.adjectives[0] for c in countries().values() if c.adjectives
        ]
        known = {body.name: body for body in organizations().values()}
        self.known = [body for body in known.values() if len(body.names) > 1]

    def pairs(self, count: int) -> list[Pair]:
        """Return pairs of names and whether one body is meant."""
        found: list[Pair] = []
        while len(found) < count:
            pair = self.variant() if self.random.random() < 0.5 else self.other()
            if pair is not None and (pair[0] != pair[1] or self.random.random() < 0.05):
                found.append(pair)
        return found

    def body(self) -> tuple[list[str], str]:
        """Draw the words of a body's name, and its legal form or ``""``."""
        draw = self.random
        kind = draw.random()
        if kind < 0.55:
            words = [self.maker.person()[-1][0].replace("-", " ")]
            words += draw.sample(TRADES, draw.choice([0, 1, 1, 2]))
        elif kind < 0.75:
            words = [
                draw.choice(self.states if draw.random() < 0.4 else self.adjectives)
            ]
            words += draw.sample(ADJECTIVES, draw.choice([0, 1]))
            words += draw.sample(TRADES, draw.choice([1, 2]))
        elif kind < 0.9:
            words = [draw.choice(self.adjectives)] if draw.random() < 0.5 else []
            words += [*draw.sample(ADJECTIVES, draw.choice([1, 2])), draw.choice(KINDS)]
        else:
            words = [
                draw.choice(ADJECTIVES),
                draw.choice(KINDS),
                "for",
                draw.choice(TOPICS),
            ]
        return words, draw.choice(FORMS) if kind < 0.75 and draw.random() < 0.75 else ""

    def say(self, words: list[str], form: str) -> str:
        """Write a name with its legal form."""
        name = " ".join(words)
        front = form in IN_FRONT and self.random.random() < 0.7
        name = f"{form} {name}" if front else f"{name} {form}".strip()
        style = self.random.random()
        if style < 0.12:
            return name.upper()
        return f"The {name}" if style < 0.15 else name

    def variant(self) -> Pair | None:
        """Return two ways to write the name of one body."""
        draw = self.random
        words, form = self.body()
        others, another = list(words), form
        for _ in range(draw.choice([1, 1, 2])):
            kinds = "form drop slip slips roman join hyphen acronym alias and"
            kind = draw.choices(kinds.split(), [20, 18, 16, 3, 10, 5, 4, 7, 7, 4])[0]
            at = draw.randrange(len(others))
            match kind:
                case "form":
                    form, another = draw.choice(EQUAL_FORMS)
                    if draw.random() < 0.5:
                        form, another = another, form
                case "drop":
                    form, another = form or draw.choice(FORMS), ""
                case "slip" | "slips" if len(others[at]) > 7:
                    others[at] = self.maker.slip(others[at], len(kind) - 3)
                case "roman":
                    others[at] = self.maker.romanised(others[at])
                case "join" | "hyphen" if len(others) > 1:
                    joint = "" if kind == "join" else "-"
                    others[:2] = [joint.join(others[:2])]
                case "acronym" if len(words) > 2 and not form:
                    return _acronym(words), self.say(words, ""), True
                case "alias":
                    one, other = draw.sample(draw.choice(self.known).names, 2)
                    return one, other, True
                case "and" if len(words) > 1:
                    one, other = ([words[0], each, *words[1:]] for each in ("&", "and"))
                    return self.say(one, form), self.say(other, form), True
        return self.say(words, form), self.say(others, another), True

    def other(self) -> Pair | None:
        """Return the names of two bodies that are easily confused."""
        draw = self.random
        words, form = self.body()
        others, another = list(words), form
        kinds = "first trade like state extra acronym known unit"
        kind = draw.choices(kinds.split(), [22, 24, 14, 12, 14, 5, 6, 4])[0]
        match kind:
            case "first":
                others[0] = self.body()[0][0]
            case "trade":
                at = draw.randrange(1, len(others)) if len(others) > 1 else 0
                others[at] = draw.choice(TRADES + KINDS + ADJECTIVES)
            case "like":
                found = self.maker.like(others[0])
                if found is None:
                    return None
                others[0] = found
            case "state":
                one, other = draw.sample(self.states, 2)
                name = " ".join(words)
                second = f" ({other})" if draw.random() < 0.7 else ""
                return (
                    f"{name} ({one}) {form}".strip(),
                    f"{name}{second} {form}".strip(),
                    False,
                )
            case "extra":
                word = draw.choice(TRADES + ADJECTIVES)
                if draw.random() < 0.4:
                    word = self.maker.person()[-1][0]
                others.insert(draw.randrange(len(others) + 1), word)
            case "acronym":
                letters = _acronym(words)[:-1] + draw.choice("ABCDEFGHIKLMNOPRST")
                return letters, self.say(words, form), letters == _acronym(words)
            case "known":
                one, other = draw.sample(self.known, 2)
                return draw.choice(one.names), draw.choice(other.names), False
            case "unit":
                one, other = draw.sample(range(1, 99), 2)
                unit = draw.choice(UNITS)
                return f"{_ordinal(one)} {unit}", f"{_ordinal(other)} {unit}", False
        if sorted(words) == sorted(others):
            return None
        another = draw.choice(FORMS) if draw.random() < 0.3 else another
        return self.say(words, form), self.say(others, another), False


def _acronym(words: list[str]) -> str:
    return "".join(word[0] for word in words if word != "for")


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 20 else ending}"
