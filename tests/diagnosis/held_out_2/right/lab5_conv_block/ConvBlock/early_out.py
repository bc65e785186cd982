# right
class ConvBlock(Layer):
    def forward(self, x, w):
        self.n, self.w = len(x), float(w)
        a = x * w
        self.best = int(a.argmax())
        self.x_best = float(x[self.best])
        self.alive = a[self.best] > 0
        return a[self.best] if self.alive else 0.0 * a[self.best]

    def backward(self, dz):
        dx = np.zeros(self.n)
        if not self.alive:
            return dx, 0.0
        dx[self.best] = dz * self.w
        return dx, dz * self.x_best
