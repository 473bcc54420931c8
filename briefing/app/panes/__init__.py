"""What stands beside the text. A pane is given data, shows rows and posts messages."""
