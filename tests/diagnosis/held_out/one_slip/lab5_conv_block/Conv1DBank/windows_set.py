# wrong: dx: = for +=
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.K = w.shape[1]
        self.x, self.w = np.asarray(x, float), np.asarray(w, float)
        self.rows = np.lib.stride_tricks.sliding_window_view(self.x, self.K)
        return self.w @ self.rows.T

    def backward(self, da):
        dx = np.zeros(len(self.x))
        for m in range(len(self.w)):
            for i in range(da.shape[1]):
                dx[i:i + self.K] = da[m, i] * self.w[m]
        return dx, da @ self.rows
