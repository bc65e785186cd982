# dx is the upstream gradient as it came.
class Conv1D(Layer):
    def forward(self, x, w):
        self.saved = (x.copy(), w)
        out = np.array([xi * w for xi in x])
        return out

    def backward(self, da):
        x, w = self.saved
        dw = 0.0
        dx = np.zeros(len(x))
        for i in range(len(x)):
            dw += x[i] * da[i]
            dx[i] = da[i]
        return dx, dw
