"""What is remembered: facts on disk, settings, what was read, and the entries of the list. No Qt."""
