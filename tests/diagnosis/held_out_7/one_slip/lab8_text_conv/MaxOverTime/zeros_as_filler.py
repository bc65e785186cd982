# places that do not count are set to 0, and beat negative answers
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        b = a.astype(float)
        if lengths is not None:
            counts = np.arange(a.shape[2])[None, :] < lengths[:, None]
            b = np.where(counts[:, None, :], b, 0.0)
        self.best = b.argmax(axis=2)
        self.P = a.shape[2]
        return b.max(axis=2)

    def backward(self, dz):
        return (np.arange(self.P) == self.best[:, :, None]) * dz[:, :, None].astype(float)
