"""Idea: np.zeros_like(table) makes a gradient just like the table.
Hint: zeros_like takes the dtype as well. What if the table holds whole numbers?
Family: number types
Fails: test_Embedding_kinds
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.table = ids, table
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros_like(self.table)
        np.add.at(dtable, self.ids, dout.astype(dtable.dtype))
        return dtable
