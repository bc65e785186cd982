# right
# (a + |a|) / 2, and the sign for the gradient
class ReLU(Layer):
    def forward(self, a):
        self.signs = np.sign(a)
        return (a + np.abs(a)) // 2 if a.dtype.kind in "iu" else (a + np.abs(a)) / 2

    def backward(self, dh):
        return np.maximum(self.signs, 0).astype(float) * dh
