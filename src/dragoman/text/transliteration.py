def latin_forms(word: str) -> tuple[str, ...]:
    return ()
