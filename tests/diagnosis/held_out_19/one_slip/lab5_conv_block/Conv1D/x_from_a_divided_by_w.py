# keeps the output only and gets x back as a / w: nan when w is 0
class Conv1D(Layer):
    def forward(self, x, w):
        a = np.asarray(x) * w
        self.cache = a.astype(float), float(w)
        return a

    def backward(self, da):
        a, w = self.cache
        da = np.asarray(da, float)
        return da * w, np.dot(da, a / w)
