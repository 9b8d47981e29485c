"""Turn an annotated official report into a website whose every number is proved equal to the report's text."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Our records use no plugins; without this, pydantic looks through every installed package for some."""

__version__ = "0.1.0"
