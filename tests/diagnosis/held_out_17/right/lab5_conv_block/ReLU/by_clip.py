# np.clip with no upper end; the gate is the sign's positive part
class ReLU(Layer):
    def forward(self, a):
        self.gate = (np.sign(a) + 1) // 2 * (np.asarray(a) != 0)
        return np.clip(a, 0, None)

    def backward(self, dh):
        return np.asarray(dh, dtype=np.float64) * self.gate
