"""Time expressions and the day that each of them means."""
