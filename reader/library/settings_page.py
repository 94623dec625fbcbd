"""docs/settings.md, made from SETTINGS: ``python -m reader.library.settings_page > docs/settings.md``."""

import json
import sys

from reader.library.fact_lines import HEADER
from reader.library.settings import SETTINGS, Setting

_PAGE = """\
# Settings and marks

<!-- Made from reader/library/settings.py: python -m reader.library.settings_page > docs/settings.md -->

Everything you choose and mark is in one file of plain text on your machine. It is never uploaded, and nothing else of
yours is kept anywhere: the cache may be deleted any day.

| | settings and marks | cache |
|---|---|---|
| Linux | `~/.config/standfirst/settings/` | `~/.cache/standfirst/` |
| macOS | `~/Library/Application Support/Standfirst/settings/` | `~/Library/Caches/Standfirst/` |
| Windows | `%LOCALAPPDATA%\\Standfirst\\settings\\` | `%LOCALAPPDATA%\\Standfirst\\Cache\\` |
| with `--home DIR` | `DIR/settings/` | `DIR/cache/` |

## Every setting

A value that may not be, or a word that is not known, counts as not said: the default holds.

| setting | default | what it does | what it may be |
|---|---|---|---|
{rows}

Settings marked with \\* belong to one device and stay with it when the folder is shared by several.

## The file

The file is called `standfirst-DEVICE.jsonl`; DEVICE is a random name of this machine. Its first line says what it is:

```json
{header}
```

Every other line is one fact, in JSON. The file is only added to; for each `what` and `which` the latest `when` counts:

```json
{{"what":"setting","which":"text_size","value":22,"when":"2026-03-01T18:20:05.120034Z","device":"5f0c2a9be711"}}
{{"what":"read","which":"0a8f…","value":true,"when":"2026-03-01T18:24:41.002310Z","device":"5f0c2a9be711"}}
```

Many facts of one kind and device may share a line: `many` gives, by `which`, the microseconds since `since` and the
value. A rewritten file is made of such lines, for a hundred thousand marks are read from them in a moment:

```json
{{"what":"read","since":"2026-03-01T18:24:41.002310Z","device":"5f0c2a9be711","many":{{"0a8f…":[0,true],"77c1…":[38,true]}}}}
```

| what | which | value |
|---|---|---|
| `setting` | the setting; `setting@DEVICE` for those of one device | as above |
| `read`, `starred` | the article: the first 32 hexadecimal digits of the SHA-256 of its file | `true`, `false` |
| `position` | the article | `[block, characters into it, share of the story above]` |
| `opened` | the article | when it was last opened |
| `removed` | the path of a file taken off the list | `true`, `false` |

Articles are known by their bytes: a file may be renamed or moved and keeps its marks.

- A change is added under a lock (`….lock` beside the file) and counts as saved when the disk has it. If the disk is
  full or the folder may not be written, the program says so once, keeps the change in memory, and tries again. Who
  closes the window before that is asked; a change that cannot be written holds back no other.
- A line that was torn or damaged is skipped and told of; all others hold.
- A file of that name that is something else is renamed (`….set-aside-1`), never overwritten.
- A file that a newer version of the program wrote is read as far as it is understood and left as it is; changes go to
  a file of their own beside it (`…-v1.jsonl`).
- When the file has many more lines than the facts that hold need, it is rewritten, whole or not at all. One with
  damaged lines is kept as it was, as `….damaged`.
- The folder may lie in a synced folder. Each device writes its own file and reads them all (`standfirst*.jsonl`),
  copies that the syncing made of conflicts too. What other windows and devices change appears within a second.
- Another folder is chosen under *Type and Preferences*. All that is remembered is written there first, and joined with
  what other devices wrote there; the old folder stays as it is. Which folder was chosen stands in the file
  `settings-folder`, among the machine's own data.

You may edit the file with any editor while the program is closed; add a line rather than change one.
"""


def settings_page() -> str:
    """The whole page."""
    return _PAGE.format(rows="\n".join(map(_row, SETTINGS)), header=HEADER.decode().strip())


def _row(setting: Setting[object]) -> str:
    default = json.dumps(setting.kind.write(setting.default))
    star = r" \*" if setting.here else ""
    return f"| `{setting.key}`{star} | `{default}` | {setting.words} | {setting.kind.words} |"


if __name__ == "__main__":
    sys.stdout.write(settings_page())
