"""Pairs of names of persons, made from lists of names.

Half are variants of one person's name (another romanisation, a slip of the pen, the
family name first, an initial, a title, a middle name dropped, another script), half
are people who are easily confused (a sibling, a son, a like name, another middle
name). Nobody in them is meant: given and family names are drawn at random.
"""

import importlib
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from dragoman.data.tables import fold_key, given_name_forms
from dragoman.text.name_likeness import SURE, consonants, word_likeness

Item = tuple[list[str], dict[str, list[str]]]
# A word of a name, with the item of the list that it was drawn from.
Word = tuple[str, Item | None]
Pair = tuple[str, str, bool]

LOCALES = (
    "ar_AA az_AZ cs_CZ da_DK de_DE en_GB en_IN en_KE en_PK en_US es_ES es_MX fi_FI fr_FR ga_IE "
    "ha_NG hr_HR hu_HU id_ID ig_NG it_IT lv_LV nl_NL no_NO pl_PL pt_BR ro_RO sv_SE sw tr_TR "
    "uz_UZ vi_VN yo_NG zu_ZA"
).split()
SCRIPTS = ("ARABIC", "HEBREW", "CYRILLIC", "GREEK")
FREQUENT = [
    *"Mohammad Ahmad Ali Hassan Abdullah Ibrahim Khalid Omar Hussein Mustafa Salman Yusuf Mahmoud "
    "Nasser Saleh Karim".split(),
    "Abdul Rahman",
    "Abdul Aziz",
]
FAMILIES = "Kim Ri Pak Choe Han Jang O Wang Li Zhang Chen Liu Nguyen Tran Le Pham Ho Yun Ko Ku Yu Mun".split()
SYLLABLES = (
    "Jong Min Su Hyun Chol Yong Ho Il Un Song Hae Tae Jin Sung Ok Kyong Hui Dong Wei Ming Hua Jun "
    "Gang Li Yang Xiao Guo Qiang Ping Zhi Van Duc Minh Thi Xuan Quang Anh"
).split()
TITLES = "Dr. Sheikh President Gen. Mr Minister Hajji Mullah".split()
# Letters that stand for one another in transliterations, either way.
ROMANISED = [
    tuple(pair.split(":"))
    for pair in (
        "ou:u oo:u ee:i kh:ch q:k q:g gh:g sh:ch ei:ey ai:ay y:i w:v j:y ts:c tz:ts z:s ck:k ph:f "
        "h: aa:a ss:s mm:m nn:n ll:l tt:t dj:j ah:a eh:a ie:y e:i o:u iy:y sky:skij ev:yev x:ks "
        "sch:sh ü:ue ö:oe ä:ae dh:d th:t"
    ).split()
]
LETTERS = "etaoinsrhldcumfpgwybvk"


def read_items(path: Path) -> list[Item]:
    """Read items of names in several scripts: ``name, name => identifier`` a line."""
    items = []
    for line in path.read_text("utf-8").splitlines():
        listed, arrow, _ = line.partition("=>")
        names = [name.strip() for name in listed.split(",")]
        names = [name for name in names if name and " " not in name]
        latin = [name for name in names if ord(name[0]) < 0x250 and len(name) > 1]
        others: dict[str, list[str]] = {}
        for name in names:
            script = unicodedata.name(name[0], "").partition(" ")[0]
            if script in SCRIPTS:
                others.setdefault(script, []).append(name)
        if arrow and latin:
            items.append((latin, others))
    return items


def _listed(provider: object, attribute: str) -> list[str]:
    names = getattr(provider, attribute, ()) or ()
    return [name for name in names if all(ord(letter) < 0x250 for letter in name)]


@cache
def locale_names() -> list[tuple[str, list[str], list[str]]]:
    """Return given and family names of many countries from the package faker."""
    found = []
    for locale in LOCALES:
        module = importlib.import_module(f"faker.providers.person.{locale}")
        provider = module.Provider
        given = _listed(provider, "first_names_male")
        given += _listed(provider, "first_names_female")
        given = given or _listed(provider, "first_names")
        family = _listed(provider, "last_names")
        if len(given) > 10 and len(family) > 10:
            found.append((locale, given, family))
    return found


def capital(word: str) -> str:
    """Return a word with its first letter in upper case."""
    return word[:1].upper() + word[1:]


class Maker:
    """Draws persons, variants of their names and people of like names."""

    def __init__(self, items: list[Item], seed: int) -> None:
        """Start a series that repeats for equal items and seeds."""
        self.items = items
        self.random = random.Random(seed)
        self.by_script = {
            script: [item for item in items if script in item[1]] for script in SCRIPTS
        }
        self.by_start: defaultdict[str, list[str]] = defaultdict(list)
        for latin, _ in items:
            for name in latin[:2]:
                self.by_start[name[:2].lower()].append(name)
        for _, given, family in locale_names():
            for name in (*given, *family):
                self.by_start[name[:2].lower()].append(name)
        self.by_consonants: defaultdict[str, set[str]] = defaultdict(set)
        for listed in self.by_start.values():
            for name in listed:
                self.by_consonants[consonants(fold_key(name))].add(name)
        self.shorts: defaultdict[str, list[str]] = defaultdict(list)
        forms = given_name_forms()
        for name, groups in forms.items():
            for group, part in groups.items():
                if part == "head":
                    self.shorts[name] += [
                        other
                        for other, theirs in forms.items()
                        if theirs.get(group) == "short"
                    ]
        self.heads = list(self.shorts)

    def pairs(self, count: int) -> list[Pair]:
        """Return pairs of names and whether one person is meant."""
        found: list[Pair] = []
        draw = self.random
        while len(found) < count:
            kind = draw.random()
            if kind < 0.17:
                found.append(self.across_scripts(same=kind < 0.10))
            elif kind < 0.57:
                one, other = (self.say(name) for name in self.variant(self.person()))
                if one != other or draw.random() < 0.5:
                    found.append((one, other, True))
            else:
                two = self.other(self.person())
                if two is not None:
                    one, other = self.say(two[0], plain=True), self.say(two[1])
                    if one != other:
                        found.append((one, other, False))
        return found

    def item_word(self) -> Word:
        """Draw a word from the list of items."""
        item = self.random.choice(self.items)
        return capital(self.random.choice(item[0])), item

    def person(self) -> list[Word]:
        """Draw a person's name in one of five builds."""
        draw = self.random
        locale, given, family = draw.choice(locale_names())
        kind = draw.random()
        if kind < 0.28:
            return [self.item_word() for _ in range(3 if draw.random() < 0.35 else 2)]
        if kind < 0.6:
            name = [draw.choice(given), draw.choice(family)]
            if draw.random() < 0.3:
                name.insert(1, draw.choice(given))
            if locale.startswith("es") and draw.random() < 0.5:
                name.append(draw.choice(family))
        elif kind < 0.8:
            name = self._arabic()
        elif kind < 0.9:
            name = [
                draw.choice(FAMILIES),
                draw.choice(SYLLABLES),
                draw.choice(SYLLABLES),
            ]
        else:
            father = draw.choice(given).rstrip("aoe") + draw.choice(["ovich", "evich"])
            name = [draw.choice(given), father, draw.choice(family)]
        return [(capital(word), None) for word in name]

    def _arabic(self) -> list[str]:
        draw = self.random
        _, given, family = locale_names()[0]
        usual = FREQUENT if draw.random() < 0.5 else given
        count = draw.choice([2, 3, 3, 4]) - 1
        name = [
            draw.choice(usual if draw.random() < 0.6 else FREQUENT)
            for _ in range(count)
        ]
        last = draw.choice(family) if draw.random() < 0.4 else self.item_word()[0]
        name.append(("al-" if draw.random() < 0.4 else "") + last)
        if draw.random() < 0.2:
            name.insert(1, "bin")
        return name

    def say(self, name: Iterable[Word], *, plain: bool = False) -> str:
        """Write a name, sometimes in capitals or with the family name first."""
        words = [word for word, _ in name]
        style = 1.0 if plain else self.random.random()
        if style < 0.08:
            return " ".join(words).upper()
        if style < 0.12:
            return f"{words[-1].upper()}, {' '.join(words[:-1])}"
        return " ".join(words)

    def romanised(self, word: str) -> str:
        """Write a word by another habit of transliteration."""
        lower = word.lower()
        fits = [(a, b) for a, b in ROMANISED if a in lower]
        fits += [(b, a) for a, b in ROMANISED if b and b in lower]
        if not fits:
            return word
        old, new = self.random.choice(fits)
        changed = lower.replace(old, new, 1)
        return capital(changed) if len(changed) > 1 else word

    def slip(self, word: str, count: int = 1) -> str:
        """Misspell a word."""
        draw = self.random
        for _ in range(count):
            at = draw.randrange(1, len(word)) if draw.random() < 0.93 else 0
            kind, letter = draw.random(), draw.choice(LETTERS)
            if kind < 0.35:
                word = word[:at] + letter + word[at + 1 :]
            elif kind < 0.6 and len(word) > 3:
                word = word[:at] + word[at + 1 :]
            elif kind < 0.8:
                word = word[:at] + letter + word[at:]
            else:
                word = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        return word

    def variant(self, name: list[Word]) -> tuple[list[Word], list[Word]]:
        """Return a name and another way to write it."""
        draw = self.random
        other = list(name)
        for _ in range(draw.choice([1, 1, 1, 2, 2, 3])):
            kinds = "item roman slip slips title drop initial turn join strip short add hyphen"
            weights = [16, 22, 14, 4, 5, 10, 7, 5, 3, 8, 5, 4, 4]
            kind = draw.choices(kinds.split(), weights)[0]
            if kind == "short":
                head = draw.choice(self.heads)
                name = [(capital(head), None), *name[1:]]
                other = [(capital(draw.choice(self.shorts[head])), None), *other[1:]]
            else:
                other = self._vary(other, kind)
        return name, other

    def _vary(self, name: list[Word], kind: str) -> list[Word]:
        draw, name = self.random, list(name)
        at = draw.randrange(len(name))
        word, item = name[at]
        match kind:
            case "item" if item is not None:
                name[at] = (capital(draw.choice(item[0])), item)
            case "item" | "roman":
                name[at] = (self.romanised(word), item)
            case "slip" if len(word) >= 4:
                name[at] = (self.slip(word), item)
            case "slips" if len(word) >= 7:
                name[at] = (self.slip(word, 2), item)
            case "title":
                name.insert(0, (draw.choice(TITLES), None))
            case "drop" if len(name) > 2:
                del name[draw.randrange(1, len(name) - 1)]
            case "add" if len(name) > 1:
                name.insert(
                    1, draw.choice([self.item_word(), (draw.choice(FREQUENT), None)])
                )
            case "initial" if len(name) > 1:
                at = draw.randrange(len(name) - 1)
                name[at] = (f"{name[at][0][0]}.", None)
            case "turn":
                name = name[-1:] + name[:-1]
            case "join" if len(name) > 1:
                at = draw.randrange(len(name) - 1)
                joined = name[at][0] + draw.choice(["", "-"]) + name[at + 1][0]
                name[at : at + 2] = [(joined, None)]
            case "hyphen" if len(name) > 2:
                name[1:3] = [(f"{name[1][0]}-{name[2][0]}", None)]
            case "strip":
                name = [(_without_marks(each), item) for each, item in name]
        return name

    def like(self, word: str) -> str | None:
        """Return another name that looks like a word, ``None`` if there is none."""
        listed = self.by_start[word[:2].lower()]
        if len(listed) < 5:
            return None
        sample = self.random.sample(listed, min(len(listed), 150))
        ranked = sorted(
            (OSA.distance(word.lower(), name.lower()), name) for name in sample
        )
        ranked = [entry for entry in ranked if entry[0] >= 2]
        return capital(self.random.choice(ranked[:4])[1]) if ranked else None

    def other_vowels(self, word: str) -> str | None:
        """Return another name of the same consonants, as Khomeini is of Khamenei."""
        key = fold_key(word)
        listed = [
            name
            for name in sorted(self.by_consonants[consonants(key)])
            if word_likeness(key, fold_key(name)) < SURE
            and OSA.distance(key, fold_key(name)) >= 2
        ]
        return capital(self.random.choice(listed)) if listed else None

    def other(self, name: list[Word]) -> tuple[list[Word], list[Word]] | None:
        """Return a name and that of another person who is easily confused."""
        draw = self.random
        kinds = "given family like_family like_given vowels middle father initial mark syllable extra"
        kind = draw.choices(kinds.split(), [25, 24, 12, 14, 12, 10, 5, 5, 2, 6, 8])[0]
        other = list(name)
        last = len(name) - 1
        match kind:
            case "given" | "family" | "extra":
                at = {"given": 0, "family": last, "extra": draw.randrange(last + 1)}[
                    kind
                ]
                other[at] = self._fresh(at)
                if kind == "extra":
                    other.insert(1, self._fresh(0))
            case "like_family" | "like_given":
                at = last if kind == "like_family" else 0
                found = self.like(name[at][0])
                if found is None:
                    return None
                other[at] = (found, None)
            case "vowels":
                at = draw.choice([0, last])
                found = self.other_vowels(name[at][0])
                if found is None:
                    return None
                other[at] = (found, None)
            case "middle" if last > 1:
                other[draw.randrange(1, last)] = self._fresh(0)
            case "father":
                tail = name[-1:] if last > 1 else []
                son, link, father = name[0], ("bin", None), name[1]
                return [son, link, father, *tail], [father, link, son, *tail]
            case "initial":
                other[0] = (f"{draw.choice('ABCDEFGHJKLMNPRSTVWYZ')}.", None)
                if other[0][0][0].lower() == name[0][0][0].lower():
                    return None
            case "mark":
                return [*name, ("Sr.", None)], [*name, ("Jr.", None)]
            case "syllable":
                name = [(draw.choice(FAMILIES), None)]
                name += [(draw.choice(SYLLABLES), None) for _ in range(2)]
                at = draw.choice([0, 1, 2, 2])
                other = list(name)
                other[at] = (draw.choice(SYLLABLES if at else FAMILIES), None)
            case _:
                return None
        if sorted(word for word, _ in name) == sorted(word for word, _ in other):
            return None
        return name, self.variant(other)[1] if draw.random() < 0.25 else other

    def _fresh(self, at: int) -> Word:
        name = self.person()
        return name[min(at, len(name) - 1)][0], None

    def across_scripts(self, *, same: bool) -> Pair:
        """Return a name in Latin letters and one in another script."""
        draw = self.random
        script = draw.choice([*SCRIPTS, "CYRILLIC"])
        items = [
            draw.choice(self.by_script[script]) for _ in range(draw.choice([2, 2, 3]))
        ]
        latin = [capital(draw.choice(item[0])) for item in items]
        native = [draw.choice(item[1][script]) for item in items]
        if not same:
            at = draw.choice([0, len(items) - 1])
            native[at] = draw.choice(draw.choice(self.by_script[script])[1][script])
        elif draw.random() < 0.2 and len(items) > 2:
            del native[1]
        return " ".join(latin), " ".join(native), same


def _without_marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
