"""What several sentences tell of one event."""
