from pathlib import Path

import briefing
from briefing.library import version


def test_any_change_of_what_analyses_gives_another_version(tmp_path: Path) -> None:
    root = Path(briefing.__file__).parent
    files = {path.relative_to(root).as_posix() for path in version._files(root, version._PARTS)}

    assert {
        "document.py",
        "analysis/pipeline.py",
        "analysis/data/tagger.bin",
        "formats/markdown.py",
        "library/digest.py",
        "library/record.py",
    } <= files
    assert not [name for name in files if "__pycache__" in name or name.startswith("app/")]
    assert len(version.analysis_version()) == 16
    assert version.library_version() != version.analysis_version()
