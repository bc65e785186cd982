# right
# argsort, the last of the order
class MaxPool(Layer):
    def forward(self, h):
        order = np.argsort(h, kind="stable")
        self.last, self.count = order[-1], h.size
        return h[order][-1]

    def backward(self, dz):
        return np.where(np.arange(self.count) == self.last, float(dz), 0.0)
