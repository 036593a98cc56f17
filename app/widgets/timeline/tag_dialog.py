"""Asks for the properties of a tag."""

from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QPushButton, QWidget

from app.widgets.buttons import text_button
from app.widgets.dialogs import lay_out_dialog
from app.widgets.fields import choice_field, field_grid, name_field, number_field
from genmodels.media.artwork.artwork import Direction, Tag

_MOST_REPEATS = 65535  # what Aseprite's files hold


class TagDialog(QDialog):
    """Name, frames, direction, how often, and colour."""

    def __init__(self, tag: Tag, frames: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tag properties"))
        self._tag = tag
        self.name = name_field(self, tag.name, self.tr("Name"))
        self.first = number_field(self, 1, frames, "", self.tr("First frame"))
        self.last = number_field(self, 1, frames, "", self.tr("Last frame"))
        self.first.setValue(tag.first + 1)
        self.last.setValue(tag.last + 1)
        directions = [
            (Direction.FORWARD, self.tr("Forwards")),
            (Direction.REVERSE, self.tr("Backwards")),
            (Direction.PINGPONG, self.tr("There and back")),
            (Direction.PINGPONG_REVERSE, self.tr("Back and there")),
        ]
        self.direction = choice_field(self, directions, self.tr("Direction"))
        self.direction.setCurrentIndex([value for value, _ in directions].index(tag.direction))
        self.repeat = number_field(self, 0, _MOST_REPEATS, self.tr(" ×"), self.tr("Repeat"))
        self.repeat.setSpecialValueText(self.tr("for ever"))
        self.repeat.setValue(tag.repeat)
        self._colour = QColor(*tag.colour)
        self.colour = text_button(self, "", self._ask_for_colour)
        self._show_colour()
        self._lay_out()

    def tag(self) -> Tag:
        """Return the tag as it is asked for; an empty name leaves the old one."""
        first, last = sorted((self.first.value() - 1, self.last.value() - 1))
        red, green, blue, alpha = self._colour.getRgb()  # pyright: ignore[reportGeneralTypeIssues] - four numbers
        return replace(
            self._tag,
            name=self.name.text().strip() or self._tag.name,
            first=first,
            last=last,
            direction=Direction(self.direction.currentData()),
            repeat=self.repeat.value(),
            colour=(red, green, blue, alpha),
        )

    def _lay_out(self) -> None:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&Name"), self.name),
            (self.tr("&First frame"), self.first),
            (self.tr("&Last frame"), self.last),
            (self.tr("&Direction"), self.direction),
            (self.tr("&Repeat"), self.repeat),
            (self.tr("&Colour"), self.colour),
        ]
        lay_out_dialog(self, [field_grid(self, rows)])
        self.setMinimumWidth(340)

    def _ask_for_colour(self) -> None:
        chosen = QColorDialog.getColor(self._colour, self, self.tr("Colour of the tag"))
        if chosen.isValid():
            self._colour = chosen
            self._show_colour()

    def _show_colour(self) -> None:
        button: QPushButton = self.colour
        button.setText(self._colour.name())
        button.setAccessibleName(self.tr("Colour {0}").format(self._colour.name()))
        ink = "#14151a" if self._colour.lightness() > 110 else "#ffffff"
        button.setStyleSheet(f"background: {self._colour.name()}; color: {ink};")
