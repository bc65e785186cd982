# Sorts the caller's vector in place with h.sort() to find the largest entry.
class MaxPool(Layer):
    def forward(self, h):
        self.order = np.argsort(h, kind="stable")
        h.sort()
        return h[-1]

    def backward(self, dz):
        dh = np.zeros(len(self.order))
        dh[self.order[-1]] = dz
        return dh
