"""The commands of `dateline`, one module for each thing a user is after; `ui/cli.py` puts them together."""
