"""The packs that a page chooses from, and one more while it is on trial, because it is still being trained."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from app.library import Pack
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.job_bar import JobBar
from genmodels.api.errors import PackError
from genmodels.api.packs import read_card


class Trial(QObject):
    """Fills a picker; the pack on trial comes last."""

    def __init__(
        self,
        picker: PackPicker,
        listed: Callable[[], tuple[list[Pack], list[PackError]]],
        bar: JobBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._picker, self._listed, self._bar = picker, listed, bar
        self._folder: Path | None = None  # of the pack on trial

    def refresh(self, name: str) -> None:
        """Read the packs again; the named one is chosen where the chosen one is gone."""
        self._picker.refresh(self.packs(), name)

    def use(self, folder: Path) -> None:
        """Choose this pack; one that lies elsewhere joins the list."""
        try:
            read_card(folder)
        except PackError as error:
            self._bar.fail(error)
            return
        self._folder = None if folder in [pack.folder for pack in self._listed()[0]] else folder
        self._picker.set_packs(self.packs(), folder.name)

    def is_on(self, pack: Pack) -> bool:
        """Return whether it is the pack on trial, which no setting remembers."""
        return pack.folder == self._folder

    def packs(self) -> list[Pack]:
        """Return all packs at hand, the one on trial last."""
        packs, _ = self._listed()
        if self._folder is not None and self._folder not in [pack.folder for pack in packs]:
            with contextlib.suppress(PackError):  # its run was deleted
                card = read_card(self._folder)
                title = self.tr("{0}, so far").format(card.title or card.name)
                packs.append(Pack(folder=self._folder, card=replace(card, title=title)))
        return packs
