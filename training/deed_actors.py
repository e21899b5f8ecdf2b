"""Names for the sides of a deed: states, offices, invented people, bodies, crowds."""

import random
from dataclasses import dataclass

from dragoman.data.tables import countries

_FIRST = (
    *("Anna", "Tomas", "Leila", "Karim", "Ines", "Pavel", "Mei", "Hiroto", "Amara"),
    *("Jonas", "Rosa", "Emeka", "Nadia", "Viktor", "Sofia", "Ravi", "Elif", "Mateo"),
    *("Hanna", "Idris", "Greta", "Luis", "Zanele", "Omar", "Petra", "Kofi", "Lena"),
)
_LAST = (
    *("Lindqvist", "Okoro", "Haddad", "Moravec", "Castellan", "Tanigawa", "Brandt"),
    *("Sorokin", "Mbeki-Lund", "Varga", "Rahmani", "Delacourt", "Osei", "Petrovic"),
    *("Ferreira", "Al-Masri", "Novak", "Yilmazer", "Chaudhry", "Kowalski", "Duarte"),
    *("Nkosi", "Ben-Ami", "Larsen", "Quispe", "Toure", "Zhang", "Ivanova", "Hakimi"),
)
_OFFICES = (
    *("President", "Prime Minister", "Foreign Minister", "Defence Minister"),
    *("Interior Minister", "Secretary of State", "Ambassador", "Vice President"),
    *("Finance Minister", "Governor", "Senator", "Mayor", "Chancellor", "Premier"),
)
_BODIES = (
    *("the government", "parliament", "the foreign ministry", "the defence ministry"),
    *("the central bank", "the opposition", "the ruling party", "the cabinet"),
    *("the state oil company", "the electoral commission", "the supreme court"),
    *("the administration", "the health ministry", "the authorities", "the senate"),
    *("the royal palace", "the presidency", "the trade ministry", "the junta"),
)
_OUTSIDE = (
    *("the United Nations", "the European Union", "the Security Council", "NATO"),
    *("the World Bank", "the African Union", "the International Red Cross", "OPEC"),
    *("the Harbour Workers' Union", "the Northern Alliance Party", "the Tarel Front"),
    *("Helping Hands International", "Orvane Energy", "the Kestrel Mining Company"),
    *("the Free Valley Movement", "the Arab League", "the UN refugee agency"),
    *("the World Health Organization", "the International Criminal Court", "ASEAN"),
)
_FORCES = (
    *("the army", "troops", "soldiers", "the air force", "the navy", "security forces"),
    *("fighters", "rebels", "militants", "gunmen", "the military", "special forces"),
    *("warplanes", "insurgents", "paramilitaries", "guerrillas", "the national guard"),
)
_BANDS = (
    *("the Red Dawn militia", "the Tarel Liberation Army", "rebel fighters", "NATO"),
    *("the Black Banner group", "separatists", "Islamist militants", "armed men"),
    *("the Southern Resistance Front", "government forces", "coalition forces"),
)
_POLICE = (
    *("police", "prosecutors", "the authorities", "security agents", "border guards"),
    *("federal police", "intelligence officers", "the interior ministry"),
)
_COURTS = (
    *("a court", "the supreme court", "a military court", "a judge", "prosecutors"),
    *("the high court", "a tribunal", "a federal judge", "an appeals court"),
)
_CROWDS = (
    *("thousands of people", "students", "teachers", "opposition supporters", "miners"),
    *("hundreds of farmers", "workers", "activists", "protesters", "doctors", "nurses"),
    *(
        "tens of thousands of demonstrators",
        "truck drivers",
        "bus drivers",
        "residents",
    ),
    *("dock workers", "trade unions", "human rights groups", "women's groups"),
)
_HELD = (
    *(
        "two journalists",
        "a journalist",
        "14 villagers",
        "three aid workers",
        "a pilot",
    ),
    *("dozens of prisoners", "hundreds of detainees", "five soldiers", "a student"),
    *("opposition activists", "the former president", "a British tourist", "refugees"),
    *("four hostages", "a blogger", "a priest", "an opposition leader", "civilians"),
    *("21 fishermen", "seven police officers", "a union leader", "the families"),
    *("some 300 migrants", "flood victims", "a lawyer", "the crew of a tanker"),
    *("asylum seekers", "a smuggler", "political prisoners", "a militant commander"),
    *("thousands of displaced people", "a retired general", "a businessman"),
)
_THINGS = (
    *("a convoy", "a police station", "an army base", "a hospital", "a market"),
    *("an oil depot", "the airport", "a checkpoint", "a mosque", "the embassy"),
    *("rebel positions", "a school", "a bus", "a military academy", "power stations"),
    *(
        "a government building",
        "a village",
        "a refinery",
        "the headquarters of the party",
    ),
    *("a bridge", "a weapons depot", "the presidential palace", "a wedding", "a port"),
)
_TOWNS = (
    *("the northern city of Tarsin", "Orvane", "the Kelmet valley", "the east"),
    *("the border region", "the port of Salun", "Dovrik", "the southern province"),
    *("the capital", "the island of Merra", "a suburb of Hadrin", "the Belisar pass"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """Words for a side, and whether they are plural."""

    text: str
    many: bool


def _country(chance: random.Random) -> tuple[str, str, str]:
    while True:
        country = chance.choice(list(countries().values()))
        if country.adjectives and country.capitals:
            return country.name, country.adjectives[0], country.capitals[0]


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def _owned(words: str, adjective: str) -> str:
    """Say whose it is: "the army" becomes "the Chadian army"."""
    article, _, rest = words.partition(" ")
    if article in {"the", "a", "an"}:
        article = "the" if article == "the" else "a"
        if article == "a" and adjective[0] in "AEIOU":
            article = "an"
        return f"{article} {adjective} {rest}"
    return f"{adjective} {words}"


def _many(words: str) -> bool:
    last = words.split(" of ")[0].split()[-1]
    plural = {"police", "people", "parliament"}
    return last in plural - {"parliament"} or (
        last.endswith("s") and last not in {"ss", "United Nations", "address"}
    )


def _party(chance: random.Random) -> Name:
    name, adjective, capital = _country(chance)
    roll = chance.random()
    if roll < 0.3:
        other = _country(chance)[0]
        return Name(f"{name} and {other}", True) if roll < 0.02 else Name(name, False)
    if roll < 0.4:
        return Name(f"{adjective} {chance.choice(_OFFICES)} {_person(chance)}", False)
    if roll < 0.47:
        return Name(f"{chance.choice(_OFFICES)} {_person(chance)}", False)
    if roll < 0.54:
        return Name(_person(chance).split()[-1], False)
    if roll < 0.6:
        title = chance.choice(_OFFICES).lower()
        return Name(f"{name}'s {title}, {_person(chance)},"[:-1], False)
    if roll < 0.76:
        words = _owned(chance.choice(_BODIES), adjective)
        return Name(words, _many(words))
    if roll < 0.9:
        words = chance.choice(_OUTSIDE)
        return Name(words, False)
    if roll < 0.94:
        return Name(capital, False)
    if roll < 0.97:
        return Name(f"the {adjective} {chance.choice(_OFFICES).lower()}", False)
    return Name(f"the {chance.choice(_OFFICES).lower()} of {name}", False)


def draw_source(kind: str, chance: random.Random) -> Name:
    """Return a doer of a kind: party, armed, police, court or crowd."""
    adjective = _country(chance)[1]
    if kind == "party" or chance.random() < 0.25:
        if chance.random() < 0.06:
            return draw_source(chance.choice(("armed", "police", "crowd")), chance)
        return _party(chance)
    if kind == "armed" and chance.random() < 0.35:
        words = chance.choice(_BANDS)
        return Name(words, _many(words))
    groups = {"armed": _FORCES, "police": _POLICE, "court": _COURTS, "crowd": _CROWDS}
    words = chance.choice(groups[kind])
    plain = words.startswith(("thousands", "hundreds", "tens"))
    if chance.random() < 0.6 and not plain:
        words = _owned(words, adjective)
    elif chance.random() < 0.3:
        words = f"{words} in {_country(chance)[2]}"
    return Name(words, _many(words))


def draw_name(slot: str, chance: random.Random) -> Name:
    """Return words for T (a party), P (a place), H (people) or D (a thing)."""
    if slot == "T":
        name = _party(chance)
        if chance.random() < 0.08:
            words = _owned(chance.choice(_FORCES), _country(chance)[1])
            return Name(words, _many(words))
        return name
    if slot == "P":
        country = _country(chance)
        options = (country[0], country[2], chance.choice(_TOWNS))
        return Name(chance.choice(options), False)
    if slot == "H":
        words = chance.choice(_HELD)
        if chance.random() < 0.2:
            words = _person(chance)
        elif chance.random() < 0.3:
            words = f"{words} from {_country(chance)[0]}"
        return Name(words, _many(words))
    words = chance.choice(_THINGS)
    if chance.random() < 0.4:
        words = f"{words} in {_country(chance)[2]}"
    return Name(words, _many(words))
