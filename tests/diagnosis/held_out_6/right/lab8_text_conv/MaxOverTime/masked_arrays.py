# right
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        stop = np.broadcast_to(P if lengths is None else lengths, (N,))
        hidden = np.broadcast_to(np.arange(P) >= stop[:, None, None], a.shape)
        seen = np.ma.array(a, mask=hidden)
        self.P = P
        self.at = seen.argmax(axis=2)
        return np.take_along_axis(a, self.at[..., None], axis=2)[..., 0].copy()

    def backward(self, dz):
        return np.where(np.arange(self.P) == self.at[..., None], np.asarray(dz, float)[..., None], 0.0)
