"""The final places of all clubs as a picture: one row a club, one shaded cell a place, in plain SVG or as PNG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from tabellino.cli import files
from tabellino.cli.odds_text import known, title
from tabellino.domain.stakes import SeasonOdds
from tabellino.errors import UsageError

_CELL, _ROW, _LEFT, _TOP = 34, 24, 150, 58
#: Pixels of the PNG for one of the SVG: figures of twelve stay sharp on the screens of today.
_SCALE = 2
#: From this chance on a cell is so dark that white figures stand out more than black ones (4.5 to 1 for both there).
_DARK = 0.55


def check_plot(path: Path) -> None:
    """Raises UsageError, before the long work, for a file that could not be drawn in the end."""
    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise UsageError(f"--plot {path}: only .svg and .png are drawn; name the file FILE.svg or FILE.png")
    if not path.parent.is_dir():
        raise UsageError(f"--plot {path}: there is no folder {path.parent}; make it or name another file")
    if kind == ".png":
        from tabellino.render.png import drawer

        drawer()


def write_plot(path: Path, odds: SeasonOdds) -> None:
    """Write the picture, whole or not at all. Raises UsageError when the file cannot be written."""
    picture: str | bytes = places_svg(odds)
    if path.suffix.lower() == ".png":
        from tabellino.render.png import png

        picture = png(places_svg(odds), _SCALE * _width(odds))
    try:
        files.write(path, picture)
    except OSError as refused:
        raise UsageError(f"--plot {path}: {refused.strerror}; name another file") from refused


def _width(odds: SeasonOdds) -> int:
    return _LEFT + len(odds.clubs) * _CELL + 10


def places_svg(odds: SeasonOdds) -> str:
    """An SVG document. Cells hold the chance of a place in per cent where it rounds to 1 or more."""
    places = len(odds.clubs)
    width, height = _width(odds), _TOP + places * _ROW + 34
    heading = f"{title(odds)}: chance of every final place"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="sans-serif" font-size="12" role="img">',
            f"<title>{escape(heading)}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            f'<text x="10" y="20" font-size="14" font-weight="bold" fill="#111111">{escape(heading)}</text>',
            *_head(places),
            *_rows(odds),
            f'<text x="10" y="{height - 12}" fill="#555555">{odds.simulations:,} simulated seasons, seed {odds.seed}, '
            f"{known(odds)}; per cent, blank below 0.5</text>",
            "</svg>\n",
        ]
    )


def _head(places: int) -> Iterator[str]:
    for place in range(places):
        x = _LEFT + place * _CELL + _CELL / 2
        yield f'<text x="{x:g}" y="{_TOP - 8}" text-anchor="middle" fill="#555555">{place + 1}</text>'


def _rows(odds: SeasonOdds) -> Iterator[str]:
    for row, club in enumerate(odds.clubs):
        y = _TOP + row * _ROW
        yield f'<text x="{_LEFT - 8}" y="{y + 16}" text-anchor="end" fill="#111111">{escape(club.club)}</text>'
        for place, chance in enumerate(club.places):
            if chance < 0.0005:
                continue
            x = _LEFT + place * _CELL
            # The root makes small chances visible; figures stay readable on the dark end.
            yield (
                f'<rect x="{x}" y="{y}" width="{_CELL - 2}" height="{_ROW - 2}" fill="#1f4e9c" '
                f'fill-opacity="{chance**0.5:.3f}"/>'
            )
            if chance >= 0.005:
                colour = "#ffffff" if chance > _DARK else "#111111"
                yield (
                    f'<text x="{x + _CELL / 2 - 1:g}" y="{y + 15}" text-anchor="middle" fill="{colour}">'
                    f"{100 * chance:.0f}</text>"
                )
