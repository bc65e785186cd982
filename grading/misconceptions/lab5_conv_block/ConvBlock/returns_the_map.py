"""Idea: The block returns what the ReLU leaves over.
Hint: There is one layer more behind it.
Family: form
Fails: test_ConvBlock, test_ConvBlock_dead, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        h = self.relu.forward(self.conv.forward(x, w))
        self.pool.forward(h)
        return h

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(np.max(dz))))
