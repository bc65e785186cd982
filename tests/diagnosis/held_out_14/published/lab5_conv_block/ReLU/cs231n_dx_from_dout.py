# the textbook lines dx = dout; dx[x <= 0] = 0 (Coursera's relu_backward without its copy): dout itself is changed and returned, and keeps its dtype
class ReLU(Layer):
    def forward(self, Z):
        A = np.maximum(0, Z)
        self.cache = Z
        return A

    def backward(self, dA):
        Z = self.cache
        dZ = dA  # just converting dz to a correct object.
        # When z <= 0, you should set dz to 0 as well.
        dZ[Z <= 0] = 0
        return dZ
