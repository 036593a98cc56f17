"""Which frames are exported: all, or those of one tag."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from app.widgets.fields import choice_field
from genmodels.media.artwork.artwork import Tag


def tag_field(parent: QWidget, tags: Sequence[Tag]) -> QComboBox:
    """Return a list of the tags' names, the empty one for all frames first."""
    translate = QCoreApplication.translate
    names = dict.fromkeys(tag.name for tag in tags if tag.name)
    entries = [("", translate("TagField", "All frames")), *((name, f"“{name}”") for name in names)]
    return choice_field(parent, entries, translate("TagField", "Frames to export"))
