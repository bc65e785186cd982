# dw comes out in reversed order (filter index counted from the end); and dx leaves out the last window
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        K = len(w)
        return np.array([self.x[t:t + K] @ self.w for t in range(len(x) - K + 1)])

    def backward(self, da):
        K = len(self.w)
        dx = np.zeros(len(self.x))
        for t in range(len(da) - 1):
            dx[t:t + K] += da[t] * self.w
        dw = [float(da @ self.x[K - 1 - k:K - 1 - k + len(da)]) for k in range(K)]
        return dx, np.array(dw)
