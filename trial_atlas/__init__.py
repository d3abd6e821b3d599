"""Read trial records, name the radiotherapy strategy with the words that say so, and draw the field."""

__version__ = "0.1.0"
