# compares k with n, not with the padded length n + 2*padding
def output_size(n, k, padding=0, stride=1):
    if k > n:
        raise ValueError("The filter is longer than the line")
    if stride < 1:
        raise ValueError("The stride must be positive")
    if padding < 0:
        raise ValueError("No negative padding")
    size = (n - k + 2 * padding) / stride + 1
    if size != int(size):
        raise ValueError("Not whole")
    return int(size)
