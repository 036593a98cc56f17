"""Reads a picture's code: what an image VAE holds it as."""

from collections.abc import Iterator
from pathlib import Path

import torch

from genmodels.api.messages import Done, Encode, Event, Log, Progress
from genmodels.jobs.canvases import remarks
from genmodels.jobs.coding.codes import read_picture
from genmodels.jobs.loading import load_image_vae
from genmodels.models.imagevae.refining import distance
from genmodels.runtime import one_thread


def encode(request: Encode) -> Iterator[Event]:
    """Yield Done with the code; its values are as Encode tells."""
    model, card = load_image_vae(Path(request.pack))
    read = read_picture(model, card.colours, request.picture)
    for text in remarks([read.rgba_HW4], read.view):
        yield Log(text=text)
    yield Progress(done=1, total=2)
    with one_thread():
        far = distance(model, read.tokens_SS, torch.zeros(1, dtype=torch.long))
    yield Done(codes=(read.code,), values={"distance_from_pack": far, "tags": list(model.config.tags)})
