"""Whether words of events mean them where they stand: no album is set free."""
