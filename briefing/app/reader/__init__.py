"""The text pane: from a document to lines, from lines to the screen, and what one does there."""
