# fast.ai-style list of layers run with a loop, in which backward is run in the forward order of the middle layers' masks: ReLU before max pool.
class ConvBlock(Layer):
    def __init__(self):
        self.lin, self.act, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, inp, wts):
        out = self.lin.forward(inp, wts)
        self.size = len(out)
        return self.pool.forward(self.act.forward(out))

    def backward(self, grad):
        g = self.act.backward(np.full(self.size, float(grad)))
        g = g * (self.pool.backward(grad) != 0) * float(grad)
        return self.lin.backward(g)
