# right: tied entries share the gradient equally; the answer is built by a list comprehension.
class MaxPool(Layer):
    def forward(self, h):
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        top = max(h.tolist())
        self.winners = [bool(v == top) for v in h]
        return top

    def backward(self, dz):
        share = float(dz) / sum(self.winners)
        return np.array([share if won else 0.0 for won in self.winners])
