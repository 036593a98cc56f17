import numpy as np

from genmodels.media.contact_sheet import CELL, GAP, PAPER, VEIL, contact_sheet, tiled, veiled


def test_pictures_lie_row_by_row_enlarged_by_a_whole_factor(rgba):
    rgba[..., 3] = 255
    pictures = [np.roll(rgba, shift, axis=0) for shift in range(3)]
    sheet_HW4 = contact_sheet(pictures, columns=2)
    factor = CELL // 12
    step_y, step_x = 12 * factor + GAP, 10 * factor + GAP
    assert sheet_HW4.shape == (2 * step_y + GAP, 2 * step_x + GAP, 4)
    for picture_HW4, (row, column) in zip(pictures, [(0, 0), (0, 1), (1, 0)], strict=True):
        y, x = GAP + row * step_y, GAP + column * step_x
        cell_HW4 = sheet_HW4[y : y + 12 * factor, x : x + 10 * factor]
        for corner in (0, factor - 1):  # nothing in between: nearest neighbour
            assert np.array_equal(cell_HW4[corner::factor, corner::factor], picture_HW4)
    assert sheet_HW4[-1, -1].tolist() == [*PAPER, 255]


def test_tiles_lie_edge_to_edge_row_by_row(rgba):
    pictures_NHW4 = np.stack([np.roll(rgba, shift, axis=0) for shift in range(6)])
    sheet_HW4 = tiled(pictures_NHW4, columns=3)
    rows = [np.concatenate(pictures_NHW4[at : at + 3], axis=1) for at in (0, 3)]
    assert np.array_equal(sheet_HW4, np.concatenate(rows, axis=0))


def test_transparent_pixels_show_a_checkerboard_and_nothing_of_their_colour():
    clear_HW4 = np.zeros((8, 8, 4), dtype=np.uint8)
    clear_HW4[..., 0] = 255
    cell_HW4 = contact_sheet([clear_HW4], columns=1)[GAP:-GAP, GAP:-GAP]
    assert len(np.unique(cell_HW4.reshape(-1, 4), axis=0)) == 2
    assert (cell_HW4[..., 0] == cell_HW4[..., 1]).all()


def test_a_picture_larger_than_a_cell_keeps_its_size():
    assert contact_sheet([np.zeros((CELL + 1, 20, 4), dtype=np.uint8)], columns=1).shape[0] == CELL + 1 + 2 * GAP


def test_a_veil_lies_on_the_hidden_pixels_alone(rgba):
    before, mask_HW = rgba.copy(), np.zeros(rgba.shape[:2], dtype=bool)
    mask_HW[3:5] = True
    veiled_HW4 = veiled(rgba, mask_HW)
    assert (veiled_HW4[mask_HW] == [*VEIL, 255]).all()
    assert np.array_equal(veiled_HW4[~mask_HW], before[~mask_HW])
    assert np.array_equal(rgba, before)
