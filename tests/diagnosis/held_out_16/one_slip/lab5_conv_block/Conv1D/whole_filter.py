# the filter is kept as int(w), so dx uses a w without its fraction
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = x
        self.w = int(w)
        return x * w

    def backward(self, da):
        da = np.array(da, dtype=np.float64)
        return da * self.w, np.vdot(da, self.x)
