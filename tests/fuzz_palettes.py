"""The palette formats, as whole files of each that differ in what they hold."""

import io

import numpy as np
from PIL import Image

from genmodels.media.palettes.palette import Palette, Swatch, palette_of
from genmodels.media.palettes.reading import read_palette
from genmodels.media.palettes.writing import FORMATS
from tests.fuzz import Target
from tests.mutants import with_checksums
from tests.sprite_files import cel, document, layer, old_palette, palette

_GREYS = palette_of(np.repeat(np.arange(256, dtype=np.uint8)[:, None], 4, axis=1) | [0, 0, 0, 255])
_RICH = Palette(
    swatches=(Swatch(rgba=(255, 0, 16, 255), name="red"), Swatch(rgba=None), Swatch(rgba=(1, 2, 3, 40), name="海")),
    name="Dusk",
    columns=2,
    comments=("by a friend", ""),
)
_INDEX_HW1 = np.array([[[0], [1]]], np.uint8)


def _gif() -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.array([[[9, 9, 9], [200, 0, 0]]], np.uint8)).quantize(2).save(file, "GIF")
    return file.getvalue()


_ASEPRITE = (
    document(2, 1, [palette((9, 9, 9, 255), (1, 2, 3, 4), name="ink"), layer("a"), cel(0, _INDEX_HW1)], depth=8),
    document(2, 1, [old_palette((1, 1, 1), (255, 8, 0)), layer("a", flags=9), cel(0, _INDEX_HW1)], depth=8),
)

PALETTES = (
    *(
        Target(
            name=f"palette{one.suffix}",
            suffix=one.suffix,
            seeds=tuple(one.write(held) for held in (_GREYS, _RICH, palette_of([(7, 8, 9, 255)]))),
            read=read_palette,
            mend=with_checksums,
        )
        for one in FORMATS
    ),
    Target(name="palette.aseprite", suffix=".aseprite", seeds=_ASEPRITE, read=read_palette),
    Target(name="palette.gif", suffix=".gif", seeds=(_gif(),), read=read_palette),
)
