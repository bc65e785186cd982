# the ReLU of the way back looks at the upstream gradient too: a negative dz is taken for dead, and both gradients are 0
class ConvBlock(Layer):
    """Convolution with one number, followed by ReLU and global max pooling."""

    def __init__(self):
        self.cache = None

    def forward(self, x, w):
        pre_activation = x * w
        activation = np.maximum(pre_activation, 0)
        winner = int(np.argmax(activation))
        self.cache = (x, w, winner, pre_activation[winner])
        return activation[winner]

    def backward(self, dz):
        x, w, winner, value = self.cache
        # Gradient flows only through positive activations
        grad = float(dz) if value > 0 and dz > 0 else 0.0
        dx = np.zeros(x.shape, dtype=np.float64)
        dx[winner] = grad * w
        dw = grad * float(x[winner])
        return dx, dw
