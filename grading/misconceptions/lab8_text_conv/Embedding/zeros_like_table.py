"""Idea: The gradient gets the dtype of the table.
Hint: What if the table holds whole numbers? zeros_like takes the dtype as well.
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
