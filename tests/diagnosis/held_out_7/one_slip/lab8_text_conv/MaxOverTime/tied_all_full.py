# every tied place gets the full gradient
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.a = a
        P = a.shape[2]
        lengths = np.full(len(a), P) if lengths is None else lengths
        self.ok = (np.arange(P)[None] < lengths[:, None])[:, None, :]
        self.z = np.array([[row[:n].max() for row in sent] for sent, n in zip(a, lengths)])
        return self.z.copy()

    def backward(self, dz):
        hits = ((self.a == self.z[:, :, None]) & self.ok).astype(float)
        return hits * dz[:, :, None]
