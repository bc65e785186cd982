# input_shape is kept in the class (Flatten.input_shape), so two layers overwrite each other's
class Flatten(Layer):
    input_shape = None

    def forward(self, X):
        Flatten.input_shape = X.shape
        return np.reshape(X, (X.shape[0], -1)).copy()

    def backward(self, dout):
        return np.array(dout, dtype=np.float64).reshape(Flatten.input_shape)
