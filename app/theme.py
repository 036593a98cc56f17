"""How the window looks: its colours in light and dark, the style sheet made from them, and icons in their ink."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.settings import Theme
from genmodels.api import paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one look; text on its ground keeps a contrast of at least 4.5 to 1."""

    ground: str  # behind everything
    panel: str  # tools, side panel, strip
    raised: str  # buttons and fields
    hovered: str
    line: str  # borders
    field_line: str  # borders of what can be changed: 3 to 1 against the panel
    text: str
    muted: str  # second thoughts: hints, seeds
    faint: str  # what cannot be used now
    accent: str
    accent_hovered: str
    on_accent: str
    error: str
    surround: str  # round the sprite
    check_light: str  # the squares behind transparent pixels: mid greys, on which dark and light outlines show
    check_dark: str
    mask: str  # the same hue in both looks; hatching and outline carry it for colour-blind eyes


# Letters of verse, the Latin ones first: what a system lacks is skipped, and Chinese comes from the first that has it.
SERIF = (
    "Source Serif 4", "Noto Serif", "Charter", "Georgia", "Palatino Linotype", "Palatino", "P052", "DejaVu Serif",
    "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", "SimSun", "serif",
)  # fmt: skip

Ink = Callable[[Colours], str]  # which of the colours an icon is drawn in

DARK = Colours(
    ground="#1d1e22", panel="#25262b", raised="#33353c", hovered="#3f4149", line="#383a42", field_line="#70737f",
    text="#ececf1", muted="#a9abb6", faint="#62656f", accent="#6ea8ff", accent_hovered="#8dbbff", on_accent="#0c1628",
    error="#ff8f86", surround="#17181b", check_light="#8a8d97", check_dark="#80838d", mask="#f0559f",
)  # fmt: skip
LIGHT = Colours(
    ground="#eeeff2", panel="#fafafc", raised="#ffffff", hovered="#e6e8ee", line="#d6d8df", field_line="#878b97",
    text="#1c1d22", muted="#5b5e6a", faint="#b4b7c0", accent="#2460d6", accent_hovered="#1b4fb8", on_accent="#ffffff",
    error="#b3261e", surround="#eceef2", check_light="#d2d5dd", check_dark="#c5c9d2", mask="#d0257a",
)  # fmt: skip


def current() -> Colours:
    """Return the colours of the look that the application shows now."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Show this look everywhere; `system` follows the desktop from now on."""
    hints = application.styleHints()
    match theme:
        case Theme.SYSTEM:
            hints.unsetColorScheme()
        case Theme.LIGHT:
            hints.setColorScheme(Qt.ColorScheme.Light)
        case Theme.DARK:
            hints.setColorScheme(Qt.ColorScheme.Dark)
    dark = hints.colorScheme() == Qt.ColorScheme.Dark if theme is Theme.SYSTEM else theme is Theme.DARK
    colours = DARK if dark else LIGHT
    application.setPalette(palette(colours))
    sheet = style_sheet(colours)
    if sheet != application.styleSheet():  # setting it restyles every widget, even where nothing changes
        application.setStyleSheet(sheet)


def palette(colours: Colours) -> QPalette:
    """Return Qt's palette in these colours."""
    result = QPalette(QColor(colours.raised), QColor(colours.ground))
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for roles, name in (
        ((role.Window,), colours.ground),
        ((role.Base, role.AlternateBase, role.ToolTipBase), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.Highlight, role.Accent, role.Link), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.PlaceholderText,), colours.muted),
    ):
        for one in roles:
            result.setColor(one, QColor(name))
    for one in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, one, QColor(colours.faint))
    return result


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of resources/ with its {names} replaced by these colours."""
    text = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    for name, value in asdict(colours).items():
        text = text.replace(f"@{name};", f"{value};")
    return text.replace("@serif;", ", ".join(f'"{family}"' for family in SERIF) + ";")


class InkIcon(QIconEngine):
    """An SVG of resources/icons in the ink of the look; drawn when it is first shown, at the size that is asked for."""

    def __init__(self, name: str, checked_name: str, ink: Ink) -> None:
        super().__init__()
        self._name, self._checked_name, self._ink = name, checked_name, ink
        self._drawn: dict[tuple[str, int, str], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon at this size."""
        name = self._checked_name if state == QIcon.State.On else self._name
        colour = current().faint if mode == QIcon.Mode.Disabled else self._ink(current())
        key = name, min(size.width(), size.height()), colour
        if key not in self._drawn:
            self._drawn[key] = drawn_icon(*key)
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon into rect."""
        painter.drawPixmap(rect, self.pixmap(rect.size() * painter.device().devicePixelRatioF(), mode, state))

    def clone(self) -> QIconEngine:
        """Return a copy, which Qt asks for when an icon is changed."""
        return InkIcon(self._name, self._checked_name, self._ink)


def icon(name: str, *, checked_name: str = "", ink: Ink = lambda colours: colours.text) -> QIcon:
    """Return an icon in one of the colours of whatever look is shown; checked_name is its picture while switched on."""
    return QIcon(InkIcon(name, checked_name or name, ink))


def drawn_icon(name: str, size: int, colour: str) -> QPixmap:
    """Return an SVG of resources/icons at this size, its current colour replaced."""
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
