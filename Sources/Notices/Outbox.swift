import Foundation

/// Messages that wait for delivery: a folder with a file for each, gone once its message was taken over.
///
/// A message is written before the first attempt, so that a crash or a server that is down loses none: the next run delivers it.
/// Between the taking over and the removal a crash can repeat a message; its Message-ID stays the same.
struct Outbox {
    struct Item: Sendable {
        var path: String
        /// Which entry of the plan it goes through.
        var target: String
        /// Of an e-mail; empty for webhooks.
        var from: String
        var to: String
        var body: [UInt8]
    }

    let folder: String

    init(folder: String) { self.folder = folder }

    /// Outboxes that no plan of this folder calls its own: the one that all plans shared in earlier versions, and those of
    /// plans that are no longer there.
    var orphans: [Outbox] {
        let shared = (folder as NSString).deletingLastPathComponent
        let plans = ((shared as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: shared)) ?? []
        let left = names.sorted().filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(shared)/\(name)", isDirectory: &isFolder)
                && isFolder.boolValue && "\(shared)/\(name)" != folder
                && !FileManager.default.fileExists(atPath: (plans as NSString).appendingPathComponent(name))
        }
        return [Outbox(folder: shared)] + left.map { Outbox(folder: "\(shared)/\($0)") }
    }

    /// Gives the path of the message.
    func add(
        target: String, from: String = "", to: String = "", body: [UInt8], at moment: Date, number: Int
    ) throws -> String {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let name =
            "\(Int(moment.timeIntervalSince1970 * 1000))-\(String(number + 1000).suffix(3))-\(UUID().uuidString.prefix(8))"
        let path = "\(folder)/\(name).msg"
        let head = Data("\(target)\n\(from)\n\(to)\n\n".utf8)
        let made = FileManager.default.createFile(
            atPath: path + ".part", contents: head + body, attributes: [.posixPermissions: 0o600])
        guard made, rename(path + ".part", path) == 0 else {
            unlink(path + ".part")
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        return path
    }

    /// The oldest first.
    func items() throws -> [Item] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".msg") }.sorted()
        return try names.compactMap { name in
            let path = "\(folder)/\(name)"
            let bytes = Array(try Data(contentsOf: URL(filePath: path)))
            var lines: [String] = []
            var start = 0
            while lines.count < 4, let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
                start = end + 1
            }
            guard lines.count == 4 else { return nil }
            return Item(path: path, target: lines[0], from: lines[1], to: lines[2], body: Array(bytes[start...]))
        }
    }

    func remove(_ item: Item) throws { try FileManager.default.removeItem(atPath: item.path) }
}
