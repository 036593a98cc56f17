"""What a person does with the palette: each change is a step of the drawing's, named in its undo menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.canvas.ink import Ink, Rgba
from app.document.drawing import Drawing
from app.document.sprite_palette import MOST, SpritePalette
from app.tasks.palette_files import PaletteFiles
from app.tasks.palette_lock import PaletteLock
from app.widgets.drawing.complete_panel import CompletePanel
from app.widgets.drawing.palette_bar import PaletteBar
from app.widgets.drawing.swatch import ask_for_colour, hex_of
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill, plain
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.artwork.recolouring import colours_used
from genmodels.media.colours import from_hex, nearest
from genmodels.media.palettes.arranging import Order, merged, ordered, ramp, replaced
from genmodels.media.palettes.hexes import read_hexes
from genmodels.media.palettes.palette import palette_of

SETTLE_MS = 150  # colours are counted when a stroke pauses, not at each of its pixels
_BETWEEN, _MOST_BETWEEN = 3, 32


class PaletteEditing(QObject):
    """Binds the palette bar to the drawing that is worked on."""

    def __init__(
        self, window: QWidget, view: PaletteBar, drawing: Callable[[], Drawing], ink: Ink, bar: JobBar
    ) -> None:
        super().__init__(window)
        self._window, self._view, self._drawing, self._ink, self._bar = window, view, drawing, ink, bar
        self._palette = SpritePalette(drawing)
        self._files = PaletteFiles(bar, window)
        self.lock = PaletteLock(ink, lambda: self._palette.colours, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.show)
        self._make_actions()
        self._connect()

    def _make_actions(self) -> None:
        make = partial(action, self)
        self._edit = make("draw.palette_edit", self.tr("&Edit the colour…"), self._edit_current)
        self._replace = make(
            "draw.palette_replace", self.tr("Re&place the colour on the sprite too…"), self._replace_current
        )
        self._ramp = make("draw.palette_ramp", self.tr("&Ramp between the two selected…"), self._on_ramp)
        self._copy = make("draw.palette_copy", self.tr("&Copy colours as text"), self._on_copy)
        self._paste = make("draw.palette_paste", self.tr("Pa&ste colours"), self._on_paste)
        sorts = {
            Order.HUE: self.tr("Sort by &hue"),
            Order.LIGHTNESS: self.tr("Sort by &lightness"),
            Order.SATURATION: self.tr("Sort by &saturation"),
            Order.USE: self.tr("Sort by &use on the sprite"),
        }
        menu = self._view.menu
        fill(
            menu,
            [
                make("draw.palette_load", self.tr("&Load palette…"), self._on_load),
                make("draw.palette_save", self.tr("S&ave palette…"), self._on_save),
            ],
        )
        fill(menu, [self._copy, self._paste, None, self._edit, self._replace, self._ramp])
        sorting = menu.addMenu(self.tr("S&ort"))
        fill(
            sorting,
            [
                make(f"draw.palette_by_{order}", text, partial(self._on_sort, order, text))
                for order, text in sorts.items()
            ],
        )
        fill(
            menu,
            [
                make("draw.palette_merge", self.tr("&Merge near-equal colours"), self._on_merge),
                None,
                make("draw.palette_hold_sprite", self.tr("&Hold the sprite to these colours"), self._on_hold_sprite),
                make("draw.palette_follow", self.tr("Sho&w the colours of the sprite"), self._on_follow),
            ],
        )
        menu.aboutToShow.connect(self._show_possible)

    def _connect(self) -> None:
        view, grid = self._view, self._view.grid
        view.add_asked.connect(self._on_add)
        view.ramp_asked.connect(self._on_ramp)
        view.dropped.connect(self.load)
        view.lock.toggled.connect(self._on_lock)
        grid.moved.connect(self._on_moved)
        grid.remove_asked.connect(self._on_remove)
        grid.edit_asked.connect(self._on_edit)
        grid.copy_asked.connect(self._on_copy)
        grid.paste_asked.connect(self._on_paste)
        grid.selected.connect(self._show_possible)

    def hold(self, panel: CompletePanel) -> None:
        """Have the model keep to the palette while it is locked, and a candidate's palette locked with its settings."""
        self.lock.changed.connect(lambda: panel.hold_to(self.lock.allowed()))
        panel.colours_asked.connect(self.keep_to)

    def set_drawing(self, drawing: Drawing) -> None:
        """Show the palette of this drawing, now and after every change."""
        drawing.subscribe(lambda _box: self._settle.start())
        drawing.follow(self._settle.start)
        self.show()

    def show(self) -> None:
        """Show the palette as it is now."""
        self._settle.stop()
        self._view.grid.set_colours(self._palette.colours)
        self._view.show_own(own=self._palette.is_own)
        if self.lock.on and not self._palette.is_own:  # another drawing, or the step that chose one was undone
            self._view.lock.setChecked(False)
        self.lock.follow()

    def load(self, path: Path) -> None:
        """Have the palette of this file."""
        palette = self._files.read(path)
        if palette is not None:
            self._take(palette.colours, path.name)

    def keep_to(self, colours: Sequence[str]) -> None:
        """Have this palette, rrggbbaa, and lock it: a result was made so."""
        visible = tuple(colour for colour in palette_of(from_hex(colours)).colours if colour[3])
        self._changed(self._palette.put(visible, self.tr("Take a palette")))
        self._view.lock.setChecked(True)

    # Slots

    def _on_lock(self, on: bool) -> None:
        """Lock or unlock; colours that are only seen are chosen first, or they would go with their last pixel."""
        if on:
            self._changed(self._palette.put(self._palette.colours, self.tr("Lock the palette")))
        self.lock.set_on(on)

    def _on_load(self) -> None:
        palette = self._files.ask()
        if palette is not None:
            self._take(palette.colours, palette.name or self.tr("the palette"))

    def _take(self, colours: tuple[Rgba, ...], name: str) -> None:
        self._changed(self._palette.put(colours, self.tr("Load {0}").format(name)))
        self._bar.say(self.tr("{0}: {1} colours.").format(name, len(colours)), self.tr("Ctrl+Z takes it back."))

    def _on_save(self) -> None:
        self._files.save(self._palette.colours)

    def _on_add(self) -> None:
        """Add the colour in hand; one that is there already is no use: ask for another."""
        colour = self._ink.foreground
        if colour in self._palette.colours:
            ask_for_colour(self._window, colour, self.tr("Add a colour"), self._add)
        else:
            self._add(colour)

    def _add(self, colour: Rgba) -> None:
        if len(self._palette.colours) >= MOST:
            self._bar.say(self.tr("A palette has at most {0} colours.").format(MOST), self.tr("Remove one first."))
            return
        self._changed(self._palette.add(colour, self.tr("Add a colour")))
        self._view.grid.choose([len(self._palette.colours) - 1])
        self._ink.take(colour)

    def _on_remove(self) -> None:
        places = self._view.grid.chosen
        if places and self._changed(self._palette.remove(places, self.tr("Remove colours"))):
            self._view.grid.choose([min(places[0], len(self._palette.colours) - 1)])

    def _on_moved(self, to: int) -> None:
        places = self._view.grid.chosen
        self._changed(self._palette.move(places, to, self.tr("Move colours")))
        first = to - sum(place < to for place in places)
        self._view.grid.choose(range(first, first + len(places)))

    def _on_edit(self, place: int) -> None:
        colour = self._palette.colours[place]
        title = self.tr("Edit {0}").format(hex_of(colour))
        ask_for_colour(self._window, colour, title, lambda new: self._set(place, colour, new))

    def _set(self, place: int, old: Rgba, new: Rgba) -> None:
        if self._palette.colours[place : place + 1] == (old,):  # nothing has come between
            self._changed(self._palette.set_at(place, new, self.tr("Edit a colour")))

    def _edit_current(self) -> None:
        self._on_edit(self._view.grid.chosen[0])

    def _replace_current(self) -> None:
        colour = self._palette.colours[self._view.grid.chosen[0]]
        title = self.tr("Replace {0}").format(hex_of(colour))
        ask_for_colour(self._window, colour, title, lambda new: self._replace_with(colour, new))

    def _replace_with(self, old: Rgba, new: Rgba) -> None:
        def change(rgba_N4: np.ndarray) -> np.ndarray:
            return np.where((rgba_N4 == old).all(axis=1)[:, None], new, rgba_N4)

        own = replaced(self._palette.colours, old, new) if self._palette.is_own else ()
        self._changed(self._palette.recolour(change, own, self.tr("Replace a colour")))

    def _on_ramp(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        title, text = self.tr("Ramp"), self.tr("Colours between the two:")
        count, sure = QInputDialog.getInt(self._window, title, text, _BETWEEN, 1, _MOST_BETWEEN)
        if sure:
            self._ramp_between(count)

    def _ramp_between(self, count: int) -> None:
        colours, (first, last) = self._palette.colours, self._view.grid.chosen
        between = ramp(colours[first], colours[last], count)
        self._changed(self._palette.put((*colours[:last], *between, *colours[last:]), self.tr("Ramp")))
        self._view.grid.choose(range(last, last + count))

    def _on_sort(self, order: Order, text: str) -> None:
        uses = colours_used(self._drawing().artwork) if order is Order.USE else {}
        self._changed(self._palette.put(ordered(self._palette.colours, order, uses), plain(text)))

    def _on_merge(self) -> None:
        colours = self._palette.colours
        kept = tuple(dict.fromkeys(merged(colours).values()))
        if len(kept) == len(colours):
            self._bar.say(self.tr("No two of these colours are nearly equal."))
            return
        self._changed(self._palette.put(kept, self.tr("Merge colours")))
        told = self.tr("{0} colours became {1}.").format(len(colours), len(kept))
        self._bar.say(told, self.tr("“Hold the sprite to these colours” draws the sprite with them."))

    def _on_hold_sprite(self) -> None:
        colours = self._palette.colours
        table_T4 = np.array(colours)

        def change(rgba_N4: np.ndarray) -> np.ndarray:
            return table_T4[nearest(rgba_N4, table_T4)]

        if not (colours and self._changed(self._palette.recolour(change, colours, self.tr("Hold to the palette")))):
            self._bar.say(self.tr("The sprite has no other colours."))

    def _on_follow(self) -> None:
        self._changed(self._palette.put((), self.tr("Show the colours of the sprite")))

    def _on_copy(self) -> None:
        places = self._view.grid.chosen or range(len(self._palette.colours))
        text = "\n".join(hex_of(self._palette.colours[place]) for place in places)
        QGuiApplication.clipboard().setText(text)
        self._bar.say(self.tr("Copied {0} colours as text.").format(len(places)))

    def _on_paste(self) -> None:
        try:
            colours = read_hexes(QGuiApplication.clipboard().text()).colours
        except GenError as error:
            self._bar.fail(error)
            return
        if colours:
            self._changed(self._palette.put((*self._palette.colours, *colours), self.tr("Paste colours")))
        else:
            self._bar.say(self.tr("There are no colours on the clipboard."), self.tr("Copy a list such as #ff8800."))

    def _changed(self, did: bool) -> bool:
        if did:
            self.show()
        return did

    def _show_possible(self) -> None:
        count = len(self._view.grid.chosen)
        self._edit.setEnabled(count == 1)
        self._replace.setEnabled(count == 1)
        self._ramp.setEnabled(count == 2)
