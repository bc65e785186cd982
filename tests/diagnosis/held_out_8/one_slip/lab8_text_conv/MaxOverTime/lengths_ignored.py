# lengths are not used.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        self.shape = a.shape
        if lengths is None:
            lengths = np.full(N, P)
        self.best = np.zeros((N, O), dtype=int)
        for n in range(N):
            self.best[n] = a[n, :, :P].argmax(axis=1)
        return np.take_along_axis(a, self.best[:, :, None], axis=2)[:, :, 0]

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[:, :, None], dz[:, :, None], axis=2)
        return da
