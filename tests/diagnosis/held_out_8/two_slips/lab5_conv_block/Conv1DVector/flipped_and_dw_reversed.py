# The filter is turned over in forward, and dx does not add up.
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        taps = w[::-1]
        n = len(x) - len(w) + 1
        return np.array([(x[i:i + len(w)] * taps).sum() for i in range(n)])

    def backward(self, da):
        k = len(self.w)
        dx = np.zeros(len(self.x))
        dw = np.zeros(k)
        for i, g in enumerate(da):
            dx[i:i + k] = g * self.w
            dw += g * self.x[i:i + k]
        return dx, dw
