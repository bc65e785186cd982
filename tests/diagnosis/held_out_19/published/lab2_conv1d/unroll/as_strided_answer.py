# StackOverflow's strided_app: only the windows that fit (T - k + 1 rows), nothing past the right end
def unroll(x, k):
    def strided_app(a, L, S):  # Window len = L, Stride len/stepsize = S
        nrows = ((a.size - L) // S) + 1
        n = a.strides[0]
        return np.lib.stride_tricks.as_strided(a, shape=(nrows, L), strides=(S * n, n))

    return strided_app(x, L=k, S=1).copy()
