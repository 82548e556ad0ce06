"""Pages of surveys for residents."""
