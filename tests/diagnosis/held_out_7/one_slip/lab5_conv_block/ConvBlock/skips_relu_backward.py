# backward leaves out the ReLU
class ConvBlock(Layer):
    def __init__(self):
        self.conv = Conv1D()
        self.relu = ReLU()
        self.pool = MaxPool()

    def forward(self, x, w):
        a = self.conv.forward(x, w)
        h = self.relu.forward(a)
        return self.pool.forward(h)

    def backward(self, dz):
        dh = self.pool.backward(dz)
        da = dh
        return self.conv.backward(da)
