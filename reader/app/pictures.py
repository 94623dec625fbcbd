"""Pictures: decodes pictures off the window's thread and keeps the last ones."""

from collections.abc import Callable, Hashable
from pathlib import Path

from reader.app.decoding import MISSING, Load, Picture, Want, decode
from reader.app.jobs import Job, Jobs
from reader.app.picture_cache import PictureCache
from reader.article import Problem

CACHE_BYTES = 64 * 1024 * 1024

Answer = Callable[[Picture | Problem], None]


class Pictures:
    """Asks for pictures by a key that names one picture for good, such as a story's identity with an ImageRef."""

    def __init__(self, jobs: Jobs, limit: int = CACHE_BYTES) -> None:
        self._jobs = jobs
        self._cache: PictureCache[Picture] = PictureCache(limit)
        self._largest: PictureCache[Picture] = PictureCache(limit)

    def request(self, key: Hashable, load: Load, want: Want, answer: Answer) -> Job | None:
        """Decode a picture off-thread and call ``answer`` with it on the window's thread.

        What is at hand is answered at once, and there is no job. Cancel the job to hear nothing more of it.
        """
        picture = self.cached(key, want)
        if picture is not None:
            answer(picture)
            return None

        def done(found: Picture | Problem) -> None:
            self._keep(key, want, found)
            answer(found)

        def failed(error: Exception) -> None:
            answer(Problem("picture-failed", f"The picture could not be read: {error}."))

        return self._jobs.run(lambda: decode(load(), want), done, failed)

    def cached(self, key: Hashable, want: Want) -> Picture | None:
        """The picture, if it was decoded just so and is still kept."""
        return self._cache.get((key, want))

    def at_hand(self, key: Hashable) -> Picture | None:
        """The largest whole picture of that key that is already decoded, to be shown until a better one comes."""
        return self._largest.get(key)

    def save(self, load: Load, path: Path, answer: Callable[[Problem | None], None]) -> Job:
        """Write a picture's own bytes to a file, off-thread; ``answer`` is told what went wrong, if anything."""

        def failed(error: Exception) -> None:
            reason = getattr(error, "strerror", None) or error
            answer(Problem("picture-failed", f"{path.name} could not be written: {reason}."))

        return self._jobs.run(lambda: _write(load(), path), answer, failed)

    def _keep(self, key: Hashable, want: Want, found: Picture | Problem) -> None:
        if isinstance(found, Problem):
            return
        weight = found.image.sizeInBytes()
        self._cache.keep((key, want), found, weight)
        rival = self._largest.get(key)
        if not want.cover and (rival is None or rival.image.width() < found.image.width()):
            self._largest.keep(key, found, weight)


def _write(content: bytes | None, path: Path) -> Problem | None:
    if content is None:
        return MISSING
    path.write_bytes(content)
    return None
