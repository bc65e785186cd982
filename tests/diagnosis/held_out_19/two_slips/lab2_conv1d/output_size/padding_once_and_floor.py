# padding counts once instead of twice; and no ValueError for a size that is not whole (// rounds)
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("does not fit")
    total = n + padding
    return (total - k) // stride + 1
