# dw is an array of shape (1,) instead of a number
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x.copy(), w
        return np.array([xi * w for xi in x])

    def backward(self, da):
        col = np.asarray(da, dtype=np.float64).reshape(-1, 1)
        dx = (col * self.w)[:, 0]
        dw = self.x @ col
        return dx, dw
