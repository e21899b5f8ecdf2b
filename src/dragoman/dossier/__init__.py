"""Views to dossiers."""
