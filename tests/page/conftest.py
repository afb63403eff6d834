"""A browser for the tests of the page: Debian's Chromium, with the network cut off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HOW = "page tests in a browser need: apt-get install chromium; pip install playwright axe-playwright-python"
#: A sandbox needs rights that root in a container lacks; the rest keeps Chromium from looking for its maker's hosts.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SHOTS = Path(__file__).parents[2] / "artefacts" / "page"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium. Skipped in one line where it is not installed; fails instead where TABELLINO_REQUIRE_BROWSER is set."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        if os.environ.get("TABELLINO_REQUIRE_BROWSER"):
            pytest.fail(HOW, pytrace=False)
        pytest.skip(HOW)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


class Opened:
    """A page opened from disk, with all that it asked for and complained of."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.failures: dict[str, str] = {}
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.failures.update({request.url: request.failure}))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(address)


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens HTML from disk in a context of its own: `open_page(html, width=360, color_scheme="dark")`."""
    contexts = []

    def opened(html: str, *, width: int = 1280, height: int = 900, fragment: str = "", **options: Any) -> Opened:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, "utf-8")
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", **options)
        contexts.append(context)
        return Opened(context.new_page(), path.as_uri() + fragment)

    yield opened
    for context in contexts:
        context.close()
