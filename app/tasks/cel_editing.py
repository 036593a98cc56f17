"""The commands on cels: linked, freed, cleared, moved and copied; each is one step."""

from __future__ import annotations

from PySide6.QtGui import QAction

from app.tasks.artwork_commands import ArtworkCommands, Hands
from genmodels.media.artwork import cels


class CelEditing(ArtworkCommands):
    """Acts on the chosen cels."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        make = self._action
        self.link = make("link_cels", self.tr("&Link cels"), self._on_link)
        self.unlink = make("unlink_cels", self.tr("&Unlink cels"), self._on_unlink)
        self.clear = make("clear_cels", self.tr("&Clear cels"), self._on_clear)
        self.move_on = make(
            "move_cels_on", self.tr("&Move cels to the next frame"), lambda: self.drop(0, 1, copy=False)
        )
        self.copy_on = make("copy_cels_on", self.tr("C&opy cels to the next frame"), lambda: self.drop(0, 1, copy=True))

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.link, self.unlink, self.clear, None, self.move_on, self.copy_on]

    def drop(self, layers: int, frames: int, *, copy: bool) -> None:
        """Move the chosen cels by so many layers up and frames on, or copy them there."""
        self._hands.before()
        drawing, places = self._drawing, self._hands.cels()
        try:
            artwork, there = cels.shift_cels(drawing.artwork, places, layers=layers, frames=frames, copy=copy)
        except ValueError:
            self._say(self.tr("There is no frame for the cels to go to."), self.tr("Alt+B makes an empty one."))
            return
        layer, frame = there[0]
        drawing.change(artwork, self.tr("Copy cels") if copy else self.tr("Move cels"), layer=layer, frame=frame)
        self._hands.choose_cels(there)

    def _on_link(self) -> None:
        drawing, places = self._drawing, self._hands.cels()
        artwork = drawing.artwork
        for layer in dict.fromkeys(layer for layer, _ in places):
            artwork = cels.link_cels(artwork, layer, [frame for one, frame in places if one == layer])
        if len(places) < 2 or artwork is drawing.artwork:
            hint = self.tr("What is drawn on one of them is then drawn on all.")
            self._say(self.tr("Choose cels of several frames of a layer to link."), hint)
            return
        drawing.change(artwork, self.tr("Link cels"))
        self._hands.choose_cels(places)

    def _on_unlink(self) -> None:
        drawing, places = self._drawing, self._hands.cels()
        linked = [place for place in places if len(cels.linked_frames(drawing.artwork, *place)) > 1]
        if linked:
            drawing.change(cels.unlink_cels(drawing.artwork, linked), self.tr("Unlink cels"))
            self._hands.choose_cels(places)
        else:
            self._say(self.tr("No cel that is chosen is linked."))

    def _on_clear(self) -> None:
        drawing, places = self._drawing, self._hands.cels()
        if any(place in drawing.artwork.cels for place in places):
            drawing.change(cels.clear_cels(drawing.artwork, places), self.tr("Clear cels"))
            self._hands.choose_cels(places)
