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
from genmodels.api.errors import is_out_of_memory
from genmodels.runtime import seed_torch


class DivergedError(Exception):
    """The loss or a gradient is no longer a number; no weight of this part was changed in this step."""


class Learner:
    """The parts of a recipe with their optimisers and averages."""

    def __init__(
        self, parts: dict[str, nn.Module], config: TrainConfig, accelerator: Accelerator, betas: tuple[float, float]
    ) -> None:
        """betas: AdamW's."""
        self.accelerator, self.config = accelerator, config
        parts = {name: part.to(accelerator.device) for name, part in parts.items()}
        self.averages = {name: copy.deepcopy(part).eval() for name, part in parts.items()}
        self._parts = {name: accelerator.prepare_model(part) for name, part in parts.items()}
        self._optimizers = {
            name: accelerator.prepare_optimizer(_optimizer(part, config, betas)) for name, part in parts.items()
        }

    def step(
        self, batch: tuple[Tensor, ...], step: int, *, rate: float, decay: float, pieces: int
    ) -> tuple[dict[str, float], int]:
        """Take a step with every part in turn; return their losses and in how many pieces the batch was taken.

        Losses are of the whole batch, all processes together. Every process is given the whole batch and takes its own
        rows, cut into pieces to save memory: into more than asked for where that was not enough. Raises DivergedError.
        """
        losses = dict[str, float]()
        for number, name in enumerate(self._parts):
            words = (self.config.seed, step, self.accelerator.process_index, number)
            while True:
                seed_torch(*words[: 4 if number else 3 if words[2] else 2])
                try:
                    losses[name] = self._gradient(name, batch, pieces)
                    break
                except (RuntimeError, MemoryError) as error:
                    is_last = pieces >= len(batch[0]) or self.accelerator.num_processes > 1
                    if is_last or not is_out_of_memory(error):
                        raise
                pieces *= 2
                self._release()
            self._move(name, losses[name], rate, decay)
        return losses, pieces

    def _gradient(self, name: str, batch: tuple[Tensor, ...], pieces: int) -> float:
        """Fill a part's gradients and return its loss."""
        world, rank = self.accelerator.num_processes, self.accelerator.process_index
        rows = [tensor.tensor_split(world)[rank].tensor_split(pieces) for tensor in batch]
        part, total = self._parts[name], torch.zeros((), device=self.accelerator.device)
        part.train()
        self._optimizers[name].zero_grad(set_to_none=True)
        for share in zip(*rows, strict=True):
            if len(share[0]):
                loss = part(*(tensor.to(self.accelerator.device) for tensor in share))
                self.accelerator.backward(loss * world)  # processes average their gradients; a batch's loss is a sum
                total += loss.detach().float()
        return float(self.accelerator.reduce(total, "sum").item())  # pyright: ignore[reportAttributeAccessIssue]

    def _move(self, name: str, loss: float, rate: float, decay: float) -> None:
        """Take a part's step along its gradients, and its average after it; raises DivergedError."""
        part, optimizer = self._parts[name], self._optimizers[name]
        norm = self.accelerator.clip_grad_norm_(part.parameters(), self.config.clip)
        if not math.isfinite(loss) or not math.isfinite(float(norm or 0)):
            raise DivergedError
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.step()
        _follow(self.averages[name], part, decay)

    def _release(self) -> None:
        """Give back the memory of a step that failed half way."""
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


def _optimizer(module: nn.Module, config: TrainConfig, betas: tuple[float, float]) -> torch.optim.Optimizer:
    """Return AdamW (Loshchilov & Hutter 2019, arXiv 1711.05101); biases, norms and other vectors do not decay."""
    matrices = [p for p in module.parameters() if p.ndim > 1]
    vectors = [p for p in module.parameters() if p.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": config.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=config.rate, betas=betas)


@torch.no_grad()
def _follow(average: nn.Module, module: nn.Module, decay: float) -> None:
    """Move the averaged weights towards the module's (exponential moving average)."""
    slow, fast = list[Tensor](average.parameters()), list[Tensor](module.parameters())
    get_ema_multi_avg_fn(decay)(slow, fast, 0)
