# wrong: dZ[Z < 0] = 0: slope 1 at 0
class ReLU(Layer):
    def forward(self, Z):
        A = np.maximum(0, Z)
        self.cache = Z
        return A

    def backward(self, dA):
        Z = self.cache
        dZ = np.array(dA, dtype=float, copy=True)
        dZ[Z < 0] = 0
        return dZ
