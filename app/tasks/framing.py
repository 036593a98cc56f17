"""The commands on frames: new, taken away, moved, reversed, timed, gone to; each change is one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction

from app.tasks.artwork_commands import ArtworkCommands, Hands
from genmodels.media.artwork import framing
from genmodels.media.artwork.artwork import MAX_FRAMES


class Framing(ArtworkCommands):
    """Acts on the chosen frames."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        make = self._action
        self.new = make("new_frame", self.tr("&New frame"), partial(self._add, copy=True), "Alt+N", icon="frame-add")
        self.new_empty = make("new_empty_frame", self.tr("New &empty frame"), partial(self._add, copy=False), "Alt+B")
        self.new_linked = make(
            "new_linked_frame", self.tr("New &linked frame"), partial(self._add, copy=True, linked=True), "Alt+Shift+D"
        )  # fmt: skip
        self.remove = make("delete_frames", self.tr("&Delete frames"), self._on_remove, "Alt+C", icon="frame-remove")
        self.duration = make("frame_duration", self.tr("D&uration…"), self._on_duration, "P")
        self.reverse = make("reverse_frames", self.tr("&Reverse frames"), self._on_reverse, "Alt+I")
        self.earlier = make(
            "frames_earlier", self.tr("Move frames e&arlier"), lambda: self._shift(-1), "Ctrl+Shift+Left"
        )
        self.later = make("frames_later", self.tr("Move frames la&ter"), lambda: self._shift(1), "Ctrl+Shift+Right")
        self.first = make("first_frame", self.tr("&First frame"), lambda: self._go_to(0), "Home", icon="first")
        self.previous = make(
            "previous_frame", self.tr("&Previous frame"), lambda: self._go(-1), "Ctrl+Left", icon="previous"
        )
        self.next = make("next_frame", self.tr("Ne&xt frame"), lambda: self._go(1), "Ctrl+Right", icon="next")
        self.last = make("last_frame", self.tr("La&st frame"), lambda: self._go_to(-1), "End", icon="last")

    def changes(self) -> list[QAction | None]:
        """Return the commands that change frames, in the order of a menu."""
        return [
            *(self.new, self.new_empty, self.new_linked, self.remove, None),
            *(self.duration, self.reverse, self.earlier, self.later),
        ]

    def moves(self) -> list[QAction]:
        """Return the commands that go from frame to frame."""
        return [self.first, self.previous, self.next, self.last]

    def drop(self, place: int) -> None:
        """Move the chosen frames before the one at this place."""
        self._hands.before()
        drawing, keys = self._drawing, self._hands.frames()
        artwork = framing.move_frames(drawing.artwork, keys, place)
        if artwork.frames != drawing.artwork.frames:
            drawing.change(artwork, self.tr("Move frames"))
        self._hands.choose_frames(keys)

    # Slots

    def _add(self, *, copy: bool, linked: bool = False) -> None:
        drawing = self._drawing
        if not framing.can_add_frames(drawing.artwork):
            self._say(self.tr("A sprite has at most {0} frames.").format(MAX_FRAMES))
            return
        artwork, key = framing.add_frame(drawing.artwork, drawing.frame, copy=copy, linked=linked)
        drawing.change(artwork, self.tr("New frame"), frame=key)

    def _on_remove(self) -> None:
        drawing, keys = self._drawing, self._hands.frames()
        if len(keys) == len(drawing.artwork.frames):
            hint = self.tr("Choose fewer, or start a new sprite with Ctrl+N.")
            self._say(self.tr("One frame has to stay."), hint)
        else:
            drawing.change(framing.remove_frames(drawing.artwork, keys), self.tr("Delete frames"))

    def _on_duration(self) -> None:
        from app.widgets.timeline.duration_dialog import DurationDialog  # here, because few starts ask for it

        drawing, keys = self._drawing, self._hands.frames()
        shown = drawing.artwork.frames[drawing.artwork.frame_at(drawing.frame)].duration_ms
        dialog = DurationDialog(len(keys), shown, self._hands.window)
        if dialog.exec() == DurationDialog.DialogCode.Accepted:
            artwork = framing.time_frames(drawing.artwork, keys, dialog.duration_ms())
            if artwork.frames != drawing.artwork.frames:
                drawing.change(artwork, self.tr("Duration"))

    def _on_reverse(self) -> None:
        drawing, keys = self._drawing, self._hands.frames()
        places = [drawing.artwork.frame_at(key) for key in keys]
        if len(places) < 2:
            self._say(self.tr("Choose several frames to reverse."), self.tr("Shift and a click in the timeline."))
            return
        drawing.change(
            framing.reverse_frames(drawing.artwork, min(places), max(places)), self.tr("Reverse frames")
        )  # fmt: skip
        self._hands.choose_frames(keys)

    def _shift(self, by: int) -> None:
        artwork = self._drawing.artwork
        places = [artwork.frame_at(key) for key in self._hands.frames()]
        place = min(places) - 1 if by < 0 else max(places) + 2
        if 0 <= place <= len(artwork.frames):
            self.drop(place)

    def _go(self, by: int) -> None:
        """Go some frames on; from the last comes the first."""
        artwork = self._drawing.artwork
        self._go_to((artwork.frame_at(self._drawing.frame) + by) % len(artwork.frames))

    def _go_to(self, place: int) -> None:
        self._drawing.go_to(frame=self._drawing.artwork.frames[place].key)
