# wrong: only dx is returned
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = np.array(x, dtype=float)
        self.w = float(w)
        return self.x * self.w

    def backward(self, da):
        dx = []
        dw = 0.0
        for i in range(len(da)):
            dx.append(self.w * da[i])
            dw = dw + self.x[i] * da[i]
        return np.array(dx, dtype=float)
