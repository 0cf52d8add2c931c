from importlib.resources import files

import yaml

from tequio.cases import mexico_city


def test_the_slow_reader_and_the_fast_one_read_the_same() -> None:
    folder = files(mexico_city)
    parts = [folder, folder / "synthetic", folder / "synthetic" / "voices"]
    texts = [file.read_text("utf-8") for part in parts for file in part.iterdir() if file.name.endswith(".yaml")]

    slow = [yaml.load(text, yaml.SafeLoader) for text in texts]
    fast = [yaml.load(text, yaml.CSafeLoader) for text in texts]

    assert slow == fast
    assert len(texts) == 24
