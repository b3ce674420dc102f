import Foundation

/// What the terminal behind a file descriptor can show.
public struct Terminal: Sendable {
    /// Whether there is a terminal at all, and not a file or a pipe.
    public var isInteractive: Bool
    /// Columns; 80 where nobody says.
    public var width: Int
    /// Whether colours are welcome: on a terminal, unless it is dumb or `NO_COLOR` is set and not empty.
    ///
    /// Source: https://no-color.org
    public var colour: Bool

    /// Looks at standard output (1) or standard error (2).
    public init(descriptor: Int32, environment: [String: String]) {
        isInteractive = isatty(descriptor) == 1
        var size = winsize()
        if isInteractive, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = Int(size.ws_col)
        } else {
            width = environment["COLUMNS"].flatMap(Int.init).map { max(1, $0) } ?? 80
        }
        colour = isInteractive && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
