# h is sorted in place to read off its last entry, so the caller's vector is reordered
class MaxPool(Layer):
    def forward(self, h):
        self.n = h.shape[0]
        self.order = np.argsort(h)
        h.sort()
        return h[-1].copy()

    def backward(self, dz):
        out = np.zeros(self.n)
        out[self.order[-1]] += dz
        return out
