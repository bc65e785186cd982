# dx and dw come in the wrong order, and dw is a mean.
class Conv1D(Layer):
    def forward(self, x, w):
        self.x = x
        self.w = w
        return self.x * self.w

    def backward(self, da):
        dx = da.astype(float) * float(self.w)
        dw = float((da * self.x).mean())
        return dw, dx
