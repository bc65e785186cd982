# wrong: backward does not restore the shape
class Flatten(Layer):
    def forward(self, X):
        self.before = X.shape
        rows = [np.array(image).flatten() for image in X]
        return np.array(rows)

    def backward(self, dout):
        dX = np.zeros(self.before)
        for n in range(len(dX)):
            dX[n] = dout[n].reshape(self.before[1:])
        return np.array(dout, dtype=float)
