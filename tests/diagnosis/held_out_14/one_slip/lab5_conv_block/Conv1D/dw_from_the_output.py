# dw multiplies the upstream gradient with the remembered output x*w instead of with x
class Conv1D(Layer):
    def forward(self, x, w):
        self.w = w
        self.a = x * w
        return self.a.copy()

    def backward(self, da):
        da = da.astype(np.float64)
        dw = float(np.dot(da, self.a))
        return da * self.w, dw
