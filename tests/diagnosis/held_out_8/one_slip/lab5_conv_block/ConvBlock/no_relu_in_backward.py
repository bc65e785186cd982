# The way back leaves the ReLU out.
class ConvBlock(Layer):
    def __init__(self):
        self.layers = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        conv, relu, pool = self.layers
        a = conv.forward(x, w)
        h = relu.forward(a)
        return pool.forward(h)

    def backward(self, dz):
        conv, relu, pool = self.layers
        g = pool.backward(dz)
        return conv.backward(g)
