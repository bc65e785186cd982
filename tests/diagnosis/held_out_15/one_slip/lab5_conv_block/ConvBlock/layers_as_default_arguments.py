# The layers are default arguments of __init__, made once when the class is defined, so all blocks share them and the forward of one changes the backward of another.
class ConvBlock(Layer):
    def __init__(self, conv=Conv1D(), relu=ReLU(), pool=MaxPool()):
        self.conv = conv
        self.relu = relu
        self.pool = pool

    def forward(self, x, w):
        return self.pool.forward(self.relu.forward(self.conv.forward(x, w)))

    def backward(self, dz):
        return self.conv.backward(self.relu.backward(self.pool.backward(dz)))
