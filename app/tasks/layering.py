"""The commands on layers: new, copied, merged, moved, changed, taken away; each is one step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QAction

from app.tasks.artwork_commands import ArtworkCommands, Hands
from genmodels.media.artwork import layering
from genmodels.media.artwork.artwork import MAX_LAYERS, Layer


class Layering(ArtworkCommands):
    """Acts on the layer drawn on, or on one that is named by its key."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        make = self._action
        self.new = make("new_layer", self.tr("&New layer"), self._on_new, "Shift+N", icon="layer-add")
        self.copy = make("duplicate_layer", self.tr("&Duplicate layer"), self._on_copy)
        self.remove = make("delete_layer", self.tr("D&elete layer"), self._on_remove)
        self.properties = make("layer_properties", self.tr("Layer &properties…"), self._on_properties, "F2", "Shift+P")
        self.visible = make(
            "toggle_layer", self.tr("&Show or hide layer"), lambda: self.toggle_visible(self._drawing.layer), "Shift+X"
        )
        self.locked = make(
            "lock_layer", self.tr("&Lock or unlock layer"), lambda: self.toggle_locked(self._drawing.layer)
        )
        self.raise_ = make("raise_layer", self.tr("Move layer &up"), lambda: self._shift(1), "Ctrl+Shift+Up")
        self.lower = make("lower_layer", self.tr("Move layer do&wn"), lambda: self._shift(-1), "Ctrl+Shift+Down")
        self.merge = make("merge_down", self.tr("&Merge down"), self._on_merge)
        self.merge_visible = make("merge_visible", self.tr("Merge &visible"), self._on_merge_visible)
        self.above = make("layer_above", self.tr("Go to the layer &above"), lambda: self._go(1), "Ctrl+Up")
        self.below = make("layer_below", self.tr("Go to the layer &below"), lambda: self._go(-1), "Ctrl+Down")

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [
            *(self.new, self.copy, self.remove, self.properties, None),
            *(self.visible, self.locked, None, self.raise_, self.lower, self.above, self.below, None),
            *(self.merge, self.merge_visible),
        ]

    # On one layer

    def toggle_visible(self, key: int) -> None:
        """Hide a layer, or show it again."""
        layer = self._layer(key)
        self._put(replace(layer, visible=not layer.visible), self.tr("Hide layer"), self.tr("Show layer"))

    def toggle_locked(self, key: int) -> None:
        """Lock a layer against all tools, or free it again."""
        layer = self._layer(key)
        self._put(replace(layer, locked=not layer.locked), self.tr("Unlock layer"), self.tr("Lock layer"))

    def rename(self, key: int, name: str) -> None:
        """Give a layer another name."""
        self._hands.before()
        text = self.tr("Rename layer")
        self._drawing.change(
            layering.change_layer(self._drawing.artwork, replace(self._layer(key), name=name)), text
        )  # fmt: skip

    def move(self, key: int, place: int) -> None:
        """Give a layer another place in the stack, counted from the lowest."""
        self._hands.before()
        self._drawing.change(layering.move_layer(self._drawing.artwork, key, place), self.tr("Move layer"), layer=key)

    def _layer(self, key: int) -> Layer:
        artwork = self._drawing.artwork
        return artwork.layers[artwork.layer_at(key)]

    def _put(self, layer: Layer, off: str, on: str) -> None:
        """Put a layer in the place of what it was, as a step named by which of its two switches was pressed."""
        before = self._layer(layer.key)
        self._hands.before()
        switched_on = layer.visible > before.visible or layer.locked > before.locked
        self._drawing.change(layering.change_layer(self._drawing.artwork, layer), on if switched_on else off)

    # Slots

    def _on_new(self) -> None:
        drawing = self._drawing
        if not self._has_room():
            return
        names = {layer.name for layer in drawing.artwork.layers}
        numbers = range(len(names) + 1, len(names) + MAX_LAYERS + 2)
        name = next(name for number in numbers if (name := self.tr("Layer {0}").format(number)) not in names)
        artwork, key = layering.add_layer(drawing.artwork, name, above=drawing.layer)
        drawing.change(artwork, self.tr("New layer"), layer=key)

    def _on_copy(self) -> None:
        drawing = self._drawing
        if self._has_room():
            name = self.tr("{0} copy").format(drawing.drawn_layer.name)
            artwork, key = layering.duplicate_layer(drawing.artwork, drawing.layer, name)
            drawing.change(artwork, self.tr("Duplicate layer"), layer=key)

    def _on_remove(self) -> None:
        drawing = self._drawing
        if len(drawing.artwork.layers) == 1:
            self._say(self.tr("This is the only layer; it stays."), self.tr("Frame › Clear cels empties it."))
        else:
            drawing.change(layering.remove_layer(drawing.artwork, drawing.layer), self.tr("Delete layer"))

    def _on_properties(self) -> None:
        from app.widgets.timeline.layer_dialog import LayerDialog  # here, because few starts ask for it

        drawing = self._drawing
        dialog = LayerDialog(drawing.drawn_layer, self._hands.window)
        if dialog.exec() == LayerDialog.DialogCode.Accepted and dialog.layer() != drawing.drawn_layer:
            drawing.change(layering.change_layer(drawing.artwork, dialog.layer()), self.tr("Layer properties"))

    def _on_merge(self) -> None:
        drawing = self._drawing
        place = drawing.artwork.layer_at(drawing.layer)
        if place == 0:
            self._say(self.tr("This is the lowest layer: there is none to merge it into."))
        else:
            lower = drawing.artwork.layers[place - 1].key
            drawing.change(layering.merge_down(drawing.artwork, drawing.layer), self.tr("Merge down"), layer=lower)

    def _on_merge_visible(self) -> None:
        drawing = self._drawing
        shown = [layer for layer in drawing.artwork.layers if layer.visible]
        if len(shown) < 2:
            self._say(self.tr("There are not two visible layers to merge."))
        else:
            artwork = layering.merge_visible(drawing.artwork, shown[0].name)
            drawing.change(artwork, self.tr("Merge visible"), layer=shown[0].key)

    def _shift(self, by: int) -> None:
        drawing = self._drawing
        place = drawing.artwork.layer_at(drawing.layer) + by
        if 0 <= place < len(drawing.artwork.layers):
            self.move(drawing.layer, place)

    def _go(self, by: int) -> None:
        drawing = self._drawing
        place = drawing.artwork.layer_at(drawing.layer) + by
        if 0 <= place < len(drawing.artwork.layers):
            drawing.go_to(layer=drawing.artwork.layers[place].key)

    def _has_room(self) -> bool:
        room = layering.can_add_layer(self._drawing.artwork)
        if not room:
            self._say(self.tr("A sprite has at most {0} layers.").format(MAX_LAYERS), self.tr("Merge some first."))
        return room
