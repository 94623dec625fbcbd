"""The moving parts: what happens between the files and the window. Qt without widgets."""

import builtins

import PySide6.QtCore  # noqa: F401  it puts itself before every later import

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
# PySide's own import reads the source of each module that comes, and keeps it, to see whether that wants Qt's names in
# another spelling (`from __feature__ import ...`). None of ours does, and it is a third of the time that loading takes.
