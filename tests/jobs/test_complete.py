from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genmodels.api.errors import ConfigError, GenError, InputError, PackError
from genmodels.api.messages import Complete, Done, Log, PaletteRule, Preview, Progress
from genmodels.api.packs import read_card
from genmodels.jobs.complete import complete
from genmodels.media.colours import from_hex
from genmodels.media.sprite import decode_png, encode_png


def request_of(pack: Path, rgba_HWC: np.ndarray, mask_HW: np.ndarray, **options: object) -> Complete:
    mask_HWC = np.repeat(mask_HW[..., None], 4, axis=-1).astype(np.uint8) * 255
    fields = {"pack": str(pack), "sprite": encode_png(rgba_HWC), "mask": encode_png(mask_HWC), "seeds": (7,)}
    return Complete(**fields | options)


def pictures_of(request: Complete) -> list[np.ndarray]:
    *_, done = complete(request)
    assert isinstance(done, Done)
    assert [candidate.seed for candidate in done.candidates] == list(request.seeds)
    return [decode_png(candidate.picture).rgba_HWC for candidate in done.candidates]


def colours_in(rgba_N4: np.ndarray) -> set[bytes]:
    return {bytes(colour) for colour in rgba_N4.reshape(-1, 4)}


@pytest.fixture
def lower(rgba) -> np.ndarray:
    mask_HW = np.zeros(rgba.shape[:2], dtype=bool)
    mask_HW[6:] = True
    return mask_HW


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), rule=st.sampled_from(PaletteRule))
def test_nothing_outside_the_mask_ever_changes_and_the_palette_is_kept(tiny_pack, data, rule):
    shape = data.draw(st.tuples(st.integers(4, 18), st.integers(4, 18)))
    palette_T4 = data.draw(arrays(np.uint8, (5, 4)))
    rgba_HWC = palette_T4[data.draw(arrays(np.uint8, shape, elements=st.integers(0, 4)))]
    mask_HW = data.draw(arrays(bool, shape).filter(np.any))
    listed = ("ff8800ff", "00000000", "123456ff")
    request = request_of(tiny_pack, rgba_HWC, mask_HW, seeds=(1, 2), palette=rule, colours=listed)
    for picture_HWC in pictures_of(request):
        assert np.array_equal(picture_HWC[~mask_HW], rgba_HWC[~mask_HW])
        drawn, own = colours_in(picture_HWC[mask_HW]), colours_in(rgba_HWC[~mask_HW])
        if rule is PaletteRule.LIST:
            assert drawn <= colours_in(from_hex(listed))
        elif rule is PaletteRule.SPRITE and any(colour[3] for colour in own):
            assert drawn <= own
        else:
            assert drawn <= own | colours_in(from_hex(read_card(tiny_pack).colours))


def test_previews_laid_on_the_sprite_give_the_results(tiny_pack, rgba, lower):
    big_HWC, big_HW = np.tile(rgba, (2, 2, 1)), np.tile(lower, (2, 2))
    laid = [big_HWC.copy() for _ in range(2)]
    progress, result = [], None
    for event in complete(request_of(tiny_pack, big_HWC, big_HW, seeds=(3, 4))):
        match event:
            case Preview(index=index, x=x, y=y):
                part_HWC = decode_png(event.picture).rgba_HWC
                laid[index][y : y + part_HWC.shape[0], x : x + part_HWC.shape[1]] = part_HWC
            case Progress(done=done, total=total):
                progress.append((done, total))
            case Done():
                result = event
    for candidate, laid_HWC in zip(result.candidates, laid, strict=True):
        assert np.array_equal(decode_png(candidate.picture).rgba_HWC, laid_HWC)
        assert candidate.bits_per_pixel > 0
    assert progress == sorted(progress)
    assert progress[-1] == (2 * big_HW.sum(),) * 2


def test_a_seed_gives_the_same_pixels_alone_and_among_others(tiny_pack, rgba, lower):
    request = request_of(tiny_pack, rgba, lower, seeds=(5, 6, 7, 2**63 - 1))
    together = pictures_of(request)
    assert np.array_equal(pictures_of(replace(request, seeds=(7,)))[0], together[2])
    assert len({picture.tobytes() for picture in together}) > 1


def test_a_seed_gives_the_same_pixels_through_several_windows_too(tiny_pack, rgba, lower):
    request = request_of(tiny_pack, np.tile(rgba, (2, 2, 1)), np.tile(lower, (2, 2)), seeds=(5, 6, 7))
    assert np.array_equal(pictures_of(replace(request, seeds=(7,)))[0], pictures_of(request)[2])


def test_temperature_0_is_the_same_for_every_seed(tiny_pack, rgba, lower):
    first, second = pictures_of(request_of(tiny_pack, rgba, lower, seeds=(1, 2), temperature=0.0))
    assert np.array_equal(first, second)


def logs(request: Complete) -> list[str]:
    return [event.text for event in complete(request) if isinstance(event, Log)]


def test_windows_and_fallbacks_are_said(tiny_pack, rgba, lower):
    small_HW = np.zeros_like(lower)
    small_HW[3:5, 3:6] = True
    assert "through a window of 8×8" in logs(request_of(tiny_pack, rgba, small_HW))[0]
    assert "through 2 windows" in logs(request_of(tiny_pack, rgba, lower))[0]
    assert logs(request_of(tiny_pack, rgba[:8, :8], small_HW[:8, :8])) == []
    whole = request_of(tiny_pack, rgba[:8, :8], np.ones((8, 8), dtype=bool), palette=PaletteRule.SPRITE)
    assert "No colour is visible" in logs(whole)[0]


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"seeds": ()}, ConfigError, "0 candidates"),
        ({"seeds": tuple(range(65))}, ConfigError, "65 candidates"),
        ({"seeds": (-1,)}, ConfigError, "seed"),
        ({"temperature": 2.5}, ConfigError, "temperature is 2.5"),
        ({"nucleus": 0.0}, ConfigError, "nucleus is 0"),
        ({"palette": PaletteRule.LIST}, ConfigError, "list of colours is empty"),
        ({"palette": PaletteRule.LIST, "colours": ("red",)}, ConfigError, "not a colour"),
        ({"sprite": "!"}, InputError, "base64"),
        ({"mask": encode_png(np.full((3, 4, 4), 255, dtype=np.uint8))}, InputError, "4×3, the sprite 10×12"),
        ({"mask": encode_png(np.zeros((12, 10, 4), dtype=np.uint8))}, InputError, "hides nothing"),
        ({"pack": "/nowhere/at-all"}, PackError, "no pack"),
    ],
)
def test_bad_requests_say_what_to_do(tiny_pack, rgba, lower, options, error, words):
    request = replace(request_of(tiny_pack, rgba, lower), **options)
    with pytest.raises(GenError, match=words) as caught:
        list(complete(request))
    assert isinstance(caught.value, error)
