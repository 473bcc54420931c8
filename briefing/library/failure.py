"""What could not be read, and why."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from briefing.document import field

_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EISDIR: "a folder, not a document",
    errno.ENOTDIR: "no such file or folder",
    errno.ELOOP: "a link that leads to itself",
    errno.ENAMETOOLONG: "the name is too long",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that could not be read, with the reason in words for the reader."""

    path: str
    reason: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", field(self.path))
        object.__setattr__(self, "reason", field(self.reason))


def reason(error: OSError) -> str:
    """Why the system refused, in a few plain words."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error) or "it could not be read").lower()
