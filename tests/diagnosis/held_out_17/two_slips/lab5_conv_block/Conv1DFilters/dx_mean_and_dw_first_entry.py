# dx is averaged over the filters; and dw uses only the first entry of x
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        return np.array([f * x for f in w])

    def backward(self, da):
        dx = np.mean(da * self.w[:, None], axis=0)
        dw = np.array([da[m, 0] * self.x[0] for m in range(len(self.w))], dtype=float)
        return dx, dw
