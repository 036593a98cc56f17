"""The image VAE: a global code, a spatial code under it, and a decoder that speaks in palette colours.

With x the picture, c the set of its colours, z the global and s the spatial code (two levels, as in Sønderby et al.
2016, arXiv 1602.02282; y is the tag of a conditional VAE, Sohn et al. 2015 after Kingma et al., arXiv 1406.5298):
    p(x, c, s, z | y) = p(z | y) p(c | z, y) p(s | z, y) p(x | c, s, z, y)
Each pixel is one of the picture's own colours, so nothing in between can blur it, and the likelihood is calibrated:
β = 1 is the evidence lower bound (Kingma & Welling 2014, arXiv 1312.6114, eq. 3).

Letters: B pictures, H, W rows and columns, K colours, N numbers of z, C channels of s, Q = H/4, D features.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from genmodels.api.configs import ImageVAEConfig
from genmodels.models.imagevae.latent import LatentAxes

COLOUR = 32  # numbers per colour embedding
LOG_SD = (-6.0, 0.0)  # range of the logarithm of a standard deviation: codes of about 1, however cheap their KL is
WIDER = 0.7  # logarithm of how much wider a code may lie with another tag
LABEL = 32  # numbers of a tag's embedding


class Normal(NamedTuple):
    """A normal distribution of independent numbers."""

    mean: Tensor
    log_sd: Tensor

    def draw(self) -> Tensor:
        """Return a sample: c = exp(σ)·e + m, in the lecture's letters."""
        return self.mean + self.log_sd.exp() * torch.randn_like(self.mean)

    def kl(self, prior: "Normal") -> Tensor:
        """Return the divergence from another normal, nats, for each number."""
        ratio = (2 * (self.log_sd - prior.log_sd)).exp()
        away = ((self.mean - prior.mean) / prior.log_sd.exp()) ** 2
        return 0.5 * (ratio + away - 1) - (self.log_sd - prior.log_sd)


def standard(like: Tensor) -> Normal:
    """Return N(0, 1)."""
    return Normal(torch.zeros_like(like), torch.zeros_like(like))


class Terms(NamedTuple):
    """What makes up −ELBO, nats per picture (B): the pixels, the set of colours, the two codes."""

    pixels: Tensor
    colours: Tensor
    kl_BN: Tensor  # of each number of z
    kl_detail: Tensor

    def total(self, weight: float | Tensor = 1.0, free: float = 0.0) -> Tensor:
        """Return −ELBO, its KL terms weighted.

        Each number of z carries so many nats for nothing: free bits (Kingma et al. 2016, arXiv 1606.04934, eq. 15, by
        picture, so that a batch can be cut) keep z from being left unused.
        """
        return self.pixels + self.colours + weight * (self.kl_BN.clamp_min(free).sum(1) + self.kl_detail)


class Residual(nn.Module):
    """Two convolutions beside a straight way."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.first, self.second = nn.Conv2d(width, width, 3, padding=1), nn.Conv2d(width, width, 3, padding=1)
        self.norm, self.norm_again = nn.GroupNorm(8, width), nn.GroupNorm(8, width)
        self.dropout = nn.Dropout2d(dropout)
        nn.init.zeros_(self.second.weight)

    def forward(self, x_BDHW: Tensor) -> Tensor:
        """Return features of the same shape."""
        inner = self.first(fn.silu(self.norm(x_BDHW)))
        return x_BDHW + self.second(self.dropout(fn.silu(self.norm_again(inner))))


class Encoder(nn.Module):
    """From colours to features at a quarter of the size, and to all that is known of z."""

    def __init__(self, config: ImageVAEConfig) -> None:
        super().__init__()
        W, share = config.width, config.dropout
        self.body = nn.Sequential(
            nn.Conv2d(COLOUR, 3 * W // 2, 4, stride=2, padding=1),
            Residual(3 * W // 2, share),
            nn.Conv2d(3 * W // 2, 2 * W, 4, stride=2, padding=1),
            Residual(2 * W, share),
            Residual(2 * W, share),
        )
        self.whole = nn.Sequential(
            nn.GroupNorm(8, 2 * W), nn.SiLU(), nn.Conv2d(2 * W, 2 * W, 3, stride=2, padding=1), nn.SiLU(), nn.Flatten()
        )
        side = -(-config.size // 8)
        self.code = nn.Linear(2 * W * side * side + LABEL + config.colours, 2 * config.numbers)

    def forward(self, seen_BDHW: Tensor, label_BL: Tensor, used_BK: Tensor) -> tuple[Tensor, Normal]:
        """Return features BDQQ and q(z | x, y); which colours are used is told, z is to know it."""
        below_BDQQ = self.body(seen_BDHW)
        return below_BDQQ, split(self.code(torch.cat((self.whole(below_BDQQ), label_BL, used_BK.float()), 1)))


class Decoder(nn.Module):
    """From z to features at a quarter of the size, through s to the pixels."""

    def __init__(self, config: ImageVAEConfig) -> None:
        super().__init__()
        W, share = config.width, config.dropout
        self.side = -(-config.size // 8)
        self.quarter = config.size // 4
        self.enter = nn.Linear(config.numbers + LABEL, 2 * W * self.side * self.side)
        self.rough = Residual(2 * W, share)
        self.above = nn.Sequential(nn.Conv2d(2 * W, 2 * W, 3, padding=1), Residual(2 * W, share))
        coarse, fine = max(1, config.detail), max(1, config.detail // 4)
        self.take = nn.Conv2d(coarse, 2 * W, 3, padding=1)
        self.take_again = nn.Conv2d(fine, 3 * W // 2, 3, padding=1)
        self.small = nn.Sequential(Residual(2 * W, share), Residual(2 * W, share))
        self.grow = nn.Conv2d(2 * W, 3 * W // 2, 3, padding=1)
        self.middle = Residual(3 * W // 2, share)
        self.large = nn.Sequential(nn.Conv2d(3 * W // 2, W, 3, padding=1), Residual(W, share))
        self.leave = nn.Sequential(nn.GroupNorm(8, W), nn.SiLU(), nn.Conv2d(W, COLOUR, 3, padding=1))
        # Several processes wait for the gradient of every weight that wants one.
        for unused in () if config.detail else (self.take, self.take_again):
            unused.requires_grad_(False)

    def outline(self, z_BN: Tensor, label_BL: Tensor) -> Tensor:
        """Return features BDQQ of what z alone tells."""
        start = self.enter(torch.cat((z_BN, label_BL), 1)).unflatten(1, (-1, self.side, self.side))
        return self.above(fn.interpolate(self.rough(start), size=(self.quarter, self.quarter)))

    def pixels(self, above_BDQQ: Tensor, s_BCQQ: Tensor) -> Tensor:
        """Return features BDHW of every pixel; s tells of its place as a whole, and of the place's quarters."""
        has_detail = bool(s_BCQQ.shape[1])
        x_BDHW = self.small(above_BDQQ + self.take(s_BCQQ) if has_detail else above_BDQQ)
        x_BDHW = self.grow(fn.interpolate(x_BDHW, scale_factor=2))
        x_BDHW = self.middle(x_BDHW + self.take_again(fn.pixel_shuffle(s_BCQQ, 2)) if has_detail else x_BDHW)
        return self.leave(self.large(fn.interpolate(x_BDHW, scale_factor=2)))


class SpatialVAE(nn.Module):
    """The default preset."""

    value_K4: Tensor

    def __init__(self, config: ImageVAEConfig, colours_K4: Tensor) -> None:
        """colours_K4: uint8 RGBA of each token."""
        super().__init__()
        self.config = config
        W, C = config.width, max(1, config.detail)
        self.register_buffer("value_K4", colours_K4.float() / 127.5 - 1, persistent=False)
        self.number = nn.Embedding(config.colours, COLOUR)
        self.by_value = nn.Sequential(nn.Linear(4, 64), nn.SiLU(), nn.Linear(64, COLOUR))
        self.label = nn.Embedding(1 + len(config.tags), LABEL)
        self.home = nn.Embedding(len(config.tags), 2 * config.numbers) if config.tags else None  # p(z | y) of each tag
        self.encoder, self.decoder = Encoder(config), Decoder(config)
        self.above = nn.Conv2d(2 * W, 2 * C, 3, padding=1)  # p(s | z, y)
        self.below = nn.Sequential(nn.Conv2d(4 * W, 2 * W, 3, padding=1), nn.SiLU(), nn.Conv2d(2 * W, 2 * C, 1))
        self.uses = nn.Sequential(nn.Linear(config.numbers + LABEL, 256), nn.SiLU(), nn.Linear(256, config.colours))
        self.usual_use = nn.Parameter(torch.zeros(config.colours))
        self.axes = LatentAxes(config)
        nn.init.zeros_(self.label.weight)
        if self.home is not None:
            nn.init.zeros_(self.home.weight)

    # Training and measuring

    def terms(self, tokens_BHW: Tensor, tag_B: Tensor, *, allowed_BK: Tensor | None = None, bare_B: Tensor) -> Terms:
        """Return the terms of −ELBO for a draw of the codes.

        allowed_BK: further colours that each pixel could be, so that the decoder learns to tell them from the picture's
        own. bare_B (bool): pictures whose spatial code is left to the prior, so that z alone has to say what it can.
        """
        used_BK = self._used(tokens_BHW)
        label_BL = self.label(tag_B)
        below_BDQQ, z = self.encoder(self._seen(tokens_BHW), label_BL, used_BK)
        z_BN = z.draw()
        above_BDQQ = self.decoder.outline(z_BN, label_BL)
        prior, posterior = self._spatial(above_BDQQ, below_BDQQ)
        bare_B111 = bare_B[:, None, None, None]
        s_BCQQ = torch.where(bare_B111, prior.mean, posterior.draw())
        logits_BKHW = self._logits(above_BDQQ, s_BCQQ)
        allowed_BK = used_BK if allowed_BK is None else used_BK | allowed_BK
        logits_BKHW = logits_BKHW.masked_fill(~allowed_BK[:, :, None, None], -1e4)
        uses_BK = self._uses(z_BN, label_BL)
        return Terms(
            pixels=fn.cross_entropy(logits_BKHW, tokens_BHW, reduction="none").sum((1, 2)),
            colours=fn.binary_cross_entropy_with_logits(uses_BK, used_BK.float(), reduction="none").sum(1),
            kl_BN=z.kl(self.homes(tag_B)),
            kl_detail=posterior.kl(prior).sum((1, 2, 3)) * ~bare_B,
        )

    def posterior(self, tokens_BHW: Tensor, tag_B: Tensor) -> tuple[Normal, Normal]:
        """Return q(z | x, y) and q(s | x, z, y) at the mean of z."""
        label_BL = self.label(tag_B)
        below_BDQQ, z = self.encoder(self._seen(tokens_BHW), label_BL, self._used(tokens_BHW))
        return z, self._spatial(self.decoder.outline(z.mean, label_BL), below_BDQQ)[1]

    # Use

    def encode(self, tokens_BHW: Tensor, tag_B: Tensor) -> tuple[Tensor, Tensor]:
        """Return the means of the codes, z_BN and s_BCQQ."""
        z, s = self.posterior(tokens_BHW, tag_B)
        return z.mean, s.mean

    def decode(self, z_BN: Tensor, s_BCQQ: Tensor, tag_B: Tensor) -> Tensor:
        """Return logits BKHW of every colour at every pixel, whatever the palette."""
        return self._logits(self.decoder.outline(z_BN, self.label(tag_B)), s_BCQQ)

    def colours(self, z_BN: Tensor, tag_B: Tensor) -> Tensor:
        """Return logits BK: that the picture uses this colour."""
        return self._uses(z_BN, self.label(tag_B))

    def prior(self, z_BN: Tensor, tag_B: Tensor) -> tuple[Tensor, Tensor]:
        """Return mean and standard deviation BCQQ of the spatial code, given the global one."""
        prior = self._prior(self.decoder.outline(z_BN, self.label(tag_B)))
        return prior.mean, prior.log_sd.exp()

    def homes(self, tag_B: Tensor) -> Normal:
        """Return p(z | y), where codes of a tag lie: N(0, 1) for no tag (Sohn et al. 2015, eq. 4)."""
        if self.home is None:
            return standard(torch.zeros(len(tag_B), self.config.numbers, device=tag_B.device))
        return split(self.home((tag_B - 1).clamp_min(0)) * (tag_B > 0)[:, None])

    def likeliest_tag(self, tokens_HW: Tensor) -> int:
        """Return the tag in whose home the picture's code lies likeliest, 0 where there are none."""
        count = len(self.config.tags)
        if self.home is None:
            return 0
        tag_T = torch.arange(1, count + 1, device=tokens_HW.device)
        z_TN, homes = self.encode(tokens_HW.expand(count, -1, -1), tag_T)[0], self.homes(tag_T)
        cost_T = (((z_TN - homes.mean) / homes.log_sd.exp()) ** 2 / 2 + homes.log_sd).sum(1)
        return int(cost_T.argmin()) + 1

    def retagged(self, z_BN: Tensor, s_BCQQ: Tensor, old_B: Tensor, new_B: Tensor) -> tuple[Tensor, Tensor]:
        """Return the codes carried over to another tag: as far from what is usual there as they were here."""
        new_BN = _carried(z_BN, self.homes(old_B), self.homes(new_B))
        old, new = (
            self._prior(self.decoder.outline(code_BN, self.label(tag_B)))
            for code_BN, tag_B in ((z_BN, old_B), (new_BN, new_B))
        )
        return new_BN, _carried(s_BCQQ, old, new)

    # Parts

    def _colour_rows(self) -> Tensor:
        return self.number.weight + self.by_value(self.value_K4)

    def _seen(self, tokens_BHW: Tensor) -> Tensor:
        # With the channels last in memory, convolutions in bfloat16 take a tenth of the time on a CPU.
        seen_BDHW = self._colour_rows()[tokens_BHW].permute(0, 3, 1, 2)
        return seen_BDHW.contiguous(memory_format=torch.channels_last)

    def _used(self, tokens_BHW: Tensor) -> Tensor:
        used_BK = torch.zeros(len(tokens_BHW), self.config.colours, dtype=torch.bool, device=tokens_BHW.device)
        return used_BK.scatter_(1, tokens_BHW.flatten(1), value=True)

    def _uses(self, z_BN: Tensor, label_BL: Tensor) -> Tensor:
        return self.uses(torch.cat((z_BN, label_BL), 1)).float() + self.usual_use

    def _prior(self, above_BDQQ: Tensor) -> Normal:
        prior = split(self.above(above_BDQQ))
        count = self.config.detail
        return Normal(prior.mean[:, :count], prior.log_sd[:, :count])

    def _spatial(self, above_BDQQ: Tensor, below_BDQQ: Tensor) -> tuple[Normal, Normal]:
        """Return p(s | z, y) and q(s | x, z, y), which starts from the former."""
        prior, count = self._prior(above_BDQQ), self.config.detail
        change = split(self.below(torch.cat((above_BDQQ, below_BDQQ), 1)))
        log_sd = (prior.log_sd + change.log_sd[:, :count]).clamp(*LOG_SD)
        return prior, Normal(prior.mean + change.mean[:, :count], log_sd)

    def _logits(self, above_BDQQ: Tensor, s_BCQQ: Tensor) -> Tensor:
        features_BDHW = self.decoder.pixels(above_BDQQ, s_BCQQ)
        return fn.conv2d(features_BDHW, self._colour_rows()[:, :, None, None]).float()


def _carried(code: Tensor, old: Normal, new: Normal) -> Tensor:
    """Return a code as many standard deviations from the new mean as it was from the old one, twice or half at most."""
    wider = (new.log_sd - old.log_sd).clamp(-WIDER, WIDER).exp()
    return new.mean + (code - old.mean) * wider


def split(both: Tensor) -> Normal:
    """Return the normal whose mean and log standard deviation are the halves of axis 1."""
    mean, log_sd = both.float().chunk(2, 1)
    return Normal(mean, log_sd.clamp(*LOG_SD))
