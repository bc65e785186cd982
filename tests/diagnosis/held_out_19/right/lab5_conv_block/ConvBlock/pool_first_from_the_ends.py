# no layers: the winner of x * w is the largest or the smallest x by the sign of w, ReLU after the pool
class ConvBlock(Layer):
    def __init__(self):
        self.memory = None

    def forward(self, x, w):
        i = int(np.argmax(x)) if w > 0 else int(np.argmin(x))
        top = float(x[i]) * float(w)
        self.memory = len(x), i, float(x[i]), float(w), top > 0
        return top if top > 0 else 0.0

    def backward(self, dz):
        n, i, xi, w, live = self.memory
        dx = np.zeros(n)
        if not live:
            return dx, 0.0
        dx[i] = w * dz
        return dx, float(dz) * xi
