"""Where and when an event takes place."""
