# the running maximum starts as a view of X and is updated in place, which changes the caller's images
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.X = X.copy()
        h = (X.shape[2] - k) // s + 1
        v = (X.shape[3] - k) // s + 1
        Z = X[:, :, :s * (h - 1) + 1:s, :s * (v - 1) + 1:s]
        for a in range(k):
            for b in range(k):
                tap = self.X[:, :, a:a + s * (h - 1) + 1:s, b:b + s * (v - 1) + 1:s]
                np.maximum(Z, tap, out=Z)
        return Z.copy()

    def backward(self, dZ):
        k, s = self.size, self.stride
        N, C, h, v = dZ.shape
        dX = np.zeros(self.X.shape)
        for n in range(N):
            for c in range(C):
                for i in range(h):
                    for j in range(v):
                        win = self.X[n, c, i * s:i * s + k, j * s:j * s + k]
                        a, b = divmod(int(win.argmax()), k)
                        dX[n, c, i * s + a, j * s + b] += dZ[n, c, i, j]
        return dX
