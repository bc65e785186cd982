# copy-paste: dx is da*x like the terms of dw, instead of da*w
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = np.asarray(x, dtype=float)
        return np.asarray(w) * x
    def backward(self, da):
        dx = da * self.x
        dw = float(np.sum(da * self.x))
        return dx, dw
