# Every target works on a fresh machine with Swift 6.3 and a C compiler.

SWIFT ?= swift
PREFIX ?= /usr/local
FUZZ_COUNT ?= 10000
LSP_TEST ?= /tmp/cnnc-lsp-test
SLIPS ?= 500
PRODUCT_FLAGS = -c release --product cnnc --static-swift-stdlib
WITHOUT_AVX = (Kernels|Execution|Passes|Operators)Tests
DERIVED = GeneratedTests|SchemaTests|ClassicalErrorsTests
TEST_FLAGS = -c release --scratch-path .build-test --disable-xctest

.DEFAULT_GOAL := help
.PHONY: help run test lint format generate record bench install fuzz mutate prove qemu lsp-test build requirements

help: ## print the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build cnnc, check a model and classify a real handwritten digit with it
	@.build/release/cnnc check models/digits.yaml
	@.build/release/cnnc run models/digits.yaml --input models/digits/digit-7.bin

test: requirements ## run every test
	$(SWIFT) test $(TEST_FLAGS)

build: requirements
	@$(SWIFT) build $(PRODUCT_FLAGS)

lint: ## check the formatting of the Swift sources
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## format the Swift sources
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

# The first run writes sources, which the second is compiled with.
generate: requirements ## rewrite the files that are derived from declarations
	-RECORD=1 $(SWIFT) test $(TEST_FLAGS) --filter '$(DERIVED)'
	-RECORD=1 $(SWIFT) test $(TEST_FLAGS) --filter '$(DERIVED)'
	$(SWIFT) test $(TEST_FLAGS) --filter '$(DERIVED)'

record: generate ## rewrite the snapshots too; read the diff before you commit it
	-RECORD=1 $(SWIFT) test $(TEST_FLAGS)

bench: build ## time ResNet-18 at 224x224, layer by layer
	@.build/release/cnnc bench models/resnet18.yaml

install: build ## install the binary below PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/release/cnnc $(DESTDIR)$(PREFIX)/bin/cnnc

fuzz: requirements ## mutate model files and weight files, FUZZ_COUNT of each (default 10000)
	CNNC_FUZZ_COUNT=$(FUZZ_COUNT) $(SWIFT) test $(TEST_FLAGS) --filter Fuzz

prove: requirements ## prove the legal sizes of the zoo and of random networks by brute force
	$(SWIFT) test $(TEST_FLAGS) --filter LegalSizesProof 2>&1 | grep -E '^proof:|✘|Test run with|error:'

qemu: ## run the tests of kernels, execution, passes and operators on a processor without AVX, after `make test`
	@command -v qemu-x86_64 >/dev/null || { echo "make qemu needs QEMU's user mode: apt-get install qemu-user" >&2; exit 1; }
	qemu-x86_64 -cpu Nehalem .build-test/release/cnncPackageTests.xctest --testing-library swift-testing \
	  --filter '$(WITHOUT_AVX)'

lsp-test: build ## run the language server against pytest-lsp, in a Python environment of its own
	python3 -m venv $(LSP_TEST)
	$(LSP_TEST)/bin/pip install -q -r Tests/LanguageServer/requirements.txt
	$(LSP_TEST)/bin/python -m pytest -q -p no:cacheprovider Tests/LanguageServer

mutate: requirements ## break one number or name of every model, SLIPS times each (default 500), and count what check repairs
	CNNC_SLIPS=$(SLIPS) $(SWIFT) test $(TEST_FLAGS) --filter RepairTests

requirements:
	@command -v $(SWIFT) >/dev/null || { echo "cnnc needs Swift 6.3 or newer: https://www.swift.org/install" >&2; exit 1; }
	@echo '#include <yaml.h>' | cc -E - >/dev/null 2>&1 && echo '#include <zlib.h>' | cc -E - >/dev/null 2>&1 || $(MAKE) --no-print-directory install-libraries

.PHONY: install-libraries
install-libraries:
	@if command -v apt-get >/dev/null; then \
	  echo "Installing libyaml-dev and zlib1g-dev with apt-get"; \
	  if [ "$$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi; \
	  $$as_root apt-get update -qq && $$as_root apt-get install -y -qq libyaml-dev zlib1g-dev >/dev/null; \
	else \
	  echo "cnnc needs the headers of libyaml and zlib. Install them with this system's package manager" >&2; \
	  echo "(libyaml-devel and zlib-devel on Fedora, libyaml and zlib on Arch and Homebrew), then run make again." >&2; \
	  exit 1; \
	fi
