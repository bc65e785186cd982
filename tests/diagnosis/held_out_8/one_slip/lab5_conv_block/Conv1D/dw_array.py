# dw is not summed: it has a number for each place.
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        dx = (da * self.w).astype(float)
        dw = da * self.x * 1.0
        return dx, dw
