"""A drawing with a bit of everything."""

from pathlib import Path

import numpy as np
import pytest

from app.document.belongings import Belongings, Morph
from app.document.candidates import Candidate, Recipe
from app.document.drawing import Drawing, blank
from app.document.key_pictures import KeyPicture
from app.document.poem import Poem, PoemLine
from app.document.raster import patch_of
from genmodels.api.messages import PaletteRule
from genmodels.media.artwork.artwork import Direction, Tag
from genmodels.media.artwork.framing import add_frame, tag_frames
from genmodels.media.artwork.layering import add_layer


def paint(drawing: Drawing, left: int, top: int, colour: tuple[int, int, int, int]) -> None:
    where_HW = np.zeros(drawing.shape, bool)
    where_HW[top : top + 5, left : left + 7] = True
    drawing.begin()
    drawing.paint(patch_of(where_HW), colour)
    drawing.commit("Pencil")


def select(drawing: Drawing, rows: int) -> None:
    drawing.begin()
    drawing.cover(np.arange(drawing.height)[:, None].repeat(drawing.width, 1) < rows)
    drawing.commit("Mask")


@pytest.fixture
def busy(rgba: np.ndarray) -> Drawing:
    """90×70 pixels, two layers, two frames that share a cel, a tag, a mask, steps behind and ahead."""
    drawing = blank(80, 70)
    paint(drawing, 60, 10, (200, 30, 40, 255))
    drawing.resize(90, 70, "Canvas size")
    artwork, layer = add_layer(drawing.artwork, "线条 lines")
    drawing.change(artwork, "New layer", layer=layer)
    paint(drawing, 3, 3, (0, 0, 0, 90))
    paint(drawing, 62, 62, (1, 2, 3, 0))
    artwork, frame = add_frame(drawing.artwork, drawing.frame, copy=True, linked=True)
    drawing.change(artwork, "New frame", frame=frame)
    drawing.change(
        tag_frames(drawing.artwork, [Tag(name="walk", first=0, last=1, direction=Direction.PINGPONG)]), "Tag"
    )
    select(drawing, 20)
    paint(drawing, 8, 0, (9, 8, 7, 255))
    paint(drawing, 30, 5, (50, 60, 70, 255))
    drawing.undo()
    recipe = Recipe(pack=Path("icons"), temperature=0.8, palette=PaletteRule.SPRITE)
    candidate = Candidate(seed=7, recipe=recipe, mask_HW=rgba[..., 3] > 0, rgba_HWC=rgba.copy(), starred=True)
    candidate.finish(rgba)
    drawing.belongings = Belongings(
        candidates=(candidate,),
        poems=(Poem(lines=(PoemLine(text="a moth at noon"), PoemLine(text="月")), title="Moth", number=3),),
        morph=Morph(pictures=(KeyPicture(name="ball", rgba_HWC=rgba),), settings={"between": 7}),
        export={"sheet": "out/hero.png", "padding": 1},
    )
    return drawing
