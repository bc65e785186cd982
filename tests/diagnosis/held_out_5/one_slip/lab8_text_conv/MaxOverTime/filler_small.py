# wrong: places past the length are set to -100: a maximum below that loses
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        work = np.array(a, dtype=float)
        if lengths is not None:
            for n in range(N):
                work[n, :, lengths[n] :] = -100
        self.shape = a.shape
        self.best = work.argmax(axis=2)
        return work.max(axis=2)

    def backward(self, dz):
        out = np.zeros(self.shape)
        N, O, _ = self.shape
        n, o = np.indices((N, O))
        out[n, o, self.best] = dz
        return out
