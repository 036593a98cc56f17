"""The window as a whole: packs, messages, keys, looks, and what it must not import."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import sent
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.application import Application
from app.engine import Engine
from app.main_window import MainWindow
from app.settings import Settings, Theme
from app.theme import DARK, LIGHT, Colours, apply_theme
from app.widgets.keys.keys_sheet import KeysSheet
from genmodels.api.errors import PackError

ROOT = Path(__file__).parents[2]


def test_qt_gives_back_the_references_it_takes(window: MainWindow) -> None:
    before = sys.getrefcount(None)
    for _ in range(2000):
        window.update()
    assert sys.getrefcount(None) > before - 1000, "this PySide6 would end the program after some minutes"


def test_building_the_window_leaves_torch_and_the_board_out() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from app.application import Application\n"
        "made = Application(QApplication([]))\n"
        "made.window.page.open_first(None)\n"
        "print([n for n in sys.modules if n == 'torch' or n.startswith('genmodels.models') or 'board' in n])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_choosing_a_pack_loads_it(qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    record = tmp_path / "lines"
    window = make_window("--record", str(record))
    qtbot.waitUntil(lambda: "ready" in window.bar.engine_text)
    window.page.panel.picker.choose("beta")
    qtbot.waitUntil(lambda: "ready" in window.bar.engine_text)
    assert [Path(str(line["pack"])).name for line in sent(record, "load_pack")] == ["alpha", "beta"]


def test_damaged_packs_are_explained_and_left_out(make_window: Callable[..., MainWindow], packs: Path) -> None:
    (packs / "gamma").mkdir()
    (packs / "gamma" / "pack.json").write_text("{", encoding="utf-8")
    window = make_window(ready=False)
    assert window.page.panel.picker.pack is not None
    assert window.page.panel.picker.pack.folder.name == "alpha"
    assert "gamma" in window.bar.text
    assert "ball.png" in window.windowTitle(), "the file is opened all the same"


def test_pack_that_vanished_fails_in_plain_words(
    qtbot: QtBot, make_window: Callable[..., MainWindow], packs: Path
) -> None:
    window = make_window(ready=False)
    (packs / "alpha" / "pack.json").unlink()
    engine = window.engine
    with qtbot.waitSignal(engine.became_ready, timeout=10_000):
        engine.start()
    qtbot.waitUntil(lambda: "There is no pack" in window.bar.text)


def test_without_packs_complete_says_so(qtbot: QtBot, home: Path, make_engine: Callable[..., Engine]) -> None:
    window = MainWindow(make_engine(), Settings(home / "settings.ini"))
    qtbot.addWidget(window)
    window.page.panel.picker.set_packs([], "")
    window.page.complete()
    assert "No pack completes sprites" in window.bar.text


def test_message_with_details(window: MainWindow) -> None:
    window.bar.fail(PackError("It broke.", hint="Mend it.", detail="line 1\nline 2"))
    assert window.bar.text == "It broke. Mend it."
    buttons = {one.text(): one for one in window.bar.findChildren(QAbstractButton) if one.isVisibleTo(window)}
    assert not window.bar.detail_shown
    buttons["Details"].click()
    assert window.bar.detail_shown
    buttons["Copy"].click()
    assert QApplication.clipboard().text() == "It broke.\nMend it.\nline 1\nline 2"


def test_keys_sheet_lists_every_shortcut(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_F1)
    sheet = window.findChild(KeysSheet)
    assert sheet is not None
    texts = {entry.text for section in window._key_sections() for entry in section.entries}
    assert {"Complete", "Selection brush", "Compare with the original"} <= texts
    sheet.close()


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    seen: dict[str, str] = {}
    for one in window.findChildren(QAction):
        for key in one.shortcuts() if one.isEnabled() else []:  # Enter plays, or applies what is looked at
            assert seen.setdefault(key.toString(), one.text()) == one.text(), key.toString()


def test_everything_that_takes_focus_has_a_name(window: MainWindow) -> None:
    for widget in window.page.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window)
        if takes_focus and widget.focusProxy() is None and not widget.objectName().startswith("qt_"):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_text_can_be_read(look: Colours) -> None:
    for ink, ground in (
        (look.text, look.panel), (look.text, look.raised), (look.muted, look.panel), (look.muted, look.raised),
        (look.on_accent, look.accent), (look.error, look.panel),
    ):  # fmt: skip
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(look.field_line, look.panel) >= 3
    assert contrast(look.accent, look.surround) >= 3


def contrast(one: str, other: str) -> float:
    """Return WCAG 2's contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_settings_survive(home: Path, window: MainWindow) -> None:
    window.page.panel.set_temperature(0.55)
    window.page.panel.picker.choose("beta")
    window.close()
    again = Settings(home / "settings.ini")
    assert again.temperature == 0.55
    assert again.pack == "beta"
    assert not again.geometry.isEmpty()


def test_damaged_settings_give_defaults(home: Path) -> None:
    home.mkdir()
    (home / "settings.ini").write_text("[complete]\ntemperature=warm\n[window]\ntheme=plaid\ngeometry=7\n")
    settings = Settings(home / "settings.ini")
    assert settings.temperature == 0.9
    assert settings.theme is Theme.SYSTEM
    assert settings.geometry.isEmpty()


def test_looks_change_at_once(swept: None, qapp: QApplication, window: MainWindow) -> None:
    apply_theme(qapp, Theme.DARK)
    dark = window.grab().toImage().pixelColor(5, 200).lightness()
    apply_theme(qapp, Theme.LIGHT)
    assert window.grab().toImage().pixelColor(5, 200).lightness() > dark + 100


def test_engine_starts_after_the_first_paint_and_ends_with_the_window(
    swept: None, qtbot: QtBot, qapp: QApplication, home: Path, packs: Path
) -> None:
    fake = ROOT / "tests" / "fake_engine.py"
    made = Application(qapp, (sys.executable, str(fake)))
    assert made.engine.process_id == 0
    with qtbot.waitSignal(made.engine.became_ready, timeout=10_000):
        made.window.show()
    with qtbot.waitSignal(made.engine.stopped, timeout=10_000):
        made.window.close()
        assert not made.window.isVisible(), "the window does not wait for the engine"
    made.window.deleteLater()


def test_what_nothing_caught_is_shown_and_logged(
    swept: None, qtbot: QtBot, qapp: QApplication, home: Path, packs: Path
) -> None:
    made = Application(qapp, ("unused",))
    qtbot.addWidget(made.window)
    error = RuntimeError("a defect")
    made.report(RuntimeError, error, None)
    assert "Something went wrong" in made.window.bar.text
    assert "a defect" in (home / "logs" / "window.log").read_text()


def test_every_tool_leaves_the_window_narrow_enough_for_a_small_screen(window: MainWindow) -> None:
    for command in [one for one in window.page.rail.actions_ if one is not None]:
        command.trigger()
        assert window.minimumSizeHint().width() <= 1000, command.text()
