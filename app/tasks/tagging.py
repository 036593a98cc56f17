"""The commands on tags: put round the chosen frames, changed, taken away; each is one step."""

from __future__ import annotations

from PySide6.QtGui import QAction

from app.tasks.artwork_commands import ArtworkCommands, Hands
from genmodels.media.artwork import tagging
from genmodels.media.artwork.artwork import Tag
from genmodels.media.artwork.playing import tag_at


class Tagging(ArtworkCommands):
    """Changes the tag that is named, or the one round the frame seen."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.new = self._action("new_tag", self.tr("New &tag…"), self._on_new, "Ctrl+Alt+T", icon="tag-add")
        self.edit = self._action("tag_properties", self.tr("Ta&g properties…"), lambda: self.open(self._here()))
        self.remove = self._action("delete_tag", self.tr("Delete ta&g"), self._on_remove)

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.new, self.edit, self.remove]

    def open(self, tag: Tag | None) -> None:
        """Let a tag be changed."""
        drawing = self._drawing
        now = self._asked(tag) if tag is not None else None
        if tag is None:
            self._say(self.tr("There is no tag round this frame."), self.tr("Ctrl+Alt+T puts one round those chosen."))
        elif now is not None and now != tag:
            drawing.change(tagging.change_tag(drawing.artwork, tag, now), self.tr("Tag properties"))

    def _on_new(self) -> None:
        drawing = self._drawing
        places = [drawing.artwork.frame_at(key) for key in self._hands.frames()]
        name = self.tr("Tag {0}").format(len(drawing.artwork.tags) + 1)
        artwork, tag = tagging.add_tag(drawing.artwork, name, min(places), max(places))
        now = self._asked(tag)
        if now is not None:
            drawing.change(tagging.change_tag(artwork, tag, now), self.tr("New tag"))

    def _on_remove(self) -> None:
        tag, drawing = self._here(), self._drawing
        if tag is None:
            self._say(self.tr("There is no tag round this frame."))
        else:
            drawing.change(tagging.remove_tag(drawing.artwork, tag), self.tr("Delete tag"))

    def _here(self) -> Tag | None:
        artwork = self._drawing.artwork
        return tag_at(artwork.tags, artwork.frame_at(self._drawing.frame))

    def _asked(self, tag: Tag) -> Tag | None:
        from app.widgets.timeline.tag_dialog import TagDialog  # here, because few starts ask for it

        dialog = TagDialog(tag, len(self._drawing.artwork.frames), self._hands.window)
        return dialog.tag() if dialog.exec() == TagDialog.DialogCode.Accepted else None
