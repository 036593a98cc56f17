"""A pack that has learnt a handful of lines by heart, in seconds: enough that its codes give lines back."""

from pathlib import Path

import numpy as np
import torch
from small_verses import settled, verse_model

from genmodels.api.codec import to_dict
from genmodels.api.packs import FORMAT_VERSION, PackCard
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.writing import tokens_of
from genmodels.runtime import one_thread, seed_torch
from genmodels.storage import save_pack

STEPS, RATE = 70, 1.2e-2


def trained(lines: list[str]) -> VerseVAE:
    """Return a small model that has seen nothing but these lines."""
    model = verse_model(lines).train()
    seed_torch(4)
    tokens_BT = tokens_of(model, lines)
    optimiser = torch.optim.Adam([one for one in model.parameters() if one.requires_grad], RATE)
    with one_thread():
        model.begin_with(tokens_BT)
        for _ in range(STEPS):
            terms = model.terms(tokens_BT)
            optimiser.zero_grad()
            (terms.reconstruction_B + 0.1 * terms.kl_BN.sum(1)).mean().backward()
            optimiser.step()
    return settled(model.eval(), lines)


def writer_pack(folder: Path, lines: list[str]) -> str:
    """Write a pack of such a model, and return its folder."""
    model = trained(lines)
    card = PackCard(
        format_version=FORMAT_VERSION, family="verse-vae", name=folder.name, title="Verse", licence="MIT",
        trained_on="lines", config=to_dict(model.config),
    )  # fmt: skip
    save_pack(folder, model, card, np.zeros((8, 8, 4), np.uint8))
    return str(folder)
