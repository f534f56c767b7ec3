import CNNCKit
import Testing
