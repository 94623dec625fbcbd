"""What each action does in the window: small groups of handlers by the action's name."""

from reader.ui.commands.choice import ChoiceCommands
from reader.ui.commands.files import FileCommands
from reader.ui.commands.preferences import PreferenceCommands
from reader.ui.commands.reading import ReadingCommands
from reader.ui.commands.view import ViewCommands

__all__ = ["ChoiceCommands", "FileCommands", "PreferenceCommands", "ReadingCommands", "ViewCommands"]
