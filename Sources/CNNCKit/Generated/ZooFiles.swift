// swift-format-ignore-file

/// The networks of models/ with their blocks and weights, made by GeneratedTests.
let zooFiles: [ZooFile] = [
]
