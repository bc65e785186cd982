# dw is the sum of da times w, copied from dx, in place of da times x.
class Conv1D(Layer):
    def forward(self, x, w):
        self.cache = (np.array(x, dtype=float), float(w))
        return np.multiply(x, w)

    def backward(self, da):
        x, w = self.cache
        dx = np.zeros(len(x))
        dw = 0.0
        for i in range(len(x)):
            dx[i] = w * da[i]
            dw += w * da[i]
        return dx, dw
