# every place that equals the maximum gets the full gradient; and the forward result keeps a last axis of length 1
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        lens = np.full(N, P) if lengths is None else np.asarray(lengths)
        ok = (np.arange(P) < lens.reshape(-1, 1))[:, None, :]
        masked = np.where(ok, a, -np.inf)
        z = masked.max(axis=2, keepdims=True)
        self.mask = masked == z
        return z
    def backward(self, dz):
        return self.mask * np.asarray(dz, dtype=float).reshape(self.mask.shape[0], -1, 1)
