# forward reads the pixels in Fortran order (backward in C order); and backward returns a view of dout where it is float64
class Flatten(Layer):
    def forward(self, X):
        self.shape = X.shape
        return np.array([img.flatten('F') for img in X])
    def backward(self, dout):
        return np.asarray(dout, dtype=np.float64).reshape(self.shape)
