# right: sorts the places by word and adds up each run with np.add.reduceat
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids.ravel(), table.shape
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        order = np.argsort(self.ids, kind="stable")
        words, starts = np.unique(self.ids[order], return_index=True)
        rows = np.asarray(dout, dtype=np.float64).reshape(-1, self.shape[1])[order]
        dtable = np.zeros(self.shape)
        dtable[words] = np.add.reduceat(rows, starts, axis=0)
        return dtable
