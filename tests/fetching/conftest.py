"""A site on this machine and a clock of its own for each test."""

from collections.abc import Iterator

import pytest
from site_with_faults import FakeClock, Site, running_site


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
