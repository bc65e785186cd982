# dx is built from x; dw is a mean
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return w * x

    def backward(self, da):
        return (da * self.x).astype(float), np.mean(da * self.x)
