"""History: what was opened, one after the other, to go back and forward in."""

from pathlib import Path

MOST = 200


class History:
    """Like a browser's: opening something new forgets what lay forward."""

    def __init__(self) -> None:
        self._paths: list[Path] = []
        self._here = -1

    @property
    def here(self) -> Path | None:
        """Where one is now; None where nothing was opened yet."""
        return self._paths[self._here] if self._paths else None

    def visit(self, path: Path) -> None:
        """The file was opened anew."""
        if self.here == path:
            return
        self._paths = [*self._paths[: self._here + 1], path][-MOST:]
        self._here = len(self._paths) - 1

    def follow(self, before: Path, now: Path) -> None:
        """The file lies elsewhere now, and is found there from here on."""
        self._paths = [now if path == before else path for path in self._paths]

    def can_go(self, step: int) -> bool:
        """Whether there is something back (-1) or forward (1)."""
        return 0 <= self._here + step < len(self._paths)

    def go(self, step: int) -> Path | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        if not self.can_go(step):
            return None
        self._here += step
        return self._paths[self._here]
