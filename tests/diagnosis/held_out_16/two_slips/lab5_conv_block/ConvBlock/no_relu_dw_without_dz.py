# two slips: there is no ReLU (a dead block answers below zero and sends gradients), and dw does not use the upstream gradient
class ConvBlock(Layer):
    def __init__(self):
        self.conv = Conv1D()
        self.pool = MaxPool()

    def forward(self, x, w):
        self.x, self.w = x, w
        return self.pool.forward(self.conv.forward(x, w))

    def backward(self, dz):
        dx, _ = self.conv.backward(self.pool.backward(dz))
        _, dw = self.conv.backward(self.pool.backward(1.0))
        return dx, dw
