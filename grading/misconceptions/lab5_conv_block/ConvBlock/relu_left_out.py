"""Idea: Max pooling picks the largest entry anyway, so ReLU makes no difference.
Hint: What if no entry is above zero?
Family: special values
Fails: test_ConvBlock_dead, test_ConvBlock_dead_x, test_ConvBlock_dead_w
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.pool = Conv1D(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.conv.forward(x, w))

    def backward(self, dz):
        return self.conv.backward(self.pool.backward(dz))
