from reader.app.picture_cache import PictureCache


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    cache: PictureCache[str] = PictureCache(100)
    for key in "abc":
        cache.keep(key, key.upper(), 30)
    assert cache.get("a") == "A"
    cache.keep("d", "D", 30)
    assert cache.get("b") is None
    assert [cache.get(key) for key in "acd"] == ["A", "C", "D"]


def test_a_giant_does_not_drive_out_the_rest() -> None:
    cache: PictureCache[str] = PictureCache(100)
    cache.keep("small", "kept", 10)
    cache.keep("giant", "dropped", 60)
    assert "small" in cache
    assert "giant" not in cache


def test_a_newer_value_takes_the_place_and_the_weight_of_the_older() -> None:
    cache: PictureCache[str] = PictureCache(100)
    for value in ("one", "two", "three"):
        cache.keep("key", value, 50)
    cache.keep("other", "kept", 50)
    assert cache.get("key") == "three"
    assert len(cache) == 2
