# backward sets the switched-off places of dh itself to zero and returns dh (if it is float64), so the caller's upstream gradient is changed and shared
class ReLU(Layer):
    def forward(self, a):
        self.off = ~(a > 0)
        return np.where(self.off, 0, a)

    def backward(self, dh):
        dh = np.asarray(dh, dtype=np.float64)
        dh[self.off] = 0
        return dh
