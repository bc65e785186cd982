# backward reads the name x, a variable of the notebook, in place of the x that forward was given (self.x).
x = np.array([1.0, -2.0, 3.0, -1.0])


class Conv1D(Layer):
    def forward(self, x, w):
        self.x = x
        self.w = w
        return x * w

    def backward(self, da):
        da = np.array(da, dtype=float)
        dx = da * self.w
        dw = sum(d * v for d, v in zip(da, x))
        return dx, dw
