"""How long something takes, in words that claim no more than is known."""

from PySide6.QtCore import QCoreApplication


def duration(seconds: float) -> str:
    """Return the time in words: “12 minutes”, “2 hours 10 minutes”."""
    minutes = round(seconds / 60)
    if seconds < 50:
        return _tr("less than a minute")
    if minutes < 2:
        return _tr("1 minute")
    if minutes < 60:
        return _tr("{0} minutes").format(minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 10 and rest >= 5:
        return _tr("{0} h {1} min").format(hours, round(rest / 5) * 5 % 60 or 55)
    return _tr("{0} hours").format(round(minutes / 60)) if minutes >= 90 else _tr("1 hour")


def about(seconds: float) -> str:
    """Return an estimate in words."""
    text = duration(seconds)
    return text if seconds < 50 else _tr("about {0}").format(text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("duration", text)
