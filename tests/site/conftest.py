"""What the tests of the site share: the site of the sample articles, and a browser where there is one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import NAMES, chromium, opened, served
from built_site import Built
from playwright.sync_api import Browser

from pipelines.building import build_release

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample articles, with an own policy that nobody decided anything in; built with all its checks."""
    outputs = tmp_path_factory.mktemp("site")
    policy = outputs / "policy"
    policy.mkdir()
    shutil.copyfile(Path(__file__).parent / "dataset.toml", policy / "dataset.toml")
    assert build_release(ROOT / "articles", outputs / "outputs", quiet=True, wait=0, policy=policy) == 0
    return Built((outputs / "outputs" / "latest").resolve())


@pytest.fixture(scope="session", params=["full", "open"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(
    scope="module"
)  # a thread with a browser in it runs no other event loop, so it ends with the tests that need it
def browser(built: Built) -> Iterator[Browser]:
    """A browser, opened once there is something to look at; tests that need one are skipped where there is none."""
    executable = chromium()
    if executable is None:
        pytest.skip(f"no browser: install Chromium (one of {', '.join(NAMES)}) to run the tests of the site in it")
    with opened(executable) as browser:
        yield browser


@pytest.fixture(scope="session")
def site(built: Built) -> Iterator[str]:
    """The address of the site of the sample articles, full edition."""
    with served(built.folder.parent.parent) as address:
        yield address
