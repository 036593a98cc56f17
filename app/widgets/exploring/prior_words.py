"""Where random numbers come from, in the same few words everywhere."""

from PySide6.QtCore import QCoreApplication

from genmodels.api.messages import Prior


def prior_words(prior: Prior) -> str:
    """Return where numbers come from."""
    match prior:
        case Prior.MIXTURE:
            return QCoreApplication.translate("PriorWords", "the mixture")
        case Prior.NORMAL:
            return QCoreApplication.translate("PriorWords", "N(0, 1)")
