# dw is not summed over the places, it is an array
class Conv1D(Layer):
    def forward(self, x, w):
        self.saved = (x, w)
        return np.array([xi * w for xi in x])

    def backward(self, da):
        x, w = self.saved
        g = np.asarray(da, dtype=np.float64)
        dx = g * w
        dw = g * x
        return dx, dw
