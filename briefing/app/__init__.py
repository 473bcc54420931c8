"""The terminal user interface. Nothing below it knows Textual."""
