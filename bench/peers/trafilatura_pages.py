"""Pages a second of trafilatura, on the pages of bench/pages, on one core.

    python3 -m venv .venv
    .venv/bin/pip install trafilatura==2.0.0 lxml_html_clean
    .venv/bin/python bench/peers/trafilatura_pages.py ../shared/data/pages

One page of every three, or of as many as the second argument says, three times in
turn; the fastest turn counts. Seconds are those of the processor.
"""

import gzip
import pathlib
import resource
import sys

import trafilatura

TURNS, EVERY = 3, int(sys.argv[2]) if len(sys.argv) > 2 else 3


def seconds():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime


pages = [gzip.open(p).read() for p in sorted(pathlib.Path(sys.argv[1]).glob("*.html.gz"))[::EVERY]]
for name, options in (("trafilatura", {"with_metadata": True}), ("trafilatura, fast", {"with_metadata": True, "fast": True})):
    best = None
    for _ in range(TURNS):
        start, text = seconds(), 0
        for page in pages:
            found = trafilatura.bare_extraction(page, include_comments=False, **options)
            text += len(found.text.encode()) if found and found.text else 0
        took = seconds() - start
        best = took if best is None else min(best, took)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{name:32} {len(pages) / best:7.1f} pages/s {sum(map(len, pages)) / 1e6 / best:6.1f} MB/s {text / 1e3:8.1f} KB of text {peak:5.0f} MB at most")
