"""The seasons at hand: those in the package and those in the user's data folder."""

from __future__ import annotations

import contextlib
import os
from functools import lru_cache
from pathlib import Path

import msgspec

from tabellino import data
from tabellino.domain.league import Season
from tabellino.errors import DataError, SourceNotFound, TabellinoError, UsageError
from tabellino.league import csv_results
from tabellino.league.competitions import competition
from tabellino.league.readers import read_file
from tabellino.league.schema import season_name

PACKAGED = Path(data.__file__).parent / "seasons"
#: Where the user's seasons lie instead of the platform's data folder.
FOLDER_VARIABLE = "TABELLINO_DATA"


class SeasonFile(msgspec.Struct, frozen=True, order=True):
    """A season at hand. `origin` is "package" or "user"; the user's goes before the package's of the same season."""

    competition: str
    season: str
    origin: str
    path: str


def user_folder() -> Path:
    """Where the user's seasons lie; the folder need not exist yet."""
    if told := os.environ.get(FOLDER_VARIABLE):
        return Path(told) / "seasons"
    from platformdirs import user_data_path

    return user_data_path("tabellino") / "seasons"


def available(folder: Path | None = None) -> tuple[SeasonFile, ...]:
    """Every season at hand, by competition and season, one entry each."""
    found: dict[tuple[str, str], SeasonFile] = {}
    for origin, root in (("package", PACKAGED), ("user", folder or user_folder())):
        for path in sorted(root.glob("*/*.csv")):
            found[path.parent.name, path.stem] = SeasonFile(path.parent.name, path.stem, origin, str(path))
    return tuple(found[key] for key in sorted(found))


def load(of: str, season: str | None = None, folder: Path | None = None) -> Season:
    """A season at hand; without a season the latest one.

    Read once for as long as its file stays the same. Raises UnknownCompetition, SourceNotFound (which lists what is
    at hand) and DataError when the file is broken.
    """
    rules = competition(of)
    name = season_name(season) if season else None
    files = [one for one in available(folder) if one.competition == rules.key and name in (None, one.season)]
    if not files:
        at_hand = ", ".join(f"{one.competition} {one.season}" for one in available(folder)) or "none"
        wanted = f"{rules.key} {name}" if name else f"a season of {rules.key}"
        raise SourceNotFound(
            f"{wanted} is not at hand (there are: {at_hand}); get it with `tabellino seasons fetch {rules.key} "
            f"{name or '2025-26'}` or `tabellino seasons add FILE`"
        )
    return load_file(files[-1])


def load_file(file: SeasonFile) -> Season:
    """The season of an entry of `available`."""
    return _load(file.path, Path(file.path).stat().st_mtime_ns)


@lru_cache(maxsize=128)
def _load(path: str, _changed: int) -> Season:
    return read_file(path)


def save(season: Season, folder: Path | None = None) -> Path:
    """Keep a season in the user's folder and return its path.

    The file is written beside its place and moved there whole: whoever stops the program leaves the old one as it
    was. Raises UsageError when the folder cannot be written.
    """
    target = (folder or user_folder()) / season.competition / f"{season.season}.csv"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(target, csv_results.write(season))
    except OSError as refused:
        raise UsageError(
            f"{target}: {refused.strerror}; set {FOLDER_VARIABLE} to a folder that you may write"
        ) from refused
    return target


def _write_whole(target: Path, text: str) -> None:
    import tempfile  # 5 ms of start for those who write nothing

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as part:
            part.write(text)
            part.flush()
            os.fsync(part.fileno())
        Path(name).chmod(0o644)  # mkstemp keeps a file to its owner; results are nobody's secret
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def add_file(
    path: Path | str,
    of: str | None = None,
    season: str | None = None,
    folder: Path | None = None,
    *,
    replace: bool = False,
) -> Season:
    """Read a results file and keep it.

    Raises as `read_file` and `save` do, and UsageError when the season at hand has more results (a file cut at a line
    looks like one of a season that goes on), unless `replace` says that it is meant; nothing is kept then.
    """
    read = read_file(path, of, season)
    if not read.matches and not read.fixtures:
        raise DataError(f"{path}:1: the file holds no match; known competitions and layouts: docs/league.md")
    held = 0 if replace else _results_at_hand(read, folder)
    if len(read.matches) < held:
        raise UsageError(
            f"{path}: it has {len(read.matches)} results of {read.competition} {read.season}, and {held} are at hand: "
            "is it cut, or an old one? --replace keeps it all the same"
        )
    kept = msgspec.structs.replace(read, sources=tuple(Path(source).name for source in read.sources))
    save(kept, folder)
    return kept


def _results_at_hand(season: Season, folder: Path | None) -> int:
    """How many results of this season are kept already; 0 for none, and for a broken file, which may go."""
    with contextlib.suppress(TabellinoError):
        return len(load(season.competition, season.season, folder).matches)
    return 0
