"""Standfirst: a calm desktop reader for saved articles."""

__version__ = "0.1.0"
