# the number of rows of dtable is the largest word number + 1 instead of V, so rows of unused words at the end are missing
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.D = ids, table.shape[1]
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        flat = self.ids.reshape(-1)
        hot = np.zeros((flat.size, flat.max() + 1))
        hot[np.arange(flat.size), flat] = 1
        return hot.T @ np.reshape(dout, (-1, self.D))
