/// The colours of a drawing, on light and on dark ground.
struct DiagramPalette {
  struct Colors: Hashable {
    var fill: String
    var stroke: String
  }

  static func light(_ node: Diagram.Node) -> Colors {
    switch node.role {
    case .input, .output: Colors(fill: "#f0f0f0", stroke: "#707070")
    case .scope: Colors(fill: "#fafafa", stroke: "#909090")
    case .layer: light(OperatorFamily(node.operatorName))
    }
  }

  static func light(_ family: OperatorFamily) -> Colors {
    switch family {
    case .convolution: Colors(fill: "#dbe9fb", stroke: "#3b73c4")
    case .dense: Colors(fill: "#e2dffb", stroke: "#5a4fcf")
    case .pooling: Colors(fill: "#d8f1ea", stroke: "#1f8a6d")
    case .normalization: Colors(fill: "#ebebeb", stroke: "#8a8a8a")
    case .activation: Colors(fill: "#fdecd2", stroke: "#c9821b")
    case .join: Colors(fill: "#dcf2d5", stroke: "#4a9330")
    case .shape: Colors(fill: "#f1e1f5", stroke: "#9148a8")
    case .resample: Colors(fill: "#d5eff6", stroke: "#1c87a5")
    case .reduction: Colors(fill: "#e4eecb", stroke: "#788f22")
    case .attention: Colors(fill: "#fadfe9", stroke: "#c23b72")
    case .random: Colors(fill: "#f3ede4", stroke: "#97826a")
    case .loss: Colors(fill: "#fbdeda", stroke: "#c4483b")
    }
  }

  static func dark(_ family: OperatorFamily) -> Colors {
    switch family {
    case .convolution: Colors(fill: "#1c3050", stroke: "#6ea3ef")
    case .dense: Colors(fill: "#2a2558", stroke: "#988ff2")
    case .pooling: Colors(fill: "#143a30", stroke: "#4fc3a1")
    case .normalization: Colors(fill: "#303030", stroke: "#9a9a9a")
    case .activation: Colors(fill: "#45300f", stroke: "#e8a94a")
    case .join: Colors(fill: "#1f3a16", stroke: "#7fca63")
    case .shape: Colors(fill: "#3a2242", stroke: "#c585d8")
    case .resample: Colors(fill: "#10353f", stroke: "#51bcd8")
    case .reduction: Colors(fill: "#30380f", stroke: "#b0c85a")
    case .attention: Colors(fill: "#481c30", stroke: "#ef82ae")
    case .random: Colors(fill: "#39312a", stroke: "#c2ab8e")
    case .loss: Colors(fill: "#4a1f1a", stroke: "#f08b7f")
    }
  }
}
