# right
# -inf where a place does not count.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        s = np.array(a, dtype=float)
        if lengths is not None:
            for n, stop in enumerate(lengths):
                s[n, :, stop:] = -np.inf
        self.one = np.arange(a.shape[2]) == s.argmax(2)[:, :, None]
        return s.max(2)

    def backward(self, dz):
        return self.one * np.asarray(dz, float)[:, :, None]
