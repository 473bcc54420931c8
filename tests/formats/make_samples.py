"""Makes the samples anew from `accord.md`, with pandoc and LibreOffice; no test needs this.

Run it as `python -m tests.formats.make_samples`.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

SAMPLES = Path(__file__).with_name("samples")
SOURCE = SAMPLES / "accord.md"


def pandoc(target: str, *options: str) -> None:
    subprocess.run(
        ["pandoc", "--from=markdown-smart", str(SOURCE), "-o", str(SAMPLES / target), *options],
        check=True,
    )


def office(source: Path, suffix: str, target: str) -> None:
    with TemporaryDirectory() as folder:
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *("--convert-to", suffix, "--outdir", folder, str(source)),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        made = next(Path(folder).glob(f"*.{suffix}"))
        (SAMPLES / target).write_bytes(made.read_bytes())


def main() -> None:
    pandoc("pandoc.docx")
    pandoc("pandoc.odt")
    pandoc(
        "pandoc.epub",
        "--metadata",
        "title=The Strait Accord",
    )
    pandoc("pandoc.html", "--standalone", "--metadata", "pagetitle=The Strait Accord")
    pandoc("plain.txt", "--to", "plain", "--wrap", "none")
    pandoc("pandoc.rtf", "--standalone")
    office(SAMPLES / "pandoc.docx", "pdf", "office.pdf")
    office(SAMPLES / "pandoc.odt", "docx", "office.docx")
    office(SAMPLES / "pandoc.docx", "odt", "office.odt")
    office(SAMPLES / "pandoc.docx", "rtf", "office.rtf")
    office(SAMPLES / "pandoc.odt", "html", "office.html")


if __name__ == "__main__":
    main()
