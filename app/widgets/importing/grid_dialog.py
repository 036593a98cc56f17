"""Asks by which grid a sheet is cut into frames, and where these go."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.widgets.buttons import label, rule
from app.widgets.fields import field_grid, number_field
from app.widgets.importing.grid_view import GridView
from genmodels.api.errors import ConfigError
from genmodels.media.artwork.reshaping import Box
from genmodels.media.sheets.grid import Grid, Guess, boxes, count

_FIELDS_WIDTH = 280
_MOST_CELLS = 16_384  # those of 1×1 pixel, which a person passes through while typing a size, are not even outlined


class GridDialog(QDialog):
    """Begins with the grid that was guessed, and says why it was."""

    def __init__(self, name: str, image: QImage, guess: Guess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import “{0}” by grid").format(name))
        self._shape = image.height(), image.width()
        self.view = GridView(self)
        self.view.show_image(image)
        grid, width, height = guess.grid, image.width(), image.height()
        self.cell_width = self._number(1, width, grid.width, self.tr("Width of a cell"))
        self.cell_height = self._number(1, height, grid.height, self.tr("Height of a cell"))
        self.left = self._number(0, width - 1, grid.left, self.tr("Pixels left of the first cell"))
        self.top = self._number(0, height - 1, grid.top, self.tr("Pixels above the first cell"))
        self.gap_x = self._number(0, width, grid.gap_x, self.tr("Pixels between two columns"))
        self.gap_y = self._number(0, height, grid.gap_y, self.tr("Pixels between two rows"))
        self.frame_ms = number_field(self, 1, 65535, self.tr(" ms"), self.tr("How long a frame is shown"))
        self.frame_ms.setValue(100)
        self.skip_empty = QCheckBox(self.tr("Leave out &empty cells"), self)
        self.skip_empty.setChecked(True)
        self.as_new = QRadioButton(self.tr("As a new s&prite"), self)
        self.behind = QRadioButton(self.tr("Be&hind the frame that is shown"), self)
        self.as_new.setChecked(True)
        self._why = label(self, guess.why, role="muted")
        self._count = label(self, role="title")
        for line in (self._why, self._count):
            line.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.button(buttons.Ok).setText(self.tr("Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show_cells()
        self.resize(860, 580)

    def grid(self) -> Grid:
        """Return what is chosen."""
        return Grid(
            width=self.cell_width.value(),
            height=self.cell_height.value(),
            left=self.left.value(),
            top=self.top.value(),
            gap_x=self.gap_x.value(),
            gap_y=self.gap_y.value(),
        )

    @property
    def text(self) -> str:
        """What the grid gives."""
        return self._count.text()

    def _lay_out(self) -> None:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&Width"), self.cell_width), (self.tr("Hei&ght"), self.cell_height),
            (self.tr("&Left"), self.left), (self.tr("&Top"), self.top),
            (self.tr("Spacing a&cross"), self.gap_x), (self.tr("Spacing &down"), self.gap_y),
            (self.tr("T&ime"), self.frame_ms),
        ]  # fmt: skip
        fields = QWidget(self)
        fields.setFixedWidth(_FIELDS_WIDTH)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(field_grid(fields, rows))
        for widget in (self.skip_empty, rule(fields), self.as_new, self.behind, rule(fields), self._count, self._why):
            column.addWidget(widget)
        column.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(fields)
        body.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addWidget(self.buttons)

    def _number(self, least: int, most: int, value: int, name: str) -> QSpinBox:
        box = number_field(self, least, max(most, least), self.tr(" px"), name)
        box.setValue(value)
        box.valueChanged.connect(self._show_cells)
        return box

    def _show_cells(self) -> None:
        cells: list[Box] = []
        try:
            number = count(self._shape, self.grid())
            said = self.tr("{0} cells").format(number)
            if number <= _MOST_CELLS:
                cells = boxes(self._shape, self.grid())
            else:
                said = self.tr("{0} cells are too many: choose larger ones.").format(number)
        except ConfigError as error:
            said = f"{error.message} {error.hint}"
        self.view.show_cells(cells)
        self._count.setText(said)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(cells))
