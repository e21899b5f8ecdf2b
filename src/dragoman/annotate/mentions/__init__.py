"""Everything a text refers to, and what refers to the same, by the reading model."""
