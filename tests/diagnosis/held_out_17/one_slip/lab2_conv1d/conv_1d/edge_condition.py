# the condition for staying inside excludes index 0 (> 0 instead of >= 0), so x[0] never counts
def conv_1d(x, w):
    half = len(w) // 2
    y = []
    for t in range(len(x)):
        total = 0.0
        for j in range(len(w)):
            pos = t + j - half
            if pos > 0 and pos < len(x):
                total += w[j] * x[pos]
        y.append(total)
    return np.array(y)
