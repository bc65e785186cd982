"""How good are the tests of any course's notebook? See docs/audit.md.

`notebook` reads the notebook, `trial` runs one answer in the engine, `recording` records how the
tests call it, `calls` makes more such calls, `asking` compares the results of two answers.
`mutants`, `rewrites`, `nothings` and `lies` make the answers, `survey` tries them all, `findings`
says what is wrong, worst first, and `page` writes it down.
"""
