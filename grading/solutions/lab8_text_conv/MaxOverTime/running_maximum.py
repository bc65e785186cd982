"""A running maximum, read where the sentence ends."""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, M, P = a.shape
        ends = np.full(N, P) - 1 if lengths is None else np.asarray(lengths) - 1
        running = np.maximum.accumulate(a, axis=2)
        z = running[np.arange(N), :, ends]
        self.one_hot = (a == z[:, :, None]).cumsum(axis=2)
        first = (self.one_hot == 1) & (a == z[:, :, None])
        self.one_hot = first.astype(float)
        return z

    def backward(self, dz):
        return np.einsum("no,not->not", dz, self.one_hot)
