# looks for the winner in x instead of in x * w, so with a negative w the forward value and both gradients come from the wrong entry
class ConvBlock(Layer):
    def __init__(self):
        self.saved = None

    def forward(self, x, w):
        i = int(np.argmax(x))
        z = max(0.0, float(x[i]) * float(w))
        self.saved = len(x), i, float(x[i]), float(w), z > 0
        return z

    def backward(self, dz):
        n, i, xi, w, alive = self.saved
        dx = np.zeros(n)
        if not alive:
            return dx, 0.0
        dx[i] = w * dz
        return dx, float(xi * dz)
