"""The slow, obvious twin of io.scapa.text.token.hf: answers with what the Python library `tokenizers` does.

Reads one JSON object a line from standard input, writes one a line to standard output:
  {"normalizer": {...}, "texts": [...]}      -> {"texts": [...]}
  {"pre_tokenizer": {...}, "texts": [...]}   -> {"words": [[...], ...]}
  {"tokenizer": {...} or "path": file, "texts": [...]} -> {"ids": [[...], ...]}
  {"train": "BPE" or "Unigram", "size": n, "settings": {...}, "texts": [...]} -> {"tokenizer": {...}}
  {"charsmap": rule, such as nmt_nfkc, or a text of rules} -> {"charsmap": base64, or null without the library sentencepiece}
"""
import base64
import functools
import json
import os
import sys
import tempfile

from tokenizers import Tokenizer, models, trainers


@functools.lru_cache(maxsize=4)
def loaded(document):
    return Tokenizer.from_str(document)


@functools.lru_cache(maxsize=1)
def from_file(path):
    return Tokenizer.from_file(path)


def with_parts(document, settings):
    document.update(settings)
    return loaded(json.dumps(document))


def empty():
    return json.loads(Tokenizer(models.BPE()).to_str())


def normalised(request):
    normalizer = with_parts(empty(), {"normalizer": request["normalizer"]}).normalizer
    return {"texts": [normalizer.normalize_str(text) for text in request["texts"]]}


def cut(request):
    pre_tokenizer = with_parts(empty(), {"pre_tokenizer": request["pre_tokenizer"]}).pre_tokenizer
    return {"words": [[word for word, _ in pre_tokenizer.pre_tokenize_str(text)] for text in request["texts"]]}


def encoded(request):
    if "path" in request:
        tokenizer = from_file(request["path"])
    else:
        tokenizer = loaded(json.dumps(request["tokenizer"]))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True
    return {"ids": [tokenizer.encode(text, add_special_tokens=False).ids for text in request["texts"]]}


def trained(request):
    if request["train"] == "BPE":
        model, trainer = models.BPE(unk_token="<unk>"), trainers.BpeTrainer
    else:
        model, trainer = models.Unigram(), trainers.UnigramTrainer
    options = {"vocab_size": request["size"], "special_tokens": ["<unk>"], "show_progress": False}
    if request["train"] == "Unigram":
        options["unk_token"] = "<unk>"
    document = json.loads(Tokenizer(model).to_str())
    document.update(request["settings"])
    tokenizer = Tokenizer.from_str(json.dumps(document))
    tokenizer.train_from_iterator(request["texts"], trainer(**options))
    return {"tokenizer": json.loads(tokenizer.to_str())}


def charsmap(request):
    """What SentencePiece's own trainer compiles a normalisation rule to."""
    try:
        import sentencepiece
        from sentencepiece import sentencepiece_model_pb2
    except ImportError:
        return {"charsmap": None}
    rule = request["charsmap"]
    with tempfile.TemporaryDirectory() as folder:
        options = {"normalization_rule_name": rule}
        if "\t" in rule:
            options = {"normalization_rule_tsv": os.path.join(folder, "rules.tsv")}
            with open(options["normalization_rule_tsv"], "w", encoding="utf-8") as rules:
                rules.write(rule)
        prefix = os.path.join(folder, "model")
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a rose is a rose is a rose"] * 9), model_prefix=prefix, vocab_size=11,
            hard_vocab_limit=False, minloglevel=2, **options)
        model = sentencepiece_model_pb2.ModelProto()
        with open(prefix + ".model", "rb") as file:
            model.ParseFromString(file.read())
    return {"charsmap": base64.b64encode(model.normalizer_spec.precompiled_charsmap).decode()}


for line in sys.stdin:
    request = json.loads(line)
    if "train" in request:
        answer = trained(request)
    elif "charsmap" in request:
        answer = charsmap(request)
    elif "normalizer" in request:
        answer = normalised(request)
    elif "pre_tokenizer" in request:
        answer = cut(request)
    else:
        answer = encoded(request)
    print(json.dumps(answer), flush=True)
