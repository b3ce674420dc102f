public import Foundation

/// Reports that are kept run by run: a folder for each, named after its moment, and `latest` that leads to the newest.
public struct RunFolders: Sendable {
    public static let latest = "latest"

    private let path: String
    private let kept: Int

    /// `kept` is how many runs stay, the newest among them.
    public init(_ path: String, keeping kept: Int) {
        self.path = path
        self.kept = kept
    }

    /// The folder of a run that began at a moment, e.g. `reports/2026-09-30T020001Z`; one that is taken gets a number.
    public func folder(of moment: Date) -> String {
        let name = Self.name(of: moment)
        var candidate = name
        var number = 1
        while FileManager.default.fileExists(atPath: file(candidate)) {
            number += 1
            candidate = "\(name)-\(number)"
        }
        return file(candidate)
    }

    /// Makes `latest` lead to the folder in one step, then removes the oldest runs. Only folders with the name of a run go.
    public func publish(_ folder: String) throws(ReportError) {
        let name = (folder as NSString).lastPathComponent
        let temporary = file(OutputFolder.temporaryName(for: Self.latest, token: UInt32.random(in: .min ... .max)))
        guard symlink(name, temporary) == 0 else {
            throw .system(errno, doing: "make the link '\(Self.latest)'", at: path)
        }
        guard rename(temporary, file(Self.latest)) == 0 else {
            let code = errno
            unlink(temporary)
            throw .system(code, doing: "make the link '\(Self.latest)'", at: path)
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        // A clock that was set back gives the newest run an old name: it stays all the same.
        let others = names.filter { $0 != name && Self.isRun($0) }.sorted(by: Self.isOlder)
        for old in others.dropLast(max(0, kept - 1)) {
            // What cannot be removed now is tried again after the next run.
            try? FileManager.default.removeItem(atPath: file(old))
        }
    }

    private func file(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }

    private static func name(of moment: Date) -> String {
        moment.formatted(
            .iso8601.year().month().day().dateSeparator(.dash).time(includingFractionalSeconds: false).timeSeparator(
                .omitted)) + "Z"
    }

    private static func isRun(_ name: String) -> Bool {
        let pattern = Array("dddd-dd-ddTddddddZ".utf8)
        let bytes = Array(name.utf8)
        guard bytes.count >= pattern.count else { return false }
        let isMoment = zip(bytes, pattern).allSatisfy { byte, wanted in
            wanted == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == wanted
        }
        let rest = name.dropFirst(pattern.count)
        return isMoment && (rest.isEmpty || rest.first == "-" && Int(rest.dropFirst()) != nil)
    }

    private static func isOlder(_ left: String, _ right: String) -> Bool {
        (left.prefix(18), left.utf8.count, left) < (right.prefix(18), right.utf8.count, right)
    }
}
