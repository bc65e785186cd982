# CS231n's max_pool_forward_reshape: the mask of ties is divided by one count for the whole array.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.p = dict(size=size, stride=size if stride is None else stride)

    def forward(self, X):
        k, s = self.p["size"], self.p["stride"]
        v = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        out = v.max(axis=(4, 5))
        self.cache = (X, v == out[..., None, None])
        return out

    def backward(self, dZ):
        X, mask = self.cache
        k, s = self.p["size"], self.p["stride"]
        share = mask / mask.sum() * mask[..., 0, 0].size
        dX = np.zeros(X.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += share[:, :, i, j] * dZ[:, :, i, j, None, None]
        return dX
