# Right: (a + |a|) / 2, and its slope is 1 exactly where that is above zero.
class ReLU(Layer):
    def forward(self, a):
        h = (a + np.abs(a)) / 2
        self.slope = np.heaviside(h, 0.0).astype(np.float64)
        return h

    def backward(self, dh):
        return self.slope * dh
