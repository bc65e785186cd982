# keepdims=True was left in, so dw has shape (M, 1) instead of (M,)
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        return np.multiply.outer(w, x)

    def backward(self, da):
        dx = (da * self.w[:, None]).sum(axis=0)
        dw = (da * self.x).sum(axis=1, keepdims=True)
        return dx, dw
