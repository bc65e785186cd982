# takes the sentences one by one, reversed, so that at ties the last place wins, and writes the gradient with np.eye rows
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        ends = [P] * N if lengths is None else [int(n) for n in lengths]
        self.P = P
        self.best = np.array([e - 1 - np.argmax(a[n, :, :e][:, ::-1], axis=1) for n, e in enumerate(ends)])
        return np.array([[a[n, o, self.best[n, o]] for o in range(O)] for n in range(N)])
    def backward(self, dz):
        return np.eye(self.P)[self.best] * np.asarray(dz, dtype=np.float64)[:, :, None]
