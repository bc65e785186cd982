# Cuts the image into blocks of size x size by reshape and pays no heed to the stride, so with a stride other than the size all is wrong.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k = self.size
        N, C, H, W = X.shape
        self.shape = X.shape
        h, w = H // k, W // k
        blocks = X[:, :, :h * k, :w * k].reshape(N, C, h, k, w, k)
        blocks = blocks.transpose(0, 1, 2, 4, 3, 5).reshape(N, C, h, w, k * k)
        self.arg = blocks.argmax(axis=-1)
        return blocks.max(axis=-1)

    def backward(self, dZ):
        k = self.size
        N, C, h, w = dZ.shape
        spread = np.zeros((N, C, h, w, k * k))
        np.put_along_axis(spread, self.arg[..., None], dZ[..., None].astype(float), axis=-1)
        spread = spread.reshape(N, C, h, w, k, k).transpose(0, 1, 2, 4, 3, 5)
        dX = np.zeros(self.shape)
        dX[:, :, :h * k, :w * k] = spread.reshape(N, C, h * k, w * k)
        return dX
