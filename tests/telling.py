"""Says beside the tests what the machine lacks, so that what is skipped or done otherwise is noticed."""

import pytest


def tell(request: pytest.FixtureRequest, words: str) -> None:
    """Write *words* between the tests' dots."""
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.write_line(f"\n{words}", yellow=True)
