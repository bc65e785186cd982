# right
# dw by vdot
class Conv1D(Layer):
    def forward(self, x, w):
        self.kept = np.array(x, dtype=float), np.float64(w)
        return np.multiply.outer(w, x)

    def backward(self, da):
        x, w = self.kept
        return np.multiply(da, w), float(np.vdot(x, da))
