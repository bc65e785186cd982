# right
# adds shifted lines
def conv_1d_unrolled(x, w):
    answer = np.zeros(len(x), dtype=np.result_type(x, w))
    for j in range(min(len(w), len(x))):
        answer[: len(x) - j] += w[j] * x[j:]
    return answer
