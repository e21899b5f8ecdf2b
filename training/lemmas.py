"""Lemmas as edits of the ending, so that a classifier can learn them."""


def lemma_script(word: str, lemma: str) -> str:
    """Return the edit that makes a lemma of a word.

    ``3>y`` takes three letters off the lower-cased end and adds "y";
    ``=`` keeps the word as it stands, with its capitals.

    >>> lemma_script("ministries", "ministry"), lemma_script("Beirut", "Beirut")
    ('3>y', '=')
    """
    lower = word.lower()
    if lemma == word and lower != word:
        return "="
    target = (
        lemma if lemma.lower() != lemma and lemma[:1] != word[:1] else lemma.lower()
    )
    common = 0
    while common < min(len(lower), len(target)) and lower[common] == target[common]:
        common += 1
    return f"{len(lower) - common}>{target[common:]}"
