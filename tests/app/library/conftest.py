"""The app on a small library whose documents speak of the same people and agreements."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.app import BriefingApp

NOTES = {
    "talks.md": """\
---
title: Talks on the Harbour Convention
date: 2021-03-02
---
Norway and Iceland are negotiating the Harbour Convention, Foreign Minister Kari Lunde said.
""",
    "signed.md": """\
---
title: Harbour Convention signed
date: 2022-05-11
---
Norway and Iceland signed the Harbour Convention in Bergen on 10 May 2022. Foreign Minister Kari
Lunde called it a good day. Donald Trump sent a letter on 3 June 2021.
""",
    "force.md": """\
---
title: Harbour Convention in force
date: 2023-01-02
---
The Harbour Convention entered into force on 1 January 2023, Kari Lunde said in Oslo.
""",
}


@pytest.fixture
def library_app(tmp_path: Path) -> BriefingApp:
    """The app on three notes, analysed as they are for a reader."""
    for name, text in NOTES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return BriefingApp(sorted(tmp_path.iterdir()), name="harbours")
