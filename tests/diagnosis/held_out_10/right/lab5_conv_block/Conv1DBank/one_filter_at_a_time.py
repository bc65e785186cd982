# right
# A vector layer for each filter.
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.rows = [Conv1DVector() for _ in w]
        return np.stack([layer.forward(x, f) for layer, f in zip(self.rows, w)])

    def backward(self, da):
        both = [layer.backward(g) for layer, g in zip(self.rows, da)]
        return sum(b[0] for b in both), np.stack([b[1] for b in both])
