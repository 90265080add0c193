"""Pages and the command line."""
