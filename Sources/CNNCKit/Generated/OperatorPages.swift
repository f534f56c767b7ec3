/// The doc comment of each operator by its name in files, made from Sources/Operators by GeneratedTests.
let operatorPages: [String: String] = [:]
