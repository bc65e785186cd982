# right
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.V, self.D = ids.copy(), *table.shape
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        grad = np.zeros((self.V, self.D))
        np.add.at(grad, self.ids.ravel(), dout.reshape(-1, self.D))
        return grad
