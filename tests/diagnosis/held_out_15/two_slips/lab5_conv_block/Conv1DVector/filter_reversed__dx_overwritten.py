# forward reverses the filter (backward is that of the filter as it stands); and in dx the windows are set in place of added up.
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = len(x) - len(w) + 1
        return np.array([x[i:i + len(w)] @ w[::-1] for i in range(n)])

    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for i in range(len(da)):
            dx[i:i + K] = da[i] * self.w
            dw += da[i] * self.x[i:i + K]
        return dx, dw
