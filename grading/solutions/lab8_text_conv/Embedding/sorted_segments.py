"""Sorts the words and sums each run of equal ones."""


class Embedding(Layer):
    def forward(self, ids, table):
        self.flat, self.table = ids.reshape(-1), table
        return np.asfortranarray(table[ids])

    def backward(self, dout):
        order = np.argsort(self.flat, kind="stable")
        rows = dout.reshape(len(self.flat), -1)[order].astype(np.float64)
        present, starts = np.unique(self.flat[order], return_index=True)
        dtable = np.zeros_like(self.table, dtype=np.float64)
        dtable[present] = np.add.reduceat(rows, starts, axis=0)
        return dtable
