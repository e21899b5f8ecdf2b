from dragoman.read.markdown import MarkdownReader
from read.samples import CLOSE, LEAD, TITLE, list_blocks, read_one


def _read(text: str) -> list[tuple[str, str]]:
    return list_blocks(read_one(MarkdownReader(), text.encode()))


def test_marks_become_kinds() -> None:
    text = f"""# {TITLE}

*By Jane Roe*

{LEAD[:70]}
{LEAD[70:].strip()}

## What next

- **Flour** for the [north](https://x.example "title").
- Seed
  for the south.

1. One thing.

> {CLOSE}

![A map of the wells](map.png)

| town | sacks |
|------|-------|
| Soum | 14    |
"""

    blocks = _read(text)

    assert blocks[0] == ("title", TITLE)
    assert blocks[1] == ("byline", "By Jane Roe")
    assert blocks[2][0] == "paragraph"
    assert blocks[3:] == [
        ("heading", "What next"),
        ("list_item", "Flour for the north."),
        ("list_item", "Seed for the south."),
        ("list_item", "One thing."),
        ("paragraph", CLOSE),
        ("caption", "A map of the wells"),
        ("table", "town | sacks"),
        ("table", "Soum | 14"),
    ]


def test_underlined_headings_are_headings() -> None:
    blocks = _read(f"{TITLE}\n======\n\n{LEAD}\n\nBackground\n---\n\n{CLOSE}\n")

    assert blocks == [
        ("title", TITLE),
        ("paragraph", LEAD),
        ("heading", "Background"),
        ("paragraph", CLOSE),
    ]


def test_front_matter_is_metadata() -> None:
    text = f"---\ntitle: {TITLE}\ndate: 2024-03-04\nsource: Mail\n---\n\n{LEAD}\n"

    document = read_one(MarkdownReader(), text.encode())

    assert document.title == TITLE
    assert document.published == "2024-03-04"
    assert document.source.name == "Mail"
    assert "source:" not in document.text


def test_broken_front_matter_is_no_loss() -> None:
    assert ("paragraph", LEAD) in _read(f"---\n{{: [\n---\n\n{LEAD}\n\n{CLOSE}\n")


def test_code_is_not_read_for_claims() -> None:
    blocks = _read(f"# {TITLE}\n\n{LEAD}\n\n```\nx = 1\n```\n")

    assert blocks[-1] == ("boilerplate", "x = 1")


def test_stars_and_underscores_inside_words_stay() -> None:
    line = "The file a_b_c and 3 * 4 * 5 were shown to the governor of Harat on Monday."

    assert ("paragraph", line) in _read(f"# {TITLE}\n\n{line}\n\n{CLOSE}\n")


def test_arabic_markdown_is_read() -> None:
    blocks = _read("# لقاء في تونس\n\nالتقى **الوزير** المبعوث في تونس يوم الأحد.\n")

    assert blocks == [
        ("title", "لقاء في تونس"),
        ("paragraph", "التقى الوزير المبعوث في تونس يوم الأحد."),
    ]
