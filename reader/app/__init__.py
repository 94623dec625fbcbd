"""The moving parts: what happens between the files and the window. Qt without widgets."""
