"""The card of a pack that a training makes: what its request says of it for people, and what its recipe adds."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from genmodels.api.codec import to_dict
from genmodels.api.configs import ModelConfig, TrainRequest
from genmodels.api.packs import FORMAT_VERSION, PackCard


def card_of(
    request: TrainRequest,
    shape: ModelConfig,
    *,
    learned: str,
    colours: tuple[str, ...] = (),
    record: Mapping[str, Any],
    metrics: Mapping[str, Any],
) -> PackCard:
    """Return the card; learned: how many examples of what, where the request does not say what it is trained on."""
    places = ", ".join(Path(source).name for source in request.data)
    return PackCard(
        format_version=FORMAT_VERSION,
        family=request.family.value,
        name=request.name,
        title=request.title or request.name,
        licence=request.licence,
        trained_on=request.trained_on or f"{learned} from {places}",
        config=to_dict(shape),
        colours=colours,
        record=dict(record),
        metrics=dict(metrics),
    )
