"""Who does what to whom in a clause, whatever is made of it."""
