"""Layers added, taken away, moved, changed and merged. Layers are named by key."""

from __future__ import annotations

from dataclasses import replace

from genmodels.media.artwork.artwork import MAX_LAYERS, Artwork, Layer, next_key
from genmodels.media.artwork.flattening import stack
from genmodels.media.artwork.plane import Plane, plane_of


def can_add_layer(artwork: Artwork) -> bool:
    """Return whether there is room for another layer."""
    return len(artwork.layers) < MAX_LAYERS


def add_layer(artwork: Artwork, name: str, above: int | None = None) -> tuple[Artwork, int]:
    """Return the artwork with an empty layer above another (on top where that is None), and the new layer's key."""
    layer = Layer(key=next_key(artwork.layers), name=name)
    place = len(artwork.layers) if above is None else artwork.layer_at(above) + 1
    return replace(artwork, layers=(*artwork.layers[:place], layer, *artwork.layers[place:])), layer.key


def duplicate_layer(artwork: Artwork, key: int, name: str) -> tuple[Artwork, int]:
    """Return the artwork with a copy of the layer above it, and the copy's key."""
    copied, fresh = add_layer(artwork, name, above=key)
    old = artwork.layers[artwork.layer_at(key)]
    copied = change_layer(copied, replace(old, key=fresh, name=name))
    cels = {(fresh, frame): plane for (layer, frame), plane in artwork.cels.items() if layer == key}
    return replace(copied, cels={**artwork.cels, **cels}), fresh


def remove_layer(artwork: Artwork, key: int) -> Artwork:
    """Return the artwork without the layer; raises ValueError where it is the only one."""
    if len(artwork.layers) == 1:
        raise ValueError("the only layer")
    cels = {place: plane for place, plane in artwork.cels.items() if place[0] != key}
    return replace(artwork, layers=tuple(layer for layer in artwork.layers if layer.key != key), cels=cels)


def move_layer(artwork: Artwork, key: int, place: int) -> Artwork:
    """Return the artwork with the layer at this place of the stack, 0 the lowest."""
    rest = [layer for layer in artwork.layers if layer.key != key]
    rest.insert(place, artwork.layers[artwork.layer_at(key)])
    return replace(artwork, layers=tuple(rest))


def change_layer(artwork: Artwork, layer: Layer) -> Artwork:
    """Return the artwork with this layer in the place of the one that has its key."""
    return replace(artwork, layers=tuple(layer if old.key == layer.key else old for old in artwork.layers))


def merge_down(artwork: Artwork, key: int) -> Artwork:
    """Return the artwork with the layer laid into the one below it, which keeps its name and becomes wholly opaque.

    Raises ValueError where there is none below.
    """
    place = artwork.layer_at(key)
    if place == 0:
        raise ValueError("the lowest layer")
    upper, lower = artwork.layers[place], artwork.layers[place - 1]
    return _merged(artwork, (lower, upper))


def merge_visible(artwork: Artwork, name: str) -> Artwork:
    """Return the artwork with its visible layers as one of this name, where the lowest of them was."""
    shown = tuple(layer for layer in artwork.layers if layer.visible)
    return _merged(artwork, shown, name) if shown else artwork


def _merged(artwork: Artwork, layers: tuple[Layer, ...], name: str = "") -> Artwork:
    """Return the artwork with these layers, the lowest first, laid into the first of them."""
    keys = {layer.key for layer in layers}
    cels = {place: plane for place, plane in artwork.cels.items() if place[0] not in keys}
    made: dict[tuple[int, ...], Plane] = {}  # frames that share their planes go on sharing them
    for frame in artwork.frames:
        planes = [
            (artwork.cels[layer.key, frame.key], layer) for layer in layers if (layer.key, frame.key) in artwork.cels
        ]
        if not planes:
            continue
        same = tuple(id(plane) for plane, _ in planes)
        if same not in made:
            made[same] = plane_of(stack(artwork.shape, ((plane.pixels(), layer) for plane, layer in planes)))
        cels[layers[0].key, frame.key] = made[same]
    rest = {layer.key for layer in layers[1:]}
    kept = tuple(layer for layer in artwork.layers if layer.key not in rest)
    lowest = replace(layers[0], name=name or layers[0].name, opacity=255, visible=True)
    return change_layer(replace(artwork, layers=kept, cels=cels), lowest)
