"""The picture that is explored, enlarged, with what can be done with it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.buttons import ElidedLabel, action_button, follow_tip, label, text_button
from app.widgets.menus import plain
from app.widgets.training.enlarged import Enlarged, decoded


class PicturePanel(QWidget):
    """Shows a picture and its name; below it are buttons with a text, and some with an icon alone."""

    def __init__(
        self, texts: Sequence[tuple[str, QAction]], icons: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(self, "title")
        self._state = label(self, role="muted")
        self.view = Enlarged(self.tr("The picture"), self)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view.setMinimumSize(96, 96)
        self._note = ElidedLabel(self, "muted")
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._state)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for text, one in texts:
            button = text_button(self, text, one.trigger)
            button.setIcon(one.icon())
            follow_tip(button, one)
            button.setAccessibleName(plain(one.text()))
            buttons.addWidget(button)
        for one in icons:
            buttons.addWidget(action_button(self, one))
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._note)
        layout.addLayout(buttons)

    def show_picture(self, picture: str) -> None:
        """Show a base64 PNG."""
        self.view.show_image(decoded(picture))

    def show_name(self, name: str, state: str, note: str) -> None:
        """Say which picture this is, whether it is changed, and what there is to know about it."""
        self._name.setText(name)
        self._state.setText(state)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.view.setAccessibleDescription(f"{name}, {state}")
