# deeplearning.ai relu_backward: copies dA and zeroes where Z <= 0, but keeps Z of the first forward in the cache.
class ReLU(Layer):
    def __init__(self):
        self.cache = None

    def forward(self, Z):
        A = np.maximum(0, Z)
        if self.cache is None or self.cache.shape != Z.shape:
            self.cache = Z
        return A

    def backward(self, dA):
        Z = self.cache
        dZ = np.array(dA, copy=True, dtype=float)
        dZ[Z <= 0] = 0
        return dZ
