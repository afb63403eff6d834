"""The final places of all clubs as a picture: one row a club, one shaded cell a place, in plain SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tabellino.domain.stakes import SeasonOdds

_CELL, _ROW, _LEFT, _TOP = 34, 24, 150, 58


def places_svg(odds: SeasonOdds) -> str:
    """An SVG document. Cells hold the chance of a place in per cent where it rounds to 1 or more."""
    places = len(odds.clubs)
    width, height = _LEFT + places * _CELL + 10, _TOP + places * _ROW + 34
    title = f"{odds.competition} {odds.season}, morning of {odds.on}: chance of every final place"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="sans-serif" font-size="12" role="img">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            f'<text x="10" y="20" font-size="14" font-weight="bold" fill="#111111">{escape(title)}</text>',
            *_head(places),
            *_rows(odds),
            f'<text x="10" y="{height - 12}" fill="#555555">{odds.simulations:,} simulated seasons, seed {odds.seed}, '
            f"results to {odds.last_result or 'none'}; per cent, blank below 0.5</text>",
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
                colour = "#ffffff" if chance > 0.25 else "#111111"
                yield (
                    f'<text x="{x + _CELL / 2 - 1:g}" y="{y + 15}" text-anchor="middle" fill="{colour}">'
                    f"{100 * chance:.0f}</text>"
                )
