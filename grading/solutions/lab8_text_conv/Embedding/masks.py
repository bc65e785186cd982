"""A mask for each word of the table."""


class Embedding:
    def forward(self, ids, table):
        self.masks = [ids == v for v in range(table.shape[0])]
        x = np.empty((*ids.shape, table.shape[1]), dtype=table.dtype)
        for mask, row in zip(self.masks, table):
            x[mask] = row
        return x

    def backward(self, dout):
        return np.array([dout[mask].sum(axis=0, dtype=np.float64) for mask in self.masks])
