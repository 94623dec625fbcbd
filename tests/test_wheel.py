"""The wheel carries everything the program needs: fonts, themes, icons, samples."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a wheel built from this checkout and installed by itself, without its dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(PROJECT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("standfirst-*.whl")
    target = folder / "site"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return target


def run(installed: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program with the installed wheel first on the path, isolated, away from the checkout."""
    head = f"import sys; sys.path.insert(0, {str(installed)!r})\n"
    command = [sys.executable, "-I", "-c", head + program]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=installed.parent, check=False)


def test_the_samples_are_found_and_read_from_the_installed_wheel(installed: Path) -> None:
    program = (
        "import reader.cli, reader.places\nsys.exit(reader.cli.main(['extract', str(reader.places.sample_articles())]))"
    )
    answer = run(installed, program)
    records = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.stderr == ""
    assert len(records) >= 12
    assert all(Path(record["path"]).is_relative_to(installed) for record in records)
    assert sum(record["error"] is None for record in records) >= 12


def test_fonts_themes_and_icons_are_in_the_wheel(installed: Path) -> None:
    resources = installed / "reader" / "resources"
    assert len(list((resources / "fonts").glob("*/*.ttf"))) >= 12
    assert len(list((resources / "fonts").glob("*/OFL.txt"))) == 3
    assert {path.stem for path in (resources / "themes").glob("*.toml")} == {"light", "sepia", "dark", "contrast"}
    assert (resources / "icons" / "standfirst.svg").is_file()


def test_the_resources_are_looked_up_inside_the_wheel(installed: Path) -> None:
    answer = run(
        installed, "import reader.places as p\nprint(p.resource('themes/light.toml').is_file(), p.resource('themes'))"
    )
    assert answer.stdout.split() == ["True", str(installed / "reader" / "resources" / "themes")]


def test_both_commands_are_declared(installed: Path) -> None:
    (entry_points,) = installed.glob("standfirst-*.dist-info/entry_points.txt")
    words = entry_points.read_text("utf-8")
    assert "standfirst = reader.cli:main" in words
    assert "[gui_scripts]" in words
