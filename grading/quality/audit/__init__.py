"""How good are the tests of any course's notebook? See docs/audit.md.

`notebook` reads what is to be audited, `trial` runs one answer in the engine, `recording` notes how
the tests call it, `calls` makes more such calls, `asking` compares what two answers give.
`mutants`, `rewrites`, `nothings` and `lies` make the answers, `survey` tries them all, `findings`
says what is wrong, worst first, and `page` writes it down.
"""
