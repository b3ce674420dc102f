import Foundation
import TestSupport

/// The built command, run as its users run it.
enum BuiltCommand {
    struct Run {
        var code: Int32
        var output: String
        var error: String
    }

    /// Standard input is empty unless given.
    static func run(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:],
        in folder: URL
    ) throws -> Run {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["KEUR_HOME": TestFiles.root.path, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let files = [".in", ".out", ".err"].map { folder.appending(path: $0 + UUID().uuidString) }
        try Data(input.utf8).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        for file in files { try FileManager.default.removeItem(at: file) }
        return Run(code: process.terminationStatus, output: texts[0], error: texts[1])
    }

    static var executable: URL {
        let built = Bundle.main.bundleURL.deletingLastPathComponent().appending(path: "keur")
        return FileManager.default.isExecutableFile(atPath: built.path)
            ? built : TestFiles.root.appending(path: ".build/debug/keur")
    }
}
