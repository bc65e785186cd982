# dw multiplies da with the first windows only (x[:len(da)]) for every weight, the shift by k is missing
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([np.sum(x[t:t + len(w)] * w) for t in range(len(x) - len(w) + 1)])

    def backward(self, da):
        n = len(da)
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w))
        for k, wk in enumerate(self.w):
            dx[k:k + n] += wk * da
            dw[k] = np.sum(da * self.x[:n])
        return dx, dw
