from pathlib import Path

from reader.library import device_name


def test_a_device_keeps_its_name(tmp_path: Path) -> None:
    file = tmp_path / "data" / "device"
    name = device_name(file)
    assert len(name) == 12
    assert device_name(file) == name
    assert [path.name for path in file.parent.iterdir()] == ["device"]


def test_two_devices_have_two_names(tmp_path: Path) -> None:
    assert device_name(tmp_path / "a") != device_name(tmp_path / "b")


def test_a_name_that_was_damaged_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "device"
    file.write_bytes(b"\xff../../evil")
    name = device_name(file)
    assert name.isalnum()
    assert device_name(file) == name


def test_where_no_name_can_be_kept_there_is_one_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "in the way").touch()
    assert len(device_name(tmp_path / "in the way" / "device")) == 12
