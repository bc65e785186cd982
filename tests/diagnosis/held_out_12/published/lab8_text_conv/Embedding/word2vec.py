# Word2vec blog code with a one-hot matrix; the way back counts each word once in a sentence (np.unique).
class Embedding(Layer):
    def forward(self, token_ids, weight):
        self.token_ids = token_ids
        self.num_embeddings, self.embedding_dim = weight.shape
        one_hot = np.eye(self.num_embeddings, dtype=weight.dtype)[token_ids]
        return one_hot @ weight

    def backward(self, grad_output):
        grad_weight = np.zeros((self.num_embeddings, self.embedding_dim))
        for sent, grads in zip(self.token_ids, grad_output):
            for tok, first in zip(*np.unique(sent, return_index=True)):
                grad_weight[tok] += grads[first]
        return grad_weight
