"""Names that only a partisan speaker uses."""
