# the answer is (N, M) instead of (M, N)
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x[:, None] * w[None, :]

    def backward(self, da):
        dx = self.w @ da
        dw = da @ self.x
        return dx.astype(np.float64), dw.astype(np.float64)
