# dx is a sliding product of da with w, not turned round
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([np.dot(x[i : i + K], w) for i in range(len(x) - K + 1)])

    def backward(self, da):
        K = len(self.w)
        wide = np.concatenate([np.zeros(K - 1), da, np.zeros(K - 1)])
        kernel = self.w
        dx = np.array([np.dot(wide[i : i + K], kernel) for i in range(len(self.x))])
        dw = np.array([np.dot(self.x[k : k + len(da)], da) for k in range(K)])
        return dx.astype(float), dw.astype(float)
