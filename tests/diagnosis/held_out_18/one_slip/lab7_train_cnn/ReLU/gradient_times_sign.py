# backward multiplies by the sign of the input (-1 where it was negative) instead of by the mask
class ReLU(Layer):
    def forward(self, a):
        self.sign = np.sign(a).astype(float)
        return (a + np.abs(a)) / 2
    def backward(self, dh):
        return self.sign * dh
