/// The version of this package.
public let cnncVersion = "0.1.0"
