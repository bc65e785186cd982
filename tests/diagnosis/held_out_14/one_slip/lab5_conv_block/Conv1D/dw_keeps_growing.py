# dw is added to a running total in self that is only set to 0 in __init__, so a second backward returns the sum of both
class Conv1D(Layer):
    def __init__(self):
        self.dw = 0.0

    def forward(self, x, w):
        self.x = np.asarray(x, dtype=np.float64)
        self.w = float(w)
        return x * w

    def backward(self, da):
        self.dw = self.dw + np.sum(self.x * da)
        return self.w * np.asarray(da, dtype=np.float64), self.dw
