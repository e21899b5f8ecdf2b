import pytest

from dragoman.model.document import BlockKind
from dragoman.read.markup import find_html_pieces


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("<p>One <b>two</b> three.</p>", [("paragraph", "One two three.")]),
        (
            "One<br>two<br><br>three",
            [("paragraph", "One\ntwo"), ("paragraph", "three")],
        ),
        ("<h3>Head</h3>Text", [("heading", "Head"), ("paragraph", "Text")]),
        (
            "<ul><li>One</li><li><p>Two</p></li></ul>",
            [("list_item", "One"), ("list_item", "Two")],
        ),
        ("<figure><figcaption>Seen</figcaption></figure>", [("caption", "Seen")]),
        (
            "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
            [("table", "a | b"), ("table", "c")],
        ),
        (
            "<table><tr><td><div>Text one.</div></td><td>Two</td></tr></table>",
            [("paragraph", "Text one."), ("paragraph", "Two")],
        ),
        ("<script>x</script><style>y</style><p>z</p>", [("paragraph", "z")]),
        ("<p>a<!-- b -->c</p>", [("paragraph", "ac")]),
        ("<p>קו &amp; نقطة</p>", [("paragraph", "קו & نقطة")]),
        ("<blockquote>Said.</blockquote>", [("paragraph", "Said.")]),
        ("", []),
    ],
)
def test_markup_becomes_pieces(markup: str, pieces: list[tuple[str, str]]) -> None:
    found = [(kind.value, text) for kind, text in find_html_pieces(markup)]

    assert found == pieces


def test_unclosed_and_crossed_elements_are_read() -> None:
    found = find_html_pieces("<p>One <b>two<p>Three</b> four</div>")

    assert [text for _, text in found] == ["One two", "Three four"]


def test_deep_nesting_ends() -> None:
    markup = "<div>" * 100_000 + "deep"

    assert all(kind is BlockKind.PARAGRAPH for kind, _ in find_html_pieces(markup))


def test_tag_with_very_many_attributes_ends() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(300_000))

    pieces = find_html_pieces(f"<p {attributes}>The talks went on.</p>")

    assert pieces == [(BlockKind.PARAGRAPH, "The talks went on.")]


ATTRIBUTES = " ".join(f'a{number}="x"' for number in range(200_000))


@pytest.mark.parametrize(
    "markup",
    [
        f"<p b='>' {ATTRIBUTES}>The talks went on.</p>",
        f"<p b='<' {ATTRIBUTES}>The talks went on.</p>",
        f"<p {ATTRIBUTES.replace(' ', '')}>The talks went on.</p>",
        f"<p {ATTRIBUTES.replace(' ', '/')}>The talks went on.</p>",
        f"<!--><p {ATTRIBUTES}>The talks went on.</p>",
        f"<script>if (a<b) {{ c='</script><p {ATTRIBUTES}>The talks went on.</p>",
        f"<script b='>' {ATTRIBUTES}>a<b</script><p>The talks went on.</p>",
        f"<script/><p {ATTRIBUTES}>The talks went on.</p>",
    ],
    ids=lambda markup: markup[:12],
)
def test_very_many_attributes_end_however_they_are_written(markup: str) -> None:
    assert find_html_pieces(markup) == [(BlockKind.PARAGRAPH, "The talks went on.")]


@pytest.mark.parametrize("start", ["<", "<a", "<a b='\"", "<!--", "<script>", "</p "])
def test_tags_that_never_end_are_read_once(start: str) -> None:
    # If anything were tried again from each of them, this would take hours.
    find_html_pieces(start * 100_000)
