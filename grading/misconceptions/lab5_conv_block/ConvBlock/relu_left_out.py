"""Idea: The block works without a ReLU: the largest product is its output.
Hint: What if no product is above zero?
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
