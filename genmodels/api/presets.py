"""What a preset of each family starts from."""

from typing import assert_never

from genmodels.api.configs import (
    Family,
    GANConfig,
    ImageVAEConfig,
    ModelConfig,
    PixelRNNConfig,
    Preset,
    TrainConfig,
    VerseVAEConfig,
    no_lecture,
)


def preset_configs(family: Family, preset: Preset) -> tuple[ModelConfig, TrainConfig]:
    """Return what a preset of a family starts from; flags and forms change single fields.

    Raises ConfigError where the family has no such preset.
    """
    match family:
        case Family.PIXELRNN:
            return _pixelrnn(preset)
        case Family.IMAGE_VAE:
            return _image_vae(preset)
        case Family.GAN:
            return _gan(preset)
        case Family.VERSE_VAE:
            return _verse_vae(preset)
        case _:
            assert_never(family)


def _pixelrnn(preset: Preset) -> tuple[PixelRNNConfig, TrainConfig]:
    match preset:
        case Preset.LECTURE:
            model = PixelRNNConfig(preset=preset, hidden=512, embedding=4, context=8, heads=1, dropout=0.0)
            plain = TrainConfig(
                epochs=150,
                batch=32,
                rate=1e-3,
                weight_decay=0.0,
                average=0.0,
                check_epochs=1,
                flip=0.0,
                turn=0.0,
                hue=0.0,
            )
            return model, plain
        case Preset.DEFAULT:
            return PixelRNNConfig(preset=preset), TrainConfig()
        case _:
            assert_never(preset)


def _image_vae(preset: Preset) -> tuple[ImageVAEConfig, TrainConfig]:
    match preset:
        case Preset.LECTURE:  # ten numbers, fully connected, squared error of RGB
            model = ImageVAEConfig(
                preset=preset, numbers=10, detail=0, width=16, dropout=0.0, kl=1.0, free=0.0, mixture=8, use_tags=False
            )
            plain = TrainConfig(batch=32, rate=1e-3, weight_decay=0.0, average=0.0, turn=0.0, hue=0.0)
            return model, plain
        case Preset.DEFAULT:
            return ImageVAEConfig(preset=preset), TrainConfig(batch=32, rate=2e-3, shift=1, turn=0.0, hue=0.25)
        case _:
            assert_never(preset)


def _gan(preset: Preset) -> tuple[GANConfig, TrainConfig]:
    match preset:
        case Preset.LECTURE:
            raise no_lecture()
        case Preset.DEFAULT:
            train = TrainConfig(
                batch=64,
                rate=2e-4,
                onward=1.0,
                weight_decay=0.0,
                clip=100.0,
                average=0.998,
                patience=0,
                shift=1,
                turn=0.0,
                hue=0.0,
            )
            return GANConfig(), train
        case _:
            assert_never(preset)


def _verse_vae(preset: Preset) -> tuple[VerseVAEConfig, TrainConfig]:
    match preset:
        case Preset.LECTURE:  # Bowman et al. 2015 (arXiv 1511.06349), section 3: annealed once, word dropout, no more
            model = VerseVAEConfig(
                preset=preset,
                numbers=16,
                reading=256,
                width=256,
                dropped=0.0,
                hidden_pieces=0.4,
                untold=0.0,
                autoencoding=0.0,
                cycles=1,
            )
            return model, TrainConfig(batch=32, rate=1e-3, weight_decay=0.0, average=0.0, flip=0.0, turn=0.0, hue=0.0)
        case Preset.DEFAULT:
            train = TrainConfig(
                batch=256, rate=2e-3, weight_decay=0.01, average=0.999, patience=0, flip=0.0, turn=0.0, hue=0.0
            )
            return VerseVAEConfig(), train
        case _:
            assert_never(preset)
