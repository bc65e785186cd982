# micrograd-like blocks keep self.grad fields and add to them (+=) without zero_grad, so a second backward returns the sum of both
class ConvBlock(Layer):
    def __init__(self):
        self.x_grad, self.w_grad = None, 0.0
    def forward(self, x, w):
        self.x, self.w = np.asarray(x, dtype=float), float(w)
        if self.x_grad is None or len(self.x_grad) != len(x):
            self.x_grad = np.zeros(len(x))
        self.a = self.x * self.w
        self.h = self.a * (self.a > 0)
        self.best = self.h.argmax()
        return self.h[self.best]
    def backward(self, dz):
        da = np.zeros(len(self.x))
        da[self.best] = float(dz) * (self.a[self.best] > 0)
        self.x_grad = self.x_grad + da * self.w
        self.w_grad = self.w_grad + float(da @ self.x)
        return self.x_grad.copy(), self.w_grad
