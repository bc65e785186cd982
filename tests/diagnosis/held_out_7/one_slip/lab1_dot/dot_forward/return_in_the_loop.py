# return stands inside the outer loop: only the first row is summed
def dot_forward(x, w):
    rows, cols = x.shape
    answer = 0
    for r in range(rows):
        for c in range(cols):
            answer = answer + x[r][c] * w[r][c]
        return answer
