# cs231n's fast reshape pool: asserts that the stride equals the size and that the windows tile the image, all else raises
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k = self.size
        assert self.stride == k, 'Invalid pool params'
        assert H % k == 0 and W % k == 0
        self.x = X
        self.x_reshaped = X.reshape(N, C, H // k, k, W // k, k)
        self.out = self.x_reshaped.max(axis=3).max(axis=4)
        return self.out.copy()

    def backward(self, dZ):
        mask = self.x_reshaped == self.out[:, :, :, np.newaxis, :, np.newaxis]
        dx = np.zeros(self.x_reshaped.shape)
        dx += dZ[:, :, :, np.newaxis, :, np.newaxis]
        dx *= mask
        dx /= np.sum(mask, axis=(3, 5), keepdims=True)
        return dx.reshape(self.x.shape)
