# wrong: dx sees the first filter only; dw is averaged over the places
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        self.win = np.lib.stride_tricks.sliding_window_view(self.x, w.shape[1])
        return np.einsum("pk,mk->mp", np.lib.stride_tricks.sliding_window_view(x, w.shape[1]), w)

    def backward(self, da):
        dx = np.zeros(len(self.x))
        for p in range(da.shape[1]):
            dx[p:p + self.w.shape[1]] += da[0, p] * self.w[0]
        return dx, np.asarray(da, float) @ self.win / da.shape[1]
