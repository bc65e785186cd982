"""Idea: backward returns the gradient of the input, and the input is x.
Hint: forward takes two arguments. Who else needs a gradient, to learn?
Family: form
Fails: test_ConvBlock_backward_x, test_ConvBlock_backward_w, test_ConvBlock_dead_x,
    test_ConvBlock_dead_w, test_ConvBlock_upstream_x, test_ConvBlock_upstream_w,
    test_ConvBlock_ties, test_ConvBlock_kinds, test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        dx, dw = self.conv.backward(self.relu.backward(self.pool.backward(dz)))
        return dx
