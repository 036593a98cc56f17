"""“Why a VAE?”: two lessons in two tabs; each begins when it is first looked at."""

from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from app.engine import Engine
from app.widgets.lesson.lesson_view import LessonView
from app.widgets.lesson.words import words_of
from genmodels.api.messages import Lesson


class LessonDialog(QDialog):
    """Learning ends with the dialog."""

    def __init__(self, engine: Engine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Why a VAE?"))
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self.views = {lesson: LessonView(engine, lesson, self) for lesson in Lesson}
        for lesson, view in self.views.items():
            self._tabs.addTab(view, words_of(lesson).tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._on_changed)
        self._on_changed()

    def choose(self, lesson: Lesson) -> None:
        """Show this lesson."""
        self._tabs.setCurrentWidget(self.views[lesson])

    def done(self, result: int) -> None:
        """Stop learning, then close."""
        for view in self.views.values():
            view.cancel()
        super().done(result)

    def _on_changed(self) -> None:
        view = self._tabs.currentWidget()
        if isinstance(view, LessonView) and not view.begun:
            view.begin()
