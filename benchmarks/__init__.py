"""Measurements: quality against references, speed against peers."""
