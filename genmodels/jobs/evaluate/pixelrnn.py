"""What there is to measure of a pack that completes sprites."""

from pathlib import Path

from genmodels.api.configs import Fit, ReadingConfig
from genmodels.api.messages import Progress
from genmodels.api.packs import PackCard
from genmodels.data.sprites.colours import tokens
from genmodels.jobs.evaluate.sprites import Measured, read
from genmodels.media.colours import from_hex
from genmodels.media.masks import Cover
from genmodels.metrics.pictures import webp_bits
from genmodels.models.pixelrnn import PixelRNN
from genmodels.models.pixelrnn.training import held_out


def measure(model: PixelRNN, card: PackCard, data: Path, valid: str) -> Measured:
    """Return bits_per_hidden_pixel for each standard mask.

    Beside them stand the bits per pixel of the same pictures, in the same colours, as lossless WebP files.

    Teacher-forced in float32: each hidden pixel is predicted with the true pixels before it given.
    """
    # Every picture counts as it is, so that figures of different packs and years can be compared.
    reading = ReadingConfig(fit=Fit.CROP, keep_duplicates=True)
    sprites = yield from read(data, valid, reading, model.config.size)
    table_K4 = from_hex(card.colours)
    bits = {}
    tokens_NHW = tokens(sprites.held_NSS4, table_K4)
    for done, cover in enumerate(Cover, 1):
        bits[cover.value] = float(held_out(model, tokens_NHW, cover).mean())
        note = f"{cover.value}: {bits[cover.value]:.3f} bits per hidden pixel"
        yield Progress(done=done, total=len(Cover), note=note)
    webp = webp_bits(table_K4[tokens_NHW])
    return len(sprites.held), {"bits_per_hidden_pixel": bits, "webp_bits_per_pixel": webp}
