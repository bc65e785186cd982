"""Idea: The output of the block is an array with one entry.
Hint: z is a number. An array of shape (1,) is not one.
Family: form
Fails: test_ConvBlock, test_ConvBlock_dead, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return np.array([self.pool.forward(self.relu.forward(self.conv.forward(x, w)))])

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(np.ravel(dz)[0])))
