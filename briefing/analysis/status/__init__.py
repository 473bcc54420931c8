"""What a text says happened to an instrument, and how surely (`status`)."""
