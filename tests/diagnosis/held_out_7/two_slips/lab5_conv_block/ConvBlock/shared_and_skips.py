# backward leaves out the ReLU; it starts from 1 instead of dz
class ConvBlock(Layer):
    def __init__(self):
        self.c, self.r, self.p = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.p.forward(self.r.forward(self.c.forward(x, w)))

    def backward(self, dz):
        g = self.p.backward(1)
        return self.c.backward(g)
