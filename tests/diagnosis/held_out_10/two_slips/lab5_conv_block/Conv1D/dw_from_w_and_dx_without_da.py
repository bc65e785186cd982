# dw multiplies by w where x belongs; and dx leaves da out.
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        dx = np.ones(len(self.x)) * self.w
        dw = np.sum(da * self.w)
        return dx, float(dw)
