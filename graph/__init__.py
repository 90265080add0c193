"""What the documents claim, and where claims are kept."""
