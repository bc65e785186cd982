"""np.take, and np.bincount with weights for each column."""


class Embedding(Layer):
    def forward(self, ids, table):
        self.flat, self.n_words = np.ravel(ids), len(table)
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        columns = dout.reshape(-1, dout.shape[-1]).T
        sums = [np.bincount(self.flat, weights=c, minlength=self.n_words) for c in columns]
        return np.stack(sums, axis=1)
