"""Views to timelines, networks and comparisons."""
