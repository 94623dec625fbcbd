"""Runs: the lines of a text between its blank lines."""


def runs_of(text: str) -> list[list[str]]:
    """The lines in their runs, without white space at their ends."""
    runs: list[list[str]] = []
    run: list[str] = []
    for raw in text.splitlines():
        if line := raw.rstrip():
            if not run:
                runs.append(run)
            run.append(line)
        elif run:
            run = []
    return runs
