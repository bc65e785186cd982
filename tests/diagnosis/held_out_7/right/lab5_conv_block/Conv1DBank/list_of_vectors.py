# right
# one Conv1DVector for each filter
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.layers = [Conv1DVector() for _ in w]
        return np.stack([layer.forward(x, f) for layer, f in zip(self.layers, w)])

    def backward(self, da):
        pairs = [layer.backward(d) for layer, d in zip(self.layers, da)]
        return sum(dx for dx, _ in pairs), np.stack([dw for _, dw in pairs])
