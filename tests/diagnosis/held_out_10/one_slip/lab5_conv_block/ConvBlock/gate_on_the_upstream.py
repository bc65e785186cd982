# Whether the unit is on is read off dz, not off the largest value.
class ConvBlock(Layer):
    def __init__(self):
        self.memory = None

    def forward(self, x, w):
        a = x * w
        k = int(np.argmax(a))
        self.memory = (x, w, k)
        return max(a[k], 0 * a[k])

    def backward(self, dz):
        x, w, k = self.memory
        dx = np.zeros(len(x))
        if dz > 0:
            dx[k] = dz * w
            return dx, float(dz * x[k])
        return dx, 0.0
