// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode with the upcoming features on and every warning an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The kernels trade every check for speed: their contracts are held by the tests of `KernelTable`.
///
/// They are one optimised unit in debug builds too, where functions of other files would otherwise be calls; a thread count
/// keeps one object for each file, as the index of debug builds wants. Scheduling from the top keeps tiles in registers.
let kernelFlags = [
  "-Ounchecked", "-wmo", "-disable-batch-mode", "-num-threads", "1",
  "-Xllvm", "-unroll-threshold=5000", "-Xllvm", "-unroll-full-max-count=64",
  "-Xllvm", "-misched-prera-direction=topdown",
]

/// One module of the kernel source for one instruction set; `Sources/<name>` is a symlink to `Sources/Kernels`.
func kernels(_ name: String, march: String? = nil, define: String? = nil) -> Target {
  .target(
    name: name,
    dependencies: ["CPlatform", "KernelInterface"],
    swiftSettings: strict
      + [.unsafeFlags(kernelFlags + (march.map { ["-Xcc", "-march=\($0)"] } ?? []))]
      + (define.map { [.define($0)] } ?? []))
}

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

// Targets stand in import order: each imports only targets above it (held by ArchitectureTests).
let package = Package(
  name: "cnnc",
  products: [
    .executable(name: "cnnc", targets: ["cnnc"]),
    .library(name: "CNNCKit", targets: ["CNNCKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CPlatform"),
    library("Diagnostics"),
    library("Tensors"),
    library("ModelSyntax", ["CYAML", "Diagnostics"]),
    library("Graph", ["Diagnostics", "Tensors"]),
    library("KernelInterface", ["Tensors"]),
    library("Operators", ["Diagnostics", "Tensors", "Graph", "KernelInterface"]),
    library("Elaborator", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators"]),
    library("Analysis", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator"]),
    library("Passes", ["Diagnostics", "Tensors", "Graph", "KernelInterface", "Operators"]),
    kernels("Kernels"),
    kernels("KernelsAVX2", march: "x86-64-v3", define: "AVX2"),
    kernels("KernelsAVX512", march: "x86-64-v4", define: "AVX512"),
    library(
      "Execution",
      [
        "CPlatform", "Tensors", "Graph", "KernelInterface", "Operators", "Passes", "Kernels", "KernelsAVX2",
        "KernelsAVX512",
      ]),
    library("Formats", ["CZlib", "Diagnostics", "Tensors", "Graph", "Operators"]),
    library(
      "CNNCKit",
      [
        "Diagnostics", "Tensors", "ModelSyntax", "Graph", "KernelInterface", "Operators", "Elaborator", "Analysis",
        "Passes", "Execution", "Formats",
      ]),
    library(
      "LanguageServer",
      [
        "Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator", "Analysis", "Formats", "CNNCKit",
      ]),
    .executableTarget(
      name: "cnnc",
      dependencies: [
        "Diagnostics", "Tensors", "Graph", "Operators", "Elaborator", "Analysis", "Passes", "Execution", "Formats",
        "CNNCKit", "LanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "CHeapCounter", path: "Tests/CHeapCounter"),
    .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("Diagnostics", ["Diagnostics"]),
    tests("Tensors", ["Tensors"]),
    tests("ModelSyntax", ["Diagnostics", "ModelSyntax"]),
    tests("Graph", ["Diagnostics", "Tensors", "Graph"]),
    tests(
      "Operators",
      ["Diagnostics", "Tensors", "Graph", "KernelInterface", "Operators", "Passes", "Execution", "Formats"]),
    tests("Elaborator", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator"]),
    tests("Analysis", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator", "Analysis"]),
    tests("Passes", ["Diagnostics", "Tensors", "Graph", "KernelInterface", "Kernels", "Operators", "Passes"]),
    tests("Kernels", ["Tensors", "KernelInterface", "Execution", "Kernels"]),
    tests(
      "Execution",
      ["CHeapCounter", "Diagnostics", "Tensors", "Graph", "KernelInterface", "Operators", "Passes", "Execution"]),
    tests("Formats", ["Diagnostics", "Tensors", "Graph", "Operators", "Formats"]),
    tests(
      "CNNCKit",
      [
        "Diagnostics", "Tensors", "ModelSyntax", "Graph", "KernelInterface", "Operators", "Elaborator",
        "Analysis", "Passes", "Execution", "Formats",
        "CNNCKit",
      ]),
    tests("LanguageServer", ["Diagnostics", "Formats", "LanguageServer"]),
    tests("Command", ["Tensors", "Formats", "cnnc"]),
    tests(
      "Fuzz",
      [
        "Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator", "Analysis", "Passes", "Formats",
        "CNNCKit", "LanguageServer",
      ]),
    tests("Proof", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator", "Analysis"]),
    tests("Architecture", ["Graph", "Operators"]),
  ],
  swiftLanguageModes: [.v6])
