"""The README's picture of the match page, taken of the page: `python -m tools.make_picture PAGE.html OUT.png`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

#: The top of the page as a laptop shows it, at twice the pixels so that it stays sharp.
WIDTH, HEIGHT, SCALE = 1120, 1000, 2
_HOW = "the picture needs a browser: apt-get install chromium; pip install playwright"


def picture(html: Path, out: Path) -> None:
    """Write a PNG of the top of the page. Raises RuntimeError, with what to install, where there is no browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        raise RuntimeError(_HOW)
    out.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        size = {"width": WIDTH, "height": HEIGHT}
        context = browser.new_context(viewport=size, device_scale_factor=SCALE, color_scheme="light", offline=True)
        tab = context.new_page()
        tab.goto(html.resolve().as_uri())
        tab.screenshot(path=out)
        browser.close()


def main(args: list[str]) -> int:
    """Make the picture; 2 when called wrongly or without a browser."""
    if len(args) != 2 or not Path(args[0]).is_file():
        print("give the page and the picture: python -m tools.make_picture PAGE.html OUT.png", file=sys.stderr)
        return 2
    try:
        picture(Path(args[0]), Path(args[1]))
    except RuntimeError as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
