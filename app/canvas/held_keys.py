"""What is held on the keyboard and of the pointer, as the tools know it."""

from PySide6.QtCore import Qt

from app.canvas.tools import Keys


def keys_of(held: Qt.KeyboardModifier, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> Keys:
    """Return what Qt says is held."""
    modifier = Qt.KeyboardModifier
    if held == modifier.NoModifier:  # by far the most frequent, and Qt's flags are slow to take apart
        return Keys(secondary=button == Qt.MouseButton.RightButton)
    return Keys(
        secondary=button == Qt.MouseButton.RightButton,
        shift=bool(held & modifier.ShiftModifier),
        alt=bool(held & modifier.AltModifier),
        ctrl=bool(held & modifier.ControlModifier),
    )
