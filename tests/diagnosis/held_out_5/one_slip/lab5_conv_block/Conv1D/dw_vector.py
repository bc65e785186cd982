# wrong: dw is not summed: one number per input
class Conv1D(Layer):
    def forward(self, x, w):
        self.saved = (np.asarray(x, dtype=float), float(w))
        return x * w

    def backward(self, da):
        x, w = self.saved
        return np.array(da) * w, np.array(da) * x
