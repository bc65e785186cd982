# dw is summed over the output that was kept, not over x.
class Conv1D(Layer):
    def forward(self, x, w):
        self.w = w
        self.a = w * x
        return self.a.copy()

    def backward(self, da):
        dx = (da * self.w).astype(float)
        dw = float(np.dot(da, self.a))
        return dx, dw
