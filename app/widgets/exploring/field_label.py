"""A field's title, whose mnemonic goes to the field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.widgets.buttons import label


def field_label(parent: QWidget, text: str, field: QWidget) -> QLabel:
    """Return a title; of a field made of several widgets the mnemonic goes to the first that takes keys."""
    result = label(parent, text, role="muted")
    takes_keys = [one for one in (field, *field.findChildren(QWidget)) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    result.setBuddy(takes_keys[0])
    return result
