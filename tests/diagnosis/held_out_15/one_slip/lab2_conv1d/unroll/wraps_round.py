# Past the right end the rows go on with the beginning of x (index modulo T) in place of zeros.
def unroll(x, k):
    T = len(x)
    rows = [[x[(t + j) % T] for j in range(k)] for t in range(T)]
    return np.array(rows)
