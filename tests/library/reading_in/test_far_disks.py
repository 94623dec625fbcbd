import sys
from pathlib import Path

import pytest

from reader.library.reading_in.far_disks import any_is_far

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
box:/export /mnt/box nfs4 rw 0 0
//box/share /mnt/my\\040share cifs rw 0 0
box: /home/anna/far fuse.sshfs rw 0 0
tmpfs /mnt/box/near tmpfs rw 0 0
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there the path itself says it")
@pytest.mark.parametrize(
    ("folder", "far"),
    [
        ("/srv/articles", False),
        ("/mnt/box/articles", True),
        ("/mnt/box", True),
        ("/mnt/my share/a", True),
        ("/home/anna/far/a/b", True),
        ("/home/anna", False),
        ("/mnt/box/near/a", False),
    ],
)
def test_a_folder_is_as_far_as_the_disk_it_lies_on(folder: str, far: bool) -> None:
    assert any_is_far([Path(folder)], MOUNTS) is far


def test_where_nothing_is_said_everything_is_near() -> None:
    assert not any_is_far([Path("/srv/articles")], "")
