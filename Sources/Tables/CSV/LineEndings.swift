public enum LineEnding: String, Hashable, Sendable {
    case lf
    case crlf
    case cr
    case mixed
}

/// The line ends that were seen.
struct LineEndings: OptionSet, Hashable {
    let rawValue: UInt8

    static let lf = LineEndings(rawValue: 1)
    static let crlf = LineEndings(rawValue: 2)
    static let cr = LineEndings(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ ending: LineEnding?) {
        switch ending {
        case .lf: self = .lf
        case .crlf: self = .crlf
        case .cr: self = .cr
        case .mixed: self = [.lf, .crlf, .cr]
        case nil: self = []
        }
    }

    /// Nil when there was none.
    var ending: LineEnding? {
        switch self {
        case []: nil
        case .lf: .lf
        case .crlf: .crlf
        case .cr: .cr
        default: .mixed
        }
    }
}
