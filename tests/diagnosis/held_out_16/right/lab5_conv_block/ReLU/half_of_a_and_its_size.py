# right: (a + |a|) / 2 forward, and the step function on the way back
class ReLU(Layer):
    def forward(self, a):
        self.step = np.heaviside(np.asarray(a, dtype=np.float64), 0.0)
        return np.array((a + np.abs(a)) / 2)

    def backward(self, dh):
        return np.array(self.step * dh, dtype=np.float64)
