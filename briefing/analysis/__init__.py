"""`Document` to `Briefing`: pure functions over the text and the data that ships with them."""
