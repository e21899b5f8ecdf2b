import pytest

from dragoman.read.language import find_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister met the envoy in Harat on Monday.", "en"),
        ("THE MINISTER MET THE ENVOY IN HARAT ON MONDAY.", "en"),
        ("Le ministre a reçu l'envoyé à Dakar lundi.", "fr"),
        ("Министр встретился с послом в понедельник.", "ru"),
        ("التقى وزير الخارجية المبعوث الأممي في تونس.", "ar"),
        ("وزیر نیرو روز دوشنبه با استاندار دیدار کرد.", "fa"),
        ("שר החוץ נפגש עם השליח באתונה ביום שני.", "he"),
        ("外交部长星期一在北京会见了联合国特使。", "zh"),
    ],
)
def test_language_is_told_by_the_text(text: str, lang: str) -> None:
    assert find_language(text) == lang


def test_short_text_takes_the_declared_language() -> None:
    assert find_language("Harat", "es-MX") == "es"
    assert find_language("Harat") is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Anna Weber met Ivo Straka.", "en"),
        ("Omar Haddad met Karim Mansour.", "en"),
        ("Anna Weber, Ivo Straka, Omar Haddad, Lena Hradec, Karim Mansour", "en"),
        ("De minister ontmoette Jan de Vries in Den Haag.", "nl"),
        ("Presidente Juan Perez visitó Lima el lunes.", "es"),
        ("Анна Вебер встретила Иво Страку.", "ru"),
    ],
)
def test_names_alone_tell_no_language(text: str, lang: str) -> None:
    assert find_language(text) == lang


def test_text_outweighs_a_wrong_declaration() -> None:
    assert find_language("Le ministre a reçu l'envoyé à Dakar lundi.", "en") == "fr"


ENGLISH = "The minister of transport met the envoy and said that talks went on. " * 6
DUTCH = "De minister van vervoer ontmoette de gezant of de premier in Den Haag. " * 6


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (ENGLISH, "en"),
        (DUTCH, "nl"),
        (DUTCH + "The minister met the envoy.", "nl"),
        ("التقى وزير الخارجية المبعوث الأممي في تونس. " * 6 + ENGLISH[:140], "ar"),
    ],
)
def test_language_of_a_longer_text_is_that_of_most_of_it(text: str, lang: str) -> None:
    assert find_language(text) == lang


ENGLISH = (
    "The minister of the interior said that the talks with the envoy from Osk were to"
    " go on for a week, and that the head of the army was to be heard by the council"
    " before the end of the month. The ministry of the interior is at one with the"
    " staff of the army on that, and the council is to vote on the plan for the river."
)
TURKISH = (
    "Bakan pazartesi günü yaptığı açıklamada görüşmelerin bir hafta daha süreceğini ve"
    " ordu komutanının ay sonundan önce mecliste dinleneceğini söyledi. Bakanlık bu"
    " konuda genelkurmay ile aynı görüşte olduğunu, nehir planının ise gelecek hafta"
    " oylanacağını bildirdi. Muhalefet ise bu açıklamayı yeterli bulmadığını duyurdu."
)


def test_a_text_that_is_half_in_another_language_is_not_told_by_its_english() -> None:
    assert find_language(ENGLISH) == "en"
    assert find_language(f"{TURKISH} {TURKISH} {ENGLISH}") == "tr"
    assert find_language(f"{TURKISH} {ENGLISH}", "tr") == "tr"
