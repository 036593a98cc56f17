"""All that can be set about a training of one family, folded away: made from the family's own configs."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.packs.subject_words import words_about
from app.widgets.training.config_form import ConfigForm
from app.widgets.training.fold import Fold
from genmodels.api.configs import Family, ModelConfig, Preset, TrainConfig
from genmodels.api.families import learns_from
from genmodels.api.presets import preset_configs
from genmodels.api.reports import Subject

_ELSEWHERE = ("device",)  # what is chosen outside the form
_OF_PICTURES = ("flip", "shift", "turn", "hue")  # lines are not altered


class FamilyForms(QWidget):
    """How to train, and the network; `changed` follows every change."""

    changed = Signal()

    def __init__(self, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model, train = preset_configs(family, Preset.DEFAULT)
        subject = learns_from(family)
        without = (*_ELSEWHERE, *(_OF_PICTURES if subject is Subject.VERSE else ()))
        self.training = ConfigForm(train, self._training_titles(subject), {}, self, without=without)
        self.network = ConfigForm(model, self._network_titles(subject), {}, self)
        self._folds = [
            (Fold(self.tr("Training"), self.training, self), self.training),
            (Fold(self.tr("Network"), self.network, self), self.network),
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for fold, form in self._folds:
            layout.addWidget(fold)
            form.changed.connect(self._on_changed)

    def train(self, device: str) -> TrainConfig | None:
        """Return how to train on this device; None while a value cannot be."""
        config: TrainConfig | None = self.training.config
        return replace(config, device=device) if config else None

    @property
    def model(self) -> ModelConfig | None:
        """The network; None while a value cannot be."""
        return self.network.config

    def _on_changed(self) -> None:
        for fold, form in self._folds:
            fold.note(self.tr("{0} changed").format(form.changes) if form.changes else "")
        self.changed.emit()

    def _training_titles(self, subject: Subject) -> dict[str, str]:
        words = words_about(subject)
        return {
            "max_minutes": self.tr("End within, minutes"),
            "epochs": words.passes,
            "batch": words.batch,
            "rate": self.tr("Learning rate"),
            "onward": self.tr("Share of it when going on"),
            "flip": self.tr("Mirror"),
            "shift": self.tr("Shift, px"),
            "turn": self.tr("Turn"),
            "hue": self.tr("Rotate hues"),
            "patience": self.tr("Patience, checks"),
            "check_epochs": self.tr("Epochs between checks"),
            "average": self.tr("Averaging of weights"),
            "weight_decay": self.tr("Weight decay"),
            "clip": self.tr("Largest gradient"),
            "seed": self.tr("Seed"),
            "save_seconds": self.tr("Seconds between saves"),
        }

    def _network_titles(self, subject: Subject) -> dict[str, str]:
        """Return the titles of all families' settings; what several have means the same in each that sees pictures."""
        of_verse = {"embedding": self.tr("Embedding of a piece"), "width": self.tr("Cells that write")}
        titles = {
            "size": self.tr("Side of the square, px"),
            "colours": self.tr("Colour clusters"),
            "hidden": self.tr("Cells"),
            "embedding": self.tr("Colour embedding"),
            "context": self.tr("Channels of context"),
            "heads": self.tr("Attention heads"),
            "dropout": self.tr("Dropout"),
            "numbers": self.tr("Numbers of a code"),
            "detail": self.tr("Channels of detail"),
            "width": self.tr("Channels at full size"),
            "kl": self.tr("Weight of the KL terms"),
            "free": self.tr("Free nats of a number"),
            "mixture": self.tr("Components of the mixture"),
            "use_tags": self.tr("Tags from sub-folders"),
            "channels": self.tr("Channels"),
            "penalty": self.tr("Gradient penalty"),
            "penalty_every": self.tr("Steps per penalty"),
            "holes": self.tr("Pictures with a hole"),
            "noise_start": self.tr("Noise at first"),
            "noise_end": self.tr("Noise in the end"),
            "noise_steps": self.tr("Steps to half of it"),
            "vocabulary": self.tr("Pieces of words"),
            "reading": self.tr("Cells that read"),
            "dropped": self.tr("Dropped in reading"),
            "hidden_pieces": self.tr("Hidden in writing"),
            "untold": self.tr("Written without code"),
            "autoencoding": self.tr("Share without KL"),
            "cycles": self.tr("Cycles of the KL term"),
        }
        return titles | of_verse if subject is Subject.VERSE else titles
