"""Idea: It is the inputs that are cut off below zero.
Hint: What if w is negative? Then it is the negative inputs that count.
Family: rule
Fails: test_ConvBlock, test_ConvBlock_dead, test_ConvBlock_backward_x, test_ConvBlock_backward_w,
    test_ConvBlock_dead_x, test_ConvBlock_dead_w, test_ConvBlock_upstream_x,
    test_ConvBlock_upstream_w, test_ConvBlock_start
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.conv.forward(self.relu.forward(x), w))

    def backward(self, dz):
        dx, dw = self.conv.backward(self.pool.backward(dz))
        return self.relu.backward(dx), dw
