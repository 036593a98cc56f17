"""Our verse VAE: lines of verse to codes and back.

Letters: B lines of a batch, T pieces of the longest, N numbers of a code, S slots, C numbers of a slot, E of an
embedding, R cells of the encoder, H of the decoder, V numbers of pieces, K pieces that are told apart in training.

A line is read by two recurrences, one from each end; slots that look at places, not at words, gather what they found.
The decoder is given the code at every step, as the slot of the place where it stands (against collapse: Dieng et al.
2019, arXiv 1807.04863), and as its first state.
"""

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F  # noqa: N812 - as everywhere
from torch import Tensor, nn

from genmodels.api.configs import VerseVAEConfig
from genmodels.models.axes import PrincipalAxes
from genmodels.models.versevae.spelling import END, UNKNOWN, Spelling
from genmodels.models.versevae.written import Written

PLACES = 64  # in a line that are told apart
SLOTS, SLOT = 24, 64
NEAR = 4.0  # logit with which a slot first looks at the place of its number: so they differ from the beginning
FOLLOW = 0.02  # share of a step's statistics in the running ones
LEAST, MOST = 0.3, 0.98  # RMS of a mean's numbers: a code always tells something (normalised means: 2004.12585)
RARE_PIECES = 384  # that stand for all which do not come in a batch


class Terms(NamedTuple):
    """Parts of −ELBO, nats of each line."""

    reconstruction_B: Tensor
    kl_BN: Tensor


class VerseVAE(nn.Module):
    """Bidirectional GRUs that read, a GRU that writes."""

    def __init__(self, config: VerseVAEConfig) -> None:
        super().__init__()
        self.config, self.spelling = config, Spelling(config.pieces)
        N, E, R, H, V = config.numbers, config.embedding, config.reading, config.width, len(self.spelling)
        self.embedding = nn.Embedding(V, E)
        self.place = nn.Embedding(PLACES, E)
        self.tidy = nn.LayerNorm(E)
        self.ahead, self.back = nn.GRU(E, R, batch_first=True), nn.GRU(E, R, batch_first=True)
        self.look, self.look_from_end = nn.Embedding(PLACES, SLOTS), nn.Embedding(PLACES, SLOTS)
        self.found = nn.Linear(2 * R, SLOT)
        self.gathered = nn.Linear(SLOTS * SLOT, 2 * N + 1)
        # Of the means of all lines. Not learnt, but parameters, so that they are averaged with the weights.
        self.centre_N = nn.Parameter(torch.zeros(N), requires_grad=False)
        self.spread_N = nn.Parameter(torch.ones(N), requires_grad=False)
        self.slots = nn.Linear(N, SLOTS * SLOT)
        self.stand = nn.Embedding(PLACES, SLOTS)
        self.begin = nn.Linear(N, H)
        self.write = nn.GRU(E + SLOT, H, batch_first=True)
        self.leave = nn.Linear(H + SLOT, E)
        self.bias_V = nn.Parameter(torch.zeros(V))
        self.axes = PrincipalAxes(N)
        self.written = Written(config.written)
        nn.init.normal_(self.embedding.weight, std=E**-0.5)
        nn.init.normal_(self.place.weight, std=0.5)
        with torch.no_grad():
            own_PS = NEAR * torch.eye(SLOTS).repeat(-(-PLACES // SLOTS), 1)[:PLACES]
            self.look.weight.copy_(own_PS)
            self.look_from_end.weight.zero_()
            self.stand.weight.copy_(own_PS)
            self.gathered.bias.zero_()
            self.gathered.bias[N : 2 * N] = -2.0  # of the log variances

    # Reading

    def posterior(self, tokens_BT: Tensor) -> tuple[Tensor, Tensor]:
        """Return mean and log variance of q(z | line), both BN."""
        N = self.config.numbers
        raw_BN, logvar_BN, radius_B1 = self._gathered(tokens_BT).split((N, N, 1), 1)
        if self.training:
            self._follow(raw_BN.detach(), FOLLOW)
        mean_BN = F.rms_norm((raw_BN - self.centre_N) / self.spread_N, (N,))
        return mean_BN * (LEAST + (MOST - LEAST) * torch.sigmoid(radius_B1 + 1)), logvar_BN.clamp(-10, 1)

    def _gathered(self, tokens_BT: Tensor) -> Tensor:
        """Return what the slots have gathered: means as they come, log variances, and the mean's radius."""
        length_B = (tokens_BT != END).sum(1)
        at_T = torch.arange(tokens_BT.shape[1], device=tokens_BT.device)
        left_BT = length_B[:, None] - 1 - at_T  # pieces that follow; below 0 there is no line any more
        is_line_BT = left_BT >= 0
        left_BT, at_T = left_BT.clamp_min(0), at_T.clamp_max(PLACES - 1)
        e_BTE = self._seen(tokens_BT, at_T)
        ahead_BTR = self.ahead(e_BTE)[0]
        turned_BTR = self.back(_taken(e_BTE, left_BT))[0]
        found_BTC = self.found(torch.cat((ahead_BTR, _taken(turned_BTR, left_BT)), 2))
        look_BTS = self.look(at_T) + self.look_from_end(left_BT.clamp_max(PLACES - 1))
        look_BTS = look_BTS.masked_fill(~is_line_BT[..., None], -1e4).softmax(1)
        return self.gathered((look_BTS.mT @ found_BTC).flatten(1)).float()

    @torch.no_grad()
    def begin_with(self, tokens_BT: Tensor) -> None:
        """Take the statistics of these lines for those of all, before the first step."""
        self._follow(self._gathered(tokens_BT)[:, : self.config.numbers], 1.0)

    def _follow(self, raw_BN: Tensor, share: float) -> None:
        """Move the running statistics towards those of these lines.

        Codes are told apart from the first step on, as with batch normalisation (Zhu et al. 2020, arXiv 2004.12585);
        but a batch, whose lines are all of one length, is not made like every other one.
        """
        if len(raw_BN) > 1:
            self.centre_N.data.lerp_(raw_BN.mean(0), share)
            self.spread_N.data.lerp_(raw_BN.std(0).clamp_min(1e-3), share)

    def _seen(self, tokens_BT: Tensor, at_T: Tensor) -> Tensor:
        """Return what both recurrences see of pieces at these places, BTE."""
        return self.tidy(self.embedding(tokens_BT) * math.sqrt(self.config.embedding) + self.place(at_T))

    # Writing

    def conditions(self, z_BN: Tensor, count: int) -> Tensor:
        """Return what the code says to each of so many places, BTC."""
        at_T = torch.arange(count, device=z_BN.device).clamp_max(PLACES - 1)
        stand_TS = self.stand(at_T).softmax(1)
        return stand_TS @ self.slots(z_BN).unflatten(1, (SLOTS, SLOT))

    def first_state(self, z_BN: Tensor) -> Tensor:
        """Return the decoder's state before the first piece, 1BH."""
        return torch.tanh(self.begin(z_BN))[None]

    def features(self, before_BT: Tensor, told_BTC: Tensor, state: Tensor, at: int = 0) -> tuple[Tensor, Tensor]:
        """Return features of the next pieces, BTE, and the state; before_BT: the pieces before, from place `at`."""
        at_T = torch.arange(at, at + before_BT.shape[1], device=before_BT.device).clamp_max(PLACES - 1)
        e_BTE = self._seen(before_BT, at_T)
        h_BTH, state = self.write(torch.cat((e_BTE, told_BTC.to(e_BTE)), 2), state)
        return self.leave(torch.cat((h_BTH, told_BTC.to(h_BTH)), 2)), state

    def logits(self, features: Tensor) -> Tensor:
        """Return log p of every piece, unnormalised."""
        return F.linear(features, self.embedding.weight, self.bias_V)

    # Measuring and training

    def terms(self, tokens_BT: Tensor, *, dropped: float = 0.0, hidden: float = 0.0, roughly: bool = False) -> Terms:
        """Return the terms of −ELBO of lines, with one draw of the code.

        dropped: share of pieces that the encoder does not see; hidden: that the decoder is not told of the pieces
        before. While training a share of lines is written without their code (`untold`): that makes the decoder a
        language model where it is given zeros. roughly: softmax over the pieces of this batch and some others, which
        stand for all the rest.
        """
        mean_BN, logvar_BN = self.posterior(_without(tokens_BT, dropped))
        kl_BN = 0.5 * (mean_BN**2 + logvar_BN.exp() - 1 - logvar_BN)
        z_BN = mean_BN + (logvar_BN / 2).exp() * torch.randn_like(mean_BN)
        if self.training and self.config.untold:
            z_BN = z_BN * (torch.rand_like(z_BN[:, :1]) >= self.config.untold)
        return Terms(self.reconstruction(tokens_BT, z_BN, hidden=hidden, roughly=roughly), kl_BN)

    def reconstruction(self, tokens_BT: Tensor, z_BN: Tensor, *, hidden: float = 0.0, roughly: bool = False) -> Tensor:
        """Return −log p(line | z) in nats, B."""
        begun_BT = F.pad(tokens_BT, (1, 0), value=END)
        target_BT = F.pad(tokens_BT, (0, 1), value=END)
        before_BT = torch.cat((begun_BT[:, :1], _without(begun_BT[:, 1:], hidden)), 1)
        told_BTC = self.conditions(z_BN, target_BT.shape[1])
        features_BTE, _ = self.features(before_BT, told_BTC, self.first_state(z_BN))
        if roughly and len(self.spelling) > 4 * RARE_PIECES:
            logits_BTK, target_BT = self._rough_logits(features_BTE, target_BT)
            counts_BT = F.pad(tokens_BT, (1, 0), value=UNKNOWN) != END
        else:
            logits_BTK, counts_BT = self.logits(features_BTE).float(), F.pad(tokens_BT, (1, 0), value=UNKNOWN) != END
        nats_BT = F.cross_entropy(logits_BTK.flatten(0, 1), target_BT.flatten(), reduction="none").view_as(target_BT)
        return (nats_BT * counts_BT).sum(1)

    def _rough_logits(self, features_BTE: Tensor, target_BT: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits of the batch's own pieces and of some others, weighted so that the sum over all is unbiased."""
        own_K, target_BT = torch.unique(target_BT, return_inverse=True)
        others_K = torch.randint(len(self.spelling), (RARE_PIECES,), device=own_K.device)
        others_K = others_K[~torch.isin(others_K, own_K)]
        stand_for = math.log(max(1, len(self.spelling) - len(own_K)) / max(1, len(others_K)))
        chosen_K = torch.cat((own_K, others_K))
        logits_BTK = F.linear(features_BTE, self.embedding(chosen_K), self.bias_V[chosen_K]).float()
        weight_K = torch.zeros(len(chosen_K), device=own_K.device)
        weight_K[len(own_K) :] = stand_for
        return logits_BTK + weight_K, target_BT


def _taken(x_BTX: Tensor, place_BT: Tensor) -> Tensor:
    """Return what stands at these places of each row."""
    return x_BTX.gather(1, place_BT[..., None].expand(-1, -1, x_BTX.shape[2]))


def _without(tokens_BT: Tensor, share: float) -> Tensor:
    """Return the lines with a share of their pieces unknown."""
    if not share:
        return tokens_BT
    lost_BT = (torch.rand(tokens_BT.shape, device=tokens_BT.device) < share) & (tokens_BT != END)
    return tokens_BT.masked_fill(lost_BT, UNKNOWN)
