"""Many documents: which files there are, and what reading each of them gave."""
