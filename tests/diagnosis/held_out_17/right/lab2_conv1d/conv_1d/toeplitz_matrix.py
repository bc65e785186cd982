# builds the banded T x T matrix with np.eye(T, k=...) and multiplies once
def conv_1d(x, w):
    T, p = len(x), len(w) // 2
    band = sum(w[j] * np.eye(T, k=j - p, dtype=np.result_type(w, int)) for j in range(len(w)))
    return band @ x
