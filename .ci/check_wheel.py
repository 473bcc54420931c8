"""Fails when a wheel holds what it must not, or lacks what the program needs at run time."""

import sys
import zipfile

names = zipfile.ZipFile(sys.argv[1]).namelist()
tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
if tops != {"briefing"}:
    sys.exit(f"The wheel holds more than the package: {sorted(tops)}")
missing = {
    "briefing/py.typed",
    "briefing/app/app.tcss",
    "briefing/analysis/data/gazetteer.bin",
    "briefing/analysis/data/instruments.bin",
    "briefing/analysis/data/tagger.bin",
    "briefing/analysis/data/TAGGER.md",
} - set(names)
if missing:
    sys.exit(f"The wheel lacks {sorted(missing)}")
print(f"The wheel holds {len(names)} files, all in the package.")
