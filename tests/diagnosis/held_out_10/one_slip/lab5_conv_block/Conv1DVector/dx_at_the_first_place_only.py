# Each output sends all of its gradient to the first entry of its window.
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.lib.stride_tricks.sliding_window_view(x, len(w)) @ w

    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for i, g in enumerate(da):
            dx[i] += g * self.w.sum()
            dw += g * self.x[i:i + K]
        return dx, dw
