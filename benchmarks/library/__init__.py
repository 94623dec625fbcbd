"""Measures of a large library, each figure beside its limit: every module here with a function ``measure`` is one.

``measure(folder, index)`` yields Figures for a library that ``make_library.py`` has made, and leaves both as they are.
"""
