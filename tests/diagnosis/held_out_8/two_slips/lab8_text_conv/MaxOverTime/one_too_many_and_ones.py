# One place too many counts, and backward gives ones.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        self.dims = a.shape
        if lengths is None:
            lengths = [P] * N
        out = []
        self.best = []
        for n in range(N):
            seen = a[n][:, :lengths[n] + 1]
            self.best.append(np.argmax(seen, axis=1))
            out.append(np.max(seen, axis=1))
        return np.array(out)

    def backward(self, dz):
        da = np.zeros(self.dims)
        for n, places in enumerate(self.best):
            da[n, np.arange(len(places)), places] = 1
        return da
