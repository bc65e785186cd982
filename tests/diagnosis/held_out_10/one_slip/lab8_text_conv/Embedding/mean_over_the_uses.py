# The gradient of a word is the mean over its uses.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids.copy(), table.shape
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        flat = self.ids.ravel()
        summed = np.zeros(self.shape)
        np.add.at(summed, flat, dout.reshape(len(flat), -1))
        count = np.bincount(flat, minlength=self.shape[0])
        return summed / np.maximum(count, 1)[:, None]
