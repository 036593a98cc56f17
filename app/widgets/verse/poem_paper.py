"""A poem on paper: as a PDF with letters that stay letters, and as a card together with a sprite."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.document.poem import Poem
from app.document.poem_text import name_of, written
from app.images import to_qimage
from app.theme import SERIF
from genmodels.media.arrays import np

_DOTS = 300  # of the PDF, per inch
_LINE_POINTS, _TITLE_POINTS = 13.0, 17.0
_LINE_PIXELS, _TITLE_PIXELS = 30, 36
_SIDE, _GAP, _EDGE = 448, 64, 72  # of the card, pixels
_WIDEST = 860  # a longer line goes on below
_PAPER, _INK = ("#faf7f0", "#3a3c44"), ("#26241f", "#f1ede3")  # light, and dark, on which black outlines show
_SPACING = 150.0  # per cent


def pdf_bytes(poem: Poem) -> bytes:
    """Return the poem as a PDF of one page, or of more for a long one."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF(20, 22, 14, 20), QPageLayout.Unit.Millimeter)
    writer.setTitle(name_of(poem))
    writer.setCreator("Spriteverse")
    document = _document(poem, _font(points=_LINE_POINTS), _font(points=_TITLE_POINTS), QColor("#000000"))
    document.documentLayout().setPaintDevice(writer)
    page = QSizeF(writer.width(), writer.height())
    document.setPageSize(page)
    painter = QPainter(writer)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        document.drawContents(painter, QRectF(QPointF(0, number * page.height()), page))
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def card_image(poem: Poem, rgba_HWC: np.ndarray, *, dark: bool) -> QImage:
    """Return a picture of the sprite (uint8 RGBA), every pixel a square, and the poem beside it.

    An empty canvas takes no room.
    """
    sprite = to_qimage(rgba_HWC)
    scale = max(_SIDE // max(sprite.width(), sprite.height()), 1)
    sprite = sprite.scaled(sprite.width() * scale, sprite.height() * scale)  # whole squares: nothing is smoothed
    left = _EDGE + (sprite.width() + _GAP if rgba_HWC[..., 3].any() else 0)  # of the poem
    document = _document(poem, _font(pixels=_LINE_PIXELS), _font(pixels=_TITLE_PIXELS), QColor(_INK[dark]))
    document.setTextWidth(min(document.idealWidth(), _WIDEST))
    words = document.size()
    height = round(max(sprite.height(), words.height())) + 2 * _EDGE
    width = left + round(words.width()) + _EDGE
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(_PAPER[dark]))
    painter = QPainter(image)
    if left > _EDGE:
        painter.drawImage(_EDGE, (height - sprite.height()) // 2, sprite)
    painter.translate(left, (height - words.height()) / 2)
    document.drawContents(painter)
    painter.end()
    return image


def png_bytes(image: QImage) -> bytes:
    """Return the picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] - its stubs want bytes, PySide takes text
    return bytes(buffer.data().data())


def _document(poem: Poem, font: QFont, title_font: QFont, ink: QColor) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    title = poem.title.strip()
    if title:
        _insert(cursor, title, title_font, ink, first=True)
    for number, text in enumerate(written(poem)):
        _insert(cursor, text, font, ink, first=not title and number == 0, space=title_font if number == 0 else None)
    return document


def _insert(
    cursor: QTextCursor, text: str, font: QFont, ink: QColor, *, first: bool, space: QFont | None = None
) -> None:
    size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF()
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setLineHeight(_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if space is not None and not first:
        block.setTopMargin(size)
    letters.setFont(font)
    letters.setForeground(ink)
    if first:
        cursor.setBlockFormat(block)
        cursor.setCharFormat(letters)
    else:
        cursor.insertBlock(block, letters)
    cursor.insertText(text, letters)


def _font(*, points: float = 0, pixels: int = 0) -> QFont:
    font = QFont()
    font.setFamilies(list(SERIF))
    if pixels:
        font.setPixelSize(pixels)
    else:
        font.setPointSizeF(points)
    return font
