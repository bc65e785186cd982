# backward skips the ReLU, so a dead block still sends gradients back
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=float), float(w)
        a = self.x * self.w
        h = np.maximum(a, 0)
        self.i = np.argmax(a)
        return h[self.i]

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dx[self.i] = dz * self.w
        dw = float(dz * self.x[self.i])
        return dx, dw
