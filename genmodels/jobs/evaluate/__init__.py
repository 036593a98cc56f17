"""Measure a pack on pictures, or lines, that it was not trained on."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from genmodels.api.configs import Family
from genmodels.api.messages import Done, Event
from genmodels.jobs.evaluate import gan, image_vae, pixelrnn, verse_vae
from genmodels.jobs.evaluate.poems import Poems
from genmodels.jobs.evaluate.strips import Strips
from genmodels.jobs.loading import load_gan, load_image_vae, load_model, load_pixelrnn, load_verse_vae


def evaluate(
    pack: Path, data: Path, *, valid: str = "", strips: Strips | None = None, poems: Poems | None = None
) -> Iterator[Event]:
    """Yield progress, then Done with pack, family, data, count, and what the pack's family measures.

    valid keeps of the pictures in data only those that a training with the same words held out: a text file of
    subjects, or last-N; the others then tell how near to each other real pictures come. strips: the morphs that are
    measured, for a pack that makes them; poems: the same for one that writes verse.
    """
    _, card = load_model(pack)
    match family := Family(card.family):
        case Family.PIXELRNN:
            count, figures = yield from pixelrnn.measure(*load_pixelrnn(pack), data, valid)
        case Family.IMAGE_VAE:
            count, figures = yield from image_vae.measure(*load_image_vae(pack), data, valid, strips or Strips())
        case Family.GAN:
            count, figures = yield from gan.measure(*load_gan(pack), data, valid)
        case Family.VERSE_VAE:
            count, figures = yield from verse_vae.measure(load_verse_vae(pack)[0], pack, data, poems or Poems())
        case _:
            assert_never(family)
    yield Done(values={"pack": card.name, "family": card.family, "data": str(data), "count": count} | figures)


__all__ = ["Poems", "Strips", "evaluate"]
