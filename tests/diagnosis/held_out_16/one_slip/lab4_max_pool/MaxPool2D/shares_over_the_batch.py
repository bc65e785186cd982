# the mask of winners is divided by the number of winners in all images and channels together, not in each window
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def parts(self):
        k, s = self.size, self.stride
        for i in range((self.X.shape[2] - k) // s + 1):
            for j in range((self.X.shape[3] - k) // s + 1):
                yield i, j, np.s_[:, :, i * s : i * s + k, j * s : j * s + k]

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        Z = np.zeros((*X.shape[:2], (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1), X.dtype)
        for i, j, part in self.parts():
            Z[:, :, i, j] = X[part].max(axis=(2, 3))
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        for i, j, part in self.parts():
            window = self.X[part]
            mask = (window == window.max(axis=(2, 3), keepdims=True)).astype(float)
            dX[part] += mask / mask.sum() * dZ[:, :, i, j][:, :, None, None]
        return dX
