# wrong: a view of X, not a copy
class Flatten(Layer):
    def forward(self, X):
        self.before = X.shape
        return X.reshape(len(X), -1)

    def backward(self, dout):
        dX = np.zeros(self.before)
        for n in range(len(dX)):
            dX[n] = dout[n].reshape(self.before[1:])
        return dX
