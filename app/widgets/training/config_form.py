"""A form made from the fields of a config dataclass: what can be set, what it means, and what was changed."""

from collections.abc import Mapping, Sequence
from dataclasses import Field, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.widgets.buttons import icon_button, label
from genmodels.api.errors import ConfigError


@dataclass(slots=True, kw_only=True)
class _Row:
    """One field of the config on the screen."""

    name: str
    default: Any
    title: QLabel
    editor: QWidget
    reset: QWidget
    error: QLabel


class ConfigForm(QWidget):
    """Edits one config; `changed` follows every change, `config` is None while a value is out of range."""

    changed = Signal()

    def __init__(
        self,
        defaults: Any,
        titles: Mapping[str, str],
        words: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        columns: int = 1,
        without: Sequence[str] = (),
    ) -> None:
        """titles: names of fields for people; words: those of choices. A field without either still has its row."""
        super().__init__(parent)
        self._defaults, self._words = defaults, words
        self._rows: list[_Row] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(2)
        shown = [one for one in fields(defaults) if "help" in one.metadata and one.name not in without]
        for number, one in enumerate(shown):
            title = titles.get(one.name) or one.name.replace("_", " ").capitalize()
            self._add_row(grid, number // columns * 3, number % columns * 2, one, title)
        for column in range(columns):
            grid.setColumnStretch(2 * column, 1)

    @property
    def config(self) -> Any:
        """The config as it stands; None while a value cannot be."""
        try:
            values = {row.name: self._value(row) for row in self._rows}
            return replace(self._defaults, **values)
        except (ConfigError, ValueError):
            return None

    @property
    def changes(self) -> int:
        """How many fields are not as they come."""
        return sum(self._is_changed(row) for row in self._rows)

    def reset(self) -> None:
        """Set every field as it comes."""
        for row in self._rows:
            _show(row.editor, row.default)

    def _add_row(self, grid: QGridLayout, line: int, column: int, field: Field[Any], title: str) -> None:
        default = getattr(self._defaults, field.name)
        tip = QCoreApplication.translate("Options", str(field.metadata.get("help", "")))
        editor = self._editor(default, title)
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(tip)
        name = label(self, "" if isinstance(default, bool) else title, role="muted")
        for one in (name, editor):
            one.setToolTip(tip[:1].upper() + tip[1:])
        reset = icon_button(self, "undo", self.tr("Back to {0}").format(self._text(default)))
        reset.clicked.connect(lambda: _show(editor, default))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        error = label(self, role="error")
        error.setWordWrap(True)
        row = _Row(name=field.name, default=default, title=name, editor=editor, reset=reset, error=error)
        self._rows.append(row)
        if name.text():
            grid.addWidget(name, line, column)
        grid.addWidget(editor, line + 1, column)
        grid.addWidget(reset, line + 1, column + 1)
        grid.addWidget(error, line + 2, column, 1, 2)
        self._mark(row)

    def _editor(self, default: Any, title: str) -> QWidget:
        if isinstance(default, bool):
            box = QCheckBox(title, self)
            box.toggled.connect(self._on_changed)
            editor: QWidget = box
        elif isinstance(default, StrEnum):
            choice = QComboBox(self)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
            for one in type(default):
                choice.addItem(self._text(one), one)
            choice.currentIndexChanged.connect(self._on_changed)
            editor = choice
        else:
            line = QLineEdit(self)
            line.setMinimumWidth(44)
            line.textChanged.connect(self._on_changed)
            editor = line
        editor.blockSignals(True)
        _show(editor, default)
        editor.blockSignals(False)
        return editor

    def _text(self, value: Any) -> str:
        text = str(value)
        return (
            self._words.get(text, text[:1].upper() + text[1:]) if isinstance(value, StrEnum | bool) else _number(value)
        )

    def _value(self, row: _Row) -> Any:
        """Return what the row's editor says; raises ValueError where that is no number."""
        match row.editor:
            case QCheckBox() as box:
                return box.isChecked()
            case QComboBox() as choice:
                return choice.currentData()
            case QLineEdit() as line:
                text = line.text().strip().replace(",", ".")
                if isinstance(row.default, str):
                    return text
                return type(row.default)(text)
        raise TypeError(row.editor)

    def _is_changed(self, row: _Row) -> bool:
        try:
            return self._value(row) != row.default
        except ValueError:
            return True

    def _on_changed(self) -> None:
        for row in self._rows:
            self._mark(row)
        self.changed.emit()

    def _mark(self, row: _Row) -> None:
        changed = self._is_changed(row)
        row.reset.setVisible(changed)
        problem = self._problem(row)
        row.error.setText(problem)
        row.error.setVisible(bool(problem))
        role = "changed" if changed else "muted"
        if row.title.property("role") != role:
            row.title.setProperty("role", role)
            row.title.style().polish(row.title)

    def _problem(self, row: _Row) -> str:
        try:
            replace(self._defaults, **{row.name: self._value(row)})
        except ConfigError as error:
            return error.hint
        except ValueError:
            whole = isinstance(row.default, int)
            return self.tr("A whole number, please.") if whole else self.tr("A number, please.")
        return ""


def _show(editor: QWidget, value: Any) -> None:
    match editor:
        case QCheckBox():
            editor.setChecked(value)
        case QComboBox():
            editor.setCurrentIndex(editor.findData(value))
        case QLineEdit():
            editor.setText(_number(value))


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
