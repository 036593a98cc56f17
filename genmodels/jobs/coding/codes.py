"""Between pictures, the codes that messages carry, and a model's own tensors.

Letters: N numbers, C channels of the spatial code, Q rows and columns of it, K colours of the pack, S side of the
model's square, H, W sides of a picture.
"""

import base64
import binascii
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError
from genmodels.jobs.canvases import View, check_area, view_of
from genmodels.jobs.morphing.slots import inks_of
from genmodels.media.colours import from_hex, to_hex
from genmodels.media.sprite import decode_png
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.refining import out_of_range
from genmodels.runtime import one_thread

KEPT = 4  # pictures whose codes are remembered
LARGEST = 1e4  # number of a code
MOST_PIXELS = 2**19  # of a picture to explore: each is scored for each of its colours
MOST_PALETTE = 257  # colours of a code: as many as a palette file has, and transparency


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Read:
    """A picture as a pack reads it."""

    rgba_HW4: np.ndarray
    view: View
    place_HW: np.ndarray  # of each pixel's colour in the code's palette
    tokens_SS: Tensor
    code: Code


@lru_cache(maxsize=KEPT)
@torch.inference_mode()
def read_picture(model: ImageVAE, colours: tuple[str, ...], picture: str) -> Read:
    """Return a picture (base64 PNG) and its code, with the tag it is likeliest of; raises InputError.

    The same picture always has the same code.
    """
    rgba_HW4 = decode_png(picture).rgba_HWC
    view = view_of([rgba_HW4], model.config.size)
    check_area(1, view, MOST_PIXELS)
    inks = inks_of(rgba_HW4, from_hex(colours))
    tokens_SS = torch.from_numpy(view.seen(inks.token_M[inks.place_HW].astype(np.int64)))
    with one_thread():
        tag = model.likeliest_tag(tokens_SS)
        z_1N, s_1CQQ = model.encode(tokens_SS[None], torch.tensor([tag]))
    # What stands for the pack's ground comes first, as in a palette without transparency it is known by its place.
    order_M = np.argsort(inks.token_M != 0, kind="stable")
    return Read(
        rgba_HW4=rgba_HW4,
        view=view,
        place_HW=np.argsort(order_M)[inks.place_HW],
        tokens_SS=tokens_SS,
        code=code_of(
            model, z_1N, s_1CQQ, tag=model.config.tags[tag - 1] if tag else "", palette=to_hex(inks.rgba_M4[order_M])
        ),
    )


def code_of(model: ImageVAE, z_1N: Tensor, s_1CQQ: Tensor, *, tag: str = "", palette: tuple[str, ...] = ()) -> Code:
    """Return tensors as a message carries them; raises PackError where they are no numbers that it can carry."""
    numbers, detail_CQQ = tuple(model.axes.numbers(z_1N)[0].tolist()), s_1CQQ[0].numpy().astype("<f2")
    if not all(abs(number) <= LARGEST for number in numbers) or not np.isfinite(detail_CQQ).all():
        raise out_of_range()
    return Code(
        numbers=numbers,
        detail=base64.b64encode(detail_CQQ.tobytes()).decode("ascii"),
        tag=tag,
        read_as=tag,
        palette=palette,
    )


def tensors_of(model: ImageVAE, code: Code) -> tuple[Tensor, Tensor, Tensor]:
    """Return z_1N, s_1CQQ and tag_1 of a code; raises ConfigError where it is none of this model's."""
    config = model.config
    if len(code.numbers) != config.numbers:
        message = f"The code has {len(code.numbers)} numbers; this pack's have {config.numbers}."
        raise ConfigError(message, hint="Read the picture's code with this pack again.")
    if not all(math.isfinite(number) and abs(number) <= LARGEST for number in code.numbers):
        raise ConfigError("A number of the code is out of range.", hint=f"Choose −{LARGEST:g} to {LARGEST:g}.")
    old_1, tag_1 = (torch.tensor([tag_number(model, tag)]) for tag in (code.read_as, code.tag))
    z_1N = model.axes.code(torch.tensor([code.numbers], dtype=torch.float32))
    s_1CQQ = _detail(model, code.detail) if code.detail else model.prior(z_1N, old_1)[0]
    if code.read_as != code.tag:
        z_1N, s_1CQQ = model.retagged(z_1N, s_1CQQ, old_1, tag_1)
    return z_1N, s_1CQQ, tag_1


def tag_number(model: ImageVAE, tag: str) -> int:
    """Return a tag's number, 0 for none; raises ConfigError for one that the pack does not know."""
    known = model.config.tags
    if tag and tag not in known:
        hint = f"It knows: {', '.join(known)}." if known else "It was trained without tags: leave it out."
        raise ConfigError(f"This pack knows no tag “{tag}”.", hint=hint)
    return known.index(tag) + 1 if tag else 0


def _detail(model: ImageVAE, text: str) -> Tensor:
    quarter = model.config.size // 4
    shape = (1, model.config.detail, quarter, quarter)
    again = "Read the picture's code with this pack again, or leave its detail out."
    try:
        values = np.frombuffer(base64.b64decode(text, validate=True), dtype="<f2").astype(np.float32)
    except (binascii.Error, ValueError) as error:
        raise ConfigError("The code's detail is damaged.", hint=again, detail=str(error)) from error
    if values.size != math.prod(shape) or not np.isfinite(values).all():
        raise ConfigError("The code's detail is not of this pack's size.", hint=again)
    return torch.from_numpy(values).reshape(shape)
