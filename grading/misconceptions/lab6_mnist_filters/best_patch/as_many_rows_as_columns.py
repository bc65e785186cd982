"""
Idea: Filters are square: there are as many columns as rows.
Hint: Try a filter of 2 × 3. Which shape has its patch?
Family: axes
Fails: test_best_patch
"""


def best_patch(w):
    n = w.shape[0]
    patch = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            patch[i, j] = 1 if w[i, j] > 0 else 0
    return patch
