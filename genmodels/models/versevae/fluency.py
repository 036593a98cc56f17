"""How surprising lines are to a verse VAE that is told nothing: its decoder as a language model.

Given a code of zeros the decoder has only the pieces before; it has learnt so from the lines that it was to write
without their code (`untold`). What a line's own code makes likely says nothing of fluency: it holds word salad as well.
Letters as in genmodels/models/versevae/network.py.
"""

import torch
from torch import Tensor
from torch.nn import functional

from genmodels.models.versevae.network import VerseVAE
from genmodels.models.versevae.spelling import END


@torch.inference_mode()
def surprise(model: VerseVAE, tokens_BT: Tensor) -> Tensor:
    """Return mean nats of a piece of each line, its end counted, B."""
    nothing_BN = torch.zeros(len(tokens_BT), model.config.numbers, device=tokens_BT.device)
    return model.reconstruction(tokens_BT, nothing_BN) / (1 + (tokens_BT != END).sum(1))


@torch.inference_mode()
def next_pieces(model: VerseVAE, tokens_BT: Tensor, z_BN: Tensor) -> Tensor:
    """Return log p of what comes at each place of lines after the pieces before, and at their end: BTV.

    The mean of what the code makes likely and of what comes without one.
    """
    before_BT = functional.pad(tokens_BT, (1, 0), value=END)
    told_BN = torch.cat((z_BN, torch.zeros_like(z_BN)))
    told_BTC = model.conditions(told_BN, before_BT.shape[1])
    features_BTE, _ = model.features(before_BT.repeat(2, 1), told_BTC, model.first_state(told_BN))
    with_code_BTV, without_BTV = model.logits(features_BTE).float().log_softmax(2).chunk(2)
    return (with_code_BTV + without_BTV) / 2
