# backward makes new layers, which remember nothing.
class ConvBlock(Layer):
    def forward(self, x, w):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()
        a = self.conv.forward(x, w)
        h = self.relu.forward(a)
        return self.pool.forward(h)

    def backward(self, dz):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()
        dh = self.pool.backward(dz)
        da = self.relu.backward(dh)
        return self.conv.backward(da)
