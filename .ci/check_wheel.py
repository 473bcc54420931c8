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
} - set(names)
if missing or not any(name.startswith("briefing/analysis/data/") for name in names):
    sys.exit(f"The wheel lacks {sorted(missing) or 'the data of the analysis'}")
print(f"The wheel holds {len(names)} files, all in the package.")
