# forward is the absolute value instead of the ReLU; and backward writes the zeros into the caller's upstream gradient
class ReLU(Layer):
    def forward(self, a):
        self.negative = a <= 0
        return np.abs(a)
    def backward(self, dh):
        dh[self.negative] = 0
        return np.array(dh, dtype=float)
