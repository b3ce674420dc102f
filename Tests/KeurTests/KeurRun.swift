import Foundation
import TestSupport

/// A run of the built command that a test may meddle with while it is under way.
struct KeurRun {
    var code: Int32
    var output: String
    var error: String

    /// The built command, not yet started; its output goes to files in `folder`.
    static func process(_ arguments: [String], in folder: URL, name: String = "run") throws -> Process {
        let process = Process()
        process.executableURL = BuiltCommand.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["KEUR_HOME": TestFiles.root.path, "PATH": "/usr/bin:/bin", "TZ": "UTC"]
        for (suffix, keyPath) in [("out", \Process.standardOutput), ("err", \Process.standardError)] {
            let file = folder.appending(path: ".\(name).\(suffix)")
            try Data().write(to: file)
            process[keyPath: keyPath] = try FileHandle(forWritingTo: file)
        }
        return process
    }

    /// When to kill a process, in seconds after its start: a dozen moments; 200 with `KEUR_LONG_TESTS=1` in the environment.
    static func killDelays(upTo longest: Double) -> [Double] {
        let count = ProcessInfo.processInfo.environment["KEUR_LONG_TESTS"] == "1" ? 200 : 12
        return (0..<count).map { longest * Double($0) / Double(count) }
    }

    init(_ arguments: String..., in folder: URL) throws {
        let process = try Self.process(arguments, in: folder)
        try process.run()
        try self.init(of: process, in: folder)
    }

    /// Waits for a process that was started.
    init(of process: Process, in folder: URL, name: String = "run") throws {
        process.waitUntilExit()
        func text(_ suffix: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appending(path: ".\(name).\(suffix)")), as: UTF8.self)
        }
        code = process.terminationStatus
        output = try text("out")
        error = try text("err")
    }
}
