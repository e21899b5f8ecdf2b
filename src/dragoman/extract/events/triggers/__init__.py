"""Words that tell an event, and what they ask for."""
