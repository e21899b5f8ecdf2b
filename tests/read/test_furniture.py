import pytest

from dragoman.read.furniture import find_trailer, is_line, is_opener, is_service, look
from dragoman.read.structure import find_blocks
from read.samples import CLOSE, LEAD, TITLE

FURNITURE = [
    "Subscribe to our newsletter",
    "Sign up for our daily briefing.",
    "Follow us on Twitter, Facebook and Telegram",
    "Book a Demo",
    "get in touch",
    "Contact us: press@mail.example",
    "Read more: Who is the envoy?",
    "Share this article",
    "© 2024 Harbour Mail. All rights reserved.",
    "Copyright 2024 Harbour Mail",
    "Reproduction permitted citing the source.",
    "Tags: Harat, wells, flour",
    "Reporting by Amina Darweesh; editing by Petra Holm",
    "(Reporting by Amina Darweesh in Tunis; Editing by Petra Holm)",
    "Editor-in-chief: Jane Roe. Price: 20 pence.",
    "APS/rt/mv",
    "jr/ab",
    "(ENDS)",
    "-30-",
    "###",
    "By using this site you accept our use of cookies.",
    "The views expressed in this article are the author's own.",
    "You are receiving this email because you signed up.",
    "Unsubscribe | View in browser",
    "Sent from my phone",
    "For further information, please contact the Press Office.",
    "Tel: +44 20 5550 1234, e-mail: desk@mail.example",
    "https://mail.example/envoy",
    "Originally published on 4 March by Harbour Mail.",
    "Terms of use | Privacy policy | Cookies",
    "Home | World | Politics | Sport",
    "Síguenos en nuestras redes",
    "Читайте также: посол уехал",
    "جميع الحقوق محفوظة",
]
PROSE = [
    "Long live the unbreakable friendship!",
    "The delegation is to leave for home today.",
    "Contact with the crew was lost at four in the morning.",
    "Share prices fell after the speech.",
    "Readers of the paper were told that it had been seized.",
    "Support for the accord is falling.",
    "Founded in 1990, the party has never won a seat in the capital.",
    "Follow-up talks are planned for June.",
    "Published reports of his death were denied by the minister.",
    "Editors of three papers were arrested on Monday.",
    "Printed leaflets were dropped over the town.",
    "Issue by issue, the two sides came closer.",
    "Related charges against the minister were dropped.",
    "Terms of the truce were not made public.",
    "He asked the crowd to follow him to the bridge.",
    "About forty people were hurt.",
    "Watching the convoy leave, the mayor wept.",
    "«Мы не уйдём», — сказал министр.",
    "قال الوزير إنه لن يغادر المدينة.",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_is_known_by_its_words(text: str) -> None:
    assert look(text).furniture == 1.0


@pytest.mark.parametrize("text", PROSE)
def test_prose_that_begins_alike_stays(text: str) -> None:
    assert look(text).furniture < 0.5


def test_trailer_begins_behind_the_last_prose_sentence() -> None:
    text = "The envoy left. She said nothing. Read more: The wells. Follow us on X."

    cut = find_trailer(text)

    assert cut is not None
    assert text[cut:] == "Read more: The wells. Follow us on X."


@pytest.mark.parametrize(
    "text", ["The envoy left.", "Follow us on X. All rights reserved.", "No. 114/2021"]
)
def test_whole_pieces_have_no_trailer(text: str) -> None:
    assert find_trailer(text) is None


def test_openers_and_lines_are_whole_lines() -> None:
    assert is_opener("Related stories:")
    assert not is_opener("Related charges were dropped.")
    assert is_opener("Also in Politics")
    assert not is_opener("Also on Tuesday, a court in Mitrovica freed the driver.")
    assert is_line("Skip to content")
    assert not is_line("x" * 100_000)


LAST_LINES = [
    "Compiled by the Monitoring Desk. Send corrections to desk@x.example.",
    "For more news from the Sahel, join our WhatsApp channel.",
    "This is an unofficial translation; in doubt the Russian text prevails.",
    "Comments are closed.",
    "Hashtags: #Peace #Now",
    "Filed by our correspondent in Goma.",
    "ANN/2024/0512",
    "Photo gallery: 12 pictures",
    "Please consider the environment before printing this e-mail.",
    "Our newsroom is funded by readers. Chip in.",
    "Also in this issue: the price of bread; the new port",
    "Next bulletin at 0600",
    "Report prepared on the basis of open sources.",
    "If you know more, write to us at tips@x.example.",
    "Total views: 1,204",
    "Vol. XII, No. 45. One copy: 5 roubles. Index 50043.",
    "Address of the editorial office: 12 Lenin St.",
    "Any use of the materials is allowed only with a hyperlink to the site.",
    "When quoting, a reference to the Ministry is obligatory.",
    "Photographs of the meeting are available in the media bank.",
    "Support the Monitor with a monthly gift.",
    "Copy for information: the Mediator; the press",
    "Weekly edition, 12 pages, 30 dinars",
    "[1] Interview with a local journalist, Kismayo, May 19, 2025.",
    "(c) Harbour Mail",
    "== END ==",
]


@pytest.mark.parametrize("line", LAST_LINES)
def test_last_lines_about_the_paper_are_boilerplate(line: str) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{CLOSE}\n\n{line}\n"

    blocks = find_blocks(text)

    assert {block.kind.value for block in blocks[3:]} == {"boilerplate"}
    assert blocks[2].kind.value == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Parliament meets again in May.",
        "The bridge remains closed.",
        "The newspaper remains closed.",
        "The report is due in May.",
        "The channel is owned by the governor's brother.",
        "Its editors have gone into hiding.",
        "We are ready to die for our land.",
        "You cannot negotiate with our blood.",
        "Negotiators are studying the report.",
        "Readers of the region know the story.",
        "The price of bread has doubled.",
        "Our channel of communication with Tehran remains open.",
        "He is a member of the council.",
        "Frequencies are allotted by the ministry.",
        "The enemy should read our message well.",
        "Хлеб подорожал вдвое.",
    ],
)
def test_last_lines_of_news_stay_prose(line: str) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{CLOSE}\n\n{line}\n\nSubscribe to our newsletter"

    assert not is_service(line)
    assert find_blocks(text)[3].kind.value == "paragraph"
