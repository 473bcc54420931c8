"""What every worker needs, in memory before the workers are made, who then share it."""

from briefing.analysis import pipeline
from briefing.document import Document
from briefing.formats import markdown
from briefing.library import work

__all__ = ["markdown", "pipeline", "work"]

# What is read only when it is first used.
pipeline.brief(Document("", "Ada Roe of Norland signed the Harbour Treaty on 2 May 2019.", "text"))
