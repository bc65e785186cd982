# the gradient keeps the dtype of dout (float32 or int stays), as in CS231n's relu_backward
def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx, x = None, cache
    dx = dout * (x > 0)
    return dx


class ReLU(Layer):
    def forward(self, a):
        out, self.cache = relu_forward(a)
        return out

    def backward(self, dh):
        return relu_backward(dh, self.cache)
