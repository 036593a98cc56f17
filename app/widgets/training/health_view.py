"""How well a training does: a line for each light, its figures and what was answered by itself one click deeper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.widgets.buttons import label
from app.widgets.training.fold import Fold
from app.widgets.training.health_words import figures_of, meaning_of, name_of, word_of
from app.widgets.training.light_sign import LightSign
from genmodels.api.health import Light, LightName
from genmodels.api.messages import Health

_TOLD = 4  # answers, the newest first


class HealthView(QWidget):
    """Hidden where a family lights none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How well it goes"))
        behind = QWidget(self)
        column = QVBoxLayout(behind)
        column.setContentsMargins(22, 0, 0, 2)
        column.setSpacing(3)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        self._lines = {name: _Line(name, self, behind) for name in LightName}
        for row, line in enumerate(self._lines.values()):
            self._grid.addWidget(line.sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line.verdict, row, 1)
            self._grid.addWidget(line.reason, row, 2)
            column.addWidget(line.figures)
        self._answers = label(behind, role="muted")
        self._answers.setWordWrap(True)
        self._answers.setAccessibleName(self.tr("What the training did about it by itself"))
        column.addWidget(self._answers)
        self._fold = Fold(self.tr("Figures, and what was done by itself"), behind, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._grid)
        layout.addWidget(self._fold)
        self.hide()

    def show_health(self, health: Health | None, answers: Sequence[tuple[int, str]]) -> None:
        """Show the newest lights, and all answers with the steps they were given at."""
        self.setVisible(health is not None)
        if health is None:
            return
        for light in health.lights:
            self._lines[light.name].show_light(light)
        texts = [self.tr("At step {0:,}: {1}").format(step, text) for step, text in reversed(answers)]
        self._answers.setText("\n".join(texts[:_TOLD]) or self.tr("Nothing had to be done by itself so far."))
        self._fold.note(self.tr("answered {0} times").format(len(answers)) if len(answers) > 1 else "")


class _Line:
    """One light's widgets."""

    def __init__(self, name: LightName, parent: QWidget, behind: QWidget) -> None:
        self.sign, self.verdict, self.reason = LightSign(parent), label(parent), label(parent)
        self.figures = label(behind, role="muted")
        for one in (self.verdict, self.reason):
            one.setAlignment(Qt.AlignmentFlag.AlignTop)
        for one in (self.reason, self.figures):
            one.setWordWrap(True)
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for one in (self.sign, self.verdict, self.reason):
            one.setToolTip(meaning_of(name))
        self.figures.setAccessibleName(f"{name_of(name)}: {meaning_of(name)}")

    def show_light(self, light: Light) -> None:
        """Show this one."""
        name, word = name_of(light.name), word_of(light.verdict)
        self.sign.show_verdict(light.verdict)
        self.sign.setAccessibleName(f"{name}: {word}")
        self.verdict.setText(f"{name}: {word}")
        self.reason.setText(light.reason)
        self.reason.setAccessibleName(f"{name}: {word}. {light.reason}")
        self.figures.setText(f"{name}: {figures_of(light)}")
