"""The panes beside the text."""
