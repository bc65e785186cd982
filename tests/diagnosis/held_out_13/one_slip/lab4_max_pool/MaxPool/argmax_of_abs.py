# Looks for the winner by absolute value, as in signal processing.
class MaxPool(Layer):
    """Largest entry."""

    def forward(self, h):
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        self.size = h.size
        self.peak = np.abs(h).argmax()
        return h[self.peak]

    def backward(self, dz):
        one_hot = np.arange(self.size) == self.peak
        return np.where(one_hot, np.float64(dz), 0.0)
