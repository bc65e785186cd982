# dw leaves out the last output: its loop runs to N - K instead of N - K + 1
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.N, self.K = len(x), len(w)
        windows = np.lib.stride_tricks.sliding_window_view(x, self.K)
        return windows @ w

    def backward(self, da):
        dx = np.zeros(self.N)
        for i in range(self.N - self.K + 1):
            for k in range(self.K):
                dx[i + k] += da[i] * self.w[k]
        dw = np.zeros(self.K)
        for k in range(self.K):
            for i in range(self.N - self.K):
                dw[k] += da[i] * self.x[i + k]
        return dx, dw
