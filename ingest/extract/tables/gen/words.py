"""Lists the frequent words of a language that its dictionary knows in lower case, one a line, most frequent first.

    pip install simplemma==2.0.0 wordfreq==3.1.1
    python words.py es > DIR/es.txt     # then: go run ./ingest/extract/tables/gen -lists DIR

The dictionary is simplemma's (MIT), the frequencies are wordfreq's (data CC BY-SA 4.0).
"""
import gzip
import os
import sys

import msgpack
import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

FREQUENT = 80000

lang = sys.argv[1]
known = {k.decode() if isinstance(k, bytes) else k for k in DefaultDictionaryFactory().get_dictionary(lang).keys()}
path = os.path.join(os.path.dirname(wordfreq.__file__), "data", f"large_{lang}.msgpack.gz")
with gzip.open(path) as f:
    bins = msgpack.unpackb(f.read(), raw=False)[1:]
words = [w for b in bins for w in b][:FREQUENT]
for w in words:
    if len(w) > 2 and w.isalpha() and w in known:
        print(w)
