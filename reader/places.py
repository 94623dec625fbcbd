"""Where things live on the three systems: settings, data, cache, and what ships with the program."""

import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).resolve().parent
SETTINGS_PATTERN = "standfirst*.jsonl"
"""The names of settings files: one for each device, and the copies that synced folders make of conflicts."""


class Places(NamedTuple):
    """The program's own folders; they need not exist yet.

    ``settings`` is what a person did and chose, and may lie in a synced folder; ``data`` belongs to this machine;
    ``cache`` may be deleted any day.
    """

    settings: Path
    data: Path
    cache: Path

    @property
    def device_file(self) -> Path:
        """Where this machine keeps its name among the devices; by host, for a home may be shared by several."""
        host = re.sub(r"[^A-Za-z0-9-]", "", _host()) or "here"
        return self.data / f"device-{host}"

    @property
    def settings_pointer(self) -> Path:
        """Where this machine keeps which settings folder was chosen, if another than its own was."""
        return self.data / "settings-folder"

    @property
    def index_file(self) -> Path:
        """The cache of the list."""
        return self.cache / "index.sqlite"

    def settings_file(self, device: str) -> Path:
        """The one file this device writes; others of ``SETTINGS_PATTERN`` beside it are read."""
        return self.settings / f"standfirst-{device}.jsonl"


def places(home: Path | None = None) -> Places:
    """The system's usual folders, or folders of ``home`` alone; the settings where a person chose to have them."""
    if home is not None:
        root = home.absolute()
        return _with_chosen(Places(root / "settings", root / "data", root / "cache"))
    import platformdirs  # noqa: PLC0415  27 ms that a command with --home, or without a window, need not spend

    name = "Standfirst" if sys.platform in ("win32", "darwin") else "standfirst"
    own = Places(
        platformdirs.user_config_path(name, appauthor=False) / "settings",
        platformdirs.user_data_path(name, appauthor=False),
        platformdirs.user_cache_path(name, appauthor=False),
    )
    return _with_chosen(own)


def choose_settings(where: Places, folder: Path) -> None:
    """Have the settings in that folder from the next call of ``places`` on. Raises OSError as the system does."""
    where.data.mkdir(parents=True, exist_ok=True)
    fresh = where.settings_pointer.with_name(f"settings-folder.{os.getpid()}")
    fresh.write_bytes(os.fsencode(folder.absolute()))
    os.replace(fresh, where.settings_pointer)


def _host() -> str:
    """What this machine calls itself in its network."""
    if sys.platform != "win32":
        return os.uname().nodename
    import platform  # noqa: PLC0415  its patterns take 2 ms, and only Windows needs it

    return platform.node()


def _with_chosen(own: Places) -> Places:
    """The places with the settings folder that was chosen, where one was."""
    try:
        folder = Path(os.fsdecode(own.settings_pointer.read_bytes()))
    except OSError:
        return own
    return own._replace(settings=folder) if folder.is_absolute() and "\0" not in str(folder) else own


def resource(name: str) -> Path:
    """A file or folder of ``resources``, as ``themes/light.toml``; it need not exist."""
    return _shipped("resources") / name


def sample_articles() -> Path:
    """The folder of sample articles."""
    return _shipped("sample_articles")


def _shipped(folder: str) -> Path:
    """Inside the package where the program is installed, beside it in a checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder
