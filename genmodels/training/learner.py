"""Takes the steps of a training: networks, optimisers and averaged weights, on whatever Accelerate runs on.

Devices, mixed precision and several processes are Accelerate's business; nothing here asks which there are.
"""

import copy
import math

import torch
from accelerate import Accelerator
from torch import Tensor, nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from genmodels.api.configs import TrainConfig
from genmodels.runtime import seed_torch

BETAS = (0.9, 0.99)  # of AdamW


class DivergedError(Exception):
    """The loss or a gradient is no longer a number; no weight of this part was changed in this step."""


class Learner:
    """The parts of a recipe with their optimisers and averages."""

    def __init__(self, parts: dict[str, nn.Module], config: TrainConfig, accelerator: Accelerator) -> None:
        self.accelerator, self.config = accelerator, config
        parts = {name: part.to(accelerator.device) for name, part in parts.items()}
        self.averages = {name: copy.deepcopy(part).eval() for name, part in parts.items()}
        self._parts = {name: accelerator.prepare_model(part) for name, part in parts.items()}
        self._optimizers = {
            name: accelerator.prepare_optimizer(_optimizer(part, config)) for name, part in parts.items()
        }

    def step(self, batch: tuple[Tensor, ...], step: int, *, rate: float, decay: float, pieces: int) -> dict[str, float]:
        """Take a step with every part in turn and return their losses (of the whole batch, all processes together).

        Every process is given the whole batch and takes its own rows; pieces cuts those once more to save memory.
        Raises DivergedError, and what torch raises where memory is short.
        """
        world, rank = self.accelerator.num_processes, self.accelerator.process_index
        seed_torch(self.config.seed, step, *([rank] if rank else []))
        rows = [part.tensor_split(world)[rank].tensor_split(pieces) for part in batch]
        shares = [tuple(row.to(self.accelerator.device) for row in share) for share in zip(*rows, strict=True)]
        losses = {}
        for name, part in self._parts.items():
            part.train()
            optimizer = self._optimizers[name]
            optimizer.zero_grad(set_to_none=True)
            total = torch.zeros((), device=self.accelerator.device)
            for share in shares:
                if len(share[0]):
                    loss = part(*share) * world  # processes average their gradients; a batch's loss is a sum
                    self.accelerator.backward(loss)
                    total += loss.detach().float() / world
            norm = self.accelerator.clip_grad_norm_(part.parameters(), self.config.clip)
            losses[name] = float(self.accelerator.reduce(total, "sum").item())  # pyright: ignore[reportAttributeAccessIssue]
            if not math.isfinite(losses[name]) or not math.isfinite(float(norm or 0)):
                raise DivergedError
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
            _follow(self.averages[name], part, decay)
        return losses

    def release(self) -> None:
        """Give back the memory of gradients and of a step that failed half way."""
        for optimizer in self._optimizers.values():
            optimizer.zero_grad(set_to_none=True)
        if self.accelerator.device.type == "cuda":
            torch.cuda.empty_cache()

    def state(self) -> dict[str, Tensor]:
        """Return all tensors that are needed to go on exactly."""
        tensors: dict[str, Tensor] = {}
        for name, part in self._parts.items():
            tensors |= {f"part/{name}/{key}": v for key, v in self.accelerator.unwrap_model(part).state_dict().items()}
            tensors |= {f"average/{name}/{key}": v for key, v in self.averages[name].state_dict().items()}
            for number, moments in self._optimizers[name].state_dict()["state"].items():
                tensors |= {f"optimizer/{name}/{number}/{key}": value for key, value in moments.items()}
        return tensors

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Take up what `state` returned; raises RuntimeError or KeyError where it is of other networks."""
        for name, part in self._parts.items():
            self.accelerator.unwrap_model(part).load_state_dict(_under(f"part/{name}/", tensors))
            self.averages[name].load_state_dict(_under(f"average/{name}/", tensors))
            moments: dict[int, dict[str, Tensor]] = {}
            for key, value in _under(f"optimizer/{name}/", tensors).items():
                number, kind = key.split("/")
                moments.setdefault(int(number), {})[kind] = value.clone()
            optimizer = self._optimizers[name]
            optimizer.load_state_dict({"state": moments, "param_groups": optimizer.state_dict()["param_groups"]})


def _under(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}


def _optimizer(module: nn.Module, config: TrainConfig) -> torch.optim.Optimizer:
    """Return AdamW (Loshchilov & Hutter 2019, arXiv 1711.05101); biases, norms and other vectors do not decay."""
    matrices = [p for p in module.parameters() if p.ndim > 1]
    vectors = [p for p in module.parameters() if p.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": config.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=config.rate, betas=BETAS)


@torch.no_grad()
def _follow(average: nn.Module, module: nn.Module, decay: float) -> None:
    """Move the averaged weights towards the module's (exponential moving average)."""
    slow, fast = list[Tensor](average.parameters()), list[Tensor](module.parameters())
    get_ema_multi_avg_fn(decay)(slow, fast, 0)
