"""From a pack on disk to a model ready to draw; the last few stay in memory."""

import hashlib
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import assert_never, cast

import numpy as np
import torch

from genmodels.api import paths
from genmodels.api.codec import from_dict
from genmodels.api.configs import Family, GANConfig, ImageVAEConfig, PixelRNNConfig, Script, VerseVAEConfig
from genmodels.api.errors import ConfigError, PackError
from genmodels.api.families import does
from genmodels.api.messages import Done, Event, LoadPack, PaletteRule, Progress
from genmodels.api.packs import PackCard, check_weights, find_packs, read_card
from genmodels.data.verse.form import form_of
from genmodels.jobs.completing.matching import match, own_colours
from genmodels.media.colours import from_hex
from genmodels.models import imagevae, pixelrnn, spritegan, versevae
from genmodels.models.imagevae import ImageVAE
from genmodels.models.pixelrnn import PixelRNN
from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.drawing import drawn
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.writing import tokens_of, write
from genmodels.runtime import one_thread
from genmodels.storage import load_weights

KEPT = 3
Model = PixelRNN | ImageVAE | SpriteGAN | VerseVAE


def load_pixelrnn(folder: Path) -> tuple[PixelRNN, PackCard]:
    """Return the model of a pack that completes sprites, and its card; raises PackError."""
    _require(folder, Family.PIXELRNN)
    return cast("tuple[PixelRNN, PackCard]", load_model(folder))


def load_image_vae(folder: Path) -> tuple[ImageVAE, PackCard]:
    """Return the model of a pack that morphs and explores pictures, and its card; raises PackError."""
    _require(folder, Family.IMAGE_VAE)
    return cast("tuple[ImageVAE, PackCard]", load_model(folder))


def load_gan(folder: Path) -> tuple[SpriteGAN, PackCard]:
    """Return the model of a pack that makes fresh sprites, and its card; raises PackError."""
    _require(folder, Family.GAN)
    return cast("tuple[SpriteGAN, PackCard]", load_model(folder))


def load_verse_vae(folder: Path) -> tuple[VerseVAE, PackCard]:
    """Return the model of a pack that writes verse, and its card; raises PackError."""
    _require(folder, Family.VERSE_VAE)
    return cast("tuple[VerseVAE, PackCard]", load_model(folder))


def load_drawer(folder: Path) -> tuple[ImageVAE | SpriteGAN, PackCard]:
    """Return the model of a pack that draws codes, and its card; raises PackError."""
    _require(folder, Family.IMAGE_VAE, Family.GAN)
    return cast("tuple[ImageVAE | SpriteGAN, PackCard]", load_model(folder))


def load_model(folder: Path) -> tuple[Model, PackCard]:
    """Return the model of a pack of any family, and its card; raises PackError.

    On the CPU: drawing is a chain of small steps, for which the way to another device and back would cost more than it
    saved, and a seed keeps its pixels on every machine.
    """
    return _load(folder, _fingerprint(read_card(folder)))


def load_pack(request: LoadPack) -> Iterator[Event]:
    """Load a pack and use it a little, so that its first real use waits for nothing."""
    yield Progress(done=0, total=2)
    model, card = load_model(Path(request.pack))
    yield Progress(done=1, total=2)
    warm_up(model, card)
    yield Done(values={"name": card.name, "size": card.size})


def warm_up(model: Model, card: PackCard) -> None:
    """Do once what the pack is for, and throw it away."""
    with one_thread():
        if isinstance(model, SpriteGAN):
            drawn(model, torch.zeros(1, model.config.numbers))
        elif isinstance(model, PixelRNN):
            _draw_a_row(model, card)
        elif isinstance(model, VerseVAE):
            write(model, model.posterior(tokens_of(model, [""] * 8))[0])
            form_of("山" if model.config.script is Script.HAN else "hill")  # reads its dictionary
        else:
            _there_and_back(model)


def _draw_a_row(model: PixelRNN, card: PackCard) -> None:
    """Draw the first row of eight candidates of a half-covered sprite."""
    size, pack_K4 = model.config.size, from_hex(card.colours)
    blank_SS4, hidden_SS = np.zeros((size, size, 4), dtype=np.uint8), np.zeros((size, size), dtype=bool)
    hidden_SS[size // 2 :] = True
    own = own_colours(blank_SS4, hidden_SS)
    matching = match(own, own.rgba_N4, pack_K4, PaletteRule.PACK, ())
    exact_SS, seeds = matching.exact_of(blank_SS4), range(8)
    drawn = pixelrnn.draw(model, exact_SS, hidden_SS, matching.colours, seeds, temperature=1.0, nucleus=1.0)
    next(rows for rows in drawn if rows.exact_NRW.size)


def _there_and_back(model: ImageVAE) -> None:
    """Encode a blank picture and decode it."""
    size, tag_B = model.config.size, torch.zeros(1, dtype=torch.long)
    with torch.inference_mode():
        z_BN, s_BCQQ = model.encode(torch.zeros(1, size, size, dtype=torch.long), tag_B)
        model.decode(z_BN, s_BCQQ, tag_B)


def _fingerprint(card: PackCard) -> str:
    """Return what tells this card from another one; its file may be gone by now, as a run replaces its pack."""
    return hashlib.sha256(repr(card).encode()).hexdigest()  # to_dict takes 20 ms where a card has thousands of pieces


@lru_cache(maxsize=KEPT)
def _load(folder: Path, fingerprint: str) -> tuple[Model, PackCard]:  # noqa: ARG001  a changed card is another pack
    card = read_card(folder)
    again = "Choose another pack, or import this one again."
    family = _family(card)
    check_weights(folder, card)  # before anything is built from what the card says
    try:
        model = _built(family, card)
    except ConfigError as error:
        raise PackError(f"The pack “{folder.name}” is damaged: {error.message}", hint=again) from error
    load_weights(model, folder, card)
    return model.eval(), card


def _built(family: Family, card: PackCard) -> Model:
    """Return the model that the card describes, its weights still random; raises ConfigError."""
    table_K4 = from_hex(card.colours)
    match family:
        case Family.PIXELRNN:
            return pixelrnn.build(from_dict(PixelRNNConfig, card.config), table_K4)
        case Family.IMAGE_VAE:
            return imagevae.build(from_dict(ImageVAEConfig, card.config), table_K4)
        case Family.GAN:
            return spritegan.build(from_dict(GANConfig, card.config), table_K4)
        case Family.VERSE_VAE:
            return versevae.build(from_dict(VerseVAEConfig, card.config))
        case _:
            assert_never(family)


def _family(card: PackCard) -> Family:
    if card.family not in list(Family):
        message = f"The pack “{card.name}” is of the family “{card.family[:40]}”, which this version cannot use."
        raise PackError(message, hint="Update Spriteverse, or choose another pack.")
    return Family(card.family)


def _require(folder: Path, *wanted: Family) -> None:
    """Raise PackError for a pack of another family, with the names of those that will do."""
    card = read_card(folder)
    family = _family(card)
    if family in wanted:
        return
    fitting = [path.name for path in find_packs(*paths.pack_roots()) if _is_of(path, wanted)]
    hint = f"Choose one of: {', '.join(fitting)}." if fitting else f"Train one: genmodels train {wanted[0]} …"
    what = " or ".join(does(one) for one in wanted)
    raise PackError(f"The pack “{card.name}” {does(family)}; this takes one that {what}.", hint=hint)


def _is_of(folder: Path, families: Collection[Family]) -> bool:
    try:
        return read_card(folder).family in families
    except PackError:  # a damaged pack is none to choose
        return False
