"""Whether a state that was read makes sense, so that the rest of the program may count on it."""

from __future__ import annotations

from app.document.history import State
from app.document.project.content import MAX_SIDE
from genmodels.media.artwork.artwork import MAX_FRAMES, MAX_LAYERS, Artwork, Cels

_MAX_WHOLE = 2**53  # that every program reads exactly from JSON
_MAX_COLOURS = 2**16


def check_state(state: State) -> None:
    """Raise ValueError where a part is missing, too much or out of its place."""
    check_artwork(state.artwork)
    check_cels(state.artwork, state.artwork.cels)
    check_place(state)


def check_place(state: State) -> None:
    """Raise ValueError where what is selected or worked on is not there."""
    _need(state.mask_HW.shape == state.artwork.shape, "the selection has another size")
    _need(any(layer.key == state.layer for layer in state.artwork.layers), "the layer worked on is not there")
    _need(any(frame.key == state.frame for frame in state.artwork.frames), "the frame worked on is not there")


def check_artwork(artwork: Artwork) -> None:
    """Raise ValueError for anything about layers, frames, tags and palette."""
    _need(0 < artwork.width <= MAX_SIDE and 0 < artwork.height <= MAX_SIDE, f"a canvas of {artwork.shape}")
    for parts, most in ((artwork.layers, MAX_LAYERS), (artwork.frames, MAX_FRAMES)):
        _need(0 < len(parts) <= most, f"{len(parts)} layers or frames")
        _need(len({part.key for part in parts}) == len(parts), "two layers or frames have one key")
        _need(all(0 <= part.key < _MAX_WHOLE for part in parts), "a key is no number from 0 on")
    _need(all(0 <= layer.opacity <= 255 for layer in artwork.layers), "an opacity out of 0 to 255")
    _need(all(0 < frame.duration_ms < _MAX_WHOLE for frame in artwork.frames), "a frame that lasts no time")
    for tag in artwork.tags:
        _need(0 <= tag.first <= tag.last < len(artwork.frames), "a tag names frames that are not there")
        _need(0 <= tag.repeat < _MAX_WHOLE, "how often a tag repeats")
    _need(len(artwork.palette) <= _MAX_COLOURS, f"{len(artwork.palette)} colours")
    colours = (*artwork.palette, *(tag.colour for tag in artwork.tags))
    _need(all(0 <= channel <= 255 for colour in colours for channel in colour), "a colour out of 0 to 255")


def check_cels(artwork: Artwork, cels: Cels) -> None:
    """Raise ValueError where one of these cels does not belong to the artwork."""
    layers, frames = {layer.key for layer in artwork.layers}, {frame.key for frame in artwork.frames}
    for (layer, frame), plane in cels.items():
        _need(layer in layers and frame in frames, "a cel of no layer or no frame")
        _need((plane.width, plane.height) == (artwork.width, artwork.height), "a cel of another size")


def _need(right: bool, what: str) -> None:
    if not right:
        raise ValueError(what)
