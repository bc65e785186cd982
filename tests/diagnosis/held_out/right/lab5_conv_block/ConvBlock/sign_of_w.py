# right
class ConvBlock(Layer):
    def __init__(self):
        self.state = None

    def forward(self, x, w):
        a = np.asarray(x, dtype=float) * float(w)
        i = int(a.argmax())
        self.state = (len(a), i, float(x[i]), float(w), a[i] > 0)
        return a[i] if a[i] > 0 else 0.0

    def backward(self, dz):
        n, i, xi, w, live = self.state
        dx = np.zeros(n)
        if not live:
            return dx, 0.0
        dx[i] = w * dz
        return dx, xi * float(dz)
