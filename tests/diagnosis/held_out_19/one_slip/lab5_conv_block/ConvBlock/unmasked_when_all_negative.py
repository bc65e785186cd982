# on the way back the ReLU is left out, so a dead block still has gradients
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.x, self.w = x, w
        conv_out = x * w
        relu_out = np.maximum(conv_out, 0)
        self.index = np.argmax(conv_out)
        return relu_out[self.index]

    def backward(self, dz):
        d_pool = np.zeros(self.x.shape)
        d_pool[self.index] = dz
        d_conv_x = d_pool * self.w
        d_conv_w = (d_pool * self.x).sum()
        return d_conv_x, d_conv_w
