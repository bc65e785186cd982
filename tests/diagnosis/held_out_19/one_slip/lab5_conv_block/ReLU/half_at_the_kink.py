# at a == 0 the gradient is half of dh (np.heaviside with 0.5)
class ReLU(Layer):
    def forward(self, a):
        self.x = np.asarray(a, dtype=np.float64)
        return (np.abs(self.x) + self.x) / 2

    def backward(self, dh):
        step_function = np.heaviside(self.x, 0.5)
        return step_function * np.asarray(dh, dtype=np.float64)
