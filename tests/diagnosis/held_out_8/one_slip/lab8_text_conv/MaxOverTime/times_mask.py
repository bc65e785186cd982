# Padding is multiplied by 0, and wins where all answers are negative.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        if lengths is None:
            lengths = np.full(N, P)
        counts = np.arange(P)[None, None, :] < lengths[:, None, None]
        masked = np.where(counts, a, 0)
        self.arg = masked.argmax(axis=2)
        self.P = P
        return masked.max(axis=2)

    def backward(self, dz):
        return np.eye(self.P)[self.arg] * dz[:, :, None]
