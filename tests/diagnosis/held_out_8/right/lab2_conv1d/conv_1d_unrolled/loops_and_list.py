# right
# plain lists and a break
def conv_1d_unrolled(x, w):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    answers = []
    for t in range(len(x)):
        total = x[t] * w[0]
        for step, weight in enumerate(w[1:], start=t + 1):
            if step == len(x):
                break
            total = total + x[step] * weight
        answers.append(total)
    return np.array(answers)
