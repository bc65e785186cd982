"""Idea: On the way back the ReLU lets everything pass.
Hint: What if all products are below zero: does the output change with x? Try a dead block.
Family: special values
Fails: test_ConvBlock_dead_x, test_ConvBlock_dead_w
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.pool.backward(dz))
