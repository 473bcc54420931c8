"""What could not be read, and why."""

from __future__ import annotations

import errno

from briefing.document import Failure

__all__ = ["Failure", "reason"]

_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EISDIR: "a folder, not a document",
    errno.ENOTDIR: "no such file or folder",
    errno.ELOOP: "a link that leads to itself",
    errno.ENAMETOOLONG: "the name is too long",
}


def reason(error: OSError) -> str:
    """Why the system refused, in a few plain words."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error) or "it could not be read").lower()
