"""The table of oracle cases, one module per family of operators."""
