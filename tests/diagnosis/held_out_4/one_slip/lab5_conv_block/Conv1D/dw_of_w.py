# wrong: dw is summed with w's value, not with the inputs
class Conv1D(Layer):
    def forward(self, x, w):
        self.saved = (x, w)
        return np.array([xi * w for xi in x])

    def backward(self, da):
        x, w = self.saved
        dx = np.array([float(w * d) for d in da])
        dw = sum(float(w * d) for d in da)
        return dx, dw
