# right: a masked array hides the places that do not count, and the winners are compared with the range of places
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        counts = np.full(N, P) if lengths is None else np.asarray(lengths)
        hidden = np.broadcast_to(np.arange(P) >= counts[:, None, None], a.shape)
        best = np.ma.array(a, mask=hidden).argmax(axis=2)
        self.one_hot = np.equal.outer(best, np.arange(P))
        return a[self.one_hot].reshape(N, O)

    def backward(self, dz):
        return np.where(self.one_hot, np.asarray(dz, dtype=np.float64)[:, :, None], 0.0)
