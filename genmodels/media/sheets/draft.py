"""A sheet before it is written: its picture as the file will show it, and what a person should know about it."""

from __future__ import annotations

from dataclasses import dataclass

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.sheets.advice import advice
from genmodels.media.sheets.banks import Bank, bank_of
from genmodels.media.sheets.settings import SheetSettings, Target
from genmodels.media.sheets.sheet import Sheet, sheet_of
from genmodels.media.sheets.shots import Scene, scene_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draft:
    """What would be written."""

    scene: Scene
    sheet: Sheet
    bank: Bank | None  # the picture in the few colours of a Game Boy, where it is for one
    remarks: tuple[str, ...]

    def pixels(self) -> np.ndarray:
        """Return the picture as it will be seen, uint8 RGBA."""
        if self.bank is None:
            return self.sheet.rgba_HWC
        return self.bank.indexed.palette_T4[self.bank.indexed.index_HW]


def draft_of(artwork: Artwork, name: str, settings: SheetSettings) -> Draft:
    """Return an artwork's sheet; name is that of its file. Raises ConfigError for what cannot be, with what to do."""
    scene = scene_of(artwork, name, settings)
    sheet = sheet_of(scene, settings)
    remarks = list(advice(scene, sheet, settings))
    bank = bank_of(sheet.rgba_HWC, artwork.palette) if settings.target is Target.GBA else None
    if bank is not None:
        remarks += bank.remarks()
    return Draft(scene=scene, sheet=sheet, bank=bank, remarks=tuple(remarks))
