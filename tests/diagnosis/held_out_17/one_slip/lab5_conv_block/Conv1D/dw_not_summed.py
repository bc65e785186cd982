# dw is returned as the array da * x, not summed up to one number
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = np.array(x, dtype=float)
        self.w = float(w)
        return x * w

    def backward(self, da):
        dx = np.array([g * self.w for g in da], dtype=float)
        dw = np.array([g * xi for g, xi in zip(da, self.x)], dtype=float)
        return dx, dw
