import Checks
import Diagnostics
import Foundation

/// Why keur ends without having done what was asked.
struct CommandFailure: Error {
    enum Code: Int32 {
        case exceptions = 1
        case usage = 2
        case source = 3
        case unknownResults = 4
        /// Another run has the plan, or the time was up.
        case notRun = 5
    }

    var text: String
    var code: Code

    /// What it says may quote a file that a stranger wrote: each line is shown, none of it obeyed.
    func exit() -> Never {
        if !text.isEmpty { FileHandle.standardError.write(Data("\(text.printableLines)\n".utf8)) }
        Foundation.exit(code.rawValue)
    }
}

extension DiagnosticsCollector {
    /// Ends the command with all the mistakes that were found, if there are any.
    func failIfAny() throws(CommandFailure) {
        if !all.isEmpty { throw CommandFailure(self) }
    }
}

extension CommandFailure {
    /// The mistakes that were found in what the user wrote.
    init(_ diagnostics: DiagnosticsCollector) {
        self.init(text: Diagnostics(diagnostics.all).description, code: .usage)
    }
}
