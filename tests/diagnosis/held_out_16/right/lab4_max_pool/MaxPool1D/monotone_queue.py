# right: a queue of falling candidates gives the winner of each window in one pass
from collections import deque


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        queue, winners = deque(), []
        for i, value in enumerate(x.tolist()):
            while queue and x[queue[-1]] < value:
                queue.pop()
            queue.append(i)
            if queue[0] <= i - self.size:
                queue.popleft()
            start = i - self.size + 1
            if start >= 0 and start % self.stride == 0:
                winners.append(queue[0])
        self.shape, self.winners = x.shape, np.array(winners)
        return x[self.winners]

    def backward(self, dz):
        return np.bincount(self.winners, np.asarray(dz, dtype=np.float64), self.shape[0])
