#!/usr/bin/env bash
# Makes the Python environment of the oracles: setup.sh [FOLDER], by default .build/python of the repository.
#
# torchvision is installed without its dependencies and its compiled operators do not load against the CPU build of
# PyTorch; only `torchvision.models` is needed, so the two imports that register those operators are taken out.
set -euo pipefail
folder=${1:-$(dirname "$0")/../../../.build/python}

mkdir -p "$folder"
[ -x "$folder/bin/python" ] || python3 -m venv "$folder"
"$folder/bin/pip" install -q torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu \
  || "$folder/bin/pip" install -q torch==2.13.0
"$folder/bin/pip" install -q numpy safetensors scikit-learn pillow
"$folder/bin/pip" install -q torchvision==0.28.0 --no-deps
"$folder/bin/pip" install -q timm==1.0.31 --no-deps

package=$("$folder/bin/python" -c "import importlib.util as u; print(u.find_spec('torchvision').origin)")
sed -i '/^    _autograd_registrations,$/d; /^    _meta_registrations,$/d' "$package"
"$folder/bin/python" -c "import timm, torchvision.models; print('torchvision.models and timm load')"
