"""dw is a number, of whatever kind x and da make it."""


class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        return self.w * np.asarray(da, dtype=np.float64), np.sum(self.x * da)
