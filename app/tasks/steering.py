"""What a person can ask of a training; every failure becomes a message, and nothing is deleted unasked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from app.runs import Runs
from app.widgets.job_bar import JobBar
from genmodels.api.errors import StorageError
from genmodels.api.runs import StopMode


class Steering(QObject):
    """The commands of the Train page, of the notice about broken runs and of the question at the end."""

    def __init__(self, runs: Runs, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._runs, self._bar, self._window = runs, bar, window

    def resume(self, folder: Path) -> None:
        """Go on from the last saved state."""
        self._try(lambda: self._runs.resume(folder), self.tr("The training “{0}” goes on.").format(folder.name))

    def keep(self, folder: Path) -> None:
        """Make a pack of what a broken run has got."""
        text = self.tr("The training “{0}” is brought to its end; its pack follows.")
        self._try(lambda: self._runs.keep(folder), text.format(folder.name))

    def pause(self, folder: Path) -> None:
        """Wait, the model stays loaded."""
        self._try(lambda: self._runs.pause(folder))

    def go_on(self, folder: Path) -> None:
        """End the wait."""
        self._try(lambda: self._runs.go_on(folder))

    def stop(self, folder: Path) -> None:
        """End early with a pack."""
        self._try(lambda: self._runs.stop(folder, StopMode.SAVE))

    def stop_now(self, folder: Path) -> None:
        """End at once; the state is saved, the pack is left as it is."""
        self._try(lambda: self._runs.stop(folder, StopMode.NOW))

    def delete_asking(self, folder: Path) -> None:
        """Delete a run after a question."""
        text = self.tr("Delete the training “{0}” with its curves, previews and saved state?").format(folder.name)
        hint = self.tr("A pack that it has finished stays in your library.")
        buttons = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Delete a training"), text, parent=self._window)
        box.setInformativeText(hint)
        box.setStandardButtons(buttons.Cancel)
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        if box.clickedButton() is delete:
            self._runs.delete(folder)

    def may_close(self) -> bool:
        """Ask what becomes of trainings that go on; returns whether the window may close."""
        self._runs.look()
        live = [card for card in self._runs.cards if card.live]
        if not live:
            return True
        one = self.tr("The training “{0}” goes on.").format(live[0].name)
        text = one if len(live) == 1 else self.tr("{0} trainings go on.").format(len(live))
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Trainings"), text, parent=self._window)
        box.setInformativeText(self.tr("Keep training without the window? Open Spriteverse again to see how it does."))
        keep = box.addButton(self.tr("Keep training"), QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(self.tr("Stop and save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is stop:
            for card in live:
                self.stop(card.folder)
        return box.clickedButton() in (keep, stop)

    def _try(self, change: Callable[[], object], text: str = "") -> None:
        try:
            change()
        except StorageError as error:
            self._bar.fail(error)
            return
        if text:
            self._bar.say(text)
