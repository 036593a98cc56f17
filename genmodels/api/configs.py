"""What can be set about a model and a training; one dataclass field feeds the flag, the form and the docs."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, assert_never

from genmodels.api.errors import ConfigError
from genmodels.api.packs import check_name


class Family(StrEnum):
    """What a pack can do."""

    PIXELRNN = "pixelrnn"  # completes sprites
    IMAGE_VAE = "image-vae"  # morphs and explores pictures
    GAN = "gan"  # makes fresh sprites
    VERSE_VAE = "verse-vae"  # writes verse


class Script(StrEnum):
    """What a line of verse is written in."""

    LATIN = "latin"
    HAN = "han"
    MIXED = "mixed"  # both, or one of them with a third
    OTHER = "other"


class Effort(StrEnum):
    """How long to train; what that means in steps is the family's to say."""

    QUICK = "quick"
    GOOD = "good"
    BEST = "best"


class Fit(StrEnum):
    """How a picture comes onto the square that the model sees."""

    CENTRE = "centre"  # contents in the middle; what is too large is scaled down by a whole factor
    CROP = "crop"  # contents in the middle; what is too large is cut off
    CORNER = "corner"  # as it lies, from the top left corner; what is too large is cut off


class Frames(StrEnum):
    """Which frames of an animation are pictures."""

    FIRST = "first"
    ALL = "all"


class Layers(StrEnum):
    """What of an .aseprite file is a picture."""

    FLAT = "flat"  # all visible layers, flattened
    EACH = "each"  # every visible layer by itself


class Preset(StrEnum):
    """The two models of each family."""

    LECTURE = "lecture"  # as in Hung-yi Lee's lecture, to compare with
    DEFAULT = "default"  # ours


def _option(default: Any, text: str) -> Any:
    return field(default=default, metadata={"help": text})


def _check(config: Any, limits: dict[str, tuple[float, float]]) -> None:
    for name, (low, high) in limits.items():
        value = getattr(config, name)
        if not low <= value <= high:
            raise ConfigError(f"{name} is {value}.", hint=f"It can be {low} to {high}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingConfig:
    """How files become pictures; the files stay as they are."""

    fit: Fit = _option(Fit.CENTRE, "how a picture comes onto the square: centre, crop or corner")
    cell_width: int = _option(0, "width of the cells that sheets are cut into, pixels; 0 takes pictures whole")
    cell_height: int = _option(0, "height of the cells that sheets are cut into, pixels; 0 means as wide")
    frames: Frames = _option(Frames.FIRST, "frames of animations: first or all")
    layers: Layers = _option(Layers.FLAT, "layers of .aseprite files: flat or each")
    keep_duplicates: bool = _option(default=False, text="keep pictures that are the same to the pixel")
    exclude: tuple[str, ...] = ()  # names of pictures to leave out, as the report names them

    def __post_init__(self) -> None:
        """Reject cells that no sheet has."""
        _check(self, {"cell_width": (0, 1024), "cell_height": (0, 1024)})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseConfig:
    """How text files become lines of verse; the files stay as they are."""

    latin_shortest: int = _option(8, "characters of a line in Latin letters at least")
    latin_longest: int = _option(100, "characters of a line in Latin letters at most")
    han_shortest: int = _option(3, "characters of a line of Chinese at least, marks aside")
    han_longest: int = _option(30, "characters of a line of Chinese at most, marks aside")
    split: bool = _option(default=True, text="split lines of Chinese at ，。！？； into lines of their own")

    def __post_init__(self) -> None:
        """Reject lengths that no line can have."""
        _check(self, {
            "latin_shortest": (1, 200), "latin_longest": (self.latin_shortest, 200),
            "han_shortest": (1, 200), "han_longest": (self.han_shortest, 200),
        })  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PixelRNNConfig:
    """The network of a PixelRNN; enough, with its colours, to build it again."""

    preset: Preset = Preset.DEFAULT
    size: int = _option(0, "side of the square the model sees, pixels; 0 takes it from the data")
    colours: int = _option(0, "colour clusters, transparency among them; 0 takes as many as the data needs")
    hidden: int = _option(256, "cells of the recurrence")
    embedding: int = _option(64, "numbers per colour embedding")
    context: int = _option(96, "channels of the convolutional reading of the visible pixels")
    heads: int = _option(4, "attention heads, each of which can point at colours")
    dropout: float = _option(0.3, "share of features dropped in training")

    def __post_init__(self) -> None:
        """Reject sizes that no memory holds; packs come from strangers."""
        limits = {
            "size": (0, 64), "colours": (0, 512), "hidden": (8, 1024), "embedding": (4, 256),
            "context": (8, 256), "heads": (1, 8), "dropout": (0, 0.9),
        }  # fmt: skip
        _check(self, limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageVAEConfig:
    """The networks of an image VAE; enough, with its colours, to build it again."""

    preset: Preset = Preset.DEFAULT
    size: int = _option(0, "side of the square the model sees, pixels, a multiple of 4; 0 takes it from the data")
    colours: int = _option(0, "colour clusters, transparency among them; 0 takes as many as the data needs")
    numbers: int = _option(64, "numbers of the global code: what a morph and the sliders move")
    detail: int = _option(16, "channels of the spatial code, a quarter of the size a side, a multiple of 4; 0 for none")
    width: int = _option(64, "channels of the convolutions at full size, a multiple of 16")
    dropout: float = _option(0.0, "share of features dropped in training")
    kl: float = _option(0.1, "weight of the KL terms (beta); 1 is the ELBO, 0 an autoencoder")
    free: float = _option(0.5, "nats that each number of the global code may carry for nothing (free bits)")
    mixture: int = _option(16, "components of the Gaussian mixture fitted to the codes")
    use_tags: bool = _option(default=True, text="take tags from sub-folder names, so that a tag can be changed")
    tags: tuple[str, ...] = ()  # what use_tags found, in order; code 0 stands for no tag

    def __post_init__(self) -> None:
        """Reject sizes that no memory holds; packs come from strangers."""
        limits = {
            "size": (0, 64), "colours": (0, 512), "numbers": (1, 256), "detail": (0, 64), "width": (16, 256),
            "dropout": (0, 0.9), "kl": (0, 100), "free": (0, 100), "mixture": (1, 64),
        }  # fmt: skip
        _check(self, limits)
        if self.size % 4 or 0 < self.size < 8 or self.detail % 4 or self.width % 16 or len(self.tags) > 64:
            what = f"size {self.size}, detail {self.detail}, width {self.width} and {len(self.tags)} tags"
            hint = "Size, 8 or more, and detail are multiples of 4, width of 16; there are at most 64 tags."
            raise ConfigError(f"An image VAE of {what} cannot be.", hint=hint)
        if self.preset is Preset.LECTURE and self.detail:
            raise ConfigError("The lecture's image VAE has no spatial code.", hint="Leave its detail at 0.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GANConfig:
    """The networks of a GAN that works in the codes of an image VAE; with the pack's colours enough to build it again.

    The image VAE is the one that the training begins with; the pack holds it too, so that it needs no other.
    """

    preset: Preset = Preset.DEFAULT
    size: int = _option(0, "side of the square the model sees, pixels, as the image VAE's; 0 takes it from the data")
    colours: int = 0  # the image VAE's
    numbers: int = _option(128, "random numbers that a picture is made of: what the sliders move")
    channels: int = _option(128, "channels of the convolutions, of generator and critic")
    penalty: float = _option(0.5, "weight of the penalties on the critic's gradients (gamma of R1 and R2)")
    penalty_every: int = _option(2, "steps from one penalty to the next, which weighs as much more")
    holes: float = _option(0.3, "share of pictures that the critic sees with a hole")
    noise_start: float = _option(0.5, "noise on the codes that the critic sees at first, in their standard deviations")
    noise_end: float = _option(0.25, "noise on the codes that the critic sees in the end")
    noise_steps: int = _option(4000, "steps in which that noise falls by half the way that is left")
    vae: ImageVAEConfig | None = None  # the image VAE's; None until the training has begun
    originals: int = 0  # training pictures that the pack knows again

    def __post_init__(self) -> None:
        """Reject sizes that no memory holds; packs come from strangers."""
        limits = {
            "size": (0, 64), "colours": (0, 512), "numbers": (2, 256), "channels": (8, 512), "penalty": (0, 1e4),
            "penalty_every": (1, 64), "holes": (0, 1), "noise_start": (0, 2), "noise_end": (0, self.noise_start),
            "noise_steps": (1, 1_000_000), "originals": (0, 200_000),
        }  # fmt: skip
        _check(self, limits)
        if self.size % 4 or 0 < self.size < 8:
            raise ConfigError(f"A GAN cannot see {self.size}×{self.size} pixels.", hint="Choose 8, 12, 16 … 64.")
        if self.preset is not Preset.DEFAULT:
            raise no_lecture()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseVAEConfig:
    """The networks of a verse VAE and the pieces it spells lines with; enough to build it again."""

    preset: Preset = Preset.DEFAULT
    script: Script = Script.LATIN  # of the verse; found in the data
    pieces: tuple[str, ...] = ()  # what lines are spelt with; found in the data
    written: int = 0  # lines that the pack knows to be already written
    vocabulary: int = _option(4000, "pieces that words are spelt with; characters of Chinese are as many as there are")
    numbers: int = _option(128, "numbers of the code")
    embedding: int = _option(192, "numbers of a piece's embedding")
    reading: int = _option(256, "cells of the encoder, each way")
    width: int = _option(512, "cells of the decoder")
    dropped: float = _option(0.15, "share of pieces that the encoder does not see at first (denoising)")
    hidden_pieces: float = _option(0.3, "share of pieces before the next one that the decoder does not see at first")
    untold: float = _option(0.15, "share of lines that the decoder writes without their code, to learn what is fluent")
    kl: float = _option(1.0, "weight of the KL term in the end (beta); 1 is the ELBO, 0 an autoencoder")
    autoencoding: float = _option(0.3, "share of the training in which that weight is 0, before it comes in cycles")
    cycles: int = _option(2, "times that the weight of the KL term rises from 0 (cyclical annealing)")

    def __post_init__(self) -> None:
        """Reject sizes that no memory holds; packs come from strangers."""
        limits = {
            "vocabulary": (64, 32_000), "numbers": (2, 512), "embedding": (4, 1024), "reading": (4, 1024),
            "width": (4, 2048), "dropped": (0, 0.9), "hidden_pieces": (0, 0.9), "untold": (0, 0.9),
            "kl": (0, 100),
            "autoencoding": (0, 0.9), "cycles": (1, 20), "written": (0, 4_000_000),
        }  # fmt: skip
        _check(self, limits)
        if len(self.pieces) > 64_000 or any(not 1 <= len(piece) <= 32 for piece in self.pieces):
            message = "The pieces of a verse VAE are too many, empty or too long."
            raise ConfigError(message, hint="There are at most 64,000, of 1 to 32 characters.")


ModelConfig = PixelRNNConfig | ImageVAEConfig | GANConfig | VerseVAEConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """How to train; the same for every family."""

    seed: int = _option(1, "seed of everything random in the run")
    epochs: int = _option(0, "passes over the training data; 0 leaves it to the effort")
    max_minutes: float = _option(
        0.0, "end within this many minutes, the learning rate falling in time; 0 sets no limit"
    )
    batch: int = _option(8, "pictures or lines per step; small sets learn by steps, not by epochs")
    rate: float = _option(2e-3, "peak learning rate")
    onward: float = _option(0.25, "share of the peak rate for a run that goes on from a pack, which knows much already")
    weight_decay: float = _option(0.05, "AdamW's weight decay")
    clip: float = _option(1.0, "largest norm of the gradient")
    average: float = _option(0.998, "decay per step of the averaged weights (EMA); 0 keeps the raw ones")
    patience: int = _option(10, "end after this many checks without a better held-out figure; 0 never")
    check_epochs: int = _option(0, "epochs from one held-out check to the next; 0 makes twenty checks")
    flip: float = _option(0.5, "share of pictures mirrored left to right")
    shift: int = _option(0, "largest shift of a picture, pixels")
    turn: float = _option(0.25, "share of pictures turned upside down or on their side, and told so")
    hue: float = _option(0.25, "share of pictures with all hues rotated, and told so")
    save_seconds: float = _option(60.0, "seconds from one saved state to the next")
    device: str = _option("auto", "auto, cpu, cuda or mps")

    def __post_init__(self) -> None:
        """Reject values that cannot train."""
        limits = {
            "seed": (0, 2**63 - 1), "epochs": (0, 100_000), "max_minutes": (0, 100_000), "batch": (1, 4096),
            "rate": (1e-7, 1), "onward": (1e-3, 1), "weight_decay": (0, 10), "clip": (1e-3, 1e3),
            "average": (0, 0.99999), "patience": (0, 10_000), "check_epochs": (0, 1000), "flip": (0, 1),
            "shift": (0, 16), "turn": (0, 1), "hue": (0, 1), "save_seconds": (0, 3600),
        }  # fmt: skip
        _check(self, limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRequest:
    """One training: with the data, all that is needed to repeat it. A run folder keeps it as run.json."""

    name: str  # of the pack to make
    data: tuple[str, ...]  # folders of pictures, the lecture's text files; for verse text files, and folders of them
    run: str  # the run folder
    family: Family = Family.PIXELRNN
    start: str = ""  # folder of the pack to go on from; empty starts from scratch
    effort: Effort = Effort.GOOD
    reading: ReadingConfig = field(default_factory=ReadingConfig)
    verse: VerseConfig = field(default_factory=VerseConfig)  # the same for verse
    valid: str = ""  # which pictures are held out: a list of subjects, last-N, or empty for a tenth
    title: str = ""  # of the pack, for people
    licence: str = "Yours: it follows from what it was trained on."
    trained_on: str = ""  # which data, whose, in plain words
    command: str = ""  # the command line, for the record
    model: ModelConfig = field(default_factory=PixelRNNConfig)  # of the family
    train: TrainConfig = field(default_factory=TrainConfig)

    def __post_init__(self) -> None:
        """Reject names that are not plain, since a pack's name is its folder's, and another family's networks."""
        check_name(self.name)
        if self.family is not family_of(self.model):
            message = f"The networks of a {family_of(self.model)} cannot be trained as {self.family}."
            raise ConfigError(message, hint="Give the model's settings for the family that is asked for.")


def family_of(model: ModelConfig) -> Family:
    """Return which family such networks are of."""
    match model:
        case PixelRNNConfig():
            return Family.PIXELRNN
        case ImageVAEConfig():
            return Family.IMAGE_VAE
        case GANConfig():
            return Family.GAN
        case VerseVAEConfig():
            return Family.VERSE_VAE
        case _:
            assert_never(model)


def no_lecture() -> ConfigError:
    """Return why a GAN has no lecture preset."""
    return ConfigError("There is no GAN of the lecture's.", hint="Choose the default preset.")
