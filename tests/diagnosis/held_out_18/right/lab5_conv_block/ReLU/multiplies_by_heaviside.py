# uses np.heaviside for the mask, and multiplies by it also in forward
class ReLU(Layer):
    def forward(self, a):
        a = np.asarray(a)
        self.on = np.heaviside(a.astype(np.float64), 0.0)
        return np.array(a * self.on.astype(a.dtype))
    def backward(self, dh):
        return np.array(self.on * np.asarray(dh, dtype=np.float64))
