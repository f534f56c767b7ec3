"""Networks of `models/` that no library has, in PyTorch from their papers, with the names of the model files."""
