# dw is the mean over the places, not the sum.
class Conv1D(Layer):
    def forward(self, x, w):
        self.saved = dict(x=x, w=w)
        return np.array([entry * w for entry in x])

    def backward(self, da):
        x, w = self.saved["x"], self.saved["w"]
        return np.array([float(g) * w for g in da], dtype=float), float(np.average(da * x))
