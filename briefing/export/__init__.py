"""`Briefing` to text that leaves the program: JSON Lines, plain text, Markdown."""
