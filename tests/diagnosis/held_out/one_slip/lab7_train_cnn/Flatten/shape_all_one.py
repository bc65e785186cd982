# wrong: everything in one row: the batch is flattened too
class Flatten(Layer):
    def forward(self, X):
        self.before = X.shape
        rows = [np.array(image).flatten() for image in X]
        return np.array(rows).ravel()

    def backward(self, dout):
        dX = np.zeros(self.before)
        for n in range(len(dX)):
            dX[n] = dout[n].reshape(self.before[1:])
        return dX
