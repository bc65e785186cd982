# Every tied entry gets the full upstream gradient.
class MaxPool(Layer):
    def forward(self, h):
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        z = h.max()
        self.mask = (h == z).astype(np.float64)
        return z

    def backward(self, dz):
        return dz * self.mask
