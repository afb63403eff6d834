"""Makes docs/track-record.md anew from the packaged seasons: `python -m tools.track_record`."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "track-record.md"
COMPETITION, WANTED = "serie-a", ("2023-24", "2024-25", "2025-26")

_HEAD = """# Track record

Made by `make docs` from the seasons that the package carries (`tabellino backtest serie-a --seasons 2023-24..2025-26`
prints the same). Every forecast was made with what was known on the morning of its match; every setting was chosen on
seasons up to 2022-23 ([how](odds.md)). With more seasons at hand (`tabellino seasons fetch`) the strengths rest on
more history and the figures change a little.

"""


def page() -> str:
    """The page, the same on every run."""
    from tabellino.cli.track_text import track_record_page
    from tabellino.league.season_store import PACKAGED, SeasonFile, load_file
    from tabellino.odds.track_record import track_record

    paths = sorted((PACKAGED / COMPETITION).glob("*.csv"))
    seasons = [load_file(SeasonFile(COMPETITION, path.stem, "package", str(path))) for path in paths]
    record, _ = track_record(seasons, WANTED)
    return _HEAD + track_record_page(record)


def make() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    make()
