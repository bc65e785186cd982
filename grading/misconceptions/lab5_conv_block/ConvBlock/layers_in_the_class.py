"""Idea: The three layers are part of the block, so they stand in the class.
Hint: What stands directly under `class` is made once. How many blocks share it?
Family: state
Fails: test_ConvBlock_layer
"""


class ConvBlock(Layer):
    conv, relu, pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
