"""Pages and the command line."""

VERSION = "0.1.0"
"""Of Dateline, for people; what documents were read by is a fingerprint of its own (`loaders.pipeline.reader`)."""
