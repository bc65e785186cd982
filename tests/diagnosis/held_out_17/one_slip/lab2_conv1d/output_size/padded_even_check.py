# a fix for one example: where the size is not whole and padding is given, it rounds down instead of raising ValueError
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("no window fits")
    size = (n - k + 2 * padding) / stride + 1
    if size % 1 != 0 and padding == 0:
        raise ValueError("not a whole number")
    return int(size)
