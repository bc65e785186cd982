# Rectifies the input and not the answer of the filter.
class ConvBlock(Layer):
    def __init__(self):
        self.conv = Conv1D()
        self.relu = ReLU()
        self.pool = MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.conv.forward(self.relu.forward(x), w))

    def backward(self, dz):
        dh = self.pool.backward(dz)
        da, dw = self.conv.backward(dh)
        return self.relu.backward(da), dw
