"""What refers back: titles, descriptions, pronouns, groups."""
