# the mask is multiplied onto that of the forward passes before (of one shape) instead of replacing it
class ReLU(Layer):
    def __init__(self):
        self.gate = np.ones(())

    def forward(self, a):
        on = (a > 0).astype(np.float64)
        same = np.shape(self.gate) == np.shape(a)
        self.gate = self.gate * on if same else on
        return np.maximum(a, 0)

    def backward(self, dh):
        return np.multiply(self.gate, dh)
