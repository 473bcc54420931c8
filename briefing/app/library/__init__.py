"""The panes of all documents taken together."""
