"""In CI a test that is skipped has failed: there the machine has all that the tests need.

Only the reference texts (`shared`) may be away; they are not part of the repository.
"""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent / "shared"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where `CI` is `true`."""
    report = yield
    skipped = report.skipped and not hasattr(report, "wasxfail")
    excused = item.get_closest_marker("shared") is not None and not SHARED.is_dir()
    if skipped and not excused and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"Skipped, which counts as a failure in CI: {call_reason(report)}"
    return report


def call_reason(report: pytest.TestReport) -> str:
    """Why a test was skipped."""
    told = report.longrepr
    return told[2] if isinstance(told, tuple) else str(told)
