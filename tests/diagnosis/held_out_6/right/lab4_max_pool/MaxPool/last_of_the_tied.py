# right
class MaxPool(Layer):
    def forward(self, h):
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        self.order = np.argsort(h, kind="stable")
        return h[self.order[-1]]

    def backward(self, dz):
        ranks = np.empty(len(self.order), dtype=int)
        ranks[self.order] = np.arange(len(self.order))
        return (ranks == len(ranks) - 1) * float(dz)
