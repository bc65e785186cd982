# backward looks for the winner among all places again.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.a = a
        self.lengths = [a.shape[2]] * len(a) if lengths is None else lengths
        return np.array([a[n, :, :L].max(axis=1) for n, L in enumerate(self.lengths)])

    def backward(self, dz):
        out = np.zeros(self.a.shape)
        for n in range(len(out)):
            L = self.a.shape[2]
            for o in range(out.shape[1]):
                out[n, o, np.argmax(self.a[n, o, :L])] = dz[n, o]
        return out
