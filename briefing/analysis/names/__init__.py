"""Who and what is named: mentions, by rules and by the tagger (`names`), and `entities`."""
