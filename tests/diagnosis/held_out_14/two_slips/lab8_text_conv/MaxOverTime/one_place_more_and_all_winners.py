# lengths[n] + 1 places count; every tied place gets the full gradient
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        ends = np.full(len(a), P) if lengths is None else lengths
        here = (np.arange(P) <= np.reshape(ends, (-1, 1)))[:, None, :]
        masked = np.where(here, a.astype(float), -np.inf)
        z = masked.max(axis=2)
        self.hit = (masked == z[:, :, None]).astype(float)
        return z

    def backward(self, dz):
        return self.hit * dz[:, :, None]
