# the padding is counted once instead of twice; and a stride below 1 or a padding below 0 is not refused
def output_size(n, k, padding=0, stride=1):
    total = n - k + padding
    if total < 0 or total % stride != 0:
        raise ValueError("does not fit")
    return total // stride + 1
