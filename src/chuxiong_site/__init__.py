"""Turn an annotated official report into a website whose every number is proved equal to the report's text."""

__version__ = "0.1.0"
