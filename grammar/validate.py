"""Holds cnnc.schema.json against model files with an independent validator (jsonschema) and YAML reader (ruamel.yaml).

    pip install jsonschema ruamel.yaml
    python grammar/validate.py

Every model and block file of models/ and every good example of a diagnostic must be accepted; every bad example whose
mistake a schema can see must be rejected.
"""

import json
import pathlib
import sys

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The mistakes that need no shape, no name and no evaluation.
VISIBLE = {
    "unknown-key", "missing-key", "wrong-kind", "conflicting-keys", "unsupported-version", "invalid-identifier",
    "layer-without-operator", "several-operators", "unknown-attribute", "attribute-value", "unknown-join",
    "training-value", "lint-level", "weights-path", "unknown-expectation",
}


def read(text):
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(text)


def main():
    schema = json.loads((ROOT / "grammar/cnnc.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)

    def errors(text):
        try:
            document = read(text)
        except YAMLError as error:
            return [f"not YAML: {error}"]
        return [f"{list(error.absolute_path)}: {error.message[:160]}" for error in validator.iter_errors(document)]

    failures, accepted, rejected, unseen = [], 0, [], []
    for path in sorted((ROOT / "models").rglob("*.yaml")):
        found = errors(path.read_text())
        accepted += not found
        failures += [f"{path.relative_to(ROOT)}: {error}" for error in found]
    print(f"{accepted} files of models/ accepted")
    for path in sorted((ROOT / "Tests/Fixtures/valid").glob("*.yaml")):
        failures += [f"{path.relative_to(ROOT)}: {error}" for error in errors(path.read_text())]
    for path in sorted((ROOT / "Tests/Fixtures/invalid").glob("*.yaml")):
        name = path.stem.split("-", 1)[1]
        if errors(path.read_text()):
            rejected.append(name)
        else:
            unseen.append(name)
            if name in VISIBLE:
                failures.append(f"{path.relative_to(ROOT)} is accepted")
    print(f"{len(rejected)} bad examples rejected: {', '.join(rejected)}")
    print(f"{len(unseen)} accepted, since their mistake is about shapes, names or values: {', '.join(unseen)}")
    print("\n".join(failures) if failures else "no failures")
    sys.exit(bool(failures))


main()
